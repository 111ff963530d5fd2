"""The columns of the table with one uitnodiging per partij."""

from __future__ import annotations

from collections.abc import Sequence

from zvh_desktop.models.keuzes import (
    UitnodigingAntwoord,
    UitnodigingStatus,
)
from zvh_desktop.services.uitnodigen.lijst import UitnodigingRegel
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.tafel.woorden import (
    AFGELAST_TEKST,
    ANTWOORD_ICOON,
    ANTWOORD_TEKST,
    UITNODIGING_ICOON,
    UITNODIGING_TEKST,
)
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon


def _partij(regel: UitnodigingRegel) -> object:
    return regel.partij


def _contact(regel: UitnodigingRegel) -> object:
    return regel.geadresseerde()


def _stand(regel: UitnodigingRegel) -> object:
    return (AFGELAST_TEKST if regel.afgelast else UITNODIGING_TEKST)[regel.status]


def _stand_icoon(regel: UitnodigingRegel) -> Icoon:
    return UITNODIGING_ICOON[regel.status]


def _stand_uitleg(regel: UitnodigingRegel) -> str:
    if regel.afgelast:
        return _afgelast_uitleg(regel)
    if regel.status is UitnodigingStatus.IN_TE_TREKKEN:
        rest = "de hele uitnodiging" if not regel.punten else "een deel van de punten"
        return f"Er is een plaats vervallen. Stuur de intrekking voor {rest}."
    if regel.verzonden_op is not None:
        return f"Verstuurd op {datum_kort(regel.verzonden_op.date())}"
    return UITNODIGING_TEKST[regel.status]


def _afgelast_uitleg(regel: UitnodigingRegel) -> str:
    if regel.status is UitnodigingStatus.IN_TE_TREKKEN:
        return "Het overleg is afgelast. Stuur deze partij de afzegging."
    if regel.status is UitnodigingStatus.INGETROKKEN and regel.ingetrokken_op is not None:
        return f"Afgezegd op {datum_kort(regel.ingetrokken_op.date())}"
    return AFGELAST_TEKST[regel.status]


def moet_uit(regel: UitnodigingRegel) -> bool:
    """Whether something still has to go out to this partij."""
    if regel.status is UitnodigingStatus.CONCEPT:
        return not regel.afgelast
    return regel.status is UitnodigingStatus.IN_TE_TREKKEN


def telzin(regels: Sequence[UitnodigingRegel]) -> str:
    """How many of each wait."""
    weg = sum(1 for regel in regels if regel.status is UitnodigingStatus.IN_TE_TREKKEN)
    klaar = sum(1 for regel in regels if moet_uit(regel)) - weg
    stil = sum(1 for regel in regels if moet_antwoorden(regel))
    if not regels:
        return "Nog geen partijen uitgenodigd"
    if regels[0].afgelast:
        return f"{weg} nog af te zeggen" if weg else "iedereen is afgezegd"
    delen = [f"{klaar} nog te versturen" if klaar else "alles verstuurd"]
    if weg:
        delen.insert(0, f"{weg} in te trekken")
    if stil:
        delen.append(f"{stil} zonder antwoord")
    return ", ".join(delen)


def _antwoord(regel: UitnodigingRegel) -> object:
    if regel.verzonden_op is None:
        return ""
    herinnerd = regel.herinnerd_op is not None and regel.antwoord is UitnodigingAntwoord.GEEN
    return ANTWOORD_TEKST[regel.antwoord] + (", herinnerd" if herinnerd else "")


def _antwoord_uitleg(regel: UitnodigingRegel) -> str:
    if regel.herinnerd_op is None:
        return str(_antwoord(regel))
    return f"{_antwoord(regel)} op {datum_kort(regel.herinnerd_op.date())}"


def moet_antwoorden(regel: UitnodigingRegel) -> bool:
    """Whether it was sent and nothing came back yet."""
    return regel.status is UitnodigingStatus.VERZONDEN and regel.antwoord is UitnodigingAntwoord.GEEN


def _antwoord_icoon(regel: UitnodigingRegel) -> Icoon | None:
    return ANTWOORD_ICOON[regel.antwoord] if regel.verzonden_op is not None else None


def _punten(regel: UitnodigingRegel) -> object:
    return regel.punten


def _let_op_uitleg(regel: UitnodigingRegel) -> str:
    return regel.aandacht.zin if regel.aandacht is not None else str(_contact(regel))


def _let_op_icoon(regel: UitnodigingRegel) -> Icoon | None:
    return Icoon.WAARSCHUWING if regel.aandacht else None


KOLOMMEN = (
    Kolom[UitnodigingRegel]("partij", "Partij", _partij, breedte=22),
    Kolom[UitnodigingRegel]("stand", "Stand", _stand, 21, icoon=_stand_icoon, uitleg=_stand_uitleg),
    Kolom[UitnodigingRegel]("antwoord", "Antwoord", _antwoord, 21, icoon=_antwoord_icoon, uitleg=_antwoord_uitleg),
    Kolom[UitnodigingRegel]("contact", "Contactpersoon", _contact, 20, icoon=_let_op_icoon, uitleg=_let_op_uitleg),
    Kolom[UitnodigingRegel]("punten", "Casussen", _punten, breedte=8, rechts=True),
)
