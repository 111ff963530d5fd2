"""What is said of trouble with a server: its five letters for a result become one sentence.

The driver is not needed for that, and is not loaded for it: its errors carry the letters as ``sqlstate``.
"""

from __future__ import annotations

import re
from typing import Final

from zvh_desktop.errors import AlleenLezen, KluisFout, KluisInGebruik, LijnWeg, SchijfVol, ServerWeigert, Uitgeleend

BOTSINGEN: Final = frozenset({"40001", "40P01"})
"""Refused because of somebody else, and done as it should be when it is tried again."""
_NIET_OPGESLAGEN: Final = "De laatste wijziging is niet opgeslagen. Alles wat eerder is opgeslagen, is er nog."
_WACHT: Final = frozenset({"55P03", "57014"})
_TOEGANG: Final = frozenset({"28000", "28P01", "3D000"})
_VOL: Final = frozenset({"53100", "54000"})
_DRUK: Final = frozenset({"53000", "53200", "53300", "53400"})
_WEG: Final = ("08", "57P", "58", "F0", "XX")
_KAN_NIET: Final = "0A000"
_VOLGT: Final = "hot standby"
"""In what a server says that follows another one: it knows no SERIALIZABLE, under which everything here is done."""
_UITGELEEND: Final = re.compile(r"koffer:(\d+)")
_ONBEKEND: Final = ""
_WACHTWOORD: Final = ("password authentication failed", "no password supplied")
_GEWEIGERD: Final = ("no pg_hba.conf entry", "is not permitted to log in", "does not exist", "permission denied for")
"""While it is being connected a server gives no letters, only a sentence: in English, unless ICT chose another."""
_NIET_DE_LIJN: Final = frozenset(
    {"DataError", "IntegrityError", "InterfaceError", "NotSupportedError", "ProgrammingError"}
)
"""Kinds of error (PEP 249) that a line which fell away never is. A driver gives these without letters as well."""
_GEEN: Final = object()


def sqlstate(fout: BaseException | None) -> str | None:
    """The letters of this error; empty when the server could not give any, None when it is not of a server."""
    for een in (fout, getattr(fout, "orig", None)):
        letters = getattr(een, "sqlstate", _GEEN)
        if letters is not _GEEN:
            return letters if isinstance(letters, str) else _ONBEKEND
    return None


def van_de_server(fout: BaseException) -> KluisFout | None:
    """What is said of an error of a server; None when it is ours: a rule that refuses, or a question not well put."""
    letters = sqlstate(fout)
    if letters is None:
        return None
    uitgeleend = _UITGELEEND.fullmatch(zin_van_de_server(fout))
    if uitgeleend is not None and letters.startswith("23"):
        return Uitgeleend(int(uitgeleend[1]))
    if letters in BOTSINGEN | _WACHT:
        return _in_gebruik(wacht=letters in _WACHT)
    if letters in _VOL:
        return SchijfVol(
            "De schijf van de server is vol. De laatste wijziging is niet opgeslagen.",
            veilig="Alles wat eerder is opgeslagen, is er nog.",
            advies="Vraag de beheerder van de server om ruimte te maken, en probeer het dan opnieuw.",
        )
    if letters == "25006" or (letters == _KAN_NIET and _VOLGT in zin_van_de_server(fout)):
        return AlleenLezen(
            "In deze server kan nu niet worden gewerkt: hij volgt een andere, of mag alleen worden gelezen.",
            veilig="Er is niets gewijzigd. Alles wat eerder is opgeslagen, is er nog.",
            advies="Probeer het later opnieuw, of vraag de beheerder van de server.",
        )
    if letters == "28P01" or (letters == _ONBEKEND and _zegt(fout, _WACHTWOORD)):
        return ServerWeigert(
            "De server neemt het wachtwoord van dit databaseaccount niet aan.",
            veilig="Er is niets gewijzigd.",
            advies="Typ het opnieuw. Het is het wachtwoord dat u van de afdeling ICT kreeg, niet uw eigen wachtwoord.",
        )
    if letters in _TOEGANG or (letters == _ONBEKEND and "fatal:" in str(fout).casefold() and _zegt(fout, _GEWEIGERD)):
        return ServerWeigert(
            "De server laat dit databaseaccount niet toe.",
            veilig="Er is niets gewijzigd.",
            advies="Kijk of het account en de database goed zijn opgegeven, of vraag de beheerder van de server.",
        )
    if letters in _DRUK:
        return KluisFout(
            "De server kan er nu niets meer bij hebben.",
            veilig=_NIET_OPGESLAGEN,
            advies="Probeer het over een minuut opnieuw.",
        )
    if letters == _ONBEKEND and "certificate" in str(fout).casefold():
        return KluisFout(
            "De server kan niet laten zien dat hij het is: zijn certificaat klopt niet. Er is niets naartoe gestuurd.",
            veilig="Er is niets gewijzigd.",
            advies="Werk zo niet verder. Vraag de beheerder van de server naar zijn naam en naar zijn certificaat.",
        )
    if letters.startswith(_WEG) or (letters == _ONBEKEND and not _van_hier(fout)):
        return LijnWeg()
    return None


def _van_hier(fout: BaseException) -> bool:
    """Whether the driver refused it on this computer: a value that cannot be sent, a question that cannot be put."""
    oorzaak = getattr(fout, "orig", None) or fout
    return any(soort.__name__ in _NIET_DE_LIJN for soort in type(oorzaak).__mro__)


def weg_voor_het_opslaan() -> LijnWeg:
    """Said where the server was not yet asked to keep what was done: then it certainly did not."""
    return LijnWeg(opgeslagen=False)


def _zegt(fout: BaseException, delen: tuple[str, ...]) -> bool:
    zin = str(fout).casefold()
    return any(deel in zin for deel in delen)


def zin_van_de_server(fout: BaseException) -> str:
    """What the server or a trigger on it said, without where in the server that was."""
    oorzaak = getattr(fout, "orig", None) or fout
    zin = getattr(getattr(oorzaak, "diag", None), "message_primary", None)
    return zin if isinstance(zin, str) else ""


def _in_gebruik(*, wacht: bool) -> KluisInGebruik:
    if wacht:
        return KluisInGebruik(
            "Iemand anders is bezig met opslaan, en dat duurde te lang.",
            veilig="Er is niets gewijzigd.",
            advies="Probeer het opnieuw.",
        )
    return KluisInGebruik(
        "Iemand anders wijzigde op hetzelfde moment iets waar dit van afhangt.",
        veilig="Er is niets gewijzigd.",
        advies="Kijk wat er nu staat, en probeer het dan opnieuw.",
    )
