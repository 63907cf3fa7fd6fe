"""Where a Finnish word may be broken: before a consonant that begins a syllable.

Only boundaries before a consonant and a vowel are used: they hold in every native word that is no compound.
A compound whose second part begins with a vowel (``lainaus-automaatti``) breaks there when that part is among
those known here; for others the author's soft hyphens tell.
"""

from __future__ import annotations

import re

_VOWELS = "aeiouyåäöAEIOUYÅÄÖ"
_WORD = re.compile(r"[A-Za-zÅÄÖåäöŠšŽž]+")
_BOUNDARY = re.compile(rf"(?<=.)(?=[^{_VOWELS}][{_VOWELS}])")
_SECOND_PARTS = [
    "aineisto",
    "aikataulu",
    "alennus",
    "arviointi",
    "asema",
    "asetus",
    "asiakas",
    "asiakk",
    "asiantuntija",
    "automaatti",
    "avaimet",
    "edustaja",
    "ehdot",
    "ehtoj",
    "elokuva",
    "esitte",
    "esitys",
    "ihmise",
    "ilmoitu",
    "istunto",
    "odotu",
    "ohjaaja",
    "ohjaus",
    "ohjeet",
    "ohjelma",
    "oikeus",
    "olosuhte",
    "omaisuus",
    "ominaisuu",
    "opastu",
    "opetu",
    "opiskel",
    "organisaatio",
    "osaamis",
    "osallistu",
    "osasto",
    "osoite",
    "osuus",
    "ostaja",
    "ostos",
    "uutis",
    "uutuus",
    "ympärist",
    "yhteistyö",
    "yhteys",
    "yhtiö",
    "yksikk",
    "yritys",
    "äänest",
]
_JOINT = re.compile(rf"(?<=[{_VOWELS}][lnrst])(?={'|'.join(_SECOND_PARTS)})")
_SHORTEST_WORD = 10
"""Letters of a word that is worth breaking: a shorter one goes to the next line whole."""

_SHORTEST = 3
"""Letters that stay together at either end of a word: a break after two looks like a slip."""


def breaks(word: str) -> tuple[int, ...]:
    """Return the places in ``word`` where a hyphen may stand, as indexes of the letter after it.

    Foreign scripts, abbreviations in capitals and words with figures have none.
    """
    found: list[int] = []
    for run in _WORD.finditer(word):
        letters = run[0]
        if len(letters) < _SHORTEST_WORD or not letters[1:].islower() or not _stands_alone(word, run):
            continue
        joints = {place.start() for place in _JOINT.finditer(letters)}
        places = {place.start() for place in _BOUNDARY.finditer(letters)} - {at - 1 for at in joints} | joints
        last = len(letters) - _SHORTEST
        found += [
            run.start() + at for at in sorted(places) if _SHORTEST <= at <= last and _has_vowel(letters, at)
        ]
    return tuple(found)


def _stands_alone(word: str, run: re.Match[str]) -> bool:
    around = word[run.start() - 1 : run.start()] + word[run.end() : run.end() + 1]
    return not any(sign.isalnum() or (sign in "@/\\_.:" and run.end() < len(word) - 1) for sign in around)


def _has_vowel(letters: str, at: int) -> bool:
    vowels = set(_VOWELS)
    return bool(vowels & set(letters[:at])) and bool(vowels & set(letters[at:]))
