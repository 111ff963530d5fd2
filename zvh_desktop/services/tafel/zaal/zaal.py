"""The screen in the room: released by the chair for who is there, weighed, and empty as soon as that changes.

The gate is here and not in the window. A release names the seats, the oordelen under them and who was present; what is
read later holds it against the table as it stands at that moment, with every oordeel verified again. So whoever comes
in, whichever oordeel is withdrawn and by whatever way, the next reading gives nothing.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import Aanwezigheid, AgendapuntId, OverlegStatus, PartijId
from zvh_desktop.models.overleg import Agendapunt
from zvh_desktop.models.taal import opsomming
from zvh_desktop.services.casus.aanmeldingen import aanpak_naam
from zvh_desktop.services.poort.deelnames import Tafelschikking, lees_schikking
from zvh_desktop.services.stukken.weging import uitgaand
from zvh_desktop.services.tafel.verloop.geheimhouding import gewezen_punten
from zvh_desktop.services.tafel.verloop.tafelgebeurtenissen import rijen_van
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.services.tafel.verslag_lezen import MET_BETROKKENEN, verslag_punten
from zvh_desktop.services.tafel.zaal.gegevens import Zaalactie, Zaalbeeld, Zaalbesluit, Zaalstand, Zaalvrijgave
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


class ZaalService:
    """Use cases of the second screen."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    @property
    def versie(self) -> int:
        """Another number after each act that can change who may see what: then read again."""
        return self._werkplek.handelingen

    def geef_vrij(self, punt_id: AgendapuntId) -> Zaalvrijgave:
        """The chair shows this casus to who is there now.

        Raises GebruikersFout: the point is not open, is of the house itself, somebody sits there without a positive
        oordeel, or not everyone was told about secrecy.
        """
        with self._werkplek.schrijf(
            Recht.VERSLAG_SCHRIJVEN, "casus in de zaal getoond", "overleg", wacht_anders=False
        ) as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            schikking = lees_schikking(self._werkplek, werk.sessie, punt.overleg, MET_BETROKKENEN)
            if reden := _dicht(werk.sessie, punt, schikking):
                raise GebruikersFout(
                    f"Dit punt staat niet op het scherm in de zaal. {reden}", veilig="In de zaal is niets te zien."
                )
            return _vrijgave(punt, schikking)

    def toon(self, vrijgave: Zaalvrijgave) -> Zaalstand:
        """What the room may see now. Nothing when anybody came in, or any oordeel changed, since the release."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            punt = sessie.get(Agendapunt, vrijgave.punt_id)
            if punt is None:
                return Zaalstand(reden="Dit punt is er niet meer.")
            schikking = lees_schikking(self._werkplek, sessie, punt.overleg, MET_BETROKKENEN)
            reden = _dicht(sessie, punt, schikking) or _anders(vrijgave, _vrijgave(punt, schikking))
            if reden:
                return Zaalstand(reden=reden)
            beeld = self._beeld(sessie, punt, schikking)
            profiel = self._werkplek.profiel_van(sessie, punt.overleg)
            return Zaalstand(uitgaand(sessie, profiel, beeld, ook_onderweg=True))

    def _beeld(self, sessie: Session, punt: Agendapunt, schikking: Tafelschikking) -> Zaalbeeld:
        (dit,) = verslag_punten(self._werkplek, sessie, punt.overleg, schikking, [punt])
        casus = schikking.casus(punt)
        assert casus is not None and punt.gestart_op is not None  # noqa: S101 - _dicht said so
        return Zaalbeeld(
            casusnummer=dit.casusnummer,
            aanpak=aanpak_naam(self._werkplek, casus.aanpak),
            doel=dit.doel,
            besluit_soort=dit.besluit_naam,
            aan_tafel=_aan_tafel(dit),
            besluiten=tuple(Zaalbesluit(een.naam, een.invoer.omschrijving, een.belegd_bij) for een in dit.besluiten),
            acties=tuple(Zaalactie(een.invoer.omschrijving, een.belegd_bij, een.invoer.termijn) for een in dit.acties),
            tot=als_lokaal(punt.gestart_op) + timedelta(minutes=punt.minuten),
        )


def _aan_tafel(punt: VerslagPunt) -> tuple[str, ...]:
    return tuple(een.partij for een in punt.aanwezigen if een.aanwezigheid is Aanwezigheid.AANWEZIG)


def _dicht(sessie: Session, punt: Agendapunt, schikking: Tafelschikking) -> str:
    """Why nothing of this point may be in the room now, in a sentence; empty when it may."""
    if punt.casus_id is None:
        return "Het is een onderwerp van het huis zelf."
    bezig = punt.gestart_op is not None and punt.afgerond_op is None
    if punt.overleg.status != OverlegStatus.GEHOUDEN or not bezig:
        return "Het punt is niet bezig. Start het eerst."
    moeten_weg = [partij.naam for partij in schikking.onrechtmatig_aanwezig(punt).values()]
    if moeten_weg:
        wie = opsomming(moeten_weg)
        return f"{wie} mag niet (meer) bij deze casus zijn en staat nog op aanwezig. Zet {wie} van tafel."
    if punt.id not in gewezen_punten(rijen_van(sessie, punt.overleg)):
        return "Wijs eerst iedereen die er nu is op de geheimhouding."
    return ""


def _vrijgave(punt: Agendapunt, schikking: Tafelschikking) -> Zaalvrijgave:
    stoelen = schikking.bij(punt)
    return Zaalvrijgave(
        punt.id,
        frozenset((PartijId(partij.id), stoel.oordeel_id) for stoel, partij in stoelen),
        frozenset(PartijId(partij.id) for stoel, partij in stoelen if stoel.aanwezigheid == Aanwezigheid.AANWEZIG),
    )


def _anders(toen: Zaalvrijgave, nu: Zaalvrijgave) -> str:
    """Who leaves takes nothing away from the others; who comes in, or stands otherwise, does."""
    if not nu.aanwezig <= toen.aanwezig or not {wie for wie, _ in nu.oordelen} <= {wie for wie, _ in toen.oordelen}:
        return "Er is iemand bij gekomen."
    if nu.oordelen != toen.oordelen:
        return "Een oordeel over wie hier zit, is veranderd."
    return ""
