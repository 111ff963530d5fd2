"""What an act wrote before a part of it was taken back is still written: it is judged and remembered as such."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import MEDEWERKER, ProefKlok
from serverhuis import Huisbron, Huisbureau
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.ketenkop import Ketenkop
from zvh_desktop.database.keten.logketen import GESCHREVEN, logkop, schrijf_logregel, verifieer_logketen
from zvh_desktop.database.keten.ondertekening import NIEUW
from zvh_desktop.errors import IntussenGewijzigd
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.tafel.akkoord import AKKOORD
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import haal


@pytest.fixture
def twee(huisbron: Huisbron, tmp_path: Path, klok: ProefKlok) -> Iterator[tuple[Huisbureau, Huisbureau]]:
    pad, database = huisbron.kopie(tmp_path)
    samen = [Huisbureau(pad, klok), Huisbureau(pad, klok, MEDEWERKER)]
    for bureau in samen:
        bureau.werkplek.lees_bij()
    yield samen[0], samen[1]
    for bureau in samen:
        bureau.sluit()
    huisbron.server.weg(database)


class Terug(Exception):
    """The part is taken back."""


def regel(sessie: Session, handeling: str) -> Ketenkop:
    return schrijf_logregel(
        sessie, tijd=ProefKlok()(), gebruiker="regie", rol="", handeling=handeling, object_soort="overleg",
        object_id="1", resultaat="gelukt", herkomst="venster",
    )  # fmt: skip


def neem_deel_terug(sessie: Session, *, met_logregel: bool = False) -> None:
    with pytest.raises(Terug), sessie.begin_nested():
        if met_logregel:
            regel(sessie, "overleg gewijzigd")
        raise Terug


def test_een_logregel_blijft_en_die_van_het_deel_niet(twee: tuple[Huisbureau, Huisbureau]) -> None:
    bureau, _ = twee
    with bureau.kluis.sessies() as sessie, sessie.begin():
        eerste = regel(sessie, "overleg gepland")
        neem_deel_terug(sessie, met_logregel=True)
        assert sessie.info[GESCHREVEN] == eerste
        tweede = regel(sessie, "overleg gewijzigd")
    assert tweede.nummer == eerste.nummer + 1
    with bureau.kluis.lees_sessies() as sessie:  # and what is remembered is there, or the server would have gone back
        assert logkop(sessie) == tweede
        assert verifieer_logketen(sessie) == ()


def test_na_een_heel_teruggenomen_transactie_is_er_niets_geschreven(twee: tuple[Huisbureau, Huisbureau]) -> None:
    bureau, _ = twee
    with bureau.kluis.sessies() as sessie:
        regel(sessie, "overleg gepland")
        sessie.info[NIEUW] = True
        sessie.rollback()
        assert GESCHREVEN not in sessie.info
        assert NIEUW not in sessie.info
        regel(sessie, "overleg gewijzigd")
        sessie.commit()
    with bureau.kluis.lees_sessies() as sessie:
        assert verifieer_logketen(sessie) == ()


def test_wie_ondertekende_wat_hij_niet_zag_wordt_ook_na_een_teruggenomen_deel_geweigerd(
    twee: tuple[Huisbureau, Huisbureau],
) -> None:
    bureau, collega = twee
    tafel, casus = bureau.tafel(), bureau.casus()
    punt = bureau.punt(tafel, casus, "Politie")
    collega.werkplek.lees_bij()
    collega.agenda.vraag_bijdrage(punt, bureau.partij("Politie"), "Een verzonnen vraag.")
    bureau.alsof_bevestigd()

    with (
        pytest.raises(IntussenGewijzigd),
        bureau.werkplek.schrijf(Recht.AGENDA_AKKOORD, "agenda akkoord", "overleg") as werk,
    ):
        werk.raakt(tafel)
        AKKOORD.teken(bureau.werkplek, werk.sessie, haal(werk.sessie, Overleg, tafel, "Dit overleg"))
        neem_deel_terug(werk.sessie)
