"""The letters about a datalek: letter and draft per partij, and the frozen copy of what left."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.concept_eml import BijlageSoort, ConceptEmlGegevens, EmlBijlage, bouw_concept_eml
from zvh_desktop.documents.datalekbrief import DatalekbriefGegevens, bouw_datalekbrief_pdf
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.opmaak.kop import Geadresseerde
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.datalek.datalek import Datalek, DatalekPartij
from zvh_desktop.models.keuzes import DatalekId, DocumentSoort, PartijId, Regel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort, datum_lang, verwijzing
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.datalek.gegevens import BriefRegel
from zvh_desktop.services.datalek.termijn import moment_tekst
from zvh_desktop.services.datalek.voorstel import geadresseerde
from zvh_desktop.services.datalek.woorden import eis_bericht
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.uitgifte import bewaar_uitgegeven
from zvh_desktop.services.stukken.weging import lees_weging
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.services.uitnodigen.ontvangsten import ontvangsten
from zvh_desktop.services.uitnodigen.stukken import afzender
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_SOORT = "datalek"


@dataclass(frozen=True, slots=True)
class DatalekStukken:
    """What goes out to one partij."""

    ontvanger: Ontvanger
    brief: Stuk
    concept: Stuk


class DatalekbriefService:
    """Use cases on the letters of one datalek."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lijst(self, datalek_id: DatalekId) -> tuple[BriefRegel, ...]:
        """Each partij that it concerns, to whom its letter goes or went, by name. Raises NietGevonden."""
        with self._werkplek.lees(Recht.DATALEK_BIJHOUDEN) as sessie:
            datalek = haal(sessie, Datalek, datalek_id, "Dit datalek")
            gekregen = ontvangsten(sessie, [een.casus_id for een in datalek.casussen])
            regels = []
            for rij in datalek.partijen:
                aan = geadresseerde(sessie, rij, gekregen)
                regels.append(
                    BriefRegel(
                        datalek_id=datalek.id,
                        partij_id=rij.partij_id,
                        partij=sessie.get_one(Partij, rij.partij_id).naam,
                        aan=f"{aan.naam} ({aan.email})" if aan is not None else "",
                        verstuurd_op=als_lokaal(rij.verstuurd_op) if rij.verstuurd_op is not None else None,
                        verstuurd_door=rij.verstuurd_door,
                    )
                )
            return tuple(sorted(regels, key=_naam))

    def stukken(self, datalek_id: DatalekId, partij_id: PartijId) -> DatalekStukken:
        """Letter and draft as they would go now. Raises InvoerOngeldig without text, address or sender."""
        with self._werkplek.lees(Recht.DATALEK_BIJHOUDEN) as sessie:
            return self._maak(sessie, haal(sessie, Datalek, datalek_id, "Dit datalek"), partij_id)

    def brief(self, datalek_id: DatalekId, partij_id: PartijId) -> Stuk:
        """The letter: the frozen copy where it went out, else as it would go now. Raises as ``stukken``."""
        with self._werkplek.lees(Recht.DATALEK_BIJHOUDEN) as sessie:
            rij = haal(sessie, DatalekPartij, (datalek_id, partij_id), "Deze partij")
            kopie = _kopie(sessie, rij)
            if kopie is None and rij.verstuurd_op is not None:
                raise GebruikersFout("De kopie van deze brief is met de casus vernietigd.")
            if kopie is None:
                return self._maak(sessie, haal(sessie, Datalek, datalek_id, "Dit datalek"), partij_id).brief
            naam = sessie.get_one(Partij, partij_id).naam
            return Stuk(DocumentSoort.DATALEKBRIEF, kopie.bestandsnaam, kopie.inhoud, partij_id, naam, ())

    def concept(self, datalek_id: DatalekId, partij_id: PartijId) -> Stuk:
        """The draft for the mail program. Raises as ``stukken``."""
        return self.stukken(datalek_id, partij_id).concept

    def noteer_verstuurd(self, datalek_id: DatalekId, partij_id: PartijId) -> None:
        """Record that the letter went out; a frozen copy is kept. Raises as ``stukken``, GebruikersFout twice."""
        with self._werkplek.schrijf(Recht.DATALEK_BIJHOUDEN, "datalekbrief verzonden", _SOORT) as werk:
            werk.raakt(datalek_id)
            rij = haal(werk.sessie, DatalekPartij, (datalek_id, partij_id), "Deze partij")
            if rij.verstuurd_op is not None:
                raise GebruikersFout("Deze partij heeft al bericht gekregen. Er is niets genoteerd.")
            datalek = haal(werk.sessie, Datalek, datalek_id, "Dit datalek")
            stukken = self._maak(werk.sessie, datalek, partij_id)
            aan, nu = stukken.ontvanger, self._werkplek.nu()
            rij.verstuurd_op, rij.verstuurd_door = nu, self._werkplek.gebruiker
            rij.aan_naam, rij.aan_functie = aan.naam, aan.functie
            rij.aan_email, rij.aan_postbus = aan.email, aan.gedeelde_postbus
            bewaar_uitgegeven(
                self._werkplek,
                werk.sessie,
                stukken.brief,
                versie=int(datalek_id),
                moment=nu,
                aan=(aan.naam, aan.email),
            )

    def neem_terug(self, datalek_id: DatalekId, partij_id: PartijId) -> None:
        """It did not go out after all: the same day, by who noted it. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.DATALEK_BIJHOUDEN, "datalekbrief teruggenomen", _SOORT) as werk:
            werk.raakt(datalek_id)
            rij = haal(werk.sessie, DatalekPartij, (datalek_id, partij_id), "Deze partij")
            kopie = _kopie(werk.sessie, rij)
            if rij.verstuurd_op is None or als_lokaal(rij.verstuurd_op).date() != self._werkplek.vandaag():
                raise _geweigerd("Dat kan alleen op de dag zelf.")
            if rij.verstuurd_door != self._werkplek.gebruiker:
                raise _geweigerd("Een collega heeft dit genoteerd. Alleen wie dat deed, kan het terugnemen.")
            if kopie is not None:
                werk.sessie.delete(kopie)
            rij.verstuurd_op, rij.verstuurd_door = None, ""
            rij.aan_naam = rij.aan_functie = rij.aan_email = ""
            rij.aan_postbus = False

    def _maak(self, sessie: Session, datalek: Datalek, partij_id: PartijId) -> DatalekStukken:
        profiel = self._werkplek.profiel
        rij = haal(sessie, DatalekPartij, (datalek.id, partij_id), "Deze partij")
        partij = sessie.get_one(Partij, partij_id)
        if not datalek.bericht:
            raise InvoerOngeldig(
                "bericht",
                "Er is nog geen tekst voor de partijen.",
                advies="Vul die in met Wijzig, bij Tekst in de brief.",
            )
        eis_bericht(sessie, datalek.bericht)
        gekregen = ontvangsten(sessie, [een.casus_id for een in datalek.casussen])
        aan = geadresseerde(sessie, rij, gekregen)
        if aan is None:
            raise InvoerOngeldig(
                "contactpersoon",
                f"Er is niet bekend naar wie dit bij {partij.naam} gaat.",
                advies="Vul een contactpersoon met e-mailadres in bij Partijen.",
            )
        artikel = profiel.artikel(Regel.DATALEK_PARTIJEN)
        eigen = {een.casus_id for een in gekregen if een.partij_id == partij_id}
        nummers = tuple(sessie.scalars(select(Casus.nummer).where(Casus.id.in_(eigen)).order_by(Casus.nummer)))
        pdf = bouw_datalekbrief_pdf(
            DatalekbriefGegevens(
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
                gebeurd=datum_lang(datalek.gebeurd_op) if datalek.gebeurd_op is not None else "niet bekend",
                gevonden=moment_tekst(datalek.gevonden_op),
                bericht=datalek.bericht,
                casussen=nummers,
                afzender=afzender(self._werkplek, sessie, profiel),
                artikel=artikel,
                artikel_geheimhouding=geheimhouding(profiel).artikel,
            )
        )
        return self._pak_in(sessie, datalek, partij, aan, pdf, nummers)

    def _pak_in(
        self,
        sessie: Session,
        datalek: Datalek,
        partij: Partij,
        aan: Ontvanger,
        pdf: bytes,
        nummers: tuple[str, ...],
    ) -> DatalekStukken:
        profiel, dag = self._werkplek.profiel, self._werkplek.vandaag()
        briefnaam, conceptnaam = (
            bestandsnaam(soort, dag, partij.kort, int(datalek.id))
            for soort in (DocumentSoort.DATALEKBRIEF, DocumentSoort.DATALEK_EML)
        )
        concept = bouw_concept_eml(
            ConceptEmlGegevens(
                ontvanger_naam=aan.naam,
                ontvanger_email=aan.email,
                onderwerp="Bericht over een datalek (vertrouwelijk)",
                tekst=(
                    f"Geachte {aan.naam},\n\nIn de bijlage vindt u een brief over een datalek dat ook u kan raken.\n\n"
                    f"Dit bericht is alleen voor u bestemd{verwijzing(geheimhouding(profiel).artikel)}. Stuur het niet "
                    f"door.\n\nMet vriendelijke groet,\n{self._werkplek.naam}\n{profiel.korte_naam}\n"
                ),
                datum=self._werkplek.klok(),
                weging=lees_weging(sessie, profiel),
                bijlagen=(EmlBijlage(briefnaam, BijlageSoort.PDF, pdf),),
            )
        )
        brief = Stuk(DocumentSoort.DATALEKBRIEF, briefnaam, pdf, partij.id, partij.naam, nummers)
        return DatalekStukken(
            aan, brief, Stuk(DocumentSoort.DATALEK_EML, conceptnaam, concept, partij.id, partij.naam, nummers)
        )


def _naam(regel: BriefRegel) -> str:
    return regel.partij


def _kopie(sessie: Session, rij: DatalekPartij) -> Uitgegeven | None:
    if rij.verstuurd_op is None:
        return None
    return sessie.scalars(
        select(Uitgegeven).where(
            Uitgegeven.soort == DocumentSoort.DATALEKBRIEF,
            Uitgegeven.partij_id == rij.partij_id,
            Uitgegeven.versie == int(rij.datalek_id),
            Uitgegeven.gemaakt_op == rij.verstuurd_op,
        )
    ).first()


def _geweigerd(reden: str) -> GebruikersFout:
    return GebruikersFout(
        f"Dit kan niet meer worden teruggenomen. {reden}", veilig="Het blijft genoteerd als verstuurd."
    )
