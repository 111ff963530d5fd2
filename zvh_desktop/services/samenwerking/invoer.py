"""From what is typed to a row: checked at the field, in the same words for every procedure."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.bestuurskeuzes import TrajectSoort
from zvh_desktop.models.keuzes import PartijId, PartijSoort, Regel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.samenwerking.traject import Traject
from zvh_desktop.services.partijen.namen import naam_bezet
from zvh_desktop.services.partijen.partijen import KORT_MAX
from zvh_desktop.services.regelboek.uitleg import weigering
from zvh_desktop.services.samenwerking.gegevens import TrajectInvoer
from zvh_desktop.services.werkplek.casusgegevens import eis_geen_casus
from zvh_desktop.services.werkplek.invoer import naamveld, regel, tekst, verplicht, vraag_of_bedoeld
from zvh_desktop.services.werkplek.wegen import naar_partij
from zvh_desktop.services.werkplek.werkplek import haal


def vul_traject(sessie: Session, profiel: Huisprofiel, rij: Traject, invoer: TrajectInvoer, vandaag: date) -> None:
    """Fill the row. Raises InvoerOngeldig, LijktOp, NietGevonden; RegelGeweigerd for a procedure the house has not."""
    if invoer.soort is TrajectSoort.CORRECTIE:
        raise InvoerOngeldig("soort", "Een correctie is geen procedure met brieven: zij wordt meteen ondertekend.")
    if invoer.ontvangen_op > vandaag:
        raise InvoerOngeldig("ontvangen_op", "Deze dag is nog niet geweest.")
    _wie(sessie, profiel, rij, invoer)
    rij.soort, rij.reden = invoer.soort, invoer.reden
    rij.partij_id, rij.opvolger_id = invoer.partij_id, invoer.opvolger_id
    rij.vestigingsplaats = naamveld("vestigingsplaats", invoer.vestigingsplaats)
    rij.kantoor = regel("kantoor", invoer.kantoor)
    rij.vertegenwoordiger = naamveld("vertegenwoordiger", invoer.vertegenwoordiger)
    rij.functie = naamveld("functie", invoer.functie)
    rij.bijdrage, rij.grondslag = tekst("bijdrage", invoer.bijdrage), regel("grondslag", invoer.grondslag)
    rij.ontvangen_op, rij.ontvangen_bij = invoer.ontvangen_op, naamveld("ontvangen_bij", invoer.ontvangen_bij)
    rij.gevraagd_per = invoer.gevraagd_per
    rij.toelichting, rij.advies = tekst("toelichting", invoer.toelichting).strip(), tekst("advies", invoer.advies)
    rij.in_gebreke_op, rij.gehoord_op = invoer.in_gebreke_op, invoer.gehoord_op
    for veld, dag in (("in_gebreke_op", rij.in_gebreke_op), ("gehoord_op", rij.gehoord_op)):
        if dag is not None and dag > vandaag:
            raise InvoerOngeldig(veld, "Deze dag is nog niet geweest.")
    if rij.soort in (TrajectSoort.OPZEGGING, TrajectSoort.OPVOLGING) and rij.gevraagd_per is None:
        raise InvoerOngeldig("gevraagd_per", "Vul in per wanneer.")
    if rij.soort is TrajectSoort.CONVENANT:
        verplicht("toelichting", rij.toelichting, "Vul in wat de partijen in hun brief lezen.")
    geschreven = {"bijdrage": rij.bijdrage, "toelichting": rij.toelichting, "advies": rij.advies}
    eis_geen_casus(sessie, **geschreven, grondslag=rij.grondslag)


def _wie(sessie: Session, profiel: Huisprofiel, rij: Traject, invoer: TrajectInvoer) -> None:
    if invoer.soort is TrajectSoort.CONVENANT:
        rij.naam = rij.kort = rij.groep = ""
        return
    if invoer.soort is TrajectSoort.TOETREDING:
        _eis_toetreding(profiel)
    if invoer.soort is TrajectSoort.OPVOLGING:
        _eis_opvolger(sessie, invoer)
        if invoer.opvolger_id is None:
            _nieuwe_naam(sessie, rij, invoer)
            return
        opvolger = sessie.get_one(Partij, invoer.opvolger_id)
        rij.naam, rij.kort, rij.groep = opvolger.naam, opvolger.kort, opvolger.groep
        return
    if invoer.partij_id is not None:
        partij = haal(sessie, Partij, invoer.partij_id, "Deze partij")
        _eis_soort(partij, invoer.soort)
        rij.naam, rij.kort, rij.groep = partij.naam, partij.kort, partij.groep
        return
    if invoer.soort is not TrajectSoort.TOETREDING:
        raise InvoerOngeldig("partij_id", "Kies om welke partij het gaat.")
    _nieuwe_naam(sessie, rij, invoer)


def _nieuwe_naam(sessie: Session, rij: Traject, invoer: TrajectInvoer) -> None:
    was = (rij.naam, rij.kort)
    rij.naam = verplicht("naam", naamveld("naam", invoer.naam), "Vul de naam van de organisatie in.")
    rij.kort = verplicht("kort", naamveld("kort", invoer.kort, KORT_MAX), "Vul een korte naam in, voor in de agenda.")
    rij.groep = naamveld("groep", invoer.groep)
    for veld, kolom, waarde in (("naam", Partij.naam, rij.naam), ("kort", Partij.kort, rij.kort)):
        if (bezet := naam_bezet(sessie, kolom, waarde, 0)) is not None:
            advies = "Kies deze partij in de lijst, of een andere naam."
            raise InvoerOngeldig(veld, f"Er is al een partij met de naam {bezet}.", advies=advies)
        with sessie.no_autoflush:
            namen = sessie.scalars(select(kolom).where(Partij.id != (invoer.partij_id or 0))).all()
        if waarde not in was:  # who was told once is not told again while something else is changed
            vraag_of_bedoeld(veld, waarde, namen, invoer.gezien)


def _eis_toetreding(profiel: Huisprofiel) -> None:
    if profiel.geldt(Regel.TOETREDING):
        return
    reden = profiel.regel(Regel.TOETREDING).reden
    raise weigering(profiel, Regel.TOETREDING, f"In dit huis kan geen partij toetreden. {reden}")


def _eis_opvolger(sessie: Session, invoer: TrajectInvoer) -> None:
    if invoer.partij_id is None:
        raise InvoerOngeldig("partij_id", "Kies welke partij verdergaat onder een andere naam.")
    _eis_soort(haal(sessie, Partij, invoer.partij_id, "Deze partij"), invoer.soort)
    if invoer.opvolger_id is None:
        return
    if invoer.opvolger_id == invoer.partij_id:
        raise InvoerOngeldig("opvolger_id", "Een partij kan zichzelf niet opvolgen.")
    opvolger = haal(sessie, Partij, invoer.opvolger_id, "Deze partij")
    if opvolger.soort == PartijSoort.DERDE:
        raise InvoerOngeldig("opvolger_id", f"{opvolger.naam} is een derde. Een derde zit niet aan tafel.")


def _eis_soort(partij: Partij, soort: TrajectSoort) -> None:
    convenant = partij.soort == PartijSoort.CONVENANTPARTIJ
    if soort is TrajectSoort.TOETREDING and convenant and partij.uitgetreden_op is None:
        raise InvoerOngeldig("partij_id", f"{partij.naam} is al partij bij het convenant.")
    if soort in (TrajectSoort.OPZEGGING, TrajectSoort.UITSLUITING) and not convenant:
        raise InvoerOngeldig("partij_id", f"{partij.naam} is geen partij bij het convenant.")
    if soort is TrajectSoort.OPVOLGING and partij.soort == PartijSoort.DERDE:
        gebeurd = f"{partij.naam} is een derde. Wijzig de naam bij Partijen."
        raise InvoerOngeldig("partij_id", gebeurd, weg=naar_partij(PartijId(partij.id)))
    if soort is not TrajectSoort.TOETREDING and partij.uitgetreden_op is not None:
        raise InvoerOngeldig("partij_id", f"{partij.naam} is al uitgetreden.")


def traject_invoer(rij: Traject) -> TrajectInvoer:
    """The input that would give this row again."""
    return TrajectInvoer(
        rij.soort,
        rij.ontvangen_op,
        rij.partij_id,
        rij.opvolger_id,
        rij.naam,
        rij.kort,
        rij.groep,
        rij.vestigingsplaats,
        rij.kantoor,
        rij.vertegenwoordiger,
        rij.functie,
        rij.bijdrage,
        rij.grondslag,
        rij.ontvangen_bij,
        rij.reden,
        rij.gevraagd_per,
        rij.toelichting,
        rij.in_gebreke_op,
        rij.gehoord_op,
        rij.advies,
    )
