"""The klapper: what a verified chain says, sealed by the user who verified it, so that the next opening has it at once.

A conclusion "there is no newer statement" rests on an index of all statements and on a print of each; where that index
comes from memory it was made from the rows. Here it comes from a file that only this user can have written (ADR 0066).
What may have changed since is asked anew: whether a key that signed was revoked at an earlier place, which statements
name a role, and what a destruction emptied. Where anything does not fit, ``neem`` gives nothing, and the whole chain is
read as if there were no klapper. ``loop_na`` compares every row afterwards; until then nothing is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geleegd import vernietigingen
from zvh_desktop.database.keten.ketenkop import Ketenkop
from zvh_desktop.database.keten.ondertekening import Toets, VerklaringRij, begin_van_keten, rij_afdruk
from zvh_desktop.database.keten.rollen import stap
from zvh_desktop.database.keten.schakels import Onderwerp, Schakels, snelle_inhoud, verzegelde_rijen
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import VerklaringSoort

_VORM: Final = 1
_AFDRUK: Final = 32
_LENGTE: Final = 8
_PER_KEER: Final = 500
_TABEL = Verklaring.__table__
_VERNIETIGING: Final = frozenset({VerklaringSoort.VERNIETIGING.value, VerklaringSoort.VERNIETIGING_OPNIEUW.value})
_KAPOT: Final = (ValueError, TypeError, LookupError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Klapper:
    """A chain as it was verified: up to which statement, the prints, what is about what, and who signed last where."""

    kluis_id: str
    wortel: str
    kop: Ketenkop
    soorten: tuple[str, ...]
    afdrukken: tuple[bytes, ...]
    over: Mapping[Onderwerp, list[int]]
    laatste_van: Mapping[str, int]
    zonder_inhoud: frozenset[int]

    def als_bytes(self) -> bytes:
        """How it is written; what the seal goes over."""
        namen = sorted(set(self.soorten))
        plaats = {naam: nummer for nummer, naam in enumerate(namen)}
        hoofd = {
            "vorm": _VORM,
            "kluis": self.kluis_id,
            "wortel": self.wortel,
            "nummer": self.kop.nummer,
            "hash": self.kop.hash,
            "namen": namen,
            "soorten": [plaats[soort] for soort in self.soorten],
            "over": [[plaats[soort], sleutel, waarde, wie] for (soort, sleutel, waarde), wie in self.over.items()],
            "laatste_van": dict(self.laatste_van),
            "leeg": sorted(self.zonder_inhoud),
        }
        tekst = json.dumps(hoofd, separators=(",", ":")).encode("ascii")
        return len(tekst).to_bytes(_LENGTE, "big") + tekst + b"".join(self.afdrukken)


def maak_klapper(schakels: Schakels, toets: Toets) -> Klapper:
    """From a chain that was verified and is whole."""
    nummers = range(1, schakels.kop.nummer + 1)
    laatste = dict(schakels.laatste_eerder)
    for certificaat, nummer in schakels.laatste_van.items():
        # As the register of revoked keys names it; the root key was seen to have signed exactly these words.
        serie = str(json.loads(certificaat)["serienummer"])
        laatste[serie] = max(nummer, laatste.get(serie, 0))
    return Klapper(
        toets.kluis_id,
        toets.anker.sleutel.hex(),
        schakels.kop,
        tuple(schakels.soorten[nummer] for nummer in nummers),
        tuple(schakels.afdrukken[nummer] for nummer in nummers),
        schakels.over,
        laatste,
        frozenset(schakels.zonder_inhoud),
    )


def klapper_uit_bytes(gegevens: bytes) -> Klapper:
    """The reverse of ``als_bytes``. ValueError when it is not of this form; the caller has seen that the seal fits."""
    try:
        lengte = int.from_bytes(gegevens[:_LENGTE], "big")
        hoofd: dict[str, Any] = json.loads(gegevens[_LENGTE : _LENGTE + lengte])
        rest = gegevens[_LENGTE + lengte :]
        aantal = hoofd["nummer"]
        if hoofd["vorm"] != _VORM or len(rest) != aantal * _AFDRUK or len(hoofd["soorten"]) != aantal:
            raise ValueError("klapper")
        namen = hoofd["namen"]
        return Klapper(
            hoofd["kluis"],
            hoofd["wortel"],
            Ketenkop(aantal, hoofd["hash"]),
            tuple([namen[plaats] for plaats in hoofd["soorten"]]),
            tuple([rest[eerste : eerste + _AFDRUK] for eerste in range(0, len(rest), _AFDRUK)]),
            {(namen[plaats], sleutel, waarde): wie for plaats, sleutel, waarde, wie in hoofd["over"]},
            hoofd["laatste_van"],
            frozenset(hoofd["leeg"]),
        )
    except _KAPOT as fout:
        raise ValueError("klapper") from fout


def neem(sessie: Session, toets: Toets, klapper: Klapper) -> Schakels | None:
    """The chain up to the klapper, with what may have changed since asked anew; None when anything does not fit.

    ``toets`` knows what was emptied.
    """
    try:
        if not _past(sessie, toets, klapper):
            return None
        erbij = _nu_leeg(sessie, toets, klapper)
        schakels = Schakels(klapper.kop)
        for rij in _rollen(sessie, klapper):
            schakels.rolstand = stap(schakels.rolstand, rij, snelle_inhoud(rij))
    except (HandtekeningOnjuist, *_KAPOT):
        return None
    if erbij is None:
        return None
    schakels.geleegd = frozenset(toets.geleegd)
    schakels.zonder_inhoud = {*klapper.zonder_inhoud, *erbij}
    schakels.afdrukken = dict(enumerate(klapper.afdrukken, start=1))
    schakels.soorten = dict(enumerate(klapper.soorten, start=1))
    schakels.over = _zonder(klapper.over, erbij)
    schakels.laatste_eerder = klapper.laatste_van
    schakels.lopend.update(b"".join(klapper.afdrukken))
    return schakels


def loop_na(sessie: Session, toets: Toets, klapper: Klapper) -> bool:
    """Whether every row up to the klapper is still what it was: its place, and its print or its signed destruction."""
    verwacht, vorige = 1, begin_van_keten(toets.kluis_id)
    try:
        with verzegelde_rijen(sessie, klapper.kop.nummer) as rijen:
            for rij in rijen:
                nummer = rij[0]
                if nummer != verwacht or rij[4] != vorige:
                    return False
                if rij[2] is not None:
                    afdruk = rij_afdruk(rij)
                elif nummer in toets.geleegd:
                    # Its print is that of before, so its signature has to say that it is still itself.
                    toets.inhoud(VerklaringRij._make(rij))
                    afdruk = toets.geleegd[nummer]
                else:
                    return False
                if afdruk != klapper.afdrukken[nummer - 1]:
                    return False
                vorige, verwacht = rij[5], verwacht + 1
    except (HandtekeningOnjuist, *_KAPOT):
        return False
    return verwacht == klapper.kop.nummer + 1 and vorige == klapper.kop.hash


def _past(sessie: Session, toets: Toets, klapper: Klapper) -> bool:
    """Whether it is of this vault, and nothing that was signed up to there lost its force since."""
    anker, tot = toets.anker, klapper.kop.nummer
    if (klapper.kluis_id, klapper.wortel) != (toets.kluis_id, anker.sleutel.hex()):
        return False
    if any(klapper.laatste_van.get(serie, 0) > laatste for serie, laatste in anker.ingetrokken.items()):
        return False
    genoemd = {int(nummer): hash_ for nummer, hash_ in anker.koppen.items()}
    # The head, and what the root key itself has named: with the hash, and with the whole row as it was.
    vaste = {nummer: hash_ for nummer, hash_ in genoemd.items() if 1 <= nummer <= tot} | {tot: klapper.kop.hash}
    if any(genoemd.get(nummer, hash_) != hash_ for nummer, hash_ in vaste.items()):
        return False
    return all(rij.hash == vaste[rij.nummer] for rij in _rijen(sessie, toets, klapper, vaste))


def _nu_leeg(sessie: Session, toets: Toets, klapper: Klapper) -> frozenset[int] | None:
    """Which statements were emptied since, each named by a destruction that is in the chain; None when one is not."""
    tot = klapper.kop.nummer
    gezien = {rij.nummer: rij for rij in vernietigingen(sessie) if rij.nummer <= tot}
    if {nummer for nummer, soort in _genummerd(klapper) if soort in _VERNIETIGING} != gezien.keys():
        return None
    if any(rij_afdruk(rij) != klapper.afdrukken[nummer - 1] for nummer, rij in gezien.items()):
        return None
    genoemd = {nummer: afdruk for nummer, afdruk in toets.geleegd.items() if 1 <= nummer <= tot}
    if any(klapper.afdrukken[nummer - 1] != afdruk for nummer, afdruk in genoemd.items()):
        return None
    if not klapper.zonder_inhoud <= genoemd.keys():
        return None
    rijen = _rijen(sessie, toets, klapper, genoemd.keys() - klapper.zonder_inhoud)
    return frozenset(rij.nummer for rij in rijen if rij.inhoud is None)


def _rollen(sessie: Session, klapper: Klapper) -> Iterator[VerklaringRij]:
    nummers = [nummer for nummer, soort in _genummerd(klapper) if soort == VerklaringSoort.ROLLEN]
    for rij in _lees(sessie, nummers):
        if rij_afdruk(rij) != klapper.afdrukken[rij.nummer - 1]:
            raise ValueError("rollen")
        yield rij


def _rijen(sessie: Session, toets: Toets, klapper: Klapper, nummers: Iterable[int]) -> Iterator[VerklaringRij]:
    """These rows, each as it was verified, or emptied as a destruction says. ValueError when one is not."""
    for rij in _lees(sessie, sorted(nummers)):
        if rij.inhoud is None and toets.is_geleegd(rij):
            toets.inhoud(rij)
        elif rij_afdruk(rij) != klapper.afdrukken[rij.nummer - 1]:
            raise ValueError("rij")
        yield rij


def _lees(sessie: Session, nummers: list[int]) -> Iterator[VerklaringRij]:
    for eerste in range(0, len(nummers), _PER_KEER):
        deel = nummers[eerste : eerste + _PER_KEER]
        vraag = select(_TABEL).where(_TABEL.c.nummer.in_(deel)).order_by(_TABEL.c.nummer)
        rijen = [VerklaringRij._make(tuple(rij)) for rij in sessie.execute(vraag)]
        if [rij.nummer for rij in rijen] != deel:
            raise ValueError("weg")
        yield from rijen


def _genummerd(klapper: Klapper) -> Iterator[tuple[int, str]]:
    return enumerate(klapper.soorten, start=1)


def _zonder(over: Mapping[Onderwerp, list[int]], weg: frozenset[int]) -> dict[Onderwerp, list[int]]:
    if not weg:
        return dict(over)
    kaal = {wat: [nummer for nummer in nummers if nummer not in weg] for wat, nummers in over.items()}
    return {wat: nummers for wat, nummers in kaal.items() if nummers}
