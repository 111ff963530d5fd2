"""The partijen that supplied something: the letter that asks each to answer for its own part, and what it answers."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from zvh_desktop.documents.opmaak.kop import Geadresseerde
from zvh_desktop.documents.verzoeken.inzagebrief import InzagebriefGegevens, bouw_inzagebrief_pdf
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzen.verzoekkeuzes import PartijAntwoord, VerzoekId
from zvh_desktop.models.keuzes import DocumentSoort, PartijId, Regel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.verzoeken.verzoek import Betrokkeneverzoek, VerzoekPartij
from zvh_desktop.services.lek.uitgang import is_al_weg, langs_de_uitgang
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger, contact_van
from zvh_desktop.services.uitnodigen.partijbrief import (
    Partijbrief,
    Partijstukken,
    bewaar_kopie,
    brief_gestuurd_aan,
    noteer,
    pak_in,
)
from zvh_desktop.services.uitnodigen.stukken import afzender
from zvh_desktop.services.verzoeken.gegevens import SOORT_TEKST, DeelRegel
from zvh_desktop.services.verzoeken.inzage import deel_stuk
from zvh_desktop.services.verzoeken.termijn import HERINNERING, laatste_dag
from zvh_desktop.services.verzoeken.verzamelen import verzamel
from zvh_desktop.services.werkplek.invoer import tekst, verplicht
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.wegen import naar_partij
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_SOORT = "verzoek"
_DIE = "Deze partij"
_DAT = "Dit verzoek"


class PartijdeelService:
    """Use cases on the part of each partij."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lijst(self, verzoek_id: VerzoekId) -> tuple[DeelRegel, ...]:
        """Each partij that supplied something, by name. Raises NietGevonden."""
        with self._werkplek.lees(Recht.VERZOEK_BIJHOUDEN) as sessie:
            verzoek = haal(sessie, Betrokkeneverzoek, verzoek_id, _DAT)
            alles = verzamel(self._werkplek, sessie, verzoek)
            rijen = {een.partij_id: een for een in verzoek.partijen}
            regels = []
            for partij_id in map(PartijId, dict.fromkeys((*alles.partijen, *rijen))):
                rij = rijen.get(partij_id)
                aan = _aan(sessie, rij, partij_id)
                regels.append(
                    DeelRegel(
                        verzoek_id=verzoek.id,
                        partij_id=partij_id,
                        partij=sessie.get_one(Partij, partij_id).naam,
                        aantal=len(alles.van(partij_id)),
                        aan=f"{aan.naam} ({aan.email})" if aan is not None else "",
                        verstuurd_op=als_lokaal(rij.verstuurd_op) if rij is not None and rij.verstuurd_op else None,
                        antwoord=rij.antwoord if rij is not None else PartijAntwoord.OPEN,
                        antwoord_op=rij.antwoord_op if rij is not None else None,
                        antwoord_reden=rij.antwoord_reden if rij is not None else "",
                    )
                )
            return tuple(sorted(regels, key=_naam))

    def brief(self, verzoek_id: VerzoekId, partij_id: PartijId) -> Stuk:
        """The letter as it would go now. Raises InvoerOngeldig without address, GebruikersFout without a part."""
        return self._stukken(verzoek_id, partij_id).brief

    def concept(self, verzoek_id: VerzoekId, partij_id: PartijId) -> Stuk:
        """The draft for the mail program, with the letter and the part of this partij. Raises as ``brief``."""
        return self._stukken(verzoek_id, partij_id).concept

    def noteer_verstuurd(self, verzoek_id: VerzoekId, partij_id: PartijId) -> None:
        """The letter went out; a frozen copy is kept. Raises as ``brief``, GebruikersFout twice."""
        with self._werkplek.schrijf(Recht.VERZOEK_BIJHOUDEN, "inzagebrief verzonden", _SOORT) as werk:
            is_al_weg(werk.sessie)
            werk.raakt(verzoek_id)
            verzoek = haal(werk.sessie, Betrokkeneverzoek, verzoek_id, _DAT)
            rij = _rij(werk.sessie, verzoek, partij_id)
            if rij.verstuurd_op is not None:
                raise GebruikersFout("Deze partij kreeg deze brief al. Er is niets genoteerd.")
            stukken, deel = self._maak(werk.sessie, verzoek, partij_id)
            nu = noteer(self._werkplek, rij, stukken.ontvanger)
            bewaar_kopie(
                self._werkplek, werk.sessie, int(verzoek_id), stukken.ontvanger, stukken.brief, deel, moment=nu
            )

    def leg_antwoord_vast(
        self, verzoek_id: VerzoekId, partij_id: PartijId, antwoord: PartijAntwoord, op: date | None, reden: str
    ) -> None:
        """What the partij said about its own part. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.VERZOEK_BIJHOUDEN, "antwoord op inzagebrief vastgelegd", _SOORT) as werk:
            werk.raakt(verzoek_id)
            verzoek = haal(werk.sessie, Betrokkeneverzoek, verzoek_id, _DAT)
            if verzoek.verstrekt_op is not None:
                raise GebruikersFout("Het overzicht is al verstrekt. Het antwoord wijzigt niet meer.")
            rij = _rij(werk.sessie, verzoek, partij_id)
            waarom = tekst("reden", reden).strip()
            if antwoord is PartijAntwoord.WEIGERT:
                verplicht("reden", waarom, "Vul in op grond waarvan de partij weigert.")
            if antwoord is not PartijAntwoord.OPEN and op is None:
                raise InvoerOngeldig("op", "Vul in wanneer de partij antwoordde.")
            if op is not None and not verzoek.ontvangen_op <= op <= self._werkplek.vandaag():
                raise InvoerOngeldig("op", "Een antwoord komt na het verzoek, en uiterlijk vandaag.")
            rij.antwoord, rij.antwoord_reden = antwoord, waarom
            rij.antwoord_op = op if antwoord is not PartijAntwoord.OPEN else None

    def _stukken(self, verzoek_id: VerzoekId, partij_id: PartijId) -> Partijstukken:
        with self._werkplek.lees(Recht.VERZOEK_BIJHOUDEN) as sessie:
            return self._maak(sessie, haal(sessie, Betrokkeneverzoek, verzoek_id, _DAT), partij_id)[0]

    def _maak(self, sessie: Session, verzoek: Betrokkeneverzoek, partij_id: PartijId) -> tuple[Partijstukken, Stuk]:
        """What goes out, and the part of this partij that goes with it."""
        profiel = self._werkplek.profiel
        partij = haal(sessie, Partij, partij_id, _DIE)
        deel = deel_stuk(self._werkplek, sessie, verzoek, partij)
        rij = next((een for een in verzoek.partijen if een.partij_id == partij_id), None)
        aan = _aan(sessie, rij, partij_id)
        if aan is None:
            raise InvoerOngeldig(
                "contactpersoon",
                f"Van {partij.naam} is geen contactpersoon met e-mailadres bekend.",
                weg=naar_partij(partij_id),
            )
        artikel = profiel.artikel(Regel.PARTIJ_ANTWOORDT_ZELF) if profiel.geldt(Regel.PARTIJ_ANTWOORDT_ZELF) else ""
        grens = laatste_dag(verzoek.ontvangen_op, verzoek.verlengd_maanden)
        gegevens = InzagebriefGegevens(
            kop=maak_kop(
                self._werkplek,
                sessie,
                profiel,
                titel="Brief",
                ontvanger=partij.naam,
                versie=datum_kort(self._werkplek.vandaag()),
                artikel=artikel,
            ),
            aan=Geadresseerde(partij.naam, aan.naam, aan.functie),
            soort=SOORT_TEKST[verzoek.soort],
            ontvangen=datum_kort(verzoek.ontvangen_op),
            antwoord_voor=datum_kort(max(grens - HERINNERING, self._werkplek.vandaag())),
            casussen=_nummers(self._werkplek, sessie, verzoek, partij_id),
            afzender=afzender(self._werkplek, sessie, profiel),
            artikel=artikel,
            artikel_geheimhouding=geheimhouding(profiel).artikel,
        )
        pdf = bouw_inzagebrief_pdf(langs_de_uitgang(self._werkplek, sessie, partij, gegevens))
        uit = Partijbrief(
            soort=DocumentSoort.INZAGEBRIEF,
            conceptsoort=DocumentSoort.INZAGE_EML,
            nummer=int(verzoek.id),
            aan=aan,
            pdf=pdf,
            casusnummers=deel.casusnummers,
            onderwerp="Verzoek van een betrokkene: uw deel",
            inleiding=(
                "In de bijlagen vindt u een brief over een verzoek van een betrokkene, en wat bij ons van u staat."
            ),
            erbij=(deel,),
        )
        return pak_in(self._werkplek, sessie, partij, uit), deel


def _nummers(werkplek: Werkplek, sessie: Session, verzoek: Betrokkeneverzoek, partij_id: PartijId) -> tuple[str, ...]:
    """Only the casussen in which this partij itself supplied something: of others it may not know."""
    eigen = verzamel(werkplek, sessie, verzoek).van(partij_id)
    return tuple(dict.fromkeys(een.casusnummer for een in eigen if een.casusnummer))


def _rij(sessie: Session, verzoek: Betrokkeneverzoek, partij_id: PartijId) -> VerzoekPartij:
    for rij in verzoek.partijen:
        if rij.partij_id == partij_id:
            return rij
    haal(sessie, Partij, partij_id, _DIE)
    rij = VerzoekPartij(partij_id=partij_id, antwoord=PartijAntwoord.OPEN)
    verzoek.partijen.append(rij)
    return rij


def _aan(sessie: Session, rij: VerzoekPartij | None, partij_id: PartijId) -> Ontvanger | None:
    return (brief_gestuurd_aan(rij) if rij is not None else None) or contact_van(sessie, partij_id)


def _naam(regel: DeelRegel) -> str:
    return regel.partij
