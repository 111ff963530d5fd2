"""The letters about a datalek: letter and draft per partij, and the frozen copy of what left."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.datalekbrief import DatalekbriefGegevens, bouw_datalekbrief_pdf
from zvh_desktop.documents.opmaak.kop import Geadresseerde
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.datalek.datalek import Datalek, DatalekPartij
from zvh_desktop.models.keuzes import DatalekId, DocumentSoort, PartijId, Regel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort, datum_lang
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.datalek.gegevens import BriefRegel
from zvh_desktop.services.datalek.termijn import moment_tekst
from zvh_desktop.services.datalek.voorstel import geadresseerde
from zvh_desktop.services.datalek.woorden import eis_bericht
from zvh_desktop.services.lek.uitgang import is_al_weg, langs_de_uitgang
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.ontvangsten import ontvangsten
from zvh_desktop.services.uitnodigen.partijbrief import (
    Partijbrief,
    Partijstukken,
    bewaar_kopie,
    eis_terug_te_nemen,
    kopie_als_stuk,
    kopie_van,
    noteer,
    pak_in,
    vergeet,
)
from zvh_desktop.services.uitnodigen.stukken import afzender
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.wegen import naar_partij
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_SOORT = "datalek"


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

    def stukken(self, datalek_id: DatalekId, partij_id: PartijId) -> Partijstukken:
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
            return kopie_als_stuk(sessie, kopie, partij_id)

    def concept(self, datalek_id: DatalekId, partij_id: PartijId) -> Stuk:
        """The draft for the mail program. Raises as ``stukken``."""
        return self.stukken(datalek_id, partij_id).concept

    def noteer_verstuurd(self, datalek_id: DatalekId, partij_id: PartijId) -> None:
        """Record that the letter went out; a frozen copy is kept. Raises as ``stukken``, GebruikersFout twice."""
        with self._werkplek.schrijf(Recht.DATALEK_BIJHOUDEN, "datalekbrief verzonden", _SOORT) as werk:
            is_al_weg(werk.sessie)
            werk.raakt(datalek_id)
            rij = haal(werk.sessie, DatalekPartij, (datalek_id, partij_id), "Deze partij")
            if rij.verstuurd_op is not None:
                raise GebruikersFout("Deze partij heeft al bericht gekregen. Er is niets genoteerd.")
            datalek = haal(werk.sessie, Datalek, datalek_id, "Dit datalek")
            stukken = self._maak(werk.sessie, datalek, partij_id)
            nu = noteer(self._werkplek, rij, stukken.ontvanger)
            bewaar_kopie(self._werkplek, werk.sessie, int(datalek_id), stukken.ontvanger, stukken.brief, moment=nu)

    def neem_terug(self, datalek_id: DatalekId, partij_id: PartijId) -> None:
        """It did not go out after all: the same day, by who noted it. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.DATALEK_BIJHOUDEN, "datalekbrief teruggenomen", _SOORT) as werk:
            werk.raakt(datalek_id)
            rij = haal(werk.sessie, DatalekPartij, (datalek_id, partij_id), "Deze partij")
            kopie = _kopie(werk.sessie, rij)
            eis_terug_te_nemen(self._werkplek, rij.verstuurd_op, rij.verstuurd_door)
            if kopie is not None:
                werk.sessie.delete(kopie)
            vergeet(rij)

    def _maak(self, sessie: Session, datalek: Datalek, partij_id: PartijId) -> Partijstukken:
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
                weg=naar_partij(PartijId(partij.id)),
            )
        artikel = profiel.artikel(Regel.DATALEK_PARTIJEN)
        eigen = {een.casus_id for een in gekregen if een.partij_id == partij_id}
        nummers = tuple(sessie.scalars(select(Casus.nummer).where(Casus.id.in_(eigen)).order_by(Casus.nummer)))
        gegevens = DatalekbriefGegevens(
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
        pdf = bouw_datalekbrief_pdf(langs_de_uitgang(self._werkplek, sessie, partij, gegevens))
        brief = Partijbrief(
            soort=DocumentSoort.DATALEKBRIEF,
            conceptsoort=DocumentSoort.DATALEK_EML,
            nummer=int(datalek.id),
            aan=aan,
            pdf=pdf,
            casusnummers=nummers,
            onderwerp="Bericht over een datalek",
            inleiding="In de bijlage vindt u een brief over een datalek dat ook u kan raken.",
        )
        return pak_in(self._werkplek, sessie, partij, brief)


def _naam(regel: BriefRegel) -> str:
    return regel.partij


def _kopie(sessie: Session, rij: DatalekPartij) -> Uitgegeven | None:
    return kopie_van(sessie, DocumentSoort.DATALEKBRIEF, int(rij.datalek_id), rij)
