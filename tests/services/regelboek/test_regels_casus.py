"""Each rule on casussen in each of the five houses, through the services: what is refused, and what may go on."""

from __future__ import annotations

import pytest
from convenanten import TRIAGE_NOEMT_THEMAS
from factories import Bureau
from huis_met_regels import Huis

from zvh_desktop.errors import InvoerOngeldig, RegelGeweigerd
from zvh_desktop.models.keuzes import (
    BuitenRoutering,
    CasusStatus,
    OordeelUitkomst,
    OverlegId,
    PartijId,
    PartijSoort,
    PlanId,
    PlanStatus,
    PuntUitkomst,
    Regel,
    UitnodigingStatus,
    VerslagStatus,
)
from zvh_desktop.services.casus.aanmelding_gegevens import AanmeldingInvoer, CriteriumInvoer
from zvh_desktop.services.casus.afschalingen import AfschalingInvoer
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.partijen.partijen import PartijInvoer
from zvh_desktop.services.regelboek.plan import plan_van_aanpak
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer


@pytest.mark.regel(Regel.ALLEEN_RECHTMATIGE_PARTIJEN)
def test_alleen_rechtmatige_partijen(huis: Huis) -> None:
    bureau = huis.bureau
    casus, _, punt = huis.op_tafel(huis.een)
    with huis.weigert(Regel.ALLEEN_RECHTMATIGE_PARTIJEN) as fout:
        bureau.agenda.zet_deelname(punt, bureau.partij(huis.twee), aan=True)
    assert bureau.naam(huis.twee) in fout.value.gebeurd
    assert bureau.nummer(casus) in fout.value.gebeurd
    bureau.oordeel(casus, huis.twee, uitkomst=OordeelUitkomst.NIET_RECHTMATIG)
    with huis.weigert(Regel.ALLEEN_RECHTMATIGE_PARTIJEN):
        bureau.agenda.zet_deelname(punt, bureau.partij(huis.twee), aan=True)
    bureau.oordeel(casus, huis.twee)
    with huis.weigert(Regel.ALLEEN_RECHTMATIGE_PARTIJEN):
        bureau.acties.voeg_toe_bij_punt(punt, bureau.actie_invoer(huis.twee))
    bureau.agenda.zet_deelname(punt, bureau.partij(huis.twee), aan=True)
    bureau.acties.voeg_toe_bij_punt(punt, bureau.actie_invoer(huis.twee))


@pytest.mark.regel(Regel.BEOORDELING_AANMELDING)
def test_beoordeling_aanmelding(huis: Huis) -> None:
    aanmeldingen = huis.bureau.aanmeldingen
    id_ = aanmeldingen.nieuw(AanmeldingInvoer(huis.bureau.klok.vandaag))
    with huis.weigert(Regel.BEOORDELING_AANMELDING) as fout:
        aanmeldingen.accepteer(id_)
    assert isinstance(fout.value, InvoerOngeldig)
    aanmeldingen.bewaar(id_, huis.bureau.aanmelding_invoer())
    assert aanmeldingen.accepteer(id_)


@pytest.mark.regel(Regel.CRITERIA_COMPLEXE_CASUISTIEK)
def test_criteria_complexe_casuistiek(huis: Huis) -> None:
    bureau, criteria = huis.bureau, huis.profiel.criteria
    nee = tuple(CriteriumInvoer(c.sleutel, False, "Verzonnen reden.") for c in criteria)
    id_ = bureau.aanmelding(criteria=nee)
    if criteria:
        with huis.weigert(Regel.CRITERIA_COMPLEXE_CASUISTIEK):
            bureau.aanmeldingen.accepteer(id_)
        assert {c.artikel for c in criteria} == {huis.artikel(Regel.CRITERIA_COMPLEXE_CASUISTIEK)}
        bureau.aanmeldingen.bewaar(id_, bureau.aanmelding_invoer())
    assert huis.artikel(Regel.CRITERIA_COMPLEXE_CASUISTIEK)
    assert bureau.aanmeldingen.accepteer(id_)


@pytest.mark.regel(Regel.GEEN_VERSTREKKING_VOOR_OVERLEG)
def test_geen_verstrekking_voor_overleg(huis: Huis) -> None:
    bureau = huis.bureau
    casus = bureau.aanmeldingen.accepteer(bureau.aanmelding())
    overleg = bureau.tafel()
    with huis.weigert(Regel.GEEN_VERSTREKKING_VOOR_OVERLEG) as fout:
        bureau.agenda.voeg_casus_toe(overleg, casus)
    (keuze,) = (k for k in bureau.agenda.kiesbare_casussen(overleg) if k.casus_id == casus)
    assert (keuze.mag, keuze.reden) == (False, fout.value.gebeurd)
    bureau.triage.bewaar(casus, TriageInvoer("Een doel.", "Wonen", huis.profiel.casusoverleggen[0].sleutel))
    bureau.triage.rond_af(casus)
    assert bureau.agenda.voeg_casus_toe(overleg, casus)


@pytest.mark.regel(Regel.TRIAGE_RELEVANTE_PARTIJEN)
def test_triage_relevante_partijen(huis: Huis) -> None:
    bureau, route = huis.bureau, huis.profiel.casusoverleggen[0].sleutel
    casus = bureau.aanmeldingen.accepteer(bureau.aanmelding())
    partij = bureau.partij(huis.twee)
    bureau.triage.vraag(casus, partij, "Is betrokkene bij u bekend?")
    zonder_themas = "themas" if TRIAGE_NOEMT_THEMAS[huis.profiel.sleutel] else "relevant"
    for invoer, veld in (
        (TriageInvoer(), "routering"),
        (TriageInvoer(routering=BuitenRoutering.ELDERS), "toelichting"),
        (TriageInvoer("", "Wonen", route), "doel"),
        (TriageInvoer("Een doel.", " ", route), zonder_themas),
        (TriageInvoer("Een doel.", "Wonen", route), "relevant"),
    ):
        bureau.triage.bewaar(casus, invoer)
        with huis.weigert(Regel.TRIAGE_RELEVANTE_PARTIJEN) as fout:
            bureau.triage.rond_af(casus)
        assert isinstance(fout.value, InvoerOngeldig)
        assert fout.value.veld == veld
    assert bureau.naam(huis.twee) in fout.value.gebeurd
    bureau.triage.antwoord(casus, partij, "Ja.", False)
    bureau.triage.rond_af(casus)
    assert bureau.triage.toon(casus).afgerond_op == bureau.klok.vandaag


@pytest.mark.regel(Regel.DOEL_BESLUIT_THEMAS_VOORAF)
def test_doel_besluit_themas_vooraf(huis: Huis) -> None:
    bureau = huis.bureau
    casus, overleg, punt = huis.op_tafel(huis.een)
    besluit = huis.profiel.besluiten[0].sleutel
    for invoer, mist in (
        (PuntInvoer(20, "", "", besluit, "Wonen"), "het doel"),
        (PuntInvoer(20, "", "Een doel.", "", "Wonen"), "het type besluit"),
        (PuntInvoer(20, "", "Een doel.", besluit, " "), "de thema's"),
    ):
        bureau.agenda.wijzig_punt(punt, invoer)
        bureau.alsof_bevestigd()
        for poging in (bureau.agenda.vraag_akkoord, bureau.agenda.geef_akkoord):
            with huis.weigert(Regel.DOEL_BESLUIT_THEMAS_VOORAF) as fout:
                poging(overleg)
            assert f"bij casus {bureau.nummer(casus)} {mist} in" in fout.value.gebeurd
        assert huis.noemt(Regel.DOEL_BESLUIT_THEMAS_VOORAF, bureau.agenda.toon(overleg).nog_nodig)
    bureau.agenda.wijzig_punt(punt, PuntInvoer(20, "", "Een doel.", besluit, "Wonen"))
    bureau.akkoord(overleg)
    assert bureau.agenda.toon(overleg).nog_nodig == ()


@pytest.mark.regel(Regel.GEVRAAGDE_BIJDRAGE)
def test_gevraagde_bijdrage(huis: Huis) -> None:
    bureau = huis.bureau
    _, overleg, punt = huis.op_tafel(huis.een)
    assert huis.noemt(Regel.GEVRAAGDE_BIJDRAGE, bureau.agenda.toon(overleg).aandacht)
    bureau.agenda.vraag_bijdrage(punt, bureau.partij(huis.een), "Vertel wat u ziet.")
    assert not huis.noemt(Regel.GEVRAAGDE_BIJDRAGE, bureau.agenda.toon(overleg).aandacht)


@pytest.mark.regel(Regel.AFGEVAARDIGDE_MANDAAT)
def test_afgevaardigde_mandaat(huis: Huis) -> None:
    bureau = huis.bureau
    zonder, met = huis.partij(mandaat=False), huis.partij(mandaat=True)
    _, overleg, _ = huis.op_tafel(huis.kort(zonder), huis.kort(met))
    bureau.akkoord(overleg)
    huis.diensten.uitnodigingen.bereid_voor(overleg)
    aandacht = {regel.partij_id: regel.aandacht for regel in huis.diensten.uitnodigingen.lijst(overleg)}
    assert huis.noemt(Regel.AFGEVAARDIGDE_MANDAAT, (aandacht[zonder],))
    assert aandacht[met] is None
    assert {regel.status for regel in huis.diensten.uitnodigingen.lijst(overleg)} == {UitnodigingStatus.CONCEPT}


@pytest.mark.regel(Regel.BESLUITEN_PER_CASUS)
def test_besluiten_per_casus(huis: Huis) -> None:
    """A besluit is one of the list; that there is one is asked by no convenant, and so by no article."""
    bureau = huis.bureau
    _, overleg, punt = huis.gehouden(huis.een)
    with huis.weigert(Regel.BESLUITEN_PER_CASUS) as fout:
        bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer("verzonnen"))
    assert isinstance(fout.value, InvoerOngeldig)
    assert fout.value.veld == "soort"
    assert "eist niet dat" in huis.profiel.regel(Regel.BESLUITEN_PER_CASUS).tekst
    (nodig,) = bureau.verslagen.toon(overleg).nog_nodig
    assert (nodig.regel, nodig.artikel) == ("", "")
    bureau.alsof_bevestigd()
    with pytest.raises(InvoerOngeldig, match="staat nog niet wat ervan kwam") as mist:
        bureau.verslagen.stel_vast(overleg)
    assert (mist.value.artikel, mist.value.regeltekst) == ("", "")
    bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(huis.profiel.besluiten[-1].sleutel))
    bureau.verslagen.stel_vast(overleg)
    assert bureau.verslagen.toon(overleg).kop.verslag_status is VerslagStatus.VASTGESTELD


@pytest.mark.regel(Regel.BESLUITEN_PER_CASUS)
@pytest.mark.parametrize("uitkomst", [PuntUitkomst.NIET_BEHANDELD, PuntUitkomst.AANGEHOUDEN, PuntUitkomst.BESPROKEN])
def test_een_casus_zonder_besluit_houdt_geen_verslag_op(huis: Huis, uitkomst: PuntUitkomst) -> None:
    bureau = huis.bureau
    _, overleg, punt = huis.gehouden(huis.een)
    tot = bureau.klok.over(60) if uitkomst is PuntUitkomst.AANGEHOUDEN else None
    bureau.uitkomsten.zet(punt, uitkomst, tot)
    assert bureau.verslagen.toon(overleg).nog_nodig == ()
    bureau.alsof_bevestigd()
    bureau.verslagen.stel_vast(overleg)
    assert bureau.verslagen.toon(overleg).punten[0].besluiten == ()


@pytest.mark.regel(Regel.BESLUITEN_PER_CASUS)
def test_een_uitkomst_wordt_alleen_gevraagd_in_het_hoofdoverleg(huis: Huis) -> None:
    """An MDO or a Kernteam makes the plan; what it decides may be recorded, and need not be."""
    bureau = huis.bureau
    hoofd, *andere = huis.profiel.casusoverleggen
    assert huis.profiel.hoofdoverleg == hoofd
    for soort in andere:
        _, overleg, _ = huis.gehouden(huis.een, soort=soort.sleutel)
        assert bureau.verslagen.toon(overleg).nog_nodig == ()
        bureau.alsof_bevestigd()
        bureau.verslagen.stel_vast(overleg)


@pytest.mark.regel(Regel.CASUSREGISSEUR_VAN_PARTIJ)
def test_casusregisseur_van_partij(huis: Huis) -> None:
    bureau = huis.bureau
    casus = bureau.casus()
    with huis.weigert(Regel.ALLEEN_RECHTMATIGE_PARTIJEN):
        bureau.wijs_aan(casus, huis.een)
    bureau.oordeel(casus, huis.een, huis.twee)
    with huis.weigert(Regel.CASUSREGISSEUR_VAN_PARTIJ) as fout:
        bureau.wijs_aan(casus, huis.een, "  ")
    assert huis.profiel.termen.casusregisseur in fout.value.gebeurd
    bureau.wijs_aan(casus, huis.een)
    bureau.wijs_aan(casus, huis.twee, "T. Testpersoon")
    regie = bureau.casussen.toon(casus).casusregie
    assert [een.partij_id for een in regie if een.tot is None] == [bureau.partij(huis.twee)]


@pytest.mark.regel(Regel.ROL_EN_INFORMATIEBEHOEFTE)
def test_rol_en_informatiebehoefte(huis: Huis) -> None:
    bureau = huis.bureau
    casus = bureau.casus()
    bureau.oordeel(casus, huis.een)
    plan = bureau.plannen.begin(casus)
    volledig = bureau.plan_invoer(huis.een)
    (rol,) = volledig.rollen
    for rollen in ((), (type(rol)(rol.partij_id, "begeleidt", " "),), (type(rol)(rol.partij_id, "", "wat er speelt"),)):
        bureau.plannen.bewaar(plan, bureau.plan_invoer(rollen=rollen))
        bureau.alsof_bevestigd()
        with huis.weigert(Regel.ROL_EN_INFORMATIEBEHOEFTE):
            bureau.plannen.stel_vast(plan)
        assert huis.noemt(Regel.ROL_EN_INFORMATIEBEHOEFTE, bureau.plannen.toon(plan).nog_nodig)
    bureau.plannen.bewaar(plan, volledig)
    bureau.plannen.stel_vast(plan)


@pytest.mark.regel(Regel.PLAN_VAN_AANPAK)
def test_plan_van_aanpak(huis: Huis) -> None:
    bureau = huis.bureau
    casus = bureau.casus()
    bureau.oordeel(casus, huis.een)
    bureau.alsof_bevestigd()
    assert plan_van_aanpak(huis.profiel).artikel == huis.artikel(Regel.PLAN_VAN_AANPAK)
    assert bureau.plannen.begin(casus) == bureau.plannen.begin(casus)
    for _ in range(2):
        plan = bureau.plannen.begin(casus)
        bureau.plannen.bewaar(plan, bureau.plan_invoer(huis.een))
        bureau.plannen.stel_vast(plan)
    assert [versie.status for versie in bureau.plannen.toon(plan).versies] == [
        PlanStatus.VASTGESTELD,
        PlanStatus.VERVANGEN,
    ]


@pytest.mark.regel(Regel.WIE_INFORMEERT_BETROKKENE)
def test_wie_informeert_betrokkene(huis: Huis) -> None:
    bureau = huis.bureau
    casus = bureau.casus()
    bureau.oordeel(casus, huis.een)
    plan = bureau.plannen.begin(casus)
    bureau.alsof_bevestigd()
    bureau.plannen.bewaar(plan, bureau.plan_invoer(huis.een, informeert_betrokkene=" "))
    if huis.profiel.geldt(Regel.WIE_INFORMEERT_BETROKKENE):
        with huis.weigert(Regel.WIE_INFORMEERT_BETROKKENE):
            bureau.plannen.stel_vast(plan)
    else:
        vraagt_zelf(bureau, plan, "wie de betrokkene informeert")


def test_een_doel_vraagt_de_applicatie_zelf(huis: Huis) -> None:
    bureau = huis.bureau
    casus = bureau.casus()
    bureau.oordeel(casus, huis.een)
    plan = bureau.plannen.begin(casus)
    bureau.alsof_bevestigd()
    bureau.plannen.bewaar(plan, bureau.plan_invoer(huis.een, doelen=()))
    vraagt_zelf(bureau, plan, "ten minste één doel")


def vraagt_zelf(bureau: Bureau, plan: PlanId, wat: str) -> None:
    """Refused without an article, and the explanation says that no convenant asks it."""
    with pytest.raises(RegelGeweigerd, match=wat) as fout:
        bureau.plannen.stel_vast(plan)
    assert (fout.value.regel, fout.value.artikel) == ("", "")
    assert "art." not in fout.value.gebeurd
    assert fout.value.regeltekst.startswith("Dit staat niet in het convenant.")


@pytest.mark.regel(Regel.AFSCHALING_CRITERIA)
def test_afschaling_criteria(huis: Huis) -> None:
    bureau = huis.bureau
    casus = bureau.casus()
    bureau.oordeel(casus, huis.een)
    plan = bureau.plannen.begin(casus)
    bureau.plannen.bewaar(plan, bureau.plan_invoer(huis.een, afschalingscriteria=" "))
    bureau.alsof_bevestigd()
    with huis.weigert(Regel.AFSCHALING_CRITERIA):
        bureau.plannen.stel_vast(plan)
    bureau.plannen.bewaar(plan, bureau.plan_invoer(huis.een))
    bureau.plannen.stel_vast(plan)
    bureau.afschalingen.bewaar(casus, AfschalingInvoer("Niet langer nodig.", " "))
    beeld = bureau.afschalingen.toon(casus)
    assert beeld.criteria_uit_plan == ("Een half jaar rustig.", "Woning op orde.")
    assert huis.noemt(Regel.AFSCHALING_CRITERIA, beeld.nog_nodig)
    with pytest.raises(InvoerOngeldig, match=huis.artikel(Regel.AFSCHALING_CRITERIA)):
        bureau.afschalingen.besluit(casus, beeld.beslissers[0].sleutel)
    bureau.afschalingen.bewaar(casus, AfschalingInvoer("Niet langer nodig.", "Beide gehaald."))
    assert bureau.afschalingen.toon(casus).nog_nodig == ()


@pytest.mark.regel(Regel.AFSCHALING_BESLUIT)
def test_afschaling_besluit(huis: Huis) -> None:
    bureau = huis.bureau
    casus, overleg, punt = huis.gehouden(huis.een)
    bureau.alsof_bevestigd()
    bureau.afschalingen.bewaar(casus, AfschalingInvoer("Niet langer nodig.", "Beide criteria gehaald."))
    beeld = bureau.afschalingen.toon(casus)
    assert beeld.artikel == huis.artikel(Regel.AFSCHALING_BESLUIT)
    beslissers = [beslisser.sleutel for beslisser in beeld.beslissers]
    if beslissers == ["overleg"]:
        with huis.weigert(Regel.AFSCHALING_BESLUIT):
            bureau.afschalingen.besluit(casus, "overleg")
        (soort, *_) = huis.profiel.besluiten_tot("afschaling")
        bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(soort.sleutel))
        bureau.verslagen.stel_vast(overleg)
    else:
        with huis.weigert(Regel.AFSCHALING_BESLUIT) as fout:
            bureau.afschalingen.besluit(casus, "overleg")
        assert huis.profiel.termen.met_lidwoord("casusregisseur") in fout.value.gebeurd
        bureau.wijs_aan(casus, huis.een, "J. Oefenman")
    for beslisser in beslissers:
        assert bureau.afschalingen.toon(casus).status is CasusStatus.LOPEND
        bureau.afschalingen.besluit(casus, beslisser)
    assert bureau.afschalingen.toon(casus).status is CasusStatus.AFGESCHAALD


def reden(huis: Huis, overleg: OverlegId, partij: PartijId) -> str:
    """What the matrix says in the cell of this partij at the first casus."""
    (cel,) = (cel for cel in huis.bureau.agenda.toon(overleg).punten[0].cellen if cel.partij_id == partij)
    return cel.reden


@pytest.mark.regel(Regel.TOETREDING)
def test_toetreding(huis: Huis) -> None:
    bureau = huis.bureau
    nieuw = huis.partij()
    naam, kort = bureau.partijen.toon(nieuw).naam, huis.kort(nieuw)
    bureau.partijen.wijzig(nieuw, PartijInvoer(naam, kort, aangesloten_op=bureau.klok.over(22)))
    casus, overleg, punt = huis.op_tafel(huis.een)
    bureau.oordeel(casus, kort)
    assert huis.artikel(Regel.TOETREDING) in reden(huis, overleg, nieuw)
    with huis.weigert(Regel.TOETREDING) as fout:
        bureau.agenda.zet_deelname(punt, nieuw, aan=True)
    assert naam in fout.value.gebeurd
    bureau.partijen.wijzig(nieuw, PartijInvoer(naam, kort, aangesloten_op=bureau.klok.over(21)))
    bureau.agenda.zet_deelname(punt, nieuw, aan=True)
    assert bureau.aan_tafel(overleg)[bureau.nummer(casus)] == {huis.een, kort}


@pytest.mark.regel(Regel.UITTREDING)
def test_uittreding(huis: Huis) -> None:
    bureau = huis.bureau
    weg = huis.partij()
    kort = huis.kort(weg)
    casus, overleg, punt = huis.op_tafel(huis.een, kort)
    with huis.weigert(Regel.UITTREDING):
        bureau.partijen.verwijder(weg)
    bureau.treedt_uit(kort, bureau.klok.over(21))
    assert bureau.aan_tafel(overleg)[bureau.nummer(casus)] == {huis.een}
    assert huis.artikel(Regel.UITTREDING) in reden(huis, overleg, weg)
    with huis.weigert(Regel.UITTREDING):
        bureau.agenda.zet_deelname(punt, weg, aan=True)
    bureau.treedt_uit(kort, bureau.klok.over(22))
    # The register is put right; a seat does not come back by itself.
    assert bureau.aan_tafel(overleg)[bureau.nummer(casus)] == {huis.een}
    bureau.agenda.zet_deelname(punt, weg, aan=True)
    assert bureau.aan_tafel(overleg)[bureau.nummer(casus)] == {huis.een, kort}
    bureau.partijen.verwijder(huis.partij(PartijSoort.DEELNEMER))


@pytest.mark.regel(Regel.GEHEIMHOUDING)
def test_geheimhouding(huis: Huis) -> None:
    bureau = huis.bureau
    _, overleg, _ = huis.op_tafel(huis.een)
    beeld = bureau.verslagen.aan_tafel(overleg)
    assert (beeld.geheimhouding.artikel, beeld.geheimhouding_gemeld) == (huis.artikel(Regel.GEHEIMHOUDING), False)
    assert not huis.noemt(Regel.GEHEIMHOUDING, bureau.verslagen.toon(overleg).aandacht)
    bureau.akkoord(overleg)
    bureau.gehouden(overleg)
    assert huis.noemt(Regel.GEHEIMHOUDING, bureau.verslagen.toon(overleg).aandacht)
    bureau.verslagen.meld_geheimhouding(overleg, gemeld=True)
    assert not huis.noemt(Regel.GEHEIMHOUDING, bureau.verslagen.toon(overleg).aandacht)
    assert bureau.verslagen.aan_tafel(overleg).geheimhouding_gemeld
