"""What a betrokkene asks: the term, who it is, the overzicht, what stands beside an item, and the signed decision."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from factories import BEHEER, MEDEWERKER, Bureau
from verzoekzaak import ANDER, GEBOREN, NAAM, WOORDEN, Zaak, lees

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietBevoegd, RegelGeweigerd
from zvh_desktop.models.keuzen.verzoekkeuzes import (
    AantekeningUitkomst,
    Aard,
    ItemSoort,
    PartijAntwoord,
    VerzoekSoort,
    VerzoekUitkomst,
)
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.verzoeken.gegevens import VerlengInvoer, VerzoekbesluitInvoer, VerzoekInvoer
from zvh_desktop.services.verzoeken.termijn import laatste_dag


@pytest.fixture
def zaak(bureau: Bureau) -> Zaak:
    return Zaak(bureau)


@pytest.mark.parametrize(
    ("ontvangen", "extra", "uiterlijk"),
    [
        (date(2026, 9, 1), 0, date(2026, 10, 1)),
        (date(2027, 1, 31), 0, date(2027, 3, 1)),  # 28 February is a Sunday
        (date(2026, 11, 25), 0, date(2026, 12, 28)),  # both days of Christmas, and a Sunday
        (date(2026, 9, 1), 2, date(2026, 12, 1)),
        (date(2027, 4, 5), 0, date(2027, 5, 7)),  # 5 and 6 May: Bevrijdingsdag and Hemelvaart
    ],
)
def test_termijn(ontvangen: date, extra: int, uiterlijk: date) -> None:
    assert laatste_dag(ontvangen, extra) == uiterlijk


def test_ontvangst_en_verlengen(bureau: Bureau) -> None:
    dienst, vandaag = bureau.diensten().verzoeken, bureau.klok.vandaag
    goed = VerzoekInvoer(VerzoekSoort.INZAGE, vandaag, NAAM)
    for fout, veld in (
        (VerzoekInvoer(VerzoekSoort.INZAGE, vandaag, " "), "wie"),
        (VerzoekInvoer(VerzoekSoort.INZAGE, vandaag + timedelta(days=1), NAAM), "ontvangen_op"),
        (VerzoekInvoer(VerzoekSoort.INZAGE, vandaag, NAAM, identificatie="paspoort gezien"), "geidentificeerd_op"),
        (
            VerzoekInvoer(
                VerzoekSoort.INZAGE, vandaag, NAAM, identificatie="BSN 123 456 782", geidentificeerd_op=vandaag
            ),
            "identificatie",
        ),
    ):
        with pytest.raises(InvoerOngeldig) as geweigerd:
            dienst.leg_vast(fout)
        assert geweigerd.value.veld == veld
    id_ = dienst.leg_vast(goed)
    bureau.klok.verder(dagen=20)
    later = bureau.klok.vandaag
    for te_veel in (VerlengInvoer(3, "veel", later), VerlengInvoer(1, "", later), VerlengInvoer(1, "veel", None)):
        with pytest.raises(InvoerOngeldig):
            dienst.verleng(id_, te_veel)
    dienst.verleng(id_, VerlengInvoer(2, "Er zijn veel partijen.", later))
    (regel,) = dienst.lijst()
    assert regel.uiterlijk == laatste_dag(vandaag, 2)
    assert regel.stappen[:2] == ("stel vast wie dit vraagt", "bevestig wie het is")
    bureau.klok.verder(dagen=20)
    with pytest.raises(InvoerOngeldig, match="hoorde"):
        dienst.verleng(id_, VerlengInvoer(1, "Te laat.", bureau.klok.vandaag))


def test_wie_het_is_wordt_bevestigd_en_niet_samengevoegd(zaak: Zaak) -> None:
    id_ = zaak.dienst.leg_vast(VerzoekInvoer(VerzoekSoort.INZAGE, zaak.bureau.klok.vandaag, NAAM))
    gevonden = zaak.dienst.personen(id_, NAAM, GEBOREN)
    assert [een.zelfde for een in gevonden] == [True, True]
    assert not any(een.bevestigd for een in gevonden)
    assert zaak.dienst.inzage.items(id_) == ()
    zaak.dienst.bevestig_personen(id_, [gevonden[0].id])
    nummers = {een.waar for een in zaak.dienst.inzage.items(id_)}
    assert len(nummers) == 1
    zaak.bevestig(id_)
    assert len({een.waar for een in zaak.dienst.inzage.items(id_)}) == 2
    assert zaak.bureau.waarde("SELECT count(*) FROM betrokkene WHERE casus_id IS NOT NULL") == 3


def test_overzicht_per_partij_en_geheel(zaak: Zaak) -> None:
    bureau, dienst = zaak.bureau, zaak.dienst
    bureau.sql(
        "INSERT INTO betrokkene (casus_id, volgorde, naam, gemeente, adres) VALUES (:casus, 1, :naam, '', '')",
        casus=zaak.een,
        naam=ANDER,
    )
    id_ = zaak.verzoek()
    politie, om = bureau.partij("Politie"), bureau.partij("OM")
    eigen = lees(dienst.inzage.deel(id_, politie).inhoud)
    assert WOORDEN[ItemSoort.INFORMATIE] in eigen
    assert all(woord not in eigen for soort, woord in WOORDEN.items() if soort is not ItemSoort.INFORMATIE)
    assert bureau.nummer(zaak.los) not in eigen
    with pytest.raises(GebruikersFout):
        dienst.inzage.deel(id_, om)
    brief = dienst.delen.concept(id_, politie)
    assert brief.inhoud
    assert NAAM not in lees(dienst.delen.brief(id_, politie).inhoud)
    dienst.delen.noteer_verstuurd(id_, politie)
    with pytest.raises(RegelGeweigerd) as geweigerd:
        dienst.inzage.noteer_verstrekt(id_, "opgehaald aan de balie")
    assert geweigerd.value.artikel == "art. 15.1"
    wie = {regel.partij_id for regel in dienst.delen.lijst(id_)}
    for partij_id in wie:
        dienst.delen.leg_antwoord_vast(id_, partij_id, PartijAntwoord.AKKOORD, bureau.klok.vandaag, "")
    with pytest.raises(GebruikersFout, match="nog niet is beslist"):
        dienst.inzage.noteer_verstrekt(id_, "opgehaald aan de balie")
    (ander,) = {een.naam for een in dienst.inzage.te_wegen(id_)}
    assert ander == ANDER
    dienst.inzage.laat_weg(id_, f"persoon:{ANDER}", "Is iemand anders.")
    geheel = lees(dienst.inzage.noteer_verstrekt(id_, "opgehaald aan de balie").inhoud)
    assert all(woord in geheel for woord in WOORDEN.values())
    assert ANDER not in geheel
    assert "[naam van een ander]" in geheel
    assert "Iemand Anders" not in geheel
    assert "Concept" not in geheel
    (regel,) = [een for een in dienst.lijst() if een.id == id_]
    assert (regel.verstrekt_hoe, regel.verstrekt_door) == ("opgehaald aan de balie", bureau.werkplek.naam)
    with pytest.raises(GebruikersFout):
        dienst.inzage.laat_weg(id_, f"persoon:{ANDER}", "Toch niet.")


def test_een_deel_dat_een_partij_weigert_staat_er_niet_in(zaak: Zaak) -> None:
    id_, politie = zaak.verzoek(), zaak.bureau.partij("Politie")
    with pytest.raises(InvoerOngeldig):
        zaak.dienst.delen.leg_antwoord_vast(id_, politie, PartijAntwoord.WEIGERT, zaak.bureau.klok.vandaag, "")
    zaak.dienst.delen.leg_antwoord_vast(
        id_, politie, PartijAntwoord.WEIGERT, zaak.bureau.klok.vandaag, "Opsporing loopt."
    )
    geheel = lees(zaak.dienst.inzage.overzicht(id_).inhoud)
    assert WOORDEN[ItemSoort.INFORMATIE] not in geheel
    assert "Opsporing loopt." in geheel


def test_correctie_staat_bij_het_stuk_en_het_stuk_wijzigt_niet(zaak: Zaak) -> None:
    voor = dict(zaak.stukken())
    getekend = zaak.bureau.waarde("SELECT verslag_woorden FROM overleg WHERE id = 1")
    id_ = zaak.verzoek(VerzoekSoort.CORRECTIE)
    noot = zaak.zet(id_, ItemSoort.AGENDAPUNT, Aard.CORRECTIE, "Ik woon daar al jaren.")
    na = dict(zaak.stukken())
    erbij = {naam for naam, tekst in na.items() if "verzocht dit te verbeteren: Ik woon daar al jaren." in tekst}
    assert erbij >= {naam for naam, tekst in voor.items() if WOORDEN[ItemSoort.AGENDAPUNT] in tekst}
    assert {"agenda-regie ", "notulen-regie "} < erbij
    assert not any("GGD" in naam for naam in erbij)
    zaak.dienst.aantekeningen.beslis(noot, AantekeningUitkomst.GEWEIGERD, "De partij ziet het anders.")
    assert any("niet overgenomen: De partij ziet het anders." in tekst for _, tekst in zaak.stukken())
    assert zaak.bureau.waarde("SELECT verslag_woorden FROM overleg WHERE id = 1") == getekend
    assert zaak.dienst.aantekeningen.van_casus(zaak.een)[0].wat == "Bespreking"
    assert zaak.dienst.aantekeningen.van_casus(zaak.los) == ()
    assert ControleService(zaak.bureau.werkplek).vind() == ()


def test_rechten(zaak: Zaak) -> None:
    id_ = zaak.verzoek(VerzoekSoort.CORRECTIE)
    noot = zaak.zet(id_, ItemSoort.ACTIE, Aard.CORRECTIE)
    medewerker = zaak.bureau.als(MEDEWERKER).diensten().verzoeken
    assert len(medewerker.lijst()) == 1
    for handeling in (
        lambda: medewerker.besluit(id_, VerzoekbesluitInvoer(VerzoekUitkomst.TOEGEWEZEN)),
        lambda: medewerker.aantekeningen.beslis(noot, AantekeningUitkomst.OVERGENOMEN, ""),
    ):
        with pytest.raises(NietBevoegd):
            handeling()
    beheer = zaak.bureau.als(BEHEER).diensten().verzoeken
    with pytest.raises(NietBevoegd):
        beheer.lijst()


def test_bij_een_getoetst_criterium_staat_welk_en_of_eraan_is_voldaan(zaak: Zaak) -> None:
    """On the screen, in the overzicht and beside the item: each criterium of the house by its number and text."""
    verzoek = zaak.verzoek()
    regels = [een for een in zaak.dienst.inzage.items(verzoek) if een.soort is ItemSoort.CRITERIUM]
    criteria = zaak.bureau.profiel.criteria
    assert len(criteria) > 1
    eerste = [een for een in regels if een.waar == regels[0].waar]
    assert [een.wat for een in eerste] == [f"Toets aan criterium {nr}" for nr in range(1, len(criteria) + 1)]
    assert [een.tekst for een in eerste] == [f"{een.tekst}\nVerzonnen reden.\nVoldoet: ja" for een in criteria]
    overzicht = lees(zaak.dienst.inzage.overzicht(verzoek).inhoud)
    for een in criteria:
        assert een.tekst in overzicht
    assert "Toets aan een criterium" not in overzicht and "Voldoet ja" in overzicht


def test_een_criterium_dat_het_huis_niet_meer_heeft_heet_naar_zijn_soort(zaak: Zaak) -> None:
    zaak.bureau.sql("UPDATE criterium_toets SET criterium = criterium || '-van-vroeger'")
    regels = [een for een in zaak.dienst.inzage.items(zaak.verzoek()) if een.soort is ItemSoort.CRITERIUM]
    assert {een.wat for een in regels} == {"Toets aan een criterium"}
