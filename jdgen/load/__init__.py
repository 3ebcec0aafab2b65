"""Disk to model: the only door for YAML, finding files, inheritance, validation."""
