"""The rules that are agreements between people, in each of the five houses: what is recorded and shown."""

from __future__ import annotations

import pytest
from convenanten import GESCHILLEN, HUIZEN
from huis_met_regels import Huis
from informatiedossier import pdf_tekst

from zvh_desktop.models.keuzes import DocumentSoort, OverlegId, PartijId, Regel
from zvh_desktop.services.huis.regels import beschrijf_huis
from zvh_desktop.services.regelboek.afspraken import (
    Afspraak,
    geheimhouding,
    geschil_casusregisseur,
    geschil_convenant,
    geschil_informatierol,
    geschil_manager,
    geschil_procesregisseur,
    gezamenlijke_afspraken,
    verslaglegging,
)


def getoond(huis: Huis, afspraak: Afspraak, regel: Regel) -> str:
    """The sentence on the screen Beheer, after a look whether article and text are those of this house."""
    assert afspraak.artikel == huis.artikel(regel)
    gevonden = huis.profiel.regel(regel)
    assert afspraak.tekst.startswith((gevonden.tekst or gevonden.reden).rstrip("."))
    (zin,) = (een.tekst for een in beschrijf_huis(huis.profiel).afspraken if een.titel == afspraak.titel)
    assert zin.startswith(afspraak.tekst.rstrip("."))
    assert (f"({afspraak.artikel})." in zin) == bool(afspraak.artikel)
    return zin


def stuk(huis: Huis, overleg: OverlegId, soort: DocumentSoort, partij: PartijId | None = None) -> str:
    """The text of a document of this overleg."""
    vragen = huis.diensten.documenten.verslagstukken(overleg)
    (vraag,) = (een for een in vragen if (een.soort, een.partij_id) == (soort, partij))
    return pdf_tekst(huis.diensten.documenten.maak(vraag).inhoud)


@pytest.mark.regel(Regel.GEZAMENLIJKE_AFSPRAKEN)
def test_gezamenlijke_afspraken(huis: Huis) -> None:
    bureau = huis.bureau
    getoond(huis, gezamenlijke_afspraken(huis.profiel), Regel.GEZAMENLIJKE_AFSPRAKEN)
    partij = huis.partij()
    _, overleg, punt = huis.gehouden(huis.kort(partij))
    bureau.acties.voeg_toe_bij_punt(punt, bureau.actie_invoer(huis.kort(partij)))
    tekst = stuk(huis, overleg, DocumentSoort.ACTIELIJST, partij)
    assert huis.artikel(Regel.GEZAMENLIJKE_AFSPRAKEN) in tekst


@pytest.mark.regel(Regel.VERSLAGLEGGING)
def test_verslaglegging(huis: Huis) -> None:
    zin = getoond(huis, verslaglegging(huis.profiel), Regel.VERSLAGLEGGING)
    assert all(systeem in zin for systeem in huis.profiel.systemen)
    _, overleg, _ = huis.gehouden(huis.een)
    tekst = stuk(huis, overleg, DocumentSoort.NOTULEN_REGIE)
    assert (huis.artikel(Regel.VERSLAGLEGGING) or huis.artikel(Regel.NIET_OPENBAAR)) in tekst


@pytest.mark.regel(Regel.GEHEIMHOUDING)
def test_geheimhouding_staat_in_beheer_en_op_de_stukken(huis: Huis) -> None:
    getoond(huis, geheimhouding(huis.profiel), Regel.GEHEIMHOUDING)
    _, overleg, _ = huis.gehouden(huis.een)
    tekst = stuk(huis, overleg, DocumentSoort.NOTULEN_REGIE)
    assert huis.artikel(Regel.GEHEIMHOUDING) in tekst


@pytest.mark.regel(Regel.GESCHIL_PROCESREGISSEUR)
def test_geschil_procesregisseur(huis: Huis) -> None:
    afspraak = geschil_procesregisseur(huis.profiel)
    getoond(huis, afspraak, Regel.GESCHIL_PROCESREGISSEUR)
    assert afspraak.stappen == GESCHILLEN["procesregisseur"][HUIZEN.index(huis.profiel.sleutel)]


@pytest.mark.regel(Regel.GESCHIL_CASUSREGISSEUR)
def test_geschil_casusregisseur(huis: Huis) -> None:
    afspraak = geschil_casusregisseur(huis.profiel)
    getoond(huis, afspraak, Regel.GESCHIL_CASUSREGISSEUR)
    assert huis.profiel.termen.casusregisseur in afspraak.titel
    assert afspraak.stappen == GESCHILLEN["casusregisseur"][HUIZEN.index(huis.profiel.sleutel)]


@pytest.mark.regel(Regel.GESCHIL_MANAGER)
def test_geschil_manager(huis: Huis) -> None:
    afspraak = geschil_manager(huis.profiel)
    getoond(huis, afspraak, Regel.GESCHIL_MANAGER)
    assert afspraak.stappen == GESCHILLEN["manager"][HUIZEN.index(huis.profiel.sleutel)]
    assert bool(afspraak.stappen) is huis.profiel.geldt(Regel.GESCHIL_MANAGER)


@pytest.mark.regel(Regel.GESCHIL_INFORMATIEROL)
def test_geschil_informatierol(huis: Huis) -> None:
    afspraak = geschil_informatierol(huis.profiel)
    getoond(huis, afspraak, Regel.GESCHIL_INFORMATIEROL)
    assert huis.profiel.termen.met_lidwoord("informatierol") in afspraak.titel
    assert afspraak.stappen == GESCHILLEN["informatierol"][HUIZEN.index(huis.profiel.sleutel)]
    assert bool(afspraak.stappen) is huis.profiel.geldt(Regel.GESCHIL_INFORMATIEROL)


@pytest.mark.regel(Regel.GESCHIL_CONVENANT)
def test_geschil_convenant(huis: Huis) -> None:
    afspraak = geschil_convenant(huis.profiel)
    getoond(huis, afspraak, Regel.GESCHIL_CONVENANT)
    assert afspraak.titel == "Geschil over het convenant"
    assert afspraak.stappen == GESCHILLEN["convenant"][HUIZEN.index(huis.profiel.sleutel)]
    assert bool(afspraak.stappen) is huis.profiel.geldt(Regel.GESCHIL_CONVENANT)
