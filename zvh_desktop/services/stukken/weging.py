"""What documents leave out and what they add, read from the vault: restrictions in force, and notes of a betrokkene.

``lees_weging`` is the one place where a restriction is read: the head of every document is made with it, a draft and a
calendar item carry it, and all else that leaves goes through ``uitgaand``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final, TypeVar

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session

from zvh_desktop.database.sleutels.kofferkop import IN_KOFFER
from zvh_desktop.documents.opmaak.weging import Beperkt, Noot, Weging, weeg
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.keuzen.verzoekkeuzes import AantekeningUitkomst, Aard, ItemSoort
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import datum_cijfers, datum_kort, datum_lang, datum_lijst
from zvh_desktop.models.verzoeken.verzoek import Aantekening
from zvh_desktop.services.regelboek.verzoeken import verwerking_beperkt
from zvh_desktop.services.stukken.beperkingen import eis_beperkingen
from zvh_desktop.services.stukken.items import LEEFGEBIED, Item, lees_item, lees_items
from zvh_desktop.services.werkplek.eindstand import lopend_tegen_de_handtekening
from zvh_desktop.services.werkplek.rechten import niet_onderweg

G = TypeVar("G")

_GELEZEN: Final = "weging"
_GEEN_PERSOON: Final = frozenset({"Gemeente", "Geboortedatum", LEEFGEBIED})
"""Says nothing about one person by itself; a date of birth is looked for in each form in which it is written."""
_WOORDEN: Final = {
    Aard.CORRECTIE: "verzocht dit te verbeteren",
    Aard.BEZWAAR: "hiertegen bezwaar gemaakt",
    Aard.BEPERKING: "verzocht dit nu niet te gebruiken",
}


def lees_weging(
    sessie: Session, profiel: Huisprofiel, *, voor_betrokkene: bool = False, ook_onderweg: bool = False
) -> Weging:
    """What new documents leave out and add now; read once in a use case.

    Raises HandtekeningOnjuist, and NietBevoegd in a koffer. ``ook_onderweg``: for what is only looked at there, by who
    sits at the table. What was restricted when the koffer went out did not go along, so nothing of that can be seen.

    A document for the betrokkene itself leaves nothing out: it is the own data (AVG art. 15 and 18 lid 2).
    """
    if sessie.info.get(IN_KOFFER) and not ook_onderweg:
        # What a betrokkene asked is known in the office alone, so nothing is made or copied where it cannot be weighed.
        raise niet_onderweg()
    gelezen: Weging | None = sessie.info.get(_GELEZEN)
    if gelezen is None:
        gelezen = _lees(sessie, profiel)
        sessie.info[_GELEZEN] = gelezen
    return replace(gelezen, beperkt=()) if voor_betrokkene else gelezen


def uitgaand(sessie: Session, profiel: Huisprofiel, gegevens: G, *, ook_onderweg: bool = False) -> G:
    """The same values as they may leave, for whatever is no document: a file for another system, the clipboard.

    ``ook_onderweg``: for the screen in the room, which a chair on location has too.
    """
    return weeg(gegevens, lees_weging(sessie, profiel, ook_onderweg=ook_onderweg))


def in_kracht() -> ColumnElement[bool]:
    """In a query: restrictions that are not lifted."""
    return (Aantekening.aard == Aard.BEPERKING) & Aantekening.opgeheven_op.is_(None)


def beperkt(soort: ItemSoort, item_id: Any, casus_id: Any) -> ColumnElement[bool]:
    """In a query: this item, or a betrokkene of its casus, is restricted now, so its attachment stays where it is."""
    zelf = (Aantekening.soort == soort) & (Aantekening.item_id == item_id)
    mens = (Aantekening.soort == ItemSoort.BETROKKENE) & (Aantekening.casus_id == casus_id)
    return exists().where(in_kracht(), or_(zelf, mens))


def noot_zin(rij: Aantekening) -> str:
    """The note as it stands beside the item, on screen and on paper."""
    zin = f"Betrokkene heeft op {datum_lang(rij.op)} {_WOORDEN[rij.aard]}: {rij.tekst}"
    if rij.uitkomst is AantekeningUitkomst.OVERGENOMEN:
        zin += " Dit is overgenomen." + (f" {rij.reden}" if rij.reden else "")
    elif rij.uitkomst is AantekeningUitkomst.GEWEIGERD:
        zin += f" Dit is niet overgenomen: {rij.reden}"
    elif rij.aard is not Aard.BEPERKING:
        zin += " Hierover is nog niet besloten."
    return zin


def bewaar_vorm(item: Item) -> str:
    """The texts of an item as they stand, as they are kept with a note."""
    return json.dumps([tekst for naam, tekst in item.teksten if naam not in _GEEN_PERSOON], ensure_ascii=False)


def _lees(sessie: Session, profiel: Huisprofiel) -> Weging:
    eis_beperkingen(sessie)
    rijen = sessie.execute(
        select(Aantekening, Casus.nummer)
        .join(Casus, Casus.id == Aantekening.casus_id)
        .where(or_(Aantekening.aard != Aard.BEPERKING, Aantekening.opgeheven_op.is_(None)))
        .order_by(Aantekening.id)
    ).all()
    weg: list[Beperkt] = []
    noten = []
    for rij, nummer in rijen:
        if rij.aard is Aard.BEPERKING:
            overal = rij.soort is ItemSoort.BETROKKENE
            weg.append(Beperkt("" if overal else nummer, tuple(dict.fromkeys(_eigen_teksten(sessie, rij)))))
            if overal:
                weg.append(Beperkt(nummer, tuple(dict.fromkeys(_hele_casus(sessie, rij.casus_id)))))
        else:
            noten.append(Noot(nummer, tuple(_eigen_teksten(sessie, rij)), noot_zin(rij)))
    return Weging(
        tuple(weg),
        verwerking_beperkt(profiel) if weg else "",
        tuple(noten),
        vervalst=tuple(lopend_tegen_de_handtekening(sessie)),
    )


def _hele_casus(sessie: Session, casus_id: int) -> Iterable[str]:
    """Whoever is restricted as a person is so in all that was written about the casus, and in what is written since."""
    for item in lees_items(sessie, (casus_id,)):
        if item.bron.soort is not ItemSoort.BETROKKENE:
            yield from (tekst for naam, tekst in item.teksten if naam != LEEFGEBIED)


def _eigen_teksten(sessie: Session, rij: Aantekening) -> Iterable[str]:
    """As they are now, and as they were when the note was made: a signed text keeps those."""
    yield from _vorm(rij.vorm)
    item = lees_item(sessie, rij.soort, rij.item_id)
    if item is not None:
        yield from (tekst for naam, tekst in item.teksten if naam not in _GEEN_PERSOON)
    mens = sessie.get(Betrokkene, rij.item_id) if rij.soort is ItemSoort.BETROKKENE else None
    geboren = mens.geboortedatum.als_dag() if mens is not None and mens.geboortedatum is not None else None
    if geboren is not None:
        yield from (vorm(geboren) for vorm in (datum_lijst, datum_kort, datum_lang, datum_cijfers))


def _vorm(bewaard: str) -> Iterable[str]:
    """What was kept with a note; whatever else somebody wrote there is left out as well."""
    try:
        delen = json.loads(bewaard or "[]")
    except ValueError:
        return (bewaard,)
    return [str(deel) for deel in delen] if isinstance(delen, list) else (bewaard,)
