"""Released items travel with the uitnodiging to the named partijen only, read back from the draft itself."""

from __future__ import annotations

import hashlib

import pytest
from factories import Bureau
from informatiedossier import GEBRUIK, PDF, TEKST, Dossier, alle_tekst, bijlagen_van, pdf_tekst

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import DocumentSoort, UitnodigingStatus
from zvh_desktop.services.informatie.bijlagen import Bijlage


@pytest.fixture
def dossier(bureau: Bureau) -> Dossier:
    return Dossier(bureau)


def test_stuk_gaat_mee_naar_de_genoemde_partij_en_naar_niemand_anders(dossier: Dossier) -> None:
    dossier.akkoord()
    dossier.geef_vrij(dossier.lezer)
    dossier.uitnodigen()
    stukken = dossier.stukken(dossier.lezer)
    bijlagen = bijlagen_van(stukken.concept.inhoud)
    (naam,) = (naam for naam in bijlagen if naam.startswith("informatie_"))
    tekst = pdf_tekst(bijlagen[naam])
    assert TEKST in tekst
    assert GEBRUIK in tekst
    assert dossier.bureau.naam(dossier.verstrekker) in tekst
    assert "politiegegevens (Wpg)" in tekst
    assert "art. 16.2" in tekst
    brief = pdf_tekst(stukken.brief.inhoud)
    assert "krijgt u één stuk om vooraf te lezen" in brief
    assert "art. 11.2 onder f" in brief
    assert "Waarneming" not in brief
    for kort in (dossier.ander, dossier.verstrekker):
        eml = dossier.stukken(kort).concept.inhoud
        alles = alle_tekst(eml)
        assert len(bijlagen_van(eml)) == 2
        for verboden in (TEKST, "paarse", "Waarneming", "vooraf te lezen", "informatie_"):
            assert verboden not in alles


def test_namen_van_bestanden_en_metadata_zeggen_niets(dossier: Dossier) -> None:
    met_bijlage = dossier.voeg_toe(Bijlage("J. Oefenman dossier.pdf", PDF), titel="J. Oefenman")
    for item in (dossier.item, met_bijlage):
        dossier.akkoord(item)
        dossier.geef_vrij(dossier.lezer, item=item)
    dossier.uitnodigen()
    bijlagen = bijlagen_van(dossier.stukken(dossier.lezer).concept.inhoud)
    namen = [naam for naam in bijlagen if naam.startswith("informatie")]
    assert len(namen) == 3
    assert not any("Oefenman" in naam or dossier.bureau.nummer(dossier.casus) in naam for naam in namen)
    assert bijlagen[next(naam for naam in namen if naam.startswith("informatie-bijlage"))] == PDF
    assert "krijgt u 2 stukken om vooraf te lezen" in pdf_tekst(dossier.stukken(dossier.lezer).brief.inhoud)


def test_ingetrokken_akkoord_sluit_wat_nog_niet_verzonden_is(dossier: Dossier) -> None:
    dossier.akkoord()
    dossier.geef_vrij(dossier.lezer)
    dossier.uitnodigen()
    assert dossier.stukken(dossier.lezer).vooraf
    (zin,) = dossier.diensten.vrijgaven.trek_akkoord_in(dossier.item)
    assert dossier.bureau.naam(dossier.lezer) in zin
    stukken = dossier.stukken(dossier.lezer)
    assert stukken.vooraf == ()
    assert TEKST not in alle_tekst(stukken.concept.inhoud)
    dossier.akkoord()
    assert dossier.stukken(dossier.lezer).vooraf == ()  # a new accord opens nothing by itself
    dossier.geef_vrij(dossier.lezer)
    assert len(dossier.stukken(dossier.lezer).vooraf) == 1


def test_verzonden_stuk_blijft_bevroren_en_de_intrekking_zegt_wie_het_heeft(dossier: Dossier) -> None:
    dossier.akkoord()
    dossier.geef_vrij(dossier.lezer)
    dossier.uitnodigen()
    verwacht = dossier.stukken(dossier.lezer).vooraf[0].inhoud
    dossier.diensten.uitnodigingen.markeer_verzonden(dossier.uitnodiging_id(dossier.lezer))
    rij = dossier.bureau.waarde(
        "SELECT sha256 || '|' || partij_id || '|' || casus_id FROM uitgegeven WHERE soort = :s",
        s=DocumentSoort.INFORMATIE.value,
    )
    assert rij == f"{hashlib.sha256(verwacht).hexdigest()}|{dossier.id(dossier.lezer)}|{dossier.casus}"
    (item,) = dossier.diensten.informatie.toon(dossier.casus).items
    assert item.gedeeld
    assert item.vrijgaven[0].verzonden_op is not None
    for poging in (
        lambda: dossier.diensten.informatie.verwijder(dossier.item),
        lambda: dossier.diensten.informatie.wijzig(dossier.item, dossier.invoer(tekst="anders")),
        lambda: dossier.diensten.vrijgaven.sluit_vrijgave(dossier.item, dossier.overleg, dossier.id(dossier.lezer)),
    ):
        with pytest.raises(GebruikersFout):
            poging()
    (zin,) = dossier.diensten.vrijgaven.trek_akkoord_in(dossier.item)
    assert "kreeg het stuk al" in zin
    with pytest.raises(GebruikersFout, match="al gedeeld"):
        dossier.diensten.informatie.wijzig(dossier.item, dossier.invoer(tekst="anders"))


def test_vrijgave_na_verzenden_zet_de_uitnodiging_weer_klaar(dossier: Dossier) -> None:
    dossier.uitnodigen()
    for kort in (dossier.lezer, dossier.ander):
        dossier.diensten.uitnodigingen.markeer_verzonden(dossier.uitnodiging_id(kort))
    dossier.akkoord()
    (zin,) = dossier.geef_vrij(dossier.lezer)
    assert dossier.bureau.naam(dossier.lezer) in zin
    standen = {r.partij_id: (r.status, r.volgnummer) for r in dossier.diensten.uitnodigingen.lijst(dossier.overleg)}
    assert standen[dossier.id(dossier.lezer)] == (UitnodigingStatus.CONCEPT, 1)
    assert standen[dossier.id(dossier.ander)] == (UitnodigingStatus.VERZONDEN, 0)
    stukken = dossier.stukken(dossier.lezer)
    assert len(stukken.vooraf) == 1
    assert "in de plaats van de uitnodiging" in pdf_tekst(stukken.brief.inhoud)


def test_wie_van_tafel_gaat_krijgt_ook_het_stuk_niet(dossier: Dossier) -> None:
    dossier.akkoord()
    dossier.geef_vrij(dossier.lezer, dossier.ander)
    dossier.uitnodigen()
    dossier.bureau.trek_in(dossier.casus, dossier.lezer)
    stand = {v.partij_id: v.vervallen for v in dossier.diensten.informatie.toon(dossier.casus).items[0].vrijgaven}
    assert stand == {dossier.id(dossier.lezer): True, dossier.id(dossier.ander): False}
    assert len(dossier.stukken(dossier.ander).vooraf) == 1
    with pytest.raises(GebruikersFout):
        dossier.stukken(dossier.lezer)


def test_stuk_zonder_stoel_gaat_nergens_heen(dossier: Dossier) -> None:
    dossier.bureau.oordeel(dossier.casus, dossier.vreemde)
    dossier.bureau.contact(dossier.vreemde)
    dossier.akkoord()
    dossier.geef_vrij(dossier.vreemde)
    tweede = dossier.bureau.casus("M. Voorbeeld")
    dossier.bureau.punt(dossier.overleg, tweede, dossier.vreemde)
    dossier.uitnodigen()
    stukken = dossier.stukken(dossier.vreemde)
    assert stukken.vooraf == ()
    assert TEKST not in alle_tekst(stukken.concept.inhoud)


def test_wat_met_gewone_sql_wordt_opengezet_gaat_toch_niet_mee(dossier: Dossier) -> None:
    dossier.akkoord()
    dossier.geef_vrij(dossier.lezer)
    dossier.diensten.vrijgaven.trek_akkoord_in(dossier.item)
    dossier.bureau.zonder_triggers(["vrijgave_wijzigen"])
    dossier.bureau.sql("UPDATE inzage_vrijgave SET vervallen = 0")
    dossier.uitnodigen()
    assert dossier.stukken(dossier.lezer).vooraf == ()
