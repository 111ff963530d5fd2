"""A report as three files that say the same."""

from __future__ import annotations

import re

from zvh_desktop.documents.cijfers.gegevens import Cijferblad, Cijferrapport, Cijferrij, Doelrij
from zvh_desktop.documents.cijfers.rapport_pdf import bouw_jaarcijfers_pdf
from zvh_desktop.documents.cijfers.rekenblad import bouw_csv, bouw_xlsx
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.services.cijfers.gegevens import Cijferbestanden, Rapport


def maak_bestanden(kop: Documentkop, rapport: Rapport) -> Cijferbestanden:
    """PDF, XLSX and CSV."""
    gegevens = op_papier(rapport)
    naam = re.sub(r"[^0-9a-z]+", "-", rapport.naam.casefold()).strip("-")
    return Cijferbestanden(
        naam=f"jaarcijfers_{naam}",
        pdf=bouw_jaarcijfers_pdf(kop, gegevens),
        xlsx=bouw_xlsx(gegevens),
        csv=bouw_csv(gegevens),
    )


def op_papier(rapport: Rapport) -> Cijferrapport:
    """In the values of the documents."""
    return Cijferrapport(
        huis=rapport.huis,
        nu=rapport.naam,
        toen=rapport.vorige,
        bladen=tuple(
            Cijferblad(
                titel=tabel.titel,
                kop=tabel.kop,
                rijen=tuple(
                    Cijferrij(rij.naam, rij.nu, rij.toen, rij.nu_tekst, rij.toen_tekst, rij.verschil_tekst)
                    for rij in tabel.rijen
                ),
                uitleg=tabel.uitleg,
                grafiek=not any(rij.eenheid for rij in tabel.rijen),
            )
            for tabel in rapport.tabellen
        ),
        doelen=tuple(
            Doelrij(doel.plan, doel.invoer.tekst, f"{doel.maat}: {doel.streeft_naar}", doel.stand_tekst, doel.oordeel)
            for doel in rapport.doelen
        ),
        plan=rapport.plan,
        opmerkingen=rapport.opmerkingen,
    )
