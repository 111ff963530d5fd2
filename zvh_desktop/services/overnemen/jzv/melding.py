"""A Melding as an aanmelding: what is taken over, where it lands, and what is left out on purpose.

A Melding says less than an aanmelding asks, so partij and aanpak are filled in by hand. What it says and an aanmelding
has no field for, stands in the texts. The BSN and the geslacht are nowhere kept (ADR 0054).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.casus.aanmelding_gegevens import AanmeldingInvoer, BetrokkeneInvoer
from zvh_desktop.services.overnemen.jzv.lezen import geweigerd
from zvh_desktop.services.overnemen.jzv.schema import JzvSchema, bevindingen
from zvh_desktop.services.werkplek.klok import AMSTERDAM

VOOR_ONS: Final = "ZVH"
_SOORTEN: Final[Mapping[str, str]] = {
    "ZVH": "Zorg- en Veiligheidshuis",
    "VT": "Veilig Thuis",
    "NAZ": "niet-acute zorg",
}
_EERSTE_JAAR: Final = 1900


@dataclass(frozen=True, slots=True)
class Voorstelregel:
    """One field of the aanmelding and what would come in it."""

    veld: str
    inhoud: str


@dataclass(frozen=True, slots=True)
class MeldingVoorstel:
    """What taking in would do, shown before it is done."""

    invoer: AanmeldingInvoer
    regels: tuple[Voorstelregel, ...]
    niet: tuple[str, ...]
    """What stands in the file and is not kept, each as a sentence."""
    nog: tuple[str, ...]
    """What has to be filled in by hand afterwards."""


def lees_melding(waarde: object) -> MeldingVoorstel:
    """The proposal of this value. Raises InvoerOngeldig when it is no Melding."""
    fouten = bevindingen(JzvSchema.MELDING, waarde)
    if fouten or not isinstance(waarde, Mapping):
        raise geweigerd(f"Dit is geen JZV-melding. {' '.join(fouten)}".strip())
    moment = _moment(waarde["datumTijd"])
    contact = waarde["contact"]
    invoer = AanmeldingInvoer(
        datum=moment.date(),
        contact_naam=contact["naam"],
        contact_email=contact["emailAdres"],
        contact_telefoon=contact["telefoonnummer"],
        zorgelijke_situatie=_alineas(_situatie(waarde["zorgelijkeSituatie"])),
        naar_aanleiding_van=_alineas(_incident(een) for een in waarde.get("naarAanleidingVan", ()) if een is not None),
        verzoek=waarde["verzoek"],
        overige_informatie=_alineas((waarde["overigeInformatie"]["omschrijving"], _herkomst(waarde, moment))),
        terugkoppeling_gewenst=waarde["terugkoppelingGewenst"],
        betrokkenen=tuple(_betrokkene(een) for een in waarde.get("heeftBetrekkingOp", ())),
    )
    return MeldingVoorstel(invoer, tuple(_regels(invoer)), tuple(_niet(waarde)), _nog(invoer))


def _moment(tekst: str) -> datetime:
    moment = datetime.fromisoformat(tekst)
    if moment.year < _EERSTE_JAAR or moment.year >= date.max.year:
        raise geweigerd("De datum van deze melding kan niet kloppen.")
    return moment.astimezone(AMSTERDAM)


def _alineas(delen: Iterator[str] | tuple[str, ...]) -> str:
    return "\n\n".join(deel.strip() for deel in delen if deel.strip())


def _situatie(situatie: Mapping[str, Any]) -> Iterator[str]:
    yield situatie["situatieSchets"]
    yield situatie["nadereOmschrijving"]
    vraag = situatie["vraagAntwoord"]
    yield f"{vraag['vraag'].strip()}\n{vraag['antwoord'].strip()}"


def _incident(incident: Mapping[str, Any]) -> str:
    periode = incident["periodeVanTot"]
    van, tot = _tijdstip(periode["datumTijdBegin"]), _tijdstip(periode["datumTijdEinde"])
    kop = f"{_tijdstip(incident['datumTijd'])}, {incident['locatie'].strip()} (periode {van} tot {tot})"
    return f"{kop}\n{incident['omschrijving'].strip()}"


def _tijdstip(tekst: str) -> str:
    moment = _moment(tekst)
    return f"{datum_kort(moment.date())} {moment:%H:%M}"


def _herkomst(waarde: Mapping[str, Any], moment: datetime) -> str:
    soort = _SOORTEN[waarde["soort"]]
    return f"JZV-melding {waarde['id'].strip()} voor {soort}, gedaan op {datum_kort(moment.date())} om {moment:%H:%M}."


def _betrokkene(betrokkene: Mapping[str, Any]) -> BetrokkeneInvoer:
    naam, adres = betrokkene["naam"], betrokkene["adres"]
    delen = (naam["voornamen"], naam["voorvoegsel"], naam["geslachtsnaam"])
    straat = f"{adres['straatnaam'].strip()} {adres['huisnummer']}"
    return BetrokkeneInvoer(
        naam=" ".join(deel.strip() for deel in delen if deel.strip()),
        adres=f"{straat}, {' '.join(adres['postcode'].split())} {adres['plaats'].strip()}".strip(),
    )


def _regels(invoer: AanmeldingInvoer) -> Iterator[Voorstelregel]:
    yield Voorstelregel("Datum", datum_kort(invoer.datum))
    for nummer, een in enumerate(invoer.betrokkenen):
        yield Voorstelregel("Nevenbetrokkene" if nummer else "Hoofdbetrokkene", f"{een.naam}, {een.adres}")
    for veld, inhoud in (
        ("Contactpersoon", invoer.contact_naam),
        ("E-mailadres", invoer.contact_email),
        ("Telefoon", invoer.contact_telefoon),
        ("Zorgelijke situatie", invoer.zorgelijke_situatie),
        ("Naar aanleiding van", invoer.naar_aanleiding_van),
        ("Verzoek", invoer.verzoek),
        ("Overige informatie", invoer.overige_informatie),
        ("Terugkoppeling gewenst", "ja" if invoer.terugkoppeling_gewenst else "nee"),
    ):
        if inhoud:
            yield Voorstelregel(veld, inhoud)


def _niet(waarde: Mapping[str, Any]) -> Iterator[str]:
    if waarde.get("heeftBetrekkingOp"):
        yield "Het BSN en het geslacht van de betrokkenen worden niet overgenomen en nergens bewaard."
    if waarde["soort"] != VOOR_ONS:
        yield f"Let op: deze melding is bedoeld voor {_SOORTEN[waarde['soort']]}."


def _nog(invoer: AanmeldingInvoer) -> tuple[str, ...]:
    altijd = ("de partij die aanmeldt", "de aanpak", "de geboortedatum en de gemeente van de betrokkenen")
    return altijd if invoer.betrokkenen else ("de betrokkenen", *altijd[:2])
