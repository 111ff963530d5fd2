"""One partij beside the list: what is known of it, its contactpersonen, and what it was sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.regels import partij_hulp
from zvh_desktop.services.partijen.partijen import (
    ContactpersoonInvoer,
    ContactpersoonRegel,
    PartijRegel,
    contact_invoer,
)
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.bewaren.lijstbewaren import LijstBewaren, tabelbron
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.partijen.contactdialoog import ContactDialoog
from zvh_desktop.ui.pages.partijen.contactlijst import contactkolommen
from zvh_desktop.ui.pages.partijen.ontvangen import Ontvangen
from zvh_desktop.ui.pages.partijen.weghalen import ContactWeghalen
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.teksten.dossier import groep_tekst, partijsoort_tekst
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.eigenaar import toont_van
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.kaart import Kaart, StilleTekst
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, zet_toestemming
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.tabbladen import Tabbladen


class PartijDetails(QWidget):
    """Shows one partij; the page is told what has to be removed, so that it can be undone there."""

    gewijzigd = Signal()
    weghalen_gevraagd = Signal(object)

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("partij_details")
        self._diensten = diensten
        self._partij: PartijRegel | None = None
        self.kaart = Kaart("", self)
        self.feiten = StilleTekst("", self.kaart)
        self.bladen = Tabbladen(self.kaart)
        self.bladen.setObjectName("partij_bladen")
        self.bladen.setAccessibleName("Over deze partij")
        self.bladen.tabBar().setAccessibleName("Onderdelen van deze partij")
        self.contacten = QWidget(self.bladen)
        self.contacten.setAccessibleName("Contactpersonen")
        self.nieuw_knop = gereedschapsknop(
            "contact_toevoegen_knop", Icoon.PLUS, "&Contactpersoon", "Contactpersoon toevoegen (Insert)", self.kaart
        )
        self.wijzig_knop = gereedschapsknop(
            "contact_wijzigen_knop", Icoon.POTLOOD, "", "Contactpersoon wijzigen (F2)", self.kaart
        )
        self.weg_knop = gereedschapsknop(
            "contact_weghalen_knop", Icoon.PRULLENBAK, "", "Contactpersoon weghalen (Delete)", self.kaart
        )
        self.tabel = FilterTabel(
            "contactpersonen",
            "contactpersonen",
            contactkolommen(),
            leeg=LegeStaat(
                Icoon.PERSOON,
                "Nog geen contactpersoon",
                "Hier staat naar wie de uitnodiging gaat.",
                "Voeg contactpersoon toe",
            ),
            instellingen=gereedschap.instellingen,
            klembord=gereedschap.klembord,
            ouder=self.kaart,
        )
        bron = tabelbron(self.tabel, Lijst.CONTACTPERSONEN)
        LijstBewaren(self.tabel, [bron], diensten, gereedschap)
        self._bouw_bladen(gereedschap)
        self.kaart.inhoud.addWidget(self.feiten)
        self.kaart.inhoud.addWidget(self.bladen, 1)
        self.leeg = LegeStaat(Icoon.PARTIJEN, "Niets gekozen", "Kies links een partij om de contactpersonen te zien.")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RASTER, 0, 0, 0)
        indeling.addWidget(self.kaart)
        indeling.addWidget(self.leeg)
        self._toevoegen = sneltoets("Ins", waar=self.contacten)
        self._wijzigen = sneltoets("F2", waar=self.contacten)
        self._weghalen = sneltoets("Del", waar=self.tabel.tabel)
        self._verbind()
        self.toon_partij(None)

    def _bouw_bladen(self, gereedschap: Gereedschap) -> None:
        knoppen = QHBoxLayout()
        knoppen.setSpacing(RASTER)
        for knop in (self.nieuw_knop, self.wijzig_knop, self.weg_knop):
            knoppen.addWidget(knop)
        knoppen.addStretch(1)
        contacten = QVBoxLayout(self.contacten)
        contacten.setContentsMargins(0, RASTER, 0, 0)
        contacten.addLayout(knoppen)
        contacten.addWidget(self.tabel, 1)
        self.ontvangen = Ontvangen(self._diensten, gereedschap, self.bladen)
        self.bladen.addTab(self.contacten, "Contactpersonen")
        if self._diensten.mag(Recht.CASUS_LEZEN).mag:
            self.bladen.addTab(self.ontvangen, "Ontvangen")
        else:
            self.ontvangen.hide()

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self.voeg_toe)
        self.wijzig_knop.clicked.connect(self.wijzig)
        self.weg_knop.clicked.connect(self.haal_weg)
        self._toevoegen.activated.connect(self.voeg_toe)
        self._wijzigen.activated.connect(self.wijzig)
        self._weghalen.activated.connect(self.haal_weg)
        self.tabel.leeg.actie_gevraagd.connect(self.voeg_toe)
        self.tabel.regel_gekozen.connect(self._toon_knoppen)
        self.tabel.regel_geopend.connect(self._on_regel_geopend)

    def toon_partij(self, partij: PartijRegel | None) -> None:
        """Show this partij, or nothing."""
        self._partij = partij
        toont_van(self, partij.id if partij else None)
        self.kaart.setVisible(partij is not None)
        self.leeg.setVisible(partij is None)
        self.tabel.zet_regels(partij.contactpersonen if partij else ())
        self.ontvangen.toon_partij(partij.id if partij else None)
        self.kaart.kop.setText(partij.naam if partij else "")
        self.kaart.setAccessibleName(partij.naam if partij else "Details")
        self.feiten.setText(_feiten(partij, self._diensten.termen.convenantpartij) if partij else "")
        self._toon_knoppen()

    def voeg_toe(self) -> None:
        """Add a contactpersoon to this partij."""
        if self._partij is None or not self.nieuw_knop.isEnabled():
            return
        bewaar = partial(self._diensten.partijen.voeg_contact_toe, self._partij.id)
        self._vraag("Contactpersoon toevoegen", "&Voeg toe", ContactpersoonInvoer(naam=""), bewaar)

    def wijzig(self) -> None:
        """Change the chosen contactpersoon."""
        contact = self.tabel.gekozen()
        if contact is None or not self.wijzig_knop.isEnabled():
            return
        bewaar = partial(self._diensten.partijen.wijzig_contact, contact.id)
        self._vraag("Contactpersoon wijzigen", "&Bewaar", contact_invoer(contact), bewaar)

    def haal_weg(self) -> None:
        """Remove the chosen contactpersoon; Ctrl+Z puts it back."""
        contact = self.tabel.gekozen()
        if contact is not None and self.weg_knop.isEnabled():
            self.weghalen_gevraagd.emit(ContactWeghalen(self._diensten.partijen, contact))

    def _vraag(
        self, titel: str, knoptekst: str, begin: ContactpersoonInvoer, bewaar: Callable[[ContactpersoonInvoer], object]
    ) -> None:
        soorten = [(soort.sleutel, soort.naam) for soort in self._diensten.tafels.soorten()]
        hulp = partij_hulp(self._diensten.profiel)
        if ContactDialoog.vraag(titel, knoptekst, begin, soorten, bewaar, ouder=self, hulp=hulp):
            self.gewijzigd.emit()

    def _toon_knoppen(self) -> None:
        mag = self._diensten.mag(Recht.PARTIJEN_BEHEREN)
        zet_toestemming(self.nieuw_knop, mag)
        gekozen = self.tabel.gekozen() is not None
        for knop in (self.wijzig_knop, self.weg_knop):
            zet_toestemming(knop, mag, verder=gekozen, reden="Kies eerst een contactpersoon.")
        self.tabel.leeg.knop.setVisible(mag.mag)

    def _on_regel_geopend(self, _regel: ContactpersoonRegel) -> None:
        self.wijzig()


def _feiten(partij: PartijRegel, convenantpartij: str) -> str:
    delen = [
        f"{partij.kort}, {partijsoort_tekst(partij.soort, convenantpartij)}"
        + (f", groep {groep_tekst(partij.groep)}" if partij.groep else "")
    ]
    if partij.aangesloten_op:
        delen.append(f"Aangesloten op {datum_kort(partij.aangesloten_op)}.")
    if partij.uitgetreden_op:
        delen.append(f"Uitgetreden op {datum_kort(partij.uitgetreden_op)}.")
    if partij.opmerking:
        delen.append(partij.opmerking)
    return "\n".join(delen)
