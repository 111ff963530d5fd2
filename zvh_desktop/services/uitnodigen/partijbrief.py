"""A letter to a partij outside a meeting: the letter with its draft, that it was sent, and that it was not after all.

Who was written to stands with the row of the room it belongs to, and a frozen copy of what left is kept; together they
are the record. Taken back is only what somebody noted by mistake: on the same day, by the same person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.concept_eml import BijlageSoort, ConceptEmlGegevens, EmlBijlage, bouw_concept_eml
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.datalek.datalek import DatalekPartij
from zvh_desktop.models.keuzes import DocumentSoort, PartijId
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.samenwerking.traject import TrajectPartij
from zvh_desktop.models.taal import verwijzing
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.models.verzoeken.verzoek import VerzoekPartij
from zvh_desktop.services.huis.instellingen import huispost
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.uitgifte import bewaar_uitgegeven, bewaard_stuk
from zvh_desktop.services.stukken.weging import lees_weging
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.werkplek import Werkplek

Briefrij = DatalekPartij | TrajectPartij | VerzoekPartij
"""A partij in a register that is written to, with the same columns for to whom it went, when and by whom."""


@dataclass(frozen=True, slots=True)
class Partijbrief:
    """A letter that was made: of which kinds letter and draft are, under which number, and what the draft says."""

    soort: DocumentSoort
    conceptsoort: DocumentSoort
    nummer: int
    aan: Ontvanger
    pdf: bytes
    casusnummers: tuple[str, ...]
    onderwerp: str
    inleiding: str
    """What lies in it, as the first paragraph of the draft; the closing words are always the same."""
    erbij: tuple[Stuk, ...] = ()
    """Goes along with the letter."""


@dataclass(frozen=True, slots=True)
class Partijstukken:
    """What goes out to one partij."""

    ontvanger: Ontvanger
    brief: Stuk
    concept: Stuk


def pak_in(werkplek: Werkplek, sessie: Session, partij: Partij, brief: Partijbrief) -> Partijstukken:
    """The letter, and the draft for the mail program with it."""
    briefnaam, conceptnaam = (
        bestandsnaam(soort, werkplek.vandaag(), partij.kort, brief.nummer)
        for soort in (brief.soort, brief.conceptsoort)
    )
    stuk = Stuk(brief.soort, briefnaam, brief.pdf, partij.id, partij.naam, brief.casusnummers)
    inhoud = maak_concept(werkplek, sessie, brief.aan, brief.onderwerp, brief.inleiding, (stuk, *brief.erbij))
    concept = Stuk(brief.conceptsoort, conceptnaam, inhoud, partij.id, partij.naam, brief.casusnummers)
    return Partijstukken(brief.aan, stuk, concept)


def maak_concept(
    werkplek: Werkplek, sessie: Session, aan: Ontvanger, onderwerp: str, inleiding: str, stukken: tuple[Stuk, ...]
) -> bytes:
    """The draft alone. These PDFs go with it."""
    profiel = werkplek.profiel
    return bouw_concept_eml(
        ConceptEmlGegevens(
            ontvanger_naam=aan.naam,
            ontvanger_email=aan.email,
            onderwerp=f"{onderwerp} (vertrouwelijk)",
            tekst=(
                f"Geachte {aan.naam},\n\n{inleiding}\n\n"
                f"Dit bericht is alleen voor u bestemd{verwijzing(geheimhouding(profiel).artikel)}. Stuur het niet "
                f"door.\n\nMet vriendelijke groet,\n{werkplek.naam}\n{profiel.korte_naam}\n"
            ),
            datum=werkplek.klok(),
            weging=lees_weging(sessie, profiel),
            van=huispost(sessie, profiel),
            bijlagen=tuple(EmlBijlage(stuk.bestandsnaam, BijlageSoort.PDF, stuk.inhoud) for stuk in stukken),
        )
    )


def bewaar_kopie(
    werkplek: Werkplek, sessie: Session, nummer: int, aan: Ontvanger, *stukken: Stuk, moment: datetime | None = None
) -> None:
    """Keep what left as it left."""
    for stuk in stukken:
        bewaar_uitgegeven(werkplek, sessie, stuk, versie=nummer, moment=moment, aan=(aan.naam, aan.email))


def noteer(werkplek: Werkplek, rij: Briefrij, aan: Ontvanger) -> datetime:
    """It went to this person, now; the moment is that of its frozen copy."""
    nu = werkplek.nu()
    rij.verstuurd_op, rij.verstuurd_door = nu, werkplek.gebruiker
    rij.aan_naam, rij.aan_functie = aan.naam, aan.functie
    rij.aan_email, rij.aan_postbus = aan.email, aan.gedeelde_postbus
    return nu


def vergeet(rij: Briefrij) -> None:
    """It did not go out after all."""
    rij.verstuurd_op, rij.verstuurd_door = None, ""
    rij.aan_naam = rij.aan_functie = rij.aan_email = ""
    rij.aan_postbus = False


def brief_gestuurd_aan(rij: Briefrij) -> Ontvanger | None:
    """Who got it; None while it did not go out."""
    if rij.verstuurd_op is None:
        return None
    return Ontvanger(rij.aan_naam, rij.aan_functie, rij.aan_email, rij.aan_postbus)


def eis_terug_te_nemen(werkplek: Werkplek, op: datetime | None, door: str) -> None:
    """Only on the day itself, and only by who noted it. Raises GebruikersFout."""
    if op is None or als_lokaal(op).date() != werkplek.vandaag():
        raise _geweigerd("Dat kan alleen op de dag zelf.")
    if door != werkplek.gebruiker:
        raise _geweigerd("Een collega heeft dit genoteerd. Alleen wie dat deed, kan het terugnemen.")


def kopie_van(sessie: Session, soort: DocumentSoort, nummer: int, rij: Briefrij) -> Uitgegeven | None:
    """The frozen copy of what went; None while it did not, or when it went with a casus."""
    if rij.verstuurd_op is None:
        return None
    return sessie.scalars(
        select(Uitgegeven).where(
            Uitgegeven.soort == soort,
            Uitgegeven.partij_id == rij.partij_id,
            Uitgegeven.versie == nummer,
            Uitgegeven.gemaakt_op == rij.verstuurd_op,
        )
    ).first()


def kopie_als_stuk(sessie: Session, kopie: Uitgegeven, partij_id: PartijId) -> Stuk:
    """As it left, to look at. Raises KluisBeschadigd when it is not what was kept."""
    return bewaard_stuk(kopie, partij_id, sessie.get_one(Partij, partij_id).naam)


def _geweigerd(reden: str) -> GebruikersFout:
    return GebruikersFout(
        f"Dit kan niet meer worden teruggenomen. {reden}", veilig="Het blijft genoteerd als verstuurd."
    )
