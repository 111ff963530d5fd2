"""The aanmeldformulier: sent to a partij as a draft, and read when it comes back, as a proposal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.concept_eml import BijlageSoort, ConceptEmlGegevens, EmlBijlage, bouw_concept_eml
from zvh_desktop.documents.formulier.formulier import FormulierGegevens, bouw_formulier_pdf
from zvh_desktop.documents.formulier.vragen import FORMULIERVELD, MEESTE_BYTES, Vraag, Vraagdeel
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.opmaak.blad import Later
from zvh_desktop.errors import FormulierGeweigerd, InvoerOngeldig
from zvh_desktop.models.keuzes import AanmeldingId, AanmeldingUitkomst, ContactpersoonId, DocumentSoort, PartijId
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import hoofdletter, verwijzing
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.brieven.stukken import kies_contact
from zvh_desktop.services.casus.aanmelding_gegevens import AanmeldingBeeld, AanmeldingInvoer
from zvh_desktop.services.casus.aanmeldingen import AanmeldingService
from zvh_desktop.services.casus.aanmeldinglijst import Welke
from zvh_desktop.services.formulier.voorstel import Antwoordregel, Kennis, pas_toe, vergelijk
from zvh_desktop.services.formulier.vragen import kenmerk, vraagdelen
from zvh_desktop.services.huis.instellingen import huispost
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.weging import lees_weging
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

lees_formulier = Later("zvh_desktop.documents.formulier.lezen", "lees_formulier")


@dataclass(frozen=True, slots=True)
class FormulierStukken:
    """The empty form, and the draft with it."""

    formulier: Stuk
    concept: Stuk


@dataclass(frozen=True, slots=True)
class Formulierdoel:
    """Where the answers can go: an aanmelding that was not judged yet, or a new one (None)."""

    aanmelding_id: AanmeldingId | None
    naam: str


@dataclass(frozen=True, slots=True)
class Ingelezen:
    """A form that could be read. What was typed is only in memory."""

    getypt: Mapping[str, str]
    doelen: tuple[Formulierdoel, ...]
    vermoedelijk: AanmeldingId | None
    """The aanmelding of the same partij and person, when there is one."""
    onbekend: int
    """How many fields this form does not have; those are not read."""


class FormulierService:
    """Use cases on the aanmeldformulier."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek
        self._aanmeldingen = AanmeldingService(werkplek)

    def stukken(self, partij_id: PartijId, contact_id: ContactpersoonId | None = None) -> FormulierStukken:
        """The form for this partij, with its name filled in, and the draft. Raises InvoerOngeldig, NietGevonden."""
        with self._werkplek.lees(Recht.AANMELDEN) as sessie:
            partij = haal(sessie, Partij, partij_id, "Deze partij")
            if partij.soort not in self._werkplek.profiel.aanmelders:
                raise InvoerOngeldig("partij", f"{partij.naam} kan bij dit huis niet aanmelden.")
            aan = kies_contact(sessie, partij, contact_id)
            formulier = self._formulier(sessie, partij)
            profiel = self._werkplek.profiel
            inhoud = bouw_concept_eml(
                ConceptEmlGegevens(
                    ontvanger_naam=aan.naam,
                    ontvanger_email=aan.email,
                    onderwerp=f"Formulier voor een {profiel.termen.aanmelding} bij {profiel.korte_naam}",
                    tekst=(
                        f"Geachte {aan.naam},\n\nIn de bijlage vindt u ons formulier. U kunt het op uw computer "
                        "invullen. Bewaar het daarna en stuur het bestand zelf terug, niet een scan. Doe dat via een "
                        f"beveiligde weg: er staan dan persoonsgegevens in{verwijzing(geheimhouding(profiel).artikel)}."
                        f"\n\nMet vriendelijke groet,\n{self._werkplek.naam}\n{profiel.korte_naam}\n"
                    ),
                    datum=self._werkplek.klok(),
                    weging=lees_weging(sessie, profiel),
                    van=huispost(sessie, profiel),
                    bijlagen=(EmlBijlage(formulier.bestandsnaam, BijlageSoort.PDF, formulier.inhoud),),
                )
            )
            naam = bestandsnaam(DocumentSoort.AANMELDFORMULIER_EML, None, partij.kort)
            concept = Stuk(DocumentSoort.AANMELDFORMULIER_EML, naam, inhoud, partij.id, partij.naam, ())
            return FormulierStukken(formulier, concept)

    def ingevuld(self, partij_id: PartijId, antwoorden: Mapping[str, str]) -> bytes:
        """The form as a partij sends it back, for practice. Raises NietGevonden."""
        with self._werkplek.lees(Recht.AANMELDEN) as sessie:
            return self._formulier(sessie, haal(sessie, Partij, partij_id, "Deze partij"), antwoorden).inhoud

    def lees_bestand(self, bestand: Path) -> Ingelezen:
        """The same from a file, of which no more is read than a form can hold. Raises FormulierGeweigerd."""
        try:
            with bestand.open("rb") as invoer:
                inhoud = invoer.read(MEESTE_BYTES + 1)
        except OSError:
            raise FormulierGeweigerd(
                "Dit bestand kan niet worden gelezen. Er is niets ingelezen.",
                veilig="Er is niets gewijzigd.",
                advies="Bewaar het bestand eerst op uw computer en kies het daar.",
            ) from None
        return self.lees(inhoud)

    def lees(self, inhoud: bytes) -> Ingelezen:
        """What came back. Raises FormulierGeweigerd: no form, of another house, older, or able to do something."""
        getypt: dict[str, str] = lees_formulier(inhoud)
        self._eis_eigen(getypt.pop(FORMULIERVELD, ""))
        with self._werkplek.lees(Recht.AANMELDEN) as sessie:
            kennis = self._kennis(sessie)
        bekend = {vraag.sleutel for deel in vraagdelen(self._werkplek.profiel) for vraag in deel.vragen}
        open_ = self._aanmeldingen.lijst(Welke.OPEN)
        doelen = [Formulierdoel(None, f"Een {self._werkplek.profiel.termen.gebogen('nieuwe', 'aanmelding')}")]
        doelen += [
            Formulierdoel(
                een.id, f"{een.datum:%d-%m-%Y}, {een.betrokkene or 'nog zonder naam'} ({een.partij or 'geen partij'})"
            )
            for een in open_
        ]
        wie = gevouwen(getypt.get("naam_1", "").strip())
        partij = kennis.partijen.get(gevouwen(getypt.get("partij", "").strip()))
        zelfde = [
            een.id
            for een in open_
            if wie
            and gevouwen(een.betrokkene) == wie
            and (not een.partij or kennis.partijen.get(gevouwen(een.partij)) == partij)
        ]
        return Ingelezen(
            getypt={sleutel: waarde for sleutel, waarde in getypt.items() if sleutel in bekend},
            doelen=tuple(doelen),
            vermoedelijk=zelfde[0] if len(zelfde) == 1 else None,
            onbekend=sum(1 for sleutel in getypt if sleutel not in bekend),
        )

    def voorstel(self, ingelezen: Ingelezen, aanmelding_id: AanmeldingId | None) -> tuple[Antwoordregel, ...]:
        """Each answer beside what this aanmelding holds; nothing is changed. Raises NietGevonden."""
        with self._werkplek.lees(Recht.AANMELDEN) as sessie:
            kennis = self._kennis(sessie)
        nu = self._aanmeldingen.toon(aanmelding_id).invoer if aanmelding_id is not None else None
        return vergelijk(kennis, ingelezen.getypt, nu)

    def neem_over(
        self, ingelezen: Ingelezen, aanmelding_id: AanmeldingId | None, gekozen: Sequence[str]
    ) -> AanmeldingId:
        """Put the accepted answers in the aanmelding, or in a new one. Raises InvoerOngeldig."""
        if not gekozen:
            raise InvoerOngeldig("gekozen", "Kies eerst wat u wilt overnemen.")
        with self._werkplek.lees(Recht.AANMELDEN) as sessie:
            kennis = self._kennis(sessie)
        beeld: AanmeldingBeeld = (
            self._aanmeldingen.toon(aanmelding_id) if aanmelding_id is not None else self._aanmeldingen.begin()
        )
        if beeld.uitkomst != AanmeldingUitkomst.OPEN:
            deze = self._werkplek.profiel.termen.deze("aanmelding")
            raise InvoerOngeldig("uitkomst", f"{deze} is al beoordeeld en kan niet meer worden gewijzigd.")
        invoer: AanmeldingInvoer = pas_toe(kennis, ingelezen.getypt, beeld.invoer, gekozen)
        if aanmelding_id is None:
            return self._aanmeldingen.nieuw(invoer)
        self._aanmeldingen.bewaar(aanmelding_id, invoer)
        return aanmelding_id

    def _formulier(self, sessie: Session, partij: Partij, antwoorden: Mapping[str, str] | None = None) -> Stuk:
        profiel = self._werkplek.profiel
        titel = f"Formulier voor een {profiel.termen.aanmelding}"
        vooraf = {**(antwoorden or {}), "partij": partij.naam}
        delen = tuple(_met_antwoorden(deel, vooraf) for deel in vraagdelen(profiel))
        inhoud = bouw_formulier_pdf(
            FormulierGegevens(
                kop=replace(
                    maak_kop(
                        self._werkplek,
                        sessie,
                        profiel,
                        titel=hoofdletter(profiel.termen.aanmelding),
                        ontvanger=partij.naam,
                        versie="",
                        artikel="",
                    ),
                    verificatiecode="",
                ),
                titel=titel,
                uitleg=(
                    "Vul dit formulier op uw computer in, bewaar het en stuur het bestand zelf terug, via een "
                    "beveiligde weg. Een afdruk of scan kunnen wij niet inlezen.",
                ),
                delen=delen,
                kenmerk=kenmerk(profiel),
            )
        )
        naam = bestandsnaam(DocumentSoort.AANMELDFORMULIER, None, partij.kort)
        return Stuk(DocumentSoort.AANMELDFORMULIER, naam, inhoud, partij.id, partij.naam, ())

    def _eis_eigen(self, gelezen: str) -> None:
        eigen = kenmerk(self._werkplek.profiel)
        if gelezen == eigen:
            return
        vraag = "Stuur de partij het formulier van nu, en vraag het opnieuw in te vullen."
        if gelezen.count("/") != 2:
            zin = "Dit is geen formulier van dit huis."
        elif gelezen.split("/", maxsplit=1)[0] != eigen.split("/")[0]:
            zin = "Dit is een formulier van een ander huis."
        else:
            zin = "Dit is een andere versie van het formulier: de vragen zijn veranderd."
        raise FormulierGeweigerd(f"{zin} Er is niets ingelezen.", veilig="Er is niets gewijzigd.", advies=vraag)

    def _kennis(self, sessie: Session) -> Kennis:
        partijen = list(sessie.execute(select(Partij.id, Partij.naam, Partij.kort)))
        namen = {gevouwen(kort): id_ for id_, _naam, kort in partijen}
        namen.update({gevouwen(naam): id_ for id_, naam, _kort in partijen})
        return Kennis(
            self._werkplek.profiel, self._werkplek.vandaag(), namen, {id_: naam for id_, naam, _kort in partijen}
        )


def _met_antwoorden(deel: Vraagdeel, vooraf: Mapping[str, str]) -> Vraagdeel:
    vragen: list[Vraag] = [replace(een, waarde=vooraf.get(een.sleutel, "")) for een in deel.vragen]
    return replace(deel, vragen=tuple(vragen))
