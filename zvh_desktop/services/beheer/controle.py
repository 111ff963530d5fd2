"""Does what stands in the columns agree with what was signed? The vault cannot know; these services do.

Findings name a casus by its number and never a person or a partij: they may end up in a mail to a helpdesk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.controle import verzamel
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import PoortStand
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.bestuur.controle import vind_in_overleggen
from zvh_desktop.services.bestuur.verslag_getekend import BESTUURSVERSLAG
from zvh_desktop.services.casus.afschaling_getekend import AFSCHALING
from zvh_desktop.services.casus.einde_getekend import EINDE, vind_in_einden
from zvh_desktop.services.casus.opschaling_getekend import OPSCHALING
from zvh_desktop.services.casus.plan_getekend import PLAN
from zvh_desktop.services.informatie.controle import vind_in_informatie
from zvh_desktop.services.koffer.getekend import INTREKKING as KOFFER_INTREKKING
from zvh_desktop.services.koffer.getekend import TERUGKEER, UITGIFTE
from zvh_desktop.services.lek.getekend import LEKKEUZE
from zvh_desktop.services.poort.getekend import Getekend, vind_in_getekend, vind_verwijderd
from zvh_desktop.services.poort.poort import OORDEEL, bepaal_stand, oordelen_per_partij
from zvh_desktop.services.poort.uitgetreden import vind_in_uittreden
from zvh_desktop.services.samenwerking.getekend import GESCHIL, TRAJECT
from zvh_desktop.services.stukken.uitgifte import is_zoals_bewaard
from zvh_desktop.services.tafel.akkoord import AKKOORD
from zvh_desktop.services.tafel.verslag_getekend import VERSLAG
from zvh_desktop.services.uitnodigen.afgelasting import vind_in_afgelastingen
from zvh_desktop.services.vernietigen.getekend import (
    INTREKKING,
    TERMIJNEN,
    VERLENGING,
    VERNIETIGING,
    VOORSTEL,
    vind_terug,
)
from zvh_desktop.services.verzoeken.getekend import BEPERKING, VERZOEKBESLUIT
from zvh_desktop.services.werkplek.werkplek import Werkplek

GETEKEND: Final[tuple[Getekend[Any], ...]] = (
    OORDEEL,
    AKKOORD,
    VERSLAG,
    BESTUURSVERSLAG,
    PLAN,
    AFSCHALING,
    EINDE,
    OPSCHALING,
    VERZOEKBESLUIT,
    BEPERKING,
    VERLENGING,
    VOORSTEL,
    INTREKKING,
    TERMIJNEN,
    VERNIETIGING,
    TRAJECT,
    GESCHIL,
    UITGIFTE,
    KOFFER_INTREKKING,
    TERUGKEER,
    LEKKEUZE,
)
"""Every kind of row that is signed."""
NIET_VERGELEKEN = "De stukken zijn niet met hun handtekening vergeleken: daarvoor moet de keten eerst weer heel zijn."


class ControleService:
    """Compares rows with signatures. Reads only, and asks for no right: whoever calls it does."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def vind(self) -> tuple[str, ...]:
        """Every finding, as a sentence; none when all is well."""
        delen: tuple[Callable[[Session], Iterator[str]], ...] = (
            self._keten,
            *(partial(self._getekend, soort=soort) for soort in GETEKEND),
            self._verwijderd,
            vind_in_einden,
            vind_in_uittreden,
            vind_terug,
            self._deelnames,
            self._overleggen,
            self._informatie,
            self._uitgegeven,
            self._afgelast,
        )
        return verzamel(partial(self._in_sessie, deel) for deel in delen)

    def _in_sessie(self, deel: Callable[[Session], Iterator[str]]) -> Iterator[str]:
        with vertaal_databasefout(), self._werkplek.kluis.lees_sessies() as sessie:
            yield from deel(sessie)

    def _keten(self, sessie: Session) -> Iterator[str]:
        breuk = inzicht(sessie).breuk
        yield from breuk
        if breuk:
            yield NIET_VERGELEKEN

    def _getekend(self, sessie: Session, soort: Getekend[Any]) -> Iterator[str]:
        # Without a chain that is whole every row would be a finding, and none of them the right one.
        return iter(()) if inzicht(sessie).breuk else vind_in_getekend(self._werkplek, sessie, (soort,))

    def _verwijderd(self, sessie: Session) -> Iterator[str]:
        return vind_verwijderd(sessie, GETEKEND)

    def _deelnames(self, sessie: Session) -> Iterator[str]:
        if inzicht(sessie).breuk:
            return
        rijen = sessie.execute(
            select(Deelname, Agendapunt, Overleg, Casus, Partij)
            .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
            .join(Overleg, Overleg.id == Agendapunt.overleg_id)
            .join(Casus, Casus.id == Deelname.casus_id)
            .join(Partij, Partij.id == Deelname.partij_id)
            .where(Deelname.vervallen.is_(False))
            .order_by(Deelname.id)
        )
        for deelname, punt, overleg, casus, partij in rijen:
            oordeel = oordelen_per_partij(sessie, casus.id, overleg.datum).get(partij.id)
            stand = bepaal_stand(self._werkplek, sessie, casus, partij, oordeel, overleg.datum)
            rust = oordeel is not None and oordeel.id == deelname.oordeel_id and punt.casus_id == casus.id
            # A partij that left the convenant after the oordeel keeps a seat that no document shows; no fraud.
            if not rust or stand.stand not in (PoortStand.RECHTMATIG, PoortStand.NIET_VAN_TOEPASSING):
                yield (
                    f"Op de agenda van {datum_kort(overleg.datum)} heeft bij casus {casus.nummer} een partij een "
                    "plaats zonder geldend oordeel."
                )

    def _overleggen(self, sessie: Session) -> Iterator[str]:
        return vind_in_overleggen(self._werkplek, sessie)

    def _informatie(self, sessie: Session) -> Iterator[str]:
        return vind_in_informatie(self._werkplek, sessie)

    def _afgelast(self, sessie: Session) -> Iterator[str]:
        return iter(vind_in_afgelastingen(sessie))

    def _uitgegeven(self, sessie: Session) -> Iterator[str]:
        rijen = sessie.execute(select(Uitgegeven.id, Uitgegeven.inhoud, Uitgegeven.sha256).order_by(Uitgegeven.id))
        for id_, inhoud, sha256 in rijen:
            if not is_zoals_bewaard(inhoud, sha256):
                yield f"Bewaard document {id_} is niet meer zoals het is verzonden."
