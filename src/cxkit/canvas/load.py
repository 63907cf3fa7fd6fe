"""A canvas of any kind from its file: the `kind` that it names chooses the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, BinaryIO

from pydantic import ValidationError

from cxkit.canvas.blocks import model_of
from cxkit.canvas.journey import Journey
from cxkit.canvas.kind import BLOCK_KINDS, OWN_KINDS, Kind, own_kind
from cxkit.canvas.maturity import Maturity
from cxkit.canvas.measurement import Measurement
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.persona import Persona
from cxkit.canvas.programme import Programme
from cxkit.canvas.reflection import Reflection
from cxkit.canvas.strategy import Strategy
from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import Diagnostic, Refused, has_errors, in_order
from cxkit.documents.document import Document
from cxkit.documents.events import parse
from cxkit.documents.kinds import WHAT_KINDS_ARE, nearest_kind
from cxkit.documents.loader import Loaded, kind_problem, load, validate, version_problem
from cxkit.documents.nearness import did_you_mean
from cxkit.documents.problem import shown
from cxkit.documents.source import read_text
from cxkit.documents.wording import findings

_WRITTEN: dict[str, type[CanvasDocument]] = {
    model.KIND: model for model in (Journey, Persona, Measurement, Strategy, Maturity, Programme, Reflection)
}


@cache
def own_model(name: str) -> type[CanvasDocument]:
    """Return the model of one of our kinds; raises KeyError for another name."""
    return model_of(own_kind(name)) if name in BLOCK_KINDS else _WRITTEN[name]


class OwnModels(Mapping[str, type[CanvasDocument]]):
    """The models of our kinds by name; a model that is made of a kind's data is made when it is asked for."""

    def __getitem__(self, name: str) -> type[CanvasDocument]:
        return own_model(name)

    def __iter__(self) -> Iterator[str]:
        return iter(OWN_KINDS)

    def __len__(self) -> int:
        return len(OWN_KINDS)


@dataclass(frozen=True)
class Kinds:
    """The kinds that are known: ours, and those of the user."""

    users: tuple[Kind, ...] = field(default=())

    @classmethod
    def of(cls, files: Iterable[str]) -> Kinds:
        """Read a user's kinds; raises `Refused` when one is not sound, and `UnreadableFile`."""
        loaded = [load_kind(file) for file in files]
        found = [diagnostic for one in loaded for diagnostic in one.diagnostics]
        if found:
            raise Refused(found)
        return cls(tuple(one.or_refuse()[0] for one in loaded))

    @cached_property
    def _models(self) -> dict[str, type[CanvasDocument]]:
        return {kind.id: model_of(kind) for kind in self.users}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all kinds, ours first."""
        return (*OWN_KINDS, *(kind.id for kind in self.users))

    def kind(self, name: str) -> Kind:
        """Return a kind by its name; raises KeyError."""
        users = {kind.id: kind for kind in self.users}
        return users[name] if name in users else own_kind(name)

    def model(self, name: str) -> type[CanvasDocument]:
        """Return the model of a kind by its name; raises KeyError."""
        return self._models[name] if name in self._models else own_model(name)


_A_KIND_OF_ONES_OWN = (
    "For a kind of your own, give its file with `--kind FILE`, or name it in cxkit.toml: "
    '`kinds = ["our-kind.yaml"]`.'
)

OURS = Kinds()
"""No kinds but those that come with cxkit."""


def load_kind(file: str) -> Loaded[Kind]:
    """Read a user's own kind; a name that cxkit uses itself is refused. Raises `UnreadableFile`."""
    return _not_ours(load(file, Kind))


def kind_of(document: Document) -> Loaded[Kind]:
    """Make a user's own kind of a document that was read without errors; refuses as `load_kind` does."""
    return _not_ours(validate(document, Kind))


def _not_ours(loaded: Loaded[Kind]) -> Loaded[Kind]:
    if loaded.model is None or loaded.document is None or loaded.model.id not in WHAT_KINDS_ARE:
        return loaded
    message = f"{shown(loaded.model.id)} is {WHAT_KINDS_ARE[loaded.model.id]} of cxkit's own"
    taken = loaded.document.diagnostic(
        Code.BAD_VALUE, message, at=("id",), hint="Give the kind another name."
    )
    return Loaded(None, loaded.document, (taken,), loaded.text)


def load_canvas(file: str, *, kinds: Kinds = OURS, stream: BinaryIO | None = None) -> Loaded[CanvasDocument]:
    """Read a canvas of any kind; `stream` stands in for the file. Raises `UnreadableFile`."""
    try:
        text = read_text(file, stream=stream)
    except Refused as refused:
        return Loaded(None, None, refused.diagnostics)
    return load_canvas_text(text, file=file, kinds=kinds)


def load_canvas_text(text: str, *, file: str, kinds: Kinds = OURS) -> Loaded[CanvasDocument]:
    """Read a canvas of any kind from text; `file` is the name that diagnostics give."""
    document, diagnostics = parse(text, file)
    if document is None or has_errors(diagnostics):
        return Loaded(None, document, tuple(in_order(diagnostics)), text)
    return validate_canvas(document, kinds=kinds)


def validate_canvas(document: Document, *, kinds: Kinds = OURS) -> Loaded[CanvasDocument]:
    """Make a canvas of a document that was read without errors."""
    name = document.data.get("kind")
    if not isinstance(name, str) or name not in kinds.names:
        return Loaded(None, document, (_no_canvas(document, name, kinds),), document.text)
    model: type[CanvasDocument] = kinds.model(name)
    if name in OWN_KINDS:
        return validate(document, model)
    wrong = version_problem(document, model.VERSION)
    if wrong is not None:
        return Loaded(None, document, (wrong,), document.text)
    try:
        return Loaded(model.model_validate(document.data), document, (), document.text)
    except ValidationError as error:
        return Loaded(None, document, tuple(in_order(findings(error, document, model))), document.text)


def _no_canvas(document: Document, name: Any, kinds: Kinds) -> Diagnostic:
    problem = kind_problem(document)
    if problem is None:
        message = f"This is {WHAT_KINDS_ARE[str(name)]} ({shown(name)}), and a canvas is wanted here"
        hint = f"A canvas has one of the kinds {', '.join(kinds.names)}."
        return document.diagnostic(Code.OTHER_KIND, message, at=("kind",), hint=hint)
    if not isinstance(name, str) or nearest_kind(name) is not None:
        return problem
    hint = did_you_mean(name, [kind.id for kind in kinds.users]) or f"{problem.hint} {_A_KIND_OF_ONES_OWN}"
    return document.diagnostic(problem.code, problem.message, at=("kind",), hint=hint)
