"""The place Overleggen: meetings at tactical and strategic level, where no casus comes."""

from __future__ import annotations

from functools import partial

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzes import AgendapuntId, OverlegId, OverlegStatus, VerslagStatus
from zvh_desktop.services.bestuur.gegevens import BestuurRegel
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.werkplek.plekken import BijOverleg, Onderdeel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.bewaren.lijstbewaren import tabelbron
from zvh_desktop.ui.dialogs.tafel_plannen import TafelDialoog, voorstel
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.bestuur.werkblad import OverlegWerkblad
from zvh_desktop.ui.pages.overlegpagina import Overlegpagina
from zvh_desktop.ui.teksten.bestuur import NIVEAU_TEKST, overlegstand, overlegstand_icoon
from zvh_desktop.ui.teksten.datums import tijd_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.weergaven.lijst import rust_lijst_uit
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.knoppen import zet_toestemming
from zvh_desktop.ui.widgets.legestaat import LegeStaat

_VER_WEG = 10_000_000


def _datum(regel: BestuurRegel) -> object:
    return regel.datum


def _eerst_wat_komt(regel: BestuurRegel) -> object:
    """What is still to come first, the nearest on top; then what was held, the latest on top."""
    dag = regel.datum.toordinal()
    return _VER_WEG - dag if regel.status is OverlegStatus.GEHOUDEN else dag


def _tijd(regel: BestuurRegel) -> object:
    return f"{tijd_kort(regel.begin)}-{tijd_kort(regel.einde)}"


def _naam(regel: BestuurRegel) -> object:
    return regel.naam


def _niveau(regel: BestuurRegel) -> object:
    return NIVEAU_TEKST[regel.niveau]


def _stand(regel: BestuurRegel) -> object:
    return overlegstand(regel.status, regel.verslag_status)


def _stand_icoon(regel: BestuurRegel) -> Icoon:
    return overlegstand_icoon(regel.status, regel.verslag_status)


def _voorstellen(regel: BestuurRegel) -> object:
    return f"{regel.besluiten} ({regel.open_besluiten} open)" if regel.open_besluiten else regel.besluiten


def _plaats(regel: BestuurRegel) -> object:
    return regel.plaats


class OverleggenPagina(Overlegpagina):
    """``toon`` takes an OverlegId; None shows the list."""

    plaats = "overleggen"

    def _bouw(self) -> None:
        self._bouw_knoppen("overleg")
        namen = ", ".join(soort.naam for soort in self._diensten.overleggen.soorten())
        self.uitleg = StilleTekst(f"{namen}. Over casussen gaat het hier niet.", self.lijst_vlak)
        self.tabel = FilterTabel(
            "overleggen",
            "overleggen",
            (
                Kolom[BestuurRegel]("datum", "Datum", _datum, breedte=24, sorteer=_eerst_wat_komt),
                Kolom[BestuurRegel]("tijd", "Tijd", _tijd, breedte=13),
                Kolom[BestuurRegel]("naam", "Overleg", _naam, breedte=36),
                Kolom[BestuurRegel]("niveau", "Niveau", _niveau, breedte=14),
                Kolom[BestuurRegel]("stand", "Stand", _stand, breedte=22, icoon=_stand_icoon),
                Kolom[BestuurRegel]("voorstellen", "Voorstellen", _voorstellen, breedte=14, rechts=True),
                Kolom[BestuurRegel]("plaats", "Plaats", _plaats, breedte=24),
            ),
            leeg=LegeStaat(
                Icoon.OVERLEGGEN,
                "Nog geen overleggen",
                f"Hier staat elk overleg zonder casussen: {namen}. Plan er een met de knop of met Insert.",
                "Overleg plannen",
            ),
            instellingen=self._gereedschap.instellingen,
            klembord=self._gereedschap.klembord,
            ouder=self.lijst_vlak,
        )
        rust_lijst_uit(self.tabel, [tabelbron(self.tabel, Lijst.OVERLEGGEN)], self._diensten, self._gereedschap)
        self.ritme = StilleTekst("", self.lijst_vlak)
        self.ritme.setObjectName("overleggen_ritme")
        self.werkblad = self._blad = OverlegWerkblad(self._diensten, self._gereedschap, self)
        self._leg_neer("Overleggen", self.werkblad, self.uitleg, self.ritme)

    # --- the page ---------------------------------------------------------------------------------

    def vernieuw(self) -> None:
        self.tabel.zet_regels(self._diensten.overleggen.lijst())
        self.ritme.setText("\n".join(stand.zin for stand in self._diensten.overleggen.ritme()))
        self.ritme.setVisible(bool(self.ritme.text()))
        if self.tabel.gekozen() is None:
            self.tabel.kies(0)
        self._toon_knoppen()
        self.werkblad.vernieuw()

    def toon(self, onderdeel: Onderdeel | None) -> None:
        if not isinstance(onderdeel, BijOverleg):
            self.toon_lijst()
            return
        try:
            self.werkblad.toon_overleg(OverlegId(onderdeel.overleg_id))
        except GebruikersFout:
            self.toon(None)
            raise
        self.stapel.setCurrentWidget(self.werkblad)
        if onderdeel.punt_id is not None:
            self.werkblad.kies_punt(AgendapuntId(onderdeel.punt_id))

    def onderdeel(self) -> BijOverleg | None:
        overleg_id = self.werkblad.overleg_id
        return None if overleg_id is None else BijOverleg(overleg_id)

    def _bij(self, overleg_id: OverlegId) -> BijOverleg:
        return BijOverleg(overleg_id)

    # --- what can be done with the list -----------------------------------------------------------

    def plan(self) -> None:
        """Plan a meeting and open it."""
        if not self.nieuw_knop.isEnabled():
            return
        overleggen = self._diensten.overleggen
        soorten = overleggen.soorten()
        regels = overleggen.lijst()
        vorige = overleggen.toon(regels[0].id).kop.invoer if regels else None
        begin = voorstel(self._gereedschap.klok().date(), soorten[0].sleutel if soorten else "", vorige)
        gepland = TafelDialoog.vraag(
            "Overleg plannen", "Pl&an dit overleg", soorten, begin, overleggen.plan, overleggen.feestdag, ouder=self
        )
        if isinstance(gepland, int):
            self._open(OverlegId(gepland))

    def wijzig(self) -> None:
        """Change date, time, place or people of the open or chosen meeting."""
        overleg_id = self._gekozen_id()
        if overleg_id is None or not self._diensten.mag(Recht.TAFEL_BEHEREN).mag:
            return
        overleggen = self._diensten.overleggen
        invoer = overleggen.toon(overleg_id).kop.invoer
        gewijzigd: list[bool] = []
        TafelDialoog.vraag(
            "Overleg wijzigen",
            "&Bewaar",
            tuple(soort for soort in overleggen.soorten() if soort.sleutel == invoer.soort),
            invoer,
            partial(self._bewaar_kop, overleg_id, gewijzigd),
            overleggen.feestdag,
            ouder=self,
        )
        if gewijzigd:
            self.vernieuw()
            self.opgeslagen.emit()

    def _bewaar_kop(self, overleg_id: OverlegId, gewijzigd: list[bool], invoer: OverlegInvoer) -> None:
        self._diensten.overleggen.wijzig(overleg_id, invoer)
        gewijzigd.append(True)

    def _vraag_vooraf(self, regel: BestuurRegel) -> str:
        return f"De agenda van dit overleg ({regel.naam}) verdwijnt. Dit kunt u niet ongedaan maken."

    def _doe_weg(self, overleg_id: OverlegId) -> None:
        self._diensten.overleggen.verwijder(overleg_id)

    def _toon_knoppen(self) -> None:
        mag = self._diensten.mag(Recht.TAFEL_BEHEREN)
        regel = self.tabel.gekozen()
        vast = regel is not None and regel.verslag_status is VerslagStatus.VASTGESTELD
        gehouden = regel is not None and regel.status is OverlegStatus.GEHOUDEN
        zet_toestemming(self.nieuw_knop, mag)
        zet_toestemming(
            self.wijzig_knop,
            mag,
            verder=regel is not None and not vast,
            reden="Het verslag is vastgesteld." if vast else "Kies eerst een overleg.",
        )
        zet_toestemming(
            self.weg_knop,
            mag,
            verder=regel is not None and not gehouden,
            reden="Dit overleg is gehouden. Het blijft daarom bewaard." if gehouden else "Kies eerst een overleg.",
        )
        self.tabel.leeg.knop.setVisible(mag.mag)
