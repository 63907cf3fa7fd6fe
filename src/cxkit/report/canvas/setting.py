"""How the words of a picture are set: the type scale in a theme's colours, each text in its language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from cxkit.documents.base import Text
from cxkit.locale.texts import Texts
from cxkit.report.canvas.items import Item, Paragraph, Space, Stack, led, paragraph
from cxkit.report.canvas.measuring import Style
from cxkit.report.canvas.outline_parts import Said
from cxkit.report.canvas.tokens import THEMES, Theme, ThemeName
from cxkit.report.canvas.view import View

Words = Text | str
"""What a canvas says, or what we say ourselves."""


class Setting:
    """Sets the words of a view in paragraphs; rooms are in pixels."""

    def __init__(self, view: View[Any], theme: ThemeName) -> None:
        self.view = view
        self.theme: Theme = THEMES[theme]

    @property
    def texts(self) -> Texts:
        """Our own words in the language shown."""
        return self.view.texts

    def words(self, words: Words) -> str:
        """Return a text in the language shown, where it has that."""
        return words if isinstance(words, str) else self.view.words(words)

    def language_of(self, words: Words) -> str:
        """Return the language in which `words` gives a text: that decides where its words may break."""
        shown, own = self.view.language, self.view.canvas.language or ""
        if isinstance(words, Said):
            return words.language or shown
        if isinstance(words, str):
            return shown
        for language in (shown, own, "en", *words.languages):
            if language in words.languages:
                return language
        return own or shown

    def text(
        self,
        words: Words,
        room: float,
        *,
        size: float = 13,
        leading: float = 19,
        ink: str = "",
        style: Style = "regular",
        sign: str = "",
        after: float = 0,
        role: int | None = None,
    ) -> Paragraph:
        """Set running text."""
        return paragraph(
            self.words(words),
            room,
            language=self.language_of(words),
            size=size,
            leading=leading,
            ink=ink or self.theme.ink,
            style=style,
            sign=sign,
            after=after,
            role=role,
        )

    def title(self, words: Words, room: float) -> Paragraph:
        """Set the title of a sheet."""
        return self.text(words, room, size=34, leading=42, style="semibold", after=8, role=1)

    def led(self, word: str, words: Words, room: float) -> Item:
        """Set running text behind a word that stands out."""
        return led(
            word,
            self.words(words),
            room,
            language=self.language_of(words),
            ink=self.theme.ink,
            rest=self.theme.ink2,
        )

    def heading(self, words: Words, room: float, *, after: float = 10) -> Paragraph:
        """Set the heading of a section."""
        return self.text(words, room, size=20, leading=26, style="semibold", after=after, role=2)

    def name(self, words: Words, room: float, *, after: float = 4, role: int | None = 3) -> Paragraph:
        """Set the name of a thing among others."""
        return self.text(words, room, size=16, leading=22, style="semibold", after=after, role=role)

    def strong(self, words: Words, room: float, *, after: float = 0, ink: str = "") -> Paragraph:
        """Set words that stand out among running text."""
        return self.text(words, room, style="semibold", after=after, ink=ink)

    def label(self, words: Words, room: float, *, after: float = 4, ink: str = "") -> Paragraph:
        """Set what a thing under it is called."""
        return self.text(words, room, size=12, leading=16, ink=ink or self.theme.ink3, after=after)

    def small(self, words: Words, room: float, *, after: float = 0, ink: str = "") -> Paragraph:
        """Set what is said by the way."""
        return self.text(words, room, size=12, leading=17, ink=ink or self.theme.ink2, after=after)

    def grey(self, words: Words, room: float, *, after: float = 0) -> Paragraph:
        """Set a question, or a word on something that is not there."""
        return self.text(words, room, ink=self.theme.ink3, after=after)

    def nothing(self, room: float) -> Paragraph:
        """Say that nothing is known."""
        return self.grey(self.texts.gettext("none identified"), room)

    def notes(
        self,
        notes: Iterable[Text],
        room: float,
        *,
        sign: str = "–",
        empty: Words | None = None,
        size: float = 13,
        leading: float = 19,
        after: float = 4,
        always: bool = False,
    ) -> Item:
        """Set notes: one as a text, several behind a sign each, none as `empty`, or as nothing known.

        With ``always``, one has a sign as well.
        """
        written = tuple(notes)
        if not written:
            asked = self.texts.gettext("none identified") if empty is None else empty
            return self.text(asked, room, size=size, leading=leading, ink=self.theme.ink3)
        mark = sign if always or len(written) > 1 else ""
        return Stack(
            tuple(
                self.text(note, room, sign=mark, size=size, leading=leading, after=after) for note in written
            )
        )

    def labelled(self, label: Words, content: Item, room: float, *, after: float = 14) -> Stack:
        """Set something under what it is called."""
        return Stack((self.label(label, room, after=2), content, Space(after)))

    def block(self, title: Words, content: Sequence[Item], room: float) -> Stack:
        """Set the contents of a block under its name."""
        return Stack(
            (self.text(title, room, size=15, leading=20, style="semibold", after=8, role=2), *content)
        )
