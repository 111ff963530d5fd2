"""The partijen of one procedure: to whom the letter goes, that it was sent, and what was answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.samenwerking.gegevens import Instemminginvoer, TrajectPartijRegel, TrajectRegel
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.beheer.partijbrieven import KIES, Partijbrieven
from zvh_desktop.ui.pages.beheer.samenwerking.dialogen import AntwoordDialoog
from zvh_desktop.ui.pages.beheer.samenwerking.handelingen import Antwoorden, PartijbriefVersturen
from zvh_desktop.ui.pages.beheer.samenwerking.woorden import INSTEMMING_TEKST
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.legestaat import LegeStaat


def _partij(regel: TrajectPartijRegel) -> object:
    return regel.partij


def _aan(regel: TrajectPartijRegel) -> object:
    return regel.aan or "geen contactpersoon met e-mailadres"


def _verstuurd(regel: TrajectPartijRegel) -> object:
    return regel.verstuurd_op.date() if regel.verstuurd_op is not None else "nog niet"


def _besluit(regel: TrajectPartijRegel) -> object:
    if not regel.besloten:
        return "na het besluit"
    return regel.besluit_op.date() if regel.besluit_op is not None else "nog niet"


def _besluit_icoon(regel: TrajectPartijRegel) -> Icoon | None:
    if not regel.besloten:
        return None
    return Icoon.VINK if regel.besluit_op is not None else Icoon.POST


def _icoon(regel: TrajectPartijRegel) -> Icoon:
    return Icoon.VINK if regel.verstuurd_op is not None else Icoon.POST


def _antwoord(regel: TrajectPartijRegel) -> object:
    return INSTEMMING_TEKST[regel.instemming]


class TrajectPartijen(Partijbrieven[TrajectPartijRegel]):
    """One line per partij. ``doe`` does an act that can be taken back, ``klaar`` the same from a dialog."""

    naam = "traject"
    recht = Recht.SAMENWERKING_BIJHOUDEN
    _open = False

    def __init__(
        self,
        diensten: Diensten,
        gereedschap: Gereedschap,
        doe: Callable[[Omkeerbaar], None],
        klaar: Callable[[Omkeerbaar], None],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self._doe, self._klaar = doe, klaar

    def toon(self, regel: TrajectRegel | None) -> None:
        """Show the partijen of this one."""
        self._open = regel is not None and regel.open
        brieven = self._diensten.samenwerking.trajecten.brieven
        self._zet_regels(None if regel is None else brieven.lijst(regel.id))

    def antwoord(self) -> None:
        """Record what the partij answered."""
        regel = self.tabel.gekozen()
        if regel is not None:
            vandaag = self._gereedschap.klok().date()
            AntwoordDialoog(regel, vandaag, partial(self._antwoord, regel), self).antwoord()

    def _antwoord(self, regel: TrajectPartijRegel, invoer: Instemminginvoer) -> None:
        self._klaar(Antwoorden(self._diensten.samenwerking.trajecten, regel, invoer))

    def _maak_tabel(self) -> FilterTabel[TrajectPartijRegel]:
        return FilterTabel(
            "trajectpartijen",
            "partijen bij deze procedure",
            (
                Kolom[TrajectPartijRegel]("partij", "Partij", _partij, breedte=28),
                Kolom[TrajectPartijRegel]("aan", "Aan", _aan, breedte=36),
                Kolom[TrajectPartijRegel]("verstuurd", "Verstuurd op", _verstuurd, breedte=16, icoon=_icoon),
                Kolom[TrajectPartijRegel]("besluit", "Brief na besluit", _besluit, breedte=18, icoon=_besluit_icoon),
                Kolom[TrajectPartijRegel]("antwoord", "Antwoord", _antwoord, breedte=18),
            ),
            leeg=LegeStaat(Icoon.POST, "Geen partijen", "Bij deze procedure hoort nog geen partij."),
            instellingen=self._gereedschap.instellingen,
            klembord=self._gereedschap.klembord,
            ouder=self,
        )

    def _maak_knoppen(self) -> tuple[QPushButton, ...]:
        brief_knoppen = super()._maak_knoppen()
        self.antwoord_knop = knop("traject_antwoord_knop", "Antwoord…", self, Icoon.POTLOOD)
        return (*brief_knoppen, self.antwoord_knop)

    def _verbind(self) -> None:
        super()._verbind()
        self.antwoord_knop.clicked.connect(self.antwoord)

    def _brief(self, regel: TrajectPartijRegel) -> Stuk:
        return self._diensten.samenwerking.trajecten.brieven.brief(regel.traject_id, regel.partij_id)

    def _concept(self, regel: TrajectPartijRegel) -> Stuk:
        return self._diensten.samenwerking.trajecten.brieven.concept(regel.traject_id, regel.partij_id)

    def _noteer(self, regel: TrajectPartijRegel) -> None:
        self._doe(PartijbriefVersturen(self._diensten.samenwerking.trajecten.brieven, regel))

    def _kan_nog(self, regel: TrajectPartijRegel) -> bool:
        return (regel.besluit_op if regel.besloten else regel.verstuurd_op) is None

    def _toon_knoppen(self) -> None:
        super()._toon_knoppen()
        regel = self.tabel.gekozen()
        klaar = KIES if regel is None else "Over deze procedure is al besloten."
        verder = regel is not None and self._open
        zet_toestemming(self.antwoord_knop, self._diensten.mag(self.recht), verder=verder, reden=klaar)
