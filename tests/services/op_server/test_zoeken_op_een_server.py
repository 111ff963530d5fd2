"""What is searched on a server is found as in a vault, by words that the server never sees."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

import pytest
from dbserver import Databaseserver
from demos import Demos
from serverbureau import Serverbureau, met_rijen_van, werk_op
from sqlalchemy import delete, event, func, select, update
from sqlalchemy.orm import Session

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.motor.motor import MOTOR, Blik
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.uitkomst import Actie
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.services.zoeken.gegevens import Vindplaats

WOORDEN: Final = (
    *(
        "politie",
        "om",
        "ggd",
        "a",
        "an",
        "de ",
        "2026",
        "casus",
        "enschede",
        "regie",
        "afspraak",
        "huisvesting",
        "zorg",
    ),
    *("12-3-1985", "5 november", "november", "2026-0001", "wijk", "begeleid wonen", "jeugd", "müller", "!%_", '"', ""),
)


@pytest.fixture(scope="module")
def twee_kanten(
    demos: Demos, databaseserver: Databaseserver, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Diensten, Diensten]]:
    """The practice house in a vault, and the same on a server."""
    wie = oefenaccount(Rol.PROCESREGISSEUR)
    map_ = tmp_path_factory.mktemp("zoeken") / "oefen.kluis"
    shutil.copytree(demos.speel("twente").kluis, map_)
    database = met_rijen_van(databaseserver, map_, wie.gebruiker, wie.wachtwoord)
    engine = databaseserver.motor(database).open()
    with (
        open_kluis(map_, wie.gebruiker, wie.wachtwoord, alleen_lezen=True) as kluis,
        open_kluis(map_, wie.gebruiker, wie.wachtwoord, alleen_lezen=True) as ander,
    ):
        werk_op(ander, engine)
        klok = datetime(2026, 11, 1, 12, tzinfo=UTC)
        yield bouw_diensten(kluis, lambda: klok), bouw_diensten(ander, lambda: klok)
    engine.dispose()
    databaseserver.geef_terug(database)


def namen_en_woorden(diensten: Diensten) -> Iterator[str]:
    """Every name that is in the house, some with a slip of the finger or in another spelling, and pieces of texts."""
    with diensten.werkplek.kluis.lees_sessies() as sessie:
        for tabel in (Betrokkene.naam, Partij.naam, Partij.kort, Actie.omschrijving):
            for naam in sessie.scalars(select(tabel)):
                yield naam
                yield naam.upper().replace(" ", "")
                yield f"{naam[:3]}{naam[4:]}"
                yield from naam.split()[:3]


def test_dezelfde_vragen_geven_dezelfde_treffers(twee_kanten: tuple[Diensten, Diensten]) -> None:
    kluis, server = twee_kanten
    vragen = dict.fromkeys((*WOORDEN, *namen_en_woorden(kluis)))
    anders = {vraag for vraag in vragen if kluis.zoeken.zoek(vraag) != server.zoeken.zoek(vraag)}
    assert anders == set()
    assert len(vragen) > 200
    assert sum(bool(kluis.zoeken.zoek(vraag)) for vraag in vragen) > 150


def test_wie_al_bekend_is_staat_er_op_beide(twee_kanten: tuple[Diensten, Diensten]) -> None:
    kluis, server = twee_kanten
    vragen = dict.fromkeys(namen_en_woorden(kluis))
    gevonden = [(kluis.bekenden.zoek(vraag, None), server.bekenden.zoek(vraag, None)) for vraag in vragen]
    assert all(links == rechts for links, rechts in gevonden)
    assert any(links for links, _ in gevonden)


def treffers(bureau: Serverbureau, vraag: str) -> list[tuple[Vindplaats, int]]:
    return [(treffer.soort, treffer.sleutel) for treffer in bureau.zoeken.zoek(vraag)]


def test_wat_men_zelf_bewaart_is_meteen_te_vinden(bureau: Serverbureau) -> None:
    assert treffers(bureau, "kwartel") == []
    casus = bureau.casus("Testpersoon Kwartel")
    assert treffers(bureau, "kwartel") == [(Vindplaats.CASUS, casus)]
    tafel = bureau.tafel()
    punt = bureau.punt(tafel, casus, "Politie")
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("de kievit komt terug", "", ""))
    assert treffers(bureau, "kievit") == [(Vindplaats.VERSLAG, tafel)]
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("de merel komt terug", "", ""))
    assert treffers(bureau, "kievit") == []


def test_wat_een_ander_wijzigt_of_weghaalt_is_daarna_niet_meer_te_vinden(bureau: Serverbureau) -> None:
    casus, ander = bureau.casus("Testpersoon Kwartel"), bureau.casus("Testpersoon Roerdomp")
    bureau.oordeel(ander, "Politie")
    bureau.acties.voeg_toe_bij_casus(ander, bureau.actie_invoer("Politie", omschrijving="Grutto bellen"))
    assert treffers(bureau, "kwartel") == [(Vindplaats.CASUS, casus)]
    assert [soort for soort, _ in treffers(bureau, "grutto")] == [Vindplaats.ACTIE]
    with Session(bureau.server) as sessie, sessie.begin():
        rij = sessie.scalars(select(Betrokkene).where(Betrokkene.casus_id == casus)).one()
        sessie.execute(update(Betrokkene).where(Betrokkene.id == rij.id).values(naam="Testpersoon Wulp"))
    assert treffers(bureau, "kwartel") == []
    assert treffers(bureau, "wulp") == [(Vindplaats.CASUS, casus)]
    with Session(bureau.server) as sessie, sessie.begin():
        sessie.execute(delete(Actie).where(Actie.casus_id == ander))
    assert treffers(bureau, "grutto") == []


def test_zoeken_zonder_dat_er_iets_is_gewijzigd_leest_niets_opnieuw(bureau: Serverbureau) -> None:
    bureau.casus("Testpersoon Kwartel")
    bureau.zoeken.bereid_voor()
    opdrachten: list[str] = []

    def onthoud(_verbinding: object, _aanwijzer: object, opdracht: str, *_rest: object) -> None:
        opdrachten.append(opdracht)

    event.listen(bureau.server, "before_cursor_execute", onthoud)
    assert treffers(bureau, "kwartel")
    assert len(opdrachten) == 1
    event.remove(bureau.server, "before_cursor_execute", onthoud)


def test_wat_in_een_afgebroken_handeling_stond_blijft_niet_hangen(bureau: Serverbureau) -> None:
    casus = bureau.casus("Testpersoon Kwartel")
    assert treffers(bureau, "kwartel")
    motor = bureau.server.get_execution_options()[MOTOR]
    with Session(bureau.server) as sessie:
        sessie.execute(delete(Betrokkene).where(Betrokkene.casus_id == casus))
        with motor.leesbaar(sessie, ()) as kopie:
            assert kopie.scalar(select(func.count()).select_from(Betrokkene)) == 0
            assert kopie.scalar(select(func.count()).select_from(Casus)) == 1
        sessie.rollback()
    assert treffers(bureau, "kwartel") == [(Vindplaats.CASUS, casus)]


def test_wie_afsluit_houdt_niets_in_het_geheugen(bureau: Serverbureau) -> None:
    bureau.casus("Testpersoon Kwartel")
    assert treffers(bureau, "kwartel")
    kopie = bureau.server.get_execution_options()[MOTOR]._kopie
    assert kopie._engine is not None
    bureau.server.dispose()
    assert kopie._engine is None
    assert kopie._gezien == frozenset()
    assert kopie._blik == Blik()


def test_wat_in_het_geheugen_leesbaar_is_komt_op_geen_schijf(bureau: Serverbureau) -> None:
    motor = bureau.server.get_execution_options()[MOTOR]
    with bureau.kluis.lees_sessies() as sessie, motor.leesbaar(sessie, ()) as kopie:
        verbinding = kopie.connection()
        assert {bestand for _, _, bestand in verbinding.exec_driver_sql("PRAGMA database_list")} == {""}
        assert verbinding.exec_driver_sql("PRAGMA temp_store").scalar_one() == 2
