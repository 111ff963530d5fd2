"""Beheer, Word-sjablonen: how an editable document looks, checked before it is used, with a way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzen.wordkeuzes import Wordsoort
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.bewaren.wordknop import WORD
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.beheer.lijstdeel import LijstDeel
from zvh_desktop.ui.pdf_voorbeeld import schrijf_bestand
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

if TYPE_CHECKING:
    from zvh_desktop.services.word.sjablonen import Bevinding, Sjabloonregel, WordsjabloonService


def _titel(regel: Sjabloonregel) -> object:
    return regel.titel


def _welk(regel: Sjabloonregel) -> object:
    return f"van uw huis, versie {regel.versie}" if regel.eigen else "standaard"


def _wanneer(regel: Sjabloonregel) -> object:
    return f"{datum_kort(regel.gewijzigd_op)}, {regel.gewijzigd_door}" if regel.gewijzigd_op is not None else ""


class Sjablonendeel(LijstDeel["Sjabloonregel"]):
    """A file that is chosen is looked at first; only one without findings is used."""

    recht = Recht.BRIEFTEKSTEN_BEHEREN

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Word-sjablonen",
            "Zo ziet een bewerkbaar document eruit. Bewaar een sjabloon, pas het aan in uw tekstverwerker en vervang "
            "het hier. Wat een partij mag lezen verandert niet: een sjabloon krijgt alleen wat ook in de PDF staat.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_sjablonen")
        self.bewaar_knop = knop("sjabloon_bewaar_knop", "&Bewaar sjabloon…", self, Icoon.OPSLAAN)
        self.vervang_knop = knop("sjabloon_vervang_knop", "Ver&vang…", self, Icoon.DOCUMENT)
        self.standaard_knop = knop("sjabloon_standaard_knop", "Terug naar het &standaardsjabloon", self, Icoon.TERUG)
        self.bevindingen = Statuslabel(Icoon.UITROEP, "", self, kleur=Kleur.LET_OP)
        self.bevindingen.setObjectName("sjabloon_bevindingen")
        self.bevindingen.laat_afbreken()
        self.velden = Tekstveld("Velden die in dit sjabloon kunnen staan", self)
        self.velden.setObjectName("sjabloon_velden")
        self.velden.setReadOnly(True)
        self.velden.setMaximumHeight(self.fontMetrics().height() * 11)
        self.uitleg = StilleTekst(
            "Velden die in dit sjabloon kunnen staan. Schrijf {{ naam }} in een regel, en {{p naam }} in een eigen "
            "alinea voor een tekst van meer alinea's. In een tabel staat tr in plaats van p bij for en if.",
            self,
        )
        self.ongedaan = OngedaanRegel(self, self.lukt, self.vernieuw)
        self.bouw_lijst(
            "sjablonen",
            (
                Kolom["Sjabloonregel"]("titel", "Document", _titel, 28),
                Kolom["Sjabloonregel"]("welk", "Sjabloon", _welk, 24),
                Kolom["Sjabloonregel"]("wanneer", "Gewijzigd", _wanneer, 30),
            ),
            LegeStaat(Icoon.DOCUMENT, "Geen sjablonen", ""),
            knoppen=(self.bewaar_knop, self.vervang_knop, self.standaard_knop),
            eronder=(self.bevindingen, self.uitleg, self.velden, self.ongedaan),
        )
        self._verbind()

    def _verbind(self) -> None:
        self.bewaar_knop.clicked.connect(self.bewaar)
        self.vervang_knop.clicked.connect(self.vervang)
        self.standaard_knop.clicked.connect(self.naar_standaard)

    def lees(self) -> Sequence[Sjabloonregel]:
        return self._diensten.wordsjablonen.lijst()

    def toon_knoppen(self) -> None:
        regel = self.tabel.gekozen()
        for een in (self.bewaar_knop, self.vervang_knop):
            self.zet_recht(een, Recht.BRIEFTEKSTEN_BEHEREN, verder=regel is not None, reden="Kies eerst een document.")
        eigen = regel is not None and regel.eigen
        self.zet_recht(
            self.standaard_knop,
            Recht.BRIEFTEKSTEN_BEHEREN,
            verder=eigen,
            reden="Dit document heeft het standaardsjabloon.",
        )
        for deel in (self.velden, self.uitleg):
            deel.setVisible(self.mag())
        self.velden.laad("\n".join(regel.velden) if regel is not None else "")

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.ongedaan.vergeet()
        self._zeg(())

    def bewaar(self) -> None:
        """The template that holds now, to change it."""
        regel = self.tabel.gekozen()
        if regel is None:
            return
        bestand = self._diensten.wordsjablonen.als_bestand(regel.soort)
        melder = self._gereedschap.melder
        doel = melder.kies_bestand_opslaan(self, "Bewaar het sjabloon", bestand.bestandsnaam, WORD)
        if doel is not None:
            self.lukt(partial(schrijf_bestand, doel if doel.suffix else doel.with_suffix(".docx"), bestand.inhoud))

    def vervang(self) -> None:
        """Choose a file; it is used when there is nothing to say of it."""
        regel = self.tabel.gekozen()
        if regel is None:
            return
        pad = self._gereedschap.melder.kies_bestand_open(self, f"Sjabloon voor: {regel.titel}", WORD)
        if pad is not None:
            werk = _Keuring(self._diensten.wordsjablonen, regel, pad)
            self._gereedschap.taken.start(werk, gelukt=self._on_gekeurd, mislukt=self._on_mislukt)

    def naar_standaard(self) -> None:
        """The template that came along, again."""
        regel = self.tabel.gekozen()
        if regel is not None:
            zin = f"{regel.titel}: het standaardsjabloon geldt weer."
            self.ongedaan.probeer(_Sjabloonwissel(self._diensten.wordsjablonen, regel.soort, regel.versie, None, zin))

    def _zeg(self, bevindingen: Sequence[Bevinding]) -> None:
        regels = [f"• {een.zin}{f' Daar staat: {een.plek}' if een.plek else ''}" for een in bevindingen]
        kop = ["Dit sjabloon is niet in gebruik genomen. Pas het aan en kies het opnieuw."] if regels else []
        self.bevindingen.zet(Icoon.UITROEP, "\n".join([*kop, *regels]), kleur=Kleur.LET_OP)

    # --- slots ------------------------------------------------------------------------------------

    def _on_gekeurd(self, gekeurd: _Gekeurd) -> None:
        self._zeg(gekeurd.bevindingen)
        if not gekeurd.bevindingen:
            regel = gekeurd.regel
            was = regel.versie if regel.eigen else 0
            zin = f"{regel.titel}: uw eigen sjabloon is in gebruik."
            wissel = _Sjabloonwissel(self._diensten.wordsjablonen, regel.soort, was, gekeurd.pad, zin)
            self.ongedaan.probeer(wissel)

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        self.toon_weigering(fout)


class _Gekeurd:
    """What was found in a file, with what it is for."""

    def __init__(self, regel: Sjabloonregel, pad: Path, bevindingen: Sequence[Bevinding]) -> None:
        self.regel, self.pad, self.bevindingen = regel, pad, tuple(bevindingen)


class _Keuring:
    """Looked at beside the window: a file from outside may take a while."""

    def __init__(self, dienst: WordsjabloonService, regel: Sjabloonregel, pad: Path) -> None:
        self._dienst, self._regel, self._pad = dienst, regel, pad

    def __call__(self) -> _Gekeurd:
        return _Gekeurd(self._regel, self._pad, self._dienst.keur(self._regel.soort, self._pad))


class _Sjabloonwissel:
    """Another template, with the way back to the version of before; 0 is the standard one."""

    def __init__(self, dienst: WordsjabloonService, soort: Wordsoort, was: int, pad: Path | None, tekst: str) -> None:
        self._dienst, self._soort, self._was, self._pad = dienst, soort, was, pad
        self._nieuw = 0
        self.tekst = tekst

    def doe(self) -> None:
        """Use it; done again it is the version that was made then."""
        if self._pad is None:
            self._dienst.terug_naar_standaard(self._soort)
        elif self._nieuw:
            self._dienst.zet_versie_terug(self._soort, self._nieuw)
        else:
            self._nieuw = self._dienst.bewaar(self._soort, self._pad)

    def terug(self) -> None:
        """The one of before."""
        self._dienst.zet_versie_terug(self._soort, self._was)
