"""The place Tafels: the list of overleggen, and the workspace of the one that is opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from functools import partial

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout, NietGevonden
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzes import OverlegId, OverlegStatus
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.tafel.tafels import OverlegInvoer, OverlegRegel
from zvh_desktop.services.werkplek.plekken import BijTafel, Onderdeel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.bewaren.lijstbewaren import tabelbron
from zvh_desktop.ui.dialogs.tafel_plannen import TafelDialoog, voorstel
from zvh_desktop.ui.item_models.regelmodel import Kolom, OpVolgorde
from zvh_desktop.ui.pages.overlegpagina import Overlegpagina
from zvh_desktop.ui.pages.tafel.maand.maandvlak import Maandvlak
from zvh_desktop.ui.pages.tafel.maand.weergave import LijstOfMaand
from zvh_desktop.ui.pages.tafel.reeksdialoog import ReeksDialoog, ReeksPlannen
from zvh_desktop.ui.pages.tafel.werkblad import TafelWerkblad
from zvh_desktop.ui.pages.tafel.woorden import OVERLEG_ICOON, OVERLEG_TEKST, VERSLAG_TEKST
from zvh_desktop.ui.teksten.datums import tijd_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.weergaven.lijst import rust_lijst_uit
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, zet_toestemming
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel

_VER_WEG = 10_000_000
_VOORBIJ = (OverlegStatus.GEHOUDEN, OverlegStatus.AFGELAST)


def _datum(regel: OverlegRegel) -> object:
    return regel.datum


def _eerst_wat_komt(regel: OverlegRegel) -> object:
    """Upcoming first, the nearest on top; then what was held or called off, the latest on top."""
    if regel.status in _VOORBIJ:
        return _VER_WEG - regel.datum.toordinal()
    return regel.datum.toordinal()


def _wanneer(regel: OverlegRegel) -> tuple[date, time]:
    return regel.datum, regel.begin


def _naam(regel: OverlegRegel) -> object:
    return regel.naam


def _tijd(regel: OverlegRegel) -> object:
    return f"{tijd_kort(regel.begin)}-{tijd_kort(regel.einde)}"


def _plaats(regel: OverlegRegel) -> object:
    return regel.plaats


def _voorzitter(regel: OverlegRegel) -> object:
    return regel.voorzitter


def _casussen(regel: OverlegRegel) -> object:
    return regel.casussen


def _agenda(regel: OverlegRegel) -> object:
    return OVERLEG_TEKST[regel.status]


def _agenda_icoon(regel: OverlegRegel) -> Icoon:
    return OVERLEG_ICOON[regel.status]


def _verslag(regel: OverlegRegel) -> object:
    return VERSLAG_TEKST[regel.verslag_status] if regel.status is OverlegStatus.GEHOUDEN else ""


class TafelsPagina(Overlegpagina):
    """``toon`` takes an OverlegId; or with the number of a step (from 0); or also with the place in that step."""

    plaats = "tafels"

    def _bouw(self) -> None:
        self._beurt = 0
        termen = self._diensten.termen
        self._bouw_knoppen("tafel")
        mag = self._diensten.mag(Recht.TAFEL_BEHEREN)
        self.nieuw_knop.setEnabled(mag.mag)
        self.nieuw_knop.setToolTip(mag.reden or "Overleg plannen (Insert)")
        self.herhaal_knop = gereedschapsknop(
            "tafel_herhalen_knop", Icoon.GESCHIEDENIS, "He&rhaal…", "Het gekozen overleg vaker plannen", self.lijst_vlak
        )
        self.maand_knop = gereedschapsknop(
            "tafels_maand_knop", Icoon.AGENDA, "&Maand", "Per maand, met de termijnen (Ctrl+M)", self.lijst_vlak
        )
        self.meer_knoppen = (self.maand_knop, self.herhaal_knop)
        leeg = LegeStaat(
            Icoon.TAFELS,
            f"Nog geen {termen.tafels}",
            "Hier staat elk overleg waarop casussen worden besproken. Plan er een met de knop of met Insert.",
            "Overleg plannen",
        )
        self.tabel = FilterTabel(
            "tafels",
            termen.tafels,
            (
                Kolom[OverlegRegel]("datum", "Datum", _datum, breedte=24, sorteer=_eerst_wat_komt),
                Kolom[OverlegRegel]("tijd", "Tijd", _tijd, breedte=13),
                Kolom[OverlegRegel]("naam", "Overleg", _naam, breedte=24),
                Kolom[OverlegRegel]("agenda", "Agenda", _agenda, breedte=20, icoon=_agenda_icoon),
                Kolom[OverlegRegel]("verslag", "Verslag", _verslag, breedte=13),
                Kolom[OverlegRegel]("casussen", "Casussen", _casussen, breedte=9, rechts=True),
                Kolom[OverlegRegel]("plaats", "Plaats", _plaats, breedte=24),
                Kolom[OverlegRegel]("voorzitter", "Voorzitter", _voorzitter, breedte=20, zichtbaar=False),
            ),
            leeg=leeg,
            instellingen=self._gereedschap.instellingen,
            klembord=self._gereedschap.klembord,
            ouder=self.lijst_vlak,
        )
        rust_lijst_uit(self.tabel, [tabelbron(self.tabel, Lijst.TAFELS)], self._diensten, self._gereedschap)
        self.werkblad = self._blad = TafelWerkblad(self._diensten, self._gereedschap, self)
        self.meldregel = OngedaanRegel(
            self.lijst_vlak, self._lukt, self._bewaard, teruggezet="Weer weggehaald. Opnieuw kan met Ctrl+Y."
        )
        self._leg_neer(hoofdletter(termen.tafels), self.werkblad, self.meldregel)
        self.weergave.hoort_bij_lijst(
            (self.herhaal_knop, self.wijzig_knop, self.weg_knop), (self._wijzigen, self._weghalen)
        )

    def _lijstdeel(self) -> QWidget:
        maand = Maandvlak(self._diensten, self._gereedschap, self.lijst_vlak)
        self.weergave = LijstOfMaand(
            self.tabel, maand, self.maand_knop, self._gereedschap.instellingen, self.lijst_vlak
        )
        return self.weergave

    def _verbind(self) -> None:
        super()._verbind()
        self.werkblad.ga_naar.connect(self.ga_naar)
        self.werkblad.afgelast_gewijzigd.connect(self._bewaard)
        self.herhaal_knop.clicked.connect(self.herhaal)
        self.weergave.gewisseld.connect(self._on_gewisseld)
        self.weergave.maand.ga_naar.connect(self.ga_naar)

    # --- the page ---------------------------------------------------------------------------------

    def vernieuw(self) -> None:
        """The list of a house of many years is read beside the window; a shorter one is there at once."""
        self._beurt += 1
        if self._diensten.tafels.is_lang():
            self._gereedschap.taken.start(partial(self._lees, self._beurt), gelukt=self._on_gelezen)
        else:
            self._on_gelezen(self._lees(self._beurt))
        if self.weergave.is_maand:
            self.weergave.maand.vernieuw()
        if self.onderdeel() is not None:
            self.werkblad.vernieuw()

    def _on_gewisseld(self) -> None:
        if self.weergave.is_maand:
            self.weergave.maand.vernieuw()
            self.weergave.maand.tabel.setFocus()
        else:
            self.tabel.naar_tabel()

    def eerste_focus(self) -> QWidget | None:
        maand = self.weergave.eerste_focus() if self.onderdeel() is None else None
        return maand or super().eerste_focus()

    def _lees(self, beurt: int) -> tuple[int, OpVolgorde[OverlegRegel]]:
        return beurt, self.tabel.op_volgorde(self._diensten.tafels.lijst())

    def _on_gelezen(self, gelezen: tuple[int, OpVolgorde[OverlegRegel]]) -> None:
        beurt, regels = gelezen
        if beurt != self._beurt:
            return
        self.tabel.zet_regels(regels)
        if self.tabel.gekozen() is None:
            self.tabel.kies(0)
        self._toon_knoppen()

    def maak_leeg(self) -> None:
        self._beurt += 1
        self.meldregel.vergeet()
        self.weergave.maand.maak_leeg()
        super().maak_leeg()

    def toon(self, onderdeel: Onderdeel | None) -> None:
        if not isinstance(onderdeel, BijTafel):
            self.toon_lijst()
            return
        try:
            self.werkblad.toon_tafel(OverlegId(onderdeel.overleg_id), onderdeel.stap, onderdeel)
        except NietGevonden:
            self.toon(None)
            raise
        self.stapel.setCurrentWidget(self.werkblad)

    def onderdeel(self) -> BijTafel | None:
        overleg_id = self.werkblad.overleg_id
        return None if overleg_id is None else BijTafel(overleg_id, self.werkblad.stap())

    def hulpplek(self) -> str:
        return "" if self.onderdeel() is None else str(self.werkblad.stap())

    def stand(self) -> object:
        return self.werkblad.stand() if self.onderdeel() is not None else None

    def herstel_stand(self, stand: object) -> None:
        if self.onderdeel() is not None:
            self.werkblad.herstel_stand(stand)

    def aan_tafel(self) -> bool:
        return self.onderdeel() is not None and self.werkblad.aan_tafel()

    def _bij(self, overleg_id: OverlegId) -> BijTafel:
        return BijTafel(overleg_id)

    # --- what can be done with the list -----------------------------------------------------------

    def plan(self) -> None:
        """Plan a new overleg and open it."""
        if not self.nieuw_knop.isEnabled():
            return
        tafels = self._diensten.tafels
        soorten = tafels.soorten()
        laatste = max(self.tabel.model.regels, key=_wanneer, default=None)
        vorige = tafels.toon(laatste.id).invoer if laatste is not None else None
        begin = voorstel(self._gereedschap.klok().date(), soorten[0].sleutel if soorten else "", vorige)
        gekozen = self.weergave.maand.dag()
        if self.weergave.is_maand and gekozen >= self._gereedschap.klok().date():
            begin = replace(begin, datum=gekozen)
        gepland = TafelDialoog.vraag(
            "Overleg plannen", "Pl&an dit overleg", soorten, begin, tafels.plan, tafels.feestdag, ouder=self
        )
        if isinstance(gepland, int):
            self._open(OverlegId(gepland))

    def herhaal(self) -> None:
        """Plan the chosen overleg more often; Ctrl+Z takes them away again."""
        regel = self.tabel.gekozen()
        if regel is None or not self.herhaal_knop.isEnabled():
            return
        reeksen, voorbeeld = self._diensten.agenda.reeksen, self._diensten.tafels.toon(regel.id).invoer
        ReeksDialoog(
            regel.datum,
            reeksen.keuzes(regel.datum),
            partial(reeksen.dagen, regel.datum),
            partial(self._plan_reeks, voorbeeld),
            self,
        ).antwoord()

    def _plan_reeks(self, voorbeeld: OverlegInvoer, dagen: tuple[date, ...]) -> None:
        self.meldregel.doe(ReeksPlannen(self._diensten.agenda, voorbeeld, dagen))

    def _lukt(self, handeling: Callable[[], object]) -> bool:
        try:
            handeling()
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return False
        return True

    def wijzig(self) -> None:
        """Change date, time, place or people of the chosen overleg; says which seats were lost."""
        overleg_id = self._gekozen_id()
        tafels = self._diensten.tafels
        if overleg_id is None or not self._diensten.mag(Recht.TAFEL_BEHEREN).mag or tafels.uitgeleend(overleg_id):
            return
        vervallen = TafelDialoog.vraag(
            "Overleg wijzigen",
            "&Bewaar",
            tafels.soorten(),
            tafels.toon(overleg_id).invoer,
            partial(tafels.wijzig, overleg_id),
            tafels.feestdag,
            ouder=self,
        )
        if not isinstance(vervallen, tuple):
            return
        self.vernieuw()
        self.opgeslagen.emit()
        if vervallen:
            self._gereedschap.melder.toon_bericht(
                self, "Door de nieuwe datum zijn plaatsen vervallen", "\n".join(str(zin) for zin in vervallen)
            )

    def _vraag_vooraf(self, regel: OverlegRegel) -> str:
        return "De agenda van dit overleg verdwijnt. Dit kunt u niet ongedaan maken." if regel.casussen else ""

    def _doe_weg(self, overleg_id: OverlegId) -> None:
        self._diensten.tafels.verwijder(overleg_id)

    def _toon_knoppen(self) -> None:
        regel = self.tabel.gekozen()
        mag = self._diensten.mag(Recht.TAFEL_BEHEREN).mag
        zet_toestemming(
            self.herhaal_knop,
            self._diensten.mag(Recht.TAFEL_BEHEREN),
            verder=regel is not None,
            reden="Kies eerst een overleg.",
        )
        uit = self._diensten.tafels.uitgeleend(regel.id) if regel is not None else ""
        komt = regel is not None and regel.status not in _VOORBIJ
        zet_toestemming(self.wijzig_knop, self._diensten.mag(Recht.TAFEL_BEHEREN), verder=komt and not uit, reden=uit)
        self.weg_knop.setEnabled(mag and regel is not None and regel.status is OverlegStatus.CONCEPT)
        if regel is not None and regel.status is not OverlegStatus.CONCEPT:
            self.weg_knop.setToolTip("Alleen een overleg in concept kan worden weggehaald.")
        else:
            self.weg_knop.setToolTip("Dit overleg weghalen (Delete)")
