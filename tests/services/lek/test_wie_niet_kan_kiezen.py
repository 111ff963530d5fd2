"""Nobody is led to a choice that cannot be made: each role gets through each door that it may open, without a BSN."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from factories import BEHEER, REGIE, WACHTWOORD, Bureau, open_kluis
from test_elke_deur import ZONDER_NAMEN, _bestuur, uit_pdf, uit_xlsx
from trajecthulp import aanvraag

from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.lek.gegevens import LekNietHier
from zvh_desktop.services.stukken.lijsten import Lijstrij, Lijstvraag

Deur = Callable[[Diensten], str]
BSN = "999990019"


def agenda(bureau: Bureau) -> Deur:
    overleg = _bestuur(bureau)
    return lambda diensten: uit_pdf(diensten.overleggen.agenda_pdf(overleg).inhoud)


def verslag(bureau: Bureau) -> Deur:
    overleg = _bestuur(bureau)
    bureau.klok.verder(dagen=7)
    overleggen = bureau.diensten().overleggen
    overleggen.houd(overleg)
    (punt,) = overleggen.toon(overleg).punten
    overleggen.bewaar_verslag(punt.id, ZONDER_NAMEN)
    return lambda diensten: uit_pdf(diensten.overleggen.verslag_pdf(overleg).inhoud)


def formulier(bureau: Bureau) -> Deur:
    trajecten = bureau.diensten().samenwerking.trajecten
    traject = trajecten.begin(replace(aanvraag(bureau), bijdrage=ZONDER_NAMEN))
    return lambda diensten: uit_pdf(diensten.samenwerking.trajecten.brieven.formulier(traject).inhoud)


def lijst(_bureau: Bureau) -> Deur:
    vraag = Lijstvraag(Lijst.CONTACTPERSONEN, ("Naam", "Telefoon"), (Lijstrij(("Proef", ZONDER_NAMEN), ""),), 1)
    return lambda diensten: uit_xlsx(diensten.lijsten.maak(vraag).inhoud)


def klembord(_bureau: Bureau) -> Deur:
    return lambda diensten: " ".join(diensten.verzoeken.rijen.weeg((("Proef", ZONDER_NAMEN),))[0])


STUKKEN = (agenda, verslag, formulier)


@pytest.mark.parametrize("deur", [*STUKKEN, lijst, klembord], ids=lambda deur: deur.__name__)
def test_een_beheerder_komt_door_elke_deur_die_hij_mag_openen_zonder_bsn(
    bureau: Bureau, deur: Callable[[Bureau], Deur]
) -> None:
    maak = deur(bureau)
    tekst = maak(bureau.als(BEHEER).diensten())
    assert "Rustig begin" in tekst and "BSN [weggelaten]" in tekst and BSN not in tekst
    assert "06-55012345" in tekst, "who may read no casus is not asked about the house"
    assert bureau.waarde("SELECT count(*) FROM lekoordeel") == 0


@pytest.mark.parametrize("deur", [*STUKKEN, klembord], ids=lambda deur: deur.__name__)
def test_in_een_kluis_om_te_lezen_wordt_niets_gevraagd_wat_niet_te_kiezen_is(
    bureau: Bureau, deur: Callable[[Bureau], Deur]
) -> None:
    maak = deur(bureau)
    bureau.kluis.sluit()
    with open_kluis(bureau.map, REGIE, WACHTWOORD, alleen_lezen=True) as kluis:
        diensten = bouw_diensten(kluis, bureau.klok, "toets")
        if deur is klembord:
            tekst = maak(diensten)
            assert "Rustig begin" in tekst and "06-55012345" not in tekst and BSN not in tekst
        else:
            with pytest.raises(LekNietHier, match="alleen te lezen") as gevangen:
                maak(diensten)
            assert "Maak het stuk waar u in de kluis werkt" in gevangen.value.advies
            assert BSN not in str(gevangen.value)
