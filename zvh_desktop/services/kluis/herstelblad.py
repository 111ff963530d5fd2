"""The sheet with a recovery key as PDF: made with the vault, and again when the key is renewed."""

from __future__ import annotations

from datetime import date

from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.documents.herstelblad import HerstelbladGegevens, bouw_herstelblad_pdf
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel


def maak_herstelblad(kluis: OpenKluis, profiel: Huisprofiel, herstelsleutel: str, dag: date) -> bytes:
    """The PDF, made in memory. The key is nowhere else than in what is given and what comes back."""
    return bouw_herstelblad_pdf(
        HerstelbladGegevens(
            kop=Documentkop(
                huis_naam=profiel.naam,
                huis_kort=profiel.korte_naam,
                titel="Herstelsleutel",
                ontvanger="de beheerder",
                versie="1",
                verificatiecode="",
                artikel="",
                oefen=kluis.oefen,
                gemaakt_op=dag,
                termen=profiel.termen,
            ),
            kluis_naam=kluis.map.stem,
            sleuteldelen=tuple(herstelsleutel.replace("-", " ").split()),
        )
    )
