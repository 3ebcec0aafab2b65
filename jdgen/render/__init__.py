"""Posting to bytes: Markdown, HTML and PDF. Nothing here decides where to write."""
