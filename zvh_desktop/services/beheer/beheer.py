"""Beheer: accounts, own password, recovery key, this device, backup and the check of the vault."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.controle import controleer
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.kluis import NieuweGebruiker
from zvh_desktop.database.koffer.slapend import Slaapplaats
from zvh_desktop.database.reservekopie import maak_reservekopie
from zvh_desktop.database.sleutels.gebruikers import schone_naam, schone_weergavenaam
from zvh_desktop.database.zitting.eigen_apparaat import NIET_OP_SERVER
from zvh_desktop.errors import GebruikersFout, SleutelhangerNietVeilig
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.taal import datum_lang
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.beheer.rollen import Rolgevolg, RollenService
from zvh_desktop.services.huis.eigen_lijsten import heeft_iets_eigens, vergeet_wat_eigen_is
from zvh_desktop.services.kluis.gegevens import AccountInvoer, Voortgang, WachtwoordOordeel
from zvh_desktop.services.kluis.herstelblad import maak_herstelblad
from zvh_desktop.services.kluis.wachtwoordsterkte import beoordeel_wachtwoord
from zvh_desktop.services.werkplek.invoer import vraag_of_bedoeld
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.services.werkplek.rechten import Recht, niet_op_server, rolnaam
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class AccountRegel:
    """An account as shown."""

    naam: str
    weergavenaam: str
    rollen: frozenset[Rol]
    ik: bool


@dataclass(frozen=True, slots=True)
class NieuweHerstelsleutel:
    """A recovery key, here once and nowhere else, with the sheet to print."""

    sleutel: str = field(repr=False)
    blad_pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class DitApparaat:
    """Whether the vault opens here without a password, and if that is not possible, why."""

    aan: bool
    bezwaar: str = ""


class BeheerService:
    """Use cases of the beheerder, and of everyone on the own account."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek
        self._rollen = RollenService(werkplek)

    def accounts(self) -> tuple[AccountRegel, ...]:
        """Every account, by name. Raises NietBevoegd."""
        with self._werkplek.lees(Recht.ACCOUNTS_BEHEREN):
            return tuple(
                AccountRegel(g.naam, g.weergavenaam, g.rollen, g.naam == self._werkplek.gebruiker)
                for g in self._werkplek.kluis.gebruikers()
            )

    def beoordeel_wachtwoord(self, wachtwoord: str, /) -> WachtwoordOordeel:
        """Whether a new password is strong enough."""
        return beoordeel_wachtwoord(wachtwoord)

    def voeg_account_toe(self, invoer: AccountInvoer) -> Rolgevolg:
        """Add an account; its owner changes the password at the first login.

        Raises InvoerOngeldig, LijktOp, NietBevoegd. A role of weight waits for somebody else; what comes back says
        whether it does.
        """
        self._rollen.keur_nieuw_account(invoer.rollen)
        self._vraag_of_gelijkend(invoer)
        nieuw = NieuweGebruiker(invoer.naam, invoer.weergavenaam, invoer.rollen, invoer.wachtwoord, tijdelijk=True)
        gevolg = Rolgevolg.GEDAAN

        def doe(daad: Daad) -> None:
            nonlocal gevolg
            met_rollen, gevolg = self._rollen.bij_nieuw_account(daad, invoer.naam, invoer.rollen)
            self._werkplek.kluis.accounts.voeg_toe(nieuw, met_rollen)

        if self._werkplek.kluis.sleutelbestand.slot(naam := schone_naam(invoer.naam)) is None:
            # Before the act, so that a full disk refuses it whole; for when the program stopped halfway a removal.
            self._vergeet(naam)
        self._beheer("account toegevoegd", doe)
        self._werkplek.kluis.lees_rollen()
        return gevolg

    def _vraag_of_gelijkend(self, invoer: AccountInvoer) -> None:
        bekend = self._werkplek.kluis.gebruikers()
        naam = schone_naam(invoer.naam)
        if self._werkplek.kluis.sleutelbestand.slot(naam) is None:  # the same name is refused further on
            vraag_of_bedoeld("naam", naam, (een.naam for een in bekend), invoer.gezien)
        weergavenaam = schone_weergavenaam(invoer.weergavenaam)
        vraag_of_bedoeld("weergavenaam", weergavenaam, (een.weergavenaam for een in bekend), invoer.gezien)

    def wijzig_rollen(self, naam: str, rollen: frozenset[Rol]) -> Rolgevolg:
        """Give an account other roles, or propose it where somebody else can confirm it.

        Raises InvoerOngeldig, NietBevoegd, BevestigingNodig.
        """
        return self._rollen.wijzig(naam, rollen)

    def verwijder_account(self, naam: str) -> Rolgevolg:
        """Remove an account; the database gets a new key, so an old copy of the key file opens nothing.

        Not on a server: there the key stays, and the database account has to be withdrawn (ADR 0096).
        """
        self._rollen.keur_verwijderen(naam)
        lid = self._rollen.lid(naam)
        gevolg = Rolgevolg.GEDAAN

        def doe(daad: Daad) -> None:
            nonlocal gevolg
            met_rollen, gevolg = self._rollen.bij_verwijderen(daad, lid)
            self._werkplek.kluis.accounts.verwijder(naam, met_rollen)

        self._beheer("account verwijderd", doe)
        # The account is gone, whatever the disk says of its blocks; of whom it gets the name they go as it begins.
        with suppress(GebruikersFout):
            self._vergeet(naam)
        self._werkplek.kluis.lees_rollen()
        return gevolg

    def _vergeet(self, naam: str) -> None:
        """What an account of this name kept for itself."""
        with vertaal_databasefout():
            with self._werkplek.kluis.lees_sessies() as sessie:
                if not heeft_iets_eigens(sessie, naam):
                    return
            with self._werkplek.kluis.sessies.begin() as sessie:
                vergeet_wat_eigen_is(sessie, naam)

    def wijzig_wachtwoord(self, oud: str, nieuw: str) -> None:
        """Change the own password. Raises WachtwoordOnjuist, InvoerOngeldig.

        A koffer of today that sleeps here would go on opening with the one of before, so it goes.
        """
        kluis = self._werkplek.kluis
        self._beheer("wachtwoord gewijzigd", partial(kluis.accounts.wijzig_wachtwoord, oud, nieuw), None)
        with suppress(OSError):  # what stays goes the next time that one is kept fresh: it is of other keys
            Slaapplaats(kluis).wis()

    def nieuwe_herstelsleutel(self) -> NieuweHerstelsleutel:
        """A recovery key to put on paper. The old one keeps working until ``herstelsleutel_bewaard``.

        Raises NietBevoegd.
        """
        plek = self._werkplek
        with plek.lees(Recht.ACCOUNTS_BEHEREN):
            pass
        sleutel = plek.kluis.sleutels.verzin_herstelsleutel()
        return NieuweHerstelsleutel(sleutel, maak_herstelblad(plek.kluis, plek.profiel, sleutel, plek.vandaag()))

    def herstelsleutel_bewaard(self, nieuw: NieuweHerstelsleutel) -> None:
        """The sheet was printed or put away: from now on this key counts, and the old one stops working.

        Raises NietBevoegd, KluisFout; the old one works then as before.
        """
        self._beheer(
            "herstelsleutel vernieuwd", partial(self._werkplek.kluis.sleutels.vernieuw_herstelsleutel, nieuw.sleutel)
        )

    def dit_apparaat(self) -> DitApparaat:
        """Whether this account opens the vault on this device without a password."""
        if self._werkplek.kluis.op_server:
            return DitApparaat(aan=False, bezwaar=NIET_OP_SERVER)
        try:
            return DitApparaat(aan=self._werkplek.kluis.apparaat.aan())
        except SleutelhangerNietVeilig as fout:
            return DitApparaat(aan=False, bezwaar=str(fout))

    def zet_dit_apparaat(self, *, aan: bool) -> None:
        """Open on this device without a password, or no longer. Raises SleutelhangerNietVeilig."""
        kluis = self._werkplek.kluis
        if aan:
            self._beheer("openen zonder wachtwoord aangezet", kluis.apparaat.schakel_in, None)
        else:
            self._beheer("openen zonder wachtwoord uitgezet", kluis.apparaat.schakel_uit, None)

    def maak_reservekopie(self, doel: Path, voortgang: Voortgang | None = None) -> None:
        """Write a checked copy to a new folder, while in use. Raises KluisFout, InvoerOngeldig; as ``voortgang``."""
        maak = partial(maak_reservekopie, self._werkplek.kluis, doel, voortgang=voortgang)
        self._beheer("reservekopie gemaakt", maak, Recht.RESERVEKOPIE)

    def controleer(self) -> tuple[str, ...]:
        """Check pages, references, signatures, chains and what the columns say; every finding as a sentence."""
        with self._werkplek.lees(Recht.RESERVEKOPIE):
            pass
        if self._werkplek.kluis.op_server:
            raise niet_op_server(Recht.RESERVEKOPIE)
        gevonden = (*controleer(self._werkplek.kluis), *ControleService(self._werkplek).vind())
        return tuple(dict.fromkeys(gevonden))

    def aanvaard_stand(self) -> None:
        """Accept an older state, after a backup was restored on purpose. Raises BevestigingNodig, NietBevoegd."""
        if self._werkplek.mag(Recht.STAND_AANVAARDEN).mag:
            self._werkplek.eis_bevestiging()
        self._beheer("oudere stand aanvaard", self._werkplek.kluis.stand.aanvaard, Recht.STAND_AANVAARDEN)

    def aanvaarding(self) -> str:
        """What is asked of who saw a newer state than one that a beheerder accepted; empty where nothing is."""
        plek = self._werkplek
        aanvaarding = plek.kluis.stand.aanvaarding
        if aanvaarding is None or plek.kluis.alleen_lezen:
            return ""
        namen = {een.naam: een.weergavenaam for een in plek.kluis.gebruikers()}
        wie = namen.get(aanvaarding.gebruiker, aanvaarding.gebruiker)
        moment = aanvaarding.op.astimezone(AMSTERDAM)
        rol = rolnaam(Rol.BEHEERDER, plek.profiel.termen)
        return (
            f"{wie} ({rol}) aanvaardde op {datum_lang(moment.date())} om {moment:%H.%M} uur een oudere stand dan u "
            "eerder zag. Wat u daarna zag of ondertekende, kan ontbreken.\n\n"
            "Werkt u verder met deze stand? Doe dat als u weet dat er een reservekopie is teruggezet; vraag het anders "
            "eerst na. Zolang u dat niet doet, telt voor u geen oordeel en geen handtekening."
        )

    def volg_aanvaarding(self) -> None:
        """Go on with the older state that a beheerder accepted. Raises NietBevoegd."""
        self._beheer("oudere stand gevolgd", self._werkplek.kluis.stand.volg_aanvaarding, None)

    def _beheer(
        self, handeling: str, doe: Callable[[Daad], None], recht: Recht | None = Recht.ACCOUNTS_BEHEREN
    ) -> None:
        """Rights first, then the act together with its log line: both are there, or neither (ADR 0033)."""
        try:
            doe(self._werkplek.daad(handeling, recht))
        except GebruikersFout:
            self._werkplek.log_weigering(handeling, "kluis")
            raise
        self._werkplek.handelingen += 1
