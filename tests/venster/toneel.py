"""What a scenario gets: a screen, an application on it, and two hands. See README.md in this folder."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

import blik
from blik import Deel, Venster
from programma import LOG, Programma, bezwaren
from scherm import Scherm
from wachten import GEDULD, wacht_tot

P = ParamSpec("P")
Antwoord = TypeVar("Antwoord")
MEDEWERKER = ("oefen.medewerker", "elke dag een agenda")
REGISSEUR = ("oefen.regisseur", "samen rond de tafel")
BEHEERDER = ("oefen.beheer", "sleutels in de kluis")

_KNOPPEN = {"links": "1", "rechts": "3", "omhoog": "4", "omlaag": "5"}


class Toneel:
    """One scenario's world. Everything waits for a state; nothing waits for a time."""

    def __init__(self, scherm: Scherm, map_: Path, voorbeeldkluis: Callable[[], Path]) -> None:
        self.scherm = scherm
        self.map = map_
        self._voorbeeldkluis = voorbeeldkluis
        self._programmas: list[Programma] = []
        self._gedood: list[Programma] = []
        self._mag: list[str] = []
        self._gekeken: Programma | None = None
        self.erbij: dict[str, str] = {}
        """What the computer of this scenario has in its environment besides, such as a bus of its desktop."""

    # --- the application --------------------------------------------------------------------------

    @property
    def programma(self) -> Programma:
        """The one that was started last, or that ``kijk_naar`` named."""
        return self._gekeken or self._programmas[-1]

    def kijk_naar(self, programma: Programma) -> None:
        """Look at this one, of several that run."""
        self._gekeken = programma

    def start(self, *argumenten: str | Path, eigen_map: str = "") -> Programma:
        """Start the application; with the same ``eigen_map`` it is the same user on the same computer."""
        thuis = self.map / (eigen_map or "thuis")
        omgeving = self.scherm.omgeving() | {
            "HOME": str(thuis),
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": str(self.scherm.maat.schaal),
            "QT_MESSAGE_PATTERN": "qt-%{type} %{category}: %{message}",
            "TZ": "Europe/Amsterdam",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            **self.erbij,
        }
        for naam, deel in (
            ("DATA_HOME", "data"),
            ("CONFIG_HOME", "config"),
            ("CACHE_HOME", "cache"),
            ("RUNTIME_DIR", "run"),
        ):
            (thuis / deel).mkdir(parents=True, exist_ok=True, mode=0o700)
            omgeving[f"XDG_{naam}"] = str(thuis / deel)
        omgeving.pop("ZVH_GEBRUIKERSMAP", None)
        uitvoer = self.map / f"uitvoer-{len(self._programmas) + 1}.txt"
        self._programmas.append(Programma(tuple(map(str, argumenten)), omgeving, uitvoer))
        self._gekeken = None
        return self.programma

    def oefenkluis(self, naam: str = "proef") -> Path:
        """A practice vault of this scenario alone."""
        kluis = self.map / f"{naam}.kluis"
        shutil.copytree(self._voorbeeldkluis(), kluis)
        return kluis

    def leg_oefenkluis_klaar(self) -> None:
        """As if ``--oefen`` was used before: the practice vault stands where this user's own one would."""
        oefenen = self.map / "thuis" / "data" / "zvh-desktop" / "oefenen"
        oefenen.mkdir(parents=True, mode=0o700)
        shutil.copytree(self._voorbeeldkluis(), oefenen / "twente.kluis")

    def start_aangemeld(self, kluis: Path, account: tuple[str, str] = REGISSEUR) -> Programma:
        """Start on this vault and log in, as a user does; the main window stands when this returns."""
        programma = self.start("--kluis", kluis)
        self.meld_aan(*account)
        return programma

    def meld_aan(self, naam: str, wachtwoord: str) -> None:
        """At the login: type name and password, and wait for the main window."""
        self.typ_aanmelding(naam, wachtwoord)
        self.wacht_op_hoofdvenster()

    def typ_aanmelding(self, naam: str, wachtwoord: str) -> None:
        """Type name and password at the login, and Enter; what comes then is for the scenario."""
        self.wacht_op("aanmeldvenster")
        if self.wacht_op("naam_veld").tekst != naam:
            self.typ(naam, op="naam_veld")
            self.toets("Tab")
        self.typ(wachtwoord, op="wachtwoord_veld")
        self.wacht_op("open_knop", aan=True)
        self.toets("Return")

    def wacht_op_hoofdvenster(self) -> None:
        """Wait until the main window stands and gets the keys: until then they still go to what made way for it."""
        self.wacht_tot(blik.is_actief, "hoofdvenster")

    def sluit_venster(self) -> None:
        """Close the active window as the window manager does it, once it is no window that is going away by itself."""
        self.wacht_tot(blik.is_te_sluiten, wat="een venster dat te sluiten is")
        self.toets("alt+F4")

    def dood(self) -> None:
        """Kill the application, as when the power goes; started again it is the same user on the same computer."""
        self._gedood.append(self.programma)
        self.programma.ruim_op()

    def mag_zeggen(self, *patronen: str) -> None:
        """Lines on stderr or in the log that this scenario expects."""
        self._mag += patronen

    def ga_naar(self, pagina: str) -> None:
        """Go to this page by its key, whatever the order of this house."""
        nummer = self.wacht_tot(blik.nummer_van, pagina)
        self.toets(f"ctrl+{nummer}")
        self.wacht_tot(blik.is_pagina, pagina)

    # --- looking ----------------------------------------------------------------------------------

    def vraag(self, functie: Callable[P, Antwoord], *waarden: P.args, **geen: P.kwargs) -> Antwoord:
        """Run a function of a module inside the application, in the thread of the window."""
        return self.programma.vraag(functie, *waarden, **geen)

    def wacht_tot(
        self, functie: Callable[..., Antwoord], *waarden: object, wat: str = "", geduld: float = GEDULD
    ) -> Antwoord:
        """Ask again and again until the answer is something."""

        def kijk() -> Antwoord:
            return self.vraag(functie, *waarden)

        omschrijving = wat or f"{functie.__name__}({', '.join(map(repr, waarden))})"
        return wacht_tot(kijk, omschrijving, geduld)

    def zie(self, doel: str) -> Deel | None:
        """The part as it stands now, or None."""
        return self.vraag(blik.vind, doel)

    def wacht_op(
        self,
        doel: str,
        *,
        tekst: str | None = None,
        aan: bool | None = None,
        gekozen: bool | None = None,
        geduld: float = GEDULD,
    ) -> Deel:
        """Wait until this part is there, with a text that matches, enabled or ticked as asked."""

        def kijk() -> Deel | None:
            deel = self.zie(doel)
            if deel is None or (tekst is not None and not re.search(tekst, deel.tekst)):
                return None
            klopt = (aan is None or deel.aan is aan) and (gekozen is None or deel.gekozen is gekozen)
            return deel if klopt else None

        deel = wacht_tot(kijk, f"{doel!r} tekst={tekst} aan={aan} gekozen={gekozen}", geduld)
        assert deel is not None
        return deel

    def wacht_weg(self, doel: str) -> None:
        """Wait until this part is no longer to be seen."""
        wacht_tot(lambda: self.zie(doel) is None, f"{doel!r} weg")

    def vensters(self) -> Sequence[Venster]:
        """The windows on the screen."""
        return self.vraag(blik.vensters)

    def beeld(self, naam: str) -> Path:
        """A picture of the screen, in the folder of the scenario."""
        pad = self.map / f"{naam}.png"
        assert self.vraag(blik.bewaar_beeld, str(pad))
        return pad

    # --- doing ------------------------------------------------------------------------------------

    def klik(self, doel: str, *, knop: str = "links", dubbel: bool = False, met: str = "") -> Deel:
        """Click once the part is there, enabled, at rest and not covered; ``met`` is a key that is held."""
        return self._klik_op(lambda: self.zie(doel), doel, knop=knop, dubbel=dubbel, met=met)

    def klik_regel(
        self,
        lijst: str,
        tekst: str,
        *,
        kolom: int = 0,
        vakje: bool = False,
        knop: str = "links",
        dubbel: bool = False,
        met: str = "",
    ) -> Deel:
        """Click the line of a list with this text in this column, or its tick box."""

        def kijk() -> Deel | None:
            return self.vraag(blik.vind_regel, lijst, tekst, kolom, vakje)

        return self._klik_op(kijk, f"{lijst!r} regel {tekst!r}", knop=knop, dubbel=dubbel, met=met)

    def klik_keuze(self, tekst: str) -> Deel:
        """Click the line with this text in the menu that is open."""
        return self._klik_op(
            lambda: self.vraag(blik.vind_keuze, tekst), f"keuze {tekst!r}", knop="links", dubbel=False, met=""
        )

    def klik_tab(self, balk: str, tekst: str) -> Deel:
        """Click the tab with this text."""
        return self._klik_op(
            lambda: self.vraag(blik.vind_tab, balk, tekst), f"tab {tekst!r}", knop="links", dubbel=False, met=""
        )

    def wiel(self, doel: str, *, omlaag: bool = True, klikken: int = 1, met: str = "") -> None:
        """Turn the wheel over this part."""
        deel = self._rust(lambda: self.zie(doel), doel)
        knop = _KNOPPEN["omlaag" if omlaag else "omhoog"]
        self._hand(("mousemove", str(deel.x), str(deel.y), "click", "--repeat", str(klikken), knop), met)

    def typ(self, tekst: str, *, op: str = "") -> None:
        """Type, in the part that has the focus; ``op`` clicks on a part first and waits until it has the focus."""
        if op and not self.wacht_op(op).focus:
            self.klik(op)
            wacht_tot(lambda: (deel := self.zie(op)) is not None and deel.focus, f"de focus op {op!r}")
        self._wacht_op_toetsen()
        self.scherm.doe("type", "--delay", "4", "--", tekst)

    def toets(self, *toetsen: str) -> None:
        """Press these keys one after the other, by their X names: ``Return``, ``ctrl+z``, ``alt+F4``, ``space``."""
        self._wacht_op_toetsen()
        self.scherm.doe("key", "--delay", "4", "--", *toetsen)

    def _wacht_op_toetsen(self) -> None:
        self.wacht_tot(blik.krijgt_toetsen, wat="een actief venster")

    def _klik_op(self, kijk: Callable[[], Deel | None], wat: str, *, knop: str, dubbel: bool, met: str) -> Deel:
        deel = self._rust(kijk, wat)
        herhaal = ("--repeat", "2", "--delay", "30") if dubbel else ()
        self._hand(("mousemove", str(deel.x), str(deel.y), "click", *herhaal, _KNOPPEN[knop]), met)
        return deel

    def _hand(self, opdracht: tuple[str, ...], met: str) -> None:
        self.scherm.doe(*(("keydown", met) if met else ()), *opdracht, *(("keyup", met) if met else ()))

    def _rust(self, kijk: Callable[[], Deel | None], wat: str) -> Deel:
        vorige: list[Deel | None] = [None]

        def ligt_stil() -> Deel | None:
            deel, eerder = kijk(), vorige[0]
            vorige[0] = deel
            goed = deel is not None and deel.aan and deel.bereikbaar and eerder is not None
            return deel if goed and eerder is not None and (deel.x, deel.y) == (eerder.x, eerder.y) else None

        try:
            deel = wacht_tot(ligt_stil, f"{wat} om op te klikken")
        except AssertionError as fout:
            raise type(fout)(f"{fout}\nhet laatst gezien: {vorige[0]}\nvensters: {self.vensters()}") from None
        assert deel is not None
        return deel

    # --- the end ----------------------------------------------------------------------------------

    def keur(self) -> list[str]:
        """What is wrong with how the applications ended and with what they said."""
        fouten: list[str] = []
        for nummer, programma in enumerate(self._programmas, 1):
            if programma.loopt():
                programma.ruim_op()
            elif (code := programma.einde()) != "0" and programma not in self._gedood:
                fouten.append(f"programma {nummer} eindigde met {code}")
            fouten += [f"programma {nummer}, {deel}" for deel in bezwaren(programma.gezegd(), "", self._mag)]
        for log in sorted(self.map.rglob(LOG)):
            fouten += bezwaren("", log.read_text(encoding="utf-8"), self._mag)
        return fouten

    def ruim_op(self) -> None:
        """Leave nothing running."""
        for programma in self._programmas:
            programma.ruim_op()
