"""Finnish and English: texts, numbers and dates of everything a person reads in a report."""

from __future__ import annotations

from cxkit.locale.texts import LANGUAGES, Texts

__all__ = ["LANGUAGES", "Texts"]
