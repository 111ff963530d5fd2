"""Use cases on JZV files: a Melding comes in as an aanmelding, an UitkomstOverleg goes out for one receiver.

The application sends nothing itself: it makes a file, keeps a copy of it, and the user sends that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import AanmeldingId, CasusId, DocumentSoort, OverlegId, PartijId, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.casus.aanmeldingen import AanmeldingService
from zvh_desktop.services.overnemen.jzv.lezen import lees_json_bestand
from zvh_desktop.services.overnemen.jzv.melding import MeldingVoorstel, lees_melding
from zvh_desktop.services.overnemen.jzv.punten import jzv_overleggen
from zvh_desktop.services.overnemen.jzv.uitkomst import als_json
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.uitgifte import bewaar_uitgegeven
from zvh_desktop.services.werkplek.gelijk import op_naam
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

GEEN_BSN_UITLEG = (
    "Casustafel kent geen BSN. Waar JZV om een BSN en een adres vraagt, staat een nummer dat niemand heeft en een "
    "adres dat niet bestaat."
)
WIE_UITLEG = (
    "Een partij krijgt alleen de casussen waar die nu rechtmatig bij aanwezig mag zijn, zonder namen van betrokkenen."
)


@dataclass(frozen=True, slots=True)
class JzvVraag:
    """What goes out and to whom: one overleg or one casus, and a partij or (None) the house itself."""

    overleg_id: OverlegId | None = None
    casus_id: CasusId | None = None
    partij_id: PartijId | None = None


@dataclass(frozen=True, slots=True)
class JzvOntvanger:
    """Somebody who may get it; ``partij_id`` None is the house itself."""

    partij_id: PartijId | None
    naam: str
    bestandsnaam: str


class JzvService:
    """Use cases on JZV files."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek
        self._aanmeldingen = AanmeldingService(werkplek)

    # In

    def lees(self, pad: Path) -> MeldingVoorstel:
        """What taking in this Melding would do; nothing is changed. Raises InvoerOngeldig, NietBevoegd."""
        with self._werkplek.lees(Recht.AANMELDEN):
            return lees_melding(lees_json_bestand(pad))

    def neem_op(self, voorstel: MeldingVoorstel) -> AanmeldingId:
        """Take in exactly this. Raises InvoerOngeldig for a name or an address that cannot be kept."""
        return self._aanmeldingen.nieuw(voorstel.invoer)

    # Out

    def ontvangers(self, vraag: JzvVraag) -> tuple[JzvOntvanger, ...]:
        """The house itself, and the partijen with a seat there; what each may have is asked when it is made."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            waar = (
                Agendapunt.overleg_id == vraag.overleg_id
                if vraag.overleg_id is not None
                else Agendapunt.casus_id == vraag.casus_id
            )
            zit = (
                select(Deelname.partij_id)
                .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
                .where(waar, Deelname.vervallen.is_(False))
            )
            partijen = op_naam(sessie.scalars(select(Partij).where(Partij.id.in_(zit))))
            huis = JzvOntvanger(None, f"{self._werkplek.profiel.korte_naam} zelf", self._naam(None))
            return (huis, *(JzvOntvanger(een.id, een.naam, self._naam(een)) for een in partijen))

    def maak(self, vraag: JzvVraag) -> Stuk:
        """The file, through the gate; a copy is kept as of everything that leaves the house.

        Raises GebruikersFout while nothing is vastgesteld or when there is nothing this partij may have,
        HandtekeningOnjuist.
        """
        soort = "overleg" if vraag.overleg_id is not None else "casus"
        with self._werkplek.schrijf(Recht.RONDSTUREN, "JZV-bestand gemaakt", soort) as werk:
            sessie = werk.sessie
            partij = haal(sessie, Partij, vraag.partij_id, "Deze partij") if vraag.partij_id is not None else None
            overleggen = self._overleggen(sessie, vraag)
            werk.raakt(
                vraag.overleg_id
                if vraag.overleg_id is not None
                else haal(sessie, Casus, vraag.casus_id, "Deze casus").nummer
            )
            gevonden = jzv_overleggen(self._werkplek, sessie, overleggen, partij, vraag.casus_id)
            if not gevonden:
                wie = partij.naam if partij is not None else "het huis"
                raise GebruikersFout(
                    f"Er is niets dat {wie} als JZV-bestand kan krijgen.",
                    veilig="Er is niets gemaakt.",
                    advies="Een partij krijgt alleen besproken casussen waar die nu rechtmatig bij aanwezig mag zijn.",
                )
            stuk = Stuk(
                soort=DocumentSoort.JZV_UITKOMST,
                bestandsnaam=self._naam(partij),
                inhoud=als_json(self._werkplek.kluis.kluis_id, gevonden),
                partij_id=partij.id if partij is not None else None,
                partij=partij.naam if partij is not None else "",
                casusnummers=tuple(dict.fromkeys(een.casusnummer for een in gevonden)),
            )
            bewaar_uitgegeven(
                self._werkplek,
                sessie,
                stuk,
                versie=_eerder(sessie, vraag) + 1,
                overleg_id=vraag.overleg_id,
                casus_id=vraag.casus_id if vraag.overleg_id is None else None,
            )
            return stuk

    def _naam(self, partij: Partij | None) -> str:
        kort = partij.kort if partij is not None else None
        return bestandsnaam(DocumentSoort.JZV_UITKOMST, self._werkplek.vandaag(), kort)

    def _overleggen(self, sessie: Session, vraag: JzvVraag) -> Sequence[Overleg]:
        if vraag.overleg_id is not None:
            overleg = haal(sessie, Overleg, vraag.overleg_id, "Dit overleg")
            overleggen = [overleg] if overleg.verslag_status is VerslagStatus.VASTGESTELD else []
        else:
            overleggen = list(
                sessie.scalars(
                    select(Overleg)
                    .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
                    .where(Agendapunt.casus_id == vraag.casus_id, Overleg.verslag_status == VerslagStatus.VASTGESTELD)
                    .order_by(Overleg.datum, Overleg.begin, Overleg.id)
                )
            )
        if not overleggen:
            raise GebruikersFout(
                "Er is nog geen vastgesteld verslag. Er is nog geen uitkomst om uit te wisselen.",
                veilig="Er is niets gemaakt.",
                advies="Stel eerst het verslag vast.",
            )
        return overleggen


def _eerder(sessie: Session, vraag: JzvVraag) -> int:
    """How often this was made before for the same receiver."""
    aantal = sessie.scalar(
        select(func.count()).where(
            Uitgegeven.soort == DocumentSoort.JZV_UITKOMST,
            Uitgegeven.overleg_id == vraag.overleg_id,
            Uitgegeven.casus_id == (vraag.casus_id if vraag.overleg_id is None else None),
            Uitgegeven.partij_id == vraag.partij_id,
        )
    )
    return aantal or 0
