"""`course new`: a course file to begin with, which explains its own choices and passes the check.

Written as text and not from the model, for the sake of its comments.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from string import Template

from cxkit.course.export_columns import ColumnGuess
from cxkit.course.guesses import Guess, GuessedComponent, components_from_headers, new_id
from cxkit.course.scaffold_texts import TEXTS, ScaffoldTexts

__all__ = ["DEFAULT_ID", "SCHEMA", "ColumnGuess", "components_from_headers", "new_course"]

DEFAULT_ID = "COURSE-1"
SCHEMA = "schemas/course.schema.json"
"""Where editors look for the schema of course files, from the place of the file."""

_PLAIN = re.compile(r"[^\W\d_](?:[\w -]*\w)?")
_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"})


def new_course(
    *,
    language: str,
    id: str = DEFAULT_ID,  # noqa: A002 - the key's name
    title: str | None = None,
    columns: Sequence[ColumnGuess] = (),
    schema: str = SCHEMA,
) -> str:
    """Return the text of a new course file with comments in a language, `fi` or `en`.

    ``columns`` are those of a gradebook export; without any that could be a mark the file holds an
    example. An ``id`` that could not be one is made usable. Raises KeyError for another language.
    """
    texts = TEXTS[language]
    guess = components_from_headers([_cleaned(column) for column in columns])
    components = guess.components or _example(texts)
    return Template(texts.template).substitute(
        schema=schema,
        id=_scalar(_usable_id(id)),
        title=_scalar(_visible(title or "") or texts.title),
        weights=f"weights: relative  # {texts.relative}\n" if guess.relative else "",
        components="\n".join(_component(component, guess, texts) for component in components),
        absence=_scalar(guess.absence or texts.absence_column),
        route=_scalar(guess.route or texts.route_column),
        tests="\n".join(_tests(components, texts)),
    )


def _example(texts: ScaffoldTexts) -> tuple[GuessedComponent, ...]:
    exam, project, own = texts.example
    return (
        GuessedComponent(new_id(exam, taken=()), exam, Decimal(60), "points", Decimal(40)),
        GuessedComponent(new_id(project, taken=()), project, Decimal(40), "points", Decimal(100)),
        GuessedComponent(new_id(own, taken=()), own, Decimal(0), "pass_fail"),
    )


def _component(component: GuessedComponent, guess: Guess, texts: ScaffoldTexts) -> str:
    lines = [f"  - id: {_scalar(component.id)}", f"    title: {_scalar(component.title)}"]
    if component.attempts:
        lines.append(f"    column: {_listed(component.attempts)}  # {texts.attempts}")
    if component.retake_of is not None:
        attempts = _listed((component.retake_of, component.title))
        lines[:0] = [f"  # {line.format(columns=attempts)}" for line in texts.retake]
    if component.weight:
        lines.append(f"    weight: {_number(component.weight)}")
    if component.mark != "points":
        lines.append(f"    mark: {component.mark}")
    if component.mark == "pass_fail":
        lines.append(f"    required: true  # {texts.gate}")
    if component.max is not None:
        why = texts.optional_max
        if guess.components:
            seen = component.largest
            why = texts.guessed_max.format(largest=_number(seen)) if seen else texts.unknown_max
        lines.append(f"    max: {_number(component.max)}  # {why}")
    return "\n".join(lines)


def _tests(components: Sequence[GuessedComponent], texts: ScaffoldTexts) -> list[str]:
    """Write the two cases that come out the same on every course: everything and nothing."""
    full = ", ".join(f"{_scalar(component.id)}: {_best(component)}" for component in components)
    nothing = ", ".join(f"{_scalar(component.id)}: {_worst(component)}" for component in components)
    return [
        f"  - name: {texts.full}",
        f"    given: {{{full}}}",
        "    percent: 100",
        "    grade: 5",
        "    status: passed",
        f"  - name: {texts.nothing}",
        f"    given: {{{nothing}}}",
        "    percent: 0",
        "    grade: 0",
        "    status: failed",
    ]


def _best(component: GuessedComponent) -> str:
    if component.mark == "pass_fail":
        return "pass"
    return _number(component.max if component.max is not None else Decimal(100))


def _worst(component: GuessedComponent) -> str:
    return "fail" if component.mark == "pass_fail" else "0"


def _cleaned(column: ColumnGuess) -> ColumnGuess:
    return replace(column, title=_visible(column.title), header=_visible(column.header))


def _visible(text: str) -> str:
    """Return a text on one line and without characters that a document refuses or nobody sees."""
    return " ".join("".join(" " if unicodedata.category(c) in _UNSEEN else c for c in text).split())


def _usable_id(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9_-]+", "-", plain).strip("-_")[:60].strip("-_")
    if not name:
        return DEFAULT_ID
    return name if new_id(name, taken=()) != f"{name.casefold()}_mark" else f"COURSE-{name}"


def _listed(titles: Sequence[str]) -> str:
    return f"[{', '.join(_scalar(title) for title in titles)}]"


def _scalar(text: str) -> str:
    """Write a text as a YAML scalar, in quotes unless it is plainly a word or several."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False)


def _number(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
