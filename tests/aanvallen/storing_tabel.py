"""What a fault may do to the work: a killed process, a disk that is full once, and a changed byte.

``make storingen``: killed 300 times while a scripted meeting is typed through the services and on the way of a koffer,
every write of that meeting failing once, and 300 changed bytes in vault, key file, backup and koffer. The same in a
real window: scenario_storing.py.
"""

from __future__ import annotations

import functools
import logging
import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from daad_schijf import schijf, vol
from factories import BEHEER, REGIE, WACHTWOORD, ProefKlok
from nacl.pwhash import argon2id
from storing_koffer import beproef_kofferbyte, beproef_kofferdood, maak_kofferzaak
from storing_zaak import FOUT, TEKST, Zaak, Zegger, fork_en_dood, maak_zaak, open_diensten, zet_klaar

from zvh_desktop.database.controle import controleer_map
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.kopie.voorraad import is_heel
from zvh_desktop.database.reservekopie import maak_reservekopie
from zvh_desktop.database.terugwissel import zet_terug
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst

STAPPEN = 60
LANGSTE_MS = 120
"""After a confirmed step the process lives on for at most so long."""
DIEPST = 400
KOFFER_ELKE = 3
"""Of every so many trials one is with a koffer."""
HOOGSTENS_S = 360
"""On a busy computer the kills stop here, and it is said how many there were: the whole stays within ten minutes."""


def vergader(diensten: Diensten, zaak: Zaak, gezegd: Zegger, stappen: int = STAPPEN) -> None:
    """Type: first the letters that are not in the vault yet, then the text itself, now and then a backup."""
    for nummer in range(1, stappen + 1):
        diensten.zorg.leg_plek_vast(TEKST.format(nummer).encode())
        gezegd("plek", nummer)
        diensten.verslagen.bewaar_tekst(zaak.punt, VerslagTekst(TEKST.format(nummer), "", ""))
        gezegd("tekst", nummer)
        if nummer % 20 == 7:
            diensten.zorg.verzorg_kopieen()
            gezegd("kopie", nummer)


def staat_er(kluismap: Path, zaak: Zaak) -> tuple[int, int]:
    """The last step whose letters are on the disk, and the last whose text is in the vault."""
    diensten = open_diensten(kluismap)
    try:
        punten = diensten.verslagen.toon(zaak.overleg).punten
        tekst = next(punt.tekst.beeld for punt in punten if punt.id == zaak.punt)
        plek = diensten.zorg.lees_plek()
    finally:
        diensten.sluit()
    return _nummer(plek.decode() if plek is not None else ""), _nummer(tekst)


def _nummer(tekst: str) -> int:
    cijfers = "".join(teken for teken in tekst if teken.isdigit())
    return int(cijfers) if cijfers else 0


def oordeel(kluismap: Path, zaak: Zaak, gezegd: dict[str, int]) -> str:
    """What does not agree with what was confirmed; empty when all of it does."""
    try:
        plek, tekst = staat_er(kluismap, zaak)
    except Exception as fout:  # noqa: BLE001 - this is what is looked for
        return f"gaat niet meer open: {type(fout).__name__} {fout}"
    if tekst < gezegd.get("tekst", 0):
        return f"bevestigd tot {gezegd['tekst']}, in de kluis staat {tekst}"
    if max(plek, tekst) < gezegd.get("plek", 0):
        return f"getypt tot {gezegd['plek']}, op de schijf staat {max(plek, tekst)}"
    bevindingen = controleer_map(kluismap, REGIE, WACHTWOORD)
    return f"beschadigd: {bevindingen[0]}" if bevindingen else ""


# --- killed ------------------------------------------------------------------------------------------------


def beproef_dood(zaak: Zaak, map_: Path, toeval: random.Random) -> str:
    """Killed somewhere within the meeting; at most what was being typed is gone."""
    kluismap = zet_klaar(zaak, map_)

    def doe(zeg: Zegger) -> None:
        vergader(open_diensten(kluismap), zaak, zeg)

    gezegd = fork_en_dood(doe, na=toeval.randint(0, 2 * STAPPEN), ms=toeval.uniform(0, LANGSTE_MS))
    return "de vergadering ging niet door" if FOUT in gezegd else oordeel(kluismap, zaak, gezegd)


# --- full once ---------------------------------------------------------------------------------------------


def beproef_vol(zaak: Zaak, map_: Path, goed: int) -> tuple[str, bool]:
    """The write after ``goed`` good ones meets a full disk, those after it do not; and whether there was such one."""
    kluismap = zet_klaar(zaak, map_)
    gezegd: dict[str, int] = {}
    gevallen = [False]

    def eenmaal(soort: str) -> None:
        if not gevallen[0]:
            gevallen[0] = True
            vol(soort)

    rauw = ""
    with schijf(goed, eenmaal):
        try:
            _sessie(kluismap, zaak, gezegd)
        except Exception as fout:  # noqa: BLE001 - a fault of the disk is never anything but a sentence
            rauw = f"rauw: {type(fout).__name__} {fout}"
    return rauw or oordeel(kluismap, zaak, gezegd), gevallen[0]


def _sessie(kluismap: Path, zaak: Zaak, gezegd: dict[str, int]) -> None:
    """Open, a few steps of the meeting, a backup, close; what is refused is tried no more, as a user reads on."""
    try:
        diensten = open_diensten(kluismap)
    except GebruikersFout:
        return
    try:
        for stap in range(1, 5):
            try:
                vergader_stap(diensten, zaak, stap, gezegd)
            except GebruikersFout:
                continue
        try:
            diensten.zorg.verzorg_kopieen()
        except GebruikersFout:
            gezegd["kopie"] = 0
    finally:
        diensten.sluit()


def vergader_stap(diensten: Diensten, zaak: Zaak, nummer: int, gezegd: dict[str, int]) -> None:
    """One step, and what of it was confirmed."""
    diensten.zorg.leg_plek_vast(TEKST.format(nummer).encode())
    gezegd["plek"] = nummer
    diensten.verslagen.bewaar_tekst(zaak.punt, VerslagTekst(TEKST.format(nummer), "", ""))
    gezegd["tekst"] = nummer


# --- a changed byte ----------------------------------------------------------------------------------------


def beproef_byte(goed: Path, map_: Path, toeval: random.Random) -> str:
    """One byte is another, in vault, key file or backup: it is reported, and nothing is shown as data."""
    shutil.rmtree(map_, ignore_errors=True)
    shutil.copytree(goed, map_)
    os.environ["ZVH_GEBRUIKERSMAP"] = str(map_ / "gebruiker")
    kluismap, kopie = map_ / "proef.kluis", map_ / "kopie.kluis"
    doelen = [pad for pad in sorted(kluismap.iterdir()) if pad.suffix in (".sqlite", ".json")]
    doelen += [pad for pad in sorted(kopie.iterdir()) if pad.suffix in (".sqlite", ".json")]
    doel = toeval.choice(doelen)
    inhoud = bytearray(doel.read_bytes())
    plaats = toeval.randrange(len(inhoud))
    inhoud[plaats] ^= 1 << toeval.randrange(8)
    doel.write_bytes(bytes(inhoud))
    waar = f"{doel.parent.name}/{doel.name} byte {plaats}"
    try:
        if doel.parent == kopie:
            return _over_kopie(kopie, kluismap, waar)
        return "" if controleer_map(kluismap, REGIE, WACHTWOORD) else f"{waar}: niet gemeld"
    except Exception as fout:  # noqa: BLE001 - this is what is looked for
        return f"{waar}: rauw {type(fout).__name__} {fout}"


def _over_kopie(kopie: Path, kluismap: Path, waar: str) -> str:
    if is_heel(kopie):
        return f"{waar}: de kopie heet heel"
    try:
        zet_terug(kopie, kluismap, ProefKlok()())
    except GebruikersFout:
        return "" if kluismap.is_dir() else f"{waar}: de kluis is weg"
    return f"{waar}: toch teruggezet"


def maak_bytezaak(zaak: Zaak, map_: Path) -> Path:
    """A vault that was opened once, and a backup of it."""
    kluismap = zet_klaar(zaak, map_)
    with open_kluis(kluismap, BEHEER, WACHTWOORD) as kluis:
        maak_reservekopie(kluis, map_ / "kopie.kluis")
    return map_


def main() -> int:
    """``storing_tabel.py [times]``: one line for each kind; the exit code is 1 when something did not agree."""
    logging.disable(logging.CRITICAL)
    argon2id.kdf = functools.cache(argon2id.kdf)
    keren = int(sys.argv[1]) if sys.argv[1:] else 300
    begin, mis, toeval = time.monotonic(), list[str](), random.Random(20261129)  # noqa: S311 - to be done again the same
    with tempfile.TemporaryDirectory(prefix="zvh-storing-") as tijdelijk:
        basis = Path(tijdelijk)
        os.environ["ZVH_GEBRUIKERSMAP"] = str(basis / "gebruiker")
        zaak = maak_zaak(basis)
        gedood = onderweg = 0
        while gedood + onderweg < keren and time.monotonic() - begin < HOOGSTENS_S:
            met_koffer = (gedood + onderweg) % KOFFER_ELKE == KOFFER_ELKE - 1
            fout = (beproef_kofferdood if met_koffer else beproef_dood)(zaak, basis / "proef", toeval)
            gedood, onderweg = gedood + (not met_koffer), onderweg + met_koffer
            mis += [f"gedood {gedood + onderweg}: {fout}"] if fout else []
        _schrijf("gedood tijdens het typen", gedood, begin)
        _schrijf("gedood op weg met een koffer", onderweg, begin)
        diep = 0
        while diep < DIEPST:
            fout, was_er = beproef_vol(zaak, basis / "proef", diep)
            mis += [f"vol bij schrijven {diep + 1}: {fout}"] if fout else []
            if not was_er:
                break
            diep += 1
        _schrijf("één keer een volle schijf", diep, begin)
        goed, koffer = maak_bytezaak(zaak, basis / "goed"), maak_kofferzaak(zaak, basis / "koffer")
        for keer in range(keren):
            if keer % KOFFER_ELKE == KOFFER_ELKE - 1:
                fout = beproef_kofferbyte(koffer, basis / "proef", toeval)
            else:
                fout = beproef_byte(goed, basis / "proef", toeval)
            mis += [fout] if fout else []
        _schrijf("een byte gewijzigd", keren, begin)
    for regel in mis:
        sys.stdout.write(f"niet goed  {regel}\n")
    return 1 if mis else 0


def _schrijf(wat: str, aantal: int, begin: float) -> None:
    sys.stdout.write(f"{wat:<28}{aantal:>6}   na {time.monotonic() - begin:.0f} s\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
