"""Look a whole vault over without changing it: files, pages, references, signatures, and what the columns say."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from zvh_desktop.database.controle import controleer, controleer_bestanden, verzamel
from zvh_desktop.database.kluis import OpenKluis, open_kluis
from zvh_desktop.database.sleutels.sleutelbytes import BESTANDSNAAM
from zvh_desktop.errors import GebruikersFout, WachtwoordOnjuist
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.diensten import bouw_diensten
from zvh_desktop.services.kluis.eigen_wachtwoord import eis_eigen_wachtwoord


def controleer_kluis(kluismap: Path, gebruiker: str, wachtwoord: str) -> tuple[str, ...]:
    """Everything that can be checked about a vault, without changing anything; a vault that stays shut is a finding."""
    try:
        kluis = open_kluis(kluismap, gebruiker, wachtwoord, alleen_lezen=True)
    except WachtwoordOnjuist:
        return (
            "Naam of wachtwoord klopt niet, of het sleutelbestand is beschadigd.",
            *_van_buiten(kluismap),
        )
    except GebruikersFout as fout:
        return (str(fout), *_van_buiten(kluismap))
    with kluis:
        eis_eigen_wachtwoord(kluis)
        bevindingen = controleer(kluis)
        inhoud = verzamel((partial(_inhoud, kluis),))
        return tuple(dict.fromkeys((*bevindingen, *inhoud)))


def _inhoud(kluis: OpenKluis) -> tuple[str, ...]:
    return ControleService(bouw_diensten(kluis, herkomst="opdrachtregel").werkplek).vind()


def _van_buiten(kluismap: Path) -> tuple[str, ...]:
    return controleer_bestanden(kluismap) if (kluismap / BESTANDSNAAM).is_file() else ()
