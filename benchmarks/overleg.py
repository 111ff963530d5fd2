"""An agenda, its uitnodigingen and all its pieces, against a bare reading of the same rows.

The bare side fetches oordelen with their statements, seats and points in three statements and verifies nothing. What
is between the two is the gate and the page, and that may not grow with the meeting.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from sqlalchemy import select

from benchmarks.kluizen import WACHTWOORD, Kluizen
from benchmarks.meting import Uitslag, duur, om_en_om, rustig, verhouding
from benchmarks.teksten import alinea
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import CasusId, OordeelUitkomst, OverlegId, PartijId, PartijSoort
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.overleg import Agendapunt
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijInvoer
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.werkplek.rechten import Recht

KLUIS = 1_002
MATEN = (12, 40)
HOOGSTENS = {"agenda": 15.0, "uitnodigingen": 15.0, "alle agendastukken": 400.0}


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """Three lines for each size."""
    uitslagen = []
    with kluizen.diensten(KLUIS) as diensten:
        partijen = meetpartijen(diensten, max(MATEN))
        for maat in MATEN:
            overleg_id = maak_tafel(diensten, partijen[:maat], maat)
            kaal = _kaal(diensten, overleg_id)
            for naam, werk in _werk(diensten, overleg_id).items():
                keren = 3 if naam == "alle agendastukken" else 7
                eigen, bare = om_en_om(_gemeten(werk), _gemeten(kaal), keren=keren, warm=1)
                rij = f"{naam}, {maat} partijen x {maat} casussen"
                uitslagen.append(verhouding(rij, rustig(eigen), rustig(bare), HOOGSTENS[naam]))
    return uitslagen


def _gemeten(werk: Callable[[], object]) -> Callable[[], float]:
    return lambda: duur(werk)


def _werk(diensten: Diensten, overleg_id: OverlegId) -> dict[str, Callable[[], object]]:
    def alle_stukken() -> object:
        return diensten.documenten.maak_alle(diensten.documenten.agendastukken(overleg_id))

    return {
        "agenda": lambda: diensten.agenda.toon(overleg_id),
        "uitnodigingen": lambda: diensten.uitnodigingen.lijst(overleg_id),
        "alle agendastukken": alle_stukken,
    }


def _kaal(diensten: Diensten, overleg_id: OverlegId) -> Callable[[], object]:
    punten = select(Agendapunt.__table__).where(Agendapunt.overleg_id == overleg_id)
    stoelen = select(Deelname.__table__).join(Agendapunt).where(Agendapunt.overleg_id == overleg_id)
    oordelen = (
        select(Oordeel.__table__, Verklaring.__table__)
        .join(Verklaring, Verklaring.nummer == Oordeel.verklaring_nummer)
        .where(Oordeel.casus_id.in_(select(Agendapunt.casus_id).where(Agendapunt.overleg_id == overleg_id)))
    )

    def lees() -> object:
        with diensten.werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return [sessie.execute(vraag).all() for vraag in (punten, stoelen, oordelen)]

    return lees


def meetpartijen(diensten: Diensten, aantal: int) -> tuple[PartijId, ...]:
    for nummer in range(len(diensten.partijen.lijst()), aantal):
        diensten.partijen.voeg_toe(PartijInvoer(f"Meetpartij {nummer}", f"Meet{nummer}", PartijSoort.DEELNEMER))
    partijen = tuple(regel.id for regel in diensten.partijen.lijst()[:aantal])
    for partij in partijen:
        if not diensten.partijen.toon(partij).contactpersonen:
            adres = f"balie{partij}@voorbeeld.invalid"
            diensten.partijen.voeg_contact_toe(partij, ContactpersoonInvoer("Testpersoon Balie", email=adres))
    return partijen


def maak_tafel(diensten: Diensten, partijen: tuple[PartijId, ...], casussen: int, vanaf: int = 1) -> OverlegId:
    """A tafel with akkoord, with every partij at every case and an uitnodiging for each. ``vanaf``: its first case."""
    profiel = diensten.profiel
    overleg_id = diensten.tafels.plan(
        OverlegInvoer(
            profiel.casusoverleggen[0].sleutel, diensten.werkplek.vandaag(), time(8, 0), time(23, 0), "Voorbeeldzaal"
        )
    )
    for nummer in range(vanaf, vanaf + casussen):
        casus_id = CasusId(nummer)
        diensten.bevestig(WACHTWOORD)
        diensten.oordelen.geef(
            casus_id,
            [OordeelInvoer(partij, OordeelUitkomst.RECHTMATIG, "eigen wettelijke taak") for partij in partijen],
        )
        punt_id = diensten.agenda.voeg_casus_toe(overleg_id, casus_id)
        diensten.agenda.wijzig_punt(
            punt_id, PuntInvoer(20, "", alinea(120, nummer), profiel.besluiten[0].sleutel, "Wonen")
        )
        diensten.agenda.nodig_alle_uit(punt_id)
    diensten.agenda.geef_akkoord(overleg_id)
    diensten.uitnodigingen.bereid_voor(overleg_id)
    return overleg_id
