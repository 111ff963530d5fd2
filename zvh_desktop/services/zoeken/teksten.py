"""Search in what was written: which row has the words, in which of its texts, and where that is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.bestuur import OverlegBesluit
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.uitkomst import Actie, Besluit
from zvh_desktop.models.vouwing import met_plaatsen
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek
from zvh_desktop.services.zoeken.gegevens import Treffer, Vindplaats
from zvh_desktop.services.zoeken.woorden import Woorden, rijen_met

SOORTEN = 8
"""In the index the rowid is id * 8 + kind (migration 0011)."""
_PUNT, _BESLUIT, _ACTIE, _PLAN, _VOORSTEL = range(5)
_TABELLEN: Mapping[int, Any] = {
    _PUNT: Agendapunt,
    _BESLUIT: Besluit,
    _ACTIE: Actie,
    _PLAN: PlanVanAanpak,
    _VOORSTEL: OverlegBesluit,
}
KIJK = 1000
"""In so many texts a word of one or two letters is looked for."""
_VOOR, _ROND = 20, 70
"""Letters shown before the word that was found, and in all."""

Plek = tuple[str, str]
"""Where in a row, in words, and the text that stands there."""


def zoek_in_teksten(werkplek: Werkplek, sessie: Session, woorden: Woorden, meeste: int) -> tuple[Treffer, ...]:
    """Texts that hold every word, the newest first.

    Only what this user may read: a text of a meeting without casussen, and one of a casus, each by its own right.
    """
    if not woorden.lang:
        return ()
    rijen = rijen_met(sessie, "zoek_tekst", woorden, meeste, KIJK)
    if not rijen:
        return ()
    toner = _Toner(werkplek, sessie, (*woorden.lang, *woorden.kort), rijen)
    toon: Mapping[int, Callable[[int], Iterator[tuple[Recht, Treffer]]]] = {
        _PUNT: toner.punt,
        _BESLUIT: toner.besluit,
        _ACTIE: toner.actie,
        _PLAN: toner.plan,
        _VOORSTEL: toner.voorstel,
    }
    return tuple(
        treffer for rij in rijen for recht, treffer in toon[rij % SOORTEN](rij // SOORTEN) if werkplek.mag(recht).mag
    )


def _lees_vooruit(sessie: Session, rijen: Sequence[int]) -> list[object]:
    """Every row that is shown, and what each belongs to, a statement for each kind instead of for each row.

    The session finds them by their key as long as somebody holds them.
    """
    per_soort = {soort: [rij // SOORTEN for rij in rijen if rij % SOORTEN == soort] for soort in _TABELLEN}
    gelezen: list[Any] = []
    for soort, tabel in _TABELLEN.items():
        if sleutels := per_soort[soort]:
            gelezen += sessie.scalars(select(tabel).where(tabel.id.in_(sleutels)))
    punten = {rij.agendapunt_id for rij in gelezen if isinstance(rij, Besluit | OverlegBesluit)}
    if ontbreekt := punten.difference(per_soort[_PUNT]):
        gelezen += sessie.scalars(select(Agendapunt).where(Agendapunt.id.in_(ontbreekt)))
    if overleggen := {rij.overleg_id for rij in gelezen if isinstance(rij, Agendapunt)}:
        gelezen += sessie.scalars(select(Overleg).where(Overleg.id.in_(overleggen)))
    met_casus = (rij for rij in gelezen if isinstance(rij, Agendapunt | Actie | PlanVanAanpak))
    if casussen := {rij.casus_id for rij in met_casus if rij.casus_id is not None}:
        gelezen += sessie.scalars(select(Casus).where(Casus.id.in_(casussen)))
    return gelezen


class _Toner:
    """From a row of the index to the line that is shown, with the right that it asks for."""

    def __init__(self, werkplek: Werkplek, sessie: Session, woorden: Sequence[str], rijen: Sequence[int]) -> None:
        self._werkplek = werkplek
        self._sessie = sessie
        self._gelezen = _lees_vooruit(sessie, rijen)
        self._woorden = woorden

    def punt(self, sleutel: int) -> Iterator[tuple[Recht, Treffer]]:
        """A point of an agenda, and what the verslag says of it."""
        punt = self._sessie.get(Agendapunt, sleutel)
        if punt is None:
            return
        vooraf: tuple[Plek, ...] = (("onderwerp", punt.onderwerp), ("doel", punt.doel), ("thema's", punt.themas))
        verslag: tuple[Plek, ...] = (
            ("beeld", punt.beeld),
            ("oordeel", punt.oordeelsvorming),
            ("besluit", punt.besluitvorming),
        )
        waar, fragment = self._beste((*verslag, *vooraf))
        in_verslag = waar in dict(verslag)
        soort = Vindplaats.VERSLAG if in_verslag else Vindplaats.AGENDA
        yield self._bij_punt(punt, soort, f"{'verslag' if in_verslag else 'agenda'} van {{datum}}, {waar}: {fragment}")

    def besluit(self, sleutel: int) -> Iterator[tuple[Recht, Treffer]]:
        """A besluit on a casus."""
        rij = self._sessie.get(Besluit, sleutel)
        punt = self._sessie.get(Agendapunt, rij.agendapunt_id) if rij is not None else None
        if rij is None or punt is None:
            return
        waar, fragment = self._beste(
            (("besluit", rij.omschrijving), ("voorwaarde", rij.conditie), ("informeren", rij.informering))
        )
        erbij = "" if waar == "besluit" else f", {waar}"
        yield self._bij_punt(punt, Vindplaats.VERSLAG, f"besluit van {{datum}}{erbij}: {fragment}")

    def voorstel(self, sleutel: int) -> Iterator[tuple[Recht, Treffer]]:
        """A proposal in a meeting without casussen."""
        rij = self._sessie.get(OverlegBesluit, sleutel)
        punt = self._sessie.get(Agendapunt, rij.agendapunt_id) if rij is not None else None
        if rij is None or punt is None:
            return
        waar, fragment = self._beste((("voorstel", rij.voorstel), ("toelichting bij het voorstel", rij.toelichting)))
        yield self._bij_punt(punt, Vindplaats.VERSLAG, f"{waar} van {{datum}}: {fragment}")

    def actie(self, sleutel: int) -> Iterator[tuple[Recht, Treffer]]:
        """What was agreed with an actie; what it is itself stands in the index of names."""
        rij = self._sessie.get(Actie, sleutel)
        if rij is None:
            return
        waar, fragment = self._beste((("voorwaarde", rij.conditie), ("informeren", rij.informering)))
        bij = f"actie bij {self._casusnummer(rij.casus_id)}, {waar}: {fragment}"
        yield Recht.CASUS_LEZEN, Treffer(Vindplaats.ACTIE, rij.casus_id, rij.omschrijving[:80], bij)

    def plan(self, sleutel: int) -> Iterator[tuple[Recht, Treffer]]:
        """A version of a plan van aanpak; one that was replaced is said to be so."""
        plan = self._sessie.get(PlanVanAanpak, sleutel)
        if plan is None:
            return
        waar, fragment = self._beste(
            (
                *(("doel", doel.doel) for doel in plan.doelen),
                *(("rol van een partij", rol.rol) for rol in plan.rollen),
                *(("informatiebehoefte", rol.informatiebehoefte) for rol in plan.rollen),
                ("wie betrokkene informeert", plan.informeert_betrokkene),
                ("waarom niet geïnformeerd", plan.niet_geinformeerd_omdat),
                ("wanneer het klaar is", plan.afschalingscriteria),
            )
        )
        naam = self._werkplek.profiel.termen.plan_van_aanpak
        bij = f"{naam}, versie {plan.versie}, {waar}: {fragment}"
        yield Recht.CASUS_LEZEN, Treffer(Vindplaats.PLAN, plan.casus_id, self._casusnummer(plan.casus_id), bij)

    def _bij_punt(self, punt: Agendapunt, soort: Vindplaats, bij: str) -> tuple[Recht, Treffer]:
        overleg = self._sessie.get_one(Overleg, punt.overleg_id)
        titel = self._casusnummer(punt.casus_id) if punt.casus_id is not None else punt.onderwerp
        toelichting = bij.replace("{datum}", datum_kort(overleg.datum), 1)
        if not overleg.casuistiek:
            return Recht.OVERLEGGEN_LEZEN, Treffer(Vindplaats.BESTUUR, overleg.id, titel, toelichting, punt.id)
        return Recht.CASUS_LEZEN, Treffer(soort, overleg.id, titel, toelichting, punt.id)

    def _casusnummer(self, casus_id: int) -> str:
        return self._sessie.get_one(Casus, casus_id).nummer

    def _beste(self, plekken: Iterable[Plek]) -> tuple[str, str]:
        """The text that holds most of the words, and the piece of it around the first of them."""
        meeste, beste = -1, ("", "")
        for waar, tekst in plekken:
            plat, plaatsen = met_plaatsen(tekst)
            raak = [plaatsen[plaats] for woord in self._woorden if (plaats := plat.find(woord)) >= 0]
            if len(raak) > meeste:
                meeste, beste = len(raak), (waar, _fragment(tekst, min(raak, default=0)))
        return beste


def _fragment(tekst: str, plaats: int) -> str:
    begin = max(0, plaats - _VOOR)
    if begin:
        spatie = tekst.find(" ", begin, plaats)
        begin = spatie + 1 if spatie >= 0 else begin
    stuk = " ".join(tekst[begin : begin + _ROND].split())
    return f"{'… ' if begin else ''}{stuk}{' …' if begin + _ROND < len(tekst) else ''}"
