"""The command line: Click, reporters and exit codes, nothing else."""
