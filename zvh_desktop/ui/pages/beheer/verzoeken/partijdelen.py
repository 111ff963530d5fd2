"""The partijen that supplied something: the letter, the draft, the own part, and what each answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from zvh_desktop.models.keuzen.verzoekkeuzes import PartijAntwoord, VerzoekId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.verzoeken.gegevens import DeelRegel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.beheer.partijbrieven import KIES, Partijbrieven
from zvh_desktop.ui.pages.beheer.verzoeken.handelingen import HeenEnTerug
from zvh_desktop.ui.pages.beheer.verzoeken.keuzedialoog import Keuzeantwoord, KeuzeDialoog
from zvh_desktop.ui.pages.beheer.verzoeken.vragen import ANTWOORD_TEKST, antwoordvraag
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.legestaat import LegeStaat


def _partij(regel: DeelRegel) -> object:
    return regel.partij


def _aantal(regel: DeelRegel) -> object:
    return "1 onderdeel" if regel.aantal == 1 else f"{regel.aantal} onderdelen"


def _verstuurd(regel: DeelRegel) -> object:
    return regel.verstuurd_op.date() if regel.verstuurd_op is not None else "nog niet"


def _antwoord(regel: DeelRegel) -> object:
    return ANTWOORD_TEKST[regel.antwoord]


def _icoon(regel: DeelRegel) -> Icoon:
    return Icoon.KLOK if regel.antwoord is PartijAntwoord.OPEN else Icoon.VINK


class Partijdelen(Partijbrieven[DeelRegel]):
    """One line per partij. ``doe`` does an act that can be taken back; ``lukt`` one that cannot."""

    naam = "verzoek"
    recht = Recht.VERZOEK_BIJHOUDEN
    al_gegaan = "Deze partij kreeg deze brief al."

    def __init__(
        self,
        diensten: Diensten,
        gereedschap: Gereedschap,
        doe: Callable[[Omkeerbaar], None],
        lukt: Callable[[Callable[[], object]], bool],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self._doe, self._lukt = doe, lukt

    def toon(self, verzoek_id: VerzoekId | None) -> None:
        """Show the partijen of this one."""
        self._zet_regels(None if verzoek_id is None else self._diensten.verzoeken.delen.lijst(verzoek_id))

    def bekijk_deel(self) -> None:
        """What this partij supplied, as it gets it."""
        self._toon_stuk(self._deel, "Deel van een partij")

    def antwoord(self) -> None:
        """What the partij said."""
        regel = self.tabel.gekozen()
        if regel is not None:
            vraag = antwoordvraag(regel, self._gereedschap.klok().date())
            KeuzeDialoog.vraag_om(vraag, partial(self._leg_vast, regel), ouder=self)

    def _leg_vast(self, regel: DeelRegel, wat: Keuzeantwoord) -> None:
        zet = partial(self._diensten.verzoeken.delen.leg_antwoord_vast, regel.verzoek_id, regel.partij_id)
        self._doe(
            HeenEnTerug(
                f"Het antwoord van {regel.partij} is vastgelegd.",
                partial(zet, PartijAntwoord(str(wat.daad)), wat.dag, wat.tekst),
                partial(zet, regel.antwoord, regel.antwoord_op, regel.antwoord_reden),
            )
        )

    def _maak_tabel(self) -> FilterTabel[DeelRegel]:
        return FilterTabel(
            "partijdelen",
            "delen van partijen",
            (
                Kolom[DeelRegel]("partij", "Partij", _partij, breedte=30),
                Kolom[DeelRegel]("aantal", "Gaf", _aantal, breedte=16),
                Kolom[DeelRegel]("verstuurd", "Brief verstuurd", _verstuurd, breedte=18),
                Kolom[DeelRegel]("antwoord", "Antwoord", _antwoord, breedte=28, icoon=_icoon),
            ),
            leeg=LegeStaat(Icoon.POST, "Geen partijen", "Geen partij gaf iets over deze persoon."),
            instellingen=self._gereedschap.instellingen,
            klembord=self._gereedschap.klembord,
            ouder=self,
        )

    def _maak_knoppen(self) -> tuple[QPushButton, ...]:
        self.deel_knop = knop("verzoek_deel_knop", "Deel bekijken…", self, Icoon.DOCUMENT)
        brief_knoppen = super()._maak_knoppen()
        self.antwoord_knop = knop("verzoek_antwoord_knop", "Antwoord…", self, Icoon.POTLOOD)
        return (self.deel_knop, *brief_knoppen, self.antwoord_knop)

    def _verbind(self) -> None:
        super()._verbind()
        self.deel_knop.clicked.connect(self.bekijk_deel)
        self.antwoord_knop.clicked.connect(self.antwoord)

    def _deel(self, regel: DeelRegel) -> Stuk:
        return self._diensten.verzoeken.inzage.deel(regel.verzoek_id, regel.partij_id)

    def _brief(self, regel: DeelRegel) -> Stuk:
        return self._diensten.verzoeken.delen.brief(regel.verzoek_id, regel.partij_id)

    def _concept(self, regel: DeelRegel) -> Stuk:
        return self._diensten.verzoeken.delen.concept(regel.verzoek_id, regel.partij_id)

    def _noteer(self, regel: DeelRegel) -> None:
        """A copy is kept, so this is not taken back."""
        self._lukt(partial(self._diensten.verzoeken.delen.noteer_verstuurd, regel.verzoek_id, regel.partij_id))
        self.toon(regel.verzoek_id)

    def _kan_nog(self, regel: DeelRegel) -> bool:
        return regel.verstuurd_op is None

    def _toon_knoppen(self) -> None:
        super()._toon_knoppen()
        er_is, mag = self.tabel.gekozen() is not None, self._diensten.mag(self.recht)
        # The draft can be made once more: the part goes with it as it is now.
        for een in (self.deel_knop, self.concept_knop, self.antwoord_knop):
            zet_toestemming(een, mag, verder=er_is, reden=KIES)
