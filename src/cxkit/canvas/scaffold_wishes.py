"""What a new canvas is to hold, and how it is being written: names that became ids, words in its language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from cxkit.canvas.kind import Asked, Kind
from cxkit.canvas.naming import new_id
from cxkit.canvas.scaffold_examples import EXAMPLES
from cxkit.canvas.scaffold_sheet import Sheet
from cxkit.canvas.scaffold_texts import TEXTS, ScaffoldTexts
from cxkit.canvas.workspace import Workspace
from cxkit.documents.base import Text


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for: ``id`` is what the canvas's id is made of, such as the name of its file."""

    language: str
    id: str
    title: str | None = None
    personas: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Writing:
    """A canvas that is being written, and the canvases beside it. Raises KeyError for an unknown language."""

    sheet: Sheet
    kind: Kind
    wishes: Wishes
    beside: Workspace

    @property
    def texts(self) -> ScaffoldTexts:
        """The words of the scaffold's language."""
        return TEXTS[self.wishes.language]

    @property
    def examples(self) -> dict[str, str]:
        """The examples in the scaffold's language, by the key below which each is shown."""
        return EXAMPLES[self.wishes.language]

    def words(self, text: Text) -> str:
        """Return a text in the scaffold's language, on one line."""
        return " ".join(text.get(self.wishes.language).split())

    def ask(self, asked: Asked, depth: int = 0, question: Text | None = None) -> None:
        """Write a title, its guiding question and the hint as a comment."""
        said = [f"{self.words(asked.title)}:"]
        said += [self.words(one) for one in (question or asked.question, asked.hint) if one is not None]
        self.sheet.comment(" ".join(said), depth)

    @cached_property
    def known_personas(self) -> dict[str, str]:
        """The ids of the folder's personas by each name that they have, in small letters."""
        found: dict[str, str] = {}
        for identifier, held in self.beside.personas.items():
            for text in (held.value.name, held.value.title):
                for _, name in text.entries if text is not None else ():
                    found.setdefault(name.strip().casefold(), identifier)
        found.update({identifier.casefold(): identifier for identifier in self.beside.personas})
        return found

    @cached_property
    def known_channels(self) -> dict[str, str]:
        """The ids of the channels in the folder's journeys by each name that they have, in small letters.

        Only measurement canvases name those of others; a journey has its channels in full.
        """
        found: dict[str, str] = {}
        for identifier, held in self.beside.channels.items() if self.kind.id == "measurement" else ():
            for _, name in held.value.title.entries if held.value.title is not None else ():
                found.setdefault(name.strip().casefold(), identifier)
        found.update({one.casefold(): one for one in self.beside.channels if self.kind.id == "measurement"})
        return found

    def personas(self) -> list[tuple[str, str]]:
        """Return the id and name of each persona that was asked for; a new one gets an id of its own."""
        return self._with_ids(self.wishes.personas, self.known_personas, "persona")

    def channels(self) -> list[tuple[str, str]]:
        """Return the id and name of each channel that was asked for."""
        return self._with_ids(self.wishes.channels, self.known_channels, "channel")

    def stages(self) -> list[tuple[str, str]]:
        """Return the id and name of each stage that was asked for."""
        return self._with_ids(self.wishes.stages, {}, "stage")

    def _with_ids(self, names: tuple[str, ...], known: dict[str, str], what: str) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for name in (one.strip() for one in names):
            identifier = known.get(name.casefold())
            if identifier is None or self.kind.id == "persona":
                taken = [*known.values(), *(earlier for earlier, _ in found)]
                if self.kind.id == "persona":
                    taken += [member.canvas.id for member in self.beside.members]
                identifier = new_id(name, taken=taken, fallback=what)
            if identifier not in (earlier for earlier, _ in found):
                found.append((identifier, name))
        return found
