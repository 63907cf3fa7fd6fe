"""What `canvas new --example` writes: a filled canvas of every kind, in Finnish and in English.

The texts are files of their own beside the kinds, for the sake of their comments.
"""

from __future__ import annotations

from pathlib import Path

LANGUAGES = ("fi", "en")
"""The languages in which there are examples."""

_FOLDER = Path(__file__).parent / "examples"


def example_text(kind: str, language: str) -> str:
    """Return the text of a filled canvas of a kind of ours; raises KeyError for another kind or language."""
    try:
        return (_FOLDER / f"{kind}.{language}.yaml").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KeyError(kind, language) from None
