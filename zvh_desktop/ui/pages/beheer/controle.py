"""The check of the vault with what it finds, and accepting an older state after a backup was put back."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.deel import BeheerDeel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, Kleur
from zvh_desktop.ui.widgets.kaart import Kaart
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class ControleDeel(BeheerDeel):
    """Findings as sentences; nothing is ever repaired or deleted here."""

    recht = Recht.RESERVEKOPIE

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Controle",
            "De controle leest de hele kluis: elke bladzijde, elke verwijzing, elke handtekening, het logboek en de "
            "bestanden in de map. Er wordt niets veranderd.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_controle")
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        self.controleer_knop = knop("controleer_knop", "&Controleer de kluis", self.vlak, Icoon.SCHILD)
        self.stand = Statuslabel(Icoon.INFO, "", self.vlak)
        self.stand.setObjectName("controle_stand")
        self.stand.laat_afbreken()
        self.lijst = QListWidget(self.vlak)
        self.lijst.setObjectName("controle_bevindingen")
        self.lijst.setAccessibleName("Bevindingen")
        self.lijst.setWordWrap(True)
        self.lijst.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self.lijst.setSpacing(RASTER // 4)
        self.lijst.setVisible(False)
        kaart = Kaart("Kluis controleren", self.vlak)
        kaart.inhoud.addLayout(self.rij(self.controleer_knop))
        kaart.inhoud.addWidget(self.stand)
        kaart.inhoud.addWidget(self.lijst)
        self.inhoud.addWidget(self.smal(kaart))
        self.aanvaard_knop = knop("stand_aanvaarden_knop", "Deze stand &aanvaarden…", self.vlak)
        self.waarschuwing = Statuslabel(Icoon.INFO, "", self.vlak)
        self.waarschuwing.setObjectName("controle_waarschuwing")
        self.waarschuwing.laat_afbreken()
        oud = Kaart("Oudere stand", self.vlak)
        oud.inhoud.addWidget(
            self.tekst(
                "De applicatie onthoudt hoe ver het huis was toen u het laatst keek. Is een oude reservekopie "
                "teruggezet, dan staat dat hier. Hebt u dat zelf gedaan, aanvaard de stand dan. Zo niet, ga dan eerst "
                "na wie dat deed: ingetrokken oordelen kunnen weer gelden. Wie meer zag dan u, leest daarna dat u de "
                "stand aanvaardde, en kan dan pas verder; aanvaard haar dus ook als hier niets staat en een collega "
                "meldt dat er iets ontbreekt."
            )
        )
        oud.inhoud.addWidget(self.waarschuwing)
        oud.inhoud.addLayout(self.rij(self.aanvaard_knop))
        self.inhoud.addWidget(self.smal(oud))
        self.ruimte()

    def _verbind(self) -> None:
        self.controleer_knop.clicked.connect(self.controleer)
        self.aanvaard_knop.clicked.connect(self.aanvaard)

    def vernieuw(self) -> None:
        self.zet_recht(self.controleer_knop, Recht.RESERVEKOPIE)
        waarschuwingen = self._diensten.waarschuwingen
        if waarschuwingen:
            self.waarschuwing.zet(Icoon.WAARSCHUWING, "\n".join(waarschuwingen), kleur=Kleur.LET_OP)
        else:
            self.waarschuwing.zet(Icoon.VINK, "Niet ouder dan wat u al had gezien.", kleur=Kleur.GOED)
        self.zet_recht(self.aanvaard_knop, Recht.STAND_AANVAARDEN)

    def maak_leeg(self) -> None:
        self.lijst.clear()
        self.lijst.setVisible(False)
        self.stand.zet(Icoon.INFO, "")
        self.waarschuwing.zet(Icoon.INFO, "")

    def eerste_focus(self) -> QWidget | None:
        return self.controleer_knop if self.mag() else None

    def controleer(self) -> None:
        """Run the check beside the window."""
        self.controleer_knop.setEnabled(False)
        self.lijst.clear()
        self.lijst.setVisible(False)
        self.stand.zet(Icoon.KLOK, "De kluis wordt gecontroleerd…", kleur=Kleur.STIL)
        self._gereedschap.taken.start(
            self._diensten.beheer.controleer, gelukt=self._on_gecontroleerd, mislukt=self._on_niet_gecontroleerd
        )

    def _on_gecontroleerd(self, bevindingen: tuple[str, ...]) -> None:
        self.vernieuw()
        if not bevindingen:
            self.stand.zet(Icoon.VINK, "Er is niets gevonden. De kluis is in orde.", kleur=Kleur.GOED)
            return
        aantal = "Er is 1 bevinding." if len(bevindingen) == 1 else f"Er zijn {len(bevindingen)} bevindingen."
        self.stand.zet(Icoon.WAARSCHUWING, f"{aantal} Maak geen wijzigingen en bel uw ICT-beheer.", kleur=Kleur.FOUT)
        self.lijst.addItems(list(bevindingen))
        self.lijst.setVisible(True)

    def _on_niet_gecontroleerd(self, fout: GebruikersFout) -> None:
        self.vernieuw()
        self.stand.zet(Icoon.FOUT, "De controle is niet afgemaakt.", kleur=Kleur.FOUT)
        self._gereedschap.melder.toon_fout(self, fout)

    def aanvaard(self) -> None:
        """Take the present state as the newest."""
        wat = [
            "Wat hier nu staat, geldt als de nieuwste stand.",
            "Wie meer zag dan u, kan daarna met deze stand verder. Doe dit alleen als u weet wie een reservekopie "
            "heeft teruggezet.",
            *(self._diensten.waarschuwingen or ("U zag op deze computer zelf niets nieuwers.",)),
        ]
        if self.teken(self._diensten.beheer.aanvaard_stand, wat):
            self.vernieuw()
