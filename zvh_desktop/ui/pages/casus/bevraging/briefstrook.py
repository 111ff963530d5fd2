"""Below a question at triage: whether it was sent, to whom, and the ways to send it, undo that, or withdraw it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import ContactpersoonId
from zvh_desktop.services.uitnodigen.triagebrieven import TriagebriefStand
from zvh_desktop.services.werkplek.wegen import naar_partij
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, Kleur
from zvh_desktop.ui.weg.gang import Wegknop
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.formulier import Formulierregel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld


class Triagebriefstrook(QWidget):
    """Says what it is asked; the panel saves first and does it."""

    brief_gevraagd = Signal(int, object)
    concept_gevraagd = Signal(int, object)
    verstuurd_gevraagd = Signal(int, object)
    """Each with the partij, and the contactpersoon or None for whoever it goes to by itself."""
    terug_gevraagd = Signal(int)
    """With the letter."""
    intrekken_gevraagd = Signal(int)
    intrekbrief_gevraagd = Signal(int)
    intrekconcept_gevraagd = Signal(int)
    """Each with the partij."""

    def __init__(self, stand: TriagebriefStand, partij: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName(f"triagebrief_{stand.partij_id}")
        self._stand = stand
        self._partij = partij
        self._nieuw = False
        self.label = Statuslabel(Icoon.PUNT, "", self)
        self.label.laat_afbreken()
        self.naar = Keuzeveld(self)
        self.naar.setObjectName(f"triagebrief_{stand.partij_id}_naar")
        self.naar.setAccessibleName(f"Naar wie de vraag aan {partij} gaat")
        self.naar.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.naar.setMinimumContentsLength(44)
        self._vul_naar()
        self._naarregel = Formulierregel("Gaat naar", self.naar, ouder=self)
        self.brief_knop = knop("triagebrief_bekijk", "Bekijk de brief…", self)
        self.concept_knop = knop("triagebrief_concept", "Bewaar concept…", self)
        self.verstuurd_knop = knop("triagebrief_verstuurd", "Verstuurd", self)
        self.intrek_knop = knop("triagebrief_intrekken", "Trek de vraag in…", self)
        self.terug_knop = knop("triagebrief_terug", "Versturen ongedaan maken", self)
        self.register_knop = Wegknop(self)
        regel = Loopregel(tussen=RASTER)
        for een in (self.brief_knop, self.concept_knop, self.verstuurd_knop, self.intrek_knop, self.terug_knop):
            een.setAccessibleName(f"{een.text().rstrip('…')}: vraag aan {partij}")
            regel.addWidget(een)
        regel.addWidget(self.register_knop)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(HALF)
        indeling.addWidget(self.label)
        indeling.addWidget(self._naarregel, 0, Qt.AlignmentFlag.AlignLeft)
        indeling.addLayout(regel)
        self._verbind()

    def _vul_naar(self) -> None:
        """Whoever it goes to by itself first: that one can have left the register since."""
        vanzelf = self._stand.ontvanger
        gelijk = [een for een in self._stand.contactpersonen if vanzelf is not None and een.email == vanzelf.email]
        if vanzelf is not None and not gelijk:
            self.naar.addItem(f"{vanzelf.naam}, {vanzelf.email} (kreeg de vorige)", None)
        for contact in self._stand.contactpersonen:
            functie = f", {contact.functie}" if contact.functie else ""
            self.naar.addItem(f"{contact.naam}{functie}, {contact.email}", int(contact.id))
        self.naar.setCurrentIndex(max(0, self.naar.findData(int(gelijk[0].id))) if gelijk else 0)

    def _verbind(self) -> None:
        self.brief_knop.clicked.connect(self._on_brief)
        self.concept_knop.clicked.connect(self._on_concept)
        self.verstuurd_knop.clicked.connect(self._on_verstuurd)
        self.intrek_knop.clicked.connect(self._on_intrekken)
        self.terug_knop.clicked.connect(self._on_terug)

    def contact(self) -> ContactpersoonId | None:
        """Who was chosen; None is whoever it goes to by itself."""
        gekozen = self.naar.currentData()
        return ContactpersoonId(gekozen) if isinstance(gekozen, int) else None

    def zet(self, *, te_versturen: bool, beantwoord: bool, vast: bool, mag: bool) -> None:
        """``te_versturen``: what is typed now is not what this partij got last.

        Once the triage is done a question without an answer can still be withdrawn: that partij is waiting.
        """
        stand, niemand = self._stand, self.naar.count() == 0
        nieuw = te_versturen and not vast
        ingetrokken = bool(stand.eerder) and stand.eerder[0].intrekking
        stukken = nieuw or (ingetrokken and not te_versturen and mag)
        self.brief_knop.setVisible(stukken)
        self.concept_knop.setVisible(stukken)
        self.verstuurd_knop.setVisible(nieuw)
        self._naarregel.setVisible(nieuw and not niemand)
        self.register_knop.zet(naar_partij(stand.partij_id) if nieuw and niemand else None)
        self.intrek_knop.setVisible(stand.in_te_trekken and mag and not (vast and beantwoord))
        terug = stand.terug_te_nemen and not te_versturen and mag and (ingetrokken or not (vast or beantwoord))
        self.terug_knop.setText("Intrekken ongedaan maken" if ingetrokken else "Versturen ongedaan maken")
        self.terug_knop.setAccessibleName(f"{self.terug_knop.text()}: vraag aan {self._partij}")
        self.terug_knop.setVisible(terug)
        self._zeg(te_versturen=te_versturen, niemand=niemand)

    def _zeg(self, *, te_versturen: bool, niemand: bool) -> None:
        eerder = self._stand.eerder
        if eerder and not te_versturen:
            laatste = eerder[0]
            versie = f", versie {laatste.versie}" if laatste.versie > 1 and not laatste.intrekking else ""
            wat = "Ingetrokken" if laatste.intrekking else "Verstuurd"
            bij = "bij" if laatste.intrekking else "aan"
            zin = f"{wat} op {datum_kort(laatste.dag)} {bij} {laatste.aan.naam}, {laatste.aan.email}{versie}"
            goed = not laatste.intrekking
            self.label.zet(Icoon.VINK if goed else Icoon.STREEPJE, zin, kleur=Kleur.GOED if goed else Kleur.STIL)
        elif eerder and not eerder[0].intrekking:
            self.label.zet(Icoon.UITROEP, "De vraag is anders dan wat er is verstuurd.", kleur=Kleur.LET_OP)
        elif niemand:
            self.label.zet(
                Icoon.UITROEP, "Nog niet verstuurd: er is geen contactpersoon met een adres.", kleur=Kleur.LET_OP
            )
        else:
            self.label.zet(Icoon.PUNT, "Nog niet verstuurd.", kleur=Kleur.STIL)

    def toon_bij(self, vraag: str, antwoord: str, *, vast: bool, mag: bool) -> None:
        """Follow what is typed; ``vast``: nothing more is asked, ``mag``: this account may keep the triage."""
        eerder = self._stand.eerder
        nieuw = bool(vraag.strip()) and (not eerder or eerder[0].vraag.strip() != vraag.strip())
        self._nieuw = nieuw
        self.zet(te_versturen=nieuw, beantwoord=bool(antwoord.strip()), vast=vast, mag=mag)

    def _on_brief(self) -> None:
        if self._nieuw:
            self.brief_gevraagd.emit(int(self._stand.partij_id), self.contact())
        else:
            self.intrekbrief_gevraagd.emit(int(self._stand.partij_id))

    def _on_concept(self) -> None:
        if self._nieuw:
            self.concept_gevraagd.emit(int(self._stand.partij_id), self.contact())
        else:
            self.intrekconcept_gevraagd.emit(int(self._stand.partij_id))

    def _on_verstuurd(self) -> None:
        self.verstuurd_gevraagd.emit(int(self._stand.partij_id), self.contact())

    def _on_intrekken(self) -> None:
        self.intrekken_gevraagd.emit(int(self._stand.partij_id))

    def _on_terug(self) -> None:
        if self._stand.eerder:
            self.terug_gevraagd.emit(int(self._stand.eerder[0].id))
