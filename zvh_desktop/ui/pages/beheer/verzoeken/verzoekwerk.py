"""What is done with the chosen verzoek: items, other persons in it, the overzicht, and the decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzen.verzoekkeuzes import AantekeningUitkomst, Aard, VerzoekUitkomst
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.verzoeken.gegevens import (
    AantekeningInvoer,
    AantekeningRegel,
    ItemRegel,
    VerzoekbesluitInvoer,
    VerzoekRegel,
    WegingRegel,
)
from zvh_desktop.services.verzoeken.verzamelen import PERSOON
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.keuring import Keuring
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.verzoeken.brievenwerk import Brievenwerk
from zvh_desktop.ui.pages.beheer.verzoeken.keuzedialoog import Keuzeantwoord, KeuzeDialoog, Keuzevraag
from zvh_desktop.ui.pages.beheer.verzoeken.vragen import (
    BLIJFT,
    HEF_OP,
    LAAT_WEG,
    NAAM_WEG,
    UITKOMST_TEKST,
    VERWIJDER,
    aantekeningvraag,
    besluitvraag,
    onderdeelvraag,
    verstrekvraag,
    wegingvraag,
)
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster

Lukt = Callable[[Callable[[], object]], bool]
Teken = Callable[[Callable[[], object], Sequence[str]], bool]


class Verzoekwerk(QObject):
    """Asks in a dialog and does it; ``gedaan`` says that there is something new to read."""

    gedaan = Signal()

    def __init__(
        self, diensten: Diensten, gereedschap: Gereedschap, venster: QWidget, lukt: Lukt, teken: Teken
    ) -> None:
        super().__init__(venster)
        self._diensten, self._gereedschap, self._venster = diensten, gereedschap, venster
        self._lukt, self._teken = lukt, teken
        self._regel: VerzoekRegel | None = None
        self._brieven = Brievenwerk(diensten, gereedschap, venster, lukt)

    def kies(self, regel: VerzoekRegel | None) -> None:
        """This is the verzoek from now on."""
        self._regel = regel

    def leg_vast_bij_onderdeel(self) -> None:
        """Something the betrokkene asks about one item."""
        regel = self._regel
        if regel is not None:
            items = self._diensten.verzoeken.inzage.items(regel.id)
            self._vraag_en_teken(onderdeelvraag(items), partial(self._zet, regel))

    def _zet(self, regel: VerzoekRegel, wat: Keuzeantwoord) -> None:
        item = wat.onderdeel
        if not isinstance(item, ItemRegel):
            raise InvoerOngeldig("onderdeel", "Er is nog niets gevonden over deze persoon. Kies eerst Wie het is.")
        invoer = AantekeningInvoer(item.soort, item.item_id, Aard(str(wat.daad)), wat.tekst)
        self._diensten.verzoeken.aantekeningen.zet(regel.id, invoer)

    def beslis(self) -> None:
        """Taken over, refused, lifted, or recorded by mistake."""
        regel = self._regel
        if regel is not None:
            noten = self._diensten.verzoeken.aantekeningen.lijst(regel.id)
            mag = self._diensten.mag(Recht.VERZOEK_BESLUITEN).mag
            vandaag = self._gereedschap.klok().date()
            self._vraag_en_teken(aantekeningvraag(noten, vandaag, beslissen=mag), self._beslis)

    def _beslis(self, wat: Keuzeantwoord) -> None:
        noot, dienst = wat.onderdeel, self._diensten.verzoeken.aantekeningen
        if not isinstance(noot, AantekeningRegel):
            raise InvoerOngeldig("onderdeel", "Bij dit verzoek is nog niets vastgelegd bij een onderdeel.")
        if wat.daad == HEF_OP:
            if wat.dag is None:
                raise InvoerOngeldig("op", "Vul in wanneer de betrokkene dit hoorde (AVG art. 18 lid 3).")
            dienst.hef_op(noot.id, wat.tekst, wat.dag)
        elif wat.daad == VERWIJDER:
            dienst.verwijder(noot.id)
        else:
            dienst.beslis(noot.id, AantekeningUitkomst(str(wat.daad)), wat.tekst)

    def weeg_anderen(self) -> None:
        """What names somebody else, item by item."""
        regel = self._regel
        if regel is not None:
            self._vraag(wegingvraag(self._diensten.verzoeken.inzage.te_wegen(regel.id)), partial(self._weeg, regel))

    def _weeg(self, regel: VerzoekRegel, wat: Keuzeantwoord) -> None:
        een, dienst = wat.onderdeel, self._diensten.verzoeken.inzage
        if not isinstance(een, WegingRegel):
            raise InvoerOngeldig("onderdeel", "In dit overzicht wordt niemand anders genoemd.")
        if wat.daad == NAAM_WEG:
            dienst.laat_weg(regel.id, PERSOON + een.naam, wat.tekst)
        elif wat.daad == LAAT_WEG:
            dienst.laat_weg(regel.id, een.sleutel, wat.tekst)
        elif wat.daad == BLIJFT:
            dienst.laat_staan(regel.id, een.sleutel, wat.tekst)
        else:
            for sleutel in (een.sleutel, PERSOON + een.naam):
                dienst.neem_weging_terug(regel.id, sleutel)

    def toon_overzicht(self) -> None:
        """The whole overzicht as it is now."""
        regel, gemaakt = self._regel, list[Stuk]()
        if regel is not None and self._lukt(partial(self._maak, regel, gemaakt)):
            stuk, melder = gemaakt[0], self._gereedschap.melder
            titel = "Inzage-overzicht"
            PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, titel, melder, ouder=self._venster)

    def _maak(self, regel: VerzoekRegel, gemaakt: list[Stuk]) -> None:
        gemaakt.append(self._diensten.verzoeken.inzage.overzicht(regel.id))

    def noteer_verstrekt(self) -> None:
        """It was handed out."""
        regel = self._regel
        if regel is not None:
            self._vraag(verstrekvraag(), partial(self._verstrek, regel))

    def _verstrek(self, regel: VerzoekRegel, wat: Keuzeantwoord) -> None:
        self._diensten.verzoeken.inzage.noteer_verstrekt(regel.id, wat.tekst)

    def besluit(self) -> None:
        """Decide, and sign that."""
        regel, keuze = self._regel, list[VerzoekbesluitInvoer]()
        if regel is None:
            return
        vraag = partial(self._onthoud, keuze)
        if KeuzeDialoog.vraag_om(besluitvraag(), vraag, ouder=self._venster) is None:
            return
        wat = (
            f"Besluit op verzoek {regel.id} van {regel.wie}",
            f"Uitkomst: {UITKOMST_TEKST[keuze[0].uitkomst]}",
            *((f"Reden: {keuze[0].reden}",) if keuze[0].reden.strip() else ()),
        )
        if self._teken(partial(self._diensten.verzoeken.besluit, regel.id, keuze[0]), wat):
            self.gedaan.emit()

    def brieven(self) -> None:
        """Tell the betrokkene, and whoever got the data before."""
        if self._regel is not None and self._brieven.open(self._regel):
            self.gedaan.emit()

    def _onthoud(self, keuze: list[VerzoekbesluitInvoer], wat: Keuzeantwoord) -> None:
        keuze[:] = [VerzoekbesluitInvoer(VerzoekUitkomst(str(wat.daad)), wat.tekst)]

    def _vraag_en_teken(self, vraag: Keuzevraag, daad: Callable[[Keuzeantwoord], object]) -> None:
        """The same for what may have to be signed: a restriction that is laid, lifted or taken back."""
        bezig = Keuring[Keuzeantwoord](self._diensten, daad)
        if KeuzeDialoog.vraag_om(vraag, bezig.keur, ouder=self._venster) is None:
            return
        if not bezig.gekozen:  # it was done: nothing to sign
            self.gedaan.emit()
            return
        wat = [zin for zin in (vraag.titel, bezig.gekozen[-1].tekst.strip()) if zin]
        if self._teken(partial(daad, bezig.gekozen[-1]), wat):
            self.gedaan.emit()

    def _vraag(self, vraag: Keuzevraag, bewaar: Callable[[Keuzeantwoord], object]) -> None:
        if KeuzeDialoog.vraag_om(vraag, bewaar, ouder=self._venster) is not None:
            self.gedaan.emit()
