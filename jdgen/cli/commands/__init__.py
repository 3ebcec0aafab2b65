"""One module for each command; each holds one Click command named `command`."""
