"""The working week in a real window on a vault that is no practice vault: keys and clicks, counted and held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import blik
import pytest
from toneel import Toneel
from werkweek import WACHTWOORD, Hand, maak_werkkluis

from zvh_desktop.models.keuzes import CasusId, OverlegId, PoortStand, UitnodigingAntwoord
from zvh_desktop.ui.pages.beheer.accounts import Accounts
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina
from zvh_desktop.ui.pages.tafel.matrix.deelnamemodel import KOL_BIJDRAGE
from zvh_desktop.ui.pages.tafel.matrix.tabel import MatrixTabel
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina

REGIE, BEHEER = ("regie", WACHTWOORD), ("beheer", WACHTWOORD)


@pytest.fixture
def kluis(tmp_path: Path) -> Path:
    return maak_werkkluis(tmp_path / "werk.kluis").map


def begin(toneel: Toneel, kluis: Path, account: tuple[str, str] = REGIE) -> Hand:
    toneel.start("--kluis", kluis)
    toneel.typ_aanmelding(*account)
    toneel.wacht_op("melding")  # on this computer nothing of this vault was seen before
    toneel.toets("Return")
    toneel.wacht_op_hoofdvenster()
    assert toneel.zie("oefenband") is None, "this is no practice vault"
    return Hand(toneel)


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


def akkoord() -> bool:
    """Sign the agenda, which is no part of what is counted."""
    diensten = _tafels()._diensten
    diensten.bevestig(WACHTWOORD)
    diensten.agenda.geef_akkoord(OverlegId(1))
    return True


def is_zover(vraag: Callable[..., object], verwacht: object, *waarden: object) -> bool:
    """Whether the application says so now."""
    return vraag(*waarden) == verwacht


def gevraagd(nummer: int) -> int:
    """How many partijen at this point were asked something."""
    return agenda()[nummer][1]


def rolbericht() -> str:
    """What was said below the accounts: other roles wait for a colleague, or hold."""
    paneel = blik.zoek("beheer_accounts")
    assert isinstance(paneel, Accounts)
    return paneel.meldregel.tekst()


def op_de_eerste_casus() -> bool:
    """Put the cursor at the first casus and the partij that may be at both."""
    return op_casus(1)


def op_casus(nummer: int) -> bool:
    """The same at this point."""
    matrix = blik.zoek("matrix")
    assert isinstance(matrix, MatrixTabel)
    diensten = _tafels()._diensten
    politie = next(partij.id for partij in diensten.partijen.lijst() if partij.kort == "Politie")
    matrix.ga_naar_plek(diensten.agenda.toon(OverlegId(1)).punten[nummer].id, politie)
    matrix.setFocus()
    return True


def naar_oordelen(toneel: Toneel) -> None:
    """To the casus with the fewest oordelen; walking there is no part of the count."""
    toneel.ga_naar("casussen_pagina")
    nummer = next(een for een in toneel.wacht_tot(blik.regels, "casussen_tabel") if een.endswith("0003"))
    toneel.klik_regel("casussen_tabel", nummer, dubbel=True)
    toneel.wacht_op("casus_blad")
    toneel.klik("vouwknop_oordelen")
    toneel.wacht_op("oordelen_tabel")


def test_zes_oordelen_met_het_toetsenbord(toneel: Toneel, kluis: Path) -> None:
    hand = begin(toneel, kluis)
    naar_oordelen(toneel)
    voor = toneel.vraag(oordelen, 3)
    toneel.klik_regel("oordelen_tabel", toneel.vraag(blik.regels, "oordelen_tabel")[0])
    hand.toets(*["shift+Down"] * 5, "1", "Return", "ctrl+Return")
    toneel.wacht_op("bevestigingsdialoog")
    hand.onderteken()
    hand.toets("Return")
    toneel.wacht_weg("bevestigingsdialoog")
    na = toneel.wacht_tot(oordelen, 3)
    hand.zeg("zes oordelen, toetsenbord")
    assert na["rechtmatig"] >= voor["rechtmatig"] + 4, "of six rows two had one already"
    assert hand.toetsen <= 20


def test_zes_oordelen_met_de_muis(toneel: Toneel, kluis: Path) -> None:
    hand = begin(toneel, kluis)
    naar_oordelen(toneel)
    voor = toneel.vraag(oordelen, 3)
    namen = toneel.vraag(blik.regels, "oordelen_tabel")
    hand.klik_regel("oordelen_tabel", namen[0])
    hand.klik_regel("oordelen_tabel", namen[5], met="shift")
    hand.klik("oordeel_rechtmatig_knop")
    hand.klik_regel("oordelen_tabel", namen[0])  # the grondslag that stood there is taken
    hand.klik("oordeel_teken_knop")
    toneel.wacht_op("bevestigingsdialoog")
    hand.onderteken()
    hand.klik("bevestiging_teken_knop")
    toneel.wacht_weg("bevestigingsdialoog")
    hand.zeg("zes oordelen, muis")
    assert toneel.vraag(oordelen, 3)["rechtmatig"] >= voor["rechtmatig"] + 4
    assert hand.klikken <= 7


def naar_tafel(toneel: Toneel) -> None:
    """To the tafel of this vault; walking there is no part of the count."""
    toneel.ga_naar("tafels_pagina")
    toneel.klik_regel("tafels_tabel", toneel.wacht_tot(blik.regels, "tafels_tabel")[0], dubbel=True)
    toneel.wacht_op("tafel_werkblad")


def in_de_bijdragen() -> bool:
    """The keys come in the list of partijen of the point."""
    return blik.met_focus() == "deelnames"


def zet_iedereen_erop(hand: Hand, nummer: int) -> None:
    """Qt lets a button that is pressed by its letter go a tenth of a second later: nobody types that fast."""
    hand.toets("alt+r")
    hand.toneel.wacht_tot(zit_iedereen, nummer)


def test_agenda_van_twee_casussen_met_bijdragen(toneel: Toneel, kluis: Path) -> None:
    """From an agenda with one casus: the second is put on it, both get everybody, and all are asked something."""
    hand = begin(toneel, kluis)
    naar_tafel(toneel)
    toneel.klik("matrix")
    assert toneel.vraag(op_de_eerste_casus)
    hand.toetsen += 6  # the arrows that lead there from the corner
    for nummer in (1, 2):
        zet_iedereen_erop(hand, nummer)
        hand.toets("Return")
        toneel.wacht_tot(in_de_bijdragen)
        hand.typ("Stand van zaken")
        hand.toets("ctrl+Return", "Escape")
        if nummer == 1:
            hand.toets("Down")
    hand.zeg("agenda met bijdragen, toetsenbord")
    stand = toneel.vraag(agenda)
    assert [gevraagd for _, gevraagd in stand[1:]] == [zit for zit, _ in stand[1:]]
    assert [zit for zit, _ in stand[1:]] == [6, 6]
    assert hand.toetsen <= 90


def test_agenda_van_twee_casussen_met_de_muis(toneel: Toneel, kluis: Path) -> None:
    """What is asked has to be typed; all else is pointed at."""
    hand = begin(toneel, kluis)
    naar_tafel(toneel)
    toneel.klik("matrix")
    for nummer in (1, 2):
        toneel.vraag(op_casus, nummer)  # a click on its row
        hand.klikken += 1
        hand.klik("agenda_iedereen")
        toneel.wacht_tot(zit_iedereen, nummer)
        hand.klik_regel("deelnames", "", kolom=KOL_BIJDRAGE, dubbel=True)  # that of the first partij
        toneel.typ("Stand van zaken")
        hand.klik("bijdrage_voor_alle")
        toneel.wacht_tot(is_zover, gevraagd, 6, nummer)
    hand.zeg("agenda met bijdragen, muis")
    assert [zit for zit, _ in toneel.vraag(agenda)[1:]] == [6, 6]
    assert hand.klikken <= 11


def test_vier_uitnodigingen_met_antwoord(toneel: Toneel, kluis: Path) -> None:
    hand = begin(toneel, kluis)
    toneel.ga_naar("tafels_pagina")
    toneel.vraag(akkoord)
    naar_tafel(toneel)
    toneel.klik("=2 Uitnodigen")
    rijen = toneel.wacht_tot(blik.regels, "uitnodigingen")
    hand.toets("Home", *["shift+Down"] * 3, "alt+v")
    toneel.wacht_tot(is_zover, uitnodigingen, (4, 0))
    hand.toets("Home", "k", "Down", "k", "Down", "n", "Down", "v")
    toneel.wacht_tot(is_zover, uitnodigingen, (4, 4))
    hand.zeg("vier uitnodigingen met antwoord, toetsenbord")
    assert len(rijen) >= 4
    assert hand.toetsen <= 30


def test_vier_uitnodigingen_met_de_muis(toneel: Toneel, kluis: Path) -> None:
    hand = begin(toneel, kluis)
    toneel.ga_naar("tafels_pagina")
    toneel.vraag(akkoord)
    naar_tafel(toneel)
    toneel.klik("=2 Uitnodigen")
    namen = toneel.wacht_tot(blik.regels, "uitnodigingen")
    hand.klik_regel("uitnodigingen", namen[0])
    hand.klik_regel("uitnodigingen", namen[3], met="shift")
    hand.klik("uitnodiging_verstuurd")
    toneel.wacht_tot(is_zover, uitnodigingen, (4, 0))
    for naam in namen[:4]:
        hand.klik_regel("uitnodigingen", naam)
        hand.klik("antwoord_komt")
    toneel.wacht_tot(is_zover, uitnodigingen, (4, 4))
    hand.zeg("vier uitnodigingen met antwoord, muis")
    assert hand.klikken <= 14


def test_een_rol_wijzigen(toneel: Toneel, kluis: Path) -> None:
    hand = begin(toneel, kluis, BEHEER)
    toneel.ga_naar("beheer_pagina")
    hand.toets("Down")
    toneel.wacht_op("accounts_tabel")
    toneel.klik_regel("accounts_tabel", "medewerker", kolom=1)
    hand.toets("F2")
    toneel.wacht_tot(blik.is_actief, "rollendialoog")
    hand.toets("Tab", "space", "Return")
    toneel.wacht_weg("rollendialoog")
    hand.zeg("rol wijzigen, toetsenbord")
    assert toneel.wacht_tot(rolbericht).startswith("Voorgesteld: andere rollen voor Medewerker Voorbeeld.")
    assert hand.toetsen <= 12


def test_een_rol_wijzigen_met_de_muis(toneel: Toneel, kluis: Path) -> None:
    hand = begin(toneel, kluis, BEHEER)
    toneel.ga_naar("beheer_pagina")
    toneel.toets("Down")
    toneel.wacht_op("accounts_tabel")
    hand.klik_regel("accounts_tabel", "medewerker", kolom=1)
    hand.klik("account_rollen_knop")
    toneel.wacht_op("rollendialoog")
    hand.klik("rollendialoog > rol_procesregisseur_vak")
    hand.klik("rollendialoog > dialoog_bewaar_knop")
    toneel.wacht_weg("rollendialoog")
    hand.zeg("rol wijzigen, muis")
    assert toneel.wacht_tot(rolbericht).startswith("Voorgesteld: andere rollen voor Medewerker Voorbeeld.")
    assert hand.klikken <= 4
