"""Delft art. 12.3.e: the Kernteam weighs a casus in a meeting, before anything of it may be shared."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from factories import Bureau
from pypdf import PdfReader

from zvh_desktop.errors import ProfielOngeldig, RegelEist, RegelGeweigerd
from zvh_desktop.models.keuzes import CasusId, DocumentSoort, OverlegId, PoortStand, PuntUitkomst
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.lezen import lees_profiel
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.services.regelboek.weging import weger
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst


def in_de_weeg(b: Bureau, aanpak: str) -> CasusId:
    """A casus whose triage runs, with an oordeel on two partijen."""
    casus = b.aanmeldingen.accepteer(b.aanmelding("Oefenman A", aanpak=aanpak))
    b.triage.bewaar(casus, TriageInvoer("Doel van de weeg", "Wonen", b.profiel.hoofdoverleg.sleutel))
    b.oordeel(casus, *list(b._partijen)[:2])
    return casus


def kernteam(b: Bureau) -> OverlegId:
    return b.tafels.plan(replace(b.tafel_invoer(b.klok.vandaag), soort="kernteam-pad"))


def lees(b: Bureau, soort: DocumentSoort, overleg: OverlegId) -> str:
    partij = next(iter(b._partijen.values()))
    pdf = b.diensten().documenten.maak(StukVraag(soort, overleg, partij, "")).inhoud
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages).split())


def test_alleen_het_kernteam_bespreekt_een_pad_casus_voor_het_einde_van_de_weeg(delfts_bureau: Bureau) -> None:
    b = delfts_bureau
    casus = in_de_weeg(b, "pad")
    with pytest.raises(RegelGeweigerd, match="eerst op een agenda van het Kernteam PAD: daar wordt hij gewogen"):
        b.agenda.voeg_casus_toe(b.tafel(), casus)
    with pytest.raises(RegelGeweigerd):
        b.agenda.voeg_casus_toe(kernteam(b), in_de_weeg(b, "complexe-casuistiek-0-100"))
    with pytest.raises(RegelGeweigerd, match="Rond eerst de weeg af"):
        b.agenda.voeg_casus_toe(b.tafel(), in_de_weeg(b, "complexe-casuistiek-0-100"))
    overleg = kernteam(b)
    keuze = next(een for een in b.agenda.kiesbare_casussen(overleg) if een.casus_id == casus)
    assert keuze.mag
    punt = b.agenda.voeg_casus_toe(overleg, casus)
    derde = list(b._partijen.values())[2]
    with pytest.raises(RegelGeweigerd):  # the gate is the same there
        b.agenda.zet_deelname(punt, derde, aan=True)
    assert b.agenda.nodig_alle_uit(punt) == 2


def test_de_weeg_wordt_pas_afgerond_na_het_kernteam_en_partijen_lezen_alleen_het_nummer(delfts_bureau: Bureau) -> None:
    b = delfts_bureau
    casus = in_de_weeg(b, "pad")
    with pytest.raises(RegelEist, match="Kernteam"):
        b.triage.rond_af(casus)
    overleg = kernteam(b)
    punt = b.agenda.voeg_casus_toe(overleg, casus)
    b.agenda.nodig_alle_uit(punt)
    assert [een.zin for een in b.agenda.toon(overleg).nog_nodig] == []  # the weging itself sets doel and besluit
    b.akkoord(overleg)
    agenda = lees(b, DocumentSoort.AGENDA_PARTIJ, overleg)
    assert b.nummer(casus) in agenda
    assert "Doel van de weeg" not in agenda
    b.verslagen.start_punt(punt)
    b.verslagen.bewaar_tekst(punt, VerslagTekst("Gewogen beeld.", "", ""))
    b.uitkomsten.zet(punt, PuntUitkomst.BESPROKEN)
    notulen = lees(b, DocumentSoort.NOTULEN_PARTIJ, overleg)
    assert b.nummer(casus) in notulen
    assert "Gewogen beeld." not in notulen
    b.triage.rond_af(casus)
    assert "Gewogen beeld." in lees(b, DocumentSoort.NOTULEN_PARTIJ, overleg)


def test_in_het_kernteam_zitten_gewoonlijk_gemeente_politie_en_om(delfts_bureau: Bureau) -> None:
    """Delft art. 12.3.e; the others join now and then and so are not usual. It gives nobody a seat."""
    b = delfts_bureau
    overleg = kernteam(b)
    kolommen = [kolom.kort for kolom in b.agenda.toon(overleg).kolommen if kolom.betrokken]
    assert sorted(kolommen) == ["Gem. Delft", "OM", "Politie"]
    b.agenda.voeg_casus_toe(overleg, b.aanmeldingen.accepteer(b.aanmelding("Oefenman A", aanpak="pad")))
    (punt,) = b.agenda.toon(overleg).punten
    assert {cel.stand for cel in punt.cellen} == {PoortStand.NIET_BEOORDEELD}


def test_een_profiel_zegt_wie_weegt_voor_alles_of_per_aanpak() -> None:
    delft = laad_meegeleverd("delft")
    assert weger(delft, "complexe-casuistiek-0-100") is None
    assert weger(delft, "pad") == delft.overlegsoort("kernteam-pad")
    overal = lees_profiel(f'weging_door = "procesoverleg"\n{delft.brontekst}', "proef")
    assert weger(overal, "complexe-casuistiek-0-100") == delft.overlegsoort("procesoverleg")
    assert weger(overal, "pad") == delft.overlegsoort("kernteam-pad")
    with pytest.raises(ProfielOngeldig):
        lees_profiel(f'weging_door = "stuurgroep"\n{delft.brontekst}', "proef")
