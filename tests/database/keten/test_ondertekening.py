"""Statements that cannot be forged, moved or revived."""

from __future__ import annotations

import sqlite3  # noqa: TID251 - reads nothing: proves that the plain driver cannot
from datetime import UTC, datetime
from pathlib import Path

import pytest
from kluis_hulp import BEHEER, MEDEWERKER, TIJD, Openen, oordeel_inhoud
from sqlalchemy import select, text

from zvh_desktop.database.keten.ketenkop import kop
from zvh_desktop.database.keten.ondertekening import verifieer_keten, verifieer_verklaring, voeg_verklaring_toe
from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.errors import HandtekeningOnjuist, NietBevoegd, ProgrammaFout
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import VerklaringSoort


def zonder_triggers(kluis: OpenKluis, opdracht: str) -> None:
    """What somebody with the open key and plain SQL could do."""
    with kluis.engine.begin() as verbinding:
        for rij in verbinding.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'verklaring'")
        ).all():
            verbinding.exec_driver_sql(f'DROP TRIGGER "{rij[0]}"')
        verbinding.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        verbinding.exec_driver_sql(opdracht)


def bevindingen(kluis: OpenKluis) -> tuple[str, ...]:
    with kluis.lees_sessies() as sessie:
        return verifieer_keten(sessie, kluis.wortel, kluis.kluis_id)


def test_wat_getekend_is_komt_zo_terug(openen: Openen) -> None:
    kluis = openen()
    with kluis.lees_sessies() as sessie:
        rijen = sessie.scalars(select(Verklaring).order_by(Verklaring.nummer)).all()
        assert [verifieer_verklaring(rij, kluis.wortel, kluis.kluis_id) for rij in rijen] == [
            oordeel_inhoud(nummer) for nummer in (1, 2, 3)
        ]
        assert kop(sessie).nummer == 3
    assert bevindingen(kluis) == ()


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE verklaring SET inhoud = replace(inhoud, 'rechtmatig', 'ingetrokken') WHERE nummer = 2",
        "UPDATE verklaring SET tijd = '2026-03-09T09:00:00+00:00' WHERE nummer = 2",
        "UPDATE verklaring SET gebruiker = 'beheer' WHERE nummer = 2",
        "UPDATE verklaring SET soort = 'afschaling' WHERE nummer = 2",
        "UPDATE verklaring SET soort = 'onzin' WHERE nummer = 2",
        "UPDATE verklaring SET hash = 'ab' WHERE nummer = 2",
        "UPDATE verklaring SET handtekening = 'geen hex' WHERE nummer = 2",
        "UPDATE verklaring SET certificaat = '{}' WHERE nummer = 2",
        "UPDATE verklaring SET certificaat = replace(certificaat, 'procesregisseur', 'medewerker') WHERE nummer = 2",
        "UPDATE verklaring SET inhoud_hash = 'ab', inhoud = NULL WHERE nummer = 2",
        "DELETE FROM verklaring WHERE nummer = 2",
        "DELETE FROM verklaring WHERE nummer = 1",
        "INSERT INTO verklaring SELECT 4, soort, inhoud, inhoud_hash, vorige_hash, hash || '0', handtekening,"
        " certificaat, gebruiker, tijd FROM verklaring WHERE nummer = 1",
        "UPDATE verklaring SET inhoud = (SELECT inhoud FROM verklaring WHERE nummer = 1) WHERE nummer = 3",
    ],
)
def test_wat_er_ook_aan_een_rij_verandert_het_wordt_gevonden(openen: Openen, opdracht: str) -> None:
    kluis = openen(MEDEWERKER)
    zonder_triggers(kluis, opdracht)
    assert bevindingen(kluis)


def test_laatste_verklaring_weg_wordt_gevonden_door_de_onthouden_kop(openen: Openen) -> None:
    kluis = openen(MEDEWERKER)
    zonder_triggers(kluis, "DELETE FROM verklaring WHERE nummer = 3")
    assert bevindingen(kluis) == ()
    assert any("verklaringen 3 tot en met 3 ontbreken" in regel for regel in kluis.stand.controleer())


def test_verklaring_van_een_andere_kluis_telt_niet(openen: Openen) -> None:
    kluis = openen()
    with kluis.lees_sessies() as sessie:
        rij = sessie.scalars(select(Verklaring)).first()
        assert rij is not None
        with pytest.raises(HandtekeningOnjuist):
            verifieer_verklaring(rij, kluis.wortel, "ab" * 16)


@pytest.mark.parametrize("naam", [MEDEWERKER, BEHEER])
def test_alleen_een_procesregisseur_tekent_een_oordeel(openen: Openen, naam: str) -> None:
    kluis = openen(naam)
    with pytest.raises(NietBevoegd), kluis.sessies.begin() as sessie:
        voeg_verklaring_toe(sessie, kluis.ondertekenaar, VerklaringSoort.OORDEEL, oordeel_inhoud(4), TIJD)


def test_zelfgemaakt_certificaat_van_een_medewerker_wordt_gevonden(
    openen: Openen, monkeypatch: pytest.MonkeyPatch
) -> None:
    kluis = openen(MEDEWERKER)
    monkeypatch.setattr("zvh_desktop.database.keten.ondertekening.SOORTEN_VAN_PROCESREGISSEUR", frozenset())
    with kluis.sessies.begin() as sessie:
        voeg_verklaring_toe(sessie, kluis.ondertekenaar, VerklaringSoort.OORDEEL, oordeel_inhoud(4), TIJD)
    monkeypatch.undo()
    (bevinding,) = bevindingen(kluis)
    assert "daar de rol niet voor" in bevinding


def test_ondertekenen_buiten_de_geldigheid_wordt_geweigerd(openen: Openen) -> None:
    kluis = openen()
    with pytest.raises(NietBevoegd, match="niet geldig"), kluis.sessies.begin() as sessie:
        voeg_verklaring_toe(
            sessie,
            kluis.ondertekenaar,
            VerklaringSoort.OORDEEL,
            oordeel_inhoud(4),
            datetime(1999, 1, 1, tzinfo=UTC),
        )


def test_leegmaken_zonder_ondertekende_vernietiging_is_een_breuk(openen: Openen) -> None:
    kluis = openen()
    zonder_triggers(kluis, "UPDATE verklaring SET inhoud = NULL WHERE nummer = 2")
    assert bevindingen(kluis) == (
        "Verklaring 2 is niet te vertrouwen: de inhoud is gewist zonder ondertekende vernietiging.",
    )
    with kluis.lees_sessies() as sessie:
        rij = sessie.get(Verklaring, 2)
        assert rij is not None
        with pytest.raises(HandtekeningOnjuist, match="gewist zonder"):
            verifieer_verklaring(rij, kluis.wortel, kluis.kluis_id)


def test_terugdraaien_neemt_de_verklaring_mee(openen: Openen) -> None:
    kluis = openen()
    with kluis.sessies() as sessie:
        voeg_verklaring_toe(sessie, kluis.ondertekenaar, VerklaringSoort.OORDEEL, oordeel_inhoud(4), TIJD)
        sessie.rollback()
    with kluis.lees_sessies() as sessie:
        assert kop(sessie).nummer == 3
    assert kluis.stand.controleer() == ()


def test_kommagetallen_en_datums_worden_niet_getekend(openen: Openen) -> None:
    kluis = openen()
    for waarde in (1.5, datetime.now(UTC), {1, 2}):
        with pytest.raises(ProgrammaFout), kluis.sessies.begin() as sessie:
            voeg_verklaring_toe(sessie, kluis.ondertekenaar, VerklaringSoort.OORDEEL, {"waarde": waarde}, TIJD)


def test_na_sluiten_kan_niemand_meer_tekenen(openen: Openen) -> None:
    kluis = openen()
    ondertekenaar = kluis.ondertekenaar
    kluis.sluit()
    with pytest.raises(ProgrammaFout):
        ondertekenaar.teken(b"iets")


def test_tekst_met_opmaak_richting_en_emoji_blijft_heel(openen: Openen) -> None:
    kluis = openen()
    inhoud: dict[str, object] = {"motivering": "<b>'\"&</b> \u202eאבג 😀" + "x" * 100_000}
    with kluis.sessies.begin() as sessie:
        nieuw = voeg_verklaring_toe(sessie, kluis.ondertekenaar, VerklaringSoort.OORDEEL, inhoud, TIJD)
        rij = sessie.get_one(Verklaring, nieuw.nummer)
    assert verifieer_verklaring(rij, kluis.wortel, kluis.kluis_id) == inhoud


def test_gewone_sqlite_kan_de_kluis_niet_lezen(kluismap: Path, herstelsleutel: str) -> None:
    verbinding = sqlite3.connect(kluismap / "db-1.sqlite")
    with pytest.raises(sqlite3.DatabaseError):
        verbinding.execute("SELECT * FROM verklaring")
    verbinding.close()
    assert herstelsleutel.encode() not in (kluismap / "sleutels.json").read_bytes()
