"""Everything on one person across all files, item by item, with what stays out of the overzicht and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzen.verzoekkeuzes import ItemSoort
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.verzoeken.verzoek import Aantekening, Betrokkeneverzoek
from zvh_desktop.services.stukken.items import Item, lees_items
from zvh_desktop.services.stukken.weging import noot_zin
from zvh_desktop.services.verzoeken.gegevens import ItemRegel
from zvh_desktop.services.verzoeken.personen import andere_namen, dossiers_van
from zvh_desktop.services.werkplek.vermelding import Vermeldingen
from zvh_desktop.services.werkplek.werkplek import Werkplek

HUIS: Final = "Het huis zelf"
PERSOON: Final = "persoon:"
"""How a weglating names another person."""


@dataclass(frozen=True, slots=True)
class GevondenItem:
    """One item in words. ``anderen`` are the other persons named in it; ``niet_van`` says it is about one of them."""

    regel: ItemRegel
    item: Item
    casusnummer: str
    partij_id: int | None
    anderen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verzameling:
    """All items, the other persons in them, and which partijen took part in the casussen."""

    items: tuple[GevondenItem, ...]
    anderen: tuple[str, ...]
    nummers: tuple[str, ...]
    ontvangers: tuple[str, ...]
    weggelaten_namen: tuple[str, ...]

    def van(self, partij_id: int | None) -> tuple[GevondenItem, ...]:
        """What this partij supplied; None for what the house wrote."""
        return tuple(een for een in self.items if een.partij_id == partij_id)

    @property
    def partijen(self) -> tuple[int, ...]:
        """Who supplied something."""
        return tuple(dict.fromkeys(een.partij_id for een in self.items if een.partij_id is not None))


def verzamel(werkplek: Werkplek, sessie: Session, verzoek: Betrokkeneverzoek) -> Verzameling:
    """Read it all. Rows of the person that are somebody else's are no part of it."""
    casussen, los = dossiers_van(sessie, verzoek)
    eigen = {een.betrokkene_id for een in verzoek.personen}
    anderen = andere_namen(sessie, verzoek, casussen, los)
    nummers = {
        rij.id: rij.nummer for rij in sessie.execute(select(Casus.id, Casus.nummer).where(Casus.id.in_(casussen)))
    }
    namen = {rij.id: rij.naam for rij in sessie.execute(select(Partij.id, Partij.naam))}
    weg = {een.sleutel: een.reden for een in verzoek.weglatingen}
    noten: dict[tuple[ItemSoort, int], list[str]] = {}
    for rij in sessie.scalars(select(Aantekening).where(Aantekening.casus_id.in_(casussen)).order_by(Aantekening.id)):
        noten.setdefault((rij.soort, rij.item_id), []).append(noot_zin(rij))
    items = []
    for gelezen in lees_items(sessie, casussen, los):
        item = gelezen.met_criterium(werkplek.profiel)
        if item.bron.soort is ItemSoort.BETROKKENE and item.id not in eigen:
            continue
        genoemd = Vermeldingen(tekst for _, tekst in item.teksten)
        nummer = nummers.get(item.casus_id, "") if item.casus_id is not None else ""
        regel = ItemRegel(
            sleutel=item.sleutel,
            soort=item.bron.soort,
            item_id=item.id,
            waar=f"casus {nummer}" if nummer else werkplek.profiel.termen.aanmelding,
            wat=item.naam(werkplek.profiel),
            partij=namen[item.partij_id] if item.partij_id is not None else HUIS,
            tekst=item.als_tekst(),
            weggelaten=weg.get(item.sleutel, ""),
            noten=tuple(noten.get((item.bron.soort, item.id), ())),
        )
        items.append(GevondenItem(regel, item, nummer, item.partij_id, tuple(n for n in anderen if genoemd.noemt(n))))
    bij = sessie.scalars(select(Deelname.partij_id).where(Deelname.casus_id.in_(casussen)).distinct())
    return Verzameling(
        items=tuple(items),
        anderen=tuple(naam for naam in anderen if any(naam in een.anderen for een in items)),
        nummers=tuple(sorted(nummers.values())),
        ontvangers=tuple(sorted(namen[id_] for id_ in bij)),
        weggelaten_namen=tuple(een.removeprefix(PERSOON) for een in weg if een.startswith(PERSOON)),
    )
