"""Reading that is cut off lets go of what the server still held for it, and does not leave that to the collector."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from serverbureau import Serverbureau
from sqlalchemy import text
from sqlalchemy.orm import Session

from zvh_desktop.database.keten import logketen, ondertekening, schakels
from zvh_desktop.database.keten.logketen import verifieer_logketen
from zvh_desktop.database.keten.ondertekening import Toets, verifieer_keten
from zvh_desktop.errors import HandtekeningOnjuist, KluisFout
from zvh_desktop.services.beheer.logboek import LogboekService, LogFilter

OPEN = text("SELECT count(*) FROM pg_cursors")


def breek_af(*_: object) -> None:
    raise HandtekeningOnjuist("Verklaring 1 klopt niet.")


def breekt(*_: object) -> None:
    raise KluisFout("Halverwege.")


def toets_van(bureau: Serverbureau) -> Toets:
    return Toets(bureau.kluis.wortel, bureau.kluis.kluis_id)


def test_een_keten_die_niet_klopt_laat_op_de_server_niets_open(
    bureau: Serverbureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau.punt(bureau.tafel(), bureau.casus(), "Politie")
    monkeypatch.setattr(schakels, "neem_volgende", breek_af)
    with bureau.kluis.lees_sessies() as sessie:
        _, bevindingen, _ = schakels.loop(sessie, toets_van(bureau), None)
        assert bevindingen == ("Verklaring 1 klopt niet.",)
        assert sessie.execute(OPEN).scalar() == 0


def _log(_bureau: Serverbureau, sessie: Session) -> object:
    return verifieer_logketen(sessie)


def _keten(bureau: Serverbureau, sessie: Session) -> object:
    return verifieer_keten(sessie, bureau.kluis.wortel, bureau.kluis.kluis_id)


def _regels(bureau: Serverbureau, sessie: Session) -> object:
    return next(LogboekService(bureau.werkplek)._regels(sessie, LogFilter()))


@pytest.mark.parametrize("lees", (_log, _keten, _regels), ids=lambda een: een.__name__)
def test_wat_halverwege_misgaat_laat_op_de_server_niets_open(
    bureau: Serverbureau, monkeypatch: pytest.MonkeyPatch, lees: Callable[[Serverbureau, Session], object]
) -> None:
    bureau.punt(bureau.tafel(), bureau.casus(), "Politie")
    monkeypatch.setattr(logketen, "_klopt", breekt)
    monkeypatch.setattr(ondertekening.Toets, "inhoud", breekt)
    monkeypatch.setattr("zvh_desktop.services.beheer.logboek.handeling_in_woorden", breekt)
    with bureau.kluis.lees_sessies() as sessie:
        with pytest.raises(KluisFout, match="Halverwege"):
            lees(bureau, sessie)
        assert sessie.execute(OPEN).scalar() == 0
