"""Tafels in a koffer, in two windows with a user folder each: given along, worked at, handed in, lost and found."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import time
from pathlib import Path

import blik
from programma import Programma
from toneel import REGISSEUR, Toneel

from zvh_desktop.models.keuzes import OverlegStatus, VerslagStatus
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina


def test_mee_terug_kwijt_en_gevonden(toneel: Toneel) -> None:
    stick, laptop = toneel.map / "stick", toneel.map / "laptop"
    for map_ in (stick, laptop):
        map_.mkdir()
    kantoor = toneel.start_aangemeld(toneel.oefenkluis(), REGISSEUR)
    toneel.ga_naar("tafels_pagina")
    overleg = toneel.wacht_tot(open_tafel)
    avond = toneel.wacht_tot(plan_die_avond, overleg, REGISSEUR[1])
    koffer = geef_mee(toneel, stick, ook=avond)
    toneel.beeld("koffer-uit")
    werk_onderweg(toneel, neem(koffer, laptop), overleg, "Onderweg gezien.", ook=avond)
    terug_naar(toneel, kantoor)
    lever_in(toneel, laptop / koffer.name)
    toneel.wacht_op("melding", tekst="overgenomen")
    toneel.beeld("koffer-ingeleverd")
    toneel.klik("melding > =Sluiten")
    assert not (laptop / koffer.name).exists()
    toneel.wacht_tot(beeldtekst_is, overleg, "Onderweg gezien.")
    toneel.wacht_tot(beeldtekst_is, avond, "Ook die avond.")
    toneel.wacht_weg("kofferstrook")

    koffer = geef_mee(toneel, stick)
    werk_onderweg(toneel, neem(koffer, laptop), overleg, " En later nog iets.")
    terug_naar(toneel, kantoor)
    trek_in(toneel)
    schrijf_op_kantoor(toneel, "Op kantoor. ")
    lever_in(toneel, laptop / koffer.name, kies="Beeldvorming")
    toneel.wacht_op("melding", tekst="overgenomen")
    toneel.klik("melding > =Sluiten")
    toneel.wacht_tot(beeldtekst_is, overleg, "Onderweg gezien. En later nog iets.")
    toneel.sluit_venster()
    assert kantoor.einde() == "0"


def geef_mee(toneel: Toneel, stick: Path, ook: int = 0) -> Path:
    """Give the tafel that is open along, and ``ook`` another of that day; where the koffer stands."""
    toneel.klik("tafel_meegeven")
    toneel.wacht_op("meegeefdialoog")
    if ook:
        toneel.klik(f"koffer_ook_{ook}")
    toneel.klik("dialoog_bewaar_knop")
    kies_map(toneel, stick)
    onderteken(toneel)
    toneel.wacht_op("melding", tekst=r"\.koffer")
    toneel.klik("melding > =Sluiten")
    toneel.wacht_op("kofferstrook")
    (koffer,) = stick.glob("*.koffer")
    return koffer


def neem(koffer: Path, laptop: Path) -> Path:
    """The whole folder goes from the stick to the laptop, as somebody does that."""
    return Path(shutil.move(koffer, laptop / koffer.name))


def werk_onderweg(toneel: Toneel, koffer: Path, overleg: int, tekst: str, ook: int = 0) -> None:
    """The same application on another computer: one's own password, and a line at each table."""
    laptop = toneel.start("--kluis", koffer, eigen_map="laptop")
    toneel.meld_aan(*REGISSEUR)
    assert "KOFFER" in next(een.titel for een in toneel.vensters() if een.naam == "hoofdvenster")
    toneel.ga_naar("tafels_pagina")
    toneel.wacht_tot(ga_aan_tafel, overleg)
    begin_punt(toneel)
    toneel.beeld("koffer-aan-tafel")
    toneel.typ("", op="verslag_beeld")
    toneel.toets("ctrl+End")
    toneel.typ(tekst)
    if ook:
        toneel.wacht_tot(ga_aan_tafel, ook)
        begin_punt(toneel)
        toneel.typ("Ook die avond.", op="verslag_beeld")
    toneel.sluit_venster()
    assert laptop.einde() == "0"


def begin_punt(toneel: Toneel) -> None:
    """Open the point, also on another day than that of the tafel."""
    if toneel.vraag(staat_klaar):
        toneel.klik("start_punt")
        if toneel.wacht_tot(begonnen_of_gevraagd) == "melding":
            toneel.klik("=Toch beginnen")
    toneel.wacht_op("verslag_beeld")


def terug_naar(toneel: Toneel, kantoor: Programma) -> None:
    toneel.kijk_naar(kantoor)
    toneel.wacht_op_hoofdvenster()


def lever_in(toneel: Toneel, koffer: Path, kies: str = "") -> None:
    """Hand it in; ``kies`` is the point that is ticked, where one has to choose."""
    toneel.klik("koffer_inleveren")
    kies_map(toneel, koffer)
    toneel.wacht_op("terugdialoog")
    if kies:
        toneel.beeld("koffer-voorstel")
        toneel.klik_regel("koffer_punten", kies, vakje=True)
        toneel.wacht_tot(aangevinkt, kies)
    toneel.klik("koffer_lever_knop")
    onderteken(toneel)


def trek_in(toneel: Toneel) -> None:
    """It is lost; no datalek is written down here."""
    toneel.klik("koffer_intrekken")
    toneel.typ("In de trein gelaten.", op="koffer_reden")
    toneel.klik("dialoog_bewaar_knop")
    onderteken(toneel)
    toneel.wacht_op("melding", tekst="datalek")
    toneel.toets("Escape")
    toneel.wacht_weg("melding")
    toneel.wacht_op("koffer_datalek")


def schrijf_op_kantoor(toneel: Toneel, tekst: str) -> None:
    """The office goes on at the same point."""
    begin_punt(toneel)
    toneel.typ("", op="verslag_beeld")
    toneel.toets("ctrl+Home")
    toneel.typ(tekst)
    toneel.toets("Tab")


def onderteken(toneel: Toneel) -> None:
    toneel.wacht_op("bevestigingsdialoog")
    if toneel.zie("bevestiging_wachtwoord") is not None:
        toneel.typ(REGISSEUR[1], op="bevestiging_wachtwoord")
    toneel.wacht_op("bevestiging_teken_knop", aan=True)
    toneel.toets("Return")
    toneel.wacht_weg("bevestigingsdialoog")


def kies_map(toneel: Toneel, map_: Path) -> None:
    """Type a folder in the window that asks for one."""
    toneel.wacht_tot(mapvenster_staat)
    toneel.typ(str(map_), op="fileNameEdit")
    toneel.toets("Return")
    toneel.wacht_weg("fileNameEdit")


# --- asked inside the application ---------------------------------------------------------------------


def mapvenster_staat() -> bool:
    venster = blik.zoek("fileNameEdit")
    return venster is not None and venster.isEnabled() and venster.window().isActiveWindow()


def _tafels() -> TafelsPagina:
    pagina = blik.zoek("tafels_pagina")
    assert isinstance(pagina, TafelsPagina)
    return pagina


def open_tafel() -> int:
    """Open the first tafel that can be held, at the step at the table; its number."""
    venster, diensten = blik.zoek("hoofdvenster"), _tafels()._diensten
    assert isinstance(venster, Hoofdvenster)
    goed = (OverlegStatus.AKKOORD, OverlegStatus.VERZONDEN, OverlegStatus.GEHOUDEN)
    for regel in diensten.tafels.lijst():
        if regel.status not in goed or diensten.tafels.toon(regel.id).verslag_status is VerslagStatus.VASTGESTELD:
            continue
        punten = diensten.verslagen.toon(regel.id).punten
        if punten and punten[0].aanwezigen:
            venster.ga_naar("tafels", BijTafel(regel.id, 2, punten[0].id))
            return int(regel.id)
    raise LookupError("er is geen tafel die gehouden kan worden")


def plan_die_avond(overleg: int, wachtwoord: str) -> int:
    """Another overleg of the same day with akkoord, about the same casus; its number."""
    diensten = _tafels()._diensten
    punt = diensten.verslagen.toon(overleg).punten[0]  # type: ignore[arg-type]
    invoer = replace(diensten.tafels.toon(overleg).invoer, begin=time(19, 0), einde=time(20, 0))  # type: ignore[arg-type]
    avond = diensten.tafels.plan(invoer)
    nieuw = diensten.agenda.voeg_casus_toe(avond, punt.casus_id)  # type: ignore[arg-type]
    besluit = diensten.werkplek.profiel.besluiten[0].sleutel
    diensten.agenda.wijzig_punt(nieuw, PuntInvoer(20, doel="Verder", besluit_type=besluit, themas="Wonen"))
    diensten.agenda.zet_deelname(nieuw, punt.aanwezigen[0].partij_id, aan=True)
    diensten.bevestig(wachtwoord)
    diensten.agenda.geef_akkoord(avond)
    return int(avond)


def ga_aan_tafel(overleg: int) -> bool:
    """Open this overleg at the step at the table."""
    venster = blik.zoek("hoofdvenster")
    assert isinstance(venster, Hoofdvenster)
    venster.ga_naar("tafels", BijTafel(overleg, 2))  # type: ignore[arg-type]
    return True


def staat_klaar() -> bool:
    """Whether the point still has to be begun."""
    return blik.zoek("start_punt") is not None


def begonnen_of_gevraagd() -> str:
    return next((naam for naam in ("melding", "verslag_beeld") if blik.zoek(naam) is not None), "")


def beeldtekst_is(overleg: int, tekst: str) -> bool:
    """Whether this stands in the vault at the first point of this tafel."""
    return any(punt.tekst.beeld == tekst for punt in _tafels()._diensten.verslagen.toon(overleg).punten)  # type: ignore[arg-type]


def aangevinkt(tekst: str) -> bool:
    regel = blik.vind_regel("koffer_punten", tekst, 0, True)
    return regel is not None and regel.gekozen is True
