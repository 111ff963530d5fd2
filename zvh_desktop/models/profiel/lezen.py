"""From the TOML text of a house to a Huisprofiel, or to every finding in it.

A profile may come from anybody's disk, so nothing about its form is taken for granted: whatever it holds, the answer
is a Huisprofiel that is right in itself or a ProfielOngeldig that names each place.
"""

from __future__ import annotations

import functools
import tomllib
from dataclasses import replace
from types import MappingProxyType

from zvh_desktop.errors import ProfielBevinding, ProfielOngeldig
from zvh_desktop.models.profiel.controle import controleer_samenhang
from zvh_desktop.models.profiel.delen import (
    lees_aanmelders,
    lees_aanpak,
    lees_besluit,
    lees_bewaartermijn,
    lees_convenant,
    lees_criterium,
    lees_fase,
    lees_geschillen,
    lees_grondslag,
    lees_opschaling,
    lees_overlegsoort,
    lees_partij,
    lees_termen,
    lees_triage,
    met_weging,
)
from zvh_desktop.models.profiel.geen_toml import geen_toml
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.lezingen import lees_afschaling, lees_casusregisseur, lees_toetreding
from zvh_desktop.models.profiel.logica import lees_logica
from zvh_desktop.models.profiel.overnemen import lees_overneemblok
from zvh_desktop.models.profiel.plaatsen import regel_van, regels_van
from zvh_desktop.models.profiel.regels import lees_regels
from zvh_desktop.models.profiel.samenwerking import lees_samenwerking
from zvh_desktop.models.profiel.tabel import Bevindingen, Tabel
from zvh_desktop.models.profiel.verantwoording import STANDAARD, lees_verantwoording

_GROOTSTE = 1_000_000


def lees_profiel(tekst: str, bron: str) -> Huisprofiel:
    """Read and check one profile. ``bron`` names it for the user (a file name), and appears in the findings.

    Raises ProfielOngeldig with every finding.
    """
    return _lees_en_toets(tekst, bron, bewaard=False)


def lees_bewaard_profiel(tekst: str, bron: str) -> Huisprofiel:
    """Read a profile as a vault keeps it: complete when it was taken into use, perhaps by an earlier application.

    So a rule that was added since is one this profile says nothing about, and how its parts fit together is not
    asked again; each part itself is read as in any profile.
    Raises ProfielOngeldig.
    """
    return _lees_en_toets(tekst, bron, bewaard=True)


@functools.lru_cache(maxsize=8)
def _lees_en_toets(tekst: str, bron: str, *, bewaard: bool) -> Huisprofiel:
    # Of one text there is one profile, which nobody can change; it is read again and again while a vault is open.
    bevindingen = Bevindingen()
    profiel = _lees(Tabel(_ontleed(tekst, bron), "", bevindingen), tekst, bewaard=bewaard)
    # References are only worth following when the parts themselves could be read. What a vault kept was checked when
    # it was taken into use, and a check that was added since must not shut the vault.
    if not bevindingen and not bewaard:
        controleer_samenhang(profiel, bevindingen)
    if bevindingen:
        regels = regels_van(tekst)
        raise ProfielOngeldig(
            bron, tuple(replace(een, regel=regel_van(regels, een.plaats)) for een in bevindingen.alle())
        )
    return profiel


def _ontleed(tekst: str, bron: str) -> dict[str, object]:
    if len(tekst) > _GROOTSTE:
        raise ProfielOngeldig(
            bron, (ProfielBevinding("het bestand", f"{len(tekst)} tekens", f"hoogstens {_GROOTSTE}"),)
        )
    try:
        # A text of half a character pair cannot be kept in the vault.
        tekst.encode()
        return tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        plaats = _plaats(str(fout))
        bevinding = ProfielBevinding(plaats, *geen_toml(tekst, plaats))
    except ValueError:
        bevinding = ProfielBevinding("het bestand", "een teken of getal dat niet kan", "geldige TOML")
    except RecursionError:
        bevinding = ProfielBevinding("het bestand", "te diep in elkaar staande lijsten", "geldige TOML")
    raise ProfielOngeldig(bron, (bevinding,))


def _plaats(melding: str) -> str:
    """'regel 3, kolom 7' from the end of tomllib's message, which offers the place only as text."""
    _, haak, plaats = melding.rpartition("(at ")
    if not haak:
        return "het bestand"
    return (
        plaats.rstrip(")")
        .replace("line", "regel")
        .replace("column", "kolom")
        .replace("end of document", "einde van het bestand")
    )


def _lees(bron: Tabel, tekst: str, *, bewaard: bool) -> Huisprofiel:
    profiel = Huisprofiel(
        sleutel=bron.sleutel("sleutel"),
        naam=bron.tekst("naam", langste=120),
        korte_naam=bron.tekst("korte_naam", langste=60),
        versie=bron.tekst("versie", langste=40),
        convenant=lees_convenant(bron.tabel("convenant")),
        termen=lees_termen(bron.tabel("termen")),
        overlegsoorten=tuple(map(lees_overlegsoort, bron.tabellen("overlegsoorten", minstens=1))),
        aanpakken=met_weging(
            map(lees_aanpak, bron.tabellen("aanpakken", minstens=1)), bron.tekst("weging_door", verplicht=False)
        ),
        fasen=tuple(map(lees_fase, bron.tabellen("fasen", minstens=1))),
        besluiten=tuple(map(lees_besluit, bron.tabellen("besluiten", minstens=1))),
        afschaling=lees_afschaling(bron.tabel("afschaling")),
        aanwijzing_casusregisseur=lees_casusregisseur(bron.tabel("aanwijzing_casusregisseur")),
        toetreding=lees_toetreding(bron.tabel("toetreding")) if bron.heeft("toetreding") else None,
        opschaling=lees_opschaling(bron.tabel("opschaling")) if bron.heeft("opschaling") else None,
        samenwerking=lees_samenwerking(bron),
        geschillen=lees_geschillen(bron.tabel("geschillen", verplicht=False)),
        criteria=tuple(map(lees_criterium, bron.tabellen("criteria"))),
        criteria_logica=lees_logica(bron, "criteria_logica"),
        triage_bepaalt=lees_triage(bron, "triage_bepaalt"),
        aanmelders=lees_aanmelders(bron, "aanmelders"),
        partijen=tuple(map(lees_partij, bron.tabellen("partijen"))),
        grondslagen=tuple(map(lees_grondslag, bron.tabellen("grondslagen"))),
        systemen=bron.teksten("systemen", verplicht=False),
        overnemen=tuple(map(lees_overneemblok, bron.tabellen("overnemen"))),
        leefgebieden=bron.teksten("leefgebieden", minstens=1),
        bijzondere_rollen=bron.teksten("bijzondere_rollen", verplicht=False),
        bewaartermijnen=tuple(map(lees_bewaartermijn, bron.tabellen("bewaartermijnen"))),
        verantwoording=lees_verantwoording(bron.tabel("verantwoording")) if bron.heeft("verantwoording") else STANDAARD,
        regels=MappingProxyType(lees_regels(bron.tabel("regels"), bewaard=bewaard)),
        wie_wij_zijn=bron.tekst("wie_wij_zijn", verplicht=False, langste=600),
        brontekst=tekst,
    )
    bron.sluit()
    return profiel
