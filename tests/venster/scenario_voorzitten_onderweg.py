"""A tafel is chaired from a koffer on a laptop, with everything that a chair does there, and comes back to the office.

Two windows on two user folders: what was done in the one is read in the other, from the vault.
"""

from __future__ import annotations

import blik
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QScrollArea
from scenario_aanwezigheid import heeft_focus
from scenario_koffer import (
    begin_punt,
    ga_aan_tafel,
    geef_mee,
    lever_in,
    neem,
    open_tafel,
    terug_naar,
)
from scenario_zaal import _zaal, zaal_ziet, zaal_ziet_niets_van
from toneel import REGISSEUR, Toneel

from zvh_desktop.models.keuzes import Aanwezigheid
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina

LIJST = "verslag_aanwezigen"
ZIN = "Onderweg gezien: het gaat beter."


def test_voorzitten_uit_een_koffer_en_terug(toneel: Toneel) -> None:
    stick, laptop = toneel.map / "stick", toneel.map / "laptop"
    for map_ in (stick, laptop):
        map_.mkdir()
    kantoor = toneel.start_aangemeld(toneel.oefenkluis(), REGISSEUR)
    toneel.ga_naar("tafels_pagina")
    overleg = toneel.wacht_tot(open_tafel)
    koffer = neem(geef_mee(toneel, stick), laptop)
    weg = toneel.start("--kluis", koffer, eigen_map="laptop")
    toneel.meld_aan(*REGISSEUR)
    toneel.ga_naar("tafels_pagina")
    toneel.wacht_tot(ga_aan_tafel, overleg)
    begin_punt(toneel)
    nummer, partij = toneel.vraag(dit_punt, overleg), toneel.wacht_tot(blik.regels, LIJST)[0]
    toneel.wacht_tot(klok_loopt)
    zet_aanwezigheid(toneel, overleg, partij, "w", Aanwezigheid.AFWEZIG.value)
    besluit_en_actie(toneel, overleg, partij)
    typ_en_maak_ongedaan(toneel)
    naar_de_zaal(toneel, overleg, nummer, partij)
    toneel.beeld("voorzitten-onderweg")
    toneel.klik("zaal_scherm")
    toneel.wacht_tot(zaal_is_dicht)
    toneel.wacht_tot(blik.is_actief, "hoofdvenster")
    toneel.sluit_venster()
    assert weg.einde() == "0"
    terug_naar(toneel, kantoor)
    assert toneel.vraag(opbrengst, overleg)["besluiten"] == 0, "op kantoor staat nog niets van onderweg"
    lever_in(toneel, koffer)
    toneel.wacht_op("melding", tekst="overgenomen")
    toneel.klik("melding > =Sluiten")
    assert toneel.wacht_tot(opbrengst_met, overleg, "besluiten") == {
        "tekst": ZIN,
        "besluiten": 1,
        "acties": ["huisbezoek"],
        "aanwezig": True,
    }
    toneel.wacht_weg("kofferstrook")
    toneel.sluit_venster()
    assert kantoor.einde() == "0"


def zet_aanwezigheid(toneel: Toneel, overleg: int, partij: str, letter: str, verwacht: str) -> None:
    """One key at the chosen partij; letters work once one comes to the list by the keyboard."""
    assert toneel.vraag(rol_naar, LIJST)
    toneel.klik_regel(LIJST, partij)
    toneel.klik("verslag_afgevaardigde")
    toneel.toets("shift+Tab")
    toneel.wacht_tot(heeft_focus, LIJST)
    toneel.typ(letter)
    toneel.wacht_tot(aanwezigheid_is, overleg, verwacht)


def besluit_en_actie(toneel: Toneel, overleg: int, partij: str) -> None:
    """The first besluit by its button, an actie in one line."""
    toneel.klik(toneel.wacht_tot(eerste_besluitknop))
    toneel.wacht_tot(opbrengst_met, overleg, "besluiten")
    toneel.typ(f"{partij}: huisbezoek voor 1 dec", op="actie_tekst")
    toneel.toets("Return")
    toneel.wacht_tot(opbrengst_met, overleg, "acties")


def typ_en_maak_ongedaan(toneel: Toneel) -> None:
    """What was typed and not sent goes back, and comes again."""
    toneel.typ("", op="verslag_beeld")
    toneel.toets("ctrl+a", "Delete")
    toneel.typ(ZIN)
    toneel.wacht_tot(er_staat, "verslag_beeld", ZIN)
    for _ in range(40):
        if toneel.vraag(er_staat, "verslag_beeld", ""):
            break
        toneel.toets("ctrl+z")
    toneel.wacht_tot(is_korter, "verslag_beeld", ZIN)
    for _ in range(40):
        if toneel.vraag(er_staat, "verslag_beeld", ZIN):
            break
        toneel.toets("ctrl+shift+z")
    toneel.wacht_tot(er_staat, "verslag_beeld", ZIN)
    toneel.toets("Tab")


def naar_de_zaal(toneel: Toneel, overleg: int, nummer: str, partij: str) -> None:
    """Told about secrecy, shown in the room; empty at once when somebody comes in, and again only after it was told."""
    toneel.klik("geheimhouding_punt")
    toneel.wacht_op("geheimhouding_punt", gekozen=True)
    toneel.toets("F8")
    toneel.wacht_tot(zaal_ziet, nummer)
    assert toneel.vraag(zaal_opzij)
    zet_aanwezigheid(toneel, overleg, partij, "k", Aanwezigheid.AANWEZIG.value)
    toneel.wacht_tot(zaal_ziet_niets_van, nummer)
    toneel.wacht_op("geheimhouding_punt", gekozen=False)
    toneel.klik("geheimhouding_punt")
    toneel.wacht_op("geheimhouding_punt", gekozen=True)
    toneel.toets("F8")
    toneel.wacht_tot(zaal_ziet, nummer)


# --- asked inside the application ---------------------------------------------------------------------


def _punt(overleg: int) -> VerslagPunt:
    pagina = blik.zoek("tafels_pagina")
    assert isinstance(pagina, TafelsPagina)
    return next(
        punt
        for punt in pagina._diensten.verslagen.toon(overleg).punten  # type: ignore[arg-type]
        if punt.aanwezigen
    )


def zaal_opzij() -> bool:
    """There is one screen here: the window of the room goes over the texts, so that the list can be clicked."""
    zaal = _zaal()
    assert zaal is not None
    zaal.setGeometry(0, 430, 380, 300)
    return True


def zaal_is_dicht() -> bool:
    zaal = _zaal()
    return zaal is None or not zaal.isVisible()


def rol_naar(doel: str) -> bool:
    """Bring this part into view, as the wheel does."""
    deel = blik.zoek(doel)
    vlak = deel.parentWidget() if deel is not None else None
    while vlak is not None and not isinstance(vlak, QScrollArea):
        vlak = vlak.parentWidget()
    if deel is None or vlak is None:
        return False
    vlak.verticalScrollBar().setValue(0)
    vlak.ensureWidgetVisible(deel)
    return True


def dit_punt(overleg: int) -> str:
    """The number of the casus that is on the table."""
    return _punt(overleg).casusnummer


def klok_loopt() -> bool:
    """Whether the clock of the point says something."""
    strook = blik.zoek("klokstrook")
    return strook is not None and any("min" in een.text() for een in strook.findChildren(QLabel) if een.isVisible())


def aanwezigheid_is(overleg: int, wat: str) -> bool:
    """Whether the first partij stands so."""
    return _punt(overleg).aanwezigen[0].aanwezigheid == wat


def eerste_besluitknop() -> str:
    pagina = blik.zoek("tafels_pagina")
    assert isinstance(pagina, TafelsPagina)
    return f"besluit_{pagina._diensten.werkplek.profiel.besluiten[0].sleutel}"


def er_staat(doel: str, tekst: str) -> bool:
    veld = blik.zoek(doel)
    return isinstance(veld, QPlainTextEdit) and veld.toPlainText() == tekst


def is_korter(doel: str, tekst: str) -> bool:
    veld = blik.zoek(doel)
    return isinstance(veld, QPlainTextEdit) and len(veld.toPlainText()) < len(tekst)


def opbrengst(overleg: int) -> dict[str, object]:
    """What stands in the vault at the point, of what a chair does."""
    punt = _punt(overleg)
    return {
        "tekst": punt.tekst.beeld,
        "besluiten": len(punt.besluiten),
        "acties": [regel.invoer.omschrijving for regel in punt.acties],
        "aanwezig": punt.aanwezigen[0].aanwezigheid is Aanwezigheid.AANWEZIG,
    }


def opbrengst_met(overleg: int, wat: str) -> dict[str, object]:
    """The same once there is any of ``wat``."""
    nu = opbrengst(overleg)
    return nu if nu[wat] else {}
