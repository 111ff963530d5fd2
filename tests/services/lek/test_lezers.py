"""A choice is for one reader: whoever is another one has another key, also under the same name."""

from __future__ import annotations

from factories import Bureau
from test_elke_deur import _rond, ander_erbij, laat_alles_mee_behalve_bsn

from zvh_desktop.models.casus import Betrokkene
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.lek.lezers import (
    KLEMBORD,
    naar_betrokkene,
    naar_elders,
    naar_justitie,
    naar_klembord,
    naar_partij,
    naar_systeem,
)
from zvh_desktop.services.overnemen.jzv.jzv import JzvService, JzvVraag
from zvh_desktop.services.overnemen.overnemen import OverneemService


def mens(nummer: int) -> Betrokkene:
    return Betrokkene(id=nummer, naam="Testpersoon", adres="", gemeente="", geboortedatum=None)


def test_elke_lezer_heeft_een_eigen_sleutel_ook_met_dezelfde_naam() -> None:
    lezers = (
        naar_klembord(),
        naar_justitie(),
        naar_systeem("Eerste"),
        naar_systeem("Tweede"),
        naar_systeem("jzv"),
        naar_elders(KLEMBORD, "traject 1"),
        naar_elders(KLEMBORD, "traject 2"),
        naar_elders("voorzitter", "lid 1"),
        naar_elders("voorzitter", "lid 2"),
        naar_betrokkene((mens(5),), "U", "brief"),
        naar_betrokkene((mens(5),), "U", "verzoek 1"),
        naar_betrokkene((mens(9), mens(5)), "U", "verzoek 1"),
        naar_betrokkene((mens(5),), "U", "verzoek 2"),
        naar_betrokkene((), "U", "verzoek 3"),
        naar_betrokkene((), "U", "verzoek 4"),
        naar_partij(Partij(id=PartijId(5), naam="Proefpartij", kort="PP")),
        naar_partij(Partij(id=PartijId(1), naam="Proefpartij", kort="PP")),
    )
    assert len({een.sleutel for een in lezers}) == len(lezers)
    assert (
        naar_betrokkene((mens(9), mens(5)), "U", "x").sleutel == naar_betrokkene((mens(5), mens(9)), "U", "x").sleutel
    )


def test_wat_het_ene_systeem_in_mag_is_niet_gekozen_voor_justitie_en_een_ander_systeem(bureau: Bureau) -> None:
    ander_erbij(bureau)
    rond = _rond(bureau)
    over = OverneemService(bureau.werkplek, bureau.plannen)
    nummer = bureau.nummer(rond.casussen[1])
    regel = next(een for een in over.lijst(rond.tafel) if een.casusnummer == nummer)
    assert {deel.systeem for deel in regel.delen} == {regel.systeem}
    gekozen = laat_alles_mee_behalve_bsn(bureau, lambda: over.om_te_kopieren(nummer, regel.delen))
    assert gekozen
    over.om_te_kopieren(nummer, regel.delen)
    open_bij_justitie = laat_alles_mee_behalve_bsn(
        bureau, lambda: JzvService(bureau.werkplek).maak(JzvVraag(casus_id=rond.casussen[1]))
    )
    assert {een.gevonden for een in open_bij_justitie} == {een.gevonden for een in gekozen}
