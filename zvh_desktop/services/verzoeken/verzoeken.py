"""The register of verzoeken: receipt, who asks, the term, who it is, and the signed decision."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from zvh_desktop.database.sleutels.kofferkop import IN_KOFFER
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Betrokkene
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzen.verzoekkeuzes import (
    AantekeningUitkomst,
    Aard,
    VerzoekId,
    VerzoekSoort,
    VerzoekUitkomst,
)
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.verzoeken.verzoek import Betrokkeneverzoek, Verzoekbesluit, VerzoekBetrokkene
from zvh_desktop.services.verzoeken.aantekeningen import AantekeningService
from zvh_desktop.services.verzoeken.brieven import VerzoekbriefService
from zvh_desktop.services.verzoeken.gegevens import (
    PersoonRegel,
    VerlengInvoer,
    VerzoekbesluitInvoer,
    VerzoekInvoer,
    VerzoekRegel,
)
from zvh_desktop.services.verzoeken.getekend import VERZOEKBESLUIT, besluiten_kloppen
from zvh_desktop.services.verzoeken.inzage import InzageService
from zvh_desktop.services.verzoeken.opruimen import VerzoekopruimService
from zvh_desktop.services.verzoeken.partijdelen import PartijdeelService
from zvh_desktop.services.verzoeken.personen import dossiers_van, kandidaten, persoon_ids
from zvh_desktop.services.verzoeken.rijen import RijenService
from zvh_desktop.services.verzoeken.termijn import ARTIKEL, MEER_MAANDEN, laatste_dag, resterend
from zvh_desktop.services.werkplek.invoer import naamveld, regel, tekst, verplicht
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_SOORT = "verzoek"
_DAT = "Dit verzoek"


class VerzoekService:
    """Use cases on verzoeken of betrokkenen."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek
        self.inzage = InzageService(werkplek)
        self.delen = PartijdeelService(werkplek)
        self.aantekeningen = AantekeningService(werkplek)
        self.rijen = RijenService(werkplek)
        self.brieven = VerzoekbriefService(werkplek)
        self.opruimen = VerzoekopruimService(werkplek)

    def lijst(self) -> tuple[VerzoekRegel, ...]:
        """All of them, what is open first, then the newest; none in a koffer, which knows only that there was one."""
        with self._werkplek.lees(Recht.VERZOEK_BIJHOUDEN) as sessie:
            if sessie.info.get(IN_KOFFER):
                return ()
            soort = Betrokkeneverzoek
            mee = (soort.personen, soort.partijen, soort.aantekeningen, soort.besluiten)
            rijen = sessie.scalars(
                select(soort)
                .options(*(selectinload(deel) for deel in mee))
                .order_by(soort.uitkomst != VerzoekUitkomst.OPEN, soort.ontvangen_op.desc(), soort.id.desc())
            ).all()
            return tuple(self._regel(sessie, rij) for rij in rijen)

    def leg_vast(self, invoer: VerzoekInvoer) -> VerzoekId:
        """Record the receipt. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.VERZOEK_BIJHOUDEN, "verzoek vastgelegd", _SOORT) as werk:
            rij = Betrokkeneverzoek(
                uitkomst=VerzoekUitkomst.OPEN,
                reden="",
                vastgelegd_op=self._werkplek.nu(),
                vastgelegd_door=self._werkplek.naam,
            )
            self._vul(rij, invoer)
            werk.sessie.add(rij)
            werk.sessie.flush()
            werk.raakt(rij.id)
            return rij.id

    def wijzig(self, verzoek_id: VerzoekId, invoer: VerzoekInvoer) -> None:
        """Record what is known by now. Raises as ``leg_vast``, GebruikersFout after the decision."""
        with self._werkplek.schrijf(Recht.VERZOEK_BIJHOUDEN, "verzoek bijgewerkt", _SOORT) as werk:
            werk.raakt(verzoek_id)
            self._vul(_open(haal(werk.sessie, Betrokkeneverzoek, verzoek_id, _DAT)), invoer)

    def verleng(self, verzoek_id: VerzoekId, invoer: VerlengInvoer) -> None:
        """At most two months more, told with the reason within the first month. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.VERZOEK_BIJHOUDEN, "termijn van verzoek verlengd", _SOORT) as werk:
            werk.raakt(verzoek_id)
            rij = _open(haal(werk.sessie, Betrokkeneverzoek, verzoek_id, _DAT))
            if not 0 <= invoer.maanden <= MEER_MAANDEN:
                raise InvoerOngeldig("maanden", f"Verlengen kan met hoogstens 2 maanden ({ARTIKEL}).")
            reden, op = regel("reden", invoer.reden), invoer.bericht_op
            if invoer.maanden:
                verplicht("reden", reden, f"Vul in waarom er meer tijd nodig is ({ARTIKEL}).")
                if op is None:
                    raise InvoerOngeldig("bericht_op", f"Vul in wanneer de verzoeker dit hoorde ({ARTIKEL}).")
                if not rij.ontvangen_op <= op <= self._werkplek.vandaag():
                    raise InvoerOngeldig("bericht_op", "Dit bericht komt na het verzoek, en uiterlijk vandaag.")
                if op > laatste_dag(rij.ontvangen_op):
                    grens = datum_kort(laatste_dag(rij.ontvangen_op))
                    raise InvoerOngeldig(
                        "bericht_op", f"Verlengen kan alleen als de verzoeker dat voor {grens} hoorde ({ARTIKEL})."
                    )
            rij.verlengd_maanden = invoer.maanden
            rij.verlengd_reden, rij.verlengd_bericht_op = (reden, op) if invoer.maanden else ("", None)

    def personen(
        self, verzoek_id: VerzoekId, naam: str, geboortedatum: Geboortedatum | None
    ) -> tuple[PersoonRegel, ...]:
        """Who in the vault may be this person. Nothing is chosen by itself."""
        with self._werkplek.lees(Recht.VERZOEK_BIJHOUDEN) as sessie:
            return kandidaten(sessie, haal(sessie, Betrokkeneverzoek, verzoek_id, _DAT), naam, geboortedatum)

    def bevestig_personen(self, verzoek_id: VerzoekId, gekozen: Collection[int]) -> None:
        """Record which rows are this person. Raises GebruikersFout once something hangs on one that would go."""
        with self._werkplek.schrijf(Recht.VERZOEK_BIJHOUDEN, "personen bij verzoek bevestigd", _SOORT) as werk:
            werk.raakt(verzoek_id)
            rij = _open(haal(werk.sessie, Betrokkeneverzoek, verzoek_id, _DAT))
            if rij.verstrekt_op is not None:
                raise GebruikersFout("Het overzicht is al verstrekt: wie dit is, wijzigt niet meer.")
            nieuw = {id_: haal(werk.sessie, Betrokkene, id_, "Deze betrokkene") for id_ in persoon_ids(gekozen)}
            casussen = {mens.casus_id for mens in nieuw.values()}
            if any(een.casus_id not in casussen for een in rij.aantekeningen):
                raise GebruikersFout("Bij een van deze personen staat al een aantekening. Die blijft gekozen.")
            for een in [een for een in rij.personen if een.betrokkene_id not in nieuw]:
                rij.personen.remove(een)
            bekend = {een.betrokkene_id for een in rij.personen}
            door = self._werkplek.naam
            rij.personen += [
                VerzoekBetrokkene(betrokkene_id=id_, bevestigd_door=door) for id_ in nieuw if id_ not in bekend
            ]

    def besluit(self, verzoek_id: VerzoekId, invoer: VerzoekbesluitInvoer) -> None:
        """Decide, and sign that for each casus. Raises InvoerOngeldig, GebruikersFout, BevestigingNodig."""
        with self._werkplek.schrijf(Recht.VERZOEK_BESLUITEN, "besloten op verzoek", _SOORT) as werk:
            werk.raakt(verzoek_id)
            rij = _open(haal(werk.sessie, Betrokkeneverzoek, verzoek_id, _DAT))
            if invoer.uitkomst is VerzoekUitkomst.OPEN:
                raise InvoerOngeldig("uitkomst", "Kies wat er is besloten.")
            reden = tekst("reden", invoer.reden).strip()
            casussen, los = dossiers_van(werk.sessie, rij)
            if invoer.uitkomst is not VerzoekUitkomst.TOEGEWEZEN or not (casussen or los):
                verplicht("reden", reden, "Vul in waarom (AVG art. 12 lid 4).")
            if invoer.uitkomst is not VerzoekUitkomst.INGETROKKEN:
                _eis_gedaan(rij)
            vandaag = self._werkplek.vandaag()
            rij.uitkomst, rij.reden = invoer.uitkomst, reden
            rij.besloten_op, rij.besloten_door = vandaag, self._werkplek.naam
            for casus_id in casussen:
                besluit = Verzoekbesluit(
                    verzoek_id=rij.id,
                    casus_id=casus_id,
                    uitkomst=rij.uitkomst,
                    reden=reden,
                    besloten_op=vandaag,
                    besloten_door=self._werkplek.naam,
                )
                werk.sessie.add(besluit)
                werk.sessie.flush()
                VERZOEKBESLUIT.teken(self._werkplek, werk.sessie, besluit)
                VERZOEKBESLUIT.eis_bewaard(self._werkplek, werk.sessie, besluit.id)

    def verwijder(self, verzoek_id: VerzoekId) -> VerzoekInvoer:
        """Recorded by mistake; only while nothing hangs on it. Gives what was typed, to put it back."""
        with self._werkplek.schrijf(Recht.VERZOEK_BIJHOUDEN, "verzoek verwijderd", _SOORT) as werk:
            werk.raakt(verzoek_id)
            rij = haal(werk.sessie, Betrokkeneverzoek, verzoek_id, _DAT)
            verstuurd = any(een.verstuurd_op for een in rij.partijen)
            if rij.besluiten or rij.aantekeningen or verstuurd or rij.verstrekt_op:
                raise GebruikersFout(
                    "Aan dit verzoek is al gewerkt. Het blijft staan.",
                    veilig="Er is niets verwijderd.",
                    advies="Trok de verzoeker het in, leg dat dan vast met Besluit.",
                )
            bewaard = VerzoekInvoer(
                rij.soort, rij.ontvangen_op, rij.wie, rij.namens, rij.vraag, rij.identificatie, rij.geidentificeerd_op
            )
            werk.sessie.delete(rij)
            return bewaard

    def _vul(self, rij: Betrokkeneverzoek, invoer: VerzoekInvoer) -> None:
        vandaag = self._werkplek.vandaag()
        if invoer.ontvangen_op > vandaag:
            raise InvoerOngeldig("ontvangen_op", "Deze dag is nog niet geweest.")
        wijze, op = regel("identificatie", invoer.identificatie), invoer.geidentificeerd_op
        if bool(wijze) != (op is not None):
            raise InvoerOngeldig(
                "geidentificeerd_op" if wijze else "identificatie",
                "Vul in hoe en wanneer is vastgesteld wie dit vraagt.",
            )
        if op is not None and op > vandaag:
            raise InvoerOngeldig("geidentificeerd_op", "Deze dag is nog niet geweest.")
        if sum(teken.isdigit() for teken in wijze) >= _BSN_CIJFERS:
            raise InvoerOngeldig(
                "identificatie",
                "Hier staat een nummer. Een BSN of documentnummer wordt niet bewaard.",
                advies='Schrijf alleen hoe het is gedaan, bijvoorbeeld "paspoort gezien aan de balie".',
            )
        rij.soort, rij.ontvangen_op = invoer.soort, invoer.ontvangen_op
        rij.wie = verplicht("wie", naamveld("wie", invoer.wie), "Vul in wie dit vraagt.")
        rij.namens, rij.vraag = naamveld("namens", invoer.namens), tekst("vraag", invoer.vraag).strip()
        if wijze != rij.identificatie or op != rij.geidentificeerd_op:
            rij.identificatie_door = self._werkplek.naam if wijze else ""
        rij.identificatie, rij.geidentificeerd_op = wijze, op

    def _regel(self, sessie: Session, rij: Betrokkeneverzoek) -> VerzoekRegel:
        grens, vandaag = laatste_dag(rij.ontvangen_op, rij.verlengd_maanden), self._werkplek.vandaag()
        open_ = rij.uitkomst is VerzoekUitkomst.OPEN
        klopt = besluiten_kloppen(self._werkplek, sessie, rij)
        return VerzoekRegel(
            id=rij.id,
            soort=rij.soort,
            ontvangen_op=rij.ontvangen_op,
            wie=rij.wie,
            namens=rij.namens,
            vraag=rij.vraag,
            identificatie=rij.identificatie,
            geidentificeerd_op=rij.geidentificeerd_op,
            identificatie_door=rij.identificatie_door,
            uiterlijk=grens,
            termijn=resterend(grens, vandaag) if open_ else f"uiterlijk {datum_kort(grens)}",
            verlengd_maanden=rij.verlengd_maanden,
            verlengd_reden=rij.verlengd_reden,
            verlengd_bericht_op=rij.verlengd_bericht_op,
            uitkomst=rij.uitkomst,
            reden=rij.reden if klopt else _ONJUIST,
            besloten_op=rij.besloten_op,
            besloten_door=rij.besloten_door,
            verstrekt_op=als_lokaal(rij.verstrekt_op) if rij.verstrekt_op is not None else None,
            verstrekt_hoe=rij.verstrekt_hoe,
            verstrekt_door=rij.verstrekt_door,
            stappen=_stappen(rij) if open_ else (),
        )


_BSN_CIJFERS = 8
_ONJUIST = "Dit besluit is niet wat is ondertekend. Gebruik het niet en meld dit de beheerder."


def _open(rij: Betrokkeneverzoek) -> Betrokkeneverzoek:
    if rij.uitkomst is not VerzoekUitkomst.OPEN:
        raise GebruikersFout(
            "Op dit verzoek is al besloten.",
            veilig="Er is niets gewijzigd.",
            advies="Leg een nieuw verzoek vast als de betrokkene opnieuw iets vraagt.",
        )
    return rij


def _te_beslissen(rij: Betrokkeneverzoek) -> int:
    return sum(een.uitkomst is AantekeningUitkomst.OPEN and een.aard is not Aard.BEPERKING for een in rij.aantekeningen)


def _stappen(rij: Betrokkeneverzoek) -> tuple[str, ...]:
    stappen = []
    if rij.geidentificeerd_op is None:
        stappen.append("stel vast wie dit vraagt")
    if not rij.personen:
        stappen.append("bevestig wie het is")
    if rij.soort is VerzoekSoort.INZAGE and rij.verstrekt_op is None:
        stappen.append("maak en geef het overzicht")
    if rij.soort in (VerzoekSoort.CORRECTIE, VerzoekSoort.BEZWAAR, VerzoekSoort.BEPERKING) and not rij.aantekeningen:
        stappen.append("leg vast waar het om gaat")
    if _te_beslissen(rij):
        stappen.append("beslis over wat is gevraagd")
    return (*stappen, "besluit op het verzoek")


def _eis_gedaan(rij: Betrokkeneverzoek) -> None:
    """What a decision rests on. Raises GebruikersFout."""
    if rij.geidentificeerd_op is None:
        raise GebruikersFout(
            "Het is nog niet vastgesteld wie dit vraagt (AVG art. 12 lid 6).", advies="Vul dat in met Wijzig."
        )
    if _te_beslissen(rij):
        raise GebruikersFout("Over een of meer onderdelen is nog niet beslist.", advies="Doe dat bij Onderdelen.")
