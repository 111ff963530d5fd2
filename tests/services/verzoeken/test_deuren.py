"""What is restricted leaves by no door: documents, drafts, appointments, JZV files and what is typed over elsewhere."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from html import unescape
from pathlib import Path

import pytest
from factories import Bureau, ProefKlok, kopieer
from verzoekzaak import NAAM, WOORDEN, Zaak, lees

from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzen.verzoekkeuzes import Aard, ItemSoort, VerzoekSoort
from zvh_desktop.services.bewerkbaar.lijsten import LijstService
from zvh_desktop.services.overnemen.jzv.jzv import JzvService, JzvVraag
from zvh_desktop.services.overnemen.overnemen import OverneemService
from zvh_desktop.services.stukken.lijsten import Lijstrij, Lijstvraag


@pytest.fixture(scope="module")
def zaak(twents_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zaak]:
    basis = tmp_path_factory.mktemp("deuren")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        bureau = Bureau(kopieer(twents_sjabloon, basis / "proef.kluis"), ProefKlok())
        yield Zaak(bureau)
        bureau.sluit()


def uit_bericht(bericht: bytes) -> str:
    """The text of a draft and of each of its attachments."""
    delen = []
    for deel in message_from_bytes(bericht).walk():
        inhoud = deel.get_payload(decode=True)
        if isinstance(inhoud, bytes):
            delen.append(lees(inhoud) if deel.get_content_type() == "application/pdf" else str(inhoud, "utf-8"))
    return " ".join(delen)


def uit_werkboek(inhoud: bytes) -> str:
    """Every text in a workbook."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as boek:
        return unescape(" ".join(boek.read(naam).decode() for naam in boek.namelist() if naam.endswith(".xml")))


def deuren(zaak: Zaak) -> Iterator[tuple[str, str]]:
    """By which door, and what leaves there now."""
    yield from zaak.stukken()
    bureau = zaak.bureau
    for regel in zaak.diensten.uitnodigingen.lijst(zaak.tafel):
        stukken = zaak.diensten.uitnodigingen.stukken(regel.id)
        yield "bericht", stukken.bericht.tekst
        yield "concept", uit_bericht(stukken.concept.inhoud)
    jzv = JzvService(bureau.werkplek)
    for vraag in (JzvVraag(overleg_id=zaak.tafel), JzvVraag(casus_id=zaak.een)):
        for partij in (None, bureau.partij("Politie"), bureau.partij("OM")):
            inhoud = jzv.maak(JzvVraag(vraag.overleg_id, vraag.casus_id, partij)).inhoud
            yield "jzv huis" if partij is None else "jzv partij", json.dumps(json.loads(inhoud), ensure_ascii=False)
    cellen = (NAAM, *(WOORDEN[soort] for soort in IN_OVERNEMEN))
    rij = Lijstrij(cellen, bureau.nummer(zaak.een))
    koppen = tuple(f"Kolom {nummer}" for nummer in range(len(cellen)))
    yield (
        "lijst",
        uit_werkboek(LijstService(bureau.werkplek).maak(Lijstvraag(Lijst.CASUSSEN, koppen, (rij,), 1)).inhoud),
    )
    for over in OverneemService(bureau.werkplek, bureau.plannen).lijst(zaak.tafel):
        yield "overnemen", over.blok


IN_JZV = (ItemSoort.AGENDAPUNT, ItemSoort.BESLUIT, ItemSoort.ACTIE)
IN_OVERNEMEN = (*IN_JZV, ItemSoort.PLAN, ItemSoort.PLANDOEL, ItemSoort.PLANROL)


def staat_in(zaak: Zaak, woord: str) -> set[str]:
    return {deur for deur, tekst in deuren(zaak) if woord in tekst}


def test_een_onderdeel_gaat_door_geen_enkele_deur(zaak: Zaak) -> None:
    voor = list(deuren(zaak))
    for soort in IN_JZV:
        assert {"jzv huis", "jzv partij", "overnemen", "lijst"} <= {
            deur for deur, tekst in voor if WOORDEN[soort] in tekst
        }
    for soort in IN_OVERNEMEN:
        assert "overnemen" in {deur for deur, tekst in voor if WOORDEN[soort] in tekst}
    verzoek = zaak.verzoek(VerzoekSoort.BEPERKING)
    noten = [zaak.zet(verzoek, soort, Aard.BEPERKING) for soort in IN_OVERNEMEN]
    na = list(deuren(zaak))
    assert [(deur, soort) for deur, tekst in na for soort in IN_OVERNEMEN if WOORDEN[soort] in tekst] == []
    assert "AVG art. 18" in next(tekst for deur, tekst in na if deur == "jzv partij")
    for noot in noten:
        zaak.dienst.aantekeningen.hef_op(noot, "Het is uitgezocht.", zaak.bureau.klok.vandaag)
    assert {"jzv huis", "jzv partij", "overnemen"} <= staat_in(zaak, WOORDEN[ItemSoort.BESLUIT])


def test_een_persoon_gaat_door_geen_enkele_deur(zaak: Zaak) -> None:
    voor = staat_in(zaak, NAAM)
    assert {"jzv huis", "overnemen"} <= voor
    assert "jzv partij" not in voor
    verzoek = zaak.verzoek(VerzoekSoort.BEPERKING)
    noot = zaak.zet(verzoek, ItemSoort.BETROKKENE, Aard.BEPERKING)
    for deur, tekst in deuren(zaak):
        for woord in (*WOORDEN.values(), NAAM, NAAM.split()[-1]):
            assert woord not in tekst, (deur, woord)
    zaak.dienst.aantekeningen.hef_op(noot, "Het is uitgezocht.", zaak.bureau.klok.vandaag)
    assert staat_in(zaak, NAAM) == voor


def test_een_correctie_reist_mee(zaak: Zaak) -> None:
    """Who gets the text gets what the betrokkene says of it, and an actie keeps the name of its person."""
    verzoek = zaak.verzoek(VerzoekSoort.CORRECTIE)
    zaak.zet(verzoek, ItemSoort.BESLUIT, Aard.CORRECTIE, "Kanarienoot.")
    assert {"jzv huis", "jzv partij", "overnemen"} <= staat_in(zaak, "Kanarienoot.")
