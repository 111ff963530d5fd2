"""Afschaling, as a strip at the end of the casus: criteria, decision and checklist."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import CasusId, CasusStatus
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.casus.afschalingen import AfschalingBeeld, AfschalingInvoer, Beslisser, ChecklistStand
from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.regelboek.uitleg import in_een_zin
from zvh_desktop.services.werkplek.rechten import Recht, Toestemming
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.toetsenbord.tabvolgorde import zet_tabvolgorde
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel, Vinkvak
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, RUIM, Kleur
from zvh_desktop.ui.widgets.aandachtslijst import Aandachtslijst
from zvh_desktop.ui.widgets.aandachtsregel import Aandachtsregel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop, zet_toestemming
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.formulier import Formulierregel
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel

_LATER = "Dit doet u hieronder, bij Bewaren en vernietigen. Daar wordt deze regel vanzelf afgevinkt."


class ChecklistVak(QFrame):
    """One line: done, by whom, when, and a remark. It stays while its casus is shown, and changes in place."""

    gewijzigd = Signal()

    def __init__(self, regel: ChecklistStand, toestemming: Toestemming, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.sleutel = regel.sleutel
        self._bewaard = (False, "")
        self.vinkje = Vinkvak(self)
        self.vinkje.setObjectName(f"checklist_{regel.sleutel}")
        self.vinkje.setAccessibleName(regel.tekst)
        tekst = StilleTekst(regel.tekst, self) if regel.later else Kop(regel.tekst, self, factor=1.0)
        if not regel.later:
            letter = self.font()
            tekst.setFont(letter)
        self.opmerking = Zinregel(self)
        self.opmerking.setObjectName(f"checklist_opmerking_{regel.sleutel}")
        self.opmerking.setAccessibleName(f"Opmerking bij: {regel.tekst}")
        self.opmerking.setPlaceholderText("Opmerking")
        self.stand = Statuslabel(Icoon.CIRKEL, "", self)
        self.stand.laat_afbreken()
        rechts = QVBoxLayout()
        rechts.setSpacing(HALF)
        rechts.addWidget(tekst)
        rechts.addWidget(self.stand)
        if not regel.later:
            rechts.addWidget(self.opmerking)
        self.opmerking.setVisible(not regel.later)
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, HALF, 0, HALF)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.vinkje, 0, Qt.AlignmentFlag.AlignTop)
        indeling.addLayout(rechts, 1)
        self.zet(regel, toestemming)
        self._verbind()

    def zet(self, regel: ChecklistStand, toestemming: Toestemming) -> None:
        """Show what is stored; what is being typed and not yet saved stays."""
        typt = self.opmerking.text() != self._bewaard[1]
        self._bewaard = (regel.gedaan, regel.opmerking)
        self.vinkje.setChecked(regel.gedaan)
        if not typt and self.opmerking.text() != regel.opmerking:
            self.opmerking.setText(regel.opmerking)
        zet_toestemming(self.vinkje, toestemming, verder=not regel.later, reden=_LATER)
        self.opmerking.setReadOnly(not toestemming.mag)
        if regel.later and not regel.gedaan:
            self.stand.zet(Icoon.KLOK, f"open. {_LATER}")
        elif regel.gedaan:
            op = f" op {datum_kort(regel.op)}" if regel.op else ""
            self.stand.zet(Icoon.VINK, f"gedaan door {regel.door}{op}", kleur=Kleur.GOED)
        else:
            self.stand.zet(Icoon.CIRKEL, "open")

    def _verbind(self) -> None:
        self.vinkje.clicked.connect(self.gewijzigd)
        self.opmerking.editingFinished.connect(self._on_opmerking_klaar)

    def onthoud(self) -> None:
        """What stands here now has been stored."""
        self._bewaard = (self.vinkje.isChecked(), self.opmerking.text())

    def _on_opmerking_klaar(self) -> None:
        if self.anders():
            self.gewijzigd.emit()

    def anders(self) -> bool:
        """Whether what stands here is not what is stored."""
        return (self.vinkje.isChecked(), self.opmerking.text()) != self._bewaard


class AfschalingPaneel(CasusOnderdeel):
    """The form saves itself; the decision is signed as the profile demands it."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("casus_afschaling")
        self._regels: list[ChecklistVak] = []
        self._checklist_van: CasusId | None = None
        self._besluiten: dict[QWidget, Beslisser] = {}
        self._beslisregels: list[QWidget] = []
        self._vast = False
        self._regisseur = ""
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        self.uit_plan = StilleTekst("", self)
        self.criteria = Tekstveld("Hoe de criteria zijn gehaald", self, regels=3)
        self.motivering = Tekstveld("Motivering", self, regels=3)
        self.overgedragen = Tekstveld("Overgedragen aan", self, regels=2)
        self._velden = {
            "criteria_gehaald": Formulierregel("Hoe zijn de criteria gehaald", self.criteria, ouder=self),
            "motivering": Formulierregel(
                letterlijk("Waarom is het huis bij deze casus niet langer nodig"),
                self.motivering,
                ouder=self,
            ),
            "overgedragen_aan": Formulierregel("Aan wie is wat overgedragen", self.overgedragen, ouder=self),
        }
        for sleutel, regel in self._velden.items():
            regel.veld.setObjectName(f"afschaling_{sleutel}")
        self.namens = Invoerregel(self)
        self.namens.setObjectName("afschaling_namens")
        self.namens_regel = Formulierregel("", self.namens, ouder=self)
        self.fout = Statuslabel(Icoon.FOUT, "", self, kleur=Kleur.FOUT)
        self.fout.setObjectName("afschaling_fout")
        self.fout.laat_afbreken()
        self.nodig = Aandachtslijst(self, kop="Nog nodig om te kunnen besluiten:")
        self.nodig.setObjectName("afschaling_nog_nodig")
        self._beslislijst = QVBoxLayout()
        self._beslislijst.setSpacing(RASTER)
        self._checklist = QVBoxLayout()
        self._checklist.setSpacing(0)
        self.pdf_knop = gereedschapsknop("afschaling_pdf_knop", Icoon.OOG, "Voorbeeld", "Het document bekijken", self)
        self.pdf_knop.setAccessibleName("Voorbeeld van de controlelijst")
        slot = QHBoxLayout()
        slot.addWidget(self.pdf_knop)
        slot.addStretch(1)
        indeling = QVBoxLayout(self)
        indeling.setSpacing(RUIM)
        indeling.addWidget(self.uit_plan)
        for regel in self._velden.values():
            indeling.addWidget(regel)
        indeling.addWidget(Kop("Besluit", self, factor=1.05))
        indeling.addWidget(self.nodig)
        indeling.addWidget(self.namens_regel)
        indeling.addLayout(self._beslislijst)
        indeling.addWidget(self.fout)
        indeling.addWidget(Kop("Checklist", self, factor=1.05))
        indeling.addLayout(self._checklist)
        indeling.addLayout(slot)

    def _verbind(self) -> None:
        for veld in (self.criteria, self.motivering, self.overgedragen):
            veld.textChanged.connect(self._on_veld_gewijzigd)
        self.pdf_knop.clicked.connect(self.toon_document)

    # --- showing and saving -----------------------------------------------------------------------

    def laad(self, beeld: CasusBeeld) -> None:
        afschaling = self._diensten.afschalingen.toon(beeld.id)
        mag = self.mag_hier(Recht.AFSCHALING_BIJHOUDEN)
        self._vast = afschaling.besloten_op is not None or not mag.mag
        plan = self._diensten.termen.plan_van_aanpak
        if afschaling.criteria_uit_plan:
            zin = f"Criteria uit het {plan}:\n" + "\n".join(f"- {zin}" for zin in afschaling.criteria_uit_plan)
        else:
            zin = f"In een vastgesteld {plan} staan nog geen criteria."
        self.uit_plan.setText(zin)
        for veld, tekst in (
            (self.criteria, afschaling.invoer.criteria_gehaald),
            (self.motivering, afschaling.invoer.motivering),
            (self.overgedragen, afschaling.invoer.overgedragen_aan),
        ):
            veld.laad(tekst)
            veld.setReadOnly(self._vast)
        self.fout.zet(Icoon.FOUT, "")
        self._regisseur = next((regel.naam for regel in beeld.casusregie if regel.tot is None), "")
        self._toon_beslissers(afschaling)
        self._toon_checklist(afschaling, mag)
        self._toon_stand(afschaling)

    def _toon_stand(self, beeld: AfschalingBeeld) -> None:
        gedaan = sum(regel.gedaan for regel in beeld.checklist)
        if beeld.status is CasusStatus.AFGESCHAALD:
            op = datum_kort(beeld.besloten_op) if beeld.besloten_op else ""
            hoe = self._diensten.termen.afgeschaald
            self.zeg_stand(Icoon.VINK, f"{hoe} op {op}, {gedaan} van {len(beeld.checklist)} gedaan", Kleur.GOED)
        elif beeld.id is None:
            self.zeg_stand(Icoon.PUNT, "nog niet begonnen")
        else:
            self.zeg_stand(Icoon.POTLOOD, "in voorbereiding", Kleur.LET_OP)

    def _toon_beslissers(self, beeld: AfschalingBeeld) -> None:
        for regel in self._beslisregels:
            verwijder(regel)
        self._beslisregels.clear()
        self._besluiten.clear()
        open_ = [b for b in beeld.beslissers if b.besloten_op is None]
        self._vraag_naam(tuple(b for b in open_ if b.met_naam and beeld.besloten_op is None))
        self._toon_nodig(beeld)
        for nummer, beslisser in enumerate(beeld.beslissers):
            vlak = QWidget(self)
            rij = QHBoxLayout(vlak)
            rij.setContentsMargins(0, 0, 0, 0)
            rij.setSpacing(RUIM)
            artikel = f" ({beslisser.toelichting})" if beslisser.toelichting else ""
            if beslisser.besloten_op is not None:
                zin = f"{hoofdletter(beslisser.naam)} heeft besloten: {beslisser.door}, "
                zin += f"{datum_kort(beslisser.besloten_op)}{artikel}"
                stand, kleur = Icoon.VINK, Kleur.GOED
            else:
                zin = f"{hoofdletter(beslisser.naam)} besluit{artikel}"
                stand, kleur = Icoon.CIRKEL, None
            lijn = Aandachtsregel(vlak)
            lijn.zet(replace(beeld.besluitregel, zin=zin), stand, kleur, met_regel=nummer == 0)
            rij.addWidget(lijn, 1)
            if beslisser.besloten_op is None:
                besluit = knop(f"afschaling_besluit_{beslisser.sleutel}", "Leg dit besluit vast", vlak, Icoon.SCHILD)
                besluit.setAccessibleName(f"Leg dit besluit vast, van {beslisser.naam}")
                reden = in_een_zin(beeld.nog_nodig)
                self.zet_recht(besluit, Recht.AFSCHALEN, verder=beeld.kan_besluiten, reden=reden)
                besluit.clicked.connect(self._on_besluit_gevraagd)
                self._besluiten[besluit] = beslisser
                rij.addWidget(besluit, 0, Qt.AlignmentFlag.AlignTop)
            self._beslisregels.append(vlak)
            self._beslislijst.addWidget(vlak)

    def _vraag_naam(self, van: tuple[Beslisser, ...]) -> None:
        """One field for whoever has no account and still has to decide; the button says whose decision it is."""
        self.namens_regel.zet_label(letterlijk(f"Naam van {' of '.join(b.naam for b in van)} bij dit besluit"))
        self.namens_regel.setVisible(bool(van))
        alleen_regisseur = all(b.sleutel == "casusregisseur" for b in van)
        self.namens.setPlaceholderText(self._regisseur if alleen_regisseur else "")

    def _toon_nodig(self, beeld: AfschalingBeeld) -> None:
        self.nodig.zet(beeld.nog_nodig)

    def _toon_checklist(self, beeld: AfschalingBeeld, mag: Toestemming) -> None:
        """The lines that stand there are changed; only another casus makes them anew."""
        casus = self._casus.id if self._casus is not None else None
        sleutels = [regel.sleutel for regel in beeld.checklist]
        if casus != self._checklist_van or [vak.sleutel for vak in self._regels] != sleutels:
            self._wis_checklist()
            self._checklist_van = casus
            for regel in beeld.checklist:
                vak = ChecklistVak(regel, mag, self)
                vak.gewijzigd.connect(self._on_checklist_gewijzigd)
                self._regels.append(vak)
                self._checklist.addWidget(vak)
        for vak, regel in zip(self._regels, beeld.checklist, strict=True):
            vak.zet(regel, mag)
        zet_tabvolgorde(self)

    def _wis_checklist(self) -> None:
        for vak in self._regels:
            verwijder(vak)
        self._regels.clear()

    def invoer(self) -> AfschalingInvoer:
        """What is in the fields now."""
        return AfschalingInvoer(
            self.motivering.toPlainText(), self.criteria.toPlainText(), self.overgedragen.toPlainText()
        )

    def bewaar_velden(self) -> None:
        if self._casus is None or self._vast:
            return
        self._diensten.afschalingen.bewaar(self._casus.id, self.invoer())
        beeld = self._diensten.afschalingen.toon(self._casus.id)
        self.fout.zet(Icoon.FOUT, "")
        self._toon_nodig(beeld)
        for besluit in self._besluiten:
            besluit.setEnabled(beeld.kan_besluiten and self.mag_hier(Recht.AFSCHALEN).mag)
        self._toon_stand(beeld)

    def bewaar_nu(self) -> None:
        for vak in self._regels:
            if vak.anders():
                self._vink(vak)
        super().bewaar_nu()

    def toon_weigering(self, fout: GebruikersFout) -> None:
        if isinstance(fout, InvoerOngeldig) and fout.veld in self._velden:
            self._velden[fout.veld].toon_weigering(fout)
            return
        if isinstance(fout, InvoerOngeldig) and fout.veld == "namens" and self.namens_regel.isVisibleTo(self):
            self.namens_regel.toon_weigering(fout)
            return
        self.fout.zet_fout(fout)

    def onbewaard(self) -> object:
        return self.invoer() if self.vuil() else None

    def herstel_onbewaard(self, wat: object) -> None:
        if isinstance(wat, AfschalingInvoer) and not self._vast:
            self.motivering.laad(wat.motivering)
            self.criteria.laad(wat.criteria_gehaald)
            self.overgedragen.laad(wat.overgedragen_aan)
            self._on_veld_gewijzigd()

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self._laden = True
        for veld in (self.criteria, self.motivering, self.overgedragen):
            veld.maak_leeg()
        self._wis_checklist()
        for regel in self._beslisregels:
            verwijder(regel)
        self._beslisregels.clear()
        self._besluiten.clear()
        self.nodig.zet(())
        self.namens.clear()
        self.namens.setPlaceholderText("")
        self._regisseur = ""
        self.uit_plan.setText("")
        self._laden = False

    def eerste_focus(self) -> QWidget:
        return self.criteria

    # --- acts -------------------------------------------------------------------------------------

    def vakken(self) -> tuple[ChecklistVak, ...]:
        """The lines of the checklist."""
        return tuple(self._regels)

    def toon_document(self) -> None:
        """Make the document and show it."""
        if self._casus is not None:
            maak = partial(self._diensten.documenten.afschaling, self._casus.id)
            self.toon_stuk(maak, hoofdletter(self._diensten.termen.afschaling))

    def _on_besluit_gevraagd(self) -> None:
        zender = self.sender()
        beslisser = self._besluiten.get(zender) if isinstance(zender, QWidget) else None
        if beslisser is None or self._casus is None:
            return
        self.namens_regel.toon_fout("")
        vraag = (
            f"U legt vast dat {beslisser.naam} besluit tot {self._diensten.termen.afschaling} van "
            f"{self._casus.nummer}. Dat kunt u niet ongedaan maken."
        )
        if not self._gereedschap.melder.bevestig(self, vraag, "Leg dit besluit vast"):
            return
        besluit = partial(self._diensten.afschalingen.besluit, self._casus.id, beslisser.sleutel, self.namens.text())
        if self.teken(besluit, (vraag,)):
            self.namens.clear()
            self.toon_casus(self._diensten.casussen.toon(self._casus.id))
            self.gewijzigd.emit()

    def _on_checklist_gewijzigd(self) -> None:
        vak = self.sender()
        if isinstance(vak, ChecklistVak) and self._vink(vak) and self._casus is not None:
            beeld = self._diensten.afschalingen.toon(self._casus.id)
            self._toon_checklist(beeld, self.mag_hier(Recht.AFSCHALING_BIJHOUDEN))
            self._toon_stand(beeld)

    def _vink(self, vak: ChecklistVak) -> bool:
        if self._casus is None:
            return False
        try:
            self._diensten.afschalingen.vink(
                self._casus.id, vak.sleutel, gedaan=vak.vinkje.isChecked(), opmerking=vak.opmerking.text()
            )
        except GebruikersFout as fout:
            self.toon_weigering(fout)
            return False
        vak.onthoud()
        self.opgeslagen.emit()
        return True
