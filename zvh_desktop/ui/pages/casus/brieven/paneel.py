"""The letters of one casus: which there are, to whom, and what was sent."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.services.brieven.gegevens import Brievenregel
from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.bewaren.lijstbewaren import tabelbron
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.casus.brieven.strook import Briefstrook
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, Kleur
from zvh_desktop.ui.weergaven.lijst import rust_lijst_uit
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.regelhoogte import Regelhoogte


def _titel(regel: Brievenregel) -> object:
    return regel.titel


def _aan(regel: Brievenregel) -> object:
    return regel.aan


def _stand(regel: Brievenregel) -> object:
    if regel.eerder:
        return regel.eerder[0].dag
    return "kan niet" if regel.waarom_niet else "nog niet"


def _icoon(regel: Brievenregel) -> Icoon:
    if regel.eerder:
        return Icoon.VINK
    return Icoon.SLOT if regel.waarom_niet else Icoon.POST


class BrievenPaneel(CasusOnderdeel):
    """A line per letter that can be made here, also when something still stands in the way."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("casus_brieven_paneel")
        self.tabel = FilterTabel(
            "casus_brieven",
            "brieven bij deze casus",
            (
                Kolom[Brievenregel]("titel", "Brief", _titel, breedte=44),
                Kolom[Brievenregel]("aan", "Aan", _aan, breedte=30),
                Kolom[Brievenregel]("verstuurd", "Verstuurd op", _stand, breedte=20, icoon=_icoon),
            ),
            leeg=LegeStaat(Icoon.POST, "Geen brieven", "Bij deze casus is nu niemand om aan te schrijven."),
            instellingen=gereedschap.instellingen,
            klembord=gereedschap.klembord,
            ouder=self,
        )
        bron = tabelbron(self.tabel, Lijst.BRIEVEN, self._waarover)
        rust_lijst_uit(self.tabel, [bron], diensten, gereedschap)
        self.hoogte = Regelhoogte(self.tabel.tabel, 6)
        self.strook = Briefstrook(diensten, gereedschap, self.lukt, self._na_versturen, self)
        indeling = QVBoxLayout(self)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.tabel)
        indeling.addWidget(self.strook)
        self.tabel.regel_gekozen.connect(self._on_regel_gekozen)
        self.tabel.regel_geopend.connect(self._on_regel_geopend)

    def laad(self, beeld: CasusBeeld) -> None:
        regels = self._diensten.brieven.bij_casus(beeld.id)
        gekozen = self.tabel.gekozen()
        self.tabel.zet_regels(regels)
        vragen = [regel.vraag for regel in self.tabel.model.regels]
        zelfde = gekozen is not None and gekozen.vraag in vragen
        self.tabel.kies(vragen.index(gekozen.vraag) if gekozen is not None and zelfde else 0)
        self.strook.toon(self.tabel.gekozen())
        verstuurd = sum(bool(regel.eerder) for regel in regels)
        if verstuurd:
            self.zeg_stand(Icoon.VINK, f"{verstuurd} verstuurd", Kleur.GOED)
        else:
            self.zeg_stand(Icoon.PUNT, "nog niets verstuurd")

    def _waarover(self, _regel: Brievenregel) -> tuple[str, int]:
        return (self._casus.nummer, 0) if self._casus is not None else ("", 0)

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.tabel.maak_leeg()
        self.strook.maak_leeg()

    def eerste_focus(self) -> QWidget:
        return self.tabel.tabel

    def _na_versturen(self) -> None:
        if self._casus is not None:
            self.laad(self._casus)
            self.gewijzigd.emit()

    def _on_regel_gekozen(self, regel: Brievenregel | None) -> None:
        self.strook.toon(regel)

    def _on_regel_geopend(self, _regel: Brievenregel) -> None:
        if self.strook.maak_knop.isEnabled():
            self.strook.maak()
