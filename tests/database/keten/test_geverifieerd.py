"""The chain as one session verified it: what it concludes, what it refuses, and what makes the next opening cheap."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from kluis_hulp import BEHEER, REGIE, TIJD, Openen, oordeel_inhoud
from proefwaarden import WACHTWOORD
from sqlalchemy import insert, text

from zvh_desktop.database.bestand.canoniek import canoniek, vingerafdruk
from zvh_desktop.database.keten import ondertekening
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.keten.ondertekening import (
    INHOUD_DOMEIN,
    KOP_DOMEIN,
    Ondertekenaar,
    VerklaringRij,
    verifieer_keten,
    voeg_verklaring_toe,
)
from zvh_desktop.database.kluis import NieuweGebruiker, OpenKluis, maak_kluis, open_kluis
from zvh_desktop.database.sleutels.primitieven import KDF_ONDERGRENS
from zvh_desktop.database.terugzetten.onthouden import schrijf_kluisstand
from zvh_desktop.database.terugzetten.vergelijken import NOG_NIETS_GEZIEN, lees_nu
from zvh_desktop.database.zitting.kluismap import Kluismap
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import Rol, VerklaringSoort
from zvh_desktop.paths import gebruikersmap

pytestmark = pytest.mark.usefixtures("verifieert_ernaast")

OORDEEL = VerklaringSoort.OORDEEL


def teken(kluis: OpenKluis, nummer: int) -> None:
    with kluis.sessies.begin() as sessie:
        voeg_verklaring_toe(sessie, kluis.ondertekenaar, OORDEEL, oordeel_inhoud(nummer), TIJD)


def over(kluis: OpenKluis, partij: int) -> list[int]:
    with kluis.lees_sessies() as sessie:
        return [gevonden.nummer for gevonden in inzicht(sessie).over(OORDEEL, "partij", partij)]


def buitenom(kluis: OpenKluis, *opdrachten: str) -> None:
    """Plain SQL, with the triggers taken away and put back."""
    with kluis.engine.begin() as verbinding:
        wachters = verbinding.execute(
            text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'verklaring'")
        ).all()
        for naam, _ in wachters:
            verbinding.exec_driver_sql(f'DROP TRIGGER "{naam}"')
        verbinding.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for opdracht in opdrachten:
            verbinding.exec_driver_sql(opdracht)
        for _, sql in wachters:
            verbinding.exec_driver_sql(sql)


def test_onderwerp_geeft_de_verklaringen_op_volgorde(openen: Openen) -> None:
    kluis = openen()
    teken(kluis, 2)
    assert over(kluis, 2) == [2, 4]
    assert over(kluis, 7) == []
    with kluis.lees_sessies() as sessie:
        gevonden = inzicht(sessie).een(OORDEEL, 3)
        assert gevonden is not None
        assert gevonden.inhoud == oordeel_inhoud(3)
        assert inzicht(sessie).een(VerklaringSoort.PLAN_VASTGESTELD, 3) is None
        assert inzicht(sessie).een(OORDEEL, 99) is None


GEKNOEID: dict[str, tuple[str, str]] = {
    "leeg": ("UPDATE verklaring SET inhoud = NULL WHERE nummer = 2", "gewist zonder ondertekende vernietiging"),
    "weg": ("DELETE FROM verklaring WHERE nummer = 2", "ontbreekt nummer 2"),
    "soort": ("UPDATE verklaring SET soort = 'plan_vastgesteld' WHERE nummer = 2", "Verklaring 2 is niet te vertr"),
    "casus als tekst": ("UPDATE verklaring SET inhoud = replace(inhoud, '2,', '\"2\",') WHERE nummer = 2", "gewijzigd"),
    "ander nummer": ("UPDATE verklaring SET nummer = 50 WHERE nummer = 2", "ontbreekt nummer 2"),
    "onder nul": ("UPDATE verklaring SET nummer = -999 WHERE nummer = 3", "nummer dat niet kan bestaan: -999"),
    "geen tekst": ("UPDATE verklaring SET hash = CAST('x' AS BLOB) WHERE nummer = 2", "kolom is niet te lezen"),
}


@pytest.mark.parametrize(("opdracht", "zin"), GEKNOEID.values(), ids=list(GEKNOEID))
def test_na_openen_telt_niets_meer_en_staat_er_waarom(openen: Openen, opdracht: str, zin: str) -> None:
    kluis = openen()
    buitenom(kluis, opdracht)
    kluis.sluit()
    kluis = openen()
    with pytest.raises(HandtekeningOnjuist, match=zin) as geweigerd:
        over(kluis, 1)
    assert "laat de kluis controleren" in geweigerd.value.advies
    assert kluis.stand.controleer_keten()


@pytest.mark.parametrize("opdracht", [opdracht for opdracht, _ in GEKNOEID.values()], ids=list(GEKNOEID))
def test_terwijl_de_kluis_open_is_telt_het_onderwerp_niet_meer(openen: Openen, opdracht: str) -> None:
    kluis = openen()
    assert over(kluis, 2) == [2]
    buitenom(kluis, opdracht)
    for partij in (2, 3):
        nummer = partij
        if f"nummer = {nummer}" in opdracht:
            with pytest.raises(HandtekeningOnjuist):
                over(kluis, partij)


def test_laatste_weg_terwijl_de_kluis_open_is(openen: Openen) -> None:
    kluis = openen()
    assert over(kluis, 3) == [3]
    buitenom(kluis, "DELETE FROM verklaring WHERE nummer = 3")
    with pytest.raises(HandtekeningOnjuist, match="verklaringen 3 tot en met 3 zijn verwijderd"):
        over(kluis, 1)


def test_verzegelde_verklaringen_worden_alleen_gehasht(openen: Openen, monkeypatch: pytest.MonkeyPatch) -> None:
    gezien: list[bytes] = []
    echt = ondertekening.controleer_handtekening  # type: ignore[attr-defined]

    def tel(openbaar: bytes, gegevens: bytes, handtekening: bytes) -> None:
        gezien.append(handtekening)
        echt(openbaar, gegevens, handtekening)

    monkeypatch.setattr(ondertekening, "controleer_handtekening", tel)
    kluis = openen()
    assert over(kluis, 1) == [1]
    assert len(gezien) == 3
    kluis.sluit()
    kluis = openen()
    assert over(kluis, 1) == [1]
    assert len(gezien) == 3
    teken(kluis, 4)
    kluis.sluit()
    kluis = openen()
    assert over(kluis, 4) == [4]
    assert len(gezien) == 4


def test_wat_een_ander_intussen_tekent_wordt_gezien(openen: Openen) -> None:
    lezer, kluis = openen(BEHEER, alleen_lezen=True), openen()
    assert over(lezer, 4) == []
    teken(kluis, 4)
    assert over(lezer, 4) == [4]


def test_wat_wordt_teruggedraaid_blijft_niet_in_het_geheugen(openen: Openen) -> None:
    kluis = openen()
    with kluis.sessies() as sessie:
        voeg_verklaring_toe(sessie, kluis.ondertekenaar, OORDEEL, oordeel_inhoud(4), TIJD)
        assert [gevonden.nummer for gevonden in inzicht(sessie).over(OORDEEL, "partij", 4)] == [4]
        sessie.rollback()
    assert over(kluis, 4) == []
    teken(kluis, 5)
    assert (over(kluis, 4), over(kluis, 5)) == ([], [4])


def test_wie_eerder_begon_te_lezen_ziet_geen_breuk(openen: Openen) -> None:
    kluis = openen()
    with kluis.lees_sessies() as vroeg:
        vroeg.execute(text("SELECT count(*) FROM verklaring"))
        teken(kluis, 4)
        assert over(kluis, 4) == [4]
        assert [gevonden.nummer for gevonden in inzicht(vroeg).over(OORDEEL, "partij", 3)] == [3]
        assert inzicht(vroeg).over(OORDEEL, "partij", 4) == ()


# -- a key that no longer counts ---------------------------------------------------------------------------


def sleutel_van(openen: Openen) -> Ondertekenaar:
    """The key of the procesregisseur, as whoever held it would have kept it."""
    kluis = openen()
    eigen = kluis.ondertekenaar
    oud = Ondertekenaar(eigen.kluis_id, eigen.gebruiker, eigen.certificaat, kluis._zitting.open_geheimen().zaad)
    kluis.sluit()
    return oud


def namaak(kluis: OpenKluis, wie: Ondertekenaar, nummer: int) -> None:
    """A statement under this number, signed as it should be."""
    tekst = canoniek({"zout": "00" * 16, "gegevens": oordeel_inhoud(77)})
    with kluis.engine.begin() as verbinding:
        vorige = verbinding.execute(
            text("SELECT hash FROM verklaring WHERE nummer < :n ORDER BY nummer DESC LIMIT 1"), {"n": nummer}
        ).scalar()
    rij = Verklaring(
        nummer=nummer,
        soort=OORDEEL.value,
        inhoud=tekst.decode(),
        inhoud_hash=vingerafdruk(INHOUD_DOMEIN, tekst),
        vorige_hash=vorige or ondertekening.begin_van_keten(wie.kluis_id),
        certificaat=canoniek(wie.certificaat.als_json()).decode(),
        gebruiker=wie.certificaat.naam,
        tijd=TIJD.isoformat(),
    )
    hoofd = ondertekening._hoofd(rij, wie.kluis_id)
    rij.hash = vingerafdruk(KOP_DOMEIN, hoofd)
    rij.handtekening = wie.teken(KOP_DOMEIN + b"\x00" + hoofd).hex()
    buitenom(kluis, f"DELETE FROM verklaring WHERE nummer = {nummer}")  # noqa: S608
    with kluis.engine.begin() as verbinding:
        verbinding.execute(insert(Verklaring), {naam: getattr(rij, naam) for naam in VerklaringRij._fields})


def haal_weg(kluis: OpenKluis) -> None:
    kluis.accounts.verwijder(REGIE)


def neem_rol_af(kluis: OpenKluis) -> None:
    kluis.accounts.wijzig_rollen(REGIE, frozenset({Rol.MEDEWERKER}))


@pytest.mark.parametrize("nummer", [1, 3, -999, 0, 4])
@pytest.mark.parametrize("ingetrokken", [haal_weg, neem_rol_af])
def test_ingetrokken_sleutel_tekent_nergens_meer(
    openen: Openen,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    nummer: int,
    ingetrokken: Callable[[OpenKluis], None],
) -> None:
    """Also where nothing was remembered, and also in place of the last statement that the key could sign."""
    oud = sleutel_van(openen)
    kluis = openen(BEHEER)
    ingetrokken(kluis)
    assert over(kluis, 1) == [1]
    namaak(kluis, oud, nummer)
    if nummer == 1:
        # What this session verified says nothing about this subject, and what it was about is refused.
        assert over(kluis, 77) == []
    with pytest.raises(HandtekeningOnjuist):
        over(kluis, 1 if nummer == 1 else 77)
    with kluis.lees_sessies() as sessie:
        assert verifieer_keten(sessie, kluis.wortel, kluis.kluis_id)
    schrijf_kluisstand(kluis.map, kluis.sleutelbestand.epoche, lees_nu(kluis._zitting.bron), kluis.databasesleutel)
    monkeypatch.setenv("ZVH_GEBRUIKERSMAP", str(tmp_path / "andere computer"))
    kluis.sluit()
    kluis = openen(BEHEER)
    # Closing sealed what this session had verified, so until every row is compared again there is nothing about 77.
    assert kluis.stand.controleer_keten()
    with pytest.raises(HandtekeningOnjuist):
        over(kluis, 77)


# -- what a user remembers ---------------------------------------------------------------------------------


@pytest.fixture
def echt(tmp_path: Path) -> Path:
    """A vault that is no practice vault, with two statements of which the last will be taken away."""
    alles = frozenset({Rol.BEHEERDER, Rol.PROCESREGISSEUR})
    beheer = NieuweGebruiker(BEHEER, "B. Oefenman", alles, WACHTWOORD)
    kluis, _ = maak_kluis(tmp_path / "echt.kluis", beheer, kdf=KDF_ONDERGRENS, reserve=0, klok=lambda: TIJD)
    with kluis:
        teken(kluis, 1)
        teken(kluis, 2)
        assert over(kluis, 2) == [2]
    return tmp_path / "echt.kluis"


def neem_laatste_weg(kluismap: Path) -> None:
    """The last statement away, and the state in the vault folder sealed anew with the key that everybody has."""
    kluis = open_kluis(kluismap, BEHEER, WACHTWOORD)
    buitenom(kluis, "DELETE FROM verklaring WHERE nummer = 2")
    schrijf_kluisstand(kluismap, kluis.sleutelbestand.epoche, lees_nu(kluis._zitting.bron), kluis.databasesleutel)
    kluis.engine.dispose()
    plaats = kluis._zitting.plaats
    assert isinstance(plaats, Kluismap)
    assert plaats.vergrendeling is not None
    plaats.vergrendeling.geef_vrij()
    kluis._zitting.keten.wacht()


def eigen_stand() -> Path:
    (pad,) = (gebruikersmap() / "hoofden").glob("*.json")
    return pad


def test_laatste_weg_en_opnieuw_verzegeld_wordt_geweigerd(echt: Path) -> None:
    neem_laatste_weg(echt)
    with open_kluis(echt, BEHEER, WACHTWOORD) as kluis:
        assert any("2 tot en met 2 ontbreken (deze computer)" in zin for zin in kluis.stand.waarschuwingen)
        with pytest.raises(HandtekeningOnjuist, match="ontbreken"):
            over(kluis, 1)
        kluis.stand.aanvaard()
        assert over(kluis, 1) == [1]


def test_eigen_stand_is_niet_te_herschrijven_zonder_het_eigen_geheim(echt: Path) -> None:
    neem_laatste_weg(echt)
    pad = eigen_stand()
    pad.write_bytes(pad.read_bytes().replace(b'"nummer":2', b'"nummer":1'))
    with open_kluis(echt, BEHEER, WACHTWOORD) as kluis:
        assert any("niet door u geschreven" in zin for zin in kluis.stand.waarschuwingen)
        with pytest.raises(HandtekeningOnjuist, match="niet door u geschreven"):
            over(kluis, 1)


def test_weggehaalde_eigen_stand_wordt_gemeld(echt: Path) -> None:
    eigen_stand().unlink()
    with open_kluis(echt, BEHEER, WACHTWOORD) as kluis:
        assert kluis.stand.waarschuwingen == (NOG_NIETS_GEZIEN,)
        assert over(kluis, 1) == [1]
    with open_kluis(echt, BEHEER, WACHTWOORD) as kluis:
        assert kluis.stand.waarschuwingen == ()


def test_stand_van_een_eerdere_versie_telt_nog_als_ondergrens(echt: Path) -> None:
    """Without a seal it proves nothing, but what it names must still be there."""
    pad = eigen_stand()
    oud = pad.with_name(f"{pad.name.partition('-')[0]}.json")
    stand = json.loads(pad.read_bytes())["stand"]
    neem_laatste_weg(echt)
    pad.unlink()
    oud.write_bytes(canoniek(stand) + b"\n")
    with open_kluis(echt, BEHEER, WACHTWOORD) as kluis:
        assert any("2 tot en met 2 ontbreken (deze computer)" in zin for zin in kluis.stand.waarschuwingen)
