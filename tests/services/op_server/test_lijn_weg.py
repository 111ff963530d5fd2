"""The line falls away during an act: the user is told whether it was saved, and that is so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from dbserver import BAAS, Databaseserver
from serverbureau import Serverbureau
from sqlalchemy import event, select, text
from sqlalchemy.exc import DBAPIError

from zvh_desktop.database.motor.serverdialect import Serverdialect
from zvh_desktop.errors import LijnWeg
from zvh_desktop.models.instelling import Instelling
from zvh_desktop.models.keuzes import AgendapuntId, OverlegId
from zvh_desktop.models.overleg import Agendapunt, Overleg, ProfielVersie
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.services.werkplek.rechten import Recht

KAP = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = 'werker'"


@pytest.fixture
def kap(databaseserver: Databaseserver) -> Callable[[], None]:
    """Who runs the server ends every line to it."""
    return lambda: databaseserver.doe(KAP, account=BAAS)


@pytest.fixture
def verslag(bureau: Serverbureau) -> tuple[OverlegId, AgendapuntId]:
    """A table that was held, and a point of it."""
    tafel, casus = bureau.tafel(), bureau.casus()
    punt = bureau.punt(tafel, casus, "Politie")
    bureau.akkoord(tafel)
    bureau.gehouden(tafel)
    return tafel, punt


@pytest.fixture
def bij_bewaren(bureau: Serverbureau, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Callable[[], None]]]:
    """What happens once at the next commit: before it, and after it."""
    stappen: list[Callable[[], None]] = []
    gewoon = Serverdialect.do_commit

    def bewaar(dialect: Serverdialect, verbinding: Any) -> None:
        voor, na = (stappen.pop(0), stappen.pop(0)) if stappen else (_niets, _niets)
        voor()
        gewoon(dialect, verbinding)
        na()

    monkeypatch.setattr(Serverdialect, "do_commit", bewaar)
    yield stappen


def _niets() -> None:
    """Nothing happens."""


def _beeld(bureau: Serverbureau, tafel: OverlegId) -> str:
    return bureau.verslagen.toon(tafel).punten[0].tekst.beeld


def test_voor_het_bewaren_is_er_niets_bewaard(
    bureau: Serverbureau, verslag: tuple[OverlegId, AgendapuntId], kap: Callable[[], None]
) -> None:
    tafel, punt = verslag
    eenmaal = [kap]

    def val_weg(*_: object) -> None:
        if eenmaal:
            eenmaal.pop()()

    event.listen(bureau.kluis.sessies, "before_flush", val_weg)
    with pytest.raises(LijnWeg, match="Deze wijziging is niet opgeslagen"):
        bureau.verslagen.bewaar_tekst(punt, VerslagTekst("weg", "", ""))
    assert _beeld(bureau, tafel) == ""


@pytest.mark.mag_loggen("psycopg")  # what was on its way together has nowhere to go
def test_ook_bij_een_vraag_binnen_een_vraag_is_het_een_zin(bureau: Serverbureau, kap: Callable[[], None]) -> None:
    """For one new row SQLAlchemy asks its number itself, while it makes the statement that needs it."""
    with bureau.kluis.sessies() as sessie:
        sessie.connection()
        kap()
        sessie.add(ProfielVersie(sleutel="proef", versie="1", inhoud="", vastgelegd_op=bureau.werkplek.nu()))
        with pytest.raises(LijnWeg, match="Deze wijziging is niet opgeslagen"):
            sessie.flush()


def test_net_voor_de_server_het_bewaart_wordt_nagekeken_en_gezegd_dat_het_er_niet_is(
    bureau: Serverbureau,
    verslag: tuple[OverlegId, AgendapuntId],
    kap: Callable[[], None],
    bij_bewaren: list[Callable[[], None]],
) -> None:
    tafel, punt = verslag
    bij_bewaren += [kap, _niets]
    with pytest.raises(LijnWeg) as fout:
        bureau.verslagen.bewaar_tekst(punt, VerslagTekst("weg", "", ""))
    assert fout.value.opgeslagen is False
    assert _beeld(bureau, tafel) == ""


def test_de_regel_van_een_ander_op_die_plaats_in_het_logboek_is_niet_de_eigen(
    bureau: Serverbureau,
    verslag: tuple[OverlegId, AgendapuntId],
    kap: Callable[[], None],
    bij_bewaren: list[Callable[[], None]],
) -> None:
    """Under the same account, about the same point, with the next number: another window was first when it was back."""
    tafel, punt = verslag

    def een_ander_is_voor() -> None:
        kap()
        bureau.klok.nu += timedelta(microseconds=1)
        bureau.verslagen.bewaar_tekst(punt, VerslagTekst("van een ander", "", ""))

    bij_bewaren += [een_ander_is_voor, _niets]
    with pytest.raises(LijnWeg) as fout:
        bureau.verslagen.bewaar_tekst(punt, VerslagTekst("weg", "", ""))
    assert fout.value.opgeslagen is False
    assert _beeld(bureau, tafel) == "van een ander"


def test_wat_er_wel_staat_wordt_niet_geweigerd_genoemd(
    bureau: Serverbureau, verslag: tuple[OverlegId, AgendapuntId], bij_bewaren: list[Callable[[], None]]
) -> None:
    tafel, punt = verslag

    def antwoord_raakt_weg() -> None:
        raise LijnWeg

    bij_bewaren += [_niets, antwoord_raakt_weg]
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("bewaard", "", ""))
    assert _beeld(bureau, tafel) == "bewaard"
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("en verder", "", ""))
    assert _beeld(bureau, tafel) == "en verder"


def test_wat_er_wel_staat_is_daarna_nog_te_lezen(
    bureau: Serverbureau, verslag: tuple[OverlegId, AgendapuntId], bij_bewaren: list[Callable[[], None]]
) -> None:
    """Whoever reads a row after its act, new or not, finds in it what was saved."""
    tafel, punt_id = verslag

    def antwoord_raakt_weg() -> None:
        raise LijnWeg

    bij_bewaren += [_niets, antwoord_raakt_weg]
    with bureau.werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "verslag bijgewerkt", "overleg") as werk:
        punt = werk.sessie.get_one(Agendapunt, punt_id)
        punt.beeld = "bewaard"
        nieuw = Instelling(sleutel="proef", waarde="nieuw")
        werk.sessie.add(nieuw)
    assert (punt.beeld, punt.id, nieuw.sleutel, nieuw.waarde) == ("bewaard", punt_id, "proef", "nieuw")
    assert _beeld(bureau, tafel) == "bewaard"


def test_wat_wordt_getypt_wordt_ook_zonder_lijn_op_deze_computer_bewaard(
    bureau: Serverbureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    zorg = bureau.diensten().zorg
    zorg.leg_plek_vast(b"eerst")
    handeling = zorg.laatste_handeling()

    def geen_lijn() -> Any:
        raise LijnWeg

    with monkeypatch.context() as zonder:
        zonder.setattr(bureau.kluis, "lees_sessies", geen_lijn)
        zorg.leg_plek_vast(b"getypt zonder lijn")
        assert zorg.laatste_handeling() == handeling
    assert zorg.lees_plek() == b"getypt zonder lijn"


@pytest.mark.mag_loggen("psycopg")  # what was on its way together has nowhere to go
def test_bij_lezen_gaat_het_niet_over_een_wijziging(bureau: Serverbureau, kap: Callable[[], None]) -> None:
    with pytest.raises(LijnWeg) as fout, bureau.werkplek.lees(Recht.CASUS_LEZEN) as sessie:
        sessie.connection()
        kap()
        sessie.execute(select(Overleg.id))
    assert fout.value.veilig == "Alles wat was opgeslagen, is er nog."


def test_een_waarde_die_niet_te_versturen_is_wordt_niet_als_lijn_verteld(bureau: Serverbureau) -> None:
    with pytest.raises(DBAPIError) as fout, bureau.werkplek.lees(Recht.CASUS_LEZEN) as sessie:
        sessie.execute(text("SELECT CAST(:waarde AS text)"), {"waarde": "Raad\0zaal"})
    assert not isinstance(fout.value, LijnWeg)
    with bureau.werkplek.lees(Recht.CASUS_LEZEN) as sessie:  # and the line is still there
        assert sessie.scalars(select(Overleg.id)).all() == []
