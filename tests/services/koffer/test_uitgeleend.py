"""While a koffer is out its tafel can be read in the office, and not be changed: by no service, and by no SQL."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

import pytest
from factories import Bureau
from kofferhulp import DAGEN, Kantoor
from sqlalchemy import text

from zvh_desktop.errors import Uitgeleend
from zvh_desktop.models.keuzes import Aanwezigheid, ActieId, ActieStatus
from zvh_desktop.models.taal import datum_lang
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst
from zvh_desktop.services.tafel.volgorde.wens_gegevens import Tijden
from zvh_desktop.services.uitnodigen.afgelasten import AfgelastService

Daad = Callable[[Kantoor, Bureau], object]

DADEN: dict[str, Daad] = {
    "een punt starten": lambda k, b: b.verslagen.start_punt(k.punt_een, andere_dag=True),
    "een tekst bewaren": lambda k, b: b.verslagen.bewaar_tekst(k.punt_een, VerslagTekst("x", "y", "z")),
    "een besluit": lambda k, b: b.verslagen.voeg_besluit_toe(
        k.punt_een, BesluitInvoer(b.profiel.besluiten[0].sleutel, "x")
    ),
    "een actie bij de casus": lambda k, b: b.acties.voeg_toe_bij_casus(k.een, b.actie_invoer("Politie")),
    "een positief oordeel": lambda k, b: b.oordeel(k.een, "RvdK"),
    "de agenda": lambda k, b: b.agenda.terug_naar_concept(k.tafel),
    "op een andere tafel": lambda k, b: b.agenda.voeg_casus_toe(b.tafel(), k.een),
    "een plan": lambda k, b: b.plannen.begin(k.een),
    "geheimhouding": lambda k, b: b.verslagen.meld_geheimhouding(k.tafel, gemeld=True),
    "afgelasten": lambda k, b: AfgelastService(b.werkplek).gelast_af(k.tafel, "ziek"),
    "tijden van een partij": lambda k, b: b.agenda.wensen.zet_tijden(k.tafel, b.partij("OM"), Tijden(tot=time(10, 30))),
    "betrokkenen": lambda k, b: b.casussen.bewaar_betrokkenen(k.een, (BetrokkeneInvoer("Testpersoon Anders"),)),
    "de stand van een actie": lambda k, b: b.acties.zet_status(_actie(k, b), ActieStatus.GEREED),
}

ALS_HET_BEGONNEN_IS: dict[str, Daad] = {
    "iemand komt binnen": lambda k, b: b.tafelloop.laat_binnen(k.punt_een, b.partij("Politie")),
    "een casus erbij aan tafel": lambda k, b: b.tafelloop.voeg_casus_toe(k.tafel, k.thuis, PuntInvoer(10)),
    "een punt overslaan": lambda k, b: b.tafelloop.sla_over(k.punt_twee),
    "tijden van het overleg": lambda k, b: b.tafelloop.zet_tijden(k.tafel, time(9), time(10)),
    "aanwezigheid": lambda k, b: b.verslagen.zet_aanwezigheid(k.punt_een, b.partij("Politie"), Aanwezigheid.AANWEZIG),
}


def _actie(kantoor: Kantoor, bureau: Bureau) -> ActieId:
    """One that was agreed before it went out."""
    return bureau.acties.lijst(alleen_open=False, casus_id=kantoor.een)[0].id


@pytest.mark.parametrize("daad", [*DADEN, *ALS_HET_BEGONNEN_IS])
def test_wat_uitgeleend_is_wordt_niet_gewijzigd_en_er_staat_wie_het_heeft(kantoor: Kantoor, daad: str) -> None:
    if daad in ALS_HET_BEGONNEN_IS:
        kantoor.bureau.verslagen.start_punt(kantoor.punt_een)
    kantoor.geef_uit()
    with pytest.raises(Uitgeleend) as geweigerd:
        (DADEN | ALS_HET_BEGONNEN_IS)[daad](kantoor, kantoor.bureau)
    assert geweigerd.value.gebeurd == kantoor.bureau.tafels.toon(kantoor.tafel).uitgeleend
    assert "P. Proefpersoon heeft het" in geweigerd.value.gebeurd
    assert datum_lang(kantoor.klok.over(DAGEN)) in geweigerd.value.gebeurd
    assert kantoor.bureau.logboek()[-1]["resultaat"] == "geweigerd"


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE overleg SET plaats = 'elders' WHERE id = :tafel",
        "DELETE FROM overleg WHERE id = :tafel",
        "UPDATE agendapunt SET beeld = 'x' WHERE id = :punt",
        "DELETE FROM deelname WHERE casus_id = :casus",
        "UPDATE deelname SET aanwezigheid = 'aanwezig' WHERE casus_id = :casus",
        "UPDATE casus SET fase = 'x' WHERE id = :casus",
        "UPDATE actie SET status = 'gereed' WHERE casus_id = :casus",
        "DELETE FROM besluit WHERE casus_id = :casus",
        "UPDATE betrokkene SET naam = 'x' WHERE casus_id = :casus",
        "DELETE FROM koffer",
    ],
)
def test_ook_onder_de_diensten_langs_niet(kantoor: Kantoor, opdracht: str) -> None:
    kantoor.geef_uit()
    with pytest.raises(Exception, match=r"koffer|uitgeleend"):
        kantoor.bureau.sql(opdracht, tafel=kantoor.tafel, punt=kantoor.punt_een, casus=kantoor.een)


def test_lezen_en_al_het_andere_werk_gaat_gewoon_door(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    bureau = kantoor.bureau
    assert bureau.verslagen.toon(kantoor.tafel).punten
    assert bureau.casussen.toon(kantoor.een).nummer
    bureau.acties.voeg_toe_bij_casus(kantoor.thuis, bureau.actie_invoer("Politie"))
    ander = bureau.tafel()
    bureau.punt(ander, kantoor.thuis, "OM")
    assert ControleService(bureau.werkplek).vind() == ()


def test_een_oordeel_intrekken_kan_altijd_en_de_stoel_vervalt(kantoor: Kantoor) -> None:
    """What closes the gate never waits for a koffer."""
    kantoor.geef_uit()
    kantoor.bureau.trek_in(kantoor.een, "OM")
    with kantoor.bureau.kluis.engine.connect() as verbinding:
        vraag = text("SELECT vervallen FROM deelname WHERE agendapunt_id = :punt AND partij_id = :partij")
        waarden = {"punt": kantoor.punt_een, "partij": kantoor.bureau.partij("OM")}
        assert verbinding.scalar(vraag, waarden) == 1


def test_ingetrokken_is_de_tafel_weer_van_kantoor(kantoor: Kantoor) -> None:
    koffer = kantoor.trek_koffer_in(kantoor.geef_uit())
    assert koffer.ingetrokken_reden == "De laptop is uit de trein gestolen."
    for naam in ("een besluit", "een actie bij de casus", "geheimhouding"):
        if naam == "een besluit":
            DADEN["een punt starten"](kantoor, kantoor.bureau)
        DADEN[naam](kantoor, kantoor.bureau)
    assert ControleService(kantoor.bureau.werkplek).vind() == ()


def test_een_koffer_die_terug_moet_staat_bij_vandaag(kantoor: Kantoor) -> None:
    def zinnen() -> list[str]:
        return [regel.zin for regel in kantoor.bureau.vandaag.toon().regels if "koffer" in regel.zin]

    kantoor.geef_uit()
    assert zinnen() == []
    kantoor.klok.verder(dagen=DAGEN)
    assert len(zinnen()) == 1
    assert "moet op" in zinnen()[0]
    kantoor.klok.verder(dagen=1)
    assert "had op" in zinnen()[0]
    kantoor.lever_in()
    assert zinnen() == []
