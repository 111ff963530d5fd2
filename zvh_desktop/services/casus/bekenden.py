"""Whether a person is known already: the same name, however it is spelled, and what is known of the birth date.

Two persons with one name are kept apart by their birth dates; where one of the two is not known, that is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import Session

from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzes import AanmeldingId, BetrokkeneId, CasusId
from zvh_desktop.models.tekst.letterfout import typewoorden
from zvh_desktop.models.tekst.naamvormen import naamsleutels
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.werkplek.naamindex import lijkt_op, met_letterfout, zo_geschreven
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.samen import leesbaar
from zvh_desktop.services.werkplek.werkplek import Werkplek

_MEESTE = 5
_LIJKEN_EROP = 50
"""So many that are a letter otherwise are looked at for a person who is not known yet."""


@dataclass(frozen=True, slots=True)
class Bekende:
    """A person of this name that the vault holds already.

    ``casusnummer`` is empty for who may not see casussen, and for an aanmelding that is no casus. ``zelfde`` is True
    when the birth dates are equal, None when one of them is not known well enough, False when it is somebody else.
    """

    naam: str
    geboortedatum: Geboortedatum | None
    casusnummer: str
    casus_id: CasusId | None
    zelfde: bool | None
    anders_gespeld: bool = False
    """Whether the name is spelled in another way than was typed: El Khattabi and Elkhattabi, Müller and Mueller."""
    letter_anders: bool = False
    """Whether nobody has this name, and this one is a letter otherwise: a slip of the finger, or somebody else."""


class BekendenService:
    """Use case: is this person known."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def zoek(
        self, naam: str, geboortedatum: Geboortedatum | None, *, behalve: AanmeldingId | None = None
    ) -> tuple[Bekende, ...]:
        """Those with this name, the surest first; ``behalve`` is the aanmelding that is being typed."""
        if len(gevouwen(naam)) < 2:
            return ()
        mag_zien = self._werkplek.mag(Recht.CASUS_LEZEN).mag
        with self._werkplek.lees(Recht.AANMELDEN) as bron, leesbaar(bron) as sessie:
            zelfde, gezocht = _zo_genoemd(sessie, naam, behalve), naamsleutels(naam)
            rijen = sessie.execute(
                select(Betrokkene.naam, Betrokkene.geboortedatum, Casus.nummer, Casus.id)
                .outerjoin(Casus, Casus.id == Betrokkene.casus_id)
                .outerjoin(Aanmelding, Aanmelding.id == Betrokkene.aanmelding_id)
                .where(Betrokkene.id.in_(zelfde))
                .order_by(Betrokkene.id.desc())
            )
            gevonden = [
                Bekende(
                    een,
                    geboren,
                    nummer or "" if mag_zien else "",
                    casus_id if mag_zien else None,
                    zelfde_mens(geboren, geboortedatum),
                    gevouwen(een) != gevouwen(naam),
                    gevouwen(een) != gevouwen(naam) and not gezocht & naamsleutels(een),
                )
                for een, geboren, nummer, casus_id in rijen
            ]
        gevonden.sort(key=_zekerheid)
        return tuple(gevonden[:_MEESTE])


def _zo_genoemd(sessie: Session, naam: str, behalve: AanmeldingId | None) -> list[BetrokkeneId]:
    """Betrokkenen with this name in some spelling; when there are none, those of whom a letter is otherwise.

    Those of a casus come from the index of names. An aanmelding that is no casus does not stand in there, so these
    names are read; only who may be meant is read in full.
    """
    sleutels, woorden = naamsleutels(naam), typewoorden(naam)
    buiten = select(Betrokkene.id, Betrokkene.naam).where(Betrokkene.casus_id.is_(None))
    if behalve:
        buiten = buiten.where(Betrokkene.aanmelding_id != behalve)
    zonder_casus = sessie.execute(buiten).all()
    bekend = (*_van_casussen(sessie, zo_geschreven(sessie, naam), behalve), *zonder_casus)
    gelijk = [id_ for id_, een in bekend if sleutels & naamsleutels(een)]
    if gelijk:
        return gelijk
    bekend = (*_van_casussen(sessie, met_letterfout(sessie, naam, _LIJKEN_EROP), behalve), *zonder_casus)
    return [id_ for id_, een in bekend if lijkt_op(woorden, typewoorden(een))]


def _van_casussen(
    sessie: Session, rijen: Sequence[int], behalve: AanmeldingId | None
) -> Sequence[Row[BetrokkeneId, str]]:
    casussen = [rij // 4 for rij in rijen if rij % 4 == 0]
    if not casussen:
        return ()
    namen = select(Betrokkene.id, Betrokkene.naam).where(Betrokkene.casus_id.in_(casussen))
    if behalve:
        namen = namen.where(or_(Betrokkene.aanmelding_id.is_(None), Betrokkene.aanmelding_id != behalve))
    return sessie.execute(namen).all()


def zelfde_mens(een: Geboortedatum | None, ander: Geboortedatum | None) -> bool | None:
    """Equal, different, or not to be said while a day or a month of one of them is not known."""
    if een is None or ander is None:
        return None
    delen = [(een.jaar, ander.jaar), (een.maand, ander.maand), (een.dag, ander.dag)]
    if any(a and b and a != b for a, b in delen):
        return False
    return True if all(a and b for a, b in delen) else None


def _zekerheid(bekende: Bekende) -> int:
    return {True: 0, None: 1, False: 2}[bekende.zelfde]
