"""What stays whatever goes can be typed in as well: no such text takes a name or a number of a file (ADR 0048).

Read from the mapped classes: a new text in a table that stays has to be refused here, or say why it holds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from factories import Bureau
from sqlalchemy import String, Text
from trajecthulp import aanvraag

from zvh_desktop.database.vernietigen.loten import BLIJFT
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.base import KeuzeKolom, KeuzeOfLeegKolom
from zvh_desktop.models.bestuurskeuzes import ApBesluit, Momentsoort
from zvh_desktop.models.cijfers.maten import Maat
from zvh_desktop.models.tekst.briefsoorten import Briefsoort
from zvh_desktop.services.cijfers.gegevens import Doelinvoer
from zvh_desktop.services.datalek.gegevens import DatalekInvoer, MeldingInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.partijen.partijen import partij_invoer
from zvh_desktop.services.samenwerking.gegevens import MomentInvoer
from zvh_desktop.services.samenwerking.geschillen import GeschilInvoer

NAAM = "J. Kanarievogel"
Schrijver = Callable[[Bureau, Diensten, str], object]


def _traject(**velden: str) -> Schrijver:
    def schrijf(bureau: Bureau, diensten: Diensten, woord: str) -> object:
        ingevuld = {veld: waarde.format(woord) for veld, waarde in velden.items()}
        return diensten.samenwerking.trajecten.begin(replace(aanvraag(bureau), **ingevuld))

    return schrijf


def _partij(bureau: Bureau, diensten: Diensten, woord: str) -> object:
    partij = bureau.partijen.toon(bureau.partij("GGD"))
    return diensten.partijen.wijzig(partij.id, replace(partij_invoer(partij), opmerking=f"Kent {woord}."))


def _brief(bureau: Bureau, diensten: Diensten, woord: str) -> object:
    soort = Briefsoort.BETROKKENE_AANMELDING
    nu = next(een for een in diensten.brieven.teksten.lijst() if een.soort is soort)
    return diensten.brieven.teksten.bewaar(soort, nu.onderwerp, f"{nu.tekst}\nOver {woord}.")


def _doel(bureau: Bureau, diensten: Diensten, woord: str) -> object:
    plan = next(iter(diensten.cijfers.plannen()))
    return diensten.cijfers.bewaar_doel(Doelinvoer(2026, plan, f"Eerst {woord}.", Maat.INSTROOM.value, 10))


def _datalek(bureau: Bureau, diensten: Diensten, woord: str) -> object:
    return diensten.datalekken.leg_vast(DatalekInvoer(f"Een brief over {woord}.", bureau.klok()))


def _melding(bureau: Bureau, diensten: Diensten, woord: str) -> object:
    lek = diensten.datalekken.leg_vast(DatalekInvoer("Een verzonnen brief.", bureau.klok()))
    return diensten.datalekken.leg_melding_vast(lek, MeldingInvoer(ApBesluit.NIET, None, f"Alleen {woord}."))


def _geschil(bureau: Bureau, diensten: Diensten, woord: str) -> object:
    invoer = GeschilInvoer("manager", f"Over {woord}.", bureau.klok.vandaag)
    return diensten.samenwerking.geschillen.leg_vast(invoer)


def _moment(bureau: Bureau, diensten: Diensten, woord: str) -> object:
    moment = MomentInvoer(Momentsoort.EVALUATIE, bureau.klok.vandaag, f"Met {woord}.")
    return diensten.samenwerking.trajecten.convenant.leg_vast(moment)


GEWEIGERD: dict[str, Schrijver] = {
    "partij.opmerking": _partij,
    "brieftekst.tekst": _brief,
    "jaardoel.tekst": _doel,
    "datalek.ap_reden": _melding,
    "geschil.omschrijving": _geschil,
    "convenantmoment.opmerking": _moment,
    "traject.bijdrage": _traject(bijdrage="Helpt {}."),
    "traject.grondslag": _traject(grondslag="Taak bij {}"),
    "traject.toelichting": _traject(toelichting="Kent {}."),
}
"""A text that somebody writes, by the use case that stores it: the name and the number of a casus are refused."""
_ELDERS = "refused as well, in a test of its own room"
_AAN = ("verstuurd_door", "aan_naam", "aan_functie", "aan_email")
_HUIS = "a name of the house, of a partij or of somebody who works there"
_WOORD = "chosen from a list, or made by the application"
ANDERS: dict[str, str] = {
    **dict.fromkeys(("datalek.wat", "datalek.maatregelen", "datalek.bericht"), "no name; a number may"),
    **dict.fromkeys(("overleg_besluit.voorstel", "overleg_besluit.toelichting"), _ELDERS),
    **dict.fromkeys(("traject.advies", "traject.motivering", "traject_partij.opmerking"), _ELDERS),
    **dict.fromkeys(("geschil.uitkomst", "geschil_stap.uitkomst", "geschil_stap.bij"), _ELDERS),
    "brieftekst.onderwerp": _ELDERS,
    **dict.fromkeys(("partij.naam", "partij.kort", "partij.groep"), _HUIS),
    **dict.fromkeys((f"contactpersoon.{een}" for een in ("naam", "functie", "email", "telefoon")), _HUIS),
    **dict.fromkeys((f"traject.{een}" for een in ("naam", "kort", "groep", "vestigingsplaats", "kantoor")), _HUIS),
    **dict.fromkeys((f"traject.{een}" for een in ("vertegenwoordiger", "functie", "ontvangen_bij")), _HUIS),
    **dict.fromkeys((f"traject.{een}" for een in ("besloten_door", "vastgelegd_door")), _HUIS),
    **{f"{waar}_partij.{een}": _HUIS for waar in ("traject", "datalek") for een in _AAN},
    **dict.fromkeys(("datalek.vastgelegd_door", "geschil.vastgelegd_door", "brieftekst.gewijzigd_door"), _HUIS),
    "wordsjabloon.gewijzigd_door": _HUIS,
    **dict.fromkeys(("termijnbesluit.besloten_door", "cijferuitgifte.uitgegeven_door"), _HUIS),
    **dict.fromkeys(("vernietiging.gedaan_door", "vernietiging.samen_met"), _HUIS),
    **dict.fromkeys(("overleg_besluit.beslist_door", "overleg_besluit.elders"), _HUIS),
    **dict.fromkeys(("contactpersoon.overlegsoorten", "geschil.onderwerp", "jaardoel.plan", "jaardoel.maat"), _WOORD),
    **dict.fromkeys((f"vernietigtelling.{een}" for een in ("maat", "indeling", "sleutel")), _WOORD),
    **dict.fromkeys((f"uitgegevencijfer.{een}" for een in ("maat", "indeling", "sleutel")), _WOORD),
    **dict.fromkeys((f"profiel_versie.{een}" for een in ("sleutel", "versie", "inhoud")), "the profile of the house"),
    **dict.fromkeys(("instelling.sleutel", "instelling.waarde"), "settings; names go off the list of words (namen.py)"),
    **dict.fromkeys(("vernietiging.nummer", "vernietiging.woorden", "vernietiging.geleegd"), "test_vernietigen.py"),
    **dict.fromkeys(("traject.oordelen", "termijnbesluit.termijnen"), _WOORD),
}
"""Every other text that stays, and why nothing of a file stands in it."""


def _teksten() -> Iterator[str]:
    for rij in BLIJFT:
        tabel: Any = rij.__table__
        if tabel.name in ("logregel", "verklaring"):
            continue  # the log names acts and numbers; statements lose their content
        for kolom in tabel.columns:
            if isinstance(kolom.type, String | Text) and not isinstance(kolom.type, KeuzeKolom | KeuzeOfLeegKolom):
                yield f"{tabel.name}.{kolom.name}"


def test_elke_tekst_die_blijft_staat_hier() -> None:
    assert sorted(_teksten()) == sorted({*GEWEIGERD, *ANDERS})


@pytest.mark.parametrize("tekst", GEWEIGERD)
def test_een_tekst_die_blijft_noemt_niemand_uit_een_dossier(bureau: Bureau, tekst: str) -> None:
    casus, diensten = bureau.casus(NAAM), bureau.diensten()
    for woord in (NAAM, NAAM.upper(), bureau.nummer(casus)):
        with pytest.raises(GebruikersFout, match=r"casus|betrokkene"):
            GEWEIGERD[tekst](bureau, diensten, woord)
    GEWEIGERD[tekst](bureau, diensten, "iemand anders")
