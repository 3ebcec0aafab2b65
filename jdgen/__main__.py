"""Run jdgen: `python -m jdgen` and the `jdgen` script."""

import gc

# A short run makes little garbage; looking for it three times a second costs a tenth of the time, and importing Click begins with it.
gc.set_threshold(500_000)

from jdgen.cli.main import main

if __name__ == "__main__":
    main()
