"""One line at the table: what is understood, and what is refused instead of becoming something else."""

from __future__ import annotations

import re
from datetime import date

import pytest
from factories import Bureau

from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.tafel.voorzitter.actieregel import Actiepartij, lees_actieregel

VANDAAG = date(2026, 11, 24)  # a Tuesday
POLITIE = Actiepartij(PartijId(1), "Politie Oost", "Politie")
OM = Actiepartij(PartijId(2), "Openbaar Ministerie", "OM")
HENGELO = Actiepartij(PartijId(3), "Gemeente Hengelo", "Hengelo")
ENSCHEDE = Actiepartij(PartijId(4), "Gemeente Enschede", "Enschede")
MEDIANT = Actiepartij(PartijId(5), "Mediant", "Mediant", "niet rechtmatig: geen betrokkenheid")
PARTIJEN = (POLITIE, OM, HENGELO, ENSCHEDE, MEDIANT)


@pytest.mark.parametrize(
    ("tekst", "partij", "omschrijving", "termijn"),
    [
        ("politie: huisbezoek voor 1 dec", POLITIE, "huisbezoek", date(2026, 12, 1)),
        ("OM: dossier sturen uiterlijk 3-12", OM, "dossier sturen", date(2026, 12, 3)),
        ("openbaar: dossier sturen, morgen", OM, "dossier sturen", date(2026, 11, 25)),
        ("hengelo: bellen op vrijdag", HENGELO, "bellen", date(2026, 11, 27)),
        ("minist: brief (voor 1 jan)", OM, "brief", date(2027, 1, 1)),
        ("gemeente E: bellen tegen volgende week dinsdag", ENSCHEDE, "bellen", date(2026, 12, 1)),
        ("politie: overleg voor de kerst voor 12 dec", POLITIE, "overleg voor de kerst", date(2026, 12, 12)),
        ("politie: op tijd zijn", POLITIE, "op tijd zijn", None),
        ("politie: bellen om 10:30", POLITIE, "bellen om 10:30", None),
        ("politie: adres 12: nakijken", POLITIE, "adres 12: nakijken", None),
        ("POLITIE : huisbezoek", POLITIE, "huisbezoek", None),
    ],
)
def test_wat_er_wordt_begrepen(tekst: str, partij: Actiepartij, omschrijving: str, termijn: date | None) -> None:
    lezing = lees_actieregel(tekst, PARTIJEN, VANDAAG)
    assert (lezing.partij_id, lezing.omschrijving, lezing.termijn, lezing.bezwaar) == (
        partij.partij_id,
        omschrijving,
        termijn,
        "",
    )


@pytest.mark.parametrize("tekst", ["huisbezoek", "huisbezoek voor 1 dec", "bel 10:30 terug", ""])
def test_zonder_dubbele_punt_is_er_geen_partij(tekst: str) -> None:
    lezing = lees_actieregel(tekst, PARTIJEN, VANDAAG)
    assert lezing.partij_id is None
    assert lezing.bezwaar == ""


def test_een_zin_met_een_dubbele_punt_is_geen_partij() -> None:
    lezing = lees_actieregel("wat we nog moeten doen met deze man: alles", PARTIJEN, VANDAAG)
    assert (lezing.partij_id, lezing.bezwaar) == (None, "")


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("mediant: bellen", "geen betrokkenheid"),
        ("mediant: bellen voor 1 dec", "geen betrokkenheid"),
        ("gemeente: bellen", "Hengelo of Enschede"),
        ("politei: bellen", "geen partij 'politei'"),
        ("politie: bellen voor 31 feb", "dag 31 is er niet"),
        ("politie: bellen voor 31-11", "dag 31 is er niet"),
        ("politie: bellen op 1-11-2026", "al geweest"),
    ],
)
def test_wat_wordt_geweigerd(tekst: str, zin: str) -> None:
    lezing = lees_actieregel(tekst, PARTIJEN, VANDAAG)
    assert re.search(zin, lezing.bezwaar), lezing.bezwaar


def test_wie_er_zit_gaat_voor_wie_er_niet_zit() -> None:
    met = Actiepartij(PartijId(6), "Mediator Voorbeeld", "Mediator")
    assert lees_actieregel("med: bellen", (*PARTIJEN, met), VANDAAG).partij_id == met.partij_id


def test_de_partijen_van_een_punt_met_de_reden_waarom_niet(bureau: Bureau) -> None:
    casus = bureau.casus("Testpersoon Regel")
    tafel = bureau.tafel(bureau.klok.vandaag)
    punt = bureau.punt(tafel, casus, "Politie")
    bureau.oordeel(casus, "GGD")
    partijen = {een.kort: een for een in bureau.diensten().tafelloop.voorzitter.actiepartijen(punt)}
    assert partijen["Politie"].reden == ""
    assert partijen["GGD"].reden  # may come in, and does not sit there
    assert partijen["Tactus"].reden
    lezing = lees_actieregel("tactus: bellen", tuple(partijen.values()), bureau.klok.vandaag)
    assert partijen["Tactus"].reden in lezing.bezwaar
    with pytest.raises(RegelGeweigerd):  # and by hand neither
        bureau.acties.voeg_toe_bij_punt(punt, ActieInvoer("bellen", bureau.partij("Tactus")))
