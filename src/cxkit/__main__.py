"""`python -m cxkit`: the program, where its script is not on the path."""

import sys

from cxkit.cli.app import main

if __name__ == "__main__":
    sys.exit(main())
