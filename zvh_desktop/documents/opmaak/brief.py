"""The form of a letter: addressee, place of the date, subject, salutation and signature."""

from __future__ import annotations

from typing import Any

from zvh_desktop.documents.opmaak.kop import Afzender, Documentkop, Geadresseerde
from zvh_desktop.documents.opmaak.onderdelen import alinea, feiten, wit
from zvh_desktop.documents.opmaak.stijl import stijlen
from zvh_desktop.documents.opmaak.vormen import Briefslot
from zvh_desktop.models.taal import datum_kort


def briefhoofd(kop: Documentkop, aan: Geadresseerde, betreft: str) -> list[Any]:
    """Everything above the first sentence."""
    st = stijlen()
    adres = [regel for regel in (aan.partij, aan.contactpersoon, aan.functie) if regel.strip()]
    aanhef = f"Geachte {aan.contactpersoon}," if aan.contactpersoon.strip() else "Geachte heer of mevrouw,"
    return [
        wit(14),
        *(alinea(regel, st.cel_vet if nummer == 0 else st.cel) for nummer, regel in enumerate(adres)),
        wit(18),
        *feiten([("Datum", datum_kort(kop.gemaakt_op)), ("Betreft", betreft)]),
        wit(10),
        alinea(aanhef),
        wit(2),
    ]


def slot(kop: Documentkop, afzender: Afzender) -> list[Any]:
    """Greeting, signature and where to ask."""
    st = stijlen()
    bereik = "  ·  ".join(deel for deel in (afzender.email, afzender.telefoon) if deel.strip())
    voluit = "" if afzender.functie.endswith(kop.huis_naam) else kop.huis_naam  # a house may have one name for both
    regels = [regel for regel in (afzender.functie, voluit, bereik) if regel.strip()]
    blok = [
        wit(8),
        alinea("Met vriendelijke groet,"),
        wit(26),
        *([alinea(afzender.naam, st.tekst_vet)] if afzender.naam.strip() else []),
        *(alinea(regel, st.cel) for regel in regels),
    ]
    return [Briefslot(blok)]
