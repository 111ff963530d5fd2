"""A sixth house is one file: an invented house with odd names does the whole job from a profile on disk."""

from __future__ import annotations

import email
import email.policy
import re
import shutil
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from beurten import om_beurten
from demo_lezen import bladen_van, zonder_wit
from huis_lezen import GEWONE_TERMEN, ZESDE_HUIS, teksten
from icalendar import Calendar
from woorden_van_huizen import WOORDEN, eigen_tekst, patroon

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.documents.opmaak.bestandsnaam import mapnaam
from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.keuzes import DocumentSoort, OverlegStatus, Rol
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.lezen import lees_profiel
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.services.diensten import bouw_diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount

VRIJE_TEKST = ("betrokkene", "betrokkenen")
"""In the invented besprekingen, as anybody may type it."""

GEEN_TERM = re.compile(
    r"\b(?:[Aa]an|[Vv]an|keuken)\s?tafel\b|casemanager|winkelmedewerker|\S+\.(?:pdf|ics|eml)|\S+@\S+"
)
"""Everyday Dutch, names of files and addresses."""


@pytest.fixture(scope="module")
def profiel() -> Huisprofiel:
    return lees_profiel(ZESDE_HUIS.read_text(encoding="utf-8"), ZESDE_HUIS.name)


@pytest.fixture(scope="module", params=om_beurten(["zesde"]))
def oost(speel: Callable):
    """Read only."""
    return speel(ZESDE_HUIS)


def bestanden(oost, *soorten: DocumentSoort) -> list[Path]:
    return [oost.map / d["bestand"] for d in oost.overzicht["documenten"] if d["soort"] in soorten]


def pdf_tekst(inhoud: bytes) -> str:
    return zonder_wit("".join(bladen_van(inhoud)))


def test_het_hele_werk_en_de_kluis_is_in_orde(oost, zvh: Callable, tmp_path: Path) -> None:
    assert (oost.afloop.code, oost.afloop.fout) == (0, "")
    assert "Geweigerd, zoals het hoort" in oost.afloop.uit
    assert "(§ 5, lid 1)" in oost.afloop.uit
    assert oost.overzicht["huis"] == "oost-hof"
    controle = zvh("controleer", shutil.copytree(oost.kluis, tmp_path / "kluis"))
    assert (controle.code, controle.fout) == (0, "")


def test_geen_woord_van_een_ander_huis_en_ook_niet_het_gewone_woord(oost, profiel: Huisprofiel) -> None:
    gewoon = laad_meegeleverd("landelijk").termen
    vreemd = {*WOORDEN, *(str(getattr(gewoon, veld.name)) for veld in fields(Termen) if veld.name != "het")}
    eigen = eigen_tekst(profiel)
    vreemd = {een for een in vreemd if not patroon(een).search(eigen)} - {*VRIJE_TEKST}
    assert {"procesregisseur", "afschaling", "opschaling", "opgeschaald", "aanmelder", "plan van aanpak"} <= vreemd
    stappen = oost.afloop.uit.split("Alles is verzonnen")[0].replace(str(oost.map), "")
    gevonden = [
        f"{bestand}: ...{tekst[max(0, plek.start() - 30) : plek.end() + 20]}"
        for bestand, ruw in {**teksten(oost), "stappen": stappen}.items()
        for tekst in [GEEN_TERM.sub(" ", ruw)]
        for verboden in sorted(vreemd)
        for plek in re.finditer(rf"\b{re.escape(verboden)}\b", tekst, re.IGNORECASE)
    ]
    assert not gevonden
    gelezen = {bestand: GEEN_TERM.sub(" ", ruw) for bestand, ruw in {**teksten(oost), "stappen": stappen}.items()}
    assert [bestand for bestand, tekst in gelezen.items() if GEWONE_TERMEN.search(tekst)] == []


def test_de_eigen_woorden_staan_in_de_documenten(oost, profiel: Huisprofiel) -> None:
    alles = zonder_wit(" ".join(teksten(oost).values()))
    termen = profiel.termen
    gezegd = (
        profiel.hoofdoverleg.naam, termen.casusregisseur, termen.procesregisseur, termen.procesregie,
        termen.manager, termen.afschaling, termen.opschaling, termen.plan_van_aanpak,
        termen.met_lidwoord("casusregisseur"), termen.met_lidwoord("procesregisseur"), profiel.fase("los").artikel,
    )  # fmt: skip
    assert [een for een in gezegd if zonder_wit(een).casefold() not in alles.casefold()] == []
    assert "hetcoördinatiepunt" in alles


def test_elk_artikel_is_van_dit_huis(oost, profiel: Huisprofiel) -> None:
    alles = teksten(oost)
    vreemd = {
        f"{bestand}: {vondst}" for bestand, tekst in alles.items() for vondst in re.findall(r"\bart\. ?\d", tekst)
    }
    assert not vreemd
    gevonden = {vondst for tekst in alles.values() for vondst in re.findall(r"§ \d+(?:, lid \d+)?", tekst)}
    assert len(gevonden) >= 5
    assert {een for een in gevonden if een not in profiel.brontekst} == set()


def test_namen_met_tekens_komen_heel_over_in_elk_soort_bestand(oost, profiel: Huisprofiel) -> None:
    for tekst in teksten(oost).values():
        assert not re.search(r"&(?:amp|lt|gt|quot|#\d+);|&&", tekst)
    for bestand in bestanden(oost, *DocumentSoort):
        naam = profiel.naam if bestand.name.startswith("uitnodiging") else profiel.korte_naam
        assert bestand.suffix != ".pdf" or zonder_wit(naam) in pdf_tekst(bestand.read_bytes())
    partijen = {d["partij"] for d in oost.overzicht["documenten"]} - {None}
    assert {"Wacht & Waken <Oost>", 'Stichting "Zorg" d\'Amélie', "Ommelanden & Co <in liquidatie>"} <= partijen
    brieven = "".join(
        pdf_tekst(bestand.read_bytes())
        for bestand in bestanden(oost, DocumentSoort.UITNODIGING, DocumentSoort.INTREKKING)
    )
    (dossier,) = bestanden(oost, DocumentSoort.OPSCHALING)
    assert profiel.opschaling is not None
    assert zonder_wit(profiel.opschaling.naar) in pdf_tekst(dossier.read_bytes())
    uitgenodigd = partijen - {profiel.opschaling.naar}
    assert [naam for naam in uitgenodigd if zonder_wit(naam) not in brieven] == []
    for bestand in bestanden(oost, DocumentSoort.UITNODIGING_ICS):
        (afspraak,) = Calendar.from_ical(bestand.read_bytes()).walk("VEVENT")
        samenvatting = f"OEFENING - {profiel.casusoverleggen[0].naam} - {profiel.korte_naam} (VERTROUWELIJK)"
        assert str(afspraak["SUMMARY"]) == samenvatting
    for bestand in bestanden(oost, DocumentSoort.UITNODIGING_EML):
        bericht = email.message_from_bytes(bestand.read_bytes(), policy=email.policy.default)
        assert profiel.casusoverleggen[0].naam in str(bericht["Subject"])
        delen = {deel.get_content_subtype(): deel for deel in bericht.walk() if not deel.is_multipart()}
        assert profiel.korte_naam in str(delen["plain"].get_content())
        assert zonder_wit(profiel.naam) in pdf_tekst(delen["pdf"].get_payload(decode=True))


def test_mappen_en_bestanden_kunnen_op_elk_systeem(oost) -> None:
    paden = [document["bestand"] for document in oost.overzicht["documenten"]]
    assert len({pad.casefold() for pad in paden}) == len(paden)
    for pad in paden:
        for deel in pad.split("/"):
            assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]", deel) or deel == "K"
            assert deel.split(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}
    mappen = {document["bestand"].split("/")[1]: document["partij"] for document in oost.overzicht["documenten"]}
    # Two names that only differ in their signs, and one that is the name of the folder of the house itself.
    assert mapnaam("Wacht & Waken <Oost>") == mapnaam("Wacht / Waken (Oost)")
    assert {mappen["Wacht-Waken-Oost"], mappen["Wacht-Waken-Oost-2"]} == {
        "Wacht & Waken <Oost>",
        "Wacht / Waken (Oost)",
    }
    assert mappen["regie"] is None
    assert mappen["Regie-2"] == "Regie"
    assert mappen["partij-COM1"] == "COM1"


def test_drie_personen_besluiten_samen_over_afschaling(oost) -> None:
    (bestand,) = bestanden(oost, DocumentSoort.AFSCHALING)
    tekst = pdf_tekst(bestand.read_bytes())
    for zin in (
        "de bespreekhoeder (M. Voorbeeld",
        "het coördinatiepunt (L. Proefstra",
        "de huismeester (A. Probeersma",
    ):
        assert zonder_wit(zin) in tekst
    assert zonder_wit("Berust op § 10, lid 2") in tekst


def test_een_casus_gaat_heen_en_weer_door_de_eigen_fasen(oost, tmp_path: Path) -> None:
    kluismap = shutil.copytree(oost.kluis, tmp_path / "kluis")
    account = oefenaccount(Rol.PROCESREGISSEUR)
    with open_kluis(kluismap, account.gebruiker, account.wachtwoord) as kluis:
        diensten = bouw_diensten(kluis)
        casussen = [diensten.casussen.toon(regel.id) for regel in diensten.casussen.lijst()]
        assert {"klop", "ontmoeting", "los"} <= {casus.fase_sleutel for casus in casussen}
        gepland = {regel.id for regel in diensten.tafels.lijst() if regel.status is not OverlegStatus.GEHOUDEN}
        casus = next(c for c in casussen if c.fase_sleutel == "ontmoeting" and not gepland & set(c.overleggen))
        for stap in ("herzeef", "diep", "rust", "diep"):
            diensten.casussen.naar_fase(casus.id, stap)
            assert diensten.casussen.toon(casus.id).fase_sleutel == stap
        with pytest.raises(RegelGeweigerd, match=r"Boven & <West>.*§ 9, lid 2"):
            diensten.casussen.naar_fase(casus.id, "boven")
        with pytest.raises(RegelGeweigerd, match=r"§ 10, lid 2"):
            diensten.casussen.naar_fase(casus.id, "los")


def test_een_profiel_met_fouten_begint_geen_demo(zvh: Callable, tmp_path: Path) -> None:
    kapot = tmp_path / "kapot.toml"
    kapot.write_text(ZESDE_HUIS.read_text(encoding="utf-8").replace('naar = ["ontmoeting"]', 'naar = ["weg"]'), "utf-8")
    afloop = zvh("demo", "--uit", tmp_path / "uit", "--profiel", kapot)
    assert afloop.code == 1
    assert re.search(r"kapot\.toml: fasen\[1\]\.naar \(regel \d+\): gevonden \"weg\"", afloop.uit)
    assert "1 fout gevonden" in afloop.fout
    assert not (tmp_path / "uit").exists()
    assert zvh("demo", "--uit", tmp_path / "uit", "--profiel", tmp_path / "weg.toml").code == 1
    samen = zvh("demo", "--uit", tmp_path / "uit", "--profiel", kapot, "--huis", "delft")
    assert samen.code == 2
    assert "gaan niet samen" in samen.fout
