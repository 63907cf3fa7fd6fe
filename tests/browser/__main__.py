"""Says at the end of `make test` which tests were left out, and why."""

import sys

from tests.browser.chromium import left_out

sys.stdout.writelines(f"Left out: {one}\n" for one in left_out())
