"""The letters of one procedure: letter and draft per partij, the frozen copy of what left, and the form to sign."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from zvh_desktop.documents.opmaak.kop import Geadresseerde
from zvh_desktop.documents.samenwerking.trajectbrief import TrajectbriefGegevens, bouw_trajectbrief_pdf
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.bestuurskeuzes import TrajectId, TrajectSoort
from zvh_desktop.models.keuzes import DocumentSoort, PartijId
from zvh_desktop.models.partij import Contactpersoon, Partij
from zvh_desktop.models.samenwerking.traject import Traject, TrajectPartij
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.lek.lezers import met_eigen
from zvh_desktop.services.lek.lezers import naar_partij as aan_partij
from zvh_desktop.services.lek.uitgang import is_al_weg, langs_de_uitgang
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.samenwerking.besluittekst import besloten, besluittekst
from zvh_desktop.services.samenwerking.brieftekst import brieftekst
from zvh_desktop.services.samenwerking.formulier import toetredingsverklaring
from zvh_desktop.services.samenwerking.gegevens import TrajectPartijRegel
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.services.uitnodigen.partijbrief import (
    Partijbrief,
    Partijstukken,
    bewaar_kopie,
    brief_gestuurd_aan,
    eis_terug_te_nemen,
    kopie_als_stuk,
    kopie_van,
    noteer,
    pak_in,
    vergeet,
)
from zvh_desktop.services.uitnodigen.stukken import afzender
from zvh_desktop.services.werkplek.casusgegevens import eis_geen_casus
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.wegen import naar_partij
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_SOORT = "samenwerking"


class TrajectbriefService:
    """Use cases on the letters and the form of one procedure."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lijst(self, traject_id: TrajectId) -> tuple[TrajectPartijRegel, ...]:
        """Each partij that is told, to whom its letter goes or went, and its answer, by name. Raises NietGevonden."""
        with self._werkplek.lees(Recht.SAMENWERKING_LEZEN) as sessie:
            rij = haal(sessie, Traject, traject_id, "Deze procedure")
            adressen = _adressen(sessie, [een.partij_id for een in rij.partijen])
            namen = {een.id: een.naam for een in sessie.scalars(select(Partij))}
            kopieen = {een.partij_id: een for een in _besluitkopieen(sessie, rij.id)}
            regels = []
            for een in rij.partijen:
                aan = (None if besloten(rij) else brief_gestuurd_aan(een)) or adressen.get(een.partij_id)
                besluit = kopieen.get(een.partij_id)
                regels.append(
                    TrajectPartijRegel(
                        traject_id=rij.id,
                        partij_id=een.partij_id,
                        partij=namen[een.partij_id],
                        aan=f"{aan.naam} ({aan.email})" if aan is not None else "",
                        verstuurd_op=als_lokaal(een.verstuurd_op) if een.verstuurd_op is not None else None,
                        besloten=besloten(rij),
                        besluit_op=als_lokaal(besluit.gemaakt_op) if besluit is not None else None,
                        instemming=een.instemming,
                        ingestemd_op=een.ingestemd_op,
                        opmerking=een.opmerking,
                    )
                )
            return tuple(sorted(regels, key=_naam))

    def stukken(self, traject_id: TrajectId, partij_id: PartijId) -> Partijstukken:
        """Letter and draft as they would go now. Raises InvoerOngeldig without address or sender."""
        with self._werkplek.lees(Recht.SAMENWERKING_BIJHOUDEN) as sessie:
            return self._maak(sessie, haal(sessie, Traject, traject_id, "Deze procedure"), partij_id)

    def brief(self, traject_id: TrajectId, partij_id: PartijId) -> Stuk:
        """The letter: the frozen copy where it went out, else as it would go now. Raises as ``stukken``.

        After the decision it is the letter about that; the first one stays with what the partij received.
        """
        with self._werkplek.lees(Recht.SAMENWERKING_BIJHOUDEN) as sessie:
            een = haal(sessie, TrajectPartij, (traject_id, partij_id), "Deze partij")
            rij = haal(sessie, Traject, traject_id, "Deze procedure")
            kopie = _van_besluit(sessie, rij.id, partij_id) if besloten(rij) else _kopie(sessie, een)
            if kopie is None:
                return self._maak(sessie, rij, partij_id).brief
            return kopie_als_stuk(sessie, kopie, partij_id)

    def concept(self, traject_id: TrajectId, partij_id: PartijId) -> Stuk:
        """The draft for the mail program. Raises as ``stukken``."""
        return self.stukken(traject_id, partij_id).concept

    def formulier(self, traject_id: TrajectId) -> Stuk:
        """The form that the new partij signs. Raises GebruikersFout where the house has none."""
        with self._werkplek.lees(Recht.SAMENWERKING_LEZEN) as sessie:
            return toetredingsverklaring(self._werkplek, sessie, haal(sessie, Traject, traject_id, "Deze procedure"))

    def noteer_verstuurd(self, traject_id: TrajectId, partij_id: PartijId) -> None:
        """Record that the letter went out; a frozen copy is kept. Raises as ``stukken``, GebruikersFout twice."""
        with self._werkplek.schrijf(Recht.SAMENWERKING_BIJHOUDEN, "partijbrief verzonden", _SOORT) as werk:
            is_al_weg(werk.sessie)
            werk.raakt(traject_id)
            een = haal(werk.sessie, TrajectPartij, (traject_id, partij_id), "Deze partij")
            rij = haal(werk.sessie, Traject, traject_id, "Deze procedure")
            na = besloten(rij)
            gestuurd = _van_besluit(werk.sessie, rij.id, partij_id) is not None if na else een.verstuurd_op is not None
            if gestuurd:
                raise GebruikersFout("Deze partij heeft al bericht gekregen. Er is niets genoteerd.")
            stukken = self._maak(werk.sessie, rij, partij_id)
            aan = stukken.ontvanger
            # Of the letter about the decision the frozen copy itself says that it went.
            moment = self._werkplek.nu() if na else noteer(self._werkplek, een, aan)
            bewaar_kopie(self._werkplek, werk.sessie, int(traject_id), aan, stukken.brief, moment=moment)

    def neem_terug(self, traject_id: TrajectId, partij_id: PartijId) -> None:
        """It did not go out after all: the same day, by who noted it. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.SAMENWERKING_BIJHOUDEN, "partijbrief teruggenomen", _SOORT) as werk:
            werk.raakt(traject_id)
            een = haal(werk.sessie, TrajectPartij, (traject_id, partij_id), "Deze partij")
            rij = haal(werk.sessie, Traject, traject_id, "Deze procedure")
            besluit = _van_besluit(werk.sessie, rij.id, partij_id) if besloten(rij) else None
            kopie = besluit or _kopie(werk.sessie, een)
            op, door = (
                (een.verstuurd_op, een.verstuurd_door)
                if besluit is None
                else (besluit.gemaakt_op, besluit.gemaakt_door)
            )
            eis_terug_te_nemen(self._werkplek, op, door)
            if kopie is not None:
                werk.sessie.delete(kopie)
            if besluit is None:
                vergeet(een)

    def _maak(self, sessie: Session, rij: Traject, partij_id: PartijId) -> Partijstukken:
        profiel = self._werkplek.profiel
        een = haal(sessie, TrajectPartij, (rij.id, partij_id), "Deze partij")
        partij = sessie.get_one(Partij, partij_id)
        # A casus can be opened after the text was written.
        eis_geen_casus(sessie, toelichting=rij.toelichting, bijdrage=rij.bijdrage)
        # After the decision it goes to who is the contactpersoon by then.
        aan = (None if besloten(rij) else brief_gestuurd_aan(een)) or _adressen(sessie, [partij_id]).get(partij_id)
        if aan is None:
            raise InvoerOngeldig(
                "contactpersoon",
                f"Er is niet bekend naar wie dit bij {partij.naam} gaat.",
                advies="Vul een contactpersoon met e-mailadres in bij Partijen.",
                weg=naar_partij(partij_id),
            )
        opsteller = besluittekst if besloten(rij) else brieftekst
        tekst = opsteller(sessie, profiel, rij, partij_id)
        gegevens = TrajectbriefGegevens(
            kop=maak_kop(
                self._werkplek,
                sessie,
                profiel,
                titel="Brief",
                ontvanger=partij.naam,
                versie=datum_kort(self._werkplek.vandaag()),
                artikel=tekst.artikel,
            ),
            aan=Geadresseerde(partij.naam, aan.naam, aan.functie),
            betreft=tekst.betreft,
            aanhef=tekst.aanhef,
            feiten=tekst.feiten,
            # Why it was decided so is for the file; what partijen were to read was written for them.
            toelichting="" if besloten(rij) and rij.soort is not TrajectSoort.CONVENANT else rij.toelichting,
            vragen=tekst.vragen,
            plichten=tekst.plichten,
            afzender=afzender(self._werkplek, sessie, profiel),
            artikel=tekst.artikel,
            artikel_geheimhouding=geheimhouding(profiel).artikel,
            is_besluit=besloten(rij),
        )
        pdf = bouw_trajectbrief_pdf(
            langs_de_uitgang(
                self._werkplek, sessie, met_eigen(aan_partij(partij), rij.kantoor, rij.vestigingsplaats), gegevens
            )
        )
        soorten = (DocumentSoort.TRAJECTBRIEF, DocumentSoort.TRAJECT_EML)
        if besloten(rij):
            soorten = (DocumentSoort.TRAJECTBESLUIT, DocumentSoort.TRAJECTBESLUIT_EML)
        brief = Partijbrief(
            *soorten,
            nummer=int(rij.id),
            aan=aan,
            pdf=pdf,
            casusnummers=(),
            onderwerp=tekst.betreft,
            inleiding=f"In de bijlage vindt u een brief over de samenwerking in {profiel.korte_naam}.",
        )
        return pak_in(self._werkplek, sessie, partij, brief)


def _naam(regel: TrajectPartijRegel) -> str:
    return regel.partij


def _adressen(sessie: Session, partijen: list[PartijId]) -> dict[PartijId, Ontvanger]:
    """Per partij who gets the letter: who has mandaat and an address, else the first with an address."""
    rijen = sessie.scalars(
        select(Contactpersoon)
        .where(Contactpersoon.partij_id.in_(partijen), Contactpersoon.email != "")
        .order_by(Contactpersoon.mandaat.desc(), Contactpersoon.id)
    )
    uit: dict[PartijId, Ontvanger] = {}
    for rij in rijen:
        uit.setdefault(rij.partij_id, Ontvanger(rij.naam, rij.functie, rij.email, rij.gedeelde_postbus))
    return uit


def _kopie(sessie: Session, een: TrajectPartij) -> Uitgegeven | None:
    return kopie_van(sessie, DocumentSoort.TRAJECTBRIEF, int(een.traject_id), een)


def _besluitkopieen(sessie: Session, traject_id: TrajectId) -> list[Uitgegeven]:
    vraag = select(Uitgegeven).where(
        Uitgegeven.soort == DocumentSoort.TRAJECTBESLUIT, Uitgegeven.versie == int(traject_id)
    )
    return list(sessie.scalars(vraag.options(defer(Uitgegeven.inhoud))))


def _van_besluit(sessie: Session, traject_id: TrajectId, partij_id: PartijId) -> Uitgegeven | None:
    return next((een for een in _besluitkopieen(sessie, traject_id) if een.partij_id == partij_id), None)
