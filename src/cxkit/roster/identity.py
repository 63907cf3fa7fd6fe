"""Find the columns that say who a student is: id, e-mail address, name and route."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from cxkit.course.model import Course
from cxkit.roster.headers import header_key
from cxkit.roster.matching import ANY_NUMBER, HeaderLine

ID_HEADERS: Final = (
    "id",
    "student id",
    "student number",
    "id number",
    "sid",
    "student no",
    "opiskelijanumero",
    "opiskelijanro",
    "opiskeluoikeusnumero",
    "id-numero",
    "id-nummer",
    "matrikelnummer",
)
EMAIL_HEADERS: Final = (
    "email address",
    "email",
    "sähköpostiosoite",
    "sähköposti",
    "e-mail-adresse",
)
NAME_HEADERS: Final = (
    "name",
    "student",
    "student name",
    "full name",
    "nimi",
    "opiskelija",
    "opiskelijan nimi",
)
FIRST_NAMES: Final = ("first name", "given name", "etunimi", "etunimet", "vorname")
LAST_NAMES: Final = ("last name", "surname", "family name", "sukunimi", "nachname")


@dataclass(frozen=True, slots=True)
class Identity:
    """The columns that identify students; `id` is None when there is none, which has been reported."""

    id: int | None
    id_kind: Literal["id", "email"]
    email: int | None
    name: tuple[int, ...]
    route: int | None


def compact(text: str) -> str:
    """Fold a header further: `Student_Number`, `student number` and `studentNumber` are one."""
    return "".join(c for c in header_key(text) if c not in " _-.")


def identify(line: HeaderLine, course: Course) -> Identity:
    """Find the identity columns, those that the course file names before those known by their headers."""
    options = course.roster
    email = _column(line, options.email, EMAIL_HEADERS, "the e-mail address")
    own = _column(line, options.id, ID_HEADERS, "the student id")
    id_kind: Literal["id", "email"] = "id"
    if own is None and options.id is None:
        own, id_kind = email, "email"
        if own is None:
            looked_for = ", ".join((*ID_HEADERS, *EMAIL_HEADERS[:2]))
            message = f"No column tells the students apart; looked for {looked_for}"
            line.missing("CX204", message, ["student number"])
    if own is not None:
        line.find([line.headers[own].text], (), "the student id", any_case=True)
    return Identity(own, id_kind, email, _names(line, options.name), _route(line, course))


def _names(line: HeaderLine, named: str | tuple[str, ...] | None) -> tuple[int, ...]:
    if named is not None:
        columns = [
            line.named(name, ANY_NUMBER, "the name")
            for name in ([named] if isinstance(named, str) else named)
        ]
        return tuple(header.index for header in columns if header is not None)
    whole = _known(line, NAME_HEADERS)
    if whole is not None:
        return (whole,)
    parts = (_known(line, FIRST_NAMES), _known(line, LAST_NAMES))
    return tuple(index for index in parts if index is not None)


def _route(line: HeaderLine, course: Course) -> int | None:
    named = course.roster.route or course.route_column
    header = line.named(named, ANY_NUMBER, "the route") if named else None
    return None if header is None else header.index


def _column(line: HeaderLine, named: str | None, known: Sequence[str], what: str) -> int | None:
    if named is None:
        return _known(line, known)
    header = line.named(named, ANY_NUMBER, what)
    return None if header is None else header.index


def _known(line: HeaderLine, known: Sequence[str]) -> int | None:
    """Find a column by the well-known headers, of which the first that is there is taken."""
    by_name = {compact(header.text): header.index for header in reversed(line.headers)}
    return next((by_name[compact(name)] for name in known if compact(name) in by_name), None)
