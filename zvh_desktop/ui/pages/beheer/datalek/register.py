"""The register of datalekken: the list, what is still needed, and below it the letters of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QWidget

from zvh_desktop.models.bestuurskeuzes import ApBesluit
from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.services.datalek.gegevens import DatalekInvoer, DatalekRegel, Geraakt, MeldingInvoer, Voorstel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.beheer.datalek.brieven import DatalekBrieven
from zvh_desktop.ui.pages.beheer.datalek.dialogen import DatalekDialoog, MeldingDialoog
from zvh_desktop.ui.pages.beheer.datalek.geraaktdialoog import GeraaktDialoog
from zvh_desktop.ui.pages.beheer.datalek.handelingen import Melden, RakenAan, Vastleggen, Weghalen, Wijzigen
from zvh_desktop.ui.pages.beheer.lijstdeel import LijstDeel
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, Kleur
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

_KIES = "Kies eerst een datalek."


def _nummer(regel: DatalekRegel) -> object:
    return int(regel.id)


def _wat(regel: DatalekRegel) -> object:
    return " ".join(regel.wat.split())


def _gevonden(regel: DatalekRegel) -> object:
    return regel.gevonden_op.date()


def _termijn(regel: DatalekRegel) -> object:
    return regel.termijn


def _termijn_icoon(regel: DatalekRegel) -> Icoon:
    return Icoon.UITROEP if regel.besluit is ApBesluit.OPEN else Icoon.VINK


def _stand(regel: DatalekRegel) -> object:
    return regel.stand


def _raakt(regel: DatalekRegel) -> object:
    casussen = "1 casus" if regel.aantal_casussen == 1 else f"{regel.aantal_casussen} casussen"
    return f"{casussen}; {regel.aantal_bericht} van {regel.aantal_partijen} partijen bericht"


def _nog(regel: DatalekRegel) -> str:
    """In full what the columns may be too narrow for: the deadline, and who is still to be told."""
    melden = f"Beslis over melden: {regel.termijn}." if regel.besluit is ApBesluit.OPEN else ""
    return f"{melden} {regel.nog_te_berichten}".strip()


_LEEG = "Is er iets misgegaan met gegevens? Leg het hier meteen vast."


class Datalekken(LijstDeel[DatalekRegel]):
    """One line per datalek, with what is done about it."""

    recht = Recht.DATALEKKEN_LEZEN

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Datalekken",
            "Wat er is gebeurd, wie het raakt, en of het binnen 72 uur na ontdekken is gemeld bij de Autoriteit "
            "Persoonsgegevens (AVG art. 33).",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_datalekken")
        bijhouden = diensten.mag(Recht.DATALEK_BIJHOUDEN)
        self.nieuw_knop = knop("datalek_nieuw_knop", "Nieuw datalek…", self, Icoon.PLUS)
        self.wijzig_knop = knop("datalek_wijzig_knop", "Wijzig…", self, Icoon.POTLOOD)
        self.raakt_knop = knop("datalek_raakt_knop", "Wie het raakt…", self, Icoon.PARTIJEN)
        self.melding_knop = knop("datalek_melding_knop", "Melding…", self, Icoon.UITROEP)
        self.notitie_knop = knop("datalek_notitie_knop", "Notitie…", self, Icoon.DOCUMENT)
        self.weg_knop = gereedschapsknop(
            "datalek_weg_knop", Icoon.PRULLENBAK, "Haal weg", "Dit datalek uit het register halen", self
        )
        self.nog = Statuslabel(Icoon.INFO, "", self, kleur=Kleur.STIL)
        self.nog.setObjectName("datalek_nog")
        self.nog.laat_afbreken()
        self.ongedaan = OngedaanRegel(self, self.lukt, self.vernieuw)
        self.brieven = DatalekBrieven(diensten, gereedschap, self._doe, self)
        self.bouw_lijst(
            "datalekken",
            (
                Kolom[DatalekRegel]("nummer", "Nr.", _nummer, breedte=5, rechts=True),
                Kolom[DatalekRegel]("wat", "Wat", _wat, breedte=30),
                Kolom[DatalekRegel]("gevonden", "Ontdekt", _gevonden, breedte=14),
                Kolom[DatalekRegel]("termijn", "Termijn", _termijn, breedte=34, icoon=_termijn_icoon),
                Kolom[DatalekRegel]("stand", "Melding", _stand, breedte=22),
                Kolom[DatalekRegel]("raakt", "Raakt", _raakt, breedte=28),
            ),
            LegeStaat(Icoon.SCHILD, "Geen datalekken", bijhouden.reden or _LEEG),
            knoppen=(self._balk(),),
            eronder=(self.nog, self.brieven, self.ongedaan),
        )
        self.brieven.setVisible(bijhouden.mag)
        self._verbind()

    def _balk(self) -> QWidget:
        """The buttons, on as many lines as a small screen needs."""
        balk = QWidget(self)
        balk.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        rij = Loopregel(balk, tussen=RASTER)
        rij.setContentsMargins(0, 0, 0, 0)
        for een in (self.nieuw_knop, self.wijzig_knop, self.raakt_knop, self.melding_knop, self.notitie_knop):
            rij.addWidget(een)
        rij.addWidget(self.weg_knop)
        return balk

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self.nieuw)
        self.wijzig_knop.clicked.connect(self.wijzig)
        self.raakt_knop.clicked.connect(self.kies_geraakt)
        self.melding_knop.clicked.connect(self.meld)
        self.notitie_knop.clicked.connect(self.toon_notitie)
        self.weg_knop.clicked.connect(self.haal_weg)

    def lees(self) -> Sequence[DatalekRegel]:
        return self._diensten.datalekken.lijst()

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.ongedaan.vergeet()
        self.brieven.toon(None)
        self.nog.zet(Icoon.INFO, "")

    def nieuw(self) -> None:
        """Record what happened; the moment of finding begins at now."""
        DatalekDialoog.vraag(DatalekInvoer("", self._gereedschap.klok()), self._leg_vast, ouder=self)

    def _leg_vast(self, invoer: DatalekInvoer) -> None:
        self._klaar(Vastleggen(self._diensten.datalekken, invoer))

    def wijzig(self) -> None:
        """Record what is known by now."""
        regel = self.tabel.gekozen()
        if regel is not None:
            invoer = DatalekInvoer(regel.wat, regel.gevonden_op, regel.gebeurd_op, regel.maatregelen, regel.bericht)
            DatalekDialoog.vraag(invoer, partial(self._wijzig, regel, invoer), ouder=self)

    def _wijzig(self, regel: DatalekRegel, eerder: DatalekInvoer, invoer: DatalekInvoer) -> None:
        self._klaar(Wijzigen(self._diensten.datalekken, regel.id, eerder, invoer))

    def kies_geraakt(self) -> None:
        """Tick whom it concerns, from what was sent."""
        regel = self.tabel.gekozen()
        if regel is None:
            return
        dienst = self._diensten.datalekken
        eerder = dienst.geraakt(regel.id)
        bewaar = partial(self._zet_geraakt, regel, eerder)
        GeraaktDialoog.vraag(dienst.casussen(), eerder, partial(self._voorstel, eerder), bewaar, ouder=self)

    def _voorstel(self, eerder: Geraakt, casussen: tuple[CasusId, ...]) -> Voorstel:
        return self._diensten.datalekken.voorstel(casussen, eerder.partijen)

    def _zet_geraakt(self, regel: DatalekRegel, eerder: Geraakt, geraakt: Geraakt) -> None:
        self._klaar(RakenAan(self._diensten.datalekken, regel.id, eerder, geraakt))

    def meld(self) -> None:
        """Record whether it was reported."""
        regel = self.tabel.gekozen()
        if regel is not None:
            melding = MeldingInvoer(regel.besluit, regel.gemeld_op, regel.reden)
            nu = self._gereedschap.klok()
            MeldingDialoog.vraag(melding, nu, regel.termijn, partial(self._meld, regel), ouder=self)

    def _meld(self, regel: DatalekRegel, melding: MeldingInvoer) -> None:
        self._klaar(Melden(self._diensten.datalekken, regel.id, melding))

    def toon_notitie(self) -> None:
        """The note for the manager."""
        regel = self.tabel.gekozen()
        if regel is not None:
            stukken: list[bytes] = []
            namen: list[str] = []
            if self.lukt(partial(self._lees_notitie, regel, stukken, namen)):
                melder = self._gereedschap.melder
                PdfVenster.vraag(stukken[0], namen[0], "Notitie datalek", melder, ouder=self)

    def _lees_notitie(self, regel: DatalekRegel, stukken: list[bytes], namen: list[str]) -> None:
        stuk = self._diensten.datalekken.notitie(regel.id)
        stukken.append(stuk.inhoud)
        namen.append(stuk.bestandsnaam)

    def haal_weg(self) -> None:
        """It was none; with a way back."""
        regel = self.tabel.gekozen()
        if regel is not None:
            self._doe(Weghalen(self._diensten.datalekken, regel.id))

    def _doe(self, handeling: Omkeerbaar) -> None:
        self.ongedaan.probeer(handeling)

    def _klaar(self, handeling: Omkeerbaar) -> None:
        """From a dialog, which shows the refusal itself."""
        self.ongedaan.doe(handeling)
        self.opgeslagen.emit()

    def toon_knoppen(self) -> None:
        regel = self.tabel.gekozen()
        self.zet_recht(self.nieuw_knop, Recht.DATALEK_BIJHOUDEN)
        for een in (self.wijzig_knop, self.raakt_knop, self.melding_knop, self.notitie_knop, self.weg_knop):
            self.zet_recht(een, Recht.DATALEK_BIJHOUDEN, verder=regel is not None, reden=_KIES)
        self.nog.zet(Icoon.INFO, _nog(regel) if regel is not None else "", kleur=Kleur.STIL)
        bij = self._diensten.mag(Recht.DATALEK_BIJHOUDEN).mag
        self.brieven.toon(regel.id if regel is not None and bij else None)
