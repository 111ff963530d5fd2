"""What stands beside an item: recorded with it, decided on, a restriction lifted. The item itself never changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.verzoekkeuzes import (
    AantekeningId,
    AantekeningUitkomst,
    Aard,
    VerzoekId,
    VerzoekUitkomst,
)
from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.verzoeken.verzoek import Aantekening, Betrokkeneverzoek
from zvh_desktop.services.stukken.items import itemnaam, lees_item
from zvh_desktop.services.stukken.weging import bewaar_vorm, noot_zin
from zvh_desktop.services.verzoeken.gegevens import AantekeningInvoer, AantekeningRegel, CasusNoot
from zvh_desktop.services.verzoeken.getekend import BEPERKING
from zvh_desktop.services.verzoeken.personen import dossiers_van
from zvh_desktop.services.werkplek.invoer import regel, tekst, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_SOORT = "verzoek"
_DIE = "Deze aantekening"
_VERGISSING = "bij vergissing vastgelegd"


class AantekeningService:
    """Use cases on what stands beside items."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lijst(self, verzoek_id: VerzoekId) -> tuple[AantekeningRegel, ...]:
        """What was recorded because of this verzoek. Raises NietGevonden."""
        with self._werkplek.lees(Recht.VERZOEK_BIJHOUDEN) as sessie:
            verzoek = haal(sessie, Betrokkeneverzoek, verzoek_id, "Dit verzoek")
            return tuple(
                AantekeningRegel(
                    id=rij.id,
                    aard=rij.aard,
                    waar=self._waar(sessie, rij),
                    zin=noot_zin(rij),
                    uitkomst=rij.uitkomst,
                    opgeheven=_opgeheven(rij),
                )
                for rij in verzoek.aantekeningen
            )

    def van_casus(self, casus_id: CasusId) -> tuple[CasusNoot, ...]:
        """What stands beside the items of this casus, for every screen that shows one of them."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            rijen = sessie.scalars(select(Aantekening).filter_by(casus_id=casus_id).order_by(Aantekening.id))
            return tuple(
                CasusNoot(rij.id, self._wat(sessie, rij), noot_zin(rij), rij.aard is Aard.BEPERKING)
                for rij in rijen
                if rij.opgeheven_op is None
            )

    def van_casussen(self, casussen: Collection[CasusId]) -> Mapping[CasusId, tuple[CasusNoot, ...]]:
        """The same of each casus on an agenda, in one statement; a casus without any is not in it."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            vraag = select(Aantekening).where(
                Aantekening.casus_id.in_(set(casussen)), Aantekening.opgeheven_op.is_(None)
            )
            uit: dict[CasusId, tuple[CasusNoot, ...]] = {}
            for rij in sessie.scalars(vraag.order_by(Aantekening.id)):
                noot = CasusNoot(rij.id, self._wat(sessie, rij), noot_zin(rij), rij.aard is Aard.BEPERKING)
                uit[rij.casus_id] = (*uit.get(rij.casus_id, ()), noot)
            return uit

    def zet(self, verzoek_id: VerzoekId, invoer: AantekeningInvoer) -> AantekeningId:
        """Record it with the item; a restriction is signed, and in force from now on.

        Raises InvoerOngeldig, GebruikersFout; for a restriction BevestigingNodig.
        """
        with self._werkplek.schrijf(Recht.VERZOEK_BIJHOUDEN, "aantekening van betrokkene vastgelegd", _SOORT) as werk:
            werk.raakt(verzoek_id)
            verzoek = _open(haal(werk.sessie, Betrokkeneverzoek, verzoek_id, "Dit verzoek"))
            item = lees_item(werk.sessie, invoer.soort, invoer.item_id)
            casussen, _ = dossiers_van(werk.sessie, verzoek)
            if item is None or item.casus_id is None or item.casus_id not in casussen:
                raise InvoerOngeldig(
                    "item", "Dit onderdeel gaat niet over deze persoon.", advies="Bevestig eerst wie het is."
                )
            rij = Aantekening(
                verzoek_id=verzoek.id,
                casus_id=item.casus_id,
                soort=invoer.soort,
                item_id=invoer.item_id,
                aard=invoer.aard,
                tekst=verplicht("tekst", tekst("tekst", invoer.tekst).strip(), "Vul in wat de betrokkene vraagt."),
                vorm=bewaar_vorm(item),
                op=self._werkplek.vandaag(),
                door=self._werkplek.naam,
                uitkomst=AantekeningUitkomst.OPEN,
                reden="",
            )
            werk.sessie.add(rij)
            werk.sessie.flush()
            if rij.aard is Aard.BEPERKING:
                BEPERKING.teken(self._werkplek, werk.sessie, rij)
                BEPERKING.eis_bewaard(self._werkplek, werk.sessie, rij.id)
            return rij.id

    def beslis(self, aantekening_id: AantekeningId, uitkomst: AantekeningUitkomst, reden: str) -> None:
        """Taken over or refused with the reason; signed with the decision on the verzoek. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.VERZOEK_BESLUITEN, "beslist over aantekening", _SOORT) as werk:
            rij = haal(werk.sessie, Aantekening, aantekening_id, _DIE)
            werk.raakt(rij.verzoek_id)
            _open(werk.sessie.get_one(Betrokkeneverzoek, rij.verzoek_id))
            if rij.aard is Aard.BEPERKING:
                raise GebruikersFout(
                    "Een beperking geldt tot zij wordt opgeheven.",
                    advies="Kies Beslis over onderdeel, en daar: hef de beperking op.",
                )
            waarom = tekst("reden", reden).strip()
            if uitkomst is AantekeningUitkomst.GEWEIGERD:
                verplicht("reden", waarom, "Vul in waarom dit niet wordt overgenomen (AVG art. 12 lid 4).")
            rij.uitkomst, rij.reden = uitkomst, waarom

    def verwijder(self, aantekening_id: AantekeningId) -> AantekeningInvoer:
        """Recorded by mistake, before the decision. Gives what was typed, to put it back.

        A restriction was signed, so it stays, lifted. Raises GebruikersFout; for a restriction BevestigingNodig.
        """
        with self._werkplek.schrijf(Recht.VERZOEK_BIJHOUDEN, "aantekening van betrokkene verwijderd", _SOORT) as werk:
            rij = haal(werk.sessie, Aantekening, aantekening_id, _DIE)
            werk.raakt(rij.verzoek_id)
            _open(werk.sessie.get_one(Betrokkeneverzoek, rij.verzoek_id))
            if rij.uitkomst is not AantekeningUitkomst.OPEN or rij.opgeheven_op is not None:
                raise GebruikersFout("Over deze aantekening is al beslist. Zij blijft staan.")
            if rij.aard is Aard.BEPERKING:
                self._hef_op(werk.sessie, rij, _VERGISSING)
            else:
                werk.sessie.delete(rij)
            return AantekeningInvoer(rij.soort, rij.item_id, rij.aard, rij.tekst)

    def hef_op(self, aantekening_id: AantekeningId, reden: str, bericht_op: date) -> None:
        """Lift a restriction and sign that, after the betrokkene was told (AVG art. 18 lid 3).

        Raises InvoerOngeldig, BevestigingNodig; HandtekeningOnjuist when it is not as it was signed.
        """
        with self._werkplek.schrijf(Recht.VERZOEK_BESLUITEN, "beperking opgeheven", _SOORT) as werk:
            rij = haal(werk.sessie, Aantekening, aantekening_id, _DIE)
            werk.raakt(rij.verzoek_id)
            if rij.aard is not Aard.BEPERKING or rij.opgeheven_op is not None:
                raise GebruikersFout("Hier geldt geen beperking.")
            if not rij.op <= bericht_op <= self._werkplek.vandaag():
                raise InvoerOngeldig(
                    "bericht_op", "De betrokkene hoort dit voordat de beperking wordt opgeheven (AVG art. 18 lid 3)."
                )
            waarom = verplicht("reden", regel("reden", reden), "Vul in waarom de beperking wordt opgeheven.")
            self._hef_op(werk.sessie, rij, f"{waarom} (betrokkene bericht op {datum_kort(bericht_op)})")

    def _hef_op(self, sessie: Session, rij: Aantekening, reden: str) -> None:
        BEPERKING.verifieer(self._werkplek, sessie, rij)
        # What was signed changes only together with the number of the next statement.
        with sessie.no_autoflush:
            rij.opgeheven_op, rij.opgeheven_door = self._werkplek.vandaag(), self._werkplek.naam
            rij.opgeheven_reden = reden
            BEPERKING.teken(self._werkplek, sessie, rij)
        BEPERKING.eis_bewaard(self._werkplek, sessie, rij.id)

    def _waar(self, sessie: Session, rij: Aantekening) -> str:
        return f"{self._wat(sessie, rij)}, casus {sessie.get_one(Casus, rij.casus_id).nummer}"

    def _wat(self, sessie: Session, rij: Aantekening) -> str:
        return itemnaam(self._werkplek.profiel, sessie, rij.soort, rij.item_id)


def _opgeheven(rij: Aantekening) -> str:
    """When, by whom and why a restriction was lifted; empty while it is in force."""
    if rij.opgeheven_op is None:
        return ""
    return f"opgeheven op {datum_kort(rij.opgeheven_op)} door {rij.opgeheven_door}: {rij.opgeheven_reden}"


def _open(verzoek: Betrokkeneverzoek) -> Betrokkeneverzoek:
    if verzoek.uitkomst is not VerzoekUitkomst.OPEN:
        raise GebruikersFout(
            "Op dit verzoek is al besloten.",
            veilig="Er is niets gewijzigd.",
            advies="Leg een nieuw verzoek vast als de betrokkene opnieuw iets vraagt.",
        )
    return verzoek
