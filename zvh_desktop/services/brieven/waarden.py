"""What is filled in for the fields of one letter, and whether what was typed names somebody it may not."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.casus import Betrokkene
from zvh_desktop.models.informatie import InformatieItem
from zvh_desktop.models.keuzes import ActieStatus
from zvh_desktop.models.partij import Contactpersoon, Partij
from zvh_desktop.models.taal import datum_lang
from zvh_desktop.models.tekst.briefsoorten import AAN_BETROKKENE, Briefsoort
from zvh_desktop.models.uitkomst import Actie
from zvh_desktop.services.brieven.mag import Briefonderwerp
from zvh_desktop.services.brieven.vaste_zinnen import (
    OPRUIMEN,
    RECHTEN,
    zin_contact,
    zin_geheimhouding,
    zin_voorwaarden,
    zin_wie_wij_zijn,
)
from zvh_desktop.services.huis.instellingen import lees_instellingen
from zvh_desktop.services.poort.poort import standen
from zvh_desktop.services.tafel.vreemde_namen import andere_casussen
from zvh_desktop.services.werkplek.vermelding import Vermeldingen
from zvh_desktop.services.werkplek.werkplek import Werkplek

_LANGE_NAAM = 4
"""A name shorter than this is a word too often to look for by itself."""


def vaste_waarden(werkplek: Werkplek, sessie: Session) -> dict[str, str]:
    """What is the same in every letter of today."""
    profiel, huis = werkplek.profiel, lees_instellingen(sessie)
    return {
        "datum": datum_lang(werkplek.vandaag()),
        "huis": profiel.naam,
        "wie wij zijn": zin_wie_wij_zijn(profiel),
        "tafel": profiel.hoofdoverleg.met_lidwoord,
        "afzender": werkplek.naam,
        "telefoon": huis.afzender_telefoon,
        "e-mail": huis.afzender_email,
        "contact": zin_contact(huis),
        "uw rechten": RECHTEN,
        "geheimhouding": zin_geheimhouding(profiel),
        "aanmelding": profiel.termen.aanmelding,
        "afschaling": profiel.termen.afschaling,
        "afgeschaald": profiel.termen.afgeschaald,
        "procesregie": profiel.termen.procesregie,
        "opruimen": OPRUIMEN,
    }


def lees_waarden(werkplek: Werkplek, sessie: Session, over: Briefonderwerp, toelichting: str) -> dict[str, str]:
    """The fields of this letter. Which of them its text can name is decided by its kind."""
    uit = {**vaste_waarden(werkplek, sessie), "toelichting": toelichting}
    if over.betrokkene is not None:
        uit["naam"] = over.betrokkene.naam
    elif over.partij is not None:
        uit["naam"] = over.partij.naam
    if over.casus is not None:
        uit["casusnummer"] = over.casus.nummer
    if over.aanmelding is not None:
        uit["datum aanmelding"] = datum_lang(over.aanmelding.datum)
        uit["reden"] = over.aanmelding.reden
        if over.aanmelding.beoordeeld_op is not None:
            uit["datum oordeel"] = datum_lang(over.aanmelding.beoordeeld_op)
    if over.einde is not None:
        uit["datum einde"] = datum_lang(over.einde.beeindigd_op)
        uit["advies"] = over.einde.advies
        if over.einde.bij.strip():
            uit["hoe verder"] = f"De casus gaat verder bij: {over.einde.bij.strip()}."
    if over.afschaling is not None and over.afschaling.besloten_op is not None:
        uit["datum besluit"] = datum_lang(over.afschaling.besloten_op)
        uit["overdracht"] = over.afschaling.overgedragen_aan
    if over.casus is not None and over.partij is not None:
        uit["eigen acties"] = _acties(sessie, over.casus.id, over.partij.id)
    uit.update(_verstrekking(werkplek, sessie, over))
    return uit


def _acties(sessie: Session, casus_id: int, partij_id: int) -> str:
    """Only the open acties of this partij itself."""
    rijen = sessie.scalars(
        select(Actie)
        .filter_by(casus_id=casus_id, belegd_bij_id=partij_id)
        .where(Actie.status.in_((ActieStatus.OPEN, ActieStatus.BEZIG)))
        .order_by(Actie.id)
    )
    return "\n".join(" ".join(rij.omschrijving.split()) for rij in rijen)


def _verstrekking(werkplek: Werkplek, sessie: Session, over: Briefonderwerp) -> dict[str, str]:
    rij = over.verstrekking
    if rij is None:
        return {}
    verstrekker = sessie.get_one(Partij, rij.verstrekker_id).naam
    items = [sessie.get_one(InformatieItem, deel.item_id) for deel in rij.items]
    gebruik = [f"{een.titel}: {' '.join(een.gebruik.split())}" for een in items if een.gebruik.strip()]
    return {
        "verstrekker": verstrekker,
        "datum verstrekking": datum_lang(rij.verstrekt_op),
        "wat": rij.wat,
        "stukken": "\n".join(een.titel for een in items),
        "grondslag": rij.grondslag.rstrip("."),
        "toestemming": (
            f"{verstrekker} gaf op {datum_lang(rij.toestemming_op)} schriftelijk toestemming "
            f"(kenmerk {rij.toestemming_kenmerk})."
        ),
        "voorwaarden": zin_voorwaarden(werkplek.profiel, verstrekker),
        "gebruik": "\n".join(gebruik),
    }


_VRIJ = {
    Briefsoort.AANMELDER_AANGENOMEN: ("reden",),
    Briefsoort.AANMELDER_AFGEWEZEN: ("reden",),
    Briefsoort.AANMELDER_EINDE: ("hoe verder", "advies"),
    Briefsoort.OVERDRACHT: ("overdracht", "eigen acties"),
    Briefsoort.VERSTREKKING: ("wat", "stukken", "gebruik"),
}
"""Beside the toelichting: what somebody typed about this casus, and not with this addressee in mind."""


def eis_schoon(
    werkplek: Werkplek, sessie: Session, soort: Briefsoort, over: Briefonderwerp, waarden: dict[str, str]
) -> None:
    """Refuse a letter of which a typed text names another casus, person or partij than its addressee may know.

    Raises InvoerOngeldig, which says in which text it stands and not what.
    """
    for naam in ("toelichting", *_VRIJ.get(soort, ())):
        tekst = waarden.get(naam, "")
        if not tekst.strip():
            continue
        wat = _vreemd(werkplek, sessie, soort, over, tekst)
        if wat:
            raise InvoerOngeldig(
                "toelichting",
                f"In de {naam} staat {wat}. Dat mag de ontvanger van deze brief niet lezen.",
                advies="Haal het weg." if naam == "toelichting" else "Pas die tekst aan, of neem het veld niet op.",
            )


def _vreemd(werkplek: Werkplek, sessie: Session, soort: Briefsoort, over: Briefonderwerp, tekst: str) -> str:
    casus_id = over.casus.id if over.casus is not None else None
    if andere_casussen(sessie, casus_id, tekst):
        return "het nummer van een andere casus"
    vermeld = Vermeldingen((tekst,))
    aan_betrokkene = soort in AAN_BETROKKENE
    if aan_betrokkene and casus_id is not None and over.casus and over.casus.nummer in vermeld.casusnummers():
        return "het nummer van de casus"
    # A derde has to know about whom the information is; the consent under it is about this person.
    eigen = {over.betrokkene.id} if over.betrokkene is not None else set()
    for id_, naam, van_casus, van_aanmelding in sessie.execute(
        select(Betrokkene.id, Betrokkene.naam, Betrokkene.casus_id, Betrokkene.aanmelding_id)
    ):
        deze = (casus_id is not None and van_casus == casus_id) or (
            over.aanmelding is not None and van_aanmelding == over.aanmelding.id
        )
        mag = id_ in eigen or (deze and soort is Briefsoort.VERSTREKKING)
        if not mag and _noemt(vermeld, naam, achternaam=deze):
            return "de naam van een betrokkene"
    if _noemt_partij(werkplek, sessie, soort, over, vermeld):
        return "de naam van een andere partij"
    if aan_betrokkene and any(_noemt(vermeld, naam) for naam in sessie.scalars(select(Contactpersoon.naam))):
        return "de naam van iemand van een partij"
    return ""


def _noemt_partij(
    werkplek: Werkplek, sessie: Session, soort: Briefsoort, over: Briefonderwerp, vermeld: Vermeldingen
) -> bool:
    genoemd = [
        partij
        for partij in sessie.scalars(select(Partij))
        if _noemt(vermeld, partij.naam) or _noemt(vermeld, partij.kort)
    ]
    if not genoemd or soort in AAN_BETROKKENE:
        return bool(genoemd)
    mogen = {int(over.partij.id)} if over.partij is not None else set()
    if over.verstrekking is not None:
        mogen.add(int(over.verstrekking.verstrekker_id))
    # Whoever is at the casus knows the others that are; the aanmelder and a derde are not there.
    if over.casus is not None and soort in (Briefsoort.OVERDRACHT, Briefsoort.AFSCHALING_PARTIJ):
        mogen.update(_rechtmatig(werkplek, sessie, over, genoemd))
    # To whom the casus goes, is what the aanmelder is told.
    if soort is Briefsoort.AANMELDER_EINDE and over.einde is not None:
        bij = Vermeldingen((over.einde.bij,))
        mogen.update(een.id for een in genoemd if _noemt(bij, een.naam) or _noemt(bij, een.kort))
    return any(een.id not in mogen for een in genoemd)


def _rechtmatig(werkplek: Werkplek, sessie: Session, over: Briefonderwerp, partijen: Iterable[Partij]) -> set[int]:
    stand = standen(werkplek, sessie, over.een_casus(), partijen, werkplek.vandaag())
    return {int(partij_id) for partij_id, een in stand.items() if een.mag}


def _noemt(vermeld: Vermeldingen, naam: str, *, achternaam: bool = False) -> bool:
    woorden = naam.split()
    if achternaam and woorden and len(woorden[-1]) >= _LANGE_NAAM and vermeld.noemt(woorden[-1]):
        return True
    return len(naam) >= _LANGE_NAAM and vermeld.noemt(naam)
