"""What the strip of an opschaling says: where it stands, what was recorded, and why something cannot be done now."""

from __future__ import annotations

from zvh_desktop.models.keuzen.opschalingkeuzes import OpschalingUitkomst
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.woorden import AKKOORDWIJZE_TEKST
from zvh_desktop.services.opschaling.beeld import OpschalingBeeld, OpschalingRegel, Overlegbesluit
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

Melding = tuple[Icoon, str, Kleur | None]


def zet(label: Statuslabel, melding: Melding) -> None:
    """Say it there."""
    icoon, zin, tint = melding
    label.zet(icoon, zin, kleur=tint)


def besluit_zin(beeld: OpschalingBeeld, hoofdoverleg: str) -> str:
    """Who decides or decided; ``hoofdoverleg`` with its article."""
    nu = beeld.nu
    artikel = f" ({beeld.artikel})" if beeld.artikel else ""
    if nu is not None and nu.besloten_op is not None:
        return f"{_overleg(nu.besluit)}. Ondertekend door {nu.besloten_door}, {datum_kort(nu.besloten_op)}{artikel}."
    if beeld.besluit is not None:
        return f"{_overleg(beeld.besluit)}{artikel}. Nog niet ondertekend."
    return f"{hoofdletter(hoofdoverleg)} besluit{artikel}."


def akkoord_zin(beeld: OpschalingBeeld) -> Melding:
    """The accord of the other house."""
    akkoord = beeld.nu.akkoord if beeld.nu is not None else None
    if akkoord is None:
        return Icoon.CIRKEL, zonder_akkoord(beeld), None
    kenmerk = f", kenmerk {akkoord.kenmerk}" if akkoord.kenmerk else ""
    zin = (
        f"{akkoord.door}, {akkoord.functie}, gaf akkoord op {datum_kort(akkoord.op)}, "
        f"{AKKOORDWIJZE_TEKST[akkoord.wijze]}{kenmerk}. Vastgelegd door {akkoord.vastgelegd_door}."
    )
    return Icoon.VINK, zin, Kleur.GOED


def dossier_zin(beeld: OpschalingBeeld) -> Melding:
    """Whether the dossier went."""
    nu = beeld.nu
    if nu is not None and nu.dossier_op is not None:
        return Icoon.VINK, f"Overgedragen op {datum_kort(nu.dossier_op.date())} door {nu.dossier_door}.", Kleur.GOED
    return Icoon.CIRKEL, "Het dossier is nog niet overgedragen.", None


def uitkomst_zin(beeld: OpschalingBeeld) -> Melding:
    """What the other house answered."""
    nu = beeld.nu
    uitkomst = nu.uitkomst if nu is not None else OpschalingUitkomst.OPEN
    op = datum_kort(nu.uitkomst_op) if nu is not None and nu.uitkomst_op is not None else ""
    if nu is not None and uitkomst is OpschalingUitkomst.AANGENOMEN:
        zin = f"{beeld.huis_kort} heeft de casus aangenomen op {op}. Vastgelegd door {nu.uitkomst_door}."
        return Icoon.VINK, zin, Kleur.GOED
    if nu is not None and uitkomst is OpschalingUitkomst.NIET_AANGENOMEN:
        zin = f"{beeld.huis_kort} heeft de casus niet aangenomen op {op}: {nu.uitkomst_reden}"
        return Icoon.STREEPJE, zin, Kleur.LET_OP
    if nu is not None and nu.besloten_op is not None:
        return Icoon.CIRKEL, f"{beeld.huis_kort} heeft nog niet geantwoord.", None
    return Icoon.CIRKEL, f"Er is nog niets aan {beeld.huis_kort} gevraagd.", None


def stand(beeld: OpschalingBeeld) -> Melding:
    """For the heading of the strip."""
    nu = beeld.nu
    if nu is None:
        return Icoon.PUNT, "niet begonnen", None
    if nu.gebrek:
        return Icoon.FOUT, "klopt niet met de handtekening", Kleur.FOUT
    if nu.uitkomst is OpschalingUitkomst.AANGENOMEN:
        return Icoon.VINK, f"aangenomen door {beeld.huis_kort}", Kleur.GOED
    if nu.uitkomst is OpschalingUitkomst.NIET_AANGENOMEN:
        return Icoon.STREEPJE, f"niet aangenomen door {beeld.huis_kort}", Kleur.LET_OP
    if nu.besloten_op is None:
        return Icoon.POTLOOD, "in voorbereiding", Kleur.LET_OP
    if nu.akkoord is None:
        return Icoon.KLOK, f"wacht op akkoord van {beeld.huis_kort}", Kleur.LET_OP
    if nu.dossier_op is None:
        return Icoon.POST, "het dossier kan gaan", Kleur.LET_OP
    return Icoon.KLOK, f"wacht op antwoord van {beeld.huis_kort}", Kleur.LET_OP


def belet(beeld: OpschalingBeeld, de_opschaling: str, deze: str) -> str:
    """Why nothing can be recorded about the other house now, or nothing; with what the house calls the act."""
    if not beeld.lopend:
        return "Deze casus loopt niet meer."
    if beeld.nu is None or beeld.nu.besloten_op is None:
        return f"Over {de_opschaling} is nog niet besloten."
    return beeld.nu.gebrek or ("" if beeld.is_open else f"{deze} is afgerond.")


def zonder_akkoord(beeld: OpschalingBeeld) -> str:
    """Why what needs the accord of the other house cannot be done yet, or nothing."""
    akkoord = beeld.nu.akkoord if beeld.nu is not None else None
    return "" if akkoord is not None else f"Er is nog geen akkoord van {beeld.huis_kort} vastgelegd."


def eerder(regel: OpschalingRegel) -> str:
    """An opschaling of before, that the other house did not take."""
    op = datum_kort(regel.uitkomst_op) if regel.uitkomst_op is not None else ""
    return f"Eerder: niet aangenomen op {op}. {regel.uitkomst_reden}".strip()


def _overleg(besluit: Overlegbesluit | None) -> str:
    return f"{besluit.overleg} van {datum_kort(besluit.op)}: {besluit.naam}" if besluit is not None else "Besloten"
