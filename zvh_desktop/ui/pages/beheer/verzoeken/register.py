"""The register of verzoeken: the list, what is still to be done, and below it the partijen of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekSoort, VerzoekUitkomst
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.verzoeken.gegevens import PersoonRegel, VerlengInvoer, VerzoekInvoer, VerzoekRegel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.beheer.lijstdeel import LijstDeel
from zvh_desktop.ui.pages.beheer.verzoeken.dialogen import (
    SOORT_TEKST,
    PersonenDialoog,
    VerzoekDialoog,
    VerzoekVerlengDialoog,
)
from zvh_desktop.ui.pages.beheer.verzoeken.handelingen import HeenEnTerug, VerzoekVastleggen, WegUitLijst
from zvh_desktop.ui.pages.beheer.verzoeken.partijdelen import Partijdelen
from zvh_desktop.ui.pages.beheer.verzoeken.verzoekwerk import Verzoekwerk
from zvh_desktop.ui.pages.beheer.verzoeken.vragen import UITKOMST_TEKST
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, Kleur
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

_KIES = "Kies eerst een verzoek."


def _nummer(regel: VerzoekRegel) -> object:
    return int(regel.id)


def _soort(regel: VerzoekRegel) -> object:
    return SOORT_TEKST[regel.soort]


def _wie(regel: VerzoekRegel) -> object:
    return f"{regel.wie} ({regel.namens})" if regel.namens else regel.wie


def _ontvangen(regel: VerzoekRegel) -> object:
    return regel.ontvangen_op


def _termijn(regel: VerzoekRegel) -> object:
    return regel.termijn


def _icoon(regel: VerzoekRegel) -> Icoon:
    return Icoon.UITROEP if regel.uitkomst is VerzoekUitkomst.OPEN else Icoon.VINK


def _uitkomst(regel: VerzoekRegel) -> object:
    return UITKOMST_TEKST[regel.uitkomst]


def _nog(regel: VerzoekRegel) -> str:
    """What is still to be done or how it ended, and who did what for it."""
    if regel.stappen:
        stand = f"Nog te doen: {', '.join(regel.stappen)}."
    else:
        stand = f"Besloten door {regel.besloten_door}. {regel.reden}".strip()
    return " ".join(deel for deel in (stand, _vastgesteld(regel), _verstrekt(regel)) if deel)


def _vastgesteld(regel: VerzoekRegel) -> str:
    if regel.geidentificeerd_op is None:
        return ""
    op = datum_kort(regel.geidentificeerd_op)
    return f"Wie dit vraagt is vastgesteld op {op} door {regel.identificatie_door}: {regel.identificatie.rstrip('.')}."


def _verstrekt(regel: VerzoekRegel) -> str:
    if regel.verstrekt_op is None:
        return ""
    op = datum_kort(regel.verstrekt_op.date())
    return f"Overzicht verstrekt op {op} door {regel.verstrekt_door}: {regel.verstrekt_hoe.rstrip('.')}."


class Verzoeken(LijstDeel[VerzoekRegel]):
    """One line per verzoek, with what is done about it."""

    recht = Recht.VERZOEK_BIJHOUDEN

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Verzoeken",
            "Wat betrokkenen vragen over hun eigen gegevens: inzage, correctie, bezwaar, beperking of wissing. "
            "Antwoorden moet binnen een maand (AVG art. 12).",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_verzoeken")
        self.nieuw_knop = knop("verzoek_nieuw_knop", "Nieuw verzoek…", self, Icoon.PLUS)
        self.wijzig_knop = knop("verzoek_wijzig_knop", "Wijzig…", self, Icoon.POTLOOD)
        self.verleng_knop = knop("verzoek_verleng_knop", "Verleng…", self, Icoon.KLOK)
        self.wie_knop = knop("verzoek_wie_knop", "Wie het is…", self, Icoon.PERSOON)
        self.onderdeel_knop = knop("verzoek_onderdeel_knop", "Onderdeel…", self, Icoon.PLUS)
        self.beslis_knop = knop("verzoek_beslis_knop", "Beslis over onderdeel…", self, Icoon.VINK)
        self.anderen_knop = knop("verzoek_anderen_knop", "Anderen…", self, Icoon.PARTIJEN)
        self.overzicht_knop = knop("verzoek_overzicht_knop", "Overzicht…", self, Icoon.DOCUMENT)
        self.verstrekt_knop = knop("verzoek_verstrekt_knop", "Noteer verstrekt…", self, Icoon.POST)
        self.besluit_knop = knop("verzoek_besluit_knop", "Besluit…", self, Icoon.SCHILD)
        self.brieven_knop = knop("verzoek_brieven_knop", "Brieven…", self, Icoon.POST)
        self.weg_knop = gereedschapsknop(
            "verzoek_weg_knop", Icoon.PRULLENBAK, "Haal weg", "Dit verzoek uit de lijst halen", self
        )
        self.nog = Statuslabel(Icoon.INFO, "", self, kleur=Kleur.STIL)
        self.nog.setObjectName("verzoek_nog")
        self.nog.laat_afbreken()
        self.ongedaan = OngedaanRegel(self, self.lukt, self.vernieuw)
        self.delen = Partijdelen(diensten, gereedschap, self._klaar, self.lukt, self)
        self.werk = Verzoekwerk(diensten, gereedschap, self, self.lukt, self.teken)
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        self.bouw_lijst(
            "verzoeken",
            (
                Kolom[VerzoekRegel]("nummer", "Nr.", _nummer, breedte=5, rechts=True),
                Kolom[VerzoekRegel]("soort", "Soort", _soort, breedte=12),
                Kolom[VerzoekRegel]("wie", "Wie", _wie, breedte=28),
                Kolom[VerzoekRegel]("ontvangen", "Ontvangen", _ontvangen, breedte=14),
                Kolom[VerzoekRegel]("termijn", "Termijn", _termijn, breedte=32, icoon=_icoon),
                Kolom[VerzoekRegel]("uitkomst", "Uitkomst", _uitkomst, breedte=20),
            ),
            LegeStaat(Icoon.PERSOON, "Geen verzoeken", "Leg een verzoek vast op de dag dat het binnenkomt."),
            knoppen=(self._balk(),),
            eronder=(self.nog, self.delen, self.ongedaan),
        )
        self.delen.setVisible(self.mag())

    def _knoppen(self) -> tuple[QAbstractButton, ...]:
        return (
            self.wijzig_knop,
            self.verleng_knop,
            self.wie_knop,
            self.onderdeel_knop,
            self.beslis_knop,
            self.anderen_knop,
            self.overzicht_knop,
            self.verstrekt_knop,
            self.besluit_knop,
            self.brieven_knop,
            self.weg_knop,
        )

    def _balk(self) -> QWidget:
        balk = QWidget(self)
        balk.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        rij = Loopregel(balk, tussen=RASTER)
        rij.setContentsMargins(0, 0, 0, 0)
        for een in (self.nieuw_knop, *self._knoppen()):
            rij.addWidget(een)
        return balk

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self.nieuw)
        self.wijzig_knop.clicked.connect(self.wijzig)
        self.verleng_knop.clicked.connect(self.verleng)
        self.wie_knop.clicked.connect(self.kies_personen)
        self.weg_knop.clicked.connect(self.haal_weg)
        for bron, doe in (
            (self.onderdeel_knop, self.werk.leg_vast_bij_onderdeel),
            (self.beslis_knop, self.werk.beslis),
            (self.anderen_knop, self.werk.weeg_anderen),
            (self.overzicht_knop, self.werk.toon_overzicht),
            (self.verstrekt_knop, self.werk.noteer_verstrekt),
            (self.besluit_knop, self.werk.besluit),
            (self.brieven_knop, self.werk.brieven),
        ):
            bron.clicked.connect(doe)
        self.werk.gedaan.connect(self.vernieuw)

    def lees(self) -> Sequence[VerzoekRegel]:
        return self._diensten.verzoeken.lijst()

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.ongedaan.vergeet()
        self.delen.toon(None)
        self.werk.kies(None)
        self.nog.zet(Icoon.INFO, "")

    def nieuw(self) -> None:
        """Record the receipt, today unless told otherwise."""
        begin = VerzoekInvoer(VerzoekSoort.INZAGE, self._gereedschap.klok().date(), "")
        VerzoekDialoog.vraag_om(begin, self._leg_vast, ouder=self)

    def _leg_vast(self, invoer: VerzoekInvoer) -> None:
        self._klaar(VerzoekVastleggen(self._diensten.verzoeken, invoer))

    def wijzig(self) -> None:
        """Record what is known by now."""
        regel = self.tabel.gekozen()
        if regel is not None:
            eerder = VerzoekInvoer(
                regel.soort,
                regel.ontvangen_op,
                regel.wie,
                regel.namens,
                regel.vraag,
                regel.identificatie,
                regel.geidentificeerd_op,
            )
            VerzoekDialoog.vraag_om(eerder, partial(self._wijzig, regel, eerder), ouder=self)

    def _wijzig(self, regel: VerzoekRegel, eerder: VerzoekInvoer, invoer: VerzoekInvoer) -> None:
        zet = partial(self._diensten.verzoeken.wijzig, regel.id)
        self._klaar(HeenEnTerug("Het verzoek is gewijzigd.", partial(zet, invoer), partial(zet, eerder)))

    def verleng(self) -> None:
        """More time, with the reason."""
        regel = self.tabel.gekozen()
        if regel is not None:
            eerder = VerlengInvoer(regel.verlengd_maanden, regel.verlengd_reden, regel.verlengd_bericht_op)
            VerzoekVerlengDialoog.vraag_om(eerder, partial(self._verleng, regel, eerder), ouder=self)

    def _verleng(self, regel: VerzoekRegel, eerder: VerlengInvoer, invoer: VerlengInvoer) -> None:
        zet = partial(self._diensten.verzoeken.verleng, regel.id)
        self._klaar(HeenEnTerug("De termijn is gewijzigd.", partial(zet, invoer), partial(zet, eerder)))

    def kies_personen(self) -> None:
        """Say which rows of the vault are this person."""
        regel = self.tabel.gekozen()
        if regel is not None:
            zoek = partial(self._zoek, regel)
            PersonenDialoog.vraag_om(regel.wie, zoek, partial(self._bevestig, regel), ouder=self)

    def _zoek(self, regel: VerzoekRegel, naam: str, geboren: Geboortedatum | None) -> Sequence[PersoonRegel]:
        return self._diensten.verzoeken.personen(regel.id, naam, geboren)

    def _bevestig(self, regel: VerzoekRegel, gekozen: tuple[int, ...]) -> None:
        dienst = self._diensten.verzoeken
        eerder = tuple(een.id for een in dienst.personen(regel.id, "", None) if een.bevestigd)
        zet = partial(dienst.bevestig_personen, regel.id)
        self._klaar(HeenEnTerug("Vastgelegd wie het is.", partial(zet, gekozen), partial(zet, eerder)))

    def haal_weg(self) -> None:
        """It was recorded by mistake; with a way back."""
        regel = self.tabel.gekozen()
        if regel is not None:
            self.ongedaan.probeer(WegUitLijst(self._diensten.verzoeken, regel.id))

    def _klaar(self, handeling: Omkeerbaar) -> None:
        """From a dialog, which shows the refusal itself."""
        self.ongedaan.doe(handeling)
        self.opgeslagen.emit()

    def toon_knoppen(self) -> None:
        regel = self.tabel.gekozen() if self.mag() else None
        self.zet_recht(self.nieuw_knop, Recht.VERZOEK_BIJHOUDEN)
        for een in (*self._open_knoppen(), self.overzicht_knop):
            self.zet_recht(een, Recht.VERZOEK_BIJHOUDEN, verder=regel is not None, reden=_KIES)
        self.zet_recht(self.besluit_knop, Recht.VERZOEK_BESLUITEN, verder=regel is not None, reden=_KIES)
        self.nog.zet(Icoon.INFO, _nog(regel) if regel is not None else "", kleur=Kleur.STIL)
        self.delen.toon(regel.id if regel is not None else None)
        self.werk.kies(regel)

    def _open_knoppen(self) -> tuple[QAbstractButton, ...]:
        return tuple(een for een in self._knoppen() if een not in (self.overzicht_knop, self.besluit_knop))
