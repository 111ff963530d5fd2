"""A JZV UitkomstOverleg: it fits the published schema, reads back as it was, and names only who may be named."""

from __future__ import annotations

import json
from datetime import date, time

import pytest
import yaml
from factories import Bureau
from jsonschema import Draft4Validator
from rondtafel import Rond
from sqlalchemy import select

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import DocumentSoort, OordeelUitkomst
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.paths import lees_hulpbron
from zvh_desktop.services.overnemen.jzv.jzv import JzvService, JzvVraag
from zvh_desktop.services.overnemen.jzv.uitkomst import (
    GEEN_BSN,
    JzvActie,
    JzvBesluit,
    JzvOverleg,
    als_json,
    uit_json,
)


def keur(inhoud: bytes) -> None:
    """By the file as it was published, without anything of the product."""
    onderdelen = yaml.safe_load(lees_hulpbron("jzv/UitkomstOverleg.yaml"))["components"]
    schema = {"components": onderdelen, "$ref": "#/components/schemas/GepagineerdCasusoverlegLijst"}
    Draft4Validator(schema).validate(json.loads(inhoud))


def vol(sleutel: int = 1, tekst: str = "Woord") -> JzvOverleg:
    besluit = JzvBesluit(sleutel, f"{tekst}soort", tekst, f"{tekst}als", f"{tekst}wie", f"{tekst}partij")
    actie = JzvActie(
        sleutel,
        tekst,
        f"{tekst}partij",
        f"{tekst}als",
        f"{tekst}wie",
        "wonen",
        date(2026, 2, 3),
        "open",
        f"{tekst} Naam",
    )
    kaal = JzvActie(sleutel + 1, tekst, "", "", "", "", None, "gereed", "")
    return JzvOverleg(
        sleutel,
        "Casustafel",
        date(2026, 1, 5),
        time(9, 0),
        time(9, 30),
        "2026-0001",
        date(2025, 12, 1),
        (f"{tekst} Een", f"{tekst} Twee"),
        f"{tekst}doel",
        f"{tekst}beeld",
        f"{tekst}oordeel",
        f"{tekst}besluit",
        f"{tekst}uitkomst",
        (("Partij", "aanwezig"),),
        ((tekst, "Partij", "gedaan"),),
        (besluit,),
        (actie, kaal),
    )


@pytest.mark.parametrize("tekst", ["Woord", '"}]</script>', "é\u2028ﷺ\n\n\tslot", "X" * 1000])
def test_heen_en_terug_verliest_niets(tekst: str) -> None:
    overleggen = (vol(1, tekst), vol(3, tekst))
    inhoud = als_json("kluis", overleggen)
    keur(inhoud)
    assert uit_json(json.loads(inhoud)) == overleggen
    assert als_json("kluis", overleggen) == inhoud, "the same identifications each time"
    keur(als_json("kluis", ()))


def test_het_bsn_is_van_niemand() -> None:
    som = sum(int(cijfer) * plaats for cijfer, plaats in zip(GEEN_BSN, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    assert som % 11 != 0
    genest = json.loads(als_json("kluis", (vol(),)))
    acties = genest["resultaten"][0]["betreft"]["heeftActie"]
    assert {actie["heeftBetrekkingOp"]["burgerservicenummer"] for actie in acties} == {GEEN_BSN}
    assert acties[1]["heeftBetrekkingOp"]["naam"]["geslachtsnaam"] == "2026-0001"
    assert "geen BSN" in genest["aanvullend"]["aantekening"]


def test_een_overleg_voor_het_huis_en_voor_een_partij(bureau: Bureau) -> None:
    rond = Rond(bureau)
    dienst = JzvService(bureau.werkplek)
    vraag = JzvVraag(overleg_id=rond.tafel)
    assert [een.naam for een in dienst.ontvangers(vraag)][1:] == sorted([bureau.naam("OM"), bureau.naam("Politie")])
    huis = dienst.maak(vraag)
    keur(huis.inhoud)
    assert huis.bestandsnaam.endswith(".json")
    eerste, tweede = uit_json(json.loads(huis.inhoud))
    assert (eerste.beeld, tweede.beeld) == ("Beeldwoord0", "Beeldwoord1")
    assert tweede.betrokkenen == ("Testpersoon Twee",)
    assert [een.omschrijving for een in tweede.besluiten] == ["Besluitwoord1"]
    assert [(een.omschrijving, een.belegd_bij) for een in tweede.acties] == [("Actiewoord", bureau.naam("OM"))]
    om = dienst.maak(JzvVraag(overleg_id=rond.tafel, partij_id=bureau.partij("OM")))
    keur(om.inhoud)
    assert [een.beeld for een in uit_json(json.loads(om.inhoud))] == ["Beeldwoord1"]
    for niet in ("Beeldwoord0", "Testpersoon", bureau.nummer(rond.casussen[0])):
        assert niet not in om.inhoud.decode()
    assert om.casusnummers == (bureau.nummer(rond.casussen[1]),)
    bureau.oordeel(rond.casussen[1], "OM", uitkomst=OordeelUitkomst.NIET_RECHTMATIG, vanaf=bureau.klok.vandaag)
    with pytest.raises(GebruikersFout, match="Er is niets dat"):
        dienst.maak(JzvVraag(overleg_id=rond.tafel, partij_id=bureau.partij("OM")))
    with bureau.kluis.sessies() as sessie:
        kopieen = sessie.scalars(select(Uitgegeven).filter_by(soort=DocumentSoort.JZV_UITKOMST)).all()
        assert [(rij.partij_id, rij.inhoud) for rij in kopieen] == [
            (None, huis.inhoud),
            (bureau.partij("OM"), om.inhoud),
        ]
    gelogd = [regel.resultaat for regel in bureau.diensten().logboek.lees() if "JZV-bestand" in regel.wat]
    assert len(gelogd) == 3, "a refusal is logged too"
    assert gelogd[1:] == ["gelukt", "gelukt"]


def test_een_casus_over_al_zijn_overleggen_en_een_concept_niet(bureau: Bureau) -> None:
    rond = Rond(bureau, vast=False)
    dienst = JzvService(bureau.werkplek)
    vraag = JzvVraag(casus_id=rond.casussen[0], partij_id=bureau.partij("Politie"))
    for een in (vraag, JzvVraag(overleg_id=rond.tafel)):
        with pytest.raises(GebruikersFout, match="nog geen vastgesteld verslag"):
            dienst.maak(een)
    bureau.alsof_bevestigd()
    bureau.verslagen.stel_vast(rond.tafel)
    stuk = dienst.maak(vraag)
    keur(stuk.inhoud)
    assert [een.casusnummer for een in uit_json(json.loads(stuk.inhoud))] == [bureau.nummer(rond.casussen[0])]
    assert stuk.casusnummers == (bureau.nummer(rond.casussen[0]),)
