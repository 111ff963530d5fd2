"""The days of the convenant: signed, to be evaluated, renewed, ended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.samenwerking.gegevens import MomentInvoer, MomentRegel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.beheer.lijstdeel import LijstDeel
from zvh_desktop.ui.pages.beheer.samenwerking.dialogen import MomentDialoog
from zvh_desktop.ui.pages.beheer.samenwerking.handelingen import MomentAfhandelen, MomentVastleggen, MomentWeghalen
from zvh_desktop.ui.pages.beheer.samenwerking.woorden import MOMENT_TEKST
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel

_KIES = "Kies eerst een dag die u hier hebt vastgelegd."


def _op(regel: MomentRegel) -> object:
    return regel.invoer.op


def _wat(regel: MomentRegel) -> object:
    return regel.zin


def _soort(regel: MomentRegel) -> object:
    return MOMENT_TEKST[regel.invoer.soort]


def _opmerking(regel: MomentRegel) -> object:
    return regel.invoer.opmerking


def _gedaan(regel: MomentRegel) -> object:
    return regel.invoer.gedaan_op or ""


class ConvenantDeel(LijstDeel[MomentRegel]):
    """One line per day; what follows from the convenant itself stands among them."""

    recht = Recht.SAMENWERKING_LEZEN
    als_bestand = Lijst.CONVENANT

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Convenant",
            "Wanneer het convenant is getekend, wordt verlengd, geëvalueerd en afloopt. Vandaag herinnert u eraan. Een "
            "brief aan alle partijen begint u bij Toetreden en uittreden.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_convenant")
        self.nieuw_knop = knop("convenant_nieuw_knop", "Nieuwe dag…", self, Icoon.PLUS)
        self.gedaan_knop = knop("convenant_gedaan_knop", "Afgehandeld", self, Icoon.VINK)
        self.weg_knop = gereedschapsknop("convenant_weg_knop", Icoon.PRULLENBAK, "Haal weg", "Deze dag weghalen", self)
        self.ongedaan = OngedaanRegel(self, self.lukt, self.vernieuw)
        self.bouw_lijst(
            "dagen van het convenant",
            (
                Kolom[MomentRegel]("op", "Datum", _op, breedte=14),
                Kolom[MomentRegel]("soort", "Soort", _soort, breedte=14),
                Kolom[MomentRegel]("wat", "Wat", _wat, breedte=50),
                Kolom[MomentRegel]("opmerking", "Opmerking", _opmerking, breedte=30),
                Kolom[MomentRegel]("gedaan", "Afgehandeld", _gedaan, breedte=14),
            ),
            LegeStaat(Icoon.DOCUMENT, "Nog geen dagen", "Leg vast wanneer het convenant is getekend."),
            knoppen=(self.nieuw_knop, self.gedaan_knop, self.weg_knop),
            eronder=(self.ongedaan,),
        )
        self._verbind()

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self.nieuw)
        self.gedaan_knop.clicked.connect(self.handel_af)
        self.weg_knop.clicked.connect(self.haal_weg)

    def lees(self) -> Sequence[MomentRegel]:
        return self._diensten.samenwerking.trajecten.convenant.momenten()

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.ongedaan.vergeet()

    def nieuw(self) -> None:
        """Record a day."""
        MomentDialoog(self._gereedschap.klok().date(), self._leg_vast, self).antwoord()

    def _leg_vast(self, invoer: MomentInvoer) -> None:
        self.ongedaan.doe(MomentVastleggen(self._diensten.samenwerking.trajecten.convenant, invoer))
        self.opgeslagen.emit()

    def handel_af(self) -> None:
        """It was dealt with, or is open again."""
        regel = self.tabel.gekozen()
        if regel is not None:
            self._doe(MomentAfhandelen(self._diensten.samenwerking.trajecten.convenant, regel))

    def haal_weg(self) -> None:
        """It was wrong; with a way back."""
        regel = self.tabel.gekozen()
        if regel is not None and regel.id is not None:
            self._doe(MomentWeghalen(self._diensten.samenwerking.trajecten.convenant, regel.id))

    def _doe(self, handeling: Omkeerbaar) -> None:
        self.ongedaan.probeer(handeling)

    def toon_knoppen(self) -> None:
        regel = self.tabel.gekozen()
        eigen = regel is not None and regel.id is not None
        self.zet_recht(self.nieuw_knop, Recht.SAMENWERKING_BIJHOUDEN)
        for een in (self.gedaan_knop, self.weg_knop):
            self.zet_recht(een, Recht.SAMENWERKING_BIJHOUDEN, verder=eigen, reden=_KIES)
