"""Let atheris look for an input that ends in anything but findings: `make fuzz`.

It begins with every example of the rules, of the courses and of the canvases, sees which branches of cxkit an
input reaches, and goes on from those that reach new ones. A find is left in `build` as `crash-…`.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["cxkit", "tests.fuzz"]):
    from tests.fuzz.harmless import CANVASES, COURSES, SETTINGS, SHORT, check_configuration, check_document

MARK = b"\x01"
"""The first byte of an input that is a configuration; every other input is a document."""


def main() -> None:
    """Run with the arguments of libFuzzer, such as -max_total_time=300."""
    with tempfile.TemporaryDirectory(prefix="cxkit-fuzz-") as folder:
        corpus, settings = Path(folder) / "corpus", Path(folder) / "settings"
        corpus.mkdir()
        settings.mkdir()
        for number, text in enumerate((*SHORT, *COURSES, *CANVASES)):
            (corpus / f"document-{number}").write_bytes(text.encode("utf-8", "surrogateescape"))
        for number, text in enumerate(SETTINGS):
            (corpus / f"configuration-{number}").write_bytes(MARK + text.encode())

        def judge(raw: bytes) -> None:
            if raw.startswith(MARK):
                check_configuration(raw.removeprefix(MARK), settings)
            else:
                check_document(raw)

        atheris.Setup([*sys.argv, "-max_len=20000", str(corpus)], judge)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
