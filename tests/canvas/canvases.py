"""Small canvases for tests: one of each kind, with every structure in use."""

from __future__ import annotations

HEAD = "kind: {kind}\nversion: 1\nid: {kind}-1\ntitle: {{fi: Koe, en: Trial}}\nlanguage: fi\n"

BODIES = {
    "journey": """\
organisation: Lounarannan kirjasto
owner: asiakaskokemustiimi
updated: 2026-03-14
notes: Luonnos
state: current
goal: Kirja käteen
scenario: Lukupiiri torstaina
type: core
personas: [aino, {id: veikko, name: Veikko, facts: {age: 71, place: {fi: Porvoo}}, motivation: dekkarit}]
channels: [{id: web, title: Verkko, mode: online}, {id: desk}]
stages:
  - id: search
    title: Etsintä
    phase: pre_purchase
    touchpoints:
      - id: haku
        title: Haku
        channel: web
        mode: both
        ownership: brand
        owner: Verkkopalvelut
        importance: 4
        critical: true
        action: Hakee
        thoughts: [Löytyykö?]
        emotion: {aino: 1, veikko: -2}
        benefits: [Yksi haku]
        sacrifices: [Aikaa]
        pains: [Monta painosta]
        opportunities:
          - {text: Kootaan painokset, customer_value: 75, business_value: 40.5, effort: 3, objective: o1}
        lanes: {evidence: a, frontstage: b, frontstage_tech: c, backstage: d, support: e}
        data:
          - {id: kysely, item: Kysely, method: NPS, source: lomake, place: taulu, decision: x,
             result: {value: 46, n: 389, date: 2026-03-01}}
        evidence: data
      - {id: jono, channel: desk, emotion: -1, data: none, why: Laki kieltää}
  - {id: later, touchpoints: }
""",
    "persona": """\
name: Aino
motivation: Lukupiiri
wants: [Kirja]
value_we_give: Aikaa
reviewed: 2026-01-01
""",
    "measurement": """\
blocks:
  leadership: {why: Ymmärrys, gains: [a], reactions: b, long_term: c, short_term: d}
  customer: {personas: [aino, {id: veikko}, {id: uusi, title: Uusi kävijä}]}
  path:
    channels: [Verkko, {id: web, mode: online}]
    touchpoints:
      - {id: haku, title: Haku, online: lomake, method: NPS, data: [kysely], journey: journey-1}
      - {id: nouto}
  data_place: {data: [{id: kysely, source: lomake, place: taulu}, {id: laskuri}]}
  analysis:
    analyses:
      - {id: kk, owner: tiimi, audience: johto, data: [kysely], form: kuva, updates: [1, 2, 6]}
  organisation: {use: a, sharing: b, changes: c, reaction_time: d,
    compared_with: {operational: [e], business: f}}
""",
    "slbmc": """\
persona: aino
blocks:
  value_proposition: {customer: Kirja ajoissa, provider: [Nouto]}
  interaction:
""",
    "bmc": "blocks:\n  value_propositions: [Kirja, {fi: Rauha, en: Peace}]\n  channels: Verkko\n",
    "empathy": "persona: {id: samira, name: Samira}\nblocks: {who: Samira}\n",
    "strategy": """\
vision: Jokainen löytää luettavaa
battles: [{id: nouto, title: Nouto toimii}, {id: haku}]
exclusions: [Kahvila]
review: {next: 2026-09-01, rhythm: neljännesvuosittain}
okrs:
  - {id: o1, unit: Verkko, objective: Haku löytää, battle: haku, actions: [Koonti],
     key_results: [{text: NPS, start: 40, target: 50, current: 46, unit: pistettä}]}
""",
    "maturity": """\
stages:
  - {id: understand, criteria: [{text: Mitataan, met: true, evidence: kysely, date: 2026-01-01}]}
  - {id: strategic, criteria: [{text: Valittu, met: true}]}
  - {id: engage, criteria: }
claimed: strategic
""",
    "programme": """\
goal: Nouto sujuu
for_whom: Aino
core_journey: journey-1
critical_points: [{touchpoint: haku, metric: NPS, operational: vasteaika, business: lainat}]
incentives: [{text: Lainamäärä, against: Löytäminen}]
communication: {internal: [kaikki], partners: kunta, customers: tiedote}
ecosystem: {people: väki, partners: [kunta], premises: sali, applications: haku}
""",
    "reflection": "sections: [{id: organisation, text: [Kirjasto, Olen töissä]}, {id: learning}]\n",
}


def canvas_text(kind: str) -> str:
    """Return the text of a small canvas of a kind."""
    return HEAD.format(kind=kind) + BODIES[kind]


USERS_KIND = """\
kind: canvas-kind
version: 1
id: our-canvas
title: {fi: Meidän kanvaasi, en: Our canvas}
purpose: {fi: Kokeilu., en: A trial.}
size: [1, 2]
halves: [{id: we, title: {fi: Me, en: We}}, {id: they, title: They}]
blocks:
  - {id: hopes, n: 1, title: {fi: Toiveet, en: Hopes}, questions: {we: Mitä toivomme?}, grid: [1, 1, 1, 1]}
  - {id: fears, n: 2, title: Fears, question: What do we fear?, grid: [1, 2, 1, 1]}
loops: [[1, 2]]
"""
