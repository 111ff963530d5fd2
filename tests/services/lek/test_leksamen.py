"""What is made for several readers at once asks once, about all that waits in any, and does nothing by halves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from factories import Bureau
from lekrond import laat_alles_mee

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzen.lekkeuzes import Leksoort
from zvh_desktop.models.keuzes import DocumentSoort
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.services.lek.gegevens import LekOpen
from zvh_desktop.services.lek.lekken import LekService
from zvh_desktop.services.lek.samen import Leksamen
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.uitnodigen.herinneringen import HerinneringService
from zvh_desktop.ui.pages.tafel.stukken.elk_voor_zich import ElkVoorZich
from zvh_desktop.ui.pages.tafel.stukken.verzending import concept_van, verzendingen

TEKST = "Bel 06-55012345."
Daad = tuple[Callable[[], object], Callable[[], int], set[str]]
"""What is done, how many were made by then, and who read it."""


def vul_agenda(bureau: Bureau) -> Any:
    bureau.contact("Politie", "OM")
    tafel = bureau.tafel()
    punt = bureau.punt(tafel, bureau.casus("Testpersoon Twee"), "Politie", "OM")
    bureau.agenda.wijzig_punt(punt, PuntInvoer(20, "", TEKST, bureau.profiel.besluiten[0].sleutel, "Wonen"))
    for kort in ("Politie", "OM"):
        bureau.agenda.vraag_bijdrage(punt, bureau.partij(kort), TEKST)
    bureau.akkoord(tafel)
    return tafel


def namen(bureau: Bureau) -> set[str]:
    return {bureau.naam(kort) for kort in ("Politie", "OM")}


def alle_stukken(bureau: Bureau) -> Daad:
    tafel = vul_agenda(bureau)
    vragen = [
        StukVraag(DocumentSoort.AGENDA_PARTIJ, tafel, bureau.partij(kort), "Agenda") for kort in ("Politie", "OM")
    ]
    gemaakt: list[object] = []

    def doe() -> None:
        gemaakt.extend(bureau.diensten().documenten.maak_alle(vragen))

    return doe, lambda: len(gemaakt), namen(bureau)


def alles_verstuurd(bureau: Bureau) -> Daad:
    tafel = vul_agenda(bureau)
    post = bureau.diensten().uitnodigingen
    post.bereid_voor(tafel)

    def doe() -> None:
        verzendingen(bureau.diensten(), post.lijst(tafel)).doe()

    return doe, lambda: sum(regel.verzonden_op is not None for regel in post.lijst(tafel)), namen(bureau)


def herinneringen(bureau: Bureau) -> Daad:
    doe, _, _ = alles_verstuurd(bureau)
    gekozen = laat_alles_mee(bureau, doe)
    doe()
    for een in gekozen:
        LekService(bureau.werkplek).neem_terug(een)
    tafel = bureau.waarde("SELECT id FROM overleg")
    regels = [regel.id for regel in bureau.diensten().uitnodigingen.lijst(tafel)]
    telling = "SELECT count(*) FROM uitgegeven WHERE soort = :soort"
    return (
        lambda: HerinneringService(bureau.werkplek).maak(tafel, regels),
        lambda: int(bureau.waarde(telling, soort=DocumentSoort.HERINNERING_EML.value)),
        namen(bureau),
    )


def bestuur(bureau: Bureau) -> tuple[Any, list[Any], set[str]]:
    diensten = bureau.diensten()
    overleg = diensten.overleggen.plan(OverlegInvoer("stuurgroep", bureau.klok.over(7), time(13), time(15), "Raadzaal"))
    diensten.overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Jaarplan"))
    leden = diensten.overleggen.toon(overleg).leden[:2]
    for nummer, lid in enumerate(leden):
        invoer = replace(lid.invoer, vertegenwoordiger=f"Testpersoon Lid {nummer}", gevraagde_inbreng=TEKST)
        diensten.overlegleden.wijzig(lid.id, replace(invoer, email=f"lid{nummer}@voorbeeld.invalid"))
    return diensten.overleguitnodigingen, [lid.id for lid in leden], set()


def concepten_van_het_bestuur(bureau: Bureau) -> Daad:
    dienst, leden, _ = bestuur(bureau)
    gemaakt: list[object] = []
    return lambda: gemaakt.extend(dienst.concepten(leden)), lambda: len(gemaakt), set()


def bestuur_verstuurd(bureau: Bureau) -> Daad:
    dienst, leden, _ = bestuur(bureau)
    telling = "SELECT count(*) FROM overleg_uitnodiging WHERE verzonden_op IS NOT NULL"
    return lambda: dienst.noteer_verstuurd(leden), lambda: int(bureau.waarde(telling)), set()


@pytest.mark.parametrize(
    "daad", [alle_stukken, alles_verstuurd, herinneringen, concepten_van_het_bestuur, bestuur_verstuurd]
)
def test_voor_alle_lezers_samen_wordt_een_keer_gevraagd(bureau: Bureau, daad: Callable[[Bureau], Daad]) -> None:
    doe, gemaakt, lezers = daad(bureau)
    with pytest.raises(LekOpen) as gevangen:
        doe()
    gevonden = gevangen.value.bevindingen
    assert {een.vondst.soort for een in gevonden} == {Leksoort.TELEFOON}
    assert len({een.lezer for een in gevonden}) == 2, "of both, in one question"
    assert not lezers or {een.lezer for een in gevonden} == lezers
    assert gemaakt() == 0, "nothing by halves"
    laat_alles_mee(bureau, doe)
    doe()
    assert gemaakt() == 2


def test_concepten_elk_voor_zich_laten_eerst_kiezen(bureau: Bureau, tmp_path: Path) -> None:
    """What waits for a choice is no partij for which nothing can be made."""
    tafel = vul_agenda(bureau)
    diensten = bureau.diensten()
    diensten.uitnodigingen.bereid_voor(tafel)
    regels = diensten.uitnodigingen.lijst(tafel)
    doel = tmp_path / "concepten"
    doel.mkdir()
    werk = ElkVoorZich(regels, lambda regel: concept_van(diensten, regel), doel)
    with pytest.raises(LekOpen) as gevangen:
        werk(lambda *_: None)
    assert {een.lezer for een in gevangen.value.bevindingen} == namen(bureau)
    assert list(doel.iterdir()) == []
    laat_alles_mee(bureau, lambda: werk(lambda *_: None))
    assert len(werk(lambda *_: None).gemaakt) == 2


def test_een_andere_weigering_gaat_voor() -> None:
    samen = Leksamen()
    with pytest.raises(GebruikersFout, match="Dat kan niet"), samen.deel():
        raise GebruikersFout("Dat kan niet.")
    samen.eis_gekozen()
