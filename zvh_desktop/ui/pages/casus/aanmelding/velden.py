"""The fields of an aanmelding: who hands it in, about whom, what is the matter, and the criteria.

The names are those of Melding in the national model.
"""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.services.casus.aanmelding_gegevens import AanmeldingInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.partijen.partijen import ContactpersoonRegel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.aanmelding.betrokkenen import BetrokkenenVelden
from zvh_desktop.ui.pages.casus.aanmelding.criteria import CriteriaVelden
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.toetsenbord.tabvolgorde import zet_tabvolgorde
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel, Vinkvak
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import RUIM
from zvh_desktop.ui.widgets.kaart import Kaart
from zvh_desktop.ui.widgets.rolvlak import Rolvlak
from zvh_desktop.ui.widgets.velden.contactveld import ContactenVan, Contactveld
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.formulier import Formulierregel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.leesveld import Leesveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld, zet_vast


class AanmeldingVelden(Paneel):
    """Builds the cards, fills them and says what is in them; the form around it saves and judges."""

    rol: Rolvlak

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self._regels: dict[str, Formulierregel] = {}

    def _vast(self) -> bool:
        """Whether nothing can be changed any more."""
        raise NotImplementedError

    def _kaart_melder(self) -> Kaart:
        termen = self._diensten.termen
        kaart = Kaart("Wie meldt aan", self.rol.vlak)
        self.datum = Datumveld("Datum", kaart)
        self.partij = Keuzeveld(kaart)
        self.aanpak = Keuzeveld(kaart)
        for keuze in (self.partij, self.aanpak):
            keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            keuze.setMinimumContentsLength(20)
        self.contact_naam = Contactveld(ContactenVan(self._diensten, self.partij.currentData), kaart)
        self.contact_email, self.contact_telefoon = Invoerregel(kaart), Invoerregel(kaart)
        self.contact_naam.gekozen.connect(self._on_contact_gekozen)
        self.terugkoppeling = Vinkvak("Terugkoppeling gewenst", kaart)
        self.terugkoppeling.setObjectName("aanmelding_terugkoppeling")
        self.terugkoppeling.setAccessibleName("Terugkoppeling gewenst")
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(RUIM)
        rooster.setVerticalSpacing(RUIM)
        velden: tuple[tuple[str, str, QWidget], ...] = (
            ("datum", letterlijk(f"Datum van {termen.met_lidwoord('aanmelding')}"), self.datum),
            ("partij_id", letterlijk("Aanmeldende partij"), self.partij),
            ("aanpak", "Aanpak", self.aanpak),
            ("contact_naam", "Contactpersoon", self.contact_naam),
            ("contact_email", "E-mailadres", self.contact_email),
            ("contact_telefoon", "Telefoon", self.contact_telefoon),
        )
        for plaats, (sleutel, label, veld) in enumerate(velden):
            rooster.addWidget(self._regel(sleutel, label, veld, kaart), plaats // 2, plaats % 2)
            rooster.setColumnStretch(plaats % 2, 1)
        kaart.inhoud.addLayout(rooster)
        kaart.inhoud.addWidget(self.terugkoppeling)
        return kaart

    def _on_contact_gekozen(self, contact: ContactpersoonRegel) -> None:
        """With the name come the address and the telephone number of the register."""
        self.contact_email.setText(contact.email)
        self.contact_telefoon.setText(contact.telefoon)

    def _kaart_betrokkenen(self) -> Kaart:
        kaart = Kaart("Betrokkenen", self.rol.vlak)
        self.betrokkenen = BetrokkenenVelden(kaart)
        kaart.inhoud.addWidget(self.betrokkenen)
        return kaart

    def _kaart_verhaal(self) -> Kaart:
        kaart = Kaart("Situatie en vraag", self.rol.vlak)
        wie = self._diensten.termen.met_lidwoord("aanmelder")
        self.zorgelijke_situatie = Tekstveld("Zorgelijke situatie", kaart, regels=5)
        self.naar_aanleiding_van = Tekstveld("Naar aanleiding van", kaart, regels=2)
        self.verzoek = Tekstveld("Verzoek", kaart, regels=3)
        self.overige_informatie = Tekstveld("Overige informatie", kaart, regels=3)
        for sleutel, label, veld in (
            ("zorgelijke_situatie", "Zorgelijke situatie", self.zorgelijke_situatie),
            ("naar_aanleiding_van", "Naar aanleiding van", self.naar_aanleiding_van),
            ("verzoek", letterlijk(f"Verzoek: wat vraagt {wie}"), self.verzoek),
            ("overige_informatie", "Overige informatie", self.overige_informatie),
        ):
            kaart.inhoud.addWidget(self._regel(sleutel, label, veld, kaart))
        return kaart

    def _kaart_criteria(self) -> Kaart:
        kaart = Kaart("Criteria complexe casuïstiek", self.rol.vlak)
        self.criteria = CriteriaVelden(self._diensten.aanmeldingen.criteria(), kaart)
        kaart.inhoud.addWidget(self.criteria)
        return kaart

    def _regel(self, sleutel: str, label: str, veld: QWidget, ouder: QWidget) -> Formulierregel:
        veld.setObjectName(f"aanmelding_{sleutel}")
        if isinstance(veld, Leesveld):
            veld.sleutel = sleutel
        self._regels[sleutel] = Formulierregel(label, veld, ouder=ouder)
        return self._regels[sleutel]

    def _teksten(self) -> tuple[Tekstveld, ...]:
        return (self.zorgelijke_situatie, self.naar_aanleiding_van, self.verzoek, self.overige_informatie)

    def _vul_velden(self, invoer: AanmeldingInvoer) -> None:
        vast = self._vast()
        self._laden = True
        self.datum.zet_datum(invoer.datum)
        self._vul_keuzes(invoer)
        self.contact_naam.setText(invoer.contact_naam)
        self.contact_email.setText(invoer.contact_email)
        self.contact_telefoon.setText(invoer.contact_telefoon)
        self.terugkoppeling.setChecked(invoer.terugkoppeling_gewenst)
        for veld, tekst in zip(
            self._teksten(),
            (invoer.zorgelijke_situatie, invoer.naar_aanleiding_van, invoer.verzoek, invoer.overige_informatie),
            strict=True,
        ):
            veld.laad(tekst)
            veld.setReadOnly(vast)
        for keuze in (self.datum, self.partij, self.aanpak, self.terugkoppeling):
            keuze.setEnabled(not vast)
        for regel in (self.contact_naam, self.contact_email, self.contact_telefoon):
            zet_vast(regel, vast)
        self.betrokkenen.laad(invoer.betrokkenen, vast=vast)
        self.criteria.laad(invoer.criteria, vast=vast)
        self.rol.bescherm()
        zet_tabvolgorde(self)
        self._laden = False

    def _vul_keuzes(self, invoer: AanmeldingInvoer) -> None:
        vandaag = self._gereedschap.klok().date()
        self.partij.clear()
        self.partij.addItem("Kies een partij", None)
        for partij in self._diensten.partijen.lijst():
            if partij.actief_op(vandaag) or partij.id == invoer.partij_id:
                self.partij.addItem(partij.naam, int(partij.id))
        self.partij.setCurrentIndex(max(0, self.partij.findData(invoer.partij_id)))
        self.aanpak.clear()
        self.aanpak.addItem("Kies een aanpak", "")
        for keuze in self._diensten.aanmeldingen.aanpakken():
            self.aanpak.addItem(keuze.naam, keuze.sleutel)
        if invoer.aanpak and self.aanpak.findData(invoer.aanpak) < 0:
            self.aanpak.addItem(invoer.aanpak, invoer.aanpak)
        self.aanpak.setCurrentIndex(max(0, self.aanpak.findData(invoer.aanpak)))
        self.toon_criteria()

    def toon_criteria(self) -> None:
        """Show the criteria that are asked in the chosen aanpak."""
        self.criteria.voor_aanpak(str(self.aanpak.currentData() or ""))

    def invoer(self) -> AanmeldingInvoer:
        """What is in the fields now."""
        partij = self.partij.currentData()
        return AanmeldingInvoer(
            datum=self.datum.datum_tot_nu() or self._gereedschap.klok().date(),
            partij_id=PartijId(partij) if isinstance(partij, int) else None,
            aanpak=str(self.aanpak.currentData() or ""),
            contact_naam=self.contact_naam.text(),
            contact_email=self.contact_email.text(),
            contact_telefoon=self.contact_telefoon.text(),
            zorgelijke_situatie=self.zorgelijke_situatie.toPlainText(),
            naar_aanleiding_van=self.naar_aanleiding_van.toPlainText(),
            verzoek=self.verzoek.toPlainText(),
            overige_informatie=self.overige_informatie.toPlainText(),
            terugkoppeling_gewenst=self.terugkoppeling.isChecked(),
            betrokkenen=self.betrokkenen.invoer(),
            criteria=self.criteria.invoer(),
        )
