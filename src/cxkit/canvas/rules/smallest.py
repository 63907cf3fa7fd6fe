"""The smallest canvas of each kind about which no rule has anything to say; examples are made from it."""

from __future__ import annotations

from collections.abc import Mapping

_PERSONA = """\
id: aino
name: Aino
motivation: The reading circle meets on Thursday
wants: To have read the book by then
value_we_give: A book without a trip in vain
why_us: The library is on the way home
reviewed: 2026-03-02
"""

SMALLEST_TOUCHPOINT = """\
id: pick-up
title: Pick-up shelf
channel: library
owner: Customer service
importance: 5
critical: true
emotion: 1
benefits: No queue
sacrifices: A walk to the library
opportunities: [{text: Tell the number of the shelf in the message}]
data: [{id: pick-up-survey, item: Satisfaction, method: CSAT}]
"""
"""The middle one of the smallest journey."""


def _indented(text: str, columns: int) -> str:
    return "".join(f"{' ' * columns}{line}" for line in text.splitlines(keepends=True))


def _entry(text: str, columns: int) -> str:
    return f"{' ' * columns}- {_indented(text, columns + 2).lstrip()}"


def stages_with(touchpoint: str) -> str:
    """Return the stages of the smallest journey with another touchpoint in the middle."""
    return f"""\
stages:
  - id: search
    title: Searching
    phase: pre_purchase
    touchpoints:
      - id: catalogue
        title: Catalogue
        channel: web
        owner: Online services
        importance: 3
        emotion: 0
        benefits: All books in one search
        sacrifices: Ten minutes
        opportunities: [{{text: Show when the next copy is back}}]
        data: [{{id: searches, item: Searches without a hit, method: analytics}}]
  - id: pick-up
    title: Picking up
    phase: purchase
    touchpoints:
{_entry(touchpoint, 6)}\
  - id: reading
    title: Reading
    phase: post_purchase
    touchpoints:
      - id: renewal
        title: Renewal
        channel: web
        owner: Online services
        importance: 2
        emotion: 1
        benefits: Time to finish the book
        sacrifices: Remembering the day
        opportunities: [{{text: Renew by answering the message}}]
        data: [{{id: renewals, item: Renewals, method: analytics}}]
"""


_MEASUREMENT = {
    "leadership": """{why: To plan the opening hours, gains: Fewer trips in vain, reactions: Every month,
      long_term: More readers, short_term: Shorter queues}""",
    "customer": """
    personas:
      - {id: aino, name: Aino, motivation: The reading circle, wants: The book by Thursday,
         value_we_give: No trip in vain, why_us: On the way home, reviewed: 2026-03-02}""",
    "path": """
    channels: [{id: library, mode: offline}]
    touchpoints:
      - {id: pick-up, title: Pick-up shelf, offline: Shelf and machine, online: Message, method: CSAT,
         data: [survey, loans]}""",
    "data_place": """
    data:
      - {id: survey, item: Satisfaction, method: CSAT, source: Web form, place: Dashboard,
         decision: Opening hours}
      - {id: loans, item: Loans by hour, method: analytics, source: Library system, place: Dashboard,
         decision: Opening hours}""",
    "analysis": """
    analyses:
      - {id: monthly, owner: The customer team, audience: Management, data: [survey, loans],
         form: One page with two curves, updates: [1, 2, 6]}""",
    "organisation": """{use: Rota of the desk, sharing: Weekly meeting, changes: Opening hours,
      reaction_time: Two weeks, compared_with: {operational: Waiting time, business: Cost of a loan}}""",
}
_SLBMC = {
    "customer_world": "{customer: The reading circle, provider: Talks at the desk}",
    "value_proposition": "{customer: The book in time, provider: Pick-up at any hour}",
    "value_creation": "{customer: Reading on the way, provider: Long loans}",
    "interaction": "{customer: Reserves and picks up, provider: Brings the book near}",
    "revenue_metrics": "{customer: Nothing but time, provider: Loans a head}",
    "key_resources": "{customer: A library card, provider: The collection}",
    "key_partners": "{customer: The reading circle, provider: Neighbouring libraries}",
    "mobilizing": "{customer: Suggests books, provider: One catalogue for all}",
    "cost_structure": "{customer: The trip, provider: Transport between libraries}",
}


def measurement_with(**others: str | None) -> str:
    """Return the blocks of the smallest measurement canvas with some others; None leaves a block out."""
    return _blocks({**_MEASUREMENT, **others})


def slbmc_with(**others: str | None) -> str:
    """Return the blocks of the smallest SLBMC with some others; None leaves a block out."""
    return _blocks({**_SLBMC, **others})


def _blocks(blocks: Mapping[str, str | None]) -> str:
    """Write blocks; a text of several lines begins below its key."""
    lines = [f"  {name}: {text}\n" for name, text in blocks.items() if text is not None]
    return "blocks:\n" + "".join(lines).replace(": \n", ":\n")


SMALLEST: dict[str, str] = {
    "journey": f"""\
kind: journey
version: 1
id: reserved-book
title: Picking up a reserved book
language: en
state: current
goal: To hold the book before Thursday
personas:
{_entry(_PERSONA, 2)}\
channels: [{{id: web, mode: online}}, {{id: library, mode: offline}}]
{stages_with(SMALLEST_TOUCHPOINT)}""",
    "persona": _PERSONA.replace(
        "id: aino\n", "kind: persona\nversion: 1\nid: aino\ntitle: A reader in a hurry\nlanguage: en\n"
    ),
    "measurement": f"""\
kind: measurement
version: 1
id: measuring
title: How we measure
language: en
{measurement_with()}""",
    "slbmc": f"""\
kind: slbmc
version: 1
id: lending
title: Lending
language: en
persona: {{id: aino, name: Aino, motivation: The reading circle, wants: The book by Thursday,
  value_we_give: No trip in vain, why_us: On the way home, reviewed: 2026-03-02}}
{slbmc_with()}""",
    "strategy": """\
kind: strategy
version: 1
id: strategy
title: Strategy
language: en
vision: Everybody finds something to read
battles:
  - {id: pick-up, title: No trip in vain}
  - {id: search, title: One search}
  - {id: welcome, title: A word for everybody}
exclusions: No café
review: {next: 2099-09-01, rhythm: Every quarter}
okrs:
  - {id: okr-pick-up, team: Service, objective: The book is there, key_results: [{text: Trips in vain}],
     actions: Messages, battle: pick-up}
  - {id: okr-search, team: Online, objective: One search, key_results: [{text: Searches without a hit}],
     actions: Merge the catalogues, battle: search}
  - {id: okr-welcome, team: Service, objective: All are greeted, key_results: [{text: NPS}],
     actions: Training, battle: welcome}
""",
    "maturity": """\
kind: maturity
version: 1
id: maturity
title: Where we stand
language: en
stages:
  - {id: understand, criteria: [{text: Every month is measured, met: true, evidence: Dashboard}]}
  - {id: engage, criteria: [{text: All were trained, met: true, evidence: List of training}]}
  - {id: strategic, criteria: [{text: Choices are made, met: true, evidence: Strategy}]}
  - {id: culture, criteria: [{text: New colleagues learn it first, met: false}]}
claimed: strategic
""",
    "programme": """\
kind: programme
version: 1
id: plan
title: Plan
language: en
owner: The customer team
goal: No trip in vain
for_whom: All who reserve
critical_points: [{title: Pick-up shelf, metric: CSAT, operational: Waiting time, business: Cost of a loan}]
steps: [Messages, Opening hours]
resources: Half a post
time: Until the end of the year
investment: 20 000 euros
business_value: Fewer calls and trips
incentives: [{text: Bonus for short queues}]
systems: Library system
communication: {internal: All branches, partners: The municipality, customers: Notice on the website}
ecosystem: {organisation: The library, people: Thirty, partners: Transport, premises: Four,
  applications: Catalogue}
customers_take_part: A panel of ten readers
""",
    "bmc": """\
kind: bmc
version: 1
id: model
title: Model
language: en
blocks: {value_propositions: A book without a trip in vain}
""",
    "empathy": """\
kind: empathy
version: 1
id: empathy
title: What Aino feels
language: en
blocks: {who: Aino, think_feel: Will it be there}
""",
    "reflection": """\
kind: reflection
version: 1
id: reflection
title: What I learned
language: en
sections: [{id: organisation, text: A library with four branches}]
""",
}
"""Texts by kind."""
