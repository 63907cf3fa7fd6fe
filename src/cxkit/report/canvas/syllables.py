"""Where a Finnish word may be broken: before a consonant that begins a syllable.

Only boundaries before a consonant and a vowel are used: they hold in every native word that is no compound.
A compound whose second part begins otherwise (``lainaus-automaatti``, ``neuvonta-prosessi``) breaks there
when that part is among those known here; for others the author's soft hyphens tell.
"""

from __future__ import annotations

import re
from itertools import pairwise

_VOWELS = "aeiouyåäöAEIOUYÅÄÖ"
_WORD = re.compile(r"[A-Za-zÅÄÖåäöŠšŽž]+")
_BOUNDARY = re.compile(rf"(?<=.)(?=[^{_VOWELS}][{_VOWELS}])")
_SECOND_PARTS = (
    "aika", "aineisto", "aikataulu", "alennus", "aloitu", "alue", "arviointi", "arvostu", "asema", "asetus",
    "asiakas", "asiakk", "asiakirj", "asiantuntija", "aukiolo", "automaatti", "avaimet", "avustu",
    "edustaja", "ehdot", "ehdotu", "ehtoj", "elokuva", "elämy", "elämä", "erikois", "esine", "esitte",
    "esitys", "etätuki", "etuude", "etuus", "ihmise", "ikkuna", "ilmoitu", "indeksi", "istunto", "odotu",
    "ohjaaja", "ohjaus", "ohjeet", "ohjelma", "oikeus", "olosuhte", "omaisuus", "ominaisuu", "omistaj",
    "opas", "opastu", "opetu", "opiskel", "organisaatio", "osaamis", "osaaja", "osallistu", "osasto",
    "osoite", "osuus", "ostaja", "ostos", "ottami", "otteet", "otto", "uimari", "uinti", "ulkoilu",
    "uudistu", "uusint", "uutis", "uutuus", "yhteistyö", "yhteys", "yhtiö", "yksikk", "yleisö", "ymmärr",
    "ympärist", "yritys", "ystäv", "äänest", "äänite", "öljy", "prosess", "projekt", "profiil", "strategi",
    "brändi", "trendi", "kritiik", "grafiikk",
)  # fmt: skip
_KNOWN = "|".join(_SECOND_PARTS)
# What ends in `-otto` after a vowel is as often `tuotto` as a compound.
_JOINT = re.compile(rf"(?<=..[{_VOWELS}][lnrst])(?={_KNOWN})|(?<=...[{_VOWELS}])(?!ott)(?={_KNOWN})")
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
        places = _places(letters)
        last = len(letters) - _SHORTEST
        found += [
            run.start() + at for at in sorted(places) if _SHORTEST <= at <= last and _has_vowel(letters, at)
        ]
    return tuple(found)


def _places(letters: str) -> set[int]:
    """Return the joints of a compound, and the boundaries of syllables within its parts.

    No boundary tears a lone letter, or consonants alone, off a part.
    """
    joints = sorted({0, *(place.start() for place in _JOINT.finditer(letters)), len(letters)})
    inner = {place.start() for place in _BOUNDARY.finditer(letters)}
    found = set(joints[1:-1])
    for start, end in pairwise(joints):
        found |= {
            at for at in inner if start + 2 <= at <= end - 2 and _has_vowel(letters[start:end], at - start)
        }
    return found


def _stands_alone(word: str, run: re.Match[str]) -> bool:
    around = word[run.start() - 1 : run.start()] + word[run.end() : run.end() + 1]
    return not any(sign.isalnum() or (sign in "@/\\_.:" and run.end() < len(word) - 1) for sign in around)


def _has_vowel(letters: str, at: int) -> bool:
    vowels = set(_VOWELS)
    return bool(vowels & set(letters[:at])) and bool(vowels & set(letters[at:]))
