"""A koffer that comes back: looked at, taken in within one transaction, and destroyed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.keten.logketen import schrijf_logregel
from zvh_desktop.database.keten.ondertekening import VerklaringRij
from zvh_desktop.database.koffer.openen import STAPPEN, open_terug, stil, vernietig_koffer
from zvh_desktop.errors import IntussenGewijzigd, KofferFout
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzen.kofferkeuzes import KofferpuntLot, KofferStand
from zvh_desktop.models.koffer.koffer import Koffer, KofferCasus, KofferPunt, KofferVerklaring
from zvh_desktop.models.taal import datum_lang
from zvh_desktop.services.kluis.gegevens import Voortgang
from zvh_desktop.services.koffer.alsnog import leg_alsnog_vast, nog_onbekend
from zvh_desktop.services.koffer.gegevens import TerugBeeld, TerugPunt, TerugResultaat
from zvh_desktop.services.koffer.getekend import INTREKKING, TERUGKEER, UITGIFTE
from zvh_desktop.services.koffer.inhoud import Kofferinhoud, lees_inhoud
from zvh_desktop.services.koffer.inpassen import Inpassing
from zvh_desktop.services.koffer.lezen import al_uit, beeld_van, samen_in
from zvh_desktop.services.koffer.weging import NIET_GEKOZEN, OOK_GEWIJZIGD, Terugweging, Weegschaal
from zvh_desktop.services.werkplek.handeling import Handeling
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

HERKOMST = "koffer"
"""In the log: what was done on the road."""


_INGENOMEN = "Het overleg is weer van kantoor; de koffer wordt vernietigd"


class InleverService:
    """Use cases on koffers that come back. Only somebody for whom a koffer is sealed can ask them of it."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def bekijk(self, map_: Path, voortgang: Voortgang = stil) -> TerugBeeld:
        """What this koffer brings back, beside what the office has. Changes nothing.

        Raises KofferFout for everything for which ``lever_in`` would refuse it, and what ``voortgang`` raises.
        """
        with open_terug(self._werkplek.kluis, map_, self._werkplek.klok, voortgang) as koffer:
            inhoud = lees_inhoud(koffer)
        with self._werkplek.lees(Recht.KOFFER_INLEVEREN) as sessie:
            rijen = self._eis_bekend(sessie, inhoud)
            rij = rijen[-1]
            _eis_geen_andere(sessie, rijen, inhoud)
            schaal = Weegschaal(self._werkplek, sessie, rijen, inhoud)
            beeld = beeld_van(self._werkplek, sessie, rij)
            return TerugBeeld(
                koffer=replace(beeld, casussen=tuple(sorted(inhoud.nummers.values()))) if inhoud.zonder_lijn else beeld,
                map=map_,
                kiezen=rij.stand is KofferStand.INGETROKKEN,
                punten=tuple(weging.punt for weging in schaal.weeg() if not weging.al),
                verklaringen=len(inhoud.verklaringen),
                vernietigd=len(self._vernietigd(schaal, inhoud)),
            )

    def lever_in(self, map_: Path, gekozen: Collection[TerugPunt] = (), voortgang: Voortgang = stil) -> TerugResultaat:
        """Take in what was done on the road, all of it in one transaction, and destroy the koffer.

        Of a koffer that was withdrawn only what is in ``gekozen`` comes in, as ``bekijk`` gave it; the rest is kept
        beside it. Raises IntussenGewijzigd when one of these is not any more as it was shown, KofferFout,
        BevestigingNodig and what ``voortgang`` raises; then nothing was changed, here or in the koffer.
        """
        vernietigd = False
        with open_terug(self._werkplek.kluis, map_, self._werkplek.klok, voortgang) as koffer:
            inhoud = lees_inhoud(koffer)
            vernietigd = self._is_dossier_weg(inhoud)
            if not vernietigd:
                with self._werkplek.schrijf(Recht.KOFFER_INLEVEREN, "koffer ingeleverd", "overleg") as werk:
                    resultaat = self._neem_in(werk, inhoud, gekozen)
                    voortgang(STAPPEN, STAPPEN, _INGENOMEN)
        weg = vernietig_koffer(map_)
        if vernietigd:
            raise KofferFout(
                "Het dossier van dit overleg is op kantoor vernietigd, en daarmee wat in de koffer zat.",
                veilig="Er is niets overgenomen." if weg else "",
                advies="De koffer is nu ook vernietigd." if weg else "Verwijder de map van de koffer zelf.",
            )
        return replace(resultaat, koffer_weg=weg)

    # --- shared -----------------------------------------------------------------------------------

    def _neem_in(self, werk: Handeling, inhoud: Kofferinhoud, gekozen: Collection[TerugPunt]) -> TerugResultaat:
        sessie = werk.sessie
        rijen = self._eis_bekend(sessie, inhoud)
        werk.raakt(*(rij.overleg_id for rij in reversed(rijen)))
        kiezen = rijen[-1].stand is KofferStand.INGETROKKEN
        _eis_geen_andere(sessie, rijen, inhoud)
        self._werkplek.eis_bevestiging()
        if inhoud.zonder_lijn:
            leg_alsnog_vast(self._werkplek, sessie, rijen, inhoud)
        for rij in rijen:
            rij.stand = KofferStand.NAGEKOMEN if kiezen else KofferStand.TERUG
            rij.terug_op, rij.terug_door = self._werkplek.nu(), self._werkplek.naam
        sessie.flush()  # from here on the tafel is of the office again, and the triggers let it be changed
        schaal = Weegschaal(self._werkplek, sessie, rijen, inhoud)
        wegingen = schaal.weeg()
        if kiezen:
            _eis_als_gezien(wegingen, gekozen)
        sleutels = frozenset(punt.sleutel for punt in gekozen)
        mee = [een for een in wegingen if _gaat_mee(een, sleutels, kiezen=kiezen)]
        inpassing = Inpassing(self._werkplek, sessie, inhoud)
        aantal = inpassing.neem_in(mee)
        ernaast = self._leg_ernaast(sessie, wegingen, mee, inpassing)
        self._bewaar_verklaringen(sessie, rijen, inhoud, schaal, inpassing)
        self._neem_log_over(sessie, inhoud)
        mee_geweest = select(KofferCasus.casus_id).where(KofferCasus.koffer_id.in_([rij.id for rij in rijen]))
        for casus in sessie.scalars(select(Casus).where(Casus.id.in_(mee_geweest))):
            casus.gewijzigd_op = self._werkplek.nu()
        for rij in rijen:
            TERUGKEER.teken(self._werkplek, sessie, rij)
            TERUGKEER.eis_bewaard(self._werkplek, sessie, rij.id)
        return TerugResultaat(beeld_van(self._werkplek, sessie, rijen[-1]), aantal, ernaast)

    def _eis_bekend(self, sessie: Session, inhoud: Kofferinhoud) -> Sequence[Koffer]:
        """The rows of this koffer, of which the chain of the koffer goes on; none for a tafel that was destroyed.

        Raises KofferFout.
        """
        rijen = samen_in(sessie, inhoud.kop.kenmerk)
        if inhoud.zonder_lijn and not rijen:
            return nog_onbekend(self._werkplek, sessie, inhoud)
        if not inhoud.zonder_lijn and not _gingen_hier_uit(sessie, rijen, inhoud):
            raise KofferFout(
                "Deze kluis kent deze koffer niet. Misschien is een reservekopie teruggezet van voor de uitgifte.",
                veilig="Er is niets gewijzigd, hier niet en in de koffer niet.",
                advies="Bewaar de koffer en meld dit bij uw beheerder.",
            )
        for rij in rijen:
            UITGIFTE.verifieer(self._werkplek, sessie, rij)
            INTREKKING.verifieer(self._werkplek, sessie, rij)
            TERUGKEER.verifieer(self._werkplek, sessie, rij)
        rij = rijen[-1]
        if rij.terug_op is not None and rij.terug_verklaring is not None:
            raise KofferFout(
                f"Deze koffer is al ingeleverd, op {datum_lang(als_lokaal(rij.terug_op).date())}, door "
                f"{rij.terug_door}. Hij telt niet twee keer.",
                veilig="Er is niets gewijzigd.",
                advies="Is dit een tweede kopie? Verwijder die map.",
            )
        return rijen

    def _is_dossier_weg(self, inhoud: Kofferinhoud) -> bool:
        """Whether every tafel in it was destroyed in the office: that emptied the statements of this koffer, signed.

        That a row is not there says nothing: whoever has the key of the database can take it away, and then the
        work of the road would go with the koffer. Raises HandtekeningOnjuist when the chain is not whole.
        """
        with self._werkplek.lees(Recht.KOFFER_INLEVEREN) as sessie:
            zicht = inzicht(sessie)
            zicht.eis_heel()
            return inhoud.uitgiften.keys() <= zicht.geleegd and _is_zelfde_keten(sessie, inhoud)

    def _vernietigd(self, schaal: Weegschaal, inhoud: Kofferinhoud) -> set[int]:
        return {een.casus_id for een in inhoud.verschillen if een.casus_id and not schaal.bestaat(een.casus_id)}

    def _leg_ernaast(
        self,
        sessie: Session,
        wegingen: Sequence[Terugweging],
        mee: Sequence[Terugweging],
        inpassing: Inpassing,
    ) -> tuple[TerugPunt, ...]:
        """What was not taken in is kept, with what the office had then and why."""
        gekozen = {een.verschil.sleutel for een in mee}
        ernaast: list[TerugPunt] = []
        for een in wegingen:
            punt, sleutel = een.punt, een.verschil.sleutel
            if een.al or (sleutel in gekozen and sleutel not in inpassing.geweigerd):
                continue
            reden = inpassing.geweigerd.get(sleutel) or punt.reden or NIET_GEKOZEN
            ernaast.append(replace(punt, reden=reden, kan=False, voorgesteld=False))
            sessie.add(
                KofferPunt(
                    koffer_id=een.koffer_id,
                    casus_id=een.verschil.casus_id,
                    tabel=een.verschil.keer.tabel,
                    verandering=een.verschil.verandering,
                    wat=punt.wat,
                    kantoor=punt.kantoor,
                    onderweg=punt.onderweg,
                    keuze=KofferpuntLot.ERNAAST,
                    reden=reden,
                )
            )
        return tuple(ernaast)

    def _bewaar_verklaringen(
        self,
        sessie: Session,
        rijen: Sequence[Koffer],
        inhoud: Kofferinhoud,
        schaal: Weegschaal,
        inpassing: Inpassing,
    ) -> None:
        """The statements of the road: their heads with each return, and whole beside the casus they are about."""
        koppen = [_kop(een, inpassing.getekend.get(een.nummer)) for een in inhoud.verklaringen]
        for rij in rijen:
            rij.onderweg = canoniek(koppen).decode("utf-8")
        heel = {een.nummer: een for een in inhoud.verklaringen}
        for oordeel in inhoud.oordelen.values():
            nummer, casus_id = oordeel.rij.verklaring_nummer, oordeel.rij.casus_id
            if not schaal.bestaat(casus_id):
                continue
            sessie.add(
                KofferVerklaring(
                    koffer_id=schaal.koffer_van(casus_id),
                    nummer=nummer,
                    casus_id=casus_id,
                    rij=canoniek(list(heel[nummer])).decode("utf-8"),
                    hier=inpassing.getekend.get(nummer),
                )
            )

    def _neem_log_over(self, sessie: Session, inhoud: Kofferinhoud) -> None:
        """Who did what on the road, at the moment at which it was done there."""
        for regel in inhoud.log:
            schrijf_logregel(
                sessie,
                tijd=datetime.fromisoformat(regel.tijd).astimezone(UTC),
                gebruiker=regel.gebruiker,
                rol=regel.rol,
                handeling=regel.handeling,
                object_soort=regel.object_soort,
                object_id=regel.object_id,
                resultaat=regel.resultaat,
                herkomst=HERKOMST,
            )


def _gingen_hier_uit(sessie: Session, rijen: Sequence[Koffer], inhoud: Kofferinhoud) -> bool:
    geleegd = inzicht(sessie).geleegd
    hier = {een for een in inhoud.uitgiften if een not in geleegd}
    return bool(rijen) and {rij.verklaring_nummer for rij in rijen} == hier and _is_zelfde_keten(sessie, inhoud)


def _is_zelfde_keten(sessie: Session, inhoud: Kofferinhoud) -> bool:
    """Whether the statements with which it went out stand in the chain of the office as in that of the koffer."""
    if inhoud.kop.verklaring not in inhoud.uitgiften:
        return False
    vraag = select(Verklaring.nummer, Verklaring.hash).where(Verklaring.nummer.in_(inhoud.uitgiften.keys()))
    return dict(sessie.execute(vraag).all()) == inhoud.uitgiften


def _eis_geen_andere(sessie: Session, rijen: Sequence[Koffer], inhoud: Kofferinhoud) -> None:
    """While the same tafel is out again, the koffer of before waits: what it holds is beside what that one brings."""
    if rijen[-1].stand is not KofferStand.INGETROKKEN:
        return
    mee = select(KofferCasus.casus_id).where(KofferCasus.koffer_id.in_([rij.id for rij in rijen]))
    ander = al_uit(sessie, inhoud.nummers if inhoud.zonder_lijn else sessie.scalars(mee).all())
    if ander is not None:
        raise KofferFout(
            f"Dit overleg is opnieuw uitgeleend: {ander.voor_naam} heeft het in een andere koffer.",
            veilig="Er is niets gewijzigd, hier niet en in deze koffer niet.",
            advies="Lever eerst die koffer in.",
        )


def _eis_als_gezien(wegingen: Sequence[Terugweging], gekozen: Collection[TerugPunt]) -> None:
    """What was chosen was chosen beside what was shown. While a koffer is not lent the office goes on, so that may be
    something else by now; Samenloop sees nothing of it, since what comes in is written past the mapped rows.

    Raises IntussenGewijzigd.
    """
    nu = {een.verschil.sleutel: een for een in wegingen if not een.al}
    anders = [punt.wat for punt in gekozen if punt.sleutel in nu and nu[punt.sleutel].punt.afdruk != punt.afdruk]
    if anders:
        raise IntussenGewijzigd(
            wat=", ".join(dict.fromkeys(anders)), veilig="Er is niets gewijzigd, hier niet en in de koffer niet."
        )


def _gaat_mee(weging: Terugweging, gekozen: frozenset[str], *, kiezen: bool) -> bool:
    if weging.al or not weging.punt.kan:
        return False
    return weging.verschil.sleutel in gekozen if kiezen else weging.punt.reden != OOK_GEWIJZIGD


def _kop(rij: VerklaringRij, hier: int | None) -> list[object]:
    return [*rij._replace(inhoud=None), hier]
