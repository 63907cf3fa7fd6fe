"""The roster's codes, each with the sentence that says what it stands for."""

from __future__ import annotations

from typing import Final

CODES: Final[dict[str, str]] = {
    "CX201": "The roster has no header line.",
    "CX202": "The roster holds a NUL character.",
    "CX203": "The roster has more columns than any gradebook.",
    "CX204": "No column tells the students apart.",
    "CX205": "A column that a component needs is not in the roster.",
    "CX206": "A column that the course file names is not in the roster.",
    "CX207": "Two columns of the roster could both be the one that is needed.",
    "CX208": "One column of the roster fits two components.",
    "CX209": "Attendance counts, but nothing says where the roster has it.",
    "CX210": "A row has more or fewer cells than the header.",
    "CX211": "A quoted cell is not closed.",
    "CX212": "Something follows the closing quote of a cell.",
    "CX213": "A cell is longer than 128 KiB.",
    "CX214": "A line is longer than 16 MiB.",
    "CX220": "A mark cannot be read.",
    "CX221": "The roster mixes decimal commas and decimal points.",
    "CX222": "The percentages of a column look like shares of one.",
    "CX223": "A student has no id.",
    "CX224": "A spreadsheet has turned an id into a number.",
    "CX225": "A student is in the roster twice.",
    "CX226": "A route is not one of the course's.",
    "CX227": "A student's route needs a column that is not in the roster.",
    "CX228": "A row is a summary of the others, not a student.",
    "CX230": "An attendance cell cannot be read.",
    "CX231": "An attendance cell is empty.",
    "CX232": "A student has more absences or attendances than there were sessions.",
    "CX240": "The roster is read as Windows-1252.",
    "CX241": "The roster has no students.",
    "CX242": "The id column is empty; the e-mail address is used instead.",
    "CX243": "Some ids are shorter than the others, as if leading zeros were lost.",
    "CX244": "Students without a route have marks that only a route counts.",
    "CX249": "There are more problems than are listed.",
}
