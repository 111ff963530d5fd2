"""What a trial of the working week asks of the application: how far it is by now, and where the keys come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import blik
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView

from zvh_desktop.models.keuzes import (
    Aanwezigheid,
    CasusId,
    OverlegId,
    OverlegStatus,
    PoortStand,
    UitnodigingAntwoord,
    VerslagStatus,
    VerzendingSoort,
)
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.ui.pages.beheer.accounts import Accounts
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina

_LIGGEND, _UITGESPROKEN = Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole


def _casussen() -> CasussenPagina:
    pagina = blik.zoek("casussen_pagina")
    assert isinstance(pagina, CasussenPagina)
    return pagina


def _tafels() -> TafelsPagina:
    pagina = blik.zoek("tafels_pagina")
    assert isinstance(pagina, TafelsPagina)
    return pagina


def oordelen(casus: int) -> Counter[str]:
    """How many partijen stand how at this casus."""
    return Counter(regel.stand.value for regel in _casussen()._diensten.oordelen.blad(CasusId(casus)))


def agenda() -> list[tuple[int, int]]:
    """Per point how many partijen sit there, and how many of them were asked something."""
    punten = _tafels()._diensten.agenda.toon(OverlegId(1)).punten
    zit = [[cel for cel in punt.cellen if cel.stand is PoortStand.UITGENODIGD] for punt in punten]
    return [(len(cellen), sum(bool(cel.gevraagde_bijdrage) for cel in cellen)) for cellen in zit]


def zit_iedereen(nummer: int) -> bool:
    """Whether nobody who may sit at this point is left out."""
    cellen = _tafels()._diensten.agenda.toon(OverlegId(1)).punten[nummer].cellen
    return all(cel.stand is not PoortStand.RECHTMATIG for cel in cellen)


def uitnodigingen() -> tuple[int, int]:
    """How many were sent, and how many of those have an answer."""
    regels = _tafels()._diensten.uitnodigingen.lijst(OverlegId(1))
    gestuurd = [regel for regel in regels if regel.verzonden_op is not None]
    return len(gestuurd), sum(regel.antwoord is not UitnodigingAntwoord.GEEN for regel in gestuurd)


def is_zover(vraag: Callable[..., object], verwacht: object, *waarden: object) -> bool:
    """Whether the application says so now."""
    return vraag(*waarden) == verwacht


def gevraagd(nummer: int) -> int:
    """How many partijen at this point were asked something."""
    return agenda()[nummer][1]


def _rolbericht() -> str:
    paneel = blik.zoek("beheer_accounts")
    assert isinstance(paneel, Accounts)
    return paneel.meldregel.tekst()


def in_de_bijdragen() -> bool:
    """The keys come in the list of partijen of the point."""
    return blik.met_focus() == "deelnames"


def staat_op(lijst: str, kolom: int, einde: str) -> bool:
    """Whether the cursor is on the line that ends so in this column."""
    tabel = blik.zoek(lijst)
    assert isinstance(tabel, QTableView)
    return str(tabel.currentIndex().siblingAtColumn(kolom).data() or "").endswith(einde)


def welk_deel() -> int:
    """Which part has the keys, told apart from others of its name."""
    return id(QApplication.focusWidget())


def is_ander_deel(was: int) -> bool:
    """Whether another part has them by now."""
    return welk_deel() != was


def naar_politie() -> int:
    """How many columns to the right of the cursor the partij is that sits at both casussen."""
    tabel = blik.zoek("matrix")
    assert isinstance(tabel, QTableView)
    model = tabel.model()
    koppen = [str(model.headerData(nummer, _LIGGEND, _UITGESPROKEN)) for nummer in range(model.columnCount())]
    return (
        next(nummer for nummer, kop in enumerate(koppen) if kop.startswith("Politie")) - tabel.currentIndex().column()
    )


def is_akkoord() -> bool:
    """Whether the agenda was signed."""
    return _tafels()._diensten.tafels.toon(OverlegId(1)).status is OverlegStatus.AKKOORD


def _punten() -> tuple[VerslagPunt, ...]:
    return _tafels()._diensten.verslagen.toon(OverlegId(1)).punten


def is_bij(nummer: int) -> bool:
    """Whether this point was started and is the one that is open."""
    punten = _tafels()._diensten.verslagen.aan_tafel(OverlegId(1)).punten
    return punten[nummer].gestart_op is not None and punten[nummer].afgerond_op is None


def aanwezig(nummer: int) -> tuple[int, int]:
    """How many partijen there are at this point, and how many of them were there."""
    regels = _punten()[nummer].aanwezigen
    return len(regels), sum(regel.aanwezigheid is Aanwezigheid.AANWEZIG for regel in regels)


def aanwezigheid() -> list[tuple[str, str]]:
    """Each partij at the point that is open, and how it was there."""
    return list(zip(blik.regels("verslag_aanwezigen"), blik.regels("verslag_aanwezigen", 1), strict=True))


def besluiten(nummer: int) -> int:
    """How many besluiten were taken at this point."""
    return len(_punten()[nummer].besluiten)


def is_vastgesteld() -> bool:
    """Whether the verslag was signed."""
    return _tafels()._diensten.tafels.toon(OverlegId(1)).verslag_status is VerslagStatus.VASTGESTELD


def rondgestuurd() -> bool:
    """Whether everybody got the verslag."""
    regels = _tafels()._diensten.rondsturen.lijst(VerzendingSoort.VERSLAG, 1)
    return bool(regels) and not any(regel.te_versturen for regel in regels)


def plan_ging_naar(casus: int) -> list[tuple[str, str]]:
    """Name and address of whoever got the plan of this casus, whole or in part."""
    diensten = _casussen()._diensten
    plan_id = diensten.casussen.toon(CasusId(casus)).plan_id
    assert plan_id is not None
    regels = diensten.rondsturen.lijst(VerzendingSoort.PLAN, plan_id)
    return [(een.aan.naam, een.aan.email) for regel in regels for een in regel.eerder]


def is_rol_voorgesteld() -> bool:
    """Whether it is said below the accounts that other roles wait for a colleague."""
    return _rolbericht().startswith("Voorgesteld: andere rollen voor Medewerker Voorbeeld.")
