"""The receipt of a verzoek, more time for it, and who it is in the vault."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekSoort
from zvh_desktop.services.verzoeken.gegevens import PersoonRegel, VerlengInvoer, VerzoekInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld, Geboorteveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Getalveld, Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld
from zvh_desktop.ui.widgets.velden.vinklijst import Vinklijst

SOORT_TEKST = {
    VerzoekSoort.INZAGE: "inzage",
    VerzoekSoort.CORRECTIE: "correctie",
    VerzoekSoort.BEZWAAR: "bezwaar",
    VerzoekSoort.BEPERKING: "beperking",
    VerzoekSoort.WISSING: "wissing",
}


class VerzoekDialoog(Invoerdialoog[VerzoekInvoer]):
    """Who asks what, and how it was established who that is."""

    def __init__(
        self, invoer: VerzoekInvoer, bewaar: Callable[[VerzoekInvoer], object], ouder: QWidget | None = None
    ) -> None:
        super().__init__(
            "Verzoek van een betrokkene",
            "&Bewaar",
            bewaar,
            ouder,
            uitleg="Schrijf bij Vastgesteld alleen hoe dat is gedaan. Bewaar geen kopie van een bewijs en geen BSN.",
        )
        self.setObjectName("verzoekdialoog")
        self.soort = Keuzeveld(self)
        for soort, tekst in SOORT_TEKST.items():
            self.soort.addItem(tekst, soort)
        self.soort.setCurrentIndex(max(0, self.soort.findData(invoer.soort)))
        self.ontvangen = Datumveld("Ontvangen op", self)
        self.ontvangen.zet_datum(invoer.ontvangen_op)
        self.wie = self._regel("Wie het vraagt", invoer.wie)
        self.wie.setMinimumWidth(tekstbreedte(self, 60))
        self.namens = self._regel("Namens", invoer.namens)
        self.vraag = Tekstveld("Wat er is gevraagd", self, regels=3)
        self.vraag.laad(invoer.vraag)
        self.hoe = self._regel("Vastgesteld, hoe", invoer.identificatie)
        self.vast = Datumveld("Vastgesteld op", self, mag_leeg=True)
        self.vast.zet_datum(invoer.geidentificeerd_op)
        self.formulier.voeg_toe("soort", "&Soort", self.soort)
        self.formulier.voeg_toe("ontvangen_op", "&Ontvangen op", self.ontvangen)
        self.naast("soort", "ontvangen_op")
        self.formulier.voeg_toe("wie", "&Wie het vraagt", self.wie)
        self.formulier.voeg_toe("namens", "&Namens", self.namens, "Leeg als de betrokkene het zelf vraagt.")
        self.formulier.voeg_toe("vraag", "W&at er is gevraagd", self.vraag)
        self.formulier.voeg_toe("identificatie", "Vastgesteld, &hoe", self.hoe, "Bijvoorbeeld: paspoort gezien.")
        self.formulier.voeg_toe("geidentificeerd_op", "&Vastgesteld op", self.vast)

    def _regel(self, naam: str, inhoud: str) -> QLineEdit:
        veld = Invoerregel(inhoud, self)
        veld.setAccessibleName(naam)
        return veld

    def invoer(self) -> VerzoekInvoer:
        dag = self.ontvangen.datum()
        if dag is None:
            raise InvoerOngeldig("ontvangen_op", "Vul een datum in.")
        return VerzoekInvoer(
            soort=VerzoekSoort(self.soort.currentData()),
            ontvangen_op=dag,
            wie=self.wie.text(),
            namens=self.namens.text(),
            vraag=self.vraag.toPlainText(),
            identificatie=self.hoe.text(),
            geidentificeerd_op=self.vast.datum(),
        )

    @classmethod
    def vraag_om(cls, invoer: VerzoekInvoer, bewaar: Callable[[VerzoekInvoer], object], *, ouder: QWidget) -> object:
        """What the service gave back, None when not saved."""
        return cls(invoer, bewaar, ouder).antwoord()


class VerzoekVerlengDialoog(Invoerdialoog[VerlengInvoer]):
    """At most two months more, with the reason, told within the first month."""

    def __init__(
        self, eerder: VerlengInvoer, bewaar: Callable[[VerlengInvoer], object], ouder: QWidget | None = None
    ) -> None:
        super().__init__(
            "Termijn verlengen",
            "&Bewaar",
            bewaar,
            ouder,
            uitleg="Dat kan met hoogstens twee maanden. De verzoeker hoort de reden binnen de eerste maand "
            "(AVG art. 12 lid 3).",
        )
        self.setObjectName("verzoekverlengdialoog")
        self.maanden = Getalveld(self)
        self.maanden.setRange(0, 2)
        self.maanden.setValue(eerder.maanden)
        self.bericht = Datumveld("Bericht gegeven op", self, mag_leeg=True)
        self.bericht.zet_datum(eerder.bericht_op)
        self.reden = Tekstveld("Reden", self, regels=3)
        self.reden.laad(eerder.reden)
        self.reden.setMinimumWidth(tekstbreedte(self, 60))
        self.formulier.voeg_toe("maanden", "&Maanden erbij", self.maanden)
        self.formulier.voeg_toe("bericht_op", "Bericht &gegeven op", self.bericht)
        self.naast("maanden", "bericht_op")
        self.formulier.voeg_toe("reden", "&Reden", self.reden)

    def invoer(self) -> VerlengInvoer:
        return VerlengInvoer(self.maanden.value(), self.reden.toPlainText(), self.bericht.datum())

    @classmethod
    def vraag_om(cls, eerder: VerlengInvoer, bewaar: Callable[[VerlengInvoer], object], *, ouder: QWidget) -> object:
        """What the service gave back, None when not saved."""
        return cls(eerder, bewaar, ouder).antwoord()


class PersonenDialoog(Invoerdialoog[tuple[int, ...]]):
    """Rows of the same name; ticking says that it is this person. Nothing is ticked by itself."""

    def __init__(
        self,
        naam: str,
        zoek: Callable[[str, Geboortedatum | None], Sequence[PersoonRegel]],
        bewaar: Callable[[tuple[int, ...]], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Wie het is",
            "&Bewaar",
            bewaar,
            ouder,
            uitleg="Vink alleen aan wie zeker deze persoon is. De dossiers worden niet samengevoegd.",
        )
        self.setObjectName("verzoekpersonendialoog")
        self._zoek = zoek
        self.naam = Invoerregel(naam, self)
        self.geboren = Geboorteveld("Geboortedatum", self)
        self.lijst = Vinklijst("Gevonden personen", self)
        self.lijst.setMinimumWidth(tekstbreedte(self, 76))
        self.formulier.voeg_toe("naam", "&Naam van de betrokkene", self.naam)
        self.formulier.voeg_toe("geboortedatum", "&Geboortedatum", self.geboren)
        self.formulier.voeg_toe("personen", "Gevonden &personen", self.lijst)
        self._toon(begin=True)
        self.naam.editingFinished.connect(self._on_anders)
        self.geboren.datum_gewijzigd.connect(self._on_anders)

    def _on_anders(self, _datum: object = None) -> None:
        self._toon()

    def _toon(self, *, begin: bool = False) -> None:
        regels = self._zoek(self.naam.text(), self.geboren.datum_tot_nu())
        aan = [een.id for een in regels if een.bevestigd] if begin else self.lijst.gekozen()
        self.lijst.zet([(int(een.id), een.tekst) for een in regels], aan)

    def invoer(self) -> tuple[int, ...]:
        return self.lijst.gekozen()

    @classmethod
    def vraag_om(
        cls,
        naam: str,
        zoek: Callable[[str, Geboortedatum | None], Sequence[PersoonRegel]],
        bewaar: Callable[[tuple[int, ...]], object],
        *,
        ouder: QWidget,
    ) -> object:
        """True when saved, None when not."""
        return cls(naam, zoek, bewaar, ouder).antwoord()
