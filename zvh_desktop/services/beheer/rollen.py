"""Who gets which role: proposed by one, confirmed by another, and said out loud where there is no other (ADR 0034)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from sqlalchemy.orm import Session

from zvh_desktop.database.daad import Daad
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.keten.rollen import lid_van, teken_rollen
from zvh_desktop.database.keten.rolstand import (
    GELDIG,
    VAN_GEWICHT,
    Lid,
    Roldoel,
    Rolfeit,
    RolGeweigerd,
    Rolmelding,
    Rolstand,
    Rolvoorstel,
    Tekenaar,
    inhoud_voorstel,
)
from zvh_desktop.database.sleutels.accounts import vereis_slot
from zvh_desktop.database.sleutels.gebruikers import schone_rollen
from zvh_desktop.errors import GebruikersFout, NietBevoegd, NietGevonden
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.services.werkplek.rechten import Recht, rolnaam
from zvh_desktop.services.werkplek.werkplek import Werkplek

GEWIJZIGD: Final = "rollen gewijzigd"
VOORGESTELD: Final = "rolwijziging voorgesteld"
ALLEEN_GEDAAN: Final = "rolwijziging zonder tweede gedaan"
BEVESTIGD: Final = "rolwijziging bevestigd"
INGETROKKEN: Final = "rolwijziging ingetrokken"
GEZIEN: Final = "rolwijzigingen gezien"
_HANDELING: Final = {Rolfeit.VOORSTEL: VOORGESTELD, Rolfeit.ALLEEN: ALLEEN_GEDAAN}


class Rolgevolg(StrEnum):
    """What became of a change that was asked for."""

    NIETS = "niets"
    GEDAAN = "gedaan"
    ALLEEN = "alleen"
    WACHT = "wacht"


_GEVOLG: Final = {Rolfeit.VOORSTEL: Rolgevolg.WACHT, Rolfeit.ALLEEN: Rolgevolg.ALLEEN}


@dataclass(frozen=True, slots=True)
class RolvoorstelRegel:
    """A change of roles that waits, as shown. ``bezwaar`` says why this user may not confirm it."""

    nummer: int
    zin: str
    door: str
    op: str
    tot: str
    wie: str
    verlopen: bool
    bezwaar: str


@dataclass(frozen=True, slots=True)
class MeldingRegel:
    """A change that was made on the word of one person, as shown."""

    nummer: int
    zin: str


class RollenService:
    """Use cases on roles. Each statement is signed in the transaction of its log line."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    # What is shown

    def wachtend(self) -> tuple[RolvoorstelRegel, ...]:
        """Every change that waits, the newest first. Raises NietBevoegd."""
        with self._werkplek.lees(Recht.ROLLEN_BEVESTIGEN):
            stand = self._werkplek.kluis.rolstand
            return tuple(self._regel(stand, voorstel) for voorstel in reversed(tuple(stand.voorstellen.values())))

    def voor_mij(self) -> tuple[RolvoorstelRegel, ...]:
        """What this user can confirm now; empty for who may not."""
        if not self._werkplek.mag(Recht.ROLLEN_BEVESTIGEN).mag:
            return ()
        return tuple(regel for regel in self.wachtend() if not regel.bezwaar)

    def ongezien(self) -> tuple[MeldingRegel, ...]:
        """What this procesregisseur has to see before anything else; empty for others."""
        stand = self._werkplek.kluis.rolstand
        return tuple(
            MeldingRegel(melding.nummer, self._meldzin(melding)) for melding in stand.ongezien(self._werkplek.gebruiker)
        )

    def vraagt_wachtwoord(self, naam: str, *, weg: bool = False) -> bool:
        """Whether a change for this account takes effect at once, and so is signed with the password."""
        stand = self._werkplek.kluis.rolstand
        if not stand.begonnen or (weg and naam not in stand.leden):
            return False
        doel = Roldoel.VERWIJDERD if weg else Roldoel.ROLLEN
        return not stand.wie_bevestigt(doel, self._werkplek.gebruiker, naam)

    # Acts

    def wijzig(self, naam: str, rollen: frozenset[Rol]) -> Rolgevolg:
        """Give an account other roles, or propose it. Raises InvoerOngeldig, NietBevoegd, BevestigingNodig."""
        kluis, stand = self._werkplek.kluis, self._werkplek.kluis.rolstand
        try:
            with self._werkplek.lees(Recht.ACCOUNTS_BEHEREN):
                nieuw, oud = schone_rollen(rollen), self.lid(naam)
            nu, lid = stand.rollen_van(oud), Lid(oud.naam, oud.sleutel, nieuw)
            if nu == nieuw:
                return Rolgevolg.NIETS
            self._eis_beheerder_blijft(oud.naam, nieuw)
            wat = _omschrijf(oud.naam, nu, nieuw)
            daad = replace(self._werkplek.daad(GEWIJZIGD, Recht.ACCOUNTS_BEHEREN, wat), object_soort="account")
            direct = not stand.begonnen or not (nu | nieuw) & VAN_GEWICHT
            if not direct:
                self._keur_alleen(stand, Roldoel.ROLLEN, lid)
            if direct:
                kluis.accounts.wijzig_rollen(naam, nieuw, daad)
                gevolg = Rolgevolg.GEDAAN
            else:
                gevolg = self._wijzig_met_handtekening(lid, oud, nu)
        except GebruikersFout:
            self._werkplek.log_weigering(GEWIJZIGD, "account", naam)
            raise
        self._werkplek.handelingen += 1
        return gevolg

    def bij_nieuw_account(self, daad: Daad, naam: str, rollen: frozenset[Rol]) -> tuple[Daad, Rolgevolg]:
        """The act of making an account, with the proposal of its roles where they are of weight. Made in one commit."""
        if not self._werkplek.kluis.rolstand.begonnen or not rollen & VAN_GEWICHT:
            return daad, Rolgevolg.GEDAAN
        feit = self._feit(Roldoel.NIEUW, naam)

        def teken(sessie: Session) -> None:
            # The signing key of a new account is made with it.
            self._teken_voorstel(sessie, feit, Roldoel.NIEUW, self.lid(naam), frozenset())

        return replace(daad, erbij=teken), _GEVOLG[feit]

    def keur_nieuw_account(self, rollen: frozenset[Rol]) -> None:
        """What can be refused about a new account before it is made. Raises BevestigingNodig."""
        stand = self._werkplek.kluis.rolstand
        if not stand.begonnen or not rollen & VAN_GEWICHT:
            return
        self._werkplek.eis_gezien()
        if not stand.anderen(self._werkplek.gebruiker):
            self._werkplek.eis_bevestiging()

    def keur_verwijderen(self, naam: str) -> None:
        """Refuse to remove an account when nobody would be left to confirm what waits. Raises NietBevoegd."""
        stand, bestand = self._werkplek.kluis.rolstand, self._werkplek.kluis.sleutelbestand
        if naam not in stand.leden:
            return
        self._werkplek.eis_gezien()
        blijven = {slot.certificaat.naam for slot in bestand.gebruikers} - {naam}
        wie = stand.wie_bevestigt(Roldoel.VERWIJDERD, self._werkplek.gebruiker, naam)
        if wie and not wie & blijven:
            raise NietBevoegd(
                "Er wacht nog een wijziging van rollen, en na dit verwijderen is er niemand meer die haar kan "
                "bevestigen.",
                veilig="Er is niets gewijzigd.",
                advies="Laat eerst bevestigen wat er wacht.",
            )
        if not wie:
            self._werkplek.eis_bevestiging()

    def bij_verwijderen(self, daad: Daad, lid: Lid) -> tuple[Daad, Rolgevolg]:
        """The act of removing an account, with the statement about it in the same commit.

        Somebody who can no longer get in keeps counting as somebody else, until another agrees.
        """
        oud = self._werkplek.kluis.rolstand.leden.get(lid.naam)
        if oud is None:
            return daad, Rolgevolg.GEDAAN
        feit, weg = self._feit(Roldoel.VERWIJDERD, oud.naam), Lid(oud.naam, oud.sleutel, frozenset())

        def teken(sessie: Session) -> None:
            self._teken_voorstel(sessie, feit, Roldoel.VERWIJDERD, weg, oud.rollen)

        return replace(daad, erbij=teken), _GEVOLG[feit]

    def lid(self, naam: str) -> Lid:
        """Somebody as the key file says. Raises NietGevonden."""
        return lid_van(vereis_slot(self._werkplek.kluis.sleutelbestand, naam).certificaat)

    def bevestig(self, nummer: int) -> None:
        """Stand behind a change that somebody else proposed; from here on it holds.

        Raises NietBevoegd, NietGevonden, BevestigingNodig.
        """
        voorstel = self._voorstel(nummer)
        with self._werkplek.schrijf(Recht.ROLLEN_BEVESTIGEN, BEVESTIGD, "account") as werk:
            werk.raakt(_van_naar(voorstel))
            if bezwaar := self._bezwaar(inzicht(werk.sessie).rolstand, voorstel):
                raise NietBevoegd(bezwaar, veilig="Er is niets gewijzigd.")
            self._eis_zelfde_sleutel(voorstel)
            self._werkplek.eis_bevestiging()
            self._teken(werk.sessie, {"wat": Rolfeit.BEVESTIGD.value, "voorstel": nummer})
        self._werkplek.kluis.lees_rollen()

    def trek_in(self, nummer: int) -> None:
        """Take a proposal away: by who made it, or by who could confirm it. Raises NietBevoegd, NietGevonden."""
        voorstel = self._voorstel(nummer)
        with self._werkplek.schrijf(Recht.ROLLEN_BEVESTIGEN, INGETROKKEN, "account") as werk:
            werk.raakt(_van_naar(voorstel))
            self._teken(werk.sessie, {"wat": Rolfeit.INGETROKKEN.value, "voorstel": nummer})
        self._werkplek.kluis.lees_rollen()

    def bevestig_gezien(self) -> None:
        """This procesregisseur saw what was done without a second. Raises BevestigingNodig."""
        ongezien = self._werkplek.kluis.rolstand.ongezien(self._werkplek.gebruiker)
        if not ongezien:
            return
        with self._werkplek.schrijf(Recht.ROLLEN_GEZIEN, GEZIEN, "account") as werk:
            werk.raakt(", ".join(dict.fromkeys(melding.lid.naam for melding in ongezien)))
            self._werkplek.eis_bevestiging()
            self._teken(werk.sessie, {"wat": Rolfeit.GEZIEN.value, "tot": ongezien[-1].nummer})
        self._werkplek.kluis.lees_rollen()

    # Inside

    def _feit(self, doel: Roldoel, naam: str) -> Rolfeit:
        wie = self._werkplek.kluis.rolstand.wie_bevestigt(doel, self._werkplek.gebruiker, naam)
        return Rolfeit.VOORSTEL if wie else Rolfeit.ALLEEN

    def _wijzig_met_handtekening(self, lid: Lid, oud: Lid, van: frozenset[Rol]) -> Rolgevolg:
        """What was refused was not signed, and then the certificates are the ones of before."""
        plek, feit = self._werkplek, self._feit(Roldoel.ROLLEN, lid.naam)
        plek.eis_gezien()
        # The certificate has to hold both until the chain says which of them count.
        beide = oud.rollen | lid.rollen
        if beide == oud.rollen:
            with plek.schrijf(Recht.ACCOUNTS_BEHEREN, _HANDELING[feit], "account") as werk:
                werk.raakt(_omschrijf(lid.naam, van, lid.rollen))
                self._teken(werk.sessie, self._voorstel_van(feit, Roldoel.ROLLEN, lid, van))
        else:

            def teken(sessie: Session) -> None:
                self._teken(sessie, self._voorstel_van(feit, Roldoel.ROLLEN, lid, van))

            daad = plek.daad(_HANDELING[feit], Recht.ACCOUNTS_BEHEREN, _omschrijf(lid.naam, van, lid.rollen))
            plek.kluis.accounts.wijzig_rollen(lid.naam, beide, replace(daad, object_soort="account", erbij=teken))
        plek.kluis.lees_rollen()
        return _GEVOLG[feit]

    def _teken_voorstel(self, sessie: Session, feit: Rolfeit, doel: Roldoel, lid: Lid, van: frozenset[Rol]) -> None:
        """Sign it beside another act, with a line of its own in the log."""
        self._teken(sessie, self._voorstel_van(feit, doel, lid, van))
        wat = _omschrijf(lid.naam, van, lid.rollen)
        daad = self._werkplek.daad(_HANDELING[feit], Recht.ACCOUNTS_BEHEREN, wat)
        replace(daad, object_soort="account").log(sessie)

    def _voorstel_van(self, feit: Rolfeit, doel: Roldoel, lid: Lid, van: frozenset[Rol]) -> Mapping[str, object]:
        return inhoud_voorstel(feit, doel, lid, van, self._werkplek.klok().astimezone(UTC) + GELDIG)

    def _keur_alleen(self, stand: Rolstand, doel: Roldoel, lid: Lid) -> None:
        """What can be refused before anything is written."""
        if stand.wie_bevestigt(doel, self._werkplek.gebruiker, lid.naam):
            return
        if bezwaar := stand.bezwaar_alleen(doel, self._werkplek.gebruiker, lid):
            raise NietBevoegd(
                f"Dit kan niet: {bezwaar}.",
                veilig="Er is niets gewijzigd.",
                advies="Maak eerst een account voor iemand anders die dit kan voorstellen of bevestigen.",
            )
        self._werkplek.eis_bevestiging()

    def _teken(self, sessie: Session, inhoud: Mapping[str, object]) -> None:
        plek = self._werkplek
        zicht = inzicht(sessie)
        zicht.eis_heel()
        tijd, certificaat = plek.klok().astimezone(UTC), plek.kluis.ondertekenaar.certificaat
        wie = Tekenaar(certificaat.naam, certificaat.tekensleutel, certificaat.rollen)
        try:
            zicht.rolstand.na(zicht.kop.nummer + 1, wie, tijd.isoformat(), inhoud)
        except RolGeweigerd as fout:
            raise NietBevoegd(
                f"Dit kan niet: {fout}.",
                veilig="Er is niets gewijzigd.",
                advies="Ga naar een ander onderdeel en weer terug: dan ziet u wat er nu wacht.",
            ) from fout
        teken_rollen(sessie, plek.kluis.ondertekenaar, inhoud, tijd)

    def _voorstel(self, nummer: int) -> Rolvoorstel:
        voorstel = self._werkplek.kluis.rolstand.voorstellen.get(nummer)
        if voorstel is None:
            raise NietGevonden("Dit voorstel wacht niet meer.", veilig="Er is niets gewijzigd.")
        return voorstel

    def _eis_zelfde_sleutel(self, voorstel: Rolvoorstel) -> None:
        """What is confirmed is a person with a key, and that key has to be the one that is in the vault now."""
        slot = self._werkplek.kluis.sleutelbestand.slot(voorstel.lid.naam)
        weg = voorstel.doel is Roldoel.VERWIJDERD
        if (slot is None) is not weg or (slot is not None and slot.certificaat.tekensleutel != voorstel.lid.sleutel):
            raise NietBevoegd(
                "Het account is intussen een ander geworden dan waar het voorstel over ging.",
                veilig="Er is niets gewijzigd.",
                advies="Trek het voorstel in en laat het opnieuw doen.",
            )

    def _eis_beheerder_blijft(self, naam: str, nieuw: frozenset[Rol]) -> None:
        anderen = [g for g in self._werkplek.kluis.gebruikers() if g.naam != naam and Rol.BEHEERDER in g.rollen]
        if Rol.BEHEERDER not in nieuw and not anderen:
            raise NietBevoegd(
                "Dit is de laatste beheerder. Er moet altijd een beheerder zijn.",
                veilig="Er is niets gewijzigd.",
                advies="Maak eerst iemand anders beheerder.",
            )

    def _regel(self, stand: Rolstand, voorstel: Rolvoorstel) -> RolvoorstelRegel:
        wie = stand.wie_bevestigt(voorstel.doel, voorstel.door, voorstel.lid.naam)
        return RolvoorstelRegel(
            voorstel.nummer,
            self._zin(voorstel),
            self._toonnaam(voorstel.door),
            self._dag(voorstel.op),
            self._dag(voorstel.tot),
            self._opsomming(wie - set(voorstel.bevestigd_door)),
            voorstel.verlopen(self._werkplek.klok().isoformat()),
            self._bezwaar(stand, voorstel),
        )

    def _bezwaar(self, stand: Rolstand, voorstel: Rolvoorstel) -> str:
        plek = self._werkplek
        if voorstel.verlopen(plek.klok().isoformat()):
            return "Dit voorstel is verlopen. Trek het in; het kan opnieuw worden gedaan."
        if plek.gebruiker in voorstel.bevestigd_door:
            return "U hebt dit al bevestigd. Er moet nog iemand anders achter staan."
        if stand.mag_bevestigen(voorstel.nummer, plek.gebruiker):
            return ""
        wie = self._opsomming(stand.wie_bevestigt(voorstel.doel, voorstel.door, voorstel.lid.naam))
        return f"Een ander moet dit bevestigen: {wie or f'een beheerder of {plek.profiel.termen.procesregisseur}'}."

    def _zin(self, wat: Rolvoorstel | Rolmelding) -> str:
        naam, rollen = self._toonnaam(wat.lid.naam), self._rolnamen(wat.lid.rollen)
        if wat.doel is Roldoel.VERWIJDERD:
            return f"Het account van {naam} ({self._rolnamen(wat.van)}) is verwijderd"
        if wat.doel is Roldoel.NIEUW:
            return f"Nieuw account voor {naam}: {rollen}"
        if wat.doel is Roldoel.SLEUTELS:
            return f"{naam} ({rollen}) kreeg met de herstelsleutel een nieuw wachtwoord"
        return f"{naam}: van {self._rolnamen(wat.van) or 'geen rol'} naar {rollen}"

    def _meldzin(self, melding: Rolmelding) -> str:
        return f"{self._zin(melding)}. Door {self._toonnaam(melding.door)} op {self._dag(melding.op)}."

    def _rolnamen(self, rollen: frozenset[Rol]) -> str:
        return " en ".join(rolnaam(rol, self._werkplek.profiel.termen) for rol in Rol if rol in rollen)

    def _toonnaam(self, naam: str) -> str:
        slot = self._werkplek.kluis.sleutelbestand.slot(naam)
        return slot.certificaat.weergavenaam if slot is not None else naam

    def _opsomming(self, namen: frozenset[str]) -> str:
        return " of ".join(sorted(map(self._toonnaam, namen)))

    def _dag(self, tijd: str) -> str:
        return datum_kort(datetime.fromisoformat(tijd).astimezone(AMSTERDAM).date())


def _van_naar(voorstel: Rolvoorstel) -> str:
    return _omschrijf(voorstel.lid.naam, voorstel.van, voorstel.lid.rollen)


def _omschrijf(naam: str, van: frozenset[Rol], naar: frozenset[Rol]) -> str:
    """Whose role changed into what, for the log: an account name and keys of roles."""
    return f"{naam}: {', '.join(sorted(van)) or '-'} > {', '.join(sorted(naar)) or '-'}"
