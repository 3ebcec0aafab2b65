"""Run jdgen: `python -m jdgen` and the `jdgen` script."""

from jdgen.cli.main import main

if __name__ == "__main__":
    main()
