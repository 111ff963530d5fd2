"""Shows what a JZV-melding would become, field by field, before anything is stored."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from zvh_desktop.services.overnemen.jzv.melding import MeldingVoorstel, Voorstelregel
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.scherm import zet_maat
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM, Kleur, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


def _veld(regel: Voorstelregel) -> object:
    return regel.veld


def _inhoud(regel: Voorstelregel) -> object:
    return " ".join(regel.inhoud.split())


def _inhoud_voluit(regel: Voorstelregel) -> str:
    return regel.inhoud


class JzvVoorstelDialoog(Dialoog):
    """The proposal. Accepting means: store exactly this."""

    heropenen = False
    bij_verlies = "De melding is nog niet overgenomen. Kies het bestand opnieuw."

    def __init__(self, voorstel: MeldingVoorstel, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.voorstel = voorstel
        self.setObjectName("jzv_voorstel_dialoog")
        zet_venstertitel(self, "JZV-melding inlezen")
        self.let_op = Statuslabel(Icoon.INFO, "", self, kleur=Kleur.LET_OP)
        self.let_op.laat_afbreken()
        self.let_op.zet(Icoon.WAARSCHUWING, " ".join(voorstel.niet), kleur=Kleur.LET_OP)
        self.tabel: Toetstabel[Voorstelregel] = Toetstabel(
            "jzv_voorstel",
            "Wat er wordt ingevuld",
            (
                Kolom[Voorstelregel]("veld", "Veld", _veld, 22),
                Kolom[Voorstelregel]("inhoud", "Wat erin komt", _inhoud, 60, uitleg=_inhoud_voluit),
            ),
            ouder=self,
            minste_rijen=8,
        )
        self.voluit = Tekstveld("Het gekozen veld voluit", self, regels=6)
        self.voluit.setReadOnly(True)
        self._knoppen = Dialoogknoppen(self)
        self.doe_knop = self._knoppen.maak("&Neem over", QDialogButtonBox.ButtonRole.AcceptRole)
        self.doe_knop.setObjectName("jzv_doe_knop")
        self.doe_knop.setAccessibleName("Neem over")
        self.niet_knop = self._knoppen.maak("Nie&t overnemen", QDialogButtonBox.ButtonRole.RejectRole)
        self.niet_knop.setAccessibleName("Niet overnemen")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop("Dit wordt ingevuld", self))
        nog = f"Er is nog niets gewijzigd. Vul daarna zelf in: {'; '.join(voorstel.nog)}."
        indeling.addWidget(StilleTekst(nog, self))
        indeling.addWidget(self.let_op)
        indeling.addWidget(self.tabel, 1)
        indeling.addWidget(self.voluit)
        indeling.addWidget(self._knoppen)
        self._verbind()
        self.tabel.zet_regels(voorstel.regels)
        self.tabel.kies(0)
        zet_maat(self, tekstbreedte(self, 110), tekstbreedte(self, 84))

    def _verbind(self) -> None:
        self._knoppen.accepted.connect(self.accept)
        self._knoppen.rejected.connect(self.reject)
        self.tabel.regel_gekozen.connect(self._on_regel_gekozen)

    def _on_regel_gekozen(self, regel: Voorstelregel | None) -> None:
        self.voluit.setPlainText(regel.inhoud if regel is not None else "")

    @classmethod
    def vraag(cls, voorstel: MeldingVoorstel, ouder: QWidget) -> bool:
        """Whether the user agreed."""
        dialoog = cls(voorstel, ouder)
        gekozen = dialoog.exec() == cls.DialogCode.Accepted
        dialoog.tabel.maak_leeg()
        verwijder(dialoog)
        return gekozen
