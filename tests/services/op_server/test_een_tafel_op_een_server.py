"""Oordeel, deelname, agenda, akkoord, verslag and afschaling on a server: done, refused and signed as in a vault."""

from __future__ import annotations

from datetime import timedelta

import pytest
from factories import MEDEWERKER
from serverbureau import Serverbureau
from sqlalchemy import ColumnElement, func, literal_column, select, table
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.logketen import verifieer_logketen
from zvh_desktop.database.keten.ondertekening import verifieer_keten
from zvh_desktop.errors import GebruikersFout, RegelGeweigerd
from zvh_desktop.models.keuzes import OordeelUitkomst, PoortStand
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst


def test_van_oordeel_tot_vastgesteld_verslag(bureau: Serverbureau) -> None:
    tafel, casus = bureau.tafel(), bureau.casus()
    punt = bureau.punt(tafel, casus, "Politie", "OM")
    nummer = bureau.nummer(casus)
    assert bureau.aan_tafel(tafel) == {nummer: frozenset({"Politie", "OM"})}
    bureau.trek_in(casus, "OM")
    assert bureau.aan_tafel(tafel) == {nummer: frozenset({"Politie"})}
    bureau.akkoord(tafel)
    bureau.gehouden(tafel)
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("beeld", "oordeel", "besluit"))
    bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer("isd", belegd_bij=bureau.partij("Politie")))
    bureau.alsof_bevestigd()
    bureau.verslagen.stel_vast(tafel)
    documenten = bureau.diensten().documenten
    stukken = documenten.maak_alle(documenten.verslagstukken(tafel))
    assert {stuk.partij for stuk in stukken if stuk.partij_id} == {bureau.naam("Politie")}
    with Session(bureau.server) as sessie:
        assert verifieer_keten(sessie, bureau.kluis.wortel, bureau.kluis.kluis_id) == ()
        assert verifieer_logketen(sessie) == ()


def test_zonder_oordeel_komt_niemand_aan_tafel(bureau: Serverbureau) -> None:
    tafel, casus = bureau.tafel(), bureau.casus()
    punt = bureau.punt(tafel, casus, "Politie")
    with pytest.raises(RegelGeweigerd):
        bureau.agenda.zet_deelname(punt, bureau.partij("OM"), aan=True)
    bureau.oordeel(casus, "OM", uitkomst=OordeelUitkomst.NIET_RECHTMATIG)
    with pytest.raises(RegelGeweigerd):
        bureau.agenda.zet_deelname(punt, bureau.partij("OM"), aan=True)
    bureau.oordeel(casus, "GGD", tot=bureau.klok.vandaag + timedelta(days=1))
    with pytest.raises(RegelGeweigerd):
        bureau.agenda.zet_deelname(punt, bureau.partij("GGD"), aan=True)
    assert bureau.aan_tafel(tafel) == {bureau.nummer(casus): frozenset({"Politie"})}


def test_een_medewerker_ziet_op_een_andere_computer_hetzelfde(bureau: Serverbureau) -> None:
    tafel, casus = bureau.tafel(), bureau.casus()
    bureau.punt(tafel, casus, "Politie")
    nummer = bureau.nummer(casus)
    bureau.als(MEDEWERKER)
    assert bureau.aan_tafel(tafel) == {nummer: frozenset({"Politie"})}
    with pytest.raises(GebruikersFout):
        bureau.akkoord(tafel)


def test_een_naam_die_iemand_op_de_server_verplaatst_verplaatst_geen_oordeel(bureau: Serverbureau) -> None:
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie")
    with bureau.server.begin() as verbinding:
        verbinding.exec_driver_sql(
            "UPDATE betrokkene SET naam = (SELECT vraag.doel FROM triage vraag LIMIT 1) WHERE casus_id IS NOT NULL"
        )
    with pytest.raises(GebruikersFout, match="niet te ontsleutelen"):
        bureau.casussen.toon(casus)


def test_wat_op_de_server_wordt_teruggezet_opent_de_poort_niet(bureau: Serverbureau) -> None:
    tafel, casus = bureau.tafel(), bureau.casus()
    bureau.punt(tafel, casus, "Politie")
    with bureau.server.begin() as verbinding:
        verbinding.exec_driver_sql("UPDATE verklaring SET inhoud = NULL WHERE soort = 'oordeel'")
    with pytest.raises(GebruikersFout):
        bureau.akkoord(tafel)
    standen = {cel.stand for punt in bureau.agenda.toon(tafel).punten for cel in punt.cellen}
    assert PoortStand.UITGENODIGD not in standen


def test_de_server_ziet_van_dit_alles_geen_naam(bureau: Serverbureau) -> None:
    bureau.casus("J. Oefenman")
    with bureau.server.connect() as verbinding:
        kolom: ColumnElement[str] = literal_column("naam")
        namen = verbinding.execute(select(kolom).select_from(table("betrokkene"))).scalars().all()
    assert namen
    assert all(naam.startswith(".") for naam in namen)
    with Session(bureau.server) as sessie:
        assert sessie.scalar(select(func.count()).select_from(Partij)) == len(bureau.partijen.lijst())
