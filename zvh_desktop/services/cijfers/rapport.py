"""From what may be told to the tables of a report. A period says nothing that its years and quarters do not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zvh_desktop.models.cijfers.maten import AANTALLEN, INDELINGEN, PER_KWARTAAL, Afloop, Indeling, Maat, reden_van
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.cijfers.gegevens import Cijferregel, Cijfertabel
from zvh_desktop.services.cijfers.namen import OVERIGE, deel_naam, fase_tekst, indeling_naam, maat_naam
from zvh_desktop.services.cijfers.publicatie import Verteld
from zvh_desktop.services.cijfers.tellen import Cijfercel
from zvh_desktop.services.cijfers.tijdvak import Tijdvak
from zvh_desktop.services.cijfers.woordenlijst import Woordenlijst

Waarde = int | None


def tabellen(cijfers: Verteld, woorden: Woordenlijst, tijdvak: Tijdvak) -> tuple[Cijfertabel, ...]:
    """Every table that has something in it."""
    alle = [_kern(cijfers, woorden, tijdvak)]
    if tijdvak.is_hele_jaren:
        alle += _afloop(cijfers, woorden, tijdvak)
        alle += _verdelingen(cijfers, woorden, tijdvak)
    if tijdvak.is_hele_jaren and len(tijdvak.jaren) == 1:
        alle += _gemeten(cijfers, woorden, tijdvak)
    return tuple(tabel for tabel in alle if tabel.rijen)


def totaal(cijfers: Verteld, maat: Maat, tijdvak: Tijdvak) -> Waarde:
    """One figure over a period: the sum of what is told, or nothing."""
    if maat not in PER_KWARTAAL and not (tijdvak.is_hele_jaren and len(tijdvak.jaren) == 1):
        return None
    return _som(cijfers.get(Cijfercel(jaar, kwartaal, maat.value)) for jaar, kwartaal in tijdvak.stukken())


def deel(cijfers: Verteld, maat: Maat, indeling: str, sleutel: str, tijdvak: Tijdvak) -> Waarde:
    """One part of a division over whole years."""
    return _som(cijfers.deel(Cijfercel(jaar, 0, maat.value, indeling, sleutel)) for jaar in tijdvak.jaren)


def _som(waarden: Iterable[Waarde]) -> Waarde:
    uit = 0
    for waarde in waarden:
        if waarde is None:
            return None
        uit += waarde
    return uit


def _kern(cijfers: Verteld, woorden: Woordenlijst, tijdvak: Tijdvak) -> Cijfertabel:
    een_jaar = tijdvak.is_hele_jaren and len(tijdvak.jaren) == 1
    rijen = tuple(
        Cijferregel(maat_naam(maat, woorden), totaal(cijfers, maat, tijdvak), totaal(cijfers, maat, tijdvak.vorig()))
        for maat in AANTALLEN
        if een_jaar or maat in PER_KWARTAAL
    )
    return Cijfertabel("Kerncijfers", "Wat", rijen)


def _afloop(cijfers: Verteld, woorden: Woordenlijst, tijdvak: Tijdvak) -> Iterator[Cijfertabel]:
    yield _verdeling(
        cijfers, woorden, tijdvak, Maat.UITSTROOM, Indeling.AFLOOP.value, "Hoe casussen zijn afgelopen", "Afloop"
    )
    for afloop in (Afloop.SUCCESVOL, Afloop.ANDERS):
        naam = deel_naam(Indeling.AFLOOP.value, afloop.value, woorden)
        yield _verdeling(cijfers, woorden, tijdvak, Maat.UITSTROOM, reden_van(afloop), f"{naam}: de redenen", "Reden")


def _verdelingen(cijfers: Verteld, woorden: Woordenlijst, tijdvak: Tijdvak) -> Iterator[Cijfertabel]:
    for maat, indelingen in INDELINGEN.items():
        for indeling in indelingen:
            if indeling is not Indeling.AFLOOP:
                per = indeling_naam(indeling, woorden)
                titel = f"{maat_naam(maat, woorden)}, per {per}"
                yield _verdeling(cijfers, woorden, tijdvak, maat, indeling.value, titel, hoofdletter(per))


def _verdeling(
    cijfers: Verteld, woorden: Woordenlijst, tijdvak: Tijdvak, maat: Maat, indeling: str, titel: str, kop: str
) -> Cijfertabel:
    toen = tijdvak.vorig()
    jaren = {*tijdvak.jaren, *toen.jaren}
    sleutels = {
        cel.sleutel for cel in cijfers if cel.jaar in jaren and cel.maat == maat.value and cel.indeling == indeling
    }
    rijen = sorted(
        (
            Cijferregel(
                deel_naam(indeling, sleutel, woorden),
                deel(cijfers, maat, indeling, sleutel, tijdvak),
                deel(cijfers, maat, indeling, sleutel, toen),
            )
            for sleutel in sleutels
        ),
        key=_op_grootte,
    )
    getoond = [rij for rij in rijen if rij.nu or rij.toen]
    if len(getoond) < len(rijen):
        geheel = [_geheel(cijfers, maat, indeling, een) for een in (tijdvak, toen)]
        getoond.append(
            Cijferregel(
                OVERIGE if getoond else "Alle samen",
                _rest(geheel[0], [rij.nu for rij in getoond]),
                _rest(geheel[1], [rij.toen for rij in getoond]),
            )
        )
    return Cijfertabel(titel, kop, tuple(getoond))


def _op_grootte(rij: Cijferregel) -> tuple[int, str]:
    return -(rij.nu or 0), rij.naam.casefold()


def _geheel(cijfers: Verteld, maat: Maat, indeling: str, tijdvak: Tijdvak) -> Waarde:
    soort, _, afloop = indeling.partition(":")
    if soort == Indeling.REDEN.value:
        return deel(cijfers, maat, Indeling.AFLOOP.value, afloop, tijdvak)
    return totaal(cijfers, maat, tijdvak)


def _rest(geheel: Waarde, getoond: list[Waarde]) -> Waarde:
    """What is left of the whole. Left out where a line above is not told: then the rest lies there too."""
    return None if geheel is None else geheel - sum(waarde or 0 for waarde in getoond)


def _gemeten(cijfers: Verteld, woorden: Woordenlijst, tijdvak: Tijdvak) -> Iterator[Cijfertabel]:
    nu, toen = tijdvak.jaren[0], tijdvak.vorig().jaren[0]
    fasen = [fase.sleutel for fase in woorden.profiel.fasen] + [""]
    yield Cijfertabel(
        "Hoe lang een fase duurt",
        "Fase",
        tuple(
            _meting(cijfers, Maat.FASEDUUR, fase, fase_tekst(fase, woorden), (nu, toen), "weken")
            for fase in fasen
            if any(Cijfercel(jaar, 0, Maat.FASEDUUR.value, fase) in cijfers for jaar in (nu, toen))
        ),
        "Het midden: de ene helft duurt korter, de andere helft langer. In hele weken.",
    )
    for maat, titel, uitleg, eenheid in (
        (
            Maat.AANWEZIG,
            "Aanwezigheid per partij",
            "Hoe vaak een partij er was als haar casus aan de beurt was, op tientallen afgerond. Bij minder dan 20 "
            "keer staat er niets.",
            "%",
        ),
        (
            Maat.ANTWOORD,
            "Hoe snel partijen antwoorden op een uitnodiging",
            "Het midden: de ene helft van de antwoorden kwam eerder, de andere helft later.",
            "dagen",
        ),
    ):
        partijen = {cel.indeling for cel in cijfers if cel.maat == maat.value and cel.jaar in (nu, toen)}
        rijen = [
            _meting(cijfers, maat, een, woorden.partijen.get(een, "Onbekend"), (nu, toen), eenheid) for een in partijen
        ]
        verteld = [rij for rij in rijen if rij.nu is not None or rij.toen is not None]
        yield Cijfertabel(titel, "Partij", tuple(sorted(verteld, key=_op_naam)), uitleg)


def _op_naam(rij: Cijferregel) -> str:
    return rij.naam.casefold()


def _meting(cijfers: Verteld, maat: Maat, sleutel: str, naam: str, jaren: tuple[int, int], eenheid: str) -> Cijferregel:
    nu, toen = (cijfers.get(Cijfercel(jaar, 0, maat.value, sleutel)) for jaar in jaren)
    return Cijferregel(naam, nu, toen, eenheid)
