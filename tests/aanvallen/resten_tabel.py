"""Delete and overwrite text in a vault, and look for it in the decrypted pages (KLUIS 4).

``make resten`` does it 200 times and prints a table; the exit code is 1 when anything was found. What is looked for is
made of letters that stand nowhere else: the whole text, and every three letters of it, as the search index keeps them.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from bladen import ontsleuteld, resten
from factories import REGIE, WACHTWOORD, Bureau, ProefKlok, kopieer, maak_sjabloon

from zvh_desktop.database.kluis import OpenKluis, open_kluis
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzes import PartijSoort
from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijInvoer

KEREN = 200
_LETTERS = "жшщцъыэюяђћ"
_GEWOON = "Een verzonnen zin."

Weg = Callable[[Bureau, str], Callable[[], None]]
Einde = Callable[[Bureau, Path], bytes]


def kanarie(toeval: random.Random) -> str:
    """A word that stands nowhere else."""
    return "".join(toeval.choice(_LETTERS) for _ in range(14))


def _betrokkene(naam: str) -> tuple[BetrokkeneInvoer, ...]:
    return (BetrokkeneInvoer(naam, Geboortedatum(1990, 5, 17), "Voorbeelddorp"),)


def betrokkene_hernoemd(bureau: Bureau, woord: str) -> Callable[[], None]:
    """The name of a betrokkene is overwritten."""
    casus = bureau.casus(f"J. {woord}")
    return lambda: bureau.casussen.bewaar_betrokkenen(casus, _betrokkene("J. Oefenman"))


def betrokkene_weg(bureau: Bureau, woord: str) -> Callable[[], None]:
    """The second betrokkene is taken off a casus."""
    casus = bureau.casus()
    bureau.casussen.bewaar_betrokkenen(casus, _betrokkene("J. Oefenman") + _betrokkene(f"P. {woord}"))
    return lambda: bureau.casussen.bewaar_betrokkenen(casus, _betrokkene("J. Oefenman"))


def actie_weg(bureau: Bureau, woord: str) -> Callable[[], None]:
    """An actie is deleted."""
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie")
    actie = bureau.acties.voeg_toe_bij_casus(casus, bureau.actie_invoer("Politie", omschrijving=f"{woord} bellen"))
    return lambda: bureau.acties.verwijder(actie)


def actie_anders(bureau: Bureau, woord: str) -> Callable[[], None]:
    """A long actie is overwritten with a short one."""
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie")
    lang = " ".join([_GEWOON] * 40 + [woord])[-900:]
    actie = bureau.acties.voeg_toe_bij_casus(casus, bureau.actie_invoer("Politie", omschrijving=lang))
    return lambda: bureau.acties.wijzig(actie, bureau.actie_invoer("Politie", omschrijving=_GEWOON))


def partij_weg(bureau: Bureau, woord: str) -> Callable[[], None]:
    """A partij is deleted."""
    partij = bureau.partijen.voeg_toe(PartijInvoer(f"Stichting {woord}", woord[:6], PartijSoort.DEELNEMER))
    return lambda: _doe(bureau.partijen.verwijder, partij)


def partij_hernoemd(bureau: Bureau, woord: str) -> Callable[[], None]:
    """A partij gets another name."""
    nummer = len(bureau.partijen.lijst())
    partij = bureau.partijen.voeg_toe(PartijInvoer(f"Stichting {woord}", f"S{nummer}", PartijSoort.DEELNEMER))
    anders = PartijInvoer(f"Stichting Voorbeeld {nummer}", f"S{nummer}", PartijSoort.DEELNEMER)
    return lambda: bureau.partijen.wijzig(partij, anders)


def contact_weg(bureau: Bureau, woord: str) -> Callable[[], None]:
    """A contactpersoon is deleted."""
    contact = bureau.partijen.voeg_contact_toe(bureau.partij("Politie"), ContactpersoonInvoer(f"T. {woord}"))
    return lambda: _doe(bureau.partijen.verwijder_contact, contact)


def triage_overschreven(bureau: Bureau, woord: str) -> Callable[[], None]:
    """A text of some pages is overwritten, so that pages are given free."""
    casus = bureau.aanmeldingen.accepteer(bureau.aanmelding())
    route = bureau.profiel.casusoverleggen[0].sleutel
    lang = "\n".join([_GEWOON] * 900 + [woord] + [_GEWOON] * 100)
    bureau.triage.bewaar(casus, TriageInvoer(lang, "Wonen en veiligheid", route))
    return lambda: bureau.triage.bewaar(casus, TriageInvoer(_GEWOON, "Wonen en veiligheid", route))


def _doe(handeling: Callable[..., object], *waarden: object) -> None:
    handeling(*waarden)


WEGEN: dict[str, Weg] = {
    weg.__name__.replace("_", " "): weg
    for weg in (
        betrokkene_hernoemd, betrokkene_weg, actie_weg, actie_anders, partij_weg, partij_hernoemd, contact_weg,
        triage_overschreven,
    )
}  # fmt: skip


def gesloten(bureau: Bureau, _map: Path) -> bytes:
    """The vault is closed."""
    kluis, sleutel = bureau.kluis, bureau.kluis.databasesleutel
    kluis.sluit()
    return ontsleuteld(kluis.databasepad, sleutel)


def andere_sleutel(bureau: Bureau, _map: Path) -> bytes:
    """The database key is renewed; the vault stays open."""
    bureau.kluis.sleutels.vernieuw_databasesleutel()
    uit = ontsleuteld(bureau.kluis.databasepad, bureau.kluis.databasesleutel)
    bureau.kluis.sluit()
    return uit


def gedood_en_weer_gesloten(bureau: Bureau, map_: Path) -> bytes:
    """The process is killed: what stands on the disk at that moment is opened, and closed."""
    over = map_ / f"over-{bureau.map.name}"
    shutil.rmtree(over, ignore_errors=True)
    shutil.copytree(bureau.map, over)
    sleutel = bureau.kluis.databasesleutel
    bureau.kluis.sluit()
    kluis: OpenKluis = open_kluis(over, REGIE, WACHTWOORD)
    kluis.sluit()
    return ontsleuteld(kluis.databasepad, sleutel)


EINDEN: dict[str, Einde] = {
    einde.__name__.replace("_", " "): einde for einde in (gesloten, andere_sleutel, gedood_en_weer_gesloten)
}


def beproef(sjabloon: Path, map_: Path, nummer: int) -> tuple[str, str, bool, list[str]]:
    """One trial: way, end, whether the text stood there before it was deleted, and what is left of it."""
    toeval = random.Random(nummer)  # noqa: S311  the same trial every time
    weg, einde = list(WEGEN)[nummer % len(WEGEN)], list(EINDEN)[nummer // len(WEGEN) % len(EINDEN)]
    woord = kanarie(toeval)
    bureau = Bureau(kopieer(sjabloon, map_ / f"proef-{nummer}.kluis"), ProefKlok())
    try:
        for _ in range(toeval.randrange(4)):  # what others wrote before and after it decides how the index lies
            bureau.casus(f"J. Proef{toeval.randrange(10**9)}")
        haal_weg = WEGEN[weg](bureau, woord)
        stond_er = bool(resten(_nu(bureau), woord))
        for _ in range(toeval.randrange(3)):
            bureau.casus(f"J. Proef{toeval.randrange(10**9)}")
        haal_weg()
        inhoud = EINDEN[einde](bureau, map_)
    finally:
        bureau.kluis.sluit()
    return weg, einde, stond_er, resten(inhoud, woord)


def _nu(bureau: Bureau) -> bytes:
    return ontsleuteld(bureau.kluis.databasepad, bureau.kluis.databasesleutel)


def main() -> int:
    """A line for each way, and what was found."""
    begin, keren = time.monotonic(), int(sys.argv[1]) if len(sys.argv) > 1 else KEREN
    tel: Counter[tuple[str, str]] = Counter()
    gevonden: list[str] = []
    with tempfile.TemporaryDirectory(prefix="zvh-resten-") as tijdelijk:
        basis = Path(tijdelijk)
        os.environ["ZVH_GEBRUIKERSMAP"] = str(basis / "gebruiker")
        sjabloon = maak_sjabloon(basis / "sjabloon.kluis")
        for nummer in range(keren):
            map_ = basis / str(nummer)
            map_.mkdir()
            weg, einde, stond_er, rest = beproef(sjabloon, map_, nummer)
            shutil.rmtree(map_)
            tel[weg, "geprobeerd"] += 1
            tel[weg, "stond er"] += stond_er
            tel[weg, "gevonden"] += bool(rest)
            gevonden += [f"proef {nummer}: {weg}, {einde}: {len(rest)} stukken"] if rest else []
    for weg in WEGEN:
        _zeg(f"{weg:<24}" + "".join(f"{kop:>14} {tel[weg, kop]:>3}" for kop in ("geprobeerd", "stond er", "gevonden")))
    for regel in gevonden:
        _zeg(regel)
    _zeg(f"{keren} proeven, {len(gevonden)} met resten, {time.monotonic() - begin:.0f} s")
    gemist = any(tel[weg, "stond er"] != tel[weg, "geprobeerd"] for weg in WEGEN)
    return 1 if gevonden or gemist else 0


def _zeg(regel: str) -> None:
    sys.stdout.write(f"{regel}\n")


if __name__ == "__main__":
    sys.exit(main())
