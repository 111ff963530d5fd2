"""Letters in which nobody types anything go through the door too: what comes to stand in one is found there.

What is planted stands where the words of the house stand now, as if a field was added to the letter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from email import message_from_bytes
from email.message import Message
from typing import Any

import pytest
from factories import Bureau
from lekrond import haal_alles_weg
from test_elke_deur import (
    GEPLANT,
    ZONDER_NAMEN,
    _bestuur,
    _verzoek_met_stuk,
    ander_erbij,
    uit_pdf,
    verstuurd,
)
from verzoekzaak import Zaak

from zvh_desktop.documents.bestuur.overleg_uitnodiging import bouw_overleg_uitnodiging_pdf
from zvh_desktop.documents.intrekking import IntrekkingPunt
from zvh_desktop.models.keuzen.verzoekkeuzes import (
    AantekeningUitkomst,
    Aard,
    ItemSoort,
    VerzoekSoort,
    VerzoekUitkomst,
)
from zvh_desktop.services.lek.gegevens import LekOpen
from zvh_desktop.services.uitnodigen import bestuurstukken, uitnodigingen
from zvh_desktop.services.uitnodigen.intrekking import intrekking_gegevens
from zvh_desktop.services.verzoeken import partijdelen
from zvh_desktop.services.verzoeken.brieven import VerzoekbriefService
from zvh_desktop.services.verzoeken.gegevens import VerzoekbesluitInvoer

Deur = tuple[Callable[[], object], Callable[[], str]]
"""What makes it, and the text of what it made."""


def intrekking_van_een_partij(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> Deur:
    bureau.contact("Politie", "OM")
    tafel, casus = bureau.tafel(), bureau.casus("Testpersoon Twee")
    bureau.punt(tafel, casus, "Politie", "OM")
    bureau.akkoord(tafel)
    verstuurd(bureau, tafel)
    bureau.trek_in(casus, "Politie")
    post = bureau.diensten().uitnodigingen
    regel = next(een for een in post.lijst(tafel) if een.kort == "Politie")

    def geplant(*waarden: Any) -> Any:
        return replace(intrekking_gegevens(*waarden), resterend=(IntrekkingPunt(time(10), None, ZONDER_NAMEN),))

    monkeypatch.setattr(uitnodigingen, "intrekking_gegevens", geplant)
    return lambda: post.intrekking(regel.id), lambda: uit_pdf(post.intrekking(regel.id).brief.inhoud)


def uitgenodigd_lid(bureau: Bureau, inbreng: str) -> Any:
    overleg, diensten = _bestuur(bureau), bureau.diensten()
    lid = diensten.overleggen.toon(overleg).leden[0]
    invoer = replace(
        lid.invoer, vertegenwoordiger="Testpersoon Lid", email="lid@voorbeeld.invalid", gevraagde_inbreng=inbreng
    )
    diensten.overlegleden.wijzig(lid.id, invoer)
    post = diensten.overleguitnodigingen
    haal_alles_weg(bureau, lambda: post.stukken(lid.id))
    post.noteer_verstuurd([lid.id])
    return diensten, overleg, lid


def intrekking_van_het_bestuur(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> Deur:
    diensten, _, lid = uitgenodigd_lid(bureau, "Een verzonnen vraag.")
    post, gewoon = diensten.overleguitnodigingen, bestuurstukken._ingetrokken

    def geplant(*waarden: Any) -> Any:
        return replace(gewoon(*waarden), zetel=ZONDER_NAMEN)

    monkeypatch.setattr(bestuurstukken, "_ingetrokken", geplant)
    # the letter in which that stands
    monkeypatch.setattr(bestuurstukken, "bouw_overleg_intrekking_pdf", bouw_overleg_uitnodiging_pdf)
    return lambda: post.intrekking(lid.id), lambda: uit_pdf(post.intrekking(lid.id).brief.inhoud)


def inzagebrief(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> Deur:
    zaak = Zaak(bureau)
    verzoek, politie = zaak.verzoek(VerzoekSoort.INZAGE), bureau.partij("Politie")
    monkeypatch.setattr(partijdelen, "_nummers", lambda *_: (ZONDER_NAMEN,))
    brief = zaak.dienst.delen.brief
    return lambda: brief(verzoek, politie), lambda: uit_pdf(brief(verzoek, politie).inhoud)


def stuk_bij_de_inzagebrief(bureau: Bureau, _monkeypatch: pytest.MonkeyPatch) -> Deur:
    """The part of the partij itself, with what it gave, goes with the letter."""
    zaak, verzoek = _verzoek_met_stuk(bureau)
    politie = bureau.partij("Politie")

    def concept() -> Message:
        return message_from_bytes(zaak.dienst.delen.concept(verzoek, politie).inhoud)

    def lees() -> str:
        pdfs = (deel.get_payload(decode=True) for deel in concept().walk() if deel.get_filename())
        return " ".join(uit_pdf(pdf) for pdf in pdfs if isinstance(pdf, bytes) and pdf.startswith(b"%PDF"))

    return concept, lees


def kennisgeving(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> Deur:
    zaak = Zaak(bureau)
    verzoek, om = zaak.verzoek(VerzoekSoort.CORRECTIE), bureau.partij("OM")
    noot = zaak.zet(verzoek, ItemSoort.BESLUIT, Aard.CORRECTIE)
    zaak.dienst.aantekeningen.beslis(noot, AantekeningUitkomst.OVERGENOMEN, "Het is aangepast.")
    bureau.alsof_bevestigd()
    zaak.dienst.besluit(verzoek, VerzoekbesluitInvoer(VerzoekUitkomst.TOEGEWEZEN))
    for regel in zaak.diensten.uitnodigingen.lijst(zaak.tafel):
        zaak.diensten.uitnodigingen.markeer_verzonden(regel.id)
    monkeypatch.setattr(VerzoekbriefService, "_zin", lambda *_, **__: ZONDER_NAMEN)
    brief = zaak.dienst.brieven.brief
    return lambda: brief(verzoek, om), lambda: uit_pdf(brief(verzoek, om).inhoud)


DEUREN = (
    intrekking_van_een_partij,
    intrekking_van_het_bestuur,
    inzagebrief,
    stuk_bij_de_inzagebrief,
    kennisgeving,
)


@pytest.mark.parametrize("deur", DEUREN, ids=lambda deur: deur.__name__)
def test_wat_in_een_vaste_brief_komt_te_staan_wordt_daar_gevonden(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch, deur: Callable[[Bureau, pytest.MonkeyPatch], Deur]
) -> None:
    ander_erbij(bureau)
    maak, lees = deur(bureau, monkeypatch)
    gevonden = haal_alles_weg(bureau, maak)
    assert {een.vondst.soort: een.gevonden for een in gevonden} == GEPLANT
    maak()
    tekst = lees()
    assert not [woord for woord in GEPLANT.values() if woord in tekst]
    assert "Rustig begin" in tekst and "[weggelaten]" in tekst


def test_een_intrekking_van_het_bestuur_vraagt_niets_over_wat_er_niet_in_staat(bureau: Bureau) -> None:
    """The question to this member was changed after the uitnodiging went: the withdrawal does not say it."""
    diensten, overleg, lid = uitgenodigd_lid(bureau, "Een verzonnen vraag.")
    invoer = diensten.overleggen.toon(overleg).leden[0].invoer
    diensten.overlegleden.wijzig(lid.id, replace(invoer, gevraagde_inbreng="Bel 06-55012399."))
    with pytest.raises(LekOpen):
        diensten.overleguitnodigingen.stukken(lid.id)
    tekst = uit_pdf(diensten.overleguitnodigingen.intrekking(lid.id).brief.inhoud)
    assert "trekken wij in" in tekst and "06-55012399" not in tekst
