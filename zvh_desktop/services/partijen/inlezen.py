"""Import of partijen and contactpersonen from a CSV file.

The preview is a rehearsal: the same steps in the same kind of transaction, rolled back. What it says is therefore
what will happen, and the second time it is checked that nothing changed in between. An empty cell leaves alone what
the register already has; a list of another house can never empty a field.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import PartijSoort
from zvh_desktop.models.partij import Contactpersoon, Partij
from zvh_desktop.models.taal import datum_kort, opsomming
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.partijen.csv_koppen import KOP, herken_kolommen, toets_kolommen, voeg_samen
from zvh_desktop.services.partijen.csv_lezen import CsvRij, CsvTabel, kaal, lees_csv
from zvh_desktop.services.partijen.partijen import (
    KORT_MAX,
    ContactpersoonInvoer,
    PartijInvoer,
    contact_invoer,
    contact_regel,
    contact_toevoegen,
    contact_wijzigen,
    partij_invoer,
    partij_regel,
    partij_toevoegen,
    partij_wijzigen,
)
from zvh_desktop.services.werkplek.invoer import MAX_TEKST, naamveld, regel, tekst
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
    herkende_kolommen: tuple[str, ...]
    onbekende_kolommen: tuple[str, ...]
    codering: str
    scheidingsteken: str
    bron: bytes = field(repr=False)
    koppen: tuple[str, ...] = ()
    """The headings as they stand in the file."""
    kolommen: tuple[tuple[int, str], ...] = ()
    """Place of a column, and the field that is read from it."""

    def aantal(self, uitkomst: CsvUitkomst) -> int:
        """How many lines end this way."""
        return sum(regel.uitkomst is uitkomst for regel in self.regels)

    @property
    def doet_iets(self) -> bool:
        """Whether there is anything to import."""
        return any(regel.uitkomst in (CsvUitkomst.TOEGEVOEGD, CsvUitkomst.GEWIJZIGD) for regel in self.regels)


_PARTIJVELDEN = ("kort", "soort", "groep", "aangesloten_op", "uitgetreden_op", "opmerking")
_CONTACTVELDEN = ("functie", "email", "telefoon", "mandaat", "gedeelde_postbus", "overlegsoorten")
_NAAMVELDEN = frozenset(
    {"partij", "kort", "groep", "contactpersoon", "voornaam", "tussenvoegsel", "achternaam", "functie"}
)
_BEDORVEN = re.compile(r"[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+")
"""A number of many digits as a spreadsheet shows it."""
_JA = frozenset({"ja", "j", "yes", "y", "x", "1", "waar", "true"})
_NEE = frozenset({"nee", "n", "no", "0", "onwaar", "false"})


@dataclass(slots=True)
class _Gang:
    """What was said earlier in the file, to find lines that contradict each other."""

    gezegd: dict[tuple[str, int, str], tuple[int, object]] = field(default_factory=dict)
    regels: dict[tuple[str, int], int] = field(default_factory=dict)
    koppen: int = 0
    namen: dict[str, int] = field(default_factory=dict)
    korte: dict[str, int] = field(default_factory=dict)
    laatste: Partij | None = None
    """The partij of the line under way."""

    def ken(self, partij: Partij) -> None:
        """Find this partij by its name and its short name from now on."""
        self.namen[gevouwen(partij.naam)] = partij.id
        self.korte[gevouwen(partij.kort)] = partij.id

    def zoek(self, sessie: Session, naam: str) -> Partij | None:
        """The partij with this name, or else with this short name; capitals and accents as one reads them."""
        sleutel = self.namen.get(gevouwen(naam)) or self.korte.get(gevouwen(naam))
        return sessie.get(Partij, sleutel) if sleutel is not None else None

    def eisgevouwen(self, soort: str, id_: int, velden: Mapping[str, object]) -> None:
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

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def voorbeeld(self, inhoud: bytes, gekozen: Mapping[int, str] | None = None) -> CsvVoorbeeld:
        """What importing this file would do, line by line; nothing is changed. Raises InvoerOngeldig.

        ``gekozen`` says by hand which column holds which field; without it the headings are recognised.
        """
        tabel = lees_csv(inhoud)
        kolommen = toets_kolommen(tabel.koppen, gekozen) if gekozen is not None else herken_kolommen(tabel.koppen)
        with self._werkplek.lees(Recht.PARTIJEN_BEHEREN) as sessie:
            regels = self._doorloop(sessie, kolommen, tabel)
            sessie.rollback()
        return CsvVoorbeeld(
            regels=regels,
            herkende_kolommen=tuple(KOP[veld] for veld in kolommen.values()),
            koppen=tabel.koppen,
            kolommen=tuple(kolommen.items()),
            onbekende_kolommen=tuple(kop for plaats, kop in enumerate(tabel.koppen) if plaats not in kolommen and kop),
            codering=tabel.codering,
            scheidingsteken=tabel.scheidingsteken,
            bron=inhoud,
        )

    def voer_in(self, voorbeeld: CsvVoorbeeld) -> None:
        """Do what the preview says, in one transaction; refused lines are left out.

        Raises GebruikersFout when the register has changed since, so that nobody gets what he did not see.
        """
        tabel = lees_csv(voorbeeld.bron)
        kolommen = toets_kolommen(tabel.koppen, dict(voorbeeld.kolommen))
        with self._werkplek.schrijf(Recht.PARTIJEN_BEHEREN, "partijen ingelezen", "partij") as werk:
            if self._doorloop(werk.sessie, kolommen, tabel) != voorbeeld.regels:
                raise GebruikersFout(
                    "De partijen zijn gewijzigd nadat u dit voorbeeld hebt gezien.",
                    veilig="Er is niets ingelezen.",
                    advies="Kies het bestand opnieuw.",
                )
            werk.raakt(f"{voorbeeld.aantal(CsvUitkomst.TOEGEVOEGD)}+{voorbeeld.aantal(CsvUitkomst.GEWIJZIGD)}")

    def _doorloop(self, sessie: Session, kolommen: Mapping[int, str], tabel: CsvTabel) -> tuple[CsvRegel, ...]:
        gang = _Gang(koppen=len(tabel.koppen))
        for partij in sessie.scalars(select(Partij)):
            gang.ken(partij)
        return tuple(self._regel(sessie, kolommen, rij, gang) for rij in tabel.rijen)

    def _regel(self, sessie: Session, kolommen: Mapping[int, str], rij: CsvRij, gang: _Gang) -> CsvRegel:
        cellen = {veld: rij.cellen[plaats] if plaats < len(rij.cellen) else "" for plaats, veld in kolommen.items()}
        uitkomst, toelichting = CsvUitkomst.GEWEIGERD, ""
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
            if gang.laatste is not None:
                gang.ken(gang.laatste)
        except InvoerOngeldig as fout:
            toelichting = str(fout)
        return CsvRegel(
            rij.nummer, _kort(cellen.get("partij", "")), _kort(cellen.get("contactpersoon", "")), uitkomst, toelichting
        )

    def _verwerk(self, sessie: Session, cellen: Mapping[str, str], nummer: int, gang: _Gang) -> tuple[CsvUitkomst, str]:
        naam = cellen.get("partij", "")
        if not naam:
            raise InvoerOngeldig("partij", "Op deze regel staat geen naam van een partij.")
        velden = self._velden(cellen, _PARTIJVELDEN)
        partij = gang.zoek(sessie, naam)
        gevolg = _Gevolg()
        if partij is None:
            kort = velden.get("kort") or (naam if len(naam) <= KORT_MAX else "")
            partij = partij_toevoegen(sessie, replace(PartijInvoer(naam=naam, kort=""), **{**velden, "kort": kort}))
            gevolg.nieuw.append("nieuwe partij")
        else:
            gang.eisgevouwen("partij", partij.id, velden)
            oud = partij_invoer(partij_regel(partij))
            gewenst = replace(oud, **velden)
            if gewenst != oud:
                gevolg.anders += _verschillen(oud, gewenst, _PARTIJVELDEN)
                partij_wijzigen(sessie, partij, gewenst)
        gang.laatste = partij
        contact = self._verwerk_contact(sessie, partij, cellen, gang, gevolg)
        eerder = gang.onthoud("partij", partij.id, nummer, velden)
        if contact is not None:
            eerder = gang.onthoud("contact", contact.id, nummer, self._velden(cellen, _CONTACTVELDEN))
        return gevolg.uitkomst(eerder)

    def _verwerk_contact(
        self, sessie: Session, partij: Partij, cellen: Mapping[str, str], gang: _Gang, gevolg: _Gevolg
    ) -> Contactpersoon | None:
        velden = self._velden(cellen, _CONTACTVELDEN)
        naam = cellen.get("contactpersoon", "")
        if not naam:
            if velden:
                raise InvoerOngeldig("contactpersoon", "Op deze regel ontbreekt de naam van de contactpersoon.")
            return None
        contact = next((c for c in partij.contactpersonen if gevouwen(c.naam) == gevouwen(naam)), None)
        if contact is None:
            contact = contact_toevoegen(partij, replace(ContactpersoonInvoer(naam=naam), **velden))
            gevolg.nieuw.append("contactpersoon" if gevolg.nieuw else "nieuwe contactpersoon")
            sessie.flush()
            return contact
        gang.eisgevouwen("contact", contact.id, velden)
        oud = contact_invoer(contact_regel(contact))
        gewenst = replace(oud, **velden)
        if gewenst != oud:
            gevolg.anders += _verschillen(oud, gewenst, _CONTACTVELDEN)
            contact_wijzigen(contact, gewenst)
        return contact

    def _velden(self, cellen: Mapping[str, str], namen: tuple[str, ...]) -> dict[str, Any]:
        """The filled-in cells of these fields, as the values of an invoer."""
        return {naam: self._waarde(naam, cellen[naam]) for naam in namen if cellen.get(naam)}

    def _waarde(self, veld: str, cel: str) -> object:
        if veld in ("aangesloten_op", "uitgetreden_op"):
            return lees_datum(veld, cel)
        if veld in ("mandaat", "gedeelde_postbus"):
            return lees_ja_nee(veld, cel)
        if veld == "soort":
            return lees_soort(cel)
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
                raise InvoerOngeldig("overlegsoorten", f'Het huisprofiel kent geen overleg "{_kort(deel.strip())}".')
            gekozen.append(bekend[kaal(deel)])
        return tuple(dict.fromkeys(gekozen))


def schone_cel(veld: str, cel: str) -> str:
    """A cell as it is stored: one line, except for the remark. Raises InvoerOngeldig when a spreadsheet spoiled it."""
    if cel.lstrip().startswith('="') or (veld in ("telefoon", "mobiel") and _BEDORVEN.fullmatch(cel.strip())):
        raise InvoerOngeldig(
            veld,
            f'Uw rekenprogramma heeft van {KOP[veld]} een getal of formule gemaakt: "{_kort(cel.strip())}".',
            advies="Maak van die kolom tekst, vul het opnieuw in en sla de lijst weer op.",
        )
    if veld == "opmerking":
        return tekst(veld, cel).strip()
    if veld == "email":  # judged as a whole where it is stored: nothing of it is taken away
        return cel.strip()
    return naamveld(veld, cel, MAX_TEKST) if veld in _NAAMVELDEN else regel(veld, cel, MAX_TEKST)


def lees_datum(veld: str, cel: str) -> date:
    """8-12-2026, 08/12/2026 or 2026-12-08. Raises InvoerOngeldig."""
    # the form first: a number of thousands of digits is none, and cannot even be read
    if re.fullmatch(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}", cel):
        getallen = [int(deel) for deel in re.findall(r"[0-9]+", cel)]
        jaar, maand, dag = getallen if getallen[0] > 31 else getallen[::-1]
        try:
            if jaar >= 1900:
                return date(jaar, maand, dag)
        except ValueError:
            pass
    raise InvoerOngeldig(veld, f'"{_kort(cel)}" is geen datum.', advies="Schrijf een datum als 8-12-2026.")


def lees_ja_nee(veld: str, cel: str) -> bool:
    """ja or nee, in the ways spreadsheets write it. Raises InvoerOngeldig."""
    if kaal(cel) in _JA:
        return True
    if kaal(cel) in _NEE:
        return False
    raise InvoerOngeldig(veld, f'Bij {KOP[veld]} staat "{_kort(cel)}".', advies="Schrijf ja of nee.")


def lees_soort(cel: str) -> PartijSoort:
    """The kind of partij. Raises InvoerOngeldig."""
    soort = next((soort for soort in PartijSoort if kaal(soort.value) == kaal(cel)), None)
    if soort is None:
        raise InvoerOngeldig(
            "soort", f'"{_kort(cel)}" is geen soort partij.', advies="Schrijf convenantpartij, deelnemer of derde."
        )
    return soort


def _verschillen(oud: object, nieuw: object, velden: tuple[str, ...]) -> list[str]:
    return [
        f"{KOP[veld]}: {_toon(getattr(oud, veld))} wordt {_toon(getattr(nieuw, veld))}"
        for veld in velden
        if getattr(oud, veld) != getattr(nieuw, veld)
    ]


def _toon(waarde: object) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return datum_kort(waarde)
    if isinstance(waarde, tuple):
        return ", ".join(map(str, waarde)) or "alle"
    return _kort(str(waarde)) if waarde else "leeg"


def _kort(waarde: str) -> str:
    return waarde if len(waarde) <= 80 else waarde[:79] + "…"
