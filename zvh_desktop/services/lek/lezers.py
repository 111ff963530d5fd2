"""From who gets it to a reader: what a partij, a betrokkene, or whoever is no partij here may know."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Betrokkene
from zvh_desktop.models.keuzen.lekkeuzes import Lezersoort
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.models.partij import Contactpersoon, Partij
from zvh_desktop.models.taal import datum_cijfers, datum_kort, datum_lang, datum_lijst
from zvh_desktop.services.lek.bestemming import Bestemming
from zvh_desktop.services.lek.zoeker import kaal
from zvh_desktop.services.werkplek.vermelding import Vermeldingen

KLEMBORD = "wie het plakt of opent"
"""How the reader is called of what is copied, or saved as a list."""
JUSTITIE = "wie in het andere systeem werkt"
"""How the reader is called of the file for the system of justitie."""


def naar_partij(partij: Partij, erbij: Collection[int] = ()) -> Bestemming:
    """A partij of this house, whether it sits at the table or not."""
    return Bestemming(
        Lezersoort.PARTIJ, partij.naam, str(int(partij.id)), PartijId(partij.id), erbij=frozenset(map(int, erbij))
    )


def naar_betrokkene(mensen: Iterable[Betrokkene], naam: str, wie: str) -> Bestemming:
    """Somebody about whom a casus is: the own name, day of birth and address may be there; those of another not.

    ``wie`` is for what it is read, so that a choice at one request is none at another.
    """
    rijen = tuple(mensen)
    ids = frozenset(int(een.id) for een in rijen)
    return Bestemming(
        Lezersoort.BETROKKENE,
        naam,
        f"betrokkene {','.join(map(str, sorted(ids)))} {wie}",
        mensen=ids,
        hele_tafel=True,
        eigen=frozenset(vorm for een in rijen for vorm in _eigen(een)),
    )


def naar_elders(naam: str, wie: str, *, losse_velden: bool = False) -> Bestemming:
    """Another house, another system, or whoever it is given: it knows whom the casus is about.

    ``wie`` is which kind of reader and which one of that, whatever name it has: two of one name are two readers.
    """
    return Bestemming(Lezersoort.ELDERS, naam, f"elders {wie}", losse_velden=losse_velden, hele_tafel=True)


def naar_systeem(systeem: str) -> Bestemming:
    """Whoever works in this system of the house."""
    return naar_elders(f"wie in {systeem} werkt", f"systeem {systeem}")


def naar_justitie() -> Bestemming:
    """Whoever works in the system of justitie, by the file that it takes in."""
    return naar_elders(JUSTITIE, "jzv", losse_velden=True)


def met_eigen(aan: Bestemming, *teksten: str) -> Bestemming:
    """The same reader, which may read these of itself as well: the office of an organisation, say."""
    return replace(aan, eigen=aan.eigen | {kaal(" ".join(teksten))})


def naar_klembord() -> Bestemming:
    """Whoever opens what was copied: nobody here knows who that is."""
    return replace(naar_elders(KLEMBORD, "klembord", losse_velden=True), anders_weg=True)


def met_contacten(sessie: Session, aan: Bestemming) -> Bestemming:
    """The same reader, who may know how every partij is reached: the numbers and addresses of its contactpersonen."""
    contacten = sessie.execute(select(Contactpersoon.email, Contactpersoon.telefoon))
    return replace(aan, eigen=aan.eigen | {kaal(een) for contact in contacten for een in contact if een.strip()})


def genoemde_partijen(sessie: Session, *teksten: str) -> frozenset[int]:
    """The partijen that are named there: where a casus goes, say, is what its letter tells."""
    vermeld = Vermeldingen(tuple(tekst for tekst in teksten if tekst.strip()))
    return frozenset(
        int(rij.id)
        for rij in sessie.execute(select(Partij.id, Partij.naam, Partij.kort))
        if vermeld.noemt(rij.naam) or vermeld.noemt(rij.kort)
    )


def _eigen(mens: Betrokkene) -> Iterable[str]:
    if mens.adres.strip():
        yield kaal(f"{mens.adres} {mens.gemeente}")
        yield kaal(mens.adres)
    dag = mens.geboortedatum.als_dag() if mens.geboortedatum is not None else None
    if dag is not None:
        for vorm in (datum_lijst, datum_kort, datum_lang, datum_cijfers):
            yield kaal(vorm(dag))
        yield f"{dag.day}{dag.month}{dag.year}"
        yield f"{dag:%d%m%Y}"
        yield f"{dag:%Y%m%d}"
