"""What a new canvas says besides the questions of its kind, in Finnish and English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScaffoldTexts:
    """One language's words. ``remarks`` stand beside keys or above them."""

    schema: str
    source: str
    how: str
    check: str
    id_and_title: str
    more_in_head: str
    touchpoint: str
    stages: tuple[str, str, str]
    """Ids of the stages before, at and after the purchase."""
    remarks: dict[str, str]


FINNISH = ScaffoldTexts(
    schema="Ylin rivi on tekstieditoreita varten; sen nimeämän skeeman kirjoittaa tämän tiedoston "
    "kansiossa annettu komento `cxkit schema --all schemas`.",
    source="Lähde: {cite}.",
    how="Merkillä # alkava rivi on ohje. Kirjoita vastaus avaimen kaksoispisteen jälkeen; moneen kohtaan "
    "käy myös luettelo: [ensimmäinen, toinen]. Lainausmerkit ovat pakolliset, jos tekstissä on "
    'kaksoispisteen jälkeen väli tai merkin # edellä väli, kuten "Nouto: tiski" tai "Ovi #2". Tyhjäksi '
    "jäänyt avain ei ole virhe.",
    check="Tarkista, mitä vielä puuttuu: cxkit check TÄMÄ-TIEDOSTO",
    id_and_title="Tunnus, jolla muut kanvaasit viittaavat tähän, ja nimi ihmisille. Tekstin voi antaa myös "
    "kielittäin: {fi: Varatun kirjan nouto, en: Picking up a reserved book}",
    more_in_head="Kuvan alareunaan tulevat organisaatio, omistaja ja päiväys:",
    touchpoint="kohtaamispiste",
    stages=("ennen", "osto", "jalkeen"),
    remarks={
        "touchpoint.id": "anna tunnus, josta kohdan tuntee",
        "touchpoint.channel": "kanavan tunnus",
        "touchpoint.importance": "Kuinka paljon kohta painaa asiakkaalle, 1-5?",
        "touchpoint.critical": "Ratkaiseeko tämä kohta koko kokemuksen? true, jos ratkaisee; silloin "
        "tarvitaan mittari.",
        "touchpoint.evidence": "Mihin kuvaus nojaa: data, haastattelu (interview) vai oletus (assumption)?",
        "touchpoint.next": "Seuraavat kohtaamispisteet samaan tapaan, kukin oman viivansa (-) alle.",
        "lanes": "Palvelun prosessikuvaus (service blueprint) syntyy, kun poistat #-merkit:",
        "phase": "Mihin kohtaan asiakassuhdetta vaihe kuuluu:",
        "ownership": "Kenen kohta on:",
        "example": "Esimerkiksi:",
        "leadership.why": "miksi haluamme asiakasymmärrystä",
        "leadership.gains": "mitä sen kehittämisestä saadaan",
        "leadership.reactions": "miten tietoon reagoidaan ja miten se näkyy päätöksissä",
        "leadership.long_term": "pitkällä aikavälillä",
        "leadership.short_term": "lyhyellä aikavälillä",
        "path.channels": "käytössä olevat kanavat",
        "path.touchpoints": "tärkein ensin",
        "data_place.data": "jokainen tieto, lähde ja paikka",
        "analysis.analyses": "analyysit ja niistä vastaavat; updates: lohkot, joita analyysi päivittää",
        "organisation.use": "miten dataa käytetään omassa työssä",
        "organisation.sharing": "miten se jaetaan talon sisällä",
        "organisation.changes": "mikä omassa työssä muuttuu",
        "organisation.reaction_time": "kuinka nopeasti reagoidaan",
        "compared_with.operational": "toiminnan mittari asiakasmittarin rinnalle",
        "compared_with.business": "talouden mittari asiakasmittarin rinnalle",
        "persona": "Kenestä kanvaasi kertoo? Persoonan tunnus, tai kuvaa persoona tässä.",
        "review.next": "päivä, esimerkiksi 2027-01-15",
        "review.rhythm": "esimerkiksi neljännesvuosittain",
        "claimed": "Mihin tasoon organisaatio sanoo yltävänsä: understand, engage, strategic vai culture?",
        "communication.internal": "oman talon toiminnot",
        "communication.partners": "kumppanit",
        "communication.customers": "asiakkaat",
        "ecosystem.organisation": "yksiköt ja toiminnot",
        "ecosystem.people": "ihmiset",
        "ecosystem.partners": "kumppanit",
        "ecosystem.premises": "tilat",
        "ecosystem.applications": "sovellukset",
        "reviewed": "päivä, esimerkiksi 2026-11-22",
        "mode": "offline, online tai both",
        "title": "nimi ihmisille",
    },
)

ENGLISH = ScaffoldTexts(
    schema="The line above is for editors; `cxkit schema --all schemas`, run in the folder of this file, "
    "writes the schema that it names.",
    source="Source: {cite}.",
    how="A line that begins with # is guidance. Write an answer after the colon of its key; most keys also "
    "take a list: [first, second]. Quotes are compulsory around a text that has a space behind a "
    'colon or before a #, such as "Pick-up: desk" or "Door #2". A key that stays empty is no error.',
    check="See what is still missing: cxkit check THIS-FILE",
    id_and_title="The id by which other canvases call this one, and a name for people. A text may also be "
    "given by language: {fi: Varatun kirjan nouto, en: Picking up a reserved book}",
    more_in_head="Organisation, owner and day are printed at the foot of a picture:",
    touchpoint="touchpoint",
    stages=("before", "purchase", "after"),
    remarks={
        "touchpoint.id": "give it an id that says which point it is",
        "touchpoint.channel": "the id of a channel",
        "touchpoint.importance": "How much does the point weigh for the customer, 1-5?",
        "touchpoint.critical": "Does this point decide the whole experience? true, if so; then it needs "
        "a metric.",
        "touchpoint.evidence": "What does the description rest on: data, interview or assumption?",
        "touchpoint.next": "Further touchpoints in the same way, each under a dash (-) of its own.",
        "lanes": "Take the # signs away to make it a service blueprint:",
        "phase": "Where in the customer relationship the stage belongs:",
        "ownership": "Whose point it is:",
        "example": "For example:",
        "leadership.why": "why we want customer understanding",
        "leadership.gains": "what we gain from developing it",
        "leadership.reactions": "how we react, and how it bears on decisions",
        "leadership.long_term": "in the long term",
        "leadership.short_term": "in the short term",
        "path.channels": "the channels in use",
        "path.touchpoints": "the most important first",
        "data_place.data": "every data item with its source and place",
        "analysis.analyses": "the analyses and who answers for them; updates: the blocks that one renews",
        "organisation.use": "how we use the data in our own work",
        "organisation.sharing": "how it is shared inside",
        "organisation.changes": "what will change in our own work",
        "organisation.reaction_time": "how fast we react",
        "compared_with.operational": "an operational metric beside the customer's",
        "compared_with.business": "a business metric beside the customer's",
        "persona": "Whom is the canvas about? The id of a persona, or describe the persona here.",
        "review.next": "a day, such as 2027-01-15",
        "review.rhythm": "such as every quarter",
        "claimed": "Which stage does the organisation say it has reached: understand, engage, strategic or "
        "culture?",
        "communication.internal": "functions of the organisation",
        "communication.partners": "partners",
        "communication.customers": "customers",
        "ecosystem.organisation": "units and functions",
        "ecosystem.people": "people",
        "ecosystem.partners": "partners",
        "ecosystem.premises": "premises",
        "ecosystem.applications": "applications",
        "reviewed": "a day, such as 2026-11-22",
        "mode": "offline, online or both",
        "title": "name for people",
    },
)

TEXTS = {"en": ENGLISH, "fi": FINNISH}
