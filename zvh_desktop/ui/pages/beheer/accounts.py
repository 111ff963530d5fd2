"""Accounts: who may open the vault, in which roles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.beheer.beheer import AccountRegel
from zvh_desktop.services.beheer.rollen import Rolgevolg
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.bevestiging import Bevestigingsdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.beheer.accountdialoog import AccountDialoog, RollenDialoog
from zvh_desktop.ui.pages.beheer.lijstdeel import LijstDeel
from zvh_desktop.ui.teksten.algemeen import OOK_OP_DE_SERVER
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.legestaat import LegeStaat

_GEVOLG = {
    Rolgevolg.NIETS: "Er is niets gewijzigd: deze rollen had dit account al.",
    Rolgevolg.ALLEEN: "Er was niemand anders om het te bevestigen; iedere {procesregisseur} krijgt het te zien.",
    Rolgevolg.WACHT: "De rol wacht op bevestiging door iemand anders; zie Rolwijzigingen.",
}


def _weergavenaam(regel: AccountRegel) -> object:
    return f"{regel.weergavenaam} (u)" if regel.ik else regel.weergavenaam


def _naam(regel: AccountRegel) -> object:
    return regel.naam


class Accounts(LijstDeel[AccountRegel]):
    """The list with three acts. The own account and the last beheerder cannot be removed."""

    recht = Recht.ACCOUNTS_BEHEREN
    als_bestand = Lijst.ACCOUNTS

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        wat = "het huis" if diensten.sessie.op_server else "de kluis"
        super().__init__(
            "Accounts",
            f"Wie {wat} mag openen, en in welke rol. Ieder heeft een eigen wachtwoord; niemand anders kent dat.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_accounts")
        self._bezig = False
        self._rolnamen = {rol: diensten.rolnaam(rol) for rol in Rol}
        self.rollen_knop = gereedschapsknop(
            "account_rollen_knop", Icoon.POTLOOD, "Wijzig &rollen", "De rollen van dit account wijzigen (F2)", self
        )
        self.weg_knop = gereedschapsknop(
            "account_verwijderen_knop", Icoon.PRULLENBAK, "&Verwijder…", "Dit account verwijderen (Delete)", self
        )
        self.nieuw_knop = knop("account_toevoegen_knop", "Voeg account &toe", self, Icoon.PLUS)
        self.nieuw_knop.setToolTip("Toevoegen (Insert)")
        self.bouw_lijst(
            "accounts",
            (
                Kolom[AccountRegel]("weergavenaam", "Naam", _weergavenaam, breedte=24),
                Kolom[AccountRegel]("naam", "Gebruikersnaam", _naam, breedte=18),
                Kolom[AccountRegel]("rollen", "Rollen", self._rollen, breedte=30),
            ),
            LegeStaat(
                Icoon.PERSOON, "Geen accounts te zien", "Hier staan de accounts van deze kluis, voor de beheerder."
            ),
            knoppen=(self.nieuw_knop, self.rollen_knop, self.weg_knop),
        )
        self.meldregel.neem_de_breedte()
        self._toevoegen = sneltoets("Ins", waar=self.tabel)
        self._wijzigen = sneltoets("F2", waar=self.tabel)
        self._verwijderen = sneltoets("Del", waar=self.tabel.tabel)
        self._verbind()

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self.voeg_toe)
        self.rollen_knop.clicked.connect(self.wijzig_rollen)
        self.weg_knop.clicked.connect(self.verwijder)
        self._toevoegen.activated.connect(self.voeg_toe)
        self._wijzigen.activated.connect(self.wijzig_rollen)
        self._verwijderen.activated.connect(self.verwijder)
        self.tabel.regel_geopend.connect(self._on_regel_geopend)

    def lees(self) -> Sequence[AccountRegel]:
        return self._diensten.beheer.accounts()

    # --- acts -------------------------------------------------------------------------------------

    def voeg_toe(self) -> None:
        """Ask a new account and add it."""
        if not self.nieuw_knop.isEnabled() or not self._met_wachtwoord(""):
            return
        beheer = self._diensten.beheer
        gevolg = AccountDialoog.vraag(
            beheer, beheer.voeg_account_toe, self._gereedschap.taken, self._rolnamen, ouder=self
        )
        if gevolg:
            self._klaar(f"Het account is toegevoegd.{self._ook_op_de_server(gevolg)}", gevolg)

    def _rollen(self, regel: AccountRegel) -> object:
        return ", ".join(self._rolnamen[rol] for rol in Rol if rol in regel.rollen)

    def wijzig_rollen(self) -> None:
        """Give the chosen account other roles."""
        regel = self.tabel.gekozen()
        if regel is None or not self.rollen_knop.isEnabled():
            return
        if not self._met_wachtwoord(regel.naam):
            return
        bewaar = partial(self._diensten.beheer.wijzig_rollen, regel.naam)
        gevolg = RollenDialoog.vraag(regel.weergavenaam, regel.rollen, bewaar, self._rolnamen, ouder=self)
        if gevolg:
            wacht = f"Voorgesteld: andere rollen voor {regel.weergavenaam}."
            klaar = f"De rollen van {regel.weergavenaam} zijn gewijzigd.{self._ook_op_de_server(gevolg)}"
            self._klaar(wacht if gevolg is Rolgevolg.WACHT else klaar, gevolg)

    def verwijder(self) -> None:
        """Remove the chosen account, after saying what that means."""
        regel = self.tabel.gekozen()
        if regel is None or not self.weg_knop.isEnabled():
            return
        vraag = _vraag_verwijderen(regel.naam, regel.weergavenaam, op_server=self._op_server)
        if not self._gereedschap.melder.bevestig(self, vraag, f"Verwijder account {regel.naam}"):
            return
        if not self._met_wachtwoord(regel.naam, weg=True):
            return
        self._bezig = True
        self.toon_knoppen()
        erbij = "" if self._op_server else " en de kluis krijgt een nieuwe sleutel"
        self.meldregel.zeg(f"Account {regel.naam} wordt verwijderd{erbij}…")
        self._gereedschap.taken.start(
            partial(self._diensten.beheer.verwijder_account, regel.naam),
            gelukt=self._on_verwijderd,
            mislukt=self._on_niet_verwijderd,
        )

    def _on_verwijderd(self, gevolg: object) -> None:
        self._bezig = False
        ook = (
            "Laat de afdeling ICT het databaseaccount intrekken en het huis onder een nieuwe sleutel brengen."
            if self._op_server
            else "De kluis heeft een nieuwe sleutel."
        )
        self._klaar(f"Het account is verwijderd. {ook}", gevolg)

    def _ook_op_de_server(self, gevolg: object) -> str:
        """What a role may on a server, ICT has follow."""
        volgt = self._op_server and gevolg in (Rolgevolg.GEDAAN, Rolgevolg.ALLEEN)
        return f" {OOK_OP_DE_SERVER}" if volgt else ""

    @property
    def _op_server(self) -> bool:
        return self._diensten.sessie.op_server

    def _on_niet_verwijderd(self, fout: GebruikersFout) -> None:
        self._bezig = False
        self.meldregel.zeg("")
        self.toon_knoppen()
        self._gereedschap.melder.toon_fout(self, fout)

    def _met_wachtwoord(self, naam: str, *, weg: bool = False) -> bool:
        """Ask the password where a change takes effect on the word of this beheerder alone; False when not given."""
        if not self._diensten.rollen.vraagt_wachtwoord(naam, weg=weg):
            return True
        return Bevestigingsdialoog.vraag(self._diensten, self._gereedschap.taken, self)

    def _klaar(self, tekst: str, gevolg: object = None) -> None:
        self.vernieuw()
        erbij = (
            _GEVOLG.get(gevolg, "").replace("{procesregisseur}", self._diensten.termen.procesregisseur)
            if isinstance(gevolg, Rolgevolg)
            else ""
        )
        self.meldregel.zeg(erbij if gevolg is Rolgevolg.NIETS else f"{tekst} {erbij}".strip())
        self.opgeslagen.emit()

    # --- what may be done -------------------------------------------------------------------------

    def _bezwaar_verwijderen(self, regel: AccountRegel | None) -> str:
        if regel is None:
            return "Kies eerst een account."
        if regel.ik:
            return "U kunt uw eigen account niet verwijderen. Vraag het een andere beheerder."
        if self._laatste_beheerder(regel):
            return "Dit is de laatste beheerder. Maak eerst iemand anders beheerder."
        return "Even geduld, er wordt nog een account verwijderd." if self._bezig else ""

    def _laatste_beheerder(self, regel: AccountRegel) -> bool:
        beheerders = [ander for ander in self.tabel.model.regels if Rol.BEHEERDER in ander.rollen]
        return beheerders == [regel]

    def toon_knoppen(self) -> None:
        regel = self.tabel.gekozen()
        self.zet_recht(self.nieuw_knop, Recht.ACCOUNTS_BEHEREN, verder=not self._bezig)
        self.zet_recht(
            self.rollen_knop, Recht.ACCOUNTS_BEHEREN, verder=regel is not None, reden="Kies eerst een account."
        )
        bezwaar = self._bezwaar_verwijderen(regel)
        self.zet_recht(self.weg_knop, Recht.ACCOUNTS_BEHEREN, verder=not bezwaar, reden=bezwaar)

    def _on_regel_geopend(self, _regel: AccountRegel) -> None:
        self.wijzig_rollen()


def _vraag_verwijderen(naam: str, weergavenaam: str, *, op_server: bool) -> str:
    blijft = "Wat deze gebruiker heeft ondertekend, blijft geldig. Dit kan niet ongedaan worden gemaakt."
    if op_server:
        return (
            f"Account {naam} verwijderen? {weergavenaam} kan het huis daarna niet meer openen. De sleutel van het huis "
            "blijft dezelfde: laat de afdeling ICT daarom meteen ook het databaseaccount intrekken waarmee deze "
            f"gebruiker de server bereikte, en het huis onder een nieuwe sleutel brengen (zvh team vernieuw). {blijft}"
        )
    return (
        f"Account {naam} verwijderen? {weergavenaam} kan de kluis daarna niet meer openen, ook niet met een oude kopie "
        "van het sleutelbestand. De kluis krijgt een nieuwe sleutel en wordt daarmee opnieuw versleuteld; bij een "
        f"grote kluis duurt dat even. {blijft}"
    )
