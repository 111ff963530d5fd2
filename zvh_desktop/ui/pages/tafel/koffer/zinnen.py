"""What is said of a koffer on the page of its tafel."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from zvh_desktop.models.keuzen.kofferkeuzes import KofferStand
from zvh_desktop.services.koffer.gegevens import KofferBeeld, KofferKeuze, KofferVraag, TerugResultaat
from zvh_desktop.ui.teksten.datums import datum_kort, datum_voluit

NIET_VOOR_U: Final = "Deze koffer is verzegeld voor {}. Alleen die levert hem in, of de vervanger."


def kofferzin(koffer: KofferBeeld) -> str:
    """Who has it and until when, or what became of it."""
    wie = f"{koffer.voor} (vervanger {koffer.vervanger})" if koffer.vervanger else koffer.voor
    samen = f" In dezelfde koffer: {'; '.join(koffer.samen_met)}." if koffer.samen_met else ""
    if koffer.stand is KofferStand.ONDERWEG:
        return (
            f"Koffer van {wie}.{samen} Compleet tot en met verklaring {koffer.compleet_tot} van kantoor. Uiterlijk "
            f"terug op {datum_voluit(koffer.terug_uiterlijk)}; daarna opent hij alleen nog om in te leveren."
        )
    if koffer.stand is KofferStand.UIT:
        laat = " Hij had al terug moeten zijn." if koffer.is_te_laat else ""
        return (
            f"Uitgeleend aan {wie}, tot en met {datum_voluit(koffer.terug_uiterlijk)}.{laat} "
            f"Dit overleg en zijn casussen ({', '.join(koffer.casussen)}) kunt u lezen, niet wijzigen.{samen}"
        )
    if koffer.stand is KofferStand.INGETROKKEN:
        op = f" op {datum_kort(koffer.ingetrokken_op.date())}" if koffer.ingetrokken_op is not None else ""
        return (
            f"De koffer van {wie} is{op} ingetrokken: {koffer.ingetrokken_reden} "
            f"Komt hij terecht, lever hem dan hier alsnog in.{samen}"
        )
    op = f" op {datum_kort(koffer.terug_op.date())}" if koffer.terug_op is not None else ""
    nog = f" {_punten(koffer.ernaast)} niet overgenomen en hier bewaard." if koffer.ernaast else ""
    return f"De koffer van {wie} is{op} ingeleverd.{nog}{samen}"


def wat_meegaat(keuze: KofferKeuze, vraag: KofferVraag, doel: Path) -> list[str]:
    """What is signed when it goes out."""
    namen = {een.account: een.naam for een in keuze.voor}
    vervanger = f", vervanger {namen[vraag.vervanger]}" if vraag.vervanger else ""
    ook = [een for een in keuze.ook if een.overleg_id in vraag.ook]
    casussen = dict.fromkeys((*keuze.casussen, *(nummer for een in ook for nummer in een.casussen)))
    return [
        f"Koffer voor {namen[vraag.voor]}{vervanger}.",
        f"Uiterlijk terug op {datum_voluit(vraag.terug_uiterlijk)}.",
        *(f"Ook: {een.naam}." for een in ook),
        f"Casussen: {', '.join(casussen)}.",
        f"Map: {doel}",
    ]


def resultaatzin(resultaat: TerugResultaat) -> str:
    """What became of it."""
    zinnen = [f"{_punten(resultaat.overgenomen)} overgenomen."]
    if resultaat.ernaast:
        zinnen.append(f"{_punten(len(resultaat.ernaast))} niet overgenomen; u vindt ze boven het overleg.")
    zinnen.append(
        "De koffer is vernietigd."
        if resultaat.koffer_weg
        else "De koffer zelf kon niet worden vernietigd: verwijder die map. Inleveren kan hij niet meer."
    )
    return " ".join(zinnen)


def _punten(aantal: int) -> str:
    return "1 punt is" if aantal == 1 else f"{aantal} punten zijn"
