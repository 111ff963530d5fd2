"""The calendar item that goes with an invitation or its withdrawal.

One item per partij with exactly one attendee: a list of attendees would tell each partij who else comes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from zvh_desktop.documents.opmaak.adres import controleer_adres, controleer_regel
from zvh_desktop.documents.opmaak.weging import Weging, gewogen
from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.naladen import laad_module

if TYPE_CHECKING:
    from icalendar import Calendar, Event, vCalAddress

AFSPRAKEN = "icalendar"
"""Loaded by name at the first invitation: it is eighty modules, and looking at a casus needs none of them."""
_PRODID: Final = "-//Casustafel//Agenda-afspraak//NL"


@dataclass(frozen=True, slots=True)
class UitnodigingIcsGegevens:
    """One calendar item. Times carry a timezone and are written in UTC.

    ``begin`` is the start of the first own point of this partij. ``einde`` is the end of its last own
    point, or None. ``uid`` stays the same for every later version, ``volgnummer`` counts up.
    """

    uid: str
    volgnummer: int
    intrekking: bool
    huis_kort: str
    overleg_naam: str
    begin: datetime
    einde: datetime | None
    plaats: str
    organisator_naam: str
    organisator_email: str
    genodigde_naam: str
    genodigde_email: str
    gemaakt_op: datetime
    oefen: bool
    weging: Weging
    omschrijving: str = ""


@gewogen
def bouw_uitnodiging_ics(gegevens: UitnodigingIcsGegevens) -> bytes:
    """The calendar item as a mail program wants it: METHOD:REQUEST, or METHOD:CANCEL for a withdrawal."""
    ics = laad_module(AFSPRAKEN)
    afspraak: Event = ics.Event()
    afspraak.add("uid", controleer_regel("uid", gegevens.uid))
    afspraak.add("dtstamp", _utc(gegevens.gemaakt_op))
    afspraak.add("dtstart", _utc(gegevens.begin))
    if gegevens.einde is not None:
        afspraak.add("dtend", _utc(gegevens.einde))
    afspraak.add("summary", _onderwerp(gegevens))
    if gegevens.omschrijving.strip():
        afspraak.add("description", gegevens.omschrijving)
    afspraak.add("location", controleer_regel("plaats", gegevens.plaats))
    afspraak.add("class", "CONFIDENTIAL")
    afspraak.add("status", "CANCELLED" if gegevens.intrekking else "CONFIRMED")
    afspraak.add("transp", "OPAQUE")
    afspraak.add("sequence", gegevens.volgnummer)
    afspraak.add(
        "organizer", _adres("organisator", gegevens.organisator_naam, gegevens.organisator_email), encode=False
    )
    genodigde = _adres("genodigde", gegevens.genodigde_naam, gegevens.genodigde_email)
    genodigde.params.update(
        {
            "CUTYPE": ics.vText("INDIVIDUAL"),
            "ROLE": ics.vText("REQ-PARTICIPANT"),
            "PARTSTAT": ics.vText("NEEDS-ACTION"),
            "RSVP": ics.vText("TRUE"),
        }
    )
    afspraak.add("attendee", genodigde, encode=False)
    agenda: Calendar = ics.Calendar()
    agenda.add("prodid", _PRODID)
    agenda.add("version", "2.0")
    agenda.add("calscale", "GREGORIAN")
    agenda.add("method", "CANCEL" if gegevens.intrekking else "REQUEST")
    agenda.add_component(afspraak)
    return bytes(agenda.to_ical())


@dataclass(frozen=True, slots=True)
class Agendamoment:
    """When and where, as it stands in the calendar of who got it."""

    begin: datetime
    einde: datetime | None
    plaats: str


def lees_afspraak(inhoud: bytes) -> Agendamoment:
    """What a calendar item of ``bouw_uitnodiging_ics`` says; its withdrawal must be about the same moment."""
    (gebeurtenis,) = laad_module(AFSPRAKEN).Calendar.from_ical(inhoud).walk("VEVENT")
    einde = gebeurtenis.get("dtend")
    return Agendamoment(
        gebeurtenis["dtstart"].dt, einde.dt if einde is not None else None, str(gebeurtenis["location"])
    )


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ProgrammaFout("a calendar item was given a time without a timezone")
    return moment.astimezone(UTC).replace(microsecond=0)


def _onderwerp(gegevens: UitnodigingIcsGegevens) -> str:
    naam = controleer_regel("overleg_naam", f"{gegevens.overleg_naam} - {gegevens.huis_kort} (VERTROUWELIJK)")
    return f"OEFENING - {naam}" if gegevens.oefen else naam


def _adres(veld: str, naam: str, email: str) -> vCalAddress:
    ics = laad_module(AFSPRAKEN)
    adres: vCalAddress = ics.vCalAddress(f"mailto:{controleer_adres(f'{veld}_email', email)}")
    if naam.strip():
        # A double quote cannot stand in a calendar parameter at all.
        adres.params["CN"] = ics.vText(controleer_regel(f"{veld}_naam", naam).replace('"', "'"))
    return adres
