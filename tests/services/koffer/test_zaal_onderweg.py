"""The room looks along from a koffer as it does in the office: who chairs on location has that screen too."""

from __future__ import annotations

import pytest
from kofferhulp import Kantoor

from zvh_desktop.errors import GebruikersFout, NietBevoegd
from zvh_desktop.models.keuzes import Aanwezigheid, OordeelUitkomst
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer
from zvh_desktop.services.tafel.voorzitter.voorzitterdienst import VoorzitterService
from zvh_desktop.services.tafel.zaal.zaal import ZaalService


def test_de_zaal_kijkt_onderweg_mee_en_is_leeg_zodra_er_iemand_bij_komt(kantoor: Kantoor) -> None:
    politie, om, raad = (kantoor.bureau.partij(kort) for kort in ("Politie", "OM", "RvdK"))
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        punt, zaal, gang = kantoor.punt_een, ZaalService(diensten.werkplek), VoorzitterService(diensten.werkplek)
        diensten.verslagen.start_punt(punt)
        for partij in (politie, om):
            diensten.verslagen.zet_aanwezigheid(punt, partij, Aanwezigheid.AANWEZIG)
        soort = diensten.werkplek.profiel.besluiten[0].sleutel
        diensten.verslagen.voeg_besluit_toe(punt, BesluitInvoer(soort, "Onderweg besloten"))
        with pytest.raises(GebruikersFout, match="geheimhouding"):
            zaal.geef_vrij(punt)
        gang.wijs_op_geheimhouding(punt, gewezen=True)
        vrij = zaal.geef_vrij(punt)
        beeld = zaal.toon(vrij).beeld
        assert beeld is not None
        assert beeld.casusnummer == kantoor.bureau.nummer(kantoor.een)
        assert [een.omschrijving for een in beeld.besluiten] == ["Onderweg besloten"]
        diensten.oordelen.geef(kantoor.een, [OordeelInvoer(raad, OordeelUitkomst.RECHTMATIG, "eigen taak", "onderweg")])
        diensten.tafelloop.laat_binnen(punt, raad)
        assert zaal.toon(vrij).beeld is None
        # what leaves the table is not made there
        with pytest.raises(NietBevoegd, match="Dit is een koffer"):
            diensten.documenten.maak_alle(diensten.documenten.agendastukken(kantoor.tafel))
