"""The codes of what is wrong in a file to import, each with the sentence that says what it stands for."""

from __future__ import annotations

from typing import Final

CODES: Final[dict[str, str]] = {
    "CX380": "A Mermaid diagram is not a user journey, or there is none.",
    "CX381": "A line has no meaning in a Mermaid user journey.",
    "CX382": "The score of a Mermaid task is missing, or is no whole number from 1 to 5.",
    "CX383": "A touchpoint table has no column that names the touchpoints.",
    "CX384": "A column of a touchpoint table is unknown, or stands twice.",
    "CX385": "A cell of a touchpoint table cannot be read.",
    "CX386": "Two rows of a touchpoint table contradict each other.",
    "CX387": "A row of a touchpoint table is not as long as the header, or a quote is not closed.",
    "CX388": "The file has more touchpoints than a journey can have.",
    "CX389": "There are more problems than are listed.",
    "CX390": "A touchpoint table is read as Windows-1252.",
}

MOST_TOUCHPOINTS = 2000
"""How many touchpoints one file may bring."""
