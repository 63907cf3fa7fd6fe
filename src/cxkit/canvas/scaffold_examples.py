"""Examples that a new canvas shows as comments: YAML that is part of it once the signs are taken away."""

from __future__ import annotations

import re

_FINNISH = """\
=== head
organisation:
owner:
updated: 2026-11-22
=== type
based_on: ydinpolku
turned_round:
=== personas
- aino
- {id: veikko, name: Veikko, motivation: Dekkarit, wants: Rauhaa lukea}
=== channels
- {id: verkko, title: Verkkosivu, mode: online}
- {id: tiski, title: Palvelutiski, mode: offline}
=== opportunities
- {text: Kerrotaan jonon pituus, customer_value: 80, business_value: 40, effort: 2}
=== data
- {id: kysely, item: Tyytyväisyys, method: CSAT, source: Kyselylomake, place: Mittaristo,
   decision: Tiskin aukioloajat}
=== facts
ikä: 34
paikkakunta: Porvoo
=== touchpoints
- {id: nouto, title: Nouto, offline: Varaushylly, online: Viesti, method: CSAT,
   data: [kysely]}
=== analyses
- {id: katsaus, owner: Asiakastiimi, audience: Johtoryhmä, data: [kysely],
   enriched_with: Lainatilasto, form: Kuukausikatsaus, updates: [1, 2, 6]}
=== battles
- {id: nouto, title: Varattu kirja saadaan aina mukaan, why: Tästä tulee eniten palautetta}
=== okrs
- id: okr-nouto
  unit: Kirjastopalvelut
  objective: Nouto sujuu ensi yrittämällä
  battle: nouto
  key_results:
    - {text: Onnistuneet noudot, start: 71, target: 90, unit: "%"}
  actions: [Uusitaan varaushylly]
=== criteria
- {text: Tyytyväisyys mitataan joka kuukausi, met: true, evidence: Mittaristo, date: 2026-10-01}
=== critical_points
- {touchpoint: nouto, metric: CSAT, operational: Noutamatta jääneet, business: Lainat}
=== incentives
- {text: Palkitaan lainamäärästä, against: Apu sopivan kirjan löytämiseen}
"""

_ENGLISH = """\
=== head
organisation:
owner:
updated: 2026-11-22
=== type
based_on: core-journey
turned_round:
=== personas
- aino
- {id: veikko, name: Veikko, motivation: Crime novels, wants: Peace to read}
=== channels
- {id: website, title: Website, mode: online}
- {id: desk, title: Service desk, mode: offline}
=== opportunities
- {text: Say how long the queue is, customer_value: 80, business_value: 40, effort: 2}
=== data
- {id: survey, item: Satisfaction, method: CSAT, source: Survey form, place: Dashboard,
   decision: Opening hours of the desk}
=== facts
age: 34
place: Porvoo
=== touchpoints
- {id: pickup, title: Pick-up, offline: Reservation shelf, online: Message, method: CSAT,
   data: [survey]}
=== analyses
- {id: review, owner: Customer team, audience: Management, data: [survey],
   enriched_with: Loan statistics, form: Monthly page, updates: [1, 2, 6]}
=== battles
- {id: pickup, title: A reserved book always goes home, why: Most feedback is about this}
=== okrs
- id: okr-pickup
  unit: Library services
  objective: Pick-up works at the first try
  battle: pickup
  key_results:
    - {text: Successful pick-ups, start: 71, target: 90, unit: "%"}
  actions: [Renew the reservation shelf]
=== criteria
- {text: Satisfaction is measured every month, met: true, evidence: Dashboard, date: 2026-10-01}
=== critical_points
- {touchpoint: pickup, metric: CSAT, operational: Books not picked up, business: Loans}
=== incentives
- {text: A bonus for the number of loans, against: Help in finding the right book}
"""


def _by_key(text: str) -> dict[str, str]:
    """Take apart a text in which a line with `===` and a key stands before each example."""
    _, *parts = re.split(r"^=== (\S+)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


EXAMPLES = {"en": _by_key(_ENGLISH), "fi": _by_key(_FINNISH)}
"""The examples by language and by the key below which each is shown."""
