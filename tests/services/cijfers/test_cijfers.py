"""Counted, also what is gone; given out once; to read, to calculate with, and without a formula or a name."""

from __future__ import annotations

import csv
import io

import pytest
from factories import MEDEWERKER, Bureau
from opruimhulp import Gesloten
from pypdf import PdfReader
from python_calamine import CalamineWorkbook
from sqlalchemy import text

from zvh_desktop.errors import InvoerOngeldig, NietBevoegd
from zvh_desktop.models.cijfers.maten import Indeling, Maat
from zvh_desktop.models.keuzes import CasusId, VernietigSoort
from zvh_desktop.services.cijfers.bewaren import bewaarde_telling
from zvh_desktop.services.cijfers.cijfers import CijferService
from zvh_desktop.services.cijfers.gegevens import Doelinvoer, Rapport
from zvh_desktop.services.cijfers.tellen import Bereik, Cijfercel, Telling, tel
from zvh_desktop.services.cijfers.tijdvak import Tijdvak, heel_jaar
from zvh_desktop.services.cijfers.woordenlijst import lees_woordenlijst
from zvh_desktop.services.vernietigen.vernietigen import VernietigService
from zvh_desktop.services.werkplek.rechten import Recht


def geteld(bureau: Bureau, *, ook_weg: bool = True) -> Telling:
    """Every count of this vault, with what files that went left."""
    with bureau.werkplek.lees(Recht.CIJFERS_LEZEN) as sessie:
        telling = tel(sessie, lees_woordenlijst(sessie, bureau.profiel), Bereik())
        return telling + bewaarde_telling(sessie, 0, 9999) if ook_weg else telling


def vul_jaar(bureau: Bureau, jaar: int, aantal: int, *, kwartaal: int = 1, gemeente: str = "Enschede") -> None:
    """So many casussen that began and ended in one quarter, all alike."""
    maand = f"{3 * kwartaal - 1:02}"
    begin = bureau.waarde("SELECT coalesce(max(id), 0) FROM casus")
    partij = int(bureau.partij("Politie"))
    rijen = [
        {
            "id": nummer,
            "nummer": f"p-{nummer}",
            "partij": partij,
            "begin": f"{jaar}-{maand}-01",
            "einde": f"{jaar}-{maand}-15",
            "gemeente": gemeente,
            "op": "2026-01-01 00:00:00",
        }
        for nummer in range(begin + 1, begin + aantal + 1)
    ]
    with bureau.kluis.engine.begin() as verbinding:
        verbinding.execute(
            text(
                "INSERT INTO casus (id, nummer, aanmeldende_partij_id, aanpak, fase, status, procesregisseur, "
                "procesregie, geopend_op, gesloten_op, gewijzigd_op) VALUES (:id, :nummer, :partij, "
                "'x', 'y', 'afgeschaald', '', '', :begin, :einde, :op)"
            ),
            rijen,
        )
        verbinding.execute(
            text(
                "INSERT INTO betrokkene (casus_id, volgorde, naam, gemeente, adres) "
                "VALUES (:id, 0, 'P. Proef', :gemeente, '')"
            ),
            rijen,
        )


def begonnen(bureau: Bureau, jaar: int) -> int:
    """How many of the file itself."""
    return int(bureau.waarde("SELECT count(*) FROM casus WHERE geopend_op LIKE :jaar", jaar=f"{jaar}%"))


def rij(rapport: Rapport, titel: str, naam: str) -> tuple[int | None, int | None]:
    for tabel in rapport.tabellen:
        if tabel.titel.startswith(titel):
            for een in tabel.rijen:
                if een.naam.startswith(naam):
                    return een.nu, een.toen
    raise AssertionError(f"no line {naam} in {titel}")


def test_wat_vernietigd_is_telt_nog_precies_zo(gesloten: Gesloten) -> None:
    bureau = gesloten.bureau
    bureau.werkplek.herkomst = "test"
    CijferService(bureau.werkplek).zet_reden(gesloten.casus, "doelen-gehaald")
    voor = geteld(bureau)
    jaar = bureau.waarde("SELECT CAST(substr(gesloten_op, 1, 4) AS INTEGER) FROM casus WHERE id = :c", c=gesloten.casus)
    for cel in (
        Cijfercel(jaar, 0, Maat.UITSTROOM.value),
        Cijfercel(jaar, 0, Maat.UITSTROOM.value, Indeling.AFLOOP.value, "succesvol"),
        Cijfercel(jaar, 0, Maat.UITSTROOM.value, "reden:succesvol", "doelen-gehaald"),
    ):
        assert voor[cel] == 1
    assert voor[Cijfercel(jaar, 0, Maat.BEHANDELD.value)] == 2
    assert voor[Cijfercel(jaar, 0, Maat.TAFELS.value)] == 1
    diensten = VernietigService(bureau.werkplek)
    diensten.doe(gesloten.casus, VernietigSoort.SCHONEN)
    assert geteld(bureau) == voor
    assert geteld(bureau, ook_weg=False) != voor
    bureau.alsof_bevestigd()
    diensten.doe(gesloten.casus, VernietigSoort.VERNIETIGEN)
    assert geteld(bureau) == voor
    woorden = bureau.waarde("SELECT group_concat(indeling || sleutel) FROM vernietigtelling")
    assert "Kanarievogel" not in woorden


def test_een_rapport_naast_het_jaar_ervoor(gesloten: Gesloten) -> None:
    bureau = gesloten.bureau
    cijfers = CijferService(bureau.werkplek)
    nu = bureau.werkplek.vandaag().year - 4
    vul_jaar(bureau, nu, 12)
    vul_jaar(bureau, nu, 7, kwartaal=3, gemeente="gemeente Hengelo")
    vul_jaar(bureau, nu - 1, 9)
    vul_jaar(bureau, nu - 1, 6, gemeente="Onbekende plaats")
    rapport = cijfers.rapport(heel_jaar(nu))
    assert (rapport.naam, rapport.vorige) == (str(nu), str(nu - 1))
    assert rij(rapport, "Kerncijfers", "Casussen begonnen (instroom)") == (19, 15)
    assert rij(rapport, "Casussen begonnen (instroom), per gemeente", "Gemeente Hengelo")[0] == 7
    assert rij(rapport, "Hoe lang een fase duurt", "Hele casus")[0] == 2
    kwartaal = cijfers.rapport(Tijdvak((nu, 3), (nu, 3)))
    assert rij(kwartaal, "Kerncijfers", "Casussen begonnen") == (7, 0)
    assert [tabel.titel for tabel in kwartaal.tabellen] == ["Kerncijfers"]
    assert cijfers.jaren()[0] >= nu
    with pytest.raises(InvoerOngeldig, match="loopt tot en met"):
        cijfers.rapport(heel_jaar(nu + 4))
    with pytest.raises(InvoerOngeldig, match="einde ligt voor het begin"):
        cijfers.rapport(Tijdvak((nu, 3), (nu, 1)))


def test_wat_is_uitgegeven_blijft_zo(gesloten: Gesloten) -> None:
    bureau = gesloten.bureau
    bureau.als(MEDEWERKER)
    cijfers = CijferService(bureau.werkplek)
    nu = bureau.werkplek.vandaag().year - 1
    vul_jaar(bureau, nu, 12)
    eerst = cijfers.rapport(heel_jaar(nu))
    assert (eerst.uitgegeven_op, eerst.uitgegeven_door) == (None, "")
    cijfers.geef_uit(heel_jaar(nu))
    vul_jaar(bureau, nu, 1)  # recorded late: the difference would be about one
    daarna = cijfers.rapport(heel_jaar(nu))
    assert daarna.uitgegeven_op == bureau.werkplek.vandaag()
    assert daarna.uitgegeven_door == bureau.werkplek.naam
    assert daarna.tabellen == eerst.tabellen
    with pytest.raises(Exception, match="blijft zoals het is"):
        bureau.sql("UPDATE uitgegevencijfer SET waarde = 1")
    assert bureau.logboek()[-1]["handeling"] == "jaarcijfers uitgegeven"


def test_een_kwartaal_van_nu_en_dan_het_jaar(gesloten: Gesloten) -> None:
    """Three quarters were told while the year ran; the year would tell that the fourth was about 2."""
    bureau = gesloten.bureau
    cijfers = CijferService(bureau.werkplek)
    jaar = bureau.werkplek.vandaag().year + 1
    for kwartaal, aantal in ((1, 8), (2, 9), (3, 10), (4, 2)):
        vul_jaar(bureau, jaar, aantal, kwartaal=kwartaal)
    bureau.klok.verder(
        dagen=(bureau.werkplek.vandaag().replace(year=jaar, month=11, day=2) - bureau.werkplek.vandaag()).days
    )
    cijfers.geef_uit(Tijdvak((jaar, 1), (jaar, 3)))
    bureau.klok.verder(dagen=90)
    rapport = cijfers.rapport(heel_jaar(jaar))
    assert rij(rapport, "Kerncijfers", "Casussen begonnen")[0] is None
    assert not any("per gemeente" in tabel.titel and tabel.rijen[0].nu for tabel in rapport.tabellen)
    assert any("rapport van eerder" in zin for zin in rapport.opmerkingen)


def test_de_bestanden_zeggen_hetzelfde_en_rekenen_niets_uit(gesloten: Gesloten) -> None:
    bureau = gesloten.bureau
    cijfers = CijferService(bureau.werkplek)
    nu = bureau.werkplek.vandaag().year - 1
    eigen = begonnen(bureau, nu)
    vul_jaar(bureau, nu, 12)
    doel = Doelinvoer(nu, "jaarplan", "=HYPERLINK(0)", Maat.INSTROOM.value, 10)
    cijfers.bewaar_doel(doel)
    with pytest.raises(InvoerOngeldig, match="getal"):
        cijfers.bewaar_doel(Doelinvoer(nu, "jaarplan", "Meer", Maat.INSTROOM.value, 0))
    bestanden = cijfers.geef_uit(heel_jaar(nu))
    assert bestanden.naam == f"jaarcijfers_{nu}"
    gelezen = "".join(bladzijde.extract_text() for bladzijde in PdfReader(io.BytesIO(bestanden.pdf)).pages)
    assert "Kerncijfers" in gelezen and "Jaarplan: doelen en stand" in gelezen and "niet meer" in gelezen
    boek = CalamineWorkbook.from_filelike(io.BytesIO(bestanden.xlsx))
    kern = {str(een[0]): een[1] for een in boek.get_sheet_by_name("Tabel 1").to_python() if len(een) > 1}
    assert kern["Casussen begonnen (instroom)"] == 12 + eigen
    assert ["Jaarplan", "=HYPERLINK(0)"] in [een[:2] for een in boek.get_sheet_by_name("Doelen").to_python()]
    assert b"<f>" not in bestanden.xlsx
    regels = list(csv.reader(io.StringIO(bestanden.csv.decode("utf-8-sig")), delimiter=";"))
    assert ["Kerncijfers", "Casussen begonnen (instroom)", str(nu), str(12 + eigen)] in regels
    assert not any(cel.startswith(("=", "+", "-", "@")) for regel in regels for cel in regel)
    for inhoud in (gelezen.encode(), bestanden.csv):
        assert b"Kanarievogel" not in inhoud and b"P. Proef" not in inhoud
    bureau.als("beheer")
    with pytest.raises(NietBevoegd):
        CijferService(bureau.werkplek).geef_uit(heel_jaar(nu))


def test_een_reden_van_afsluiten(gesloten: Gesloten) -> None:
    cijfers = CijferService(gesloten.bureau.werkplek)
    assert [(regel.casus_id, regel.reden) for regel in cijfers.gesloten()] == [(gesloten.casus, "")]
    cijfers.zet_reden(gesloten.casus, "doelen-gehaald")
    assert [regel.reden for regel in cijfers.gesloten()] == ["doelen-gehaald"]
    with pytest.raises(InvoerOngeldig, match="lijst van het huis"):
        cijfers.zet_reden(gesloten.casus, "zomaar")
    with pytest.raises(InvoerOngeldig, match="loopt nog"):
        cijfers.zet_reden(CasusId(gesloten.ander), "doelen-gehaald")
