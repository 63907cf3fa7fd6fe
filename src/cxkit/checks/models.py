"""The kinds of document that this version reads, each with its model.

A kind that is listed here is checked, and has its JSON Schema under `schemas/`, without further ado.
"""

from __future__ import annotations

from cxkit.course.model import Course
from cxkit.documents.base import DocumentModel

MODELS: dict[str, type[DocumentModel]] = {model.KIND: model for model in (Course,)}
"""Models by kind."""
