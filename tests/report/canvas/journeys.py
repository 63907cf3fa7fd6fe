"""Journeys that pictures are tried with: a usual one, and hostile ones of any size."""

from __future__ import annotations

from cxkit.canvas.journey import Journey

HOSTILE = [
    "<script>alert(1)</script> & ]]> \"quotes\" 'and'",
    "pitkä teksti ja sanoja " * 87,
    "👩‍👩‍👧‍👦👍🏽🇫🇮 emoji",
    "图书馆预约图书的客户旅程" * 6,
    "مرحبا بكم في المكتبة العامة اليوم مع القراء",
    "Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas",
    "x" * 300,
]


def library() -> Journey:
    """Return a journey of a library with two personas, two critical touchpoints and all rows."""
    names = [
        "Verkkokirjaston haku",
        "Saatavuustieto ja varausjono",
        "Varaus ja tunnistautuminen",
        "Noutoilmoitus",
        "Sisäänkäynti omatoimiaikana",
        "Varaushylly ja lainausautomaatti",
        "Eräpäivämuistutus ja uusinta",
        "Palautus ja suosittelu",
    ]
    aino, veikko = (1, -1, 1, 2, 1, -2, 1, 2), (-1, -2, -2, 1, -1, 0, 1, 2)
    results = [
        ("analytics", 78, "% löytää", [0, 100], 4120),
        ("open", 61, "mainintaa", None, 61),
        ("CES", 3, None, None, 212),
        ("conversion", 91, "% noudetaan", None, 2764),
        ("CSAT", 4, None, None, 26),
        ("CSAT", 2, None, None, 148),
        ("conversion", 64, "% uusii", None, 1908),
        ("NPS", 46, None, None, 389),
    ]
    touchpoints = []
    for number, name in enumerate(names):
        method, value, unit, scale, answers = results[number]
        result: dict[str, object] = {"value": value, "n": answers}
        result |= {"unit": unit} if unit else {}
        result |= {"scale": scale} if scale else {}
        touchpoints.append(
            {
                "id": f"t{number}",
                "title": name,
                "channel": ("verkko", "kirjasto", "palvelu")[number % 3],
                "owner": "Verkkopalvelut",
                "critical": number in (2, 5),
                "action": "Hakee teosta nimellä ja rajaa tulokset lähikirjastoon.",
                "thoughts": "Löytyykö tämä omasta lähikirjastosta?",
                "emotion": {"aino": aino[number], "veikko": veikko[number]},
                "benefits": ["Koko seudun kokoelma yhdellä haulla", "Nouto\u00adaikaa seitsemän päivää"],
                "sacrifices": [] if number == 3 else ["Tunnusluvun muistaminen"],
                "pains": ["Jonosija ei kerro odotusaikaa päivinä"],
                "opportunities": [
                    {
                        "text": "Lainauskiellosta viesti jo noutoilmoituksessa",
                        "customer_value": 95 - 5 * number,
                        "business_value": 80,
                        "effort": number % 5,
                    }
                ],
                "lanes": {
                    "evidence": "Varaushylly, automaatti ja kuitti",
                    "frontstage": "Automaatin opastusnäyttö",
                    "backstage": "Hyllyttäjä siirtää niteen varaushyllyyn",
                    "support": "Kirjastojärjestelmä ja luettelointisäännöt",
                },
                "data": [{"id": f"d{number}", "item": "Kysely", "method": method, "result": result}],
            }
        )
    cuts = [
        ("haku", "Etsintä ja saatavuuden tarkistaminen", "pre_purchase", 0, 2),
        ("varaus", "Varaaminen", "purchase", 2, 3),
        ("nouto", "Noutaminen omatoimiaikana", "purchase", 3, 6),
        ("kaytto", "Käyttö ja palauttaminen", "post_purchase", 6, 8),
    ]
    return Journey.model_validate(
        {
            "kind": "journey",
            "version": 1,
            "id": "varattu-kirja",
            "title": "Varatun kirjan noutaminen omatoimikirjastosta",
            "language": "fi",
            "organisation": "Keksitty esimerkki: Lounarannan kirjasto",
            "owner": "asiakaskokemustiimi",
            "state": "current",
            "type": "core",
            "goal": "Saada juuri se kirja, jota lukupiirissä luetaan, ennen torstaita ilman turhaa matkaa.",
            "personas": [
                {
                    "id": "aino",
                    "name": "Aino",
                    "facts": {"age": "34"},
                    "role": "vuorotyöläinen ja lukupiirin vetäjä",
                    "quote": "Käyn kirjastossa iltayhdeksältä tai en ollenkaan.",
                },
                {
                    "id": "veikko",
                    "name": "Veikko",
                    "facts": {"age": "71"},
                    "role": "eläkkeellä, lukee dekkareita",
                    "quote": "Osaan kyllä, kunhan joku näyttää kerran.",
                },
            ],
            "channels": [
                {"id": "verkko", "title": "Verkkokirjasto", "mode": "online"},
                {"id": "kirjasto", "title": "Toimipiste", "mode": "offline"},
                {"id": "palvelu", "title": "Toimipiste ja verkko", "mode": "both"},
            ],
            "stages": [
                {"id": name, "title": title, "phase": phase, "touchpoints": touchpoints[start:end]}
                for name, title, phase, start, end in cuts
            ],
        }
    )


def hostile(touchpoints: int, personas: int, text: str) -> Journey:
    """Return a journey whose every text is ``text``."""
    whose = [f"p{number}" for number in range(personas)]
    points = [
        {
            "id": f"t{number}",
            "title": text,
            "owner": text,
            "critical": number % 2 == 0,
            "action": text,
            "thoughts": text,
            "emotion": {
                one: (number + place) % 5 - 2 if number % 3 else 2 for place, one in enumerate(whose)
            },
            "benefits": [text],
            "pains": [text],
            "opportunities": [{"text": text, "customer_value": 100, "business_value": 0, "effort": 5}],
            "lanes": {"frontstage": text, "backstage": text},
            "data": [
                {"id": f"d{number}", "method": text, "result": {"value": 1, "unit": text, "n": 123456789}}
            ],
        }
        for number in range(touchpoints)
    ]
    return Journey.model_validate(
        {
            "kind": "journey",
            "version": 1,
            "id": "hostile",
            "title": text,
            "language": "fi",
            "goal": text,
            "owner": text,
            "personas": [{"id": one, "name": text, "role": text, "quote": text} for one in whose],
            "stages": [{"id": "s", "title": text, "phase": "purchase", "touchpoints": points}],
        }
    )
