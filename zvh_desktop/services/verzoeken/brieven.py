"""The letters after a decision: to the betrokkene, and to whoever got the data before (AVG art. 12 and 19).

That a letter went out is recorded by its frozen copy. Who was told of a restriction is told that it was lifted.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.opmaak.kop import Geadresseerde
from zvh_desktop.documents.opmaak.weging import GEEN
from zvh_desktop.documents.verzoeken.kennisgeving import KennisgevingGegevens, bouw_kennisgeving_pdf
from zvh_desktop.documents.verzoeken.verzoekbrief import VerzoekbriefGegevens, bouw_verzoekbrief_pdf
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.keuzen.verzoekkeuzes import (
    AantekeningUitkomst,
    Aard,
    VerzoekId,
    VerzoekSoort,
    VerzoekUitkomst,
)
from zvh_desktop.models.keuzes import CasusId, DocumentSoort, PartijId
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort, datum_lang
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.models.verzoeken.verzoek import Aantekening, Betrokkeneverzoek
from zvh_desktop.services.lek.lezers import naar_betrokkene
from zvh_desktop.services.lek.uitgang import is_al_weg, langs_de_uitgang
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.stukken.items import itemnaam
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger, contact_van
from zvh_desktop.services.uitnodigen.ontvangsten import Ontvangst, ontvangsten
from zvh_desktop.services.uitnodigen.partijbrief import bewaar_kopie, maak_concept
from zvh_desktop.services.uitnodigen.stukken import afzender
from zvh_desktop.services.verzoeken.gegevens import SOORT_TEKST, VerzoekbriefRegel
from zvh_desktop.services.verzoeken.getekend import besluiten_kloppen
from zvh_desktop.services.verzoeken.personen import dossiers_van
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.wegen import naar_partij
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_SOORT, _DAT = "verzoek", "Dit verzoek"
_NA_BESLUIT: Final = (DocumentSoort.VERZOEKBRIEF, DocumentSoort.KENNISGEVING)
_UITKOMST: Final[Mapping[VerzoekUitkomst, str]] = {
    VerzoekUitkomst.TOEGEWEZEN: "wij doen wat er is gevraagd",
    VerzoekUitkomst.DEELS: "wij doen een deel van wat er is gevraagd",
    VerzoekUitkomst.AFGEWEZEN: "wij doen niet wat er is gevraagd",
    VerzoekUitkomst.INGETROKKEN: "het verzoek is ingetrokken, dus wij doen er niets meer mee",
}
_NU: Final[Mapping[Aard, str]] = {
    Aard.CORRECTIE: "verbeterd",
    Aard.BEZWAAR: "het bezwaar is overgenomen",
    Aard.BEPERKING: "beperkt. Gebruik dit nu niet, en vraag ons of het weer mag",
}


class VerzoekbriefService:
    """Use cases on the letters after a decision. ``partij_id`` None is the betrokkene."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lijst(self, verzoek_id: VerzoekId) -> tuple[VerzoekbriefRegel, ...]:
        """Who is to be told, the betrokkene first, and when that went out. Raises GebruikersFout while undecided."""
        with self._werkplek.lees(Recht.VERZOEK_BIJHOUDEN) as sessie:
            verzoek = self._besloten(sessie, verzoek_id)
            gegaan = _verstuurd(sessie, verzoek)
            namen = {int(rij.id): rij.naam for rij in sessie.execute(select(Partij.id, Partij.naam))}
            regels = [VerzoekbriefRegel(verzoek.id, None, verzoek.wie, gegaan.get(None))]
            ontvangers = {een.partij_id for een in _ontvangsten(sessie, verzoek)} | {id_ for id_ in gegaan if id_}
            for id_ in sorted(ontvangers, key=namen.__getitem__):
                regels.append(VerzoekbriefRegel(verzoek.id, PartijId(id_), namen[id_], gegaan.get(id_)))
            opgeheven = _verstuurd(sessie, verzoek, (DocumentSoort.OPHEFFING,))
            for id_ in sorted(_horen_van_opheffing(verzoek, gegaan), key=namen.__getitem__):
                regel = VerzoekbriefRegel(verzoek.id, PartijId(id_), namen[id_], opgeheven.get(id_), opheffing=True)
                regels.append(regel)
            return tuple(regels)

    def brief(self, verzoek_id: VerzoekId, partij_id: PartijId | None, *, opheffing: bool = False) -> Stuk:
        """The letter as it would go now. Raises GebruikersFout, InvoerOngeldig without an address."""
        with self._werkplek.lees(Recht.VERZOEK_BIJHOUDEN) as sessie:
            return self._maak(sessie, self._besloten(sessie, verzoek_id), partij_id, opheffing=opheffing)[1]

    def concept(self, verzoek_id: VerzoekId, partij_id: PartijId, *, opheffing: bool = False) -> Stuk:
        """The draft for the mail program, for a partij. Raises as ``brief``."""
        with self._werkplek.lees(Recht.VERZOEK_BIJHOUDEN) as sessie:
            aan, brief = self._maak(sessie, self._besloten(sessie, verzoek_id), partij_id, opheffing=opheffing)
            return self._concept(sessie, verzoek_id, partij_id, aan, brief)

    def noteer_verstuurd(self, verzoek_id: VerzoekId, partij_id: PartijId | None, *, opheffing: bool = False) -> None:
        """It went out; a frozen copy is kept. Raises as ``brief``, GebruikersFout twice."""
        with self._werkplek.schrijf(Recht.VERZOEK_BIJHOUDEN, "brief na verzoek verzonden", _SOORT) as werk:
            is_al_weg(werk.sessie)
            werk.raakt(verzoek_id)
            verzoek = self._besloten(werk.sessie, verzoek_id)
            soorten = (DocumentSoort.OPHEFFING,) if opheffing else _NA_BESLUIT
            if partij_id in _verstuurd(werk.sessie, verzoek, soorten):
                raise GebruikersFout("Deze brief is al verstuurd. Er is niets genoteerd.")
            aan, brief = self._maak(werk.sessie, verzoek, partij_id, opheffing=opheffing)
            bewaar_kopie(self._werkplek, werk.sessie, int(verzoek.id), aan, brief)

    def _besloten(self, sessie: Session, verzoek_id: VerzoekId) -> Betrokkeneverzoek:
        verzoek = haal(sessie, Betrokkeneverzoek, verzoek_id, _DAT)
        if verzoek.uitkomst is VerzoekUitkomst.OPEN:
            raise GebruikersFout("Op dit verzoek is nog niet besloten.", advies="Kies eerst Besluit.")
        if not besluiten_kloppen(self._werkplek, sessie, verzoek):
            raise GebruikersFout(
                "Het besluit op dit verzoek is niet wat is ondertekend. Er is geen brief gemaakt.",
                advies="Meld dit de beheerder.",
            )
        return verzoek

    def _maak(
        self, sessie: Session, verzoek: Betrokkeneverzoek, partij_id: PartijId | None, *, opheffing: bool = False
    ) -> tuple[Ontvanger, Stuk]:
        if partij_id is None:
            return Ontvanger(verzoek.wie, verzoek.namens, ""), self._aan_betrokkene(sessie, verzoek)
        partij = haal(sessie, Partij, partij_id, "Deze partij")
        over = _opgeheven(verzoek) if opheffing else _te_melden(verzoek)
        casussen = {int(een.casus_id) for een in over}
        alles = ontvangsten(sessie, casussen) if opheffing else _ontvangsten(sessie, verzoek)
        eigen = [een for een in alles if een.partij_id == partij_id]
        if opheffing and partij_id not in _horen_van_opheffing(verzoek, _verstuurd(sessie, verzoek)):
            eigen = []
        if not eigen:
            raise GebruikersFout(f"{partij.naam} kreeg hierover niets van ons.")
        aan = _adres(sessie, partij_id, eigen)
        if aan is None:
            raise InvoerOngeldig(
                "contactpersoon",
                f"Van {partij.naam} is geen contactpersoon met e-mailadres bekend.",
                weg=naar_partij(partij_id),
            )
        hier = {een.casus_id for een in eigen}
        regels = [self._zin(sessie, een) for een in over if een.casus_id in hier]
        if not opheffing and _wist(verzoek):
            nummers = {rij.id: rij.nummer for rij in sessie.execute(_nummers(hier))}
            regels += [f"Casus {nummers[id_]}: de gegevens worden bij ons gewist." for id_ in sorted(hier)]
        soort = DocumentSoort.OPHEFFING if opheffing else DocumentSoort.KENNISGEVING
        return aan, self._aan_partij(sessie, (verzoek.id, soort), partij, aan, regels, hier)

    def _aan_betrokkene(self, sessie: Session, verzoek: Betrokkeneverzoek) -> Stuk:
        profiel = self._werkplek.profiel
        kop = maak_kop(
            self._werkplek,
            sessie,
            profiel,
            titel="Brief",
            ontvanger=None,
            versie=datum_kort(self._werkplek.vandaag()),
            artikel="",
            voor_betrokkene=True,
        )
        assert verzoek.besloten_op is not None  # noqa: S101 - set with the decision
        soort = DocumentSoort.VERZOEKBRIEF
        mensen = [sessie.get_one(Betrokkene, een.betrokkene_id) for een in verzoek.personen]
        gegevens = VerzoekbriefGegevens(
            kop=replace(kop, weging=GEEN),
            aan=Geadresseerde("", verzoek.wie, verzoek.namens),
            soort=SOORT_TEKST[verzoek.soort],
            ontvangen=datum_lang(verzoek.ontvangen_op),
            uitkomst=_UITKOMST[verzoek.uitkomst],
            besloten=datum_lang(verzoek.besloten_op),
            reden=verzoek.reden,
            onderdelen=tuple(self._zin(sessie, een, voluit=True) for een in verzoek.aantekeningen),
            wordt_gemeld=bool(_ontvangsten(sessie, verzoek)),
            afzender=afzender(self._werkplek, sessie, profiel),
        )
        lezer = naar_betrokkene(mensen, verzoek.wie, f"verzoek {verzoek.id}")
        inhoud = bouw_verzoekbrief_pdf(langs_de_uitgang(self._werkplek, sessie, lezer, gegevens))
        naam = bestandsnaam(soort, self._werkplek.vandaag(), None, int(verzoek.id))
        return Stuk(soort, naam, inhoud, None, "", ())

    def _aan_partij(
        self,
        sessie: Session,
        welke: tuple[VerzoekId, DocumentSoort],
        partij: Partij,
        aan: Ontvanger,
        regels: Sequence[str],
        casussen: set[int],
    ) -> Stuk:
        profiel, (verzoek_id, soort) = self._werkplek.profiel, welke
        nummers = {rij.id: rij.nummer for rij in sessie.execute(_nummers(casussen))}
        gegevens = KennisgevingGegevens(
            kop=maak_kop(
                self._werkplek,
                sessie,
                profiel,
                titel="Brief",
                ontvanger=partij.naam,
                versie=datum_kort(self._werkplek.vandaag()),
                artikel="AVG art. 19",
            ),
            aan=Geadresseerde(partij.naam, aan.naam, aan.functie),
            regels=tuple(dict.fromkeys(regels)),
            afzender=afzender(self._werkplek, sessie, profiel),
            artikel_geheimhouding=geheimhouding(profiel).artikel,
        )
        inhoud = bouw_kennisgeving_pdf(langs_de_uitgang(self._werkplek, sessie, partij, gegevens))
        naam = bestandsnaam(soort, self._werkplek.vandaag(), partij.kort, int(verzoek_id))
        return Stuk(soort, naam, inhoud, partij.id, partij.naam, tuple(sorted(nummers.values())))

    def _zin(self, sessie: Session, een: Aantekening, *, voluit: bool = False) -> str:
        """What holds for one item. A partij gets no text of it: it may never have had this one."""
        wat = itemnaam(self._werkplek.profiel, sessie, een.soort, een.item_id)
        zin = f"Casus {sessie.get_one(Casus, een.casus_id).nummer}, {wat}: "
        if een.uitkomst is AantekeningUitkomst.GEWEIGERD:
            return f"{zin}niet overgenomen. {een.reden}" if voluit else f"{zin}niet overgenomen."
        if een.opgeheven_op is not None:
            return f"{zin}de beperking is opgeheven op {datum_kort(een.opgeheven_op)}. U mag dit weer gebruiken."
        nu = "beperkt: wij gebruiken dit nu niet" if voluit and een.aard is Aard.BEPERKING else _NU[een.aard]
        return f"{zin}{nu}.{f' {een.reden}' if voluit and een.reden else ''}"

    def _concept(
        self, sessie: Session, verzoek_id: VerzoekId, partij_id: PartijId, aan: Ontvanger, brief: Stuk
    ) -> Stuk:
        onderwerp = "Gegevens die u van ons kreeg"
        inleiding = "In de bijlage vindt u een brief over gegevens die u van ons kreeg."
        inhoud = maak_concept(self._werkplek, sessie, aan, onderwerp, inleiding, (brief,))
        soort = DocumentSoort.KENNISGEVING_EML
        kort = sessie.get_one(Partij, partij_id).kort
        naam = bestandsnaam(soort, self._werkplek.vandaag(), kort, int(verzoek_id))
        return Stuk(soort, naam, inhoud, partij_id, brief.partij, brief.casusnummers)


def _nummers(casussen: Collection[int]) -> Select[CasusId, str]:
    return select(Casus.id, Casus.nummer).where(Casus.id.in_(casussen))


def _te_melden(verzoek: Betrokkeneverzoek) -> tuple[Aantekening, ...]:
    """What whoever has it is to hear: corrected, or restricted now."""
    return tuple(
        een
        for een in verzoek.aantekeningen
        if (een.aard is Aard.CORRECTIE and een.uitkomst is AantekeningUitkomst.OVERGENOMEN)
        or (een.aard is Aard.BEPERKING and een.opgeheven_op is None)
    )


def _opgeheven(verzoek: Betrokkeneverzoek) -> tuple[Aantekening, ...]:
    return tuple(een for een in verzoek.aantekeningen if een.aard is Aard.BEPERKING and een.opgeheven_op is not None)


def _horen_van_opheffing(verzoek: Betrokkeneverzoek, gegaan: Mapping[int | None, datetime]) -> set[int]:
    """Whoever heard of the restriction is waiting to hear that it is over; nobody else is told there was one."""
    return {id_ for id_ in gegaan if id_ is not None} if _opgeheven(verzoek) else set()


def _wist(verzoek: Betrokkeneverzoek) -> bool:
    return verzoek.soort is VerzoekSoort.WISSING and verzoek.uitkomst in (
        VerzoekUitkomst.TOEGEWEZEN,
        VerzoekUitkomst.DEELS,
    )


def _ontvangsten(sessie: Session, verzoek: Betrokkeneverzoek) -> tuple[Ontvangst, ...]:
    casussen = {int(een.casus_id) for een in _te_melden(verzoek)}
    if _wist(verzoek):
        casussen |= set(dossiers_van(sessie, verzoek)[0])
    return ontvangsten(sessie, casussen)


def _verstuurd(
    sessie: Session, verzoek: Betrokkeneverzoek, soorten: Collection[DocumentSoort] = _NA_BESLUIT
) -> Mapping[int | None, datetime]:
    rijen = sessie.execute(
        select(Uitgegeven.partij_id, Uitgegeven.gemaakt_op).where(
            Uitgegeven.soort.in_(soorten),
            Uitgegeven.versie == int(verzoek.id),
        )
    )
    return {partij_id: als_lokaal(op) for partij_id, op in rijen}


def _adres(sessie: Session, partij_id: PartijId, eigen: list[Ontvangst]) -> Ontvanger | None:
    """Who got the last piece, else a contactpersoon with an address."""
    for een in reversed(eigen):
        if een.aan_email:
            return Ontvanger(een.aan_naam, "", een.aan_email)
    return contact_van(sessie, partij_id)
