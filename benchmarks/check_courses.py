"""Check a thousand course files of 200 lines, beside check-jsonschema with the schema of cxkit.

Both get the same files and run as processes of their own, by turns; the ratio of each pair is taken and the
median shown. check-jsonschema looks at structure only, cxkit at every rule and worked case as well. After
that 250, 500 and 1,000 files show whether the time grows with the number of files and not faster. Nothing
here passes or fails: it shows.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from courses import write_courses
from grade_roster import alternate, compare, measure

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "schemas" / "course.schema.json"


def main() -> None:
    """Read the options, write the course files, measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--files", type=int, default=1000, help="default: a thousand")
    options.add_argument("--pairs", type=int, default=3, help="how often each is run (default: 3)")
    asked = options.parse_args()
    scripts = Path(sys.executable).parent
    with tempfile.TemporaryDirectory(prefix="cxkit-bench-") as folder:
        files = write_courses(Path(folder), asked.files)
        check = [str(scripts / "cxkit"), "check", "--format", "concise"]
        other = [str(scripts / "check-jsonschema"), "--schemafile", str(SCHEMA)]
        compare(
            f"{asked.files:,} course files of 200 lines",
            ("cxkit check", "check-jsonschema"),
            alternate([*check, *files], [*other, *files], asked.pairs),
        )
        print("cxkit check, more and more files")
        for count in (asked.files // 4, asked.files // 2, asked.files):
            took = statistics.median(measure([*check, *files[:count]]).wall for _ in range(asked.pairs))
            print(f"  {count:>6,} files {took:8.2f} s   {1000 * took / count:6.2f} ms a file", flush=True)


if __name__ == "__main__":
    main()
