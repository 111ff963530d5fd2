"""What is had ready beside the window: made once, made again for what changed, and gone with the lock."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from opdrachten import opdrachten_op
from serverbureau import Serverbureau
from sqlalchemy import QueuePool, select, text
from sqlalchemy.orm import Session

from zvh_desktop.database.motor.lijnen import KLAAR
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.alles import Base
from zvh_desktop.models.casus import Betrokkene
from zvh_desktop.models.keuzen.lekkeuzes import Leksoort
from zvh_desktop.services.diensten import Diensten, diensten_op
from zvh_desktop.services.lek.bekend import Leknamen
from zvh_desktop.services.lek.namen import Lezer
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.services.werkplek.rechten import Recht

NIEMAND = Lezer()
ALLE_NAMEN = "FROM betrokkene ORDER BY"
"""In the question for all names of the house."""


def gevonden(bureau: Serverbureau, sessie: Session, tekst: str) -> list[Leksoort]:
    zoeker = bureau.werkplek.eenmaal(Leknamen).zoeker(bureau.werkplek, sessie)
    return [vondst.soort for vondst in zoeker.zoek(tekst, NIEMAND)]


def in_huis(bureau: Serverbureau, tekst: str) -> list[Leksoort]:
    """What the finder of now sees in a text."""
    with bureau.werkplek.lees(Recht.CASUS_LEZEN) as sessie:
        return gevonden(bureau, sessie, tekst)


def test_namen_worden_niet_opnieuw_gelezen_door_wat_geen_naam_is(bureau: Serverbureau) -> None:
    tafel = bureau.tafel()
    punt = bureau.punt(tafel, bureau.casus("Testpersoon Kwartel"), "Politie")
    with opdrachten_op(bureau.server, ALLE_NAMEN) as gevraagd:
        assert in_huis(bureau, "dat zei Testpersoon Kwartel") == [Leksoort.BETROKKENE]
        assert len(gevraagd) == 1
        bureau.verslagen.bewaar_tekst(punt, VerslagTekst("de kievit komt terug", "", ""))
        assert in_huis(bureau, "dat zei Testpersoon Kwartel") == [Leksoort.BETROKKENE]
        bureau.tafel()
        assert in_huis(bureau, "dat zei Testpersoon Kwartel") == [Leksoort.BETROKKENE]
        assert len(gevraagd) == 1


def test_een_naam_die_een_ander_wijzigt_wordt_meteen_gezien(bureau: Serverbureau) -> None:
    casus = bureau.casus("Testpersoon Kwartel")
    assert in_huis(bureau, "dat zei Testpersoon Roerdomp") == []
    with Session(bureau.server) as sessie, sessie.begin():
        sessie.scalars(select(Betrokkene).where(Betrokkene.casus_id == casus)).one().naam = "Testpersoon Roerdomp"
    assert in_huis(bureau, "dat zei Testpersoon Roerdomp") == [Leksoort.BETROKKENE]
    assert in_huis(bureau, "dat zei Testpersoon Kwartel") == []


def test_een_naam_van_een_afgebroken_handeling_blijft_niet_hangen(bureau: Serverbureau) -> None:
    casus = bureau.casus("Testpersoon Kwartel")
    assert in_huis(bureau, "dat zei Testpersoon Kwartel") == [Leksoort.BETROKKENE]
    with bureau.kluis.sessies() as sessie:
        sessie.scalars(select(Betrokkene).where(Betrokkene.casus_id == casus)).one().naam = "Testpersoon Roerdomp"
        assert gevonden(bureau, sessie, "dat zei Testpersoon Roerdomp") == [Leksoort.BETROKKENE]
        sessie.rollback()
    assert in_huis(bureau, "dat zei Testpersoon Roerdomp") == []
    assert in_huis(bureau, "dat zei Testpersoon Kwartel") == [Leksoort.BETROKKENE]


def klaar(bureau: Serverbureau) -> Diensten:
    diensten = diensten_op(bureau.werkplek)
    diensten.bereid_voor()
    return diensten


def test_wat_ieder_elke_dag_opent_staat_klaar(bureau: Serverbureau) -> None:
    bureau.casus("Testpersoon Kwartel")
    diensten = klaar(bureau)
    assert {"zoeken", "verslagen", "agenda", "casussen", "oordelen", "tafels"} <= vars(diensten).keys()
    with opdrachten_op(bureau.server, ALLE_NAMEN) as gevraagd:
        assert in_huis(bureau, "dat zei Testpersoon Kwartel") == [Leksoort.BETROKKENE]
    assert gevraagd == []


def test_voor_de_lijst_van_casussen_hoeft_niets_meer_te_worden_ontsleuteld(
    bureau: Serverbureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau.casus("Testpersoon Kwartel")
    diensten = klaar(bureau)
    dialect: Any = bureau.server.dialect
    cellen = dialect.kluishouder
    ontsleuteld: list[object] = []
    monkeypatch.setattr(cellen, "_open", lambda *wat: ontsleuteld.append(wat))
    assert [casus.betrokkene for casus in diensten.casussen.lijst()] == ["Testpersoon Kwartel"]
    assert ontsleuteld == []


def test_na_het_slot_is_er_geen_naam_meer(bureau: Serverbureau) -> None:
    bureau.casus("Testpersoon Kwartel")
    diensten = klaar(bureau)
    assert len(bureau.werkplek.eenmalig) > 0
    bureau.server.dispose()
    diensten.sluit()
    assert len(bureau.werkplek.eenmalig) == 0
    with pytest.raises(GebruikersFout):
        diensten.bereid_voor()
    assert len(bureau.werkplek.eenmalig) == 0


def test_wie_er_nog_mee_bezig_is_bij_het_slot_houdt_niets(bureau: Serverbureau) -> None:
    bureau.casus("Testpersoon Kwartel")
    with bureau.werkplek.lees(Recht.CASUS_LEZEN) as sessie:
        bureau.werkplek.eenmalig.vergeet()
        assert gevonden(bureau, sessie, "dat zei Testpersoon Kwartel") == [Leksoort.BETROKKENE]
    assert len(bureau.werkplek.eenmalig) == 0


def test_er_staat_een_lijn_klaar_voor_wat_ernaast_wordt_gedaan(bureau: Serverbureau) -> None:
    """Two know every table already, and neither holds anything: no transaction, no lock."""
    bureau.server.dispose()
    with opdrachten_op(bureau.server, "UNION ALL") as gevraagd:
        diensten_op(bureau.werkplek).klaarzetten.zet_lijnen_klaar()
    tabellen = Counter(naam for opdracht in gevraagd for naam in re.findall(r"FROM (\w+)", opdracht))
    assert tabellen == dict.fromkeys(Base.metadata.tables, KLAAR)
    vrij = bureau.server.pool
    assert isinstance(vrij, QueuePool) and vrij.checkedin() == KLAAR
    with bureau.server.connect() as verbinding:
        bezig = text(
            "SELECT count(*) FROM pg_stat_activity a LEFT JOIN pg_locks l USING (pid) WHERE a.datname = "
            "current_database() AND a.pid <> pg_backend_pid() AND (a.state <> 'idle' OR l.pid IS NOT NULL)"
        )
        assert verbinding.execute(bezig).scalar() == 0
