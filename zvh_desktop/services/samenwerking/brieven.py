"""The letters of one procedure: letter and draft per partij, the frozen copy of what left, and the form to sign."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from zvh_desktop.documents.concept_eml import BijlageSoort, ConceptEmlGegevens, EmlBijlage, bouw_concept_eml
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.opmaak.kop import Geadresseerde
from zvh_desktop.documents.samenwerking.trajectbrief import TrajectbriefGegevens, bouw_trajectbrief_pdf
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.bestuurskeuzes import TrajectId, TrajectSoort
from zvh_desktop.models.keuzes import DocumentSoort, PartijId
from zvh_desktop.models.partij import Contactpersoon, Partij
from zvh_desktop.models.samenwerking.traject import Traject, TrajectPartij
from zvh_desktop.models.taal import datum_kort, verwijzing
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.samenwerking.besluittekst import besloten, besluittekst
from zvh_desktop.services.samenwerking.brieftekst import brieftekst
from zvh_desktop.services.samenwerking.formulier import toetredingsverklaring
from zvh_desktop.services.samenwerking.gegevens import TrajectPartijRegel
from zvh_desktop.services.samenwerking.woorden import eis_geen_casus
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.uitgifte import bewaar_uitgegeven
from zvh_desktop.services.stukken.weging import lees_weging
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.services.uitnodigen.stukken import afzender
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.wegen import naar_partij
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_SOORT = "samenwerking"


@dataclass(frozen=True, slots=True)
class TrajectStukken:
    """What goes out to one partij."""

    ontvanger: Ontvanger
    brief: Stuk
    concept: Stuk


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
                aan = (None if besloten(rij) else _gestuurd(een)) or adressen.get(een.partij_id)
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

    def stukken(self, traject_id: TrajectId, partij_id: PartijId) -> TrajectStukken:
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
            naam = sessie.get_one(Partij, partij_id).naam
            return Stuk(kopie.soort, kopie.bestandsnaam, kopie.inhoud, partij_id, naam, ())

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
            werk.raakt(traject_id)
            een = haal(werk.sessie, TrajectPartij, (traject_id, partij_id), "Deze partij")
            rij = haal(werk.sessie, Traject, traject_id, "Deze procedure")
            na = besloten(rij)
            gestuurd = _van_besluit(werk.sessie, rij.id, partij_id) is not None if na else een.verstuurd_op is not None
            if gestuurd:
                raise GebruikersFout("Deze partij heeft al bericht gekregen. Er is niets genoteerd.")
            stukken = self._maak(werk.sessie, rij, partij_id)
            aan, nu = stukken.ontvanger, self._werkplek.nu()
            if not na:  # of the letter about the decision the frozen copy itself says that it went
                een.verstuurd_op, een.verstuurd_door = nu, self._werkplek.gebruiker
                een.aan_naam, een.aan_functie = aan.naam, aan.functie
                een.aan_email, een.aan_postbus = aan.email, aan.gedeelde_postbus
            bewaar_uitgegeven(
                self._werkplek,
                werk.sessie,
                stukken.brief,
                versie=int(traject_id),
                moment=nu,
                aan=(aan.naam, aan.email),
            )

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
            if op is None or als_lokaal(op).date() != self._werkplek.vandaag():
                raise _geweigerd("Dat kan alleen op de dag zelf.")
            if door != self._werkplek.gebruiker:
                raise _geweigerd("Een collega heeft dit genoteerd. Alleen wie dat deed, kan het terugnemen.")
            if kopie is not None:
                werk.sessie.delete(kopie)
            if besluit is not None:
                return
            een.verstuurd_op, een.verstuurd_door = None, ""
            een.aan_naam = een.aan_functie = een.aan_email = ""
            een.aan_postbus = False

    def _maak(self, sessie: Session, rij: Traject, partij_id: PartijId) -> TrajectStukken:
        profiel = self._werkplek.profiel
        een = haal(sessie, TrajectPartij, (rij.id, partij_id), "Deze partij")
        partij = sessie.get_one(Partij, partij_id)
        # A casus can be opened after the text was written.
        eis_geen_casus(sessie, toelichting=rij.toelichting, bijdrage=rij.bijdrage)
        # After the decision it goes to who is the contactpersoon by then.
        aan = (None if besloten(rij) else _gestuurd(een)) or _adressen(sessie, [partij_id]).get(partij_id)
        if aan is None:
            raise InvoerOngeldig(
                "contactpersoon",
                f"Er is niet bekend naar wie dit bij {partij.naam} gaat.",
                advies="Vul een contactpersoon met e-mailadres in bij Partijen.",
                weg=naar_partij(partij_id),
            )
        schrijf = besluittekst if besloten(rij) else brieftekst
        tekst = schrijf(sessie, profiel, rij, partij_id)
        geheim = geheimhouding(profiel).artikel
        pdf = bouw_trajectbrief_pdf(
            TrajectbriefGegevens(
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
                artikel_geheimhouding=geheim,
            )
        )
        return self._pak_in(sessie, rij, partij, aan, pdf, tekst.betreft)

    def _pak_in(
        self, sessie: Session, rij: Traject, partij: Partij, aan: Ontvanger, pdf: bytes, betreft: str
    ) -> TrajectStukken:
        profiel, dag = self._werkplek.profiel, self._werkplek.vandaag()
        soorten = (DocumentSoort.TRAJECTBRIEF, DocumentSoort.TRAJECT_EML)
        if besloten(rij):
            soorten = (DocumentSoort.TRAJECTBESLUIT, DocumentSoort.TRAJECTBESLUIT_EML)
        briefnaam, conceptnaam = (bestandsnaam(soort, dag, partij.kort, int(rij.id)) for soort in soorten)
        geheim = verwijzing(geheimhouding(profiel).artikel)
        concept = bouw_concept_eml(
            ConceptEmlGegevens(
                ontvanger_naam=aan.naam,
                ontvanger_email=aan.email,
                onderwerp=f"{betreft} (vertrouwelijk)",
                tekst=(
                    f"Geachte {aan.naam},\n\nIn de bijlage vindt u een brief over de samenwerking in "
                    f"{profiel.korte_naam}.\n\nDit bericht is alleen voor u bestemd{geheim}. Stuur het niet door.\n\n"
                    f"Met vriendelijke groet,\n{self._werkplek.naam}\n{profiel.korte_naam}\n"
                ),
                datum=self._werkplek.klok(),
                weging=lees_weging(sessie, profiel),
                bijlagen=(EmlBijlage(briefnaam, BijlageSoort.PDF, pdf),),
            )
        )
        brief = Stuk(soorten[0], briefnaam, pdf, partij.id, partij.naam, ())
        return TrajectStukken(aan, brief, Stuk(soorten[1], conceptnaam, concept, partij.id, partij.naam, ()))


def _naam(regel: TrajectPartijRegel) -> str:
    return regel.partij


def _gestuurd(een: TrajectPartij) -> Ontvanger | None:
    if een.verstuurd_op is None:
        return None
    return Ontvanger(een.aan_naam, een.aan_functie, een.aan_email, een.aan_postbus)


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
    if een.verstuurd_op is None:
        return None
    return sessie.scalars(
        select(Uitgegeven).where(
            Uitgegeven.soort == DocumentSoort.TRAJECTBRIEF,
            Uitgegeven.partij_id == een.partij_id,
            Uitgegeven.versie == int(een.traject_id),
            Uitgegeven.gemaakt_op == een.verstuurd_op,
        )
    ).first()


def _besluitkopieen(sessie: Session, traject_id: TrajectId) -> list[Uitgegeven]:
    vraag = select(Uitgegeven).where(
        Uitgegeven.soort == DocumentSoort.TRAJECTBESLUIT, Uitgegeven.versie == int(traject_id)
    )
    return list(sessie.scalars(vraag.options(defer(Uitgegeven.inhoud))))


def _van_besluit(sessie: Session, traject_id: TrajectId, partij_id: PartijId) -> Uitgegeven | None:
    return next((een for een in _besluitkopieen(sessie, traject_id) if een.partij_id == partij_id), None)


def _geweigerd(reden: str) -> GebruikersFout:
    return GebruikersFout(
        f"Dit kan niet meer worden teruggenomen. {reden}", veilig="Het blijft genoteerd als verstuurd."
    )
