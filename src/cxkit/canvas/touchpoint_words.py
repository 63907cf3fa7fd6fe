"""The words that cells of the touchpoint table may have for the words of a canvas file, Finnish and English.

A file says `pre_purchase`; who fills in a spreadsheet writes `Ennen ostoa`, as the pictures and pages do.
"""

from __future__ import annotations

from cxkit.canvas.touchpoint_cells import word

PHASE = word(
    {
        "pre_purchase": ("Pre-purchase", "before purchase", "before the purchase", "Ennen ostoa"),
        "purchase": ("Osto", "oston aikana", "ostaminen", "during purchase"),
        "post_purchase": ("Post-purchase", "after purchase", "after the purchase", "Oston jälkeen"),
    }
)
MODE = word(
    {
        "offline": ("on site", "in person", "paikan päällä", "paikalla"),
        "online": ("on-line", "verkossa", "verkko", "netissä"),
        "both": ("online and on site", "offline and online", "molemmat", "molemmissa",
                 "verkossa ja paikan päällä", "paikan päällä ja verkossa"),
    }
)  # fmt: skip
OWNERSHIP = word(
    {
        "brand": ("Brand-owned", "own", "ours", "Yrityksen oma", "yrityksen", "oma", "brändin", "brändi"),
        "partner": ("Partner-owned", "partner's", "Kumppanin", "kumppanin oma", "kumppani"),
        "customer": ("Customer-owned", "customer's", "Asiakkaan oma", "asiakkaan", "asiakas"),
        "social": ("Social / external / independent", "external", "independent",
                   "Sosiaalinen / ulkopuolinen", "sosiaalinen", "ulkopuolinen", "ulkopuolisen"),
    }
)  # fmt: skip
EVIDENCE = word(
    {
        "data": ("collected data", "kerätty data", "dataan", "kerättyyn dataan"),
        "interview": ("interviews", "haastattelu", "haastattelut", "haastatteluihin", "haastatteluun"),
        "assumption": ("an assumption", "oletus", "oletukseen", "oletukset"),
    }
)
