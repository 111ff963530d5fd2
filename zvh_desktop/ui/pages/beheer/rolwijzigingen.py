"""Changes of roles that wait for a second person: confirmed here, or taken away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.services.beheer.rollen import RolvoorstelRegel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.beheer.lijstdeel import LijstDeel
from zvh_desktop.ui.teksten.algemeen import OOK_OP_DE_SERVER
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


def _zin(regel: RolvoorstelRegel) -> object:
    return regel.zin


def _door(regel: RolvoorstelRegel) -> object:
    return regel.door


def _op(regel: RolvoorstelRegel) -> object:
    return regel.op


def _tot(regel: RolvoorstelRegel) -> object:
    return f"verlopen op {regel.tot}" if regel.verlopen else regel.tot


def _wie(regel: RolvoorstelRegel) -> object:
    return regel.wie


class Rolwijzigingen(LijstDeel[RolvoorstelRegel]):
    """The list with two acts. Why a change cannot be confirmed by this user stands below it."""

    recht = Recht.ROLLEN_BEVESTIGEN
    als_bestand = Lijst.ROLWIJZIGINGEN

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Rolwijzigingen",
            f"Niemand krijgt de rol van beheerder of {diensten.termen.procesregisseur} op het woord van één persoon. "
            "Een ander kijkt mee en bevestigt met het eigen wachtwoord; tot dan geldt de wijziging niet.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_rolwijzigingen")
        self.bevestig_knop = knop("rolwijziging_bevestigen_knop", "&Bevestig deze wijziging", self, Icoon.VINK)
        self.intrek_knop = gereedschapsknop(
            "rolwijziging_intrekken_knop",
            Icoon.PRULLENBAK,
            "Voorstel &intrekken",
            "Dit voorstel intrekken; er verandert dan niets",
            self,
        )
        self.bezwaar = Statuslabel(Icoon.INFO, "", self, kleur=Kleur.STIL)
        self.bezwaar.setObjectName("rolwijziging_bezwaar")
        self.bezwaar.laat_afbreken()
        self.bouw_lijst(
            "rolwijzigingen",
            (
                Kolom[RolvoorstelRegel]("zin", "Wijziging", _zin, breedte=44),
                Kolom[RolvoorstelRegel]("door", "Voorgesteld door", _door, breedte=18),
                Kolom[RolvoorstelRegel]("op", "Op", _op, breedte=14),
                Kolom[RolvoorstelRegel]("tot", "Wacht tot", _tot, breedte=16),
                Kolom[RolvoorstelRegel]("wie", "Te bevestigen door", _wie, breedte=22),
            ),
            LegeStaat(
                Icoon.VINK,
                "Er wacht geen wijziging",
                "Stelt een beheerder bij Accounts een andere rol voor, dan staat dat hier tot een ander het bevestigt.",
            ),
            knoppen=(self.bevestig_knop, self.intrek_knop),
            eronder=(self.bezwaar,),
        )
        self._verbind()

    def _verbind(self) -> None:
        self.bevestig_knop.clicked.connect(self.bevestig)
        self.intrek_knop.clicked.connect(self.trek_in)

    def lees(self) -> Sequence[RolvoorstelRegel]:
        return self._diensten.rollen.wachtend()

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.bezwaar.zet(Icoon.INFO, "")

    def bevestig(self) -> None:
        """Stand behind the chosen change, with the own password."""
        regel = self.tabel.gekozen()
        if regel is not None and self.teken(partial(self._diensten.rollen.bevestig, regel.nummer), (regel.zin,)):
            wacht = any(ander.nummer == regel.nummer for ander in self._diensten.rollen.wachtend())
            ook = f" {OOK_OP_DE_SERVER}" if self._diensten.sessie.op_server else ""
            self._klaar(
                "Bevestigd. Er moet nog iemand anders achter staan."
                if wacht
                else f"Bevestigd. De wijziging geldt vanaf de volgende keer aanmelden.{ook}"
            )

    def trek_in(self) -> None:
        """Take the chosen proposal away."""
        regel = self.tabel.gekozen()
        if regel is not None and self.lukt(partial(self._diensten.rollen.trek_in, regel.nummer)):
            self._klaar("Het voorstel is ingetrokken. Er is niets veranderd.")

    def _klaar(self, tekst: str) -> None:
        self.vernieuw()
        self.meldregel.zeg(tekst)

    def toon_knoppen(self) -> None:
        regel = self.tabel.gekozen()
        geen = "Kies eerst een wijziging."
        bezwaar = geen if regel is None else regel.bezwaar
        self.zet_recht(self.bevestig_knop, Recht.ROLLEN_BEVESTIGEN, verder=not bezwaar, reden=bezwaar)
        self.zet_recht(self.intrek_knop, Recht.ROLLEN_BEVESTIGEN, verder=regel is not None, reden=geen)
        # In full: a column may be too narrow for what somebody is about to sign.
        self.bezwaar.zet(Icoon.INFO, f"{regel.zin}. {regel.bezwaar}".strip() if regel else "", kleur=Kleur.STIL)
