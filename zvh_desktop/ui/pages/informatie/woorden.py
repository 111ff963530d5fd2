"""How informatie-items and verstrekkingen are said on the screen: a word and an icon for every state."""

from __future__ import annotations

from collections.abc import Sequence

from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.services.informatie.beeld import InformatieRegel, VrijgaveRegel
from zvh_desktop.services.informatie.verstrekkingen import VerstrekkingRegel
from zvh_desktop.services.regelboek.uitleg import RegelUitleg
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon

REGIME_TEKST = {
    Regime.AVG: "AVG",
    Regime.WPG: "Wpg",
    Regime.WJSG: "Wjsg",
    Regime.BEROEPSGEHEIM: "beroepsgeheim",
}
REGIME_UITLEG = {
    Regime.AVG: "AVG: persoonsgegevens",
    Regime.WPG: "Wpg: politiegegevens",
    Regime.WJSG: "Wjsg: justitiële en strafvorderlijke gegevens",
    Regime.BEROEPSGEHEIM: "Beroepsgeheim: gegevens van een hulpverlener",
}
REGIME_ICOON = {
    Regime.AVG: Icoon.PERSOON,
    Regime.WPG: Icoon.SCHILD,
    Regime.WJSG: Icoon.KLUIS,
    Regime.BEROEPSGEHEIM: Icoon.SLOT,
}


def akkoord_tekst(regel: InformatieRegel) -> str:
    """'akkoord op 2 september 2026', 'ingetrokken op ...' or 'geen akkoord'."""
    if regel.akkoord is not None:
        return f"akkoord op {datum_kort(regel.akkoord.op)}"
    weg = next((een.ingetrokken_op for een in regel.akkoorden if een.ingetrokken_op), None)
    return f"ingetrokken op {datum_kort(weg)}" if weg else "geen akkoord"


def akkoord_icoon(regel: InformatieRegel) -> Icoon:
    """The same as an icon."""
    if regel.akkoord is not None:
        return Icoon.VINK
    return Icoon.UITROEP if regel.akkoorden else Icoon.SLOT


def vrijgegeven_tekst(regel: InformatieRegel) -> str:
    """The partijen that may read it beforehand now, or 'niemand'."""
    return ", ".join(dict.fromkeys(v.partij for v in regel.vrijgaven if not v.vervallen)) or "niemand"


def vrijgave_tekst(vrijgave: VrijgaveRegel) -> str:
    """How one vrijgave stands."""
    if vrijgave.verzonden_op is not None:
        verzonden = f"verzonden op {datum_kort(vrijgave.verzonden_op.date())}"
        return f"{verzonden}, daarna vervallen" if vrijgave.vervallen else verzonden
    return "vervallen" if vrijgave.vervallen else "gaat mee met de uitnodiging"


def vrijgave_icoon(vrijgave: VrijgaveRegel) -> Icoon:
    """The same as an icon."""
    if vrijgave.vervallen:
        return Icoon.UITROEP
    return Icoon.POST if vrijgave.verzonden_op is not None else Icoon.OOG


def verstrekking_tekst(regel: VerstrekkingRegel) -> str:
    """Whether this line of the register holds."""
    return f"vervallen: {regel.vervallen_reden}" if regel.vervallen_op is not None else "verstrekt"


def verstrekking_icoon(regel: VerstrekkingRegel) -> Icoon:
    """The same as an icon."""
    return Icoon.UITROEP if regel.vervallen_op is not None else Icoon.VINK


def toestemming_tekst(regel: VerstrekkingRegel) -> str:
    """'brief 12 van 2 september 2026, T. Testpersoon'."""
    op = f" van {datum_kort(regel.toestemming.op)}" if regel.toestemming.op else ""
    return f"{regel.toestemming.kenmerk}{op}, {regel.toestemming.door}"


def uitleg_tekst(regels: Sequence[RegelUitleg]) -> str:
    """The rules with their articles, one per line."""
    return "\n".join(f"{r.zin.rstrip('.')} ({r.artikel})." if r.artikel else r.zin for r in regels)


def grootte_tekst(bytes_: int) -> str:
    """'1,2 MB' or '340 kB'."""
    if bytes_ >= 1024 * 1024:
        return f"{bytes_ / 1024 / 1024:.1f} MB".replace(".", ",")
    return f"{max(1, round(bytes_ / 1024))} kB"
