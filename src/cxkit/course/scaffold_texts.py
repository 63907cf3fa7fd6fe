"""The words of a new course file, in Finnish and English; what varies is filled in by `scaffold`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScaffoldTexts:
    """One language's template and the phrases that are put into it."""

    title: str
    example: tuple[str, str, str]
    """Titles of the example's exam, project and self-assessment."""
    template: str
    relative: str
    guessed_max: str
    unknown_max: str
    optional_max: str
    gate: str
    attempts: str
    retake: tuple[str, str]
    """Lines above a component that looks like a retake; its ``columns`` as attempts are filled in."""
    absence_column: str
    route_column: str
    full: str
    nothing: str


ENGLISH = ScaffoldTexts(
    title="Name of the course",
    example=("Exam", "Project", "Self-assessment"),
    template="""\
# yaml-language-server: $$schema=$schema
# The line above is for editors; `cxkit schema --all schemas`, run in the folder of this file, writes
# the schema that it names.
#
# A course file for cxkit: how marks become grades on this course.
# A line that begins with # is a comment. Read from the top and change what is not so on your course.
# Weights, maxima and limits are guesses to begin with: compare each with your own rules, because no
# program can. What is wrong within the file, such as weights that do not sum to 100, it shows.
# Check the file:                 cxkit check THIS-FILE
# Then grade a gradebook export:  cxkit grade EXPORT.csv --course THIS-FILE
kind: course
version: 1

# The id of this implementation, and its name. A text may also be given by language:
# title: {fi: Palvelumuotoilu, en: Service design}
id: $id
title: $title
language: en
credits: 5

# The scale: 0-5, H-5 (the fail is shown as H), pass-fail, or one of your own from the lowest
# grade to the highest: {grades: [F, E, D, C, B, A]}
scale: 0-5

# The percent at which each grade begins; exactly the limit is enough. Below the lowest is a fail.
# If you give only some grades, as in {1: 40, 3: 70, 5: 90}, the others are not given at all,
# unless you add `between: midpoint`, which sets their limits evenly in between.
bands: {1: 50, 2: 60, 3: 70, 4: 80, 5: 90}

# What is marked. The weights are percents and must sum to exactly 100, or with `weights: relative`
# shares of whatever they sum to, such as 1, 1 and 2; a component without weight does not affect the
# percent. `max` is how many points make 100 percent. The column in the export is found by the title;
# give `column: "Header"` when it is called something else there, and `column: [Exam, Retake]` for
# several attempts, of which the best counts.
# `mark: percent` is for percents, `mark: pass_fail` for pass or fail, `mark: grade` for grades.
# An empty mark is worth zero; `missing: incomplete` leaves the grade open until the mark is there.
${weights}components:
$components

# Every component must be passed, not only those that say `required: true`:
# all_required: true

# What absence does: more than 25 % of the sessions missed lowers the grade by one, more than 50 %
# fails the course. The sessions are counted from the timetable.
# sessions: [{date: 2026-01-13}, {date: 2026-01-20}, {date: 2026-01-27}, {date: 2026-02-03}]
# attendance:
#   column: {absent: $absence}
#   rules:
#     - {above: 25, lower: 1}
#     - {above: 50, fail: true}

# Another way to complete the course, for students whom the route's column names:
# route_column: $route
# routes:
#   - {id: work, title: Learning at work, attendance: false}

# Worked cases whose result you know: `cxkit check` grades them and says which come out otherwise.
# Change them when you change the components, and add those that you would have to explain.
tests:
$tests
""",
    relative="all count the same; take this line out to give percents",
    guessed_max="the largest mark so far is {largest}; correct this to the real maximum",
    unknown_max="no marks yet to guess from; correct this to the real maximum",
    optional_max="points that make 100 percent",
    gate="without this the course is not passed",
    attempts="attempts, of which the best counts",
    retake=(
        "Is this a retake? Then give the two one component, with the line",
        "column: {columns}",
    ),
    absence_column="Absences",
    route_column="Route",
    full="full marks",
    nothing="no points at all",
)

FINNISH = ScaffoldTexts(
    title="Opintojakson nimi",
    example=("Tentti", "Projekti", "Itsearviointi"),
    template="""\
# yaml-language-server: $$schema=$schema
# Ylin rivi on tekstieditoreita varten; sen nimeämän skeeman kirjoittaa tämän tiedoston kansiossa
# annettu komento `cxkit schema --all schemas`.
#
# cxkitin opintojaksotiedosto: näin merkinnöistä tulee arvosanoja tällä opintojaksolla.
# Merkillä # alkava rivi on kommentti. Lue ylhäältä alas ja muuta se, mikä ei pidä paikkaansa.
# Painot, enimmäispisteet ja rajat ovat aluksi arvauksia: vertaa jokaista omiin sääntöihisi, sillä
# ohjelma ei niitä tiedä. Virheet itse tiedostossa, kuten painot, joiden summa ei ole 100, se näyttää.
# Tarkista tiedosto:        cxkit check TÄMÄ-TIEDOSTO
# Laske sitten arvosanat:   cxkit grade LISTA.csv --course TÄMÄ-TIEDOSTO
kind: course
version: 1

# Toteutuksen tunnus ja nimi. Tekstin voi antaa myös kielittäin:
# title: {fi: Palvelumuotoilu, en: Service design}
id: $id
title: $title
language: fi
credits: 5

# Arviointiasteikko: 0-5, H-5 (hylätty näkyy H:na), pass-fail (hyväksytty/hylätty) tai oma asteikko
# alimmasta arvosanasta ylimpään: {grades: [F, E, D, C, B, A]}
scale: 0-5

# Prosentti, josta kukin arvosana alkaa; tasan rajalla oleva saa arvosanan. Alimman rajan alla
# suoritus on hylätty. Jos annat vain osan arvosanoista, kuten {1: 40, 3: 70, 5: 90}, muita ei
# anneta lainkaan, ellet lisää riviä `between: midpoint`, joka asettaa niiden rajat tasavälein.
bands: {1: 50, 2: 60, 3: 70, 4: 80, 5: 90}

# Osasuoritukset. Painot ovat prosentteja, ja niiden summan on oltava tasan 100; rivillä
# `weights: relative` ne ovat osuuksia summastaan, esimerkiksi 1, 1 ja 2. Painoton osasuoritus ei
# vaikuta prosenttiin. `max` on pistemäärä, joka vastaa sataa prosenttia. Arviointilistan sarake
# löytyy otsikon (title) perusteella; jos sarakkeella on siellä toinen nimi, kirjoita
# `column: "Sarakkeen nimi"`, ja jos suorituskertoja on useita, `column: [Tentti, Uusinta]`: paras jää
# voimaan.
# `mark: percent` tarkoittaa prosentteja, `mark: pass_fail` hyväksyttyä tai hylättyä ja `mark: grade`
# arvosanaa. Tyhjä merkintä on nolla; `missing: incomplete` jättää arvosanan avoimeksi, kunnes
# merkintä on tehty.
${weights}components:
$components

# Kaikki osasuoritukset on läpäistävä, ei vain ne, joissa on `required: true`:
# all_required: true

# Poissaolojen vaikutus: yli 25 % opetuskerroista poissa laskee arvosanaa yhdellä, yli 50 % hylkää.
# Opetuskerrat lasketaan lukujärjestyksestä.
# sessions: [{date: 2026-01-13}, {date: 2026-01-20}, {date: 2026-01-27}, {date: 2026-02-03}]
# attendance:
#   column: {absent: $absence}
#   rules:
#     - {above: 25, lower: 1}
#     - {above: 50, fail: true}

# Vaihtoehtoinen suoritustapa opiskelijoille, joille suoritustavan sarake sen nimeää:
# route_column: $route
# routes:
#   - {id: work, title: Opinnollistaminen, attendance: false}

# Esimerkkitapauksia, joiden tuloksen tiedät: `cxkit check` laskee ne ja kertoo, jos jokin menee
# toisin. Muuta niitä, kun muutat osasuorituksia, ja lisää ne, jotka joutuisit perustelemaan.
tests:
$tests
""",
    relative="kaikki painavat yhtä paljon; poista rivi, jos annat painot prosentteina",
    guessed_max="suurin merkintä tähän mennessä on {largest}; korjaa todelliseksi enimmäismääräksi",
    unknown_max="merkintöjä ei vielä ole; korjaa todelliseksi enimmäismääräksi",
    optional_max="pistemäärä, joka vastaa sataa prosenttia",
    gate="tämä on läpäistävä, jotta opintojakson voi läpäistä",
    attempts="suorituskerrat, joista paras jää voimaan",
    retake=(
        "Onko tämä uusinta? Tee silloin näistä kahdesta yksi osasuoritus, jossa on rivi",
        "column: {columns}",
    ),
    absence_column="Poissaolot",
    route_column="Suoritustapa",
    full="täydet pisteet",
    nothing="ei yhtään pistettä",
)

TEXTS = {"en": ENGLISH, "fi": FINNISH}
