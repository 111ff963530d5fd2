"""Disputes: the list, where each lies, and the steps of its route."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QWidget

from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.samenwerking.geschillen import GeschilInvoer, GeschilRegel, StapInvoer
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.keuring import Keuring
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.beheer.lijstdeel import LijstDeel
from zvh_desktop.ui.pages.beheer.samenwerking.geschildialogen import (
    GeschilDialoog,
    GeschilUitkomst,
    StapDialoog,
    UitkomstDialoog,
)
from zvh_desktop.ui.pages.beheer.samenwerking.handelingen import GeschilVastleggen, GeschilWeghalen, GeschilWijzigen
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, Kleur
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

_KIES = "Kies eerst een geschil."
_KLAAR = "Dit geschil is afgesloten."


def _nummer(regel: GeschilRegel) -> object:
    return int(regel.id)


def _over(regel: GeschilRegel) -> object:
    return regel.over


def _partij(regel: GeschilRegel) -> object:
    return regel.partij


def _ingediend(regel: GeschilRegel) -> object:
    return regel.invoer.ingediend_op


def _ligt(regel: GeschilRegel) -> object:
    if regel.afgesloten_op is not None:
        return "afgesloten" if regel.ondertekend else "afgesloten, nog te ondertekenen"
    return regel.wacht.bij if regel.wacht is not None else "nog voor te leggen"


def _uiterlijk(regel: GeschilRegel) -> object:
    return (regel.wacht.uiterlijk or "") if regel.wacht is not None else ""


class Geschillen(LijstDeel[GeschilRegel]):
    """One line per dispute."""

    recht = Recht.SAMENWERKING_LEZEN
    als_bestand = Lijst.GESCHILLEN

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Geschillen",
            "Geschillen over het werk van het huis of over het convenant, langs de weg die het convenant geeft. Noem "
            "geen casus en geen betrokkene.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_geschillen")
        self.nieuw_knop = knop("geschil_nieuw_knop", "Nieuw geschil…", self, Icoon.PLUS)
        self.wijzig_knop = knop("geschil_wijzig_knop", "Wijzig…", self, Icoon.POTLOOD)
        self.stap_knop = knop("geschil_stap_knop", "Leg voor…", self, Icoon.VERDER)
        self.uitkomst_knop = knop("geschil_uitkomst_knop", "Uitkomst…", self, Icoon.VINK)
        self.notitie_knop = knop("geschil_notitie_knop", "Notitie…", self, Icoon.DOCUMENT)
        self.weg_knop = gereedschapsknop(
            "geschil_weg_knop", Icoon.PRULLENBAK, "Haal weg", "Dit geschil uit de lijst halen", self
        )
        self.nog = Statuslabel(Icoon.INFO, "", self, kleur=Kleur.STIL)
        self.nog.setObjectName("geschil_nog")
        self.nog.laat_afbreken()
        self.ongedaan = OngedaanRegel(self, self.lukt, self.vernieuw)
        self.bouw_lijst(
            "geschillen",
            (
                Kolom[GeschilRegel]("nummer", "Nr.", _nummer, breedte=5, rechts=True),
                Kolom[GeschilRegel]("over", "Onderwerp", _over, breedte=30),
                Kolom[GeschilRegel]("partij", "Ingediend door", _partij, breedte=26),
                Kolom[GeschilRegel]("ingediend", "Ingediend", _ingediend, breedte=14),
                Kolom[GeschilRegel]("ligt", "Ligt bij", _ligt, breedte=24),
                Kolom[GeschilRegel]("uiterlijk", "Uiterlijk", _uiterlijk, breedte=14),
            ),
            LegeStaat(Icoon.UITROEP, "Geen geschillen", "Is er een geschil? Leg het hier vast."),
            knoppen=(self._balk(),),
            eronder=(self.nog, self.ongedaan),
        )
        self._verbind()

    def _balk(self) -> QWidget:
        balk = QWidget(self)
        balk.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        rij = Loopregel(balk, tussen=RASTER)
        rij.setContentsMargins(0, 0, 0, 0)
        for een in (self.nieuw_knop, self.wijzig_knop, self.stap_knop, self.uitkomst_knop, self.notitie_knop):
            rij.addWidget(een)
        rij.addWidget(self.weg_knop)
        return balk

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self.nieuw)
        self.wijzig_knop.clicked.connect(self.wijzig)
        self.stap_knop.clicked.connect(self.leg_voor)
        self.uitkomst_knop.clicked.connect(self.leg_uitkomst_vast)
        self.notitie_knop.clicked.connect(self.toon_notitie)
        self.weg_knop.clicked.connect(self.haal_weg)

    def lees(self) -> Sequence[GeschilRegel]:
        return self._diensten.samenwerking.geschillen.lijst()

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.ongedaan.vergeet()
        self.nog.zet(Icoon.INFO, "")

    def nieuw(self) -> None:
        """Record a dispute."""
        begin = GeschilInvoer("procesregisseur", "", self._gereedschap.klok().date())
        self._vraag(begin, self._leg_vast)

    def _leg_vast(self, invoer: GeschilInvoer) -> None:
        self._klaar(GeschilVastleggen(self._diensten.samenwerking.geschillen, invoer))

    def wijzig(self) -> None:
        """Record what is known by now."""
        regel = self.tabel.gekozen()
        if regel is not None:
            self._vraag(regel.invoer, partial(self._wijzig, regel))

    def _wijzig(self, regel: GeschilRegel, invoer: GeschilInvoer) -> None:
        self._klaar(GeschilWijzigen(self._diensten.samenwerking.geschillen, regel.id, regel.invoer, invoer))

    def _vraag(self, begin: GeschilInvoer, bewaar: Callable[[GeschilInvoer], object]) -> None:
        onderwerpen = self._diensten.samenwerking.geschillen.onderwerpen()
        GeschilDialoog(begin, onderwerpen, self._diensten.partijen.lijst(), bewaar, self).antwoord()

    def leg_voor(self) -> None:
        """Put it to the next on the route."""
        regel = self.tabel.gekozen()
        if regel is not None:
            vandaag = self._gereedschap.klok().date()
            StapDialoog(regel.volgende, vandaag, partial(self._leg_voor, regel), self).antwoord()

    def _leg_voor(self, regel: GeschilRegel, stap: StapInvoer) -> None:
        self._diensten.samenwerking.geschillen.leg_voor(regel.id, stap)
        self._gedaan("Het geschil is voorgelegd.")

    def leg_uitkomst_vast(self) -> None:
        """What came of the step, and whether it is over."""
        regel = self.tabel.gekozen()
        if regel is not None:
            vandaag = self._gereedschap.klok().date()
            if regel.afgesloten_op is not None:
                self._onderteken(regel)
                return
            bezig = Keuring(self._diensten, partial(self._leg_uitkomst_vast, regel))
            if not UitkomstDialoog(_ligt(regel), vandaag, bezig.keur, self).antwoord():
                return
            if bezig.gekozen:  # it ends here, and that is signed
                uit = bezig.gekozen[-1]
                wat = (f"Geschil {regel.id}: {regel.over}", f"Afgesloten op {datum_kort(uit.op)}", uit.tekst.strip())
                if not self.teken(partial(self._leg_uitkomst_vast, regel, uit), wat):
                    return
            self._gedaan("De uitkomst is vastgelegd.")

    def _leg_uitkomst_vast(self, regel: GeschilRegel, uit: GeschilUitkomst) -> None:
        self._diensten.samenwerking.geschillen.leg_uitkomst_vast(regel.id, uit.tekst, uit.op, opgelost=uit.opgelost)

    def _onderteken(self, regel: GeschilRegel) -> None:
        wat = (f"Geschil {regel.id}: {regel.over}", f"Uitkomst: {regel.uitkomst}")
        if self.teken(partial(self._diensten.samenwerking.geschillen.onderteken, regel.id), wat):
            self._gedaan("De uitkomst is ondertekend.")

    def _gedaan(self, zin: str) -> None:
        self.ongedaan.vergeet()
        self.vernieuw()
        self.meldregel.zeg(zin)
        self.opgeslagen.emit()

    def toon_notitie(self) -> None:
        """The note to put it to the next."""
        regel = self.tabel.gekozen()
        if regel is not None:
            self.lukt(partial(self._toon_notitie, regel))

    def _toon_notitie(self, regel: GeschilRegel) -> None:
        stuk = self._diensten.samenwerking.geschillen.notitie(regel.id)
        melder = self._gereedschap.melder
        PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, "Notitie geschil", melder, ouder=self)

    def haal_weg(self) -> None:
        """It was a mistake; with a way back."""
        regel = self.tabel.gekozen()
        if regel is not None:
            self.ongedaan.probeer(GeschilWeghalen(self._diensten.samenwerking.geschillen, regel.id))

    def _klaar(self, handeling: Omkeerbaar) -> None:
        """From a dialog, which shows the refusal itself."""
        self.ongedaan.doe(handeling)
        self.opgeslagen.emit()

    def toon_knoppen(self) -> None:
        regel = self.tabel.gekozen()
        open_ = regel is not None and regel.afgesloten_op is None
        wacht = open_ and regel is not None and regel.wacht is not None
        niet = _KIES if regel is None else _KLAAR
        self.zet_recht(self.nieuw_knop, Recht.SAMENWERKING_BIJHOUDEN)
        for een in (self.wijzig_knop, self.weg_knop):
            self.zet_recht(een, Recht.SAMENWERKING_BIJHOUDEN, verder=open_, reden=niet)
        zonder = regel is not None and not open_ and not regel.ondertekend
        recht = Recht.SAMENWERKING_BESLUITEN if zonder else Recht.SAMENWERKING_BIJHOUDEN
        self.zet_recht(self.uitkomst_knop, recht, verder=open_ or zonder, reden=niet)
        bezig = "Leg eerst vast wat er bij de vorige stap uit kwam." if wacht else niet
        self.zet_recht(self.stap_knop, Recht.SAMENWERKING_BIJHOUDEN, verder=open_ and not wacht, reden=bezig)
        self.zet_recht(self.notitie_knop, Recht.SAMENWERKING_BIJHOUDEN, verder=regel is not None, reden=_KIES)
        self.nog.zet(Icoon.INFO, _weg(regel), kleur=Kleur.STIL)


def _weg(regel: GeschilRegel | None) -> str:
    """The route, and each step so far."""
    if regel is None:
        return ""
    stappen = [
        f"{stap.bij} sinds {datum_kort(stap.voorgelegd_op)}" + (f": {stap.uitkomst}" if stap.uitkomst else "")
        for stap in regel.stappen
    ]
    gedaan = f" Stappen: {'; '.join(stappen)}." if stappen else ""
    return f"Weg: {regel.route.rstrip('.')}.{gedaan}"
