"""What the chair changes while the overleg is held: each act through the gate, logged, and with a way back.

The agenda that got akkoord and was sent stays as it is; what changes stands beside it and is told by the verslag.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import (
    Aanwezigheid,
    AgendapuntId,
    CasusId,
    GebeurtenisId,
    OverlegId,
    OverlegStatus,
    PartijId,
    TafelHandeling,
)
from zvh_desktop.models.overleg import Agendapunt, Overleg, Tafelgebeurtenis
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.uitkomst import Actie, Besluit
from zvh_desktop.services.casus.acties import eis_stoel
from zvh_desktop.services.poort.deelnames import geldige_deelnames, zet_deelname
from zvh_desktop.services.poort.gesloten import eis_lopend
from zvh_desktop.services.regelboek.casus import doel_besluit_themas_vooraf
from zvh_desktop.services.regelboek.uitleg import eis
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.casuspunt import nieuw_casuspunt, vul_casuspunt
from zvh_desktop.services.tafel.gang.tafelstart import eis_te_wijzigen, haal_start_terug, iets_vastgelegd, sluit_punt
from zvh_desktop.services.tafel.loop.tafelloop_gegevens import StoelWas, Tafelbeeld, TijdenWas, VolgordeWas
from zvh_desktop.services.tafel.loop.tafelloop_lezen import lees_tafelbeeld
from zvh_desktop.services.tafel.tafelorde import aan_tafel
from zvh_desktop.services.tafel.verloop.tafelgebeurtenissen import noteer
from zvh_desktop.services.tafel.voorzitter.voorzitterdienst import VoorzitterService
from zvh_desktop.services.tafel.zaal.zaal import ZaalService
from zvh_desktop.services.werkplek.handeling import Handeling
from zvh_desktop.services.werkplek.invoer import EINDE_NA_BEGIN, naamveld, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_FUNCTIES = (TafelHandeling.VOORZITTER, TafelHandeling.NOTULIST)


class TafelloopService:
    """Use cases at the table itself."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek
        self.voorzitter = VoorzitterService(werkplek)
        self.zaal = ZaalService(werkplek)

    def toon(self, overleg_id: OverlegId) -> Tafelbeeld:
        """Who leads it now, what happened, and per point how every partij stands. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return lees_tafelbeeld(self._werkplek, sessie, haal(sessie, Overleg, overleg_id, "Dit overleg"))

    # --- points -----------------------------------------------------------------------------------

    def voeg_casus_toe(self, overleg_id: OverlegId, casus_id: CasusId, invoer: PuntInvoer) -> AgendapuntId:
        """Add a casus as the last point, with doel, type besluit and thema's as the agenda asks for them.

        Doel and thema's that are left empty are those of the triage.

        Raises RegelGeweigerd: ``geen_casus_buiten_operationeel``, ``geen_verstrekking_voor_overleg`` and
        ``doel_besluit_themas_vooraf``; InvoerOngeldig, GebruikersFout.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "casus aan tafel toegevoegd", "overleg") as werk:
            overleg = self._bezig(werk, overleg_id)
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            plaats = len(overleg.agendapunten)
            geschikt = any(punt.tafel_volgorde is not None for punt in overleg.agendapunten)
            punt = nieuw_casuspunt(self._werkplek, werk.sessie, overleg, casus, ter_tafel=True)
            profiel = self._werkplek.profiel_van(werk.sessie, overleg)
            uit_triage = {veld: getattr(punt, veld) for veld in ("doel", "themas") if not getattr(invoer, veld).strip()}
            vul_casuspunt(profiel, punt, replace(invoer, **uit_triage))
            eis(
                doel_besluit_themas_vooraf(
                    profiel, casus.nummer, doel=punt.doel, besluit_type=punt.besluit_type, themas=punt.themas
                )
            )
            if geschikt:
                punt.tafel_volgorde = plaats
            noteer(self._werkplek, werk.sessie, overleg, TafelHandeling.TOEGEVOEGD, punt)
            return punt.id

    def haal_casus_weg(self, punt_id: AgendapuntId) -> None:
        """Take a casus away that was added at the table, while nothing was recorded there. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "casus aan tafel weggehaald", "overleg") as werk:
            punt, overleg = self._bij_punt(werk, punt_id)
            if not punt.ter_tafel:
                raise GebruikersFout(
                    "Dit punt staat op de agenda die is verstuurd en blijft daar staan.",
                    advies="Kies bij Uitkomst niet behandeld of aangehouden.",
                )
            if punt.gestart_op is not None or iets_vastgelegd(werk.sessie, punt):
                raise GebruikersFout(
                    "Dit punt is al begonnen. Het kan niet meer weg.",
                    advies="Haal eerst de start terug, of kies bij Uitkomst wat er van de casus kwam.",
                )
            overleg.agendapunten.remove(punt)

    def verplaats(self, punt_id: AgendapuntId, naar: int) -> VolgordeWas:
        """Give a point another place at the table (0 is first). The agenda that was sent keeps its order."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "volgorde aan tafel gewijzigd", "overleg") as werk:
            punt, overleg = self._bij_punt(werk, punt_id)
            return self._schuif(werk.sessie, overleg, punt, naar, TafelHandeling.VERPLAATST)

    def sla_over(self, punt_id: AgendapuntId) -> VolgordeWas:
        """Leave a point for later: it becomes the last one. Raises GebruikersFout when it was opened."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "punt overgeslagen", "overleg") as werk:
            punt, overleg = self._bij_punt(werk, punt_id)
            if punt.gestart_op is not None:
                raise GebruikersFout(
                    "Dit punt is al begonnen.",
                    advies="Kies Dit punt onderbreken om er later op terug te komen.",
                )
            return self._schuif(werk.sessie, overleg, punt, len(overleg.agendapunten), TafelHandeling.OVERGESLAGEN)

    def onderbreek(self, punt_id: AgendapuntId) -> VolgordeWas:
        """Split an open point: this part ends here, and the rest comes back as the last point."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "punt onderbroken", "overleg") as werk:
            punt, overleg = self._bij_punt(werk, punt_id)
            if punt.gestart_op is None or punt.afgerond_op is not None:
                raise GebruikersFout("Dit punt is niet bezig, dus er is niets te onderbreken.")
            sluit_punt(self._werkplek, werk.sessie, punt, TafelHandeling.ONDERBROKEN)
            return self._schuif(werk.sessie, overleg, punt, len(overleg.agendapunten), None)

    def zet_volgorde_terug(self, was: VolgordeWas) -> None:
        """Take back a change of order, a skip or a split."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "volgorde aan tafel teruggezet", "overleg") as werk:
            punt, overleg = self._bij_punt(werk, was.punt_id)
            toen = dict(was.volgorde)
            for een in overleg.agendapunten:
                een.tafel_volgorde = toen.get(een.id, een.tafel_volgorde)
            werk.sessie.execute(delete(Tafelgebeurtenis).filter_by(id=was.gebeurtenis, agendapunt_id=punt.id))
            if was.was_open:
                punt.afgerond_op = None

    def haal_start_terug(self, punt_id: AgendapuntId) -> None:
        """Take back a start that was a mistake; when nothing else happened the overleg has not been held.

        Raises GebruikersFout when something was recorded at this point.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "start van een punt teruggehaald", "overleg") as werk:
            punt, _ = self._bij_punt(werk, punt_id)
            haal_start_terug(werk.sessie, punt)

    # --- who sits there ---------------------------------------------------------------------------

    def laat_binnen(self, punt_id: AgendapuntId, partij_id: PartijId) -> StoelWas:
        """A partij comes to the table at this point: one that is late, or one that was not on the agenda for it.

        Raises RegelGeweigerd: the gate.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "partij aan tafel gelaten", "overleg") as werk:
            punt, overleg = self._bij_punt(werk, punt_id)
            if punt.casus_id is None:
                raise InvoerOngeldig("punt", "Dit onderwerp is van het huis zelf: er zitten geen partijen bij.")
            casus = werk.sessie.get_one(Casus, punt.casus_id)
            partij = haal(werk.sessie, Partij, partij_id, "Deze partij")
            zit = geldige_deelnames(self._werkplek, werk.sessie, punt, alleen=partij_id)
            stoel = next((rij for rij, _ in zit), None)
            eerder = stoel.aanwezigheid if stoel is not None else None
            if stoel is None:
                eis_lopend(casus, self._werkplek.profiel.termen, "Er kan geen partij meer bij komen.")
                stoel = zet_deelname(self._werkplek, werk.sessie, punt, casus, partij, ter_tafel=True)
            stoel.aanwezigheid = Aanwezigheid.AANWEZIG
            rij = noteer(self._werkplek, werk.sessie, overleg, TafelHandeling.AAN_TAFEL, punt, partij_id=partij_id)
            return StoelWas(punt_id, partij_id, eerder, rij.id)

    def laat_gaan(self, punt_id: AgendapuntId, partij_id: PartijId) -> StoelWas:
        """A partij leaves the table at this point. Raises RegelGeweigerd when it has no seat there.

        The gate keeps nobody in: who lost its seat while it sat there leaves as well. That partij is named nowhere
        any more, so no act is written down.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "partij van tafel gegaan", "overleg") as werk:
            punt, overleg = self._bij_punt(werk, punt_id)
            kwijt = werk.sessie.scalars(
                select(Deelname).filter_by(agendapunt_id=punt.id, partij_id=partij_id, vervallen=True)
            ).one_or_none()
            stoel = kwijt or eis_stoel(self._werkplek, werk.sessie, punt, partij_id)
            eerder = stoel.aanwezigheid
            weg = Aanwezigheid.VERTROKKEN if punt.gestart_op is not None else Aanwezigheid.AFWEZIG
            stoel.aanwezigheid = weg
            if kwijt is not None:
                return StoelWas(punt_id, partij_id, eerder, None)
            rij = noteer(self._werkplek, werk.sessie, overleg, TafelHandeling.VAN_TAFEL, punt, partij_id=partij_id)
            return StoelWas(punt_id, partij_id, eerder, rij.id)

    def zet_stoel_terug(self, was: StoelWas) -> None:
        """Take back that a partij came in or left. Raises GebruikersFout when something is belegd bij a new one."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "partij aan tafel teruggezet", "overleg") as werk:
            punt, _ = self._bij_punt(werk, was.punt_id)
            stoel = werk.sessie.scalars(
                select(Deelname).filter_by(agendapunt_id=punt.id, partij_id=was.partij_id)
            ).one_or_none()
            werk.sessie.execute(delete(Tafelgebeurtenis).filter_by(id=was.gebeurtenis, agendapunt_id=punt.id))
            if stoel is None:
                return
            if was.aanwezigheid is not None:
                stoel.aanwezigheid = was.aanwezigheid
            elif stoel.ter_tafel:
                _eis_niets_belegd(werk.sessie, punt, was.partij_id)
                werk.sessie.execute(delete(Tafelgebeurtenis).filter_by(agendapunt_id=punt.id, partij_id=was.partij_id))
                werk.sessie.delete(stoel)

    # --- the overleg itself -----------------------------------------------------------------------

    def draag_over(self, overleg_id: OverlegId, functie: TafelHandeling, naam: str) -> GebeurtenisId:
        """Somebody else leads the table from now on, or takes the minutes. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "voorzitter of notulist gewisseld", "overleg") as werk:
            overleg = self._bezig(werk, overleg_id)
            if functie not in _FUNCTIES:
                raise InvoerOngeldig("functie", "Alleen de voorzitter en de notulist kunnen wisselen.")
            wie = verplicht("naam", naamveld("naam", naam), "Vul in wie het overneemt.")
            return GebeurtenisId(noteer(self._werkplek, werk.sessie, overleg, functie, wie=wie).id)

    def neem_overdracht_terug(self, overleg_id: OverlegId, gebeurtenis: GebeurtenisId) -> None:
        """It was not handed over after all."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "wisseling teruggezet", "overleg") as werk:
            self._bezig(werk, overleg_id)
            vraag = delete(Tafelgebeurtenis).filter_by(id=gebeurtenis, overleg_id=overleg_id)
            werk.sessie.execute(vraag.where(Tafelgebeurtenis.soort.in_(_FUNCTIES)))

    def zet_tijden(self, overleg_id: OverlegId, begin: time | None, einde: time | None) -> TijdenWas:
        """When it really began and ended; None is as planned. The invitation keeps its own times.

        Raises InvoerOngeldig.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "tijden van het overleg vastgelegd", "overleg") as werk:
            overleg = self._bezig(werk, overleg_id)
            was = TijdenWas(overleg.begonnen_om, overleg.geeindigd_om)
            if (einde or overleg.einde) <= (begin or overleg.begin):
                raise InvoerOngeldig("einde", EINDE_NA_BEGIN)
            overleg.begonnen_om = None if begin == overleg.begin else begin
            overleg.geeindigd_om = None if einde == overleg.einde else einde
            return was

    # --- shared -----------------------------------------------------------------------------------

    def _bij_punt(self, werk: Handeling, punt_id: AgendapuntId) -> tuple[Agendapunt, Overleg]:
        punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
        return punt, self._bezig(werk, punt.overleg_id)

    def _bezig(self, werk: Handeling, overleg_id: OverlegId) -> Overleg:
        werk.raakt(overleg_id)
        overleg = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
        eis_te_wijzigen(overleg)
        if overleg.status != OverlegStatus.GEHOUDEN:
            raise GebruikersFout(
                "Dit overleg is nog niet begonnen.", advies="Wijzig de agenda bij stap 1, of start eerst een punt."
            )
        return overleg

    def _schuif(
        self, sessie: Session, overleg: Overleg, punt: Agendapunt, naar: int, soort: TafelHandeling | None
    ) -> VolgordeWas:
        was = tuple((een.id, een.tafel_volgorde) for een in overleg.agendapunten)
        rest: Sequence[Agendapunt] = [een for een in aan_tafel(overleg) if een.id != punt.id]
        plaats = max(0, min(naar, len(rest)))
        for volgorde, een in enumerate((*rest[:plaats], punt, *rest[plaats:])):
            een.tafel_volgorde = volgorde
        sessie.flush()
        if soort is not None:
            rij = noteer(self._werkplek, sessie, overleg, soort, punt)
            return VolgordeWas(punt.id, was, rij.id, was_open=False)
        laatste = sessie.scalars(
            select(Tafelgebeurtenis.id).filter_by(agendapunt_id=punt.id).order_by(Tafelgebeurtenis.id.desc()).limit(1)
        ).one()
        return VolgordeWas(punt.id, was, GebeurtenisId(laatste), was_open=True)


def _eis_niets_belegd(sessie: Session, punt: Agendapunt, partij_id: int) -> None:
    for soort in (Besluit, Actie):
        vraag = select(soort.id).filter_by(agendapunt_id=punt.id, belegd_bij_id=partij_id).limit(1)
        if sessie.scalars(vraag).first() is not None:
            raise GebruikersFout(
                "Bij deze partij is een besluit of een actie belegd. De partij blijft bij dit punt.",
                advies="Kies Van tafel als de partij is vertrokken.",
            )
