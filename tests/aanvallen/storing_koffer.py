"""What a fault may do to a koffer: killed while it is made, worked in or handed in, and a changed byte in it.

Part of ``make storingen`` (storing_tabel.py). What was confirmed is there afterwards, in the koffer or in the office
and not in both; no koffer exists that the office does not know; a changed byte is reported and nothing comes in.
"""

from __future__ import annotations

import functools
import os
import random
import shutil
from datetime import timedelta
from pathlib import Path

from factories import REGIE, WACHTWOORD
from storing_zaak import FOUT, TEKST, Zaak, Zegger, fork_en_dood, open_diensten, zet_klaar

from zvh_desktop.database.controle import controleer_map
from zvh_desktop.errors import GebruikersFout, KofferFout
from zvh_desktop.models.keuzen.kofferkeuzes import KofferStand
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.koffer.gegevens import KofferBeeld, KofferVraag
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst

ONDERWEG = 12
"""So many texts are typed on the road."""
LANGSTE_MS = 900
"""Making and handing in take longer than a text."""


def reis(kluismap: Path, zaak: Zaak, gezegd: Zegger) -> None:
    """Out, worked in, and back: each in a session of its own, as on two computers."""
    koffer = plek(kluismap)
    kantoor = open_diensten(kluismap)
    geef_mee(kantoor, zaak, koffer)
    kantoor.sluit()
    gezegd("uit", 1)
    laptop = open_diensten(koffer)
    for nummer in range(1, ONDERWEG + 1):
        laptop.verslagen.bewaar_tekst(zaak.punt, VerslagTekst(TEKST.format(nummer), "", ""))
        gezegd("tekst", nummer)
    laptop.sluit()
    kantoor = open_diensten(kluismap)
    lever_in(kantoor, koffer)
    gezegd("in", 1)
    kantoor.sluit()


def plek(kluismap: Path) -> Path:
    """Where the koffer of this vault stands."""
    return kluismap.with_name("tafel.koffer")


def geef_mee(kantoor: Diensten, zaak: Zaak, koffer: Path) -> KofferBeeld:
    kantoor.bevestig(WACHTWOORD)
    dag = kantoor.werkplek.vandaag() + timedelta(days=60)
    return kantoor.koffers.uit.geef_uit(KofferVraag(zaak.overleg, REGIE, dag), koffer)


def lever_in(kantoor: Diensten, koffer: Path) -> None:
    kantoor.bevestig(WACHTWOORD)
    kantoor.koffers.terug.lever_in(koffer)


# --- killed ------------------------------------------------------------------------------------------------


def beproef_kofferdood(zaak: Zaak, map_: Path, toeval: random.Random) -> str:
    """Killed somewhere on the way; what does not agree with what was confirmed, or nothing."""
    kluismap = zet_klaar(zaak, map_)
    gezegd = fork_en_dood(
        functools.partial(reis, kluismap, zaak), na=toeval.randint(0, ONDERWEG + 1), ms=toeval.uniform(0, LANGSTE_MS)
    )
    if FOUT in gezegd:
        return f"de reis ging niet door na {gezegd}"
    try:
        return _oordeel(kluismap, zaak, gezegd)
    except Exception as fout:  # noqa: BLE001 - this is what is looked for
        return f"na {gezegd}: {type(fout).__name__} {fout}"


def _oordeel(kluismap: Path, zaak: Zaak, gezegd: dict[str, int]) -> str:
    kantoor = open_diensten(kluismap)
    try:
        anders = _vergelijk(kantoor, zaak, plek(kluismap), gezegd)
    finally:
        kantoor.sluit()
    bevindingen = controleer_map(kluismap, REGIE, WACHTWOORD)
    return anders or (f"kantoor beschadigd: {bevindingen[0]}" if bevindingen else "")


def _vergelijk(kantoor: Diensten, zaak: Zaak, koffer: Path, gezegd: dict[str, int]) -> str:
    uit = kantoor.koffers.uit.van_overleg(zaak.overleg)
    er_is = (koffer / "sleutels.json").is_file()
    if not uit:
        return "een koffer die kantoor niet kent" if er_is or "uit" in gezegd else ""
    stand, typte = uit[0].stand, gezegd.get("tekst", 0)
    if stand is KofferStand.UIT and not er_is:
        if "uit" in gezegd:
            return "bevestigd, en er is geen koffer"
        kantoor.bevestig(WACHTWOORD)
        return "" if kantoor.koffers.uit.trek_in(uit[0].id, "Er is geen koffer.").ingetrokken_reden else "blijft uit"
    if stand is KofferStand.UIT:
        if "in" in gezegd:
            return "ingeleverd heet het, en hij is nog uit"
        lever_in(kantoor, koffer)
    elif er_is:
        # killed between the two: it does not count twice
        try:
            lever_in(kantoor, koffer)
        except KofferFout as fout:
            if "al ingeleverd" not in fout.gebeurd:
                return f"twee keer: {fout.gebeurd}"
        else:
            return "twee keer ingeleverd"
    staat = next(punt.tekst.beeld for punt in kantoor.verslagen.toon(zaak.overleg).punten if punt.id == zaak.punt)
    nummer = int("".join(teken for teken in staat if teken.isdigit()) or 0)
    return f"bevestigd tot {typte}, op kantoor staat {nummer}" if nummer < typte else ""


# --- a changed byte ----------------------------------------------------------------------------------------


def maak_kofferzaak(zaak: Zaak, map_: Path) -> Path:
    """A vault with a koffer that came back from the road and is not handed in yet."""
    kluismap = zet_klaar(zaak, map_)
    kantoor = open_diensten(kluismap)
    geef_mee(kantoor, zaak, plek(kluismap))
    kantoor.sluit()
    laptop = open_diensten(plek(kluismap))
    laptop.verslagen.bewaar_tekst(zaak.punt, VerslagTekst(TEKST.format(1), "", ""))
    laptop.sluit()
    return map_


def beproef_kofferbyte(goed: Path, map_: Path, toeval: random.Random) -> str:
    """One byte of the koffer is another: whoever hands it in is told, and nothing of it comes in."""
    shutil.rmtree(map_, ignore_errors=True)
    shutil.copytree(goed, map_)
    os.environ["ZVH_GEBRUIKERSMAP"] = str(map_ / "gebruiker")
    kluismap = map_ / "proef.kluis"
    koffer = plek(kluismap)
    doel = toeval.choice([pad for pad in sorted(koffer.iterdir()) if pad.suffix in (".sqlite", ".json")])
    inhoud = bytearray(doel.read_bytes())
    plaats = toeval.randrange(len(inhoud))
    inhoud[plaats] ^= 1 << toeval.randrange(8)
    doel.write_bytes(bytes(inhoud))
    waar = f"{koffer.name}/{doel.name} byte {plaats}"
    kantoor = open_diensten(kluismap)
    try:
        lever_in(kantoor, koffer)
    except GebruikersFout:
        (uit,) = kantoor.koffers.uit.van_overleg(kantoor.tafels.lijst()[0].id)
        return "" if uit.is_uit and koffer.is_dir() else f"{waar}: geweigerd, en toch is er iets gebeurd"
    except Exception as fout:  # noqa: BLE001 - this is what is looked for
        return f"{waar}: rauw {type(fout).__name__} {fout}"
    else:
        return f"{waar}: niet gemeld"
    finally:
        kantoor.sluit()
