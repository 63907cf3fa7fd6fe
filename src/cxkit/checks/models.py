"""The kinds of document that this version reads, each with its model.

A kind that is listed here has its JSON Schema under `schemas/`, without further ado.
"""

from __future__ import annotations

from cxkit.canvas.kind import Kind
from cxkit.canvas.load import OwnModels
from cxkit.course.model import Course
from cxkit.documents.base import DocumentModel

MODELS: dict[str, type[DocumentModel]] = {Course.KIND: Course, **OwnModels(), Kind.KIND: Kind}
"""Models by kind."""
