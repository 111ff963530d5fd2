"""One informatie-item in full: what it says, what may be done with it, and to whom it was released."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.services.informatie.beeld import InformatieRegel, VrijgaveRegel
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.informatie.woorden import REGIME_UITLEG, grootte_tekst, vrijgave_icoon, vrijgave_tekst
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, Kleur
from zvh_desktop.ui.widgets.aandachtsregel import Aandachtsregel
from zvh_desktop.ui.widgets.eigenaar import toont_van
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.regelhoogte import Regelhoogte
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


def _partij(regel: VrijgaveRegel) -> object:
    return regel.partij


def _overleg(regel: VrijgaveRegel) -> object:
    return regel.overleg


def _besproken(regel: VrijgaveRegel) -> object:
    return regel.overlegd_met


def _door(regel: VrijgaveRegel) -> object:
    return f"{regel.vrijgegeven_door}, {datum_kort(regel.vrijgegeven_op.date())}"


class ItemDetails(QWidget):
    """Shows; changes nothing."""

    def __init__(self, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("informatie_details")
        self.kop = Kop("", self, factor=1.05)
        self.stand = Aandachtsregel(self)
        self.stand.setObjectName("informatie_stand")
        self.feiten = StilleTekst("", self)
        self.tekst = Tekstveld("Informatie", self, regels=6)
        self.tekst.setObjectName("informatie_tekst")
        self.tekst.setReadOnly(True)
        self.vrijgaven = FilterTabel(
            "inzage_vrijgaven",
            "wie dit vooraf leest",
            (
                Kolom[VrijgaveRegel]("partij", "Leest vooraf", _partij, breedte=26),
                Kolom[VrijgaveRegel]("stand", "Stand", vrijgave_tekst, breedte=28, icoon=vrijgave_icoon),
                Kolom[VrijgaveRegel]("overleg", "Overleg", _overleg, breedte=36),
                Kolom[VrijgaveRegel]("besproken", "Besproken met", _besproken, breedte=22),
                Kolom[VrijgaveRegel]("door", "Vrijgegeven door", _door, breedte=28),
            ),
            leeg=LegeStaat(
                Icoon.OOG,
                "Niemand leest dit vooraf",
                "Hier staat wie het stuk met de uitnodiging krijgt, als dat is vrijgegeven.",
            ),
            instellingen=gereedschap.instellingen,
            klembord=gereedschap.klembord,
            ouder=self,
        )
        self.hoogte = Regelhoogte(self.vrijgaven.tabel, 6)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        for deel in (self.kop, self.stand, self.feiten, self.tekst, self.vrijgaven):
            indeling.addWidget(deel)
        self.toon(None)

    def toon(self, item: InformatieRegel | None) -> None:
        """Show this item, or nothing."""
        toont_van(self, item.id if item is not None else None)
        self.setVisible(item is not None)
        self.kop.setText(item.titel if item is not None else "")
        self.feiten.setText(_feiten(item) if item is not None else "")
        if item is None:
            self.tekst.maak_leeg()
            self.stand.zet(None)
            self.vrijgaven.maak_leeg()
            return
        self.tekst.laad(item.tekst)
        self.tekst.setVisible(bool(item.tekst.strip()))
        if item.belemmering is not None:
            self.stand.zet(item.belemmering, Icoon.SLOT, Kleur.LET_OP)
        else:
            open_ = Aandachtspunt("Dit stuk kan worden vrijgegeven om vooraf te lezen.")
            self.stand.zet(open_, Icoon.SLOT_OPEN, Kleur.GOED)
        self.vrijgaven.zet_regels(item.vrijgaven)


def _feiten(item: InformatieRegel) -> str:
    wijze = f", {item.ontvangen_wijze}" if item.ontvangen_wijze else ""
    regels = [
        f"Toegestaan gebruik: {item.gebruik or 'nog niet bepaald'}",
        f"{REGIME_UITLEG[item.regime]}. Gegeven door {item.verstrekker} op {datum_kort(item.ontvangen_op)}{wijze}.",
        f"Vastgelegd door {item.vastgelegd_door} op {datum_kort(item.vastgelegd_op.date())}.",
    ]
    if item.bijlage_naam:
        mee = "" if item.bijlage_pdf else "; geen pdf, kan niet mee"
        regels.append(f"Bijlage: {item.bijlage_naam} ({grootte_tekst(item.bijlage_grootte)}{mee})")
    for akkoord in item.akkoorden:
        weg = f", ingetrokken op {datum_kort(akkoord.ingetrokken_op)}" if akkoord.ingetrokken_op else ""
        regels.append(
            f"Akkoord van {akkoord.gegeven_door} op {datum_kort(akkoord.op)}, {akkoord.wijze}{weg} "
            f"(vastgelegd door {akkoord.vastgelegd_door})."
        )
    return "\n".join(regels)
