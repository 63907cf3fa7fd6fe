"""Finnish words for what documents write in English: kinds, keys and choices, for hints to authors.

Loaded only when something was not understood. Words are in small letters, without dots over letters, and with
`_` between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable


def _pairs(text: str) -> dict[str, tuple[str, ...]]:
    """Read lines such as `nimi name title`: a Finnish word and what may be meant, the likeliest first."""
    lines = (line.split() for line in text.split("\n") if line.strip())
    return {word: tuple(meant) for word, *meant in lines}


_KINDS = _pairs("""
    asiakaspolku journey
    palvelupolku journey
    polku journey
    persoona persona
    asiakaspersoona persona
    mittaaminen measurement
    mittaristo measurement
    mittauskanvaasi measurement
    empatiakartta empathy
    strategia strategy
    asiakaskokemusstrategia strategy
    kypsyys maturity
    kypsyystasot maturity
    suunnitelma programme
    asiakaskokemussuunnitelma programme
    ohjelma programme
    reflektio reflection
    reflektioraportti reflection
    liiketoimintamalli bmc
    kurssi course
    poikkeukset exceptions
    kanvaasilaji canvas-kind
""")

_KEYS = _pairs("""
    laji kind
    versio version
    tunnus id
    tunniste id
    otsikko title
    nimi name title
    kieli language
    organisaatio organisation
    omistaja owner
    vastuu owner
    vastuuhenkilo owner
    yllapitaja owner
    paivitetty updated
    muistiinpanot notes
    huomiot notes
    huomioita notes
    lisatiedot notes
    tila state
    tavoite goal objective target
    skenaario scenario
    tilanne scenario
    tyyppi type
    perustuu based_on
    kaannetty turned_round
    persoona persona personas
    persoonat personas persona
    kanava channel channels
    kanavat channels
    vaihe stages phase
    vaiheet stages steps
    elinkaari phase
    kohtaamispiste touchpoint touchpoints
    kohtaamispisteet touchpoints
    kosketuspisteet touchpoints
    tapa mode
    omistajuus ownership
    kenen ownership
    tarkeys importance
    merkitys importance
    painoarvo importance
    kriittinen critical
    toiminta action actions
    tekeminen action
    toimet actions
    toimenpiteet actions steps
    ajatus thoughts
    ajatukset thoughts
    tunne emotion
    tunteet emotion
    tunnekayra emotion
    etu benefits
    edut benefits
    hyodyt benefits gains
    hyoty benefits gains
    haitat sacrifices pains
    haitta sacrifices
    uhraukset sacrifices
    kipu pains
    kivut pains
    kipupiste pains
    kipupisteet pains
    mahdollisuus opportunities
    mahdollisuudet opportunities
    kehitysideat opportunities
    kehityskohteet opportunities
    ideat opportunities
    kaistat lanes
    tiedot data
    miksi why
    perustelu why
    naytto evidence
    todisteet evidence
    etulava frontstage
    takalava backstage
    taustalla backstage
    tuki support
    tukiprosessit support
    asiakasarvo customer_value
    arvo_asiakkaalle customer_value
    liiketoiminta_arvo business_value
    tyomaara effort
    vaiva effort
    menetelma method
    mittari metric method
    lahde source
    paikka place
    paatos decision
    paatokset decision
    tulos result
    arvo value
    yksikko unit
    asteikko scale
    paiva date
    paivamaara date
    maara n
    vastaajat n
    rooli role
    faktat facts
    perustiedot facts
    taustatiedot facts
    motivaatio motivation
    toiveet wants
    tarpeet wants
    lainaus quote
    sitaatti quote
    tarkistettu reviewed
    lohkot blocks
    asiakas customer
    tarjoaja provider
    polku path journey
    analyysi analysis analyses
    analyysit analyses
    visio vision
    taistelut battles
    rajaukset exclusions
    tarkistus review
    avaintulokset key_results
    tiimi team
    kriteerit criteria
    osiot sections
    teksti text
    kenelle for_whom
    ydinpolku core_journey
    kriittiset_kohdat critical_points
    askeleet steps
    resurssit resources
    aika time
    investointi investment
    kannustimet incentives
    jarjestelmat systems
    viestinta communication
    ekosysteemi ecosystem
    kumppanit partners key_partners
    kuulee hear
    nakee see
    kysymys question
    koko size
    tarkoitus purpose
    paino weight
    osat components
    opintopisteet credits
""")

_CHOICES = _pairs("""
    ennen pre_purchase
    ennen_ostoa pre_purchase
    osto purchase
    oston_aikana purchase
    aikana purchase
    jalkeen post_purchase
    oston_jalkeen post_purchase
    verkossa online
    verkko online
    digitaalinen online
    paikalla offline
    paikan_paalla offline
    kasvokkain offline
    molemmat both
    oma brand
    brandi brand
    yritys brand
    kumppani partner
    asiakas customer
    muut social
    some social
    sosiaalinen social
    nykytila current
    nykyinen current
    nyt current
    tavoitetila future
    tuleva future
    ydin core
    ydinpolku core
    muunnelma variation
    variaatio variation
    poikkeus exception
    tieto data
    haastattelu interview
    oletus assumption
    ei none
    ei_mitaan none
    pisteet points
    prosentti percent
""")


def kind_meant(word: str) -> str | None:
    """Return the kind that a Finnish word names, or None."""
    return next(iter(_KINDS.get(_plain(word), ())), None)


def key_meant(word: str, known: Iterable[str]) -> str | None:
    """Return the key among the known ones that a Finnish word names, or None."""
    return _among(_KEYS, word, known)


def choice_meant(word: str, known: Iterable[str]) -> str | None:
    """Return the choice among the known ones that a Finnish word names, or None."""
    return _among(_CHOICES, word, known)


def _among(words: dict[str, tuple[str, ...]], word: str, known: Iterable[str]) -> str | None:
    there = frozenset(known)
    return next((meant for meant in words.get(_plain(word), ()) if meant in there), None)


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.strip().casefold())
    return re.sub(r"[\s_-]+", "_", "".join(one for one in letters if not unicodedata.combining(one)))
