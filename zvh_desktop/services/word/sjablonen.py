"""The templates of this house for editable documents, in versions; an own one is checked before it can be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.opmaak.bestandsnaam import mapnaam
from zvh_desktop.documents.word.keuren import Sjabloonbevinding, keur_sjabloon, sjabloonteksten
from zvh_desktop.documents.word.pakket import MEESTE_BYTES, geweigerd
from zvh_desktop.documents.word.velden import VELDEN, veldnamen
from zvh_desktop.documents.word.vullen import zonder_sporen
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzen.wordkeuzes import Wordsoort
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.word.wordsjabloon import Wordsjabloon
from zvh_desktop.paths import lees_hulpbron
from zvh_desktop.services.werkplek.casusgegevens import casusgegevens_in
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

SJABLOON: Final = "sjabloon"
Bevinding = Sjabloonbevinding
"""What has to change in a template, and beside what it stands."""


@dataclass(frozen=True, slots=True)
class Sjabloonregel:
    """The template of one kind of document as it holds now."""

    soort: Wordsoort
    titel: str
    eigen: bool
    """Whether it is the house's own, and not the standard template."""
    versie: int
    gewijzigd_op: date | None
    gewijzigd_door: str
    velden: tuple[str, ...]
    """Every field as it is written in a template."""


@dataclass(frozen=True, slots=True)
class Wordbestand:
    """A file for a word processor, with a name that says nothing about anybody."""

    bestandsnaam: str
    inhoud: bytes = field(repr=False)


class WordsjabloonService:
    """Use cases on the templates."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lijst(self) -> tuple[Sjabloonregel, ...]:
        """Each kind of document with its template."""
        with self._werkplek.lees(Recht.BRIEFTEKSTEN_BEHEREN) as sessie:
            return tuple(self._regel(sessie, soort) for soort in Wordsoort)

    def keur(self, soort: Wordsoort, pad: Path) -> tuple[Sjabloonbevinding, ...]:
        """What has to change in this file before it can be used; nothing when it can. Raises InvoerOngeldig."""
        return self._keur(soort, lees_wordbestand(pad))

    def bewaar(self, soort: Wordsoort, pad: Path) -> int:
        """Use this file as the next version. Raises InvoerOngeldig with the first that is wrong, GebruikersFout."""
        inhoud = lees_wordbestand(pad)
        bevindingen = self._keur(soort, inhoud)
        with self._werkplek.schrijf(Recht.BRIEFTEKSTEN_BEHEREN, "sjabloon gewijzigd", SJABLOON) as werk:
            werk.raakt(soort.value)
            if bevindingen:
                raise InvoerOngeldig("bestand", bevindingen[0].zin, advies="Pas het sjabloon aan en kies het opnieuw.")
            huis, vandaag = self._werkplek.profiel.naam, self._werkplek.vandaag()
            return self._nieuw(werk.sessie, soort, zonder_sporen(inhoud, "Sjabloon", huis, vandaag))

    def terug_naar_standaard(self, soort: Wordsoort) -> None:
        """From now on the standard template holds again; the own versions stay. Raises GebruikersFout."""
        self.zet_versie_terug(soort, 0)

    def zet_versie_terug(self, soort: Wordsoort, versie: int) -> None:
        """The template of an earlier version again, as a new one; 0 is the standard template. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.BRIEFTEKSTEN_BEHEREN, "sjabloon teruggezet", SJABLOON) as werk:
            werk.raakt(soort.value)
            nu = _nieuwste(werk.sessie, soort)
            inhoud = _van_versie(werk.sessie, soort, versie)
            if (nu.inhoud if nu is not None else b"") == inhoud:
                raise GebruikersFout("Dit sjabloon is al in gebruik. Er is niets gewijzigd.")
            self._nieuw(werk.sessie, soort, inhoud)

    def als_bestand(self, soort: Wordsoort) -> Wordbestand:
        """The template as it holds now, to change it in a word processor."""
        with self._werkplek.lees(Recht.BRIEFTEKSTEN_BEHEREN) as sessie:
            return Wordbestand(f"sjabloon_{soort.value.replace('_', '-')}.docx", lees_sjabloon(sessie, soort))

    def _keur(self, soort: Wordsoort, inhoud: bytes) -> tuple[Sjabloonbevinding, ...]:
        bevindingen = keur_sjabloon(inhoud, VELDEN[soort])
        if bevindingen:
            return bevindingen
        with self._werkplek.lees(Recht.BRIEFTEKSTEN_BEHEREN) as sessie:
            if casusgegevens_in(sessie, sjabloonteksten(inhoud)):
                zin = "In het sjabloon staat een nummer van een casus of de naam van een betrokkene. Gebruik een veld."
                return (Sjabloonbevinding(zin),)
        return ()

    def _regel(self, sessie: Session, soort: Wordsoort) -> Sjabloonregel:
        rij = _nieuwste(sessie, soort)
        return Sjabloonregel(
            soort=soort,
            titel=hoofdletter(sjabloonnaam(self._werkplek.profiel.termen, soort)),
            eigen=rij is not None and bool(rij.inhoud),
            versie=rij.versie if rij is not None else 0,
            gewijzigd_op=als_lokaal(rij.gewijzigd_op).date() if rij is not None else None,
            gewijzigd_door=rij.gewijzigd_door if rij is not None else "",
            velden=veldnamen(VELDEN[soort]),
        )

    def _nieuw(self, sessie: Session, soort: Wordsoort, inhoud: bytes) -> int:
        rij = _nieuwste(sessie, soort)
        versie = (rij.versie if rij is not None else 0) + 1
        sessie.add(
            Wordsjabloon(
                soort=soort,
                versie=versie,
                inhoud=inhoud,
                gewijzigd_op=self._werkplek.nu(),
                gewijzigd_door=self._werkplek.naam,
            )
        )
        return versie


def sjabloonnaam(termen: Termen, soort: Wordsoort) -> str:
    """What this kind of document is called, in the words of the house."""
    namen: Mapping[Wordsoort, str] = {
        Wordsoort.VERSLAG: "verslag",
        Wordsoort.VERSLAG_PARTIJ: "verslag voor een partij",
        Wordsoort.PLAN: termen.plan_van_aanpak,
        Wordsoort.BRIEF: "brief",
    }
    return namen[soort]


def lees_wordbestand(pad: Path) -> bytes:
    """What stands in this file; its size is asked first. Raises InvoerOngeldig."""
    try:
        if not pad.is_file():
            raise geweigerd("Dit bestand kan niet worden gelezen.")
        if pad.stat().st_size > MEESTE_BYTES:
            raise geweigerd(f"Dit bestand is te groot: er past {MEESTE_BYTES // 1024 // 1024} MB in.")
        with pad.open("rb") as bestand:
            return bestand.read(MEESTE_BYTES + 1)
    except OSError as fout:
        raise geweigerd("Dit bestand kan niet worden gelezen.", "Sluit het in andere programma's.") from fout


def lees_sjabloon(sessie: Session, soort: Wordsoort) -> bytes:
    """The template that holds now: the newest of the house, or the standard one."""
    rij = _nieuwste(sessie, soort)
    return rij.inhoud if rij is not None and rij.inhoud else standaardsjabloon(soort)


def standaardsjabloon(soort: Wordsoort) -> bytes:
    """The template that holds while a house has none of its own."""
    return lees_hulpbron(f"word/{soort.value}.docx")


def wordnaam(woord: str, dag: date, achter: str = "") -> str:
    """'verslag-concept_2026-12-15.docx': never who or which casus it is about."""
    delen = (mapnaam(woord).lower(), dag.isoformat(), mapnaam(achter) if achter else "")
    return f"{'_'.join(deel for deel in delen if deel)}.docx"


def _van_versie(sessie: Session, soort: Wordsoort, versie: int) -> bytes:
    if versie == 0:
        return b""
    return sessie.scalars(select(Wordsjabloon).filter_by(soort=soort, versie=versie)).one().inhoud


def _nieuwste(sessie: Session, soort: Wordsoort) -> Wordsjabloon | None:
    return sessie.scalars(select(Wordsjabloon).filter_by(soort=soort).order_by(Wordsjabloon.versie.desc())).first()
