"""Below a question at triage: whether it was sent, to whom, and the way to send it or to take that back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.services.uitnodigen.triagebrieven import TriagebriefStand
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, Kleur
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class Triagebriefstrook(QWidget):
    """Says what it is asked; the panel saves first and does it."""

    brief_gevraagd = Signal(int)
    concept_gevraagd = Signal(int)
    verstuurd_gevraagd = Signal(int)
    terug_gevraagd = Signal(int)
    """Each with the partij; the last with the letter."""

    def __init__(self, stand: TriagebriefStand, partij: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName(f"triagebrief_{stand.partij_id}")
        self._stand = stand
        self.label = Statuslabel(Icoon.PUNT, "", self)
        self.label.laat_afbreken()
        self.brief_knop = knop("triagebrief_bekijk", "Bekijk de brief…", self)
        self.concept_knop = knop("triagebrief_concept", "Bewaar concept…", self)
        self.verstuurd_knop = knop("triagebrief_verstuurd", "Verstuurd", self)
        self.terug_knop = knop("triagebrief_terug", "Versturen ongedaan maken", self)
        regel = Loopregel(tussen=RASTER)
        for een in (self.brief_knop, self.concept_knop, self.verstuurd_knop, self.terug_knop):
            een.setAccessibleName(f"{een.text().rstrip('…')}: vraag aan {partij}")
            regel.addWidget(een)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(HALF)
        indeling.addWidget(self.label)
        indeling.addLayout(regel)
        self._verbind()

    def _verbind(self) -> None:
        self.brief_knop.clicked.connect(self._on_brief)
        self.concept_knop.clicked.connect(self._on_concept)
        self.verstuurd_knop.clicked.connect(self._on_verstuurd)
        self.terug_knop.clicked.connect(self._on_terug)

    def zet(self, *, te_versturen: bool, beantwoord: bool, vast: bool) -> None:
        """``te_versturen``: what is typed now is not what this partij got last."""
        eerder = self._stand.eerder
        for een in (self.brief_knop, self.concept_knop, self.verstuurd_knop):
            een.setVisible(te_versturen and not vast)
        self.terug_knop.setVisible(bool(eerder) and not te_versturen and not beantwoord and not vast)
        naar = self._stand.ontvanger
        if eerder and not te_versturen:
            laatste = eerder[0]
            versie = f", versie {laatste.versie}" if laatste.versie > 1 else ""
            zin = f"Verstuurd op {datum_kort(laatste.dag)} aan {laatste.aan.naam}, {laatste.aan.email}{versie}"
            self.label.zet(Icoon.VINK, zin, kleur=Kleur.GOED)
        elif eerder:
            self.label.zet(Icoon.UITROEP, "De vraag is anders dan wat er is verstuurd.", kleur=Kleur.LET_OP)
        elif naar is None:
            self.label.zet(
                Icoon.UITROEP, "Nog niet verstuurd: er is geen contactpersoon met een adres.", kleur=Kleur.LET_OP
            )
        else:
            self.label.zet(Icoon.PUNT, f"Nog niet verstuurd. Gaat naar {naar.naam}, {naar.email}", kleur=Kleur.STIL)

    def toon_bij(self, vraag: str, antwoord: str, *, vast: bool) -> None:
        """Follow what is typed."""
        eerder = self._stand.eerder
        nieuw = bool(vraag.strip()) and (not eerder or eerder[0].vraag.strip() != vraag.strip())
        self.zet(te_versturen=nieuw, beantwoord=bool(antwoord.strip()), vast=vast)

    def _on_brief(self) -> None:
        self.brief_gevraagd.emit(int(self._stand.partij_id))

    def _on_concept(self) -> None:
        self.concept_gevraagd.emit(int(self._stand.partij_id))

    def _on_verstuurd(self) -> None:
        self.verstuurd_gevraagd.emit(int(self._stand.partij_id))

    def _on_terug(self) -> None:
        if self._stand.eerder:
            self.terug_gevraagd.emit(int(self._stand.eerder[0].id))
