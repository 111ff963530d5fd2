"""Import of partijen and contactpersonen from a CSV file.

The preview is a rehearsal: the same steps in the same kind of transaction, rolled back. What it says is therefore
what will happen, and the second time it is checked that nothing changed in between. An empty cell leaves alone what
the register already has; a list of another house can never empty a field.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, LijktOp, RegelEist
from zvh_desktop.models.keuzes import PartijSoort
from zvh_desktop.models.partij import Contactpersoon, Partij
from zvh_desktop.models.taal import opsomming
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.kluis.gegevens import Voortgang
from zvh_desktop.services.partijen.aansluiten import eis_vrij_toe_te_voegen, tafel_gehouden
from zvh_desktop.services.partijen.csv_bedoeld import Bedoeld
from zvh_desktop.services.partijen.csv_cellen import (
    ingekort,
    lees_datum,
    lees_ja_nee,
    lees_soort,
    schone_cel,
    verschillen,
)
from zvh_desktop.services.partijen.csv_codering import Codering
from zvh_desktop.services.partijen.csv_koppen import KOP, herken_kolommen, kaal, toets_kolommen, voeg_samen
from zvh_desktop.services.partijen.csv_lezen import VERLOREN, CsvRij, CsvTabel, lees_csv
from zvh_desktop.services.partijen.partijen import (
    KORT_MAX,
    ContactpersoonInvoer,
    Gevolg,
    PartijInvoer,
    contact_bij,
    contact_invoer,
    contact_regel,
    contact_wijzigen,
    geen_gevolg,
    partij_invoer,
    partij_toevoegen,
    partij_wijzigen,
)
from zvh_desktop.services.werkplek.invoer import vraag_of_bedoeld
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek


class CsvUitkomst(StrEnum):
    """What happens to one line."""

    TOEGEVOEGD = "wordt toegevoegd"
    GEWIJZIGD = "wordt gewijzigd"
    GELIJK = "overgeslagen"
    GEWEIGERD = "geweigerd"


@dataclass(frozen=True, slots=True)
class CsvRegel:
    """One line of the preview: what will happen, and why in words."""

    nummer: int
    partij: str
    contactpersoon: str
    uitkomst: CsvUitkomst
    toelichting: str


@dataclass(frozen=True, slots=True)
class CsvVoorbeeld:
    """What an import would do. ``bron`` is what was read, to be handed back when the user agrees."""

    regels: tuple[CsvRegel, ...]
    onbekende_kolommen: tuple[str, ...]
    codering: Codering
    scheidingsteken: str
    bron: bytes = field(repr=False)
    koppen: tuple[str, ...] = ()
    """The headings as they stand in the file."""
    kolommen: tuple[tuple[int, str], ...] = ()
    """Place of a column, and the field that is read from it."""
    zeker: bool = True
    """Whether the letters were certainly read as they were written."""
    verloren: tuple[int, ...] = ()
    """The lines with a letter that was lost before: it stands there as U+FFFD."""
    andere_bladen: tuple[str, ...] = ()
    """The names of the sheets of a workbook that were not read."""

    def aantal(self, uitkomst: CsvUitkomst) -> int:
        """How many lines end this way."""
        return sum(regel.uitkomst is uitkomst for regel in self.regels)

    @property
    def doet_iets(self) -> bool:
        """Whether there is anything to import."""
        return any(regel.uitkomst in (CsvUitkomst.TOEGEVOEGD, CsvUitkomst.GEWIJZIGD) for regel in self.regels)


_PARTIJVELDEN = ("kort", "soort", "groep", "aangesloten_op", "uitgetreden_op", "opmerking")
_MELD_ELKE = 200
"""After so many lines it is said how far it is."""
_CONTACTVELDEN = ("functie", "email", "telefoon", "mandaat", "gedeelde_postbus", "overlegsoorten")


@dataclass(slots=True)
class _Gang:
    """What was said earlier in the file, to find lines that contradict each other."""

    bedoeld: Bedoeld
    gehouden: bool
    """Whether a tafel was held: from then on a list adds no convenantpartij."""
    gezegd: dict[tuple[str, int, str], tuple[int, object]] = field(default_factory=dict)
    regels: dict[tuple[str, int], int] = field(default_factory=dict)
    koppen: int = 0
    namen: dict[str, Partij] = field(default_factory=dict)
    korte: dict[str, Partij] = field(default_factory=dict)
    laatste: Partij | None = None
    """The partij of the line under way."""
    nieuw_contact: Contactpersoon | None = None
    """The contactpersoon that this line adds."""
    contacten: dict[int, dict[str, Contactpersoon]] = field(default_factory=dict)
    """Of each partij its contactpersonen by name: in a list of thousands they are not all looked at for each line."""

    def ken(self, partij: Partij) -> None:
        """Find this partij by its name and its short name from now on."""
        self.namen[gevouwen(partij.naam)] = partij
        self.korte[gevouwen(partij.kort)] = partij

    def contact(self, partij: Partij, naam: str) -> Contactpersoon | None:
        """The contactpersoon of this partij whose name reads the same."""
        if partij.id not in self.contacten:
            # Of two with the same name the first counts.
            bekend = {gevouwen(contact.naam): contact for contact in reversed(partij.contactpersonen)}
            self.contacten[partij.id] = bekend
        return self.contacten[partij.id].get(gevouwen(naam))

    def neem_over(self) -> None:
        """Keep what the line under way has added, now that it stands."""
        if self.laatste is not None:
            self.ken(self.laatste)
            if self.nieuw_contact is not None:
                self.contacten[self.laatste.id].setdefault(gevouwen(self.nieuw_contact.naam), self.nieuw_contact)

    def zoek(self, naam: str) -> Partij | None:
        """The partij whose name reads the same, or else its short name."""
        return self.namen.get(gevouwen(naam)) or self.korte.get(gevouwen(naam))

    def eis_niet_gelijkend(self, partij: Partij) -> None:
        """Raise InvoerOngeldig when a new partij reads like one that is there: that is asked one at a time."""
        bekend = [ander for ander in self.namen.values() if ander is not partij]
        try:
            vraag_of_bedoeld("partij", partij.naam, (ander.naam for ander in bekend))
            vraag_of_bedoeld("kort", partij.kort, (ander.kort for ander in bekend))
        except LijktOp as fout:
            advies = "Is het een andere partij, voeg haar dan zelf toe bij Partijen."
            raise InvoerOngeldig(fout.veld, fout.gebeurd, advies=advies) from None

    def eis_gelijk(self, soort: str, id_: int, velden: Mapping[str, object]) -> None:
        """Raise InvoerOngeldig when an earlier line said something else about this partij or contactpersoon."""
        for veld, waarde in velden.items():
            eerder = self.gezegd.get((soort, id_, veld))
            if eerder is not None and eerder[1] != waarde:
                raise InvoerOngeldig(veld, f"Op regel {eerder[0]} staat hier een andere waarde voor: {KOP[veld]}.")

    def onthoud(self, soort: str, id_: int, nummer: int, velden: Mapping[str, object]) -> int:
        """Keep what this line says; the number of the first line about the same, or 0."""
        for veld, waarde in velden.items():
            self.gezegd.setdefault((soort, id_, veld), (nummer, waarde))
        eerste = self.regels.setdefault((soort, id_), nummer)
        return eerste if eerste != nummer else 0


@dataclass(slots=True)
class _Gevolg:
    """What one line brings about."""

    nieuw: list[str] = field(default_factory=list)
    anders: list[str] = field(default_factory=list)

    def uitkomst(self, eerder: int) -> tuple[CsvUitkomst, str]:
        """The outcome in words; ``eerder`` is the line that already said the same, or 0."""
        if self.nieuw:
            return CsvUitkomst.TOEGEVOEGD, "; ".join([opsomming(self.nieuw), *self.anders])
        if self.anders:
            return CsvUitkomst.GEWIJZIGD, "; ".join(self.anders)
        return CsvUitkomst.GELIJK, f"staat al op regel {eerder}" if eerder else "staat al zo in het register"


class PartijenCsvService:
    """Reads a list, says what it would do, and does it when asked."""

    def __init__(self, werkplek: Werkplek, gevolg: Gevolg = geen_gevolg) -> None:
        self._werkplek, self._gevolg = werkplek, gevolg

    def voorbeeld(
        self,
        inhoud: bytes,
        gekozen: Mapping[int, str] | None = None,
        codering: Codering | None = None,
        voortgang: Voortgang | None = None,
    ) -> CsvVoorbeeld:
        """What importing this file would do, line by line; nothing is changed. Raises InvoerOngeldig.

        ``gekozen`` says by hand which column holds which field, ``codering`` how the letters were written; without
        these both are recognised.
        """
        tabel = lees_csv(inhoud, codering)
        kolommen = toets_kolommen(tabel.koppen, gekozen) if gekozen is not None else herken_kolommen(tabel.koppen)
        with self._werkplek.lees(Recht.PARTIJEN_BEHEREN) as sessie:
            regels = self._doorloop(sessie, kolommen, tabel, voortgang)
            sessie.rollback()
        return CsvVoorbeeld(
            regels=regels,
            koppen=tabel.koppen,
            kolommen=tuple(kolommen.items()),
            onbekende_kolommen=tuple(kop for plaats, kop in enumerate(tabel.koppen) if plaats not in kolommen and kop),
            codering=tabel.codering,
            scheidingsteken=tabel.scheidingsteken,
            bron=inhoud,
            zeker=tabel.zeker,
            andere_bladen=tabel.andere_bladen,
            verloren=tuple(rij.nummer for rij in tabel.rijen if any(VERLOREN in cel for cel in rij.cellen)),
        )

    def voer_in(self, voorbeeld: CsvVoorbeeld, voortgang: Voortgang | None = None) -> None:
        """Do what the preview says, in one transaction; refused lines are left out.

        Raises GebruikersFout when the register has changed since, so that nobody gets what he did not see.
        """
        tabel = lees_csv(voorbeeld.bron, voorbeeld.codering)
        kolommen = toets_kolommen(tabel.koppen, dict(voorbeeld.kolommen))
        with self._werkplek.schrijf(Recht.PARTIJEN_BEHEREN, "partijen ingelezen", "partij") as werk:
            if self._doorloop(werk.sessie, kolommen, tabel, voortgang) != voorbeeld.regels:
                raise GebruikersFout(
                    "De partijen zijn gewijzigd nadat u dit voorbeeld hebt gezien.",
                    veilig="Er is niets ingelezen.",
                    advies="Kies het bestand opnieuw.",
                )
            werk.raakt(f"{voorbeeld.aantal(CsvUitkomst.TOEGEVOEGD)}+{voorbeeld.aantal(CsvUitkomst.GEWIJZIGD)}")

    def _doorloop(
        self, sessie: Session, kolommen: Mapping[int, str], tabel: CsvTabel, voortgang: Voortgang | None
    ) -> tuple[CsvRegel, ...]:
        partijen = list(sessie.scalars(select(Partij).options(selectinload(Partij.contactpersonen))))
        bedoeld = Bedoeld((partij.naam, partij.kort) for partij in partijen)
        gang = _Gang(bedoeld, tafel_gehouden(sessie), koppen=len(tabel.koppen))
        for partij in partijen:
            gang.ken(partij)
        regels = []
        for gedaan, rij in enumerate(tabel.rijen):
            if voortgang is not None and gedaan % _MELD_ELKE == 0:
                voortgang(gedaan, len(tabel.rijen), f"Regel {gedaan} van {len(tabel.rijen)}")
            regels.append(self._regel(sessie, kolommen, rij, gang))
        return tuple(regels)

    def _regel(self, sessie: Session, kolommen: Mapping[int, str], rij: CsvRij, gang: _Gang) -> CsvRegel:
        cellen = {veld: rij.cellen[plaats] if plaats < len(rij.cellen) else "" for plaats, veld in kolommen.items()}
        uitkomst, toelichting = CsvUitkomst.GEWEIGERD, ""
        gang.laatste = gang.nieuw_contact = None
        try:
            if len(rij.cellen) > gang.koppen:
                raise InvoerOngeldig(
                    "bestand",
                    f"Op deze regel staan {len(rij.cellen)} cellen onder {gang.koppen} koppen: het is niet zeker wat "
                    "waar hoort.",
                    advies="Zet een naam met een scheidingsteken erin tussen aanhalingstekens.",
                )
            if "partij" not in kolommen.values():
                raise InvoerOngeldig(
                    "partij", "Van geen kolom is bekend dat de partij erin staat.", advies="Kies hierboven die kolom."
                )
            cellen = voeg_samen({veld: schone_cel(veld, cel) for veld, cel in cellen.items()})
            with sessie.begin_nested():
                uitkomst, toelichting = self._verwerk(sessie, cellen, rij.nummer, gang)
                sessie.flush()
            gang.neem_over()
        except InvoerOngeldig as fout:
            toelichting = str(fout)
        return CsvRegel(
            rij.nummer,
            ingekort(cellen.get("partij", "")),
            ingekort(cellen.get("contactpersoon", "")),
            uitkomst,
            toelichting,
        )

    def _verwerk(self, sessie: Session, cellen: Mapping[str, str], nummer: int, gang: _Gang) -> tuple[CsvUitkomst, str]:
        naam = cellen.get("partij", "")
        if not naam:
            raise InvoerOngeldig("partij", "Op deze regel staat geen naam van een partij.")
        velden = self._velden(cellen, _PARTIJVELDEN)
        partij = gang.zoek(naam)
        gevolg = _Gevolg()
        if partij is None:
            kort = velden.get("kort") or (naam if len(naam) <= KORT_MAX else "")
            vraag = None if velden.get("kort") else gang.bedoeld.vraag(naam, kort_nodig=not kort)
            if vraag is not None:
                raise vraag
            invoer = replace(PartijInvoer(naam=naam, kort=""), **{**velden, "kort": kort})
            self._eis_vrij(invoer.soort, gang, gekozen="soort" in velden)
            partij = partij_toevoegen(sessie, invoer)
            gang.eis_niet_gelijkend(partij)
            gevolg.nieuw.append("nieuwe partij")
        else:
            gang.eis_gelijk("partij", partij.id, velden)
            oud = partij_invoer(partij)
            gewenst = replace(oud, **velden)
            if gewenst != oud:
                gevolg.anders += verschillen(oud, gewenst, _PARTIJVELDEN, self._convenantpartij)
                partij_wijzigen(sessie, partij, gewenst, self._gevolg)
        gang.laatste = partij
        contact = self._verwerk_contact(sessie, partij, cellen, gang, gevolg)
        eerder = gang.onthoud("partij", partij.id, nummer, velden)
        if contact is not None:
            eerder = gang.onthoud("contact", contact.id, nummer, self._velden(cellen, _CONTACTVELDEN))
        return gevolg.uitkomst(eerder)

    def _eis_vrij(self, soort: PartijSoort, gang: _Gang, *, gekozen: bool) -> None:
        """Refuse a new convenantpartij once a tafel was held; a list that names no kind is told how it can."""
        try:
            eis_vrij_toe_te_voegen(self._werkplek, soort, gehouden=gang.gehouden)
        except RegelEist as fout:
            if gekozen:
                raise
            advies = 'Zet er een kolom "Soort" bij met deelnemer of derde, of begin een toetreding bij Beheer.'
            raise InvoerOngeldig("soort", fout.gebeurd, advies=advies) from None

    def _verwerk_contact(
        self, sessie: Session, partij: Partij, cellen: Mapping[str, str], gang: _Gang, gevolg: _Gevolg
    ) -> Contactpersoon | None:
        velden = self._velden(cellen, _CONTACTVELDEN)
        naam = cellen.get("contactpersoon", "")
        if not naam:
            if velden:
                raise InvoerOngeldig("contactpersoon", "Op deze regel ontbreekt de naam van de contactpersoon.")
            return None
        contact = gang.contact(partij, naam)
        if contact is None:
            gang.nieuw_contact = contact_bij(sessie, partij.id, replace(ContactpersoonInvoer(naam=naam), **velden))
            gevolg.nieuw.append("contactpersoon" if gevolg.nieuw else "nieuwe contactpersoon")
            return gang.nieuw_contact
        gang.eis_gelijk("contact", contact.id, velden)
        oud = contact_invoer(contact_regel(contact))
        gewenst = replace(oud, **velden)
        if gewenst != oud:
            gevolg.anders += verschillen(oud, gewenst, _CONTACTVELDEN, self._convenantpartij)
            contact_wijzigen(contact, gewenst)
        return contact

    @property
    def _convenantpartij(self) -> str:
        return self._werkplek.profiel.termen.convenantpartij

    def _velden(self, cellen: Mapping[str, str], namen: tuple[str, ...]) -> dict[str, Any]:
        """The filled-in cells of these fields, as the values of an invoer."""
        return {naam: self._waarde(naam, cellen[naam]) for naam in namen if cellen.get(naam)}

    def _waarde(self, veld: str, cel: str) -> object:
        if veld in ("aangesloten_op", "uitgetreden_op"):
            return lees_datum(veld, cel)
        if veld in ("mandaat", "gedeelde_postbus"):
            return lees_ja_nee(veld, cel)
        if veld == "soort":
            return lees_soort(cel, self._convenantpartij)
        return self._lees_overlegsoorten(cel) if veld == "overlegsoorten" else cel

    def _lees_overlegsoorten(self, cel: str) -> tuple[str, ...]:
        bekend = {
            kaal(naam): soort.sleutel
            for soort in self._werkplek.profiel.overlegsoorten
            for naam in (soort.sleutel, soort.naam, soort.kort, soort.meervoud)
        }
        gekozen = []
        for deel in re.split(r"[,;/|+]", cel):
            if kaal(deel) not in bekend:
                raise InvoerOngeldig("overlegsoorten", f'Het huisprofiel kent geen overleg "{ingekort(deel.strip())}".')
            gekozen.append(bekend[kaal(deel)])
        return tuple(dict.fromkeys(gekozen))
