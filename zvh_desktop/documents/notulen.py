"""The notulen: a full copy for the regie, and one per partij built up from its own points.

Both show beeld, oordeel and besluit per point. The copy for a partij has no field for names of betrokkenen,
for delegates or for times, and is numbered by the builder.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from zvh_desktop.documents.gecorrigeerd import gecorrigeerd
from zvh_desktop.documents.opmaak.blad import (
    Tabelkolom,
    alinea,
    feiten,
    kader,
    kop1,
    kop2,
    lange_tekst,
    maak_pdf,
    stijlen,
    tabel,
    titelblok,
    wit,
)
from zvh_desktop.documents.opmaak.kop import Documentkop, DocumentOverleg, GedrukteCorrectie, Vaststelling
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import (
    casus_of_onderwerp,
    informering_tekst,
    met_artikel,
    punt_naam,
    vaststelling_tekst,
)
from zvh_desktop.models.keuzes import Aanwezigheid, ActieStatus, Voortgang
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.taal import datum_cijfers, datum_lang, opsomming, tijd
from zvh_desktop.models.woorden import AANWEZIGHEID_TEKST, ACTIE_TEKST, VOORTGANG_TEKST


@dataclass(frozen=True, slots=True)
class NotulenBesluit:
    """One besluit. Either ``informering`` (who tells the betrokkene, when) or ``reden_niet`` is filled."""

    soort: str
    omschrijving: str
    conditie: str = ""
    informering: str = ""
    reden_niet: str = ""
    belegd_bij: str = ""


@dataclass(frozen=True, slots=True)
class NotulenActie:
    """One actie. Either ``informering`` (who tells the betrokkene, when) or ``reden_niet`` is filled."""

    omschrijving: str
    belegd_bij: str
    termijn: date | None
    status: ActieStatus
    conditie: str = ""
    informering: str = ""
    reden_niet: str = ""


@dataclass(frozen=True, slots=True)
class NotulenVoortgang:
    """What was said of an actie of before. ``belegd_bij`` is empty for who may not be named at this point."""

    omschrijving: str
    belegd_bij: str
    voortgang: Voortgang


@dataclass(frozen=True, slots=True)
class Aanwezige:
    """How one partij was present at one point, with its delegate (regie only)."""

    partij: str
    afgevaardigde: str
    aanwezigheid: Aanwezigheid


@dataclass(frozen=True, slots=True)
class AanwezigePartij:
    """How one partij was present at one point, as the others at that same point may read it."""

    partij: str
    aanwezigheid: Aanwezigheid


@dataclass(frozen=True, slots=True)
class NotulenPuntRegie:
    """One point in full."""

    begin: time
    einde: time
    casusnummer: str | None
    onderwerp: str
    betrokkenen: tuple[str, ...] = ()
    doel: str = ""
    besluitsoort: str = ""
    aanwezigen: tuple[Aanwezige, ...] = ()
    beeld: str = ""
    oordeel: str = ""
    besluit: str = ""
    besluiten: tuple[NotulenBesluit, ...] = ()
    acties: tuple[NotulenActie, ...] = ()
    uitkomst: str = ""
    """What came of a casus without a besluit, such as 'Niet behandeld'."""
    behandeld: bool = True
    ter_tafel: bool = False
    """Added at the table."""
    voortgang: tuple[NotulenVoortgang, ...] = ()
    eerder_verslag: str = ""
    """What the table said of the verslag of the overleg before, where that is this point."""


@dataclass(frozen=True, slots=True)
class NotulenRegieGegevens:
    """The full notulen. ``vaststelling`` is None for a concept."""

    kop: Documentkop
    overleg: DocumentOverleg
    punten: tuple[NotulenPuntRegie, ...]
    vaststelling: Vaststelling | None
    artikel_geheimhouding: str
    correcties: tuple[GedrukteCorrectie, ...] = ()
    verloop: tuple[tuple[str, str], ...] = ()
    """When, and what happened at the table otherwise than the agenda said."""


@dataclass(frozen=True, slots=True)
class NotulenPuntPartij:
    """One point that this partij sat at."""

    casusnummer: str | None
    onderwerp: str
    doel: str = ""
    besluitsoort: str = ""
    aanwezigen: tuple[AanwezigePartij, ...] = ()
    beeld: str = ""
    oordeel: str = ""
    besluit: str = ""
    besluiten: tuple[NotulenBesluit, ...] = ()
    acties: tuple[NotulenActie, ...] = ()
    uitkomst: str = ""
    behandeld: bool = True
    voortgang: tuple[NotulenVoortgang, ...] = ()


@dataclass(frozen=True, slots=True)
class NotulenPartijGegevens:
    """The notulen for one partij: only its own points."""

    kop: Documentkop
    overleg_naam: str
    datum: date
    plaats: str
    partij: str
    punten: tuple[NotulenPuntPartij, ...]
    vaststelling: Vaststelling | None
    artikel_geheimhouding: str
    correcties: tuple[GedrukteCorrectie, ...] = ()
    """Only those of its own points, numbered as its own versions."""
    eerdere_verslagen: tuple[tuple[date, str], ...] = ()
    """Of which day a verslag was settled, and how: only those that this partij has a part of its own in."""


@gewogen
def bouw_notulen_regie_pdf(gegevens: NotulenRegieGegevens) -> bytes:
    """The full notulen, with delegates, betrokkenen and times."""
    overleg = gegevens.overleg
    inhoud = titelblok(gegevens.kop.titel, overleg.naam)
    inhoud += feiten(
        (
            ("Datum", datum_lang(overleg.datum)),
            ("Tijd", f"{tijd(overleg.begin)}–{tijd(overleg.einde)}"),
            ("Plaats", overleg.plaats),
            ("Voorzitter", overleg.voorzitter),
            ("Notulist", overleg.notulist),
            ("Status", vaststelling_tekst(gegevens.vaststelling)),
        )
    )
    inhoud += gecorrigeerd(gegevens.correcties)
    inhoud += _verloop(gegevens.verloop)
    for nummer, punt in enumerate(gegevens.punten, start=1):
        inhoud += kop1(f"{nummer}.  {punt_naam(punt.casusnummer, punt.onderwerp)}")
        inhoud += feiten(
            (
                ("Tijd", f"{tijd(punt.begin)}–{tijd(punt.einde)}" if punt.behandeld else ""),
                ("Agenda", "toegevoegd tijdens het overleg" if punt.ter_tafel else ""),
                ("Betrokkenen", opsomming(punt.betrokkenen)),
                ("Doel", punt.doel),
                ("Type besluit", punt.besluitsoort),
                ("Uitkomst", punt.uitkomst),
                ("Verslag", punt.eerder_verslag),
            )
        )
        inhoud += (
            tabel(
                (
                    Tabelkolom("Partij", 6, vet=True),
                    Tabelkolom("Afgevaardigde", 5),
                    Tabelkolom("Aanwezigheid", 5),
                ),
                [
                    (regel.partij, regel.afgevaardigde or "–", AANWEZIGHEID_TEKST[regel.aanwezigheid])
                    for regel in punt.aanwezigen
                ],
            )
            if punt.aanwezigen and punt.behandeld
            else []
        )
        inhoud += _bespreking(punt, gegevens.kop.termen)
    inhoud += _geheimhouding(gegevens.artikel_geheimhouding, gegevens.kop.termen)
    return maak_pdf(gegevens.kop, inhoud)


@gewogen
def bouw_notulen_partij_pdf(gegevens: NotulenPartijGegevens) -> bytes:
    """The notulen for one partij: its own acties first, then its own points."""
    inhoud = titelblok(gegevens.kop.titel, gegevens.overleg_naam)
    inhoud += feiten(
        (
            ("Voor", gegevens.partij),
            ("Datum", datum_lang(gegevens.datum)),
            ("Plaats", gegevens.plaats),
            ("Status", vaststelling_tekst(gegevens.vaststelling)),
        )
    )
    inhoud += gecorrigeerd(gegevens.correcties)
    inhoud += kader([f"Verslag van {datum_lang(dag)}: {hoe}." for dag, hoe in gegevens.eerdere_verslagen])
    inhoud += _eigen_acties(gegevens)
    for nummer, punt in enumerate(gegevens.punten, start=1):
        inhoud += kop1(f"{nummer}.  {punt_naam(punt.casusnummer, punt.onderwerp)}")
        inhoud += feiten(
            (
                ("Doel", punt.doel),
                ("Type besluit", punt.besluitsoort),
                ("Uitkomst", punt.uitkomst),
                *(_aanwezigheid(punt.aanwezigen) if punt.behandeld else ()),
            )
        )
        inhoud += _bespreking(punt, gegevens.kop.termen)
    inhoud += _geheimhouding(gegevens.artikel_geheimhouding, gegevens.kop.termen)
    return maak_pdf(gegevens.kop, inhoud)


def _verloop(verloop: Sequence[tuple[str, str]]) -> list[Any]:
    if not verloop:
        return []
    return kop1("Verloop") + tabel((Tabelkolom("Tijd", 4), Tabelkolom("Wat er gebeurde", 12)), list(verloop))


def _aanwezigheid(aanwezigen: Sequence[AanwezigePartij]) -> list[tuple[str, str]]:
    regels = []
    for soort, woord in AANWEZIGHEID_TEKST.items():
        namen = [regel.partij for regel in aanwezigen if regel.aanwezigheid is soort]
        label = "Aanwezigheid onbekend" if soort is Aanwezigheid.ONBEKEND else woord.capitalize()
        regels.append((label, opsomming(namen)))
    return sorted(regels, key=lambda regel: regel[0] != "Aanwezig")


def _eigen_acties(gegevens: NotulenPartijGegevens) -> list[Any]:
    rijen = [
        (str(nummer), punt_naam(punt.casusnummer, punt.onderwerp), actie.omschrijving, datum_cijfers(actie.termijn))
        for nummer, punt in enumerate(gegevens.punten, start=1)
        for actie in punt.acties
        if actie.belegd_bij == gegevens.partij
    ]
    if not rijen:
        return []
    return kop1("Acties voor u") + tabel(
        (
            Tabelkolom("Punt", 1),
            Tabelkolom(casus_of_onderwerp(gegevens.kop.termen), 4),
            Tabelkolom("Actie", 8.4, vet=True),
            Tabelkolom("Termijn", 2.2),
        ),
        rijen,
    )


def _bespreking(punt: NotulenPuntRegie | NotulenPuntPartij, termen: Termen) -> list[Any]:
    inhoud: list[Any] = []
    for titel, tekst in (("Beeld", punt.beeld), ("Oordeel", punt.oordeel), ("Besluit", punt.besluit)):
        if tekst.strip():
            inhoud += kop2(titel)
            inhoud += lange_tekst(tekst)
    if punt.besluiten:
        inhoud += kop2("Besluiten")
        for besluit in punt.besluiten:
            inhoud += _besluit(besluit, termen)
    if punt.voortgang:
        inhoud += kop2("Eerdere acties")
        inhoud += tabel(
            (Tabelkolom("Actie", 8.2), Tabelkolom("Belegd bij", 3.6, vet=True), Tabelkolom("Aan tafel gemeld", 3.1)),
            [(een.omschrijving, een.belegd_bij or "–", VOORTGANG_TEKST[een.voortgang]) for een in punt.voortgang],
        )
    if punt.acties:
        inhoud += kop2("Acties")
        inhoud += tabel(
            (
                Tabelkolom("Actie", 7.4),
                Tabelkolom("Belegd bij", 3.4, vet=True),
                Tabelkolom("Termijn", 2.2),
                Tabelkolom("Status", 1.9),
            ),
            [
                (_actie_tekst(actie, termen), actie.belegd_bij, datum_cijfers(actie.termijn), ACTIE_TEKST[actie.status])
                for actie in punt.acties
            ],
        )
    if not inhoud and punt.behandeld:
        inhoud = [alinea("Bij dit punt is niets vastgelegd.", stijlen().klein)]
    return inhoud


def _besluit(besluit: NotulenBesluit, termen: Termen) -> list[Any]:
    st = stijlen()
    inhoud = [alinea(besluit.soort, st.tekst_vet)] if besluit.soort.strip() else []
    inhoud += lange_tekst(besluit.omschrijving) if besluit.omschrijving.strip() else []
    inhoud += feiten(
        (
            ("Op voorwaarde dat", besluit.conditie),
            ("Belegd bij", besluit.belegd_bij),
            ("Informering", informering_tekst(besluit.informering, besluit.reden_niet, termen)),
        )
    )
    return [*inhoud, wit(4)]


def _actie_tekst(actie: NotulenActie, termen: Termen) -> str:
    informering = informering_tekst(actie.informering, actie.reden_niet, termen)
    return "\n".join(
        deel
        for deel in (
            actie.omschrijving,
            f"Op voorwaarde dat: {actie.conditie}" if actie.conditie.strip() else "",
            f"Informering: {informering}" if informering else "",
        )
        if deel
    )


def _geheimhouding(artikel: str, termen: Termen) -> list[Any]:
    zin = "Deze notulen zijn vertrouwelijk. Deel ze niet verder dan nodig is voor uw taak in deze casussen"
    return [wit(), *kader([met_artikel(zin, artikel)])]
