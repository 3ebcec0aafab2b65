"""Openings → what other machines read of them: feeds of job boards and feed readers, and what search engines look for."""
