"""Seats, votes, uitnodigingen and letters of meetings without casussen, in the house that has the rule."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from factories import Bureau, ProefKlok, kopieer, maak_sjabloon
from pypdf import PdfReader
from sqlalchemy import text

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, RegelGeweigerd
from zvh_desktop.models.bestuurskeuzes import BesluitOver, BesluitUitkomst, LidRol, Stem
from zvh_desktop.models.keuzes import Aanwezigheid, DocumentSoort, LidId, OverlegId
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer, LidRegel, VoorstelInvoer, ZetelInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.instellingen import HuisInstellingen, bewaar_instellingen
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.uitnodigen.bestuuruitnodigingen import LidUitnodiging
from zvh_desktop.services.werkplek.rechten import Recht

Huisopener = Callable[[str], Bureau]


@pytest.fixture(scope="module")
def sjablonen(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    gemaakt: dict[str, Path] = {}

    def geef(huis: str) -> Path:
        if huis not in gemaakt:
            basis = tmp_path_factory.mktemp(f"zetels-{huis}")
            with pytest.MonkeyPatch.context() as omgeving:
                omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
                gemaakt[huis] = maak_sjabloon(basis / f"{huis}.kluis", huis)
        return gemaakt[huis]

    return geef


@pytest.fixture
def open_huis(sjablonen: Callable[[str], Path], tmp_path: Path, klok: ProefKlok) -> Iterator[Huisopener]:
    open_: list[Bureau] = []

    def geef(huis: str) -> Bureau:
        open_.append(Bureau(kopieer(sjablonen(huis), tmp_path / huis), klok, huis))
        return open_[-1]

    yield geef
    for bureau in open_:
        bureau.sluit()


def tekst_van(inhoud: bytes) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(inhoud)).pages).split())


def plan(bureau: Bureau, soort: str, dag: int = 0) -> OverlegId:
    return bureau.diensten().overleggen.plan(
        OverlegInvoer(soort, bureau.klok.over(dag), time(13), time(15), "Raadzaal Voorbeeld")
    )


def leden(diensten: Diensten, overleg: OverlegId) -> dict[str, LidRegel]:
    return {lid.zetel.functie or lid.kort: lid for lid in diensten.overleggen.toon(overleg).leden}


def vul(diensten: Diensten, lid: LidRegel) -> None:
    naam = f"Testpersoon {lid.id}"
    invoer = replace(lid.invoer, vertegenwoordiger=naam, email=f"lid{lid.id}@voorbeeld.example")
    diensten.overlegleden.wijzig(lid.id, invoer)


def test_drie_bestuurders_van_delft_hebben_drie_stemmen(open_huis: Huisopener) -> None:
    bureau = open_huis("delft")
    diensten = bureau.diensten()
    overleg = plan(bureau, "stuurgroep")
    wie = leden(diensten, overleg)
    stemmers = {functie for functie, lid in wie.items() if lid.zetel.stemrecht}
    assert stemmers == {
        "Burgemeester",
        "Wethouder Jeugd",
        "Wethouder Maatschappelijke Zorg",
        "Officier van justitie",
        "Teamchef",
    }
    gemeente = {functie for functie in stemmers if wie[functie].kort == "Gem. Delft"}
    assert len(gemeente) == 3
    assert wie["Manager"].partij_id is None
    assert wie["Wethouder Wonen"].zetel.rol is LidRol.AGENDALID
    diensten.overlegleden.zet_aanwezigheid([lid.id for lid in wie.values()], Aanwezigheid.AANWEZIG)
    assert {lid.invoer.aanwezigheid for lid in leden(diensten, overleg).values()} == {Aanwezigheid.AANWEZIG}
    diensten.overleggen.houd(overleg)
    punt = diensten.overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Ontwikkelplan"))
    voorstel = diensten.besluitvorming.leg_voor(punt, VoorstelInvoer("Het plan vaststellen"))
    diensten.besluitvorming.leg_consensus_vast(voorstel, bereikt=False)
    stemmen: dict[LidId, Stem] = {
        wie[functie].id: Stem.VOOR if functie in gemeente else Stem.TEGEN for functie in stemmers
    }
    for functie in ("Wethouder Wonen", "Manager", "Accounthouder / secretaris"):
        with pytest.raises(RegelGeweigerd, match="geen stem") as fout:
            diensten.besluitvorming.leg_stemmen_vast(voorstel, {**stemmen, wie[functie].id: Stem.VOOR})
        assert fout.value.artikel == ("art. 4.6" if "secretaris" in functie else "art. 4.3")
    uitslag = diensten.besluitvorming.leg_stemmen_vast(voorstel, stemmen)
    assert uitslag.uitkomst is BesluitUitkomst.AANGENOMEN
    assert uitslag.zin.startswith("3 voor, 2 tegen")
    with pytest.raises(GebruikersFout, match="gestemd"):
        diensten.overlegleden.wijzig_zetel(wie["Burgemeester"].id, replace(wie["Burgemeester"].zetel, stemrecht=False))
    with pytest.raises(GebruikersFout, match="gestemd"):
        diensten.overlegleden.verwijder(wie["Burgemeester"].id)


def test_eerste_overleg_volgt_de_samenstelling_en_het_volgende_het_vorige(open_huis: Huisopener) -> None:
    bureau = open_huis("midden-limburg")
    diensten = bureau.diensten()
    eerste = plan(bureau, "stuurgroep")
    wie = leden(diensten, eerste)
    assert [wie[een].zetel.rol for een in ("Burgemeester", "Manager", "Secretaris")] == [
        LidRol.VOORZITTER,
        LidRol.ADVISEUR,
        LidRol.SECRETARIS,
    ]
    assert "zonder stem" in next(k.uitleg for k in diensten.overlegleden.keuzes(eerste) if k.naam == "Manager")
    assert [punt.invoer.onderwerp for punt in diensten.overleggen.toon(eerste).punten] == [
        "Verwerking van persoonsgegevens"
    ]
    assert "art. 4.4" in diensten.overleggen.toon(eerste).punten[0].invoer.toelichting
    vul(diensten, wie["Burgemeester"])
    diensten.overlegleden.verwijder(wie["Wethouder welzijn"].id)
    gast = diensten.overlegleden.voeg_toe(eerste, ZetelInvoer("Directeur GGD", None, LidRol.ADVISEUR, False))
    tweede = leden(diensten, plan(bureau, "stuurgroep", 90))
    assert set(tweede) == set(wie) - {"Wethouder welzijn"} | {"Directeur GGD"}
    assert tweede["Burgemeester"].invoer.vertegenwoordiger == f"Testpersoon {wie['Burgemeester'].id}"
    assert gast != tweede["Directeur GGD"].id
    terug = next(k for k in diensten.overlegleden.keuzes(eerste) if k.naam == "Wethouder welzijn")
    assert terug.zetel is not None and not terug.lid
    diensten.overlegleden.zet(eerste, blijven=[gast], zetels=[terug.zetel])
    assert set(leden(diensten, eerste)) == {"Directeur GGD", "Wethouder welzijn"}
    with pytest.raises(InvoerOngeldig, match="functie"):
        diensten.overlegleden.voeg_toe(eerste, ZetelInvoer())


def test_alle_partijen_behalve_wie_zich_laat_vertegenwoordigen(open_huis: Huisopener) -> None:
    bureau = open_huis("haaglanden")
    diensten = bureau.diensten()
    lijst = diensten.overleggen.toon(plan(bureau, "partneroverleg")).leden
    kort = {lid.kort for lid in lijst}
    gemeenten = {partij.kort for partij in bureau.profiel.partijen if partij.groep == "gemeente"}
    anderen = {partij.kort for partij in bureau.profiel.partijen if partij.groep != "gemeente"}
    assert kort == anderen | {""} and not kort & gemeenten
    assert "Afgevaardigde van de gemeenten" in {lid.zetel.functie for lid in lijst}


def test_toetreding_in_twente_heeft_twee_lezingen(open_huis: Huisopener) -> None:
    bureau = open_huis("twente")
    diensten = bureau.diensten()
    overleg = plan(bureau, "stuurgroep")
    diensten.overlegleden.zet_aanwezigheid(
        [lid.id for lid in diensten.overleggen.toon(overleg).leden], Aanwezigheid.AANWEZIG
    )
    diensten.overleggen.houd(overleg)
    punt = diensten.overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Nieuwe partij"))
    over = BesluitOver.TOETREDING
    nieuw = diensten.besluitvorming.leg_voor(punt, VoorstelInvoer("Stichting Verzonnen treedt toe", over=over))
    anders = diensten.besluitvorming.leg_voor(punt, VoorstelInvoer("Het jaarplan voorleggen"))
    beslist = diensten.besluitvorming.leg_consensus_vast(nieuw, bereikt=True)
    assert (beslist.uitkomst, "art. 20.4" in beslist.zin) == (BesluitUitkomst.AANGENOMEN, True)
    voorstel = diensten.besluitvorming.leg_consensus_vast(anders, bereikt=True)
    assert (voorstel.uitkomst, "art. 4.3 onder b" in voorstel.zin) == (BesluitUitkomst.VOORGESTELD, True)
    with bureau.werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "instellingen gewijzigd", "huis") as werk:
        bewaar_instellingen(werk.sessie, bureau.werkplek, HuisInstellingen(lezing_toetreding="voorstel"))
        with pytest.raises(InvoerOngeldig, match="lezing"):
            bewaar_instellingen(werk.sessie, bureau.werkplek, HuisInstellingen(lezing_toetreding="verzonnen"))
    diensten.besluitvorming.open_opnieuw(nieuw)
    anders_gelezen = diensten.besluitvorming.leg_consensus_vast(nieuw, bereikt=True)
    assert anders_gelezen.uitkomst is BesluitUitkomst.VOORGESTELD
    assert "art. 4.3 onder b en d" in anders_gelezen.zin
    assert "Districtelijk Veiligheidsoverleg" in anders_gelezen.zin


def test_uitnodiging_gaat_uit_blijft_bewaard_en_wordt_ingetrokken_bij_wie_hem_kreeg(
    open_huis: Huisopener, tmp_path: Path
) -> None:
    bureau = open_huis("delft")
    diensten = bureau.diensten()
    overleg = plan(bureau, "stuurgroep", 21)
    dienst = diensten.overleguitnodigingen
    assert {regel.stand for regel in dienst.lijst(overleg)} == {LidUitnodiging.GEEN_ADRES}
    wie = leden(diensten, overleg)
    for lid in wie.values():
        vul(diensten, lid)
    burgemeester, jeugd, manager = (wie[een].id for een in ("Burgemeester", "Wethouder Jeugd", "Manager"))
    diensten.overlegleden.vraag_inbreng([burgemeester, jeugd], "Wat vindt u van het Ontwikkelplan?")
    diensten.overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Ontwikkelplan"))
    stukken = dienst.stukken(burgemeester)
    brief = tekst_van(stukken.brief.inhoud)
    for deel in ("Ontwikkelplan", "Wat vindt u van", "voorzitter, met stem (art. 4.3)", "13:00", "art. 5.4"):
        assert deel in brief
    assert b"METHOD:REQUEST" in stukken.agenda_item.inhoud
    assert b"lid" in stukken.concept.inhoud and stukken.bericht.onderwerp.startswith("Uitnodiging Stuurgroep")
    assert "agendalid, zonder stem (art. 4.3)" in tekst_van(dienst.stukken(wie["Wethouder Wonen"].id).brief.inhoud)
    dienst.noteer_verstuurd([burgemeester, jeugd, manager])
    gevraagd = {lid.id: lid.invoer.inbreng_gevraagd_op for lid in diensten.overleggen.toon(overleg).leden}
    assert (gevraagd[burgemeester], gevraagd[manager]) == (bureau.klok.vandaag, None)
    with pytest.raises(GebruikersFout, match="al verstuurd"):
        dienst.noteer_verstuurd([jeugd])
    with bureau.kluis.engine.connect() as verbinding:
        geteld = "SELECT count(*), count(DISTINCT aan_email) FROM uitgegeven WHERE soort LIKE 'overleg-uit%'"
        assert tuple(verbinding.execute(text(geteld)).one()) == (6, 3)
    lid = leden(diensten, overleg)["Burgemeester"]
    diensten.overlegleden.wijzig(lid.id, replace(lid.invoer, email="anders@voorbeeld.example"))
    with pytest.raises(GebruikersFout, match="uitnodiging"):
        diensten.overlegleden.verwijder(burgemeester)
    with pytest.raises(GebruikersFout, match="uitnodiging"):
        diensten.overleggen.verwijder(overleg)
    kop = diensten.overleggen.toon(overleg).kop.invoer
    diensten.overleggen.wijzig(overleg, replace(kop, plaats="Zaal Anders"))
    standen = {regel.lid.id: regel for regel in dienst.lijst(overleg)}
    assert standen[burgemeester].stand is LidUitnodiging.GEWIJZIGD
    assert f"lid{burgemeester}@" in standen[burgemeester].ontvanger
    (opnieuw,) = dienst.noteer_verstuurd([burgemeester])
    assert "in de plaats van" in tekst_van(opnieuw.brief.inhoud)
    assert b"SEQUENCE:1" in opnieuw.agenda_item.inhoud
    weg = dienst.noteer_ingetrokken([burgemeester, jeugd, manager])
    assert [stuk.ontvanger.email for stuk in weg] == [
        f"lid{een}@voorbeeld.example" for een in (burgemeester, jeugd, manager)
    ]
    assert b"METHOD:CANCEL" in weg[0].agenda_item.inhoud
    assert [b"Zaal Anders" in stuk.agenda_item.inhoud for stuk in weg] == [True, False, False]  # as each has it
    assert ["Zaal Anders" in stuk.bericht.tekst for stuk in weg] == [True, False, False]
    assert weg[0].brief.soort is DocumentSoort.OVERLEG_INTREKKING
    diensten.overleggen.verwijder(overleg)


def test_uitnodiging_met_een_casus_gaat_niet_uit(open_huis: Huisopener) -> None:
    bureau = open_huis("delft")
    diensten = bureau.diensten()
    overleg = plan(bureau, "stuurgroep", 21)
    lid = leden(diensten, overleg)["Manager"]
    vul(diensten, lid)
    diensten.overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Testpersoon Ongewoon"))
    bureau.casus("Testpersoon Ongewoon")
    with pytest.raises(RegelGeweigerd) as fout:
        diensten.overleguitnodigingen.noteer_verstuurd([lid.id])
    assert "Ongewoon" not in str(fout.value)


@pytest.mark.parametrize(
    ("huis", "van", "naar", "artikel"),
    [
        ("delft", "stuurgroep", "partneroverleg", "art. 5.7"),
        ("haaglanden", "partneroverleg", "stuurgroep", "art. 7.4"),
        ("twente", "expertgroep", "stuurgroep", "art. 6.2"),
    ],
)
def test_besluitenbrief_komt_uit_het_vastgestelde_verslag_en_vandaag_herinnert(
    open_huis: Huisopener, huis: str, van: str, naar: str, artikel: str
) -> None:
    bureau = open_huis(huis)
    diensten = bureau.diensten()
    overleg = plan(bureau, van)
    dienst = diensten.besluitenbrieven
    diensten.overlegleden.zet_aanwezigheid(
        [lid.id for lid in diensten.overleggen.toon(overleg).leden], Aanwezigheid.AANWEZIG
    )
    diensten.overleggen.houd(overleg)
    punt = diensten.overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Jaarplan 2027"))
    diensten.overleggen.bewaar_verslag(punt, "De aanwezigen zijn tevreden.")
    voorstel = diensten.besluitvorming.leg_voor(punt, VoorstelInvoer("Het plan voorleggen"))
    diensten.besluitvorming.leg_consensus_vast(voorstel, bereikt=True)
    with pytest.raises(GebruikersFout, match="nog niet vastgesteld"):
        dienst.stuk(overleg, naar)
    diensten.werkplek._bevestigd_tot = diensten.werkplek.looptijd() + 60
    diensten.overleggen.stel_vast(overleg)
    brief = tekst_van(dienst.stuk(overleg, naar).inhoud)
    for deel in ("Het plan voorleggen", artikel, bureau.profiel.overlegsoort(naar).naam, "Jaarplan 2027"):
        assert deel in brief
    assert ("tevreden" in brief) is (huis == "twente")
    assert [regel.zin for regel in diensten.vandaag.toon().regels if artikel in regel.zin]
    ander = plan(bureau, naar)
    for nummer, lid in enumerate(diensten.overleggen.toon(ander).leden[:2]):
        adres = f"lid{nummer}@voorbeeld.invalid"
        diensten.overlegleden.wijzig(lid.id, replace(lid.invoer, vertegenwoordiger=f"Lid {nummer}", email=adres))
    assert {een.email for een in dienst.ontvangers(naar)} == {"lid0@voorbeeld.invalid", "lid1@voorbeeld.invalid"}
    with pytest.raises(InvoerOngeldig, match="e-mailadres"):
        dienst.concept(overleg, naar, "Lid 0", "")
    concept = dienst.concept(overleg, naar, "Lid 0", "lid0@voorbeeld.invalid")
    bericht = BytesParser(policy=policy.default).parsebytes(concept.inhoud)
    assert bericht["To"].addresses[0].addr_spec == "lid0@voorbeeld.invalid"
    assert [deel.get_content_type() for deel in bericht.iter_attachments()] == ["application/pdf"]
    assert concept.bestandsnaam.endswith(".eml")
    dienst.noteer_verstuurd(overleg, naar, "Lid 0", "lid0@voorbeeld.invalid")
    assert dienst.lijst(overleg)[0].verstuurd_aan == "Lid 0 <lid0@voorbeeld.invalid>"
    assert [een.verstuurd_op is not None for een in dienst.lijst(overleg)] == [True]
    assert not [regel.zin for regel in diensten.vandaag.toon().regels if artikel in regel.zin]
    with pytest.raises(GebruikersFout, match="al verstuurd"):
        dienst.noteer_verstuurd(overleg, naar)


def test_frequentie_staat_op_overleggen_en_op_vandaag(open_huis: Huisopener) -> None:
    bureau = open_huis("midden-limburg")
    diensten = bureau.diensten()
    begin, *zonder = diensten.overleggen.ritme()
    assert all(een.zin.endswith("dit houdt u zelf bij.") or "staat niet in uw" in een.zin for een in zonder)
    assert not any(een.te_plannen or een.nu_plannen for een in zonder)
    assert "nog 4 van 4 dit jaar (art. 5.2), nog niet gepland" in begin.zin
    assert not begin.nu_plannen  # never used here: no reminder
    assert bureau.klok.vandaag < date(bureau.klok.vandaag.year, 12, 31)
    overleg = plan(bureau, "voorbereidingsgroep")
    assert "1 gepland" in diensten.overleggen.ritme()[0].zin
    diensten.overleggen.houd(overleg)
    stand = diensten.overleggen.ritme()[0]
    assert "nog 3 van 4 dit jaar" in stand.zin and stand.te_plannen
    zinnen = [regel.zin for regel in diensten.vandaag.toon().regels]
    assert any("nog 3 van 4 dit jaar" in zin for zin in zinnen) is stand.nu_plannen


def test_waar_het_convenant_geen_aantal_noemt_staat_dat_er_en_telt_niets_mee(open_huis: Huisopener) -> None:
    diensten = open_huis("landelijk").diensten()
    partneroverleg, jaarlijks, stuurgroep = diensten.overleggen.ritme()
    assert partneroverleg.zin == (
        "Partneroverleg: door het huis te kiezen, of als een partij erom vraagt (art. 6.2). "
        "In uw huisprofiel staat geen aantal: dit houdt u zelf bij."
    )
    assert "nog 1 van 1 dit jaar (art. 6.4), nog niet gepland" in jaarlijks.zin
    assert "art. 4.2" in stuurgroep.zin
    assert not (partneroverleg.nu_plannen or stuurgroep.nu_plannen)
    assert not [regel for regel in diensten.vandaag.toon().regels if "geen aantal" in regel.zin]
