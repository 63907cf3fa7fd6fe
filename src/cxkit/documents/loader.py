"""A file → a frozen model, or diagnostics with line and column; how every room reads its documents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import BinaryIO, Generic, TypeVar

from pydantic import ValidationError

from cxkit.documents.base import DocumentModel
from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import Diagnostic, Refused, has_errors, in_order
from cxkit.documents.document import Document
from cxkit.documents.events import parse
from cxkit.documents.kinds import WHAT_KINDS_ARE, is_ours, nearest_kind, slip_for_kind
from cxkit.documents.problem import shown
from cxkit.documents.source import read_text
from cxkit.documents.spaces import hint_for_key, key_meant
from cxkit.documents.wording import findings

_CANVAS_KINDS = "`kind: journey`, `kind: persona` or another"
_OTHER_KINDS = "A course file has `kind: course`, a canvas its own kind, such as `journey` or `persona`."
M = TypeVar("M", bound=DocumentModel)


@dataclass(frozen=True)
class Loaded(Generic[M]):
    """What reading a document gave: the model when nothing was wrong, and what was found.

    `text` is the file's text, wherever there was any, so that findings can be shown with their line.
    """

    model: M | None
    document: Document | None
    diagnostics: tuple[Diagnostic, ...]
    text: str | None = None

    def or_refuse(self) -> tuple[M, Document]:
        """Return the model and its document; raises `Refused` when there is none."""
        if self.model is None or self.document is None:
            raise Refused(self.diagnostics)
        return self.model, self.document


def load(file: str, model: type[M], *, stream: BinaryIO | None = None) -> Loaded[M]:
    """Read a document of the kind that `model` describes; `stream` stands in for the file.

    What is wrong inside the file is among the diagnostics. Raises `UnreadableFile` when there is no inside.
    """
    try:
        text = read_text(file, stream=stream)
    except Refused as refused:
        return Loaded(None, None, refused.diagnostics)
    return load_text(text, model, file=file)


def load_text(text: str, model: type[M], *, file: str) -> Loaded[M]:
    """Read a document from text; `file` is the name that diagnostics give."""
    document, diagnostics = parse(text, file)
    if document is None or has_errors(diagnostics):
        return Loaded(None, document, tuple(in_order(_of(document, diagnostics))), text)
    return validate(document, model)


def _of(document: Document | None, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    if document is None:
        return diagnostics
    return [replace(diagnostic, document=document.id) for diagnostic in diagnostics]


def validate(document: Document, model: type[M]) -> Loaded[M]:
    """Make a model of a document that was read without errors."""
    wrong_head = kind_problem(document, model.KIND) or version_problem(document, model.VERSION)
    if wrong_head is not None:
        return Loaded(None, document, (wrong_head,), document.text)
    try:
        return Loaded(model.model_validate(document.data), document, (), document.text)
    except ValidationError as error:
        found = tuple(in_order(findings(error, document, model)))
        return Loaded(None, document, found, document.text)


def kind_problem(document: Document, wanted: str | None = None) -> Diagnostic | None:
    """Say why a document's `kind` is not the wanted one (by default: any of ours), or None when it is."""
    kind = document.data.get("kind")
    example = wanted or "course"
    if kind is None:
        message, hint = "`kind` is missing", f"Add `kind: {example}` as the first line."
        if wanted in (None, "course") and not is_ours(document.data):
            hint = f"Add the first line: `kind: course` in a course file, {_CANVAS_KINDS} in a canvas."
        slip = key_meant(document.data, "kind") or slip_for_kind(document.data)
        if slip is not None:
            hint = hint_for_key(slip) or f"Write `kind` in place of {shown(slip)}."
            return document.diagnostic(Code.MISSING_KIND, message, at=(slip,), at_key=True, hint=hint)
        return document.diagnostic(Code.MISSING_KIND, message, at=("kind",), at_key=True, hint=hint)
    if not isinstance(kind, str) or kind not in WHAT_KINDS_ARE:
        near = nearest_kind(kind) if isinstance(kind, str) else None
        hint = f"Did you mean `{near}`?" if near else _OTHER_KINDS
        return document.diagnostic(
            Code.UNKNOWN_KIND, f"{shown(kind)} is not a kind that cxkit knows", at=("kind",), hint=hint
        )
    if wanted is not None and kind != wanted:
        message = f"This is {WHAT_KINDS_ARE[kind]} (`{kind}`), and {WHAT_KINDS_ARE[wanted]} is wanted here"
        hint = f"Give a file with `kind: {wanted}`."
        return document.diagnostic(Code.OTHER_KIND, message, at=("kind",), hint=hint)
    return None


def version_problem(document: Document, newest: int = 1) -> Diagnostic | None:
    """Say why a document's `version` cannot be read, or None when it can."""
    version = document.data.get("version")
    if version is None:
        message, hint = "`version` is missing", f"Add `version: {newest}` under `kind`."
        slip = key_meant(document.data, "version")
        hint = (hint_for_key(slip) if slip else None) or hint
        at = (slip or "version",)
        return document.diagnostic(Code.MISSING_VERSION, message, at=at, at_key=True, hint=hint)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        message = f"`version` must be a whole number from 1 up, not {shown(version)}"
        hint = f"The version of this kind of file is {newest}."
        return document.diagnostic(Code.BAD_VERSION, message, at=("version",), hint=hint)
    if version > newest:
        message = f"`version` {version} is newer than what this cxkit reads, which is {newest}"
        return document.diagnostic(Code.NEWER_VERSION, message, at=("version",), hint="Update cxkit.")
    return None
