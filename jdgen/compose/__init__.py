"""Specialization, employer and requisition become the content of a posting."""
