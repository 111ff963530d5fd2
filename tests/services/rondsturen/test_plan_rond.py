"""The plan van aanpak goes round in parts: to each partij its own, and whole to the casusregisseur alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from factories import Bureau
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from test_verslag_rond import lees

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, RegelGeweigerd
from zvh_desktop.models.keuzes import DocumentSoort, PlanId, Reactie
from zvh_desktop.models.keuzes import VerzendingSoort as Soort
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.casus.plannen import RolInvoer
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer
from zvh_desktop.services.rondsturen.gegevens import RondstuurRegel, RondstuurVraag
from zvh_desktop.services.rondsturen.rondsturen import RondstuurService


class PlanRond:
    """A vastgesteld plan in which Politie and OM have a role and an actie; Politie is casusregisseur."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.casus = bureau.casus("Testpersoon Een")
        bureau.oordeel(self.casus, "Politie", "OM")
        bureau.contact("Politie", "OM")
        bureau.partijen.voeg_contact_toe(
            bureau.partij("Politie"), ContactpersoonInvoer("J. Oefenman", email="regisseur@voorbeeld.invalid")
        )
        bureau.wijs_aan(self.casus, "Politie")
        self.plan: PlanId = bureau.plannen.begin(self.casus)
        rollen = tuple(RolInvoer(bureau.partij(k), f"Rolwoord{k}", f"Behoefte{k}") for k in ("Politie", "OM"))
        bureau.plannen.bewaar(self.plan, bureau.plan_invoer(rollen=rollen))
        for kort in ("Politie", "OM"):
            bureau.acties.voeg_toe_bij_casus(
                self.casus, bureau.actie_invoer(kort, omschrijving=f"Actiewoord{kort}"), self.plan
            )
        bureau.alsof_bevestigd()
        bureau.plannen.stel_vast(self.plan)

    @property
    def dienst(self) -> RondstuurService:
        return self.bureau.diensten().rondsturen

    def vraag(self, soort: Soort, kort: str) -> RondstuurVraag:
        return RondstuurVraag(soort, self.plan, self.bureau.partij(kort))

    def kopieen(self, kort: str) -> set[tuple[DocumentSoort, str]]:
        """Kind of each copy that is kept for this partij; of a letter the packet in its name as well."""
        vraag = select(Uitgegeven).where(Uitgegeven.partij_id == self.bureau.partij(kort))
        with Session(self.bureau.kluis.engine) as sessie:
            return {(een.soort, _pakketwoord(een.bestandsnaam)) for een in sessie.scalars(vraag)}

    def regels(self) -> dict[tuple[Soort, str], RondstuurRegel]:
        return {(een.soort, een.kort): een for een in self.dienst.lijst(Soort.PLAN, self.plan)}


def _pakketwoord(naam: str) -> str:
    return next(
        (
            woord
            for woord in ("regie", "plan")
            if f"rondzendbrief {woord}" in naam.lower().replace("-", " ").replace("_", " ")
        ),
        "",
    )


@pytest.fixture
def rond(bureau: Bureau) -> PlanRond:
    return PlanRond(bureau)


def test_een_partij_krijgt_haar_rol_behoefte_en_acties_en_die_van_geen_ander(rond: PlanRond) -> None:
    stukken = rond.dienst.stukken(rond.vraag(Soort.PLAN, "OM"))
    (deel,) = stukken.stukken
    tekst = lees(deel.inhoud)
    for eigen in ("RolwoordOM", "BehoefteOM", "ActiewoordOM", rond.bureau.nummer(rond.casus)):
        assert eigen in tekst
    for ander in ("RolwoordPolitie", "BehoeftePolitie", "ActiewoordPolitie", "Testpersoon Een", "verzonnen doel"):
        assert ander not in tekst + lees(stukken.brief.inhoud)
    assert rond.bureau.nummer(rond.casus) not in lees(stukken.brief.inhoud)


def test_het_hele_plan_gaat_alleen_naar_de_casusregisseur(rond: PlanRond) -> None:
    stukken = rond.dienst.stukken(rond.vraag(Soort.REGIE, "Politie"))
    assert stukken.ontvanger.email == "regisseur@voorbeeld.invalid"
    assert [stuk.soort for stuk in stukken.stukken] == [DocumentSoort.PLAN_VAN_AANPAK, DocumentSoort.CASUSACTIES]
    plan, acties = (lees(stuk.inhoud) for stuk in stukken.stukken)
    assert "BehoefteOM" in plan
    assert "ActiewoordOM" in acties
    assert "ActiewoordPolitie" in acties
    with pytest.raises(GebruikersFout, match="alleen naar"):
        rond.dienst.stukken(rond.vraag(Soort.REGIE, "OM"))


def test_een_partij_krijgt_plan_en_deel_onder_eigen_namen(rond: PlanRond) -> None:
    namen = []
    for soort in (Soort.REGIE, Soort.PLAN):
        stukken = rond.dienst.stukken(rond.vraag(soort, "Politie"))
        namen += [stuk.bestandsnaam for stuk in (stukken.brief, *stukken.stukken, stukken.concept)]
    assert len(namen) == len(set(namen))


def test_versturen_terugnemen_en_reageren_gaan_als_bij_een_verslag(rond: PlanRond) -> None:
    assert all(een.te_versturen for een in rond.regels().values())
    assert set(rond.regels()) == {(Soort.REGIE, "Politie"), (Soort.PLAN, "Politie"), (Soort.PLAN, "OM")}
    regie, _ = rond.dienst.noteer_verstuurd([rond.vraag(Soort.REGIE, "Politie"), rond.vraag(Soort.PLAN, "OM")])
    nu = rond.regels()
    assert {sleutel for sleutel, een in nu.items() if een.te_versturen} == {(Soort.PLAN, "Politie")}
    rond.dienst.neem_terug([regie])
    assert rond.regels()[Soort.REGIE, "Politie"].te_versturen
    laatste = rond.regels()[Soort.PLAN, "OM"].laatste
    assert laatste is not None
    rond.dienst.leg_reactie_vast(laatste.id, Reactie.AKKOORD)


@pytest.mark.parametrize("volgorde", [(Soort.REGIE, Soort.PLAN), (Soort.PLAN, Soort.REGIE)])
@pytest.mark.parametrize("terug", [Soort.REGIE, Soort.PLAN])
def test_een_van_twee_pakketten_van_een_partij_terugnemen_laat_de_kopieen_van_het_andere_staan(
    rond: PlanRond, volgorde: tuple[Soort, Soort], terug: Soort
) -> None:
    ids = rond.dienst.noteer_verstuurd([rond.vraag(soort, "Politie") for soort in volgorde])
    brief = DocumentSoort.RONDZENDBRIEF
    heel = {(brief, "regie"), (DocumentSoort.PLAN_VAN_AANPAK, ""), (DocumentSoort.CASUSACTIES, "")}
    deel = {(brief, "plan"), (DocumentSoort.PLAN_PARTIJ, "")}
    assert rond.kopieen("Politie") == heel | deel
    rond.dienst.neem_terug([ids[volgorde.index(terug)]])
    assert rond.kopieen("Politie") == (deel if terug is Soort.REGIE else heel)
    rond.dienst.neem_terug([ids[1 - volgorde.index(terug)]])
    assert rond.kopieen("Politie") == set()


def test_een_volgend_plan_gaat_naar_de_postbus_van_het_vorige_zolang_de_casusregisseur_blijft(rond: PlanRond) -> None:
    """The register writes the name in another way, so the first time somebody chose the mailbox."""
    bureau, sleutel = rond.bureau, (Soort.REGIE, "Politie")
    bureau.wijs_aan(rond.casus, "Politie", "J. van der Oefenman")
    assert rond.regels()[sleutel].ontvanger is None
    bureau.klok.nu += timedelta(days=1)
    postbus = bureau.diensten().partijen.toon(bureau.partij("Politie")).contactpersonen[-1]
    assert postbus.email == "regisseur@voorbeeld.invalid"
    rond.dienst.noteer_verstuurd([replace(rond.vraag(*sleutel), contact=postbus.id)])
    bureau.alsof_bevestigd()
    rond.plan = bureau.plannen.begin(rond.casus)
    bureau.plannen.stel_vast(rond.plan)
    regel = rond.regels()[sleutel]
    assert regel.te_versturen
    assert regel.ontvanger is not None
    assert regel.ontvanger.email == "regisseur@voorbeeld.invalid"
    bureau.klok.nu += timedelta(days=1)
    bureau.wijs_aan(rond.casus, "Politie", "P. Proefstra")
    assert rond.regels()[sleutel].ontvanger is None, "another person is not sent what the one before got"


def test_van_twee_contactpersonen_met_een_naam_wordt_er_geen_geraden(rond: PlanRond) -> None:
    bureau, sleutel = rond.bureau, (Soort.REGIE, "Politie")
    tweede = bureau.partijen.voeg_contact_toe(
        bureau.partij("Politie"), ContactpersoonInvoer("j. oefenman", email="ander@voorbeeld.invalid")
    )
    assert rond.regels()[sleutel].ontvanger is None
    with pytest.raises(InvoerOngeldig, match="niet bekend naar wie") as geweigerd:
        rond.dienst.noteer_verstuurd([rond.vraag(*sleutel)])
    assert geweigerd.value.weg is not None
    rond.dienst.noteer_verstuurd([replace(rond.vraag(*sleutel), contact=tweede)])
    laatste = rond.regels()[sleutel].laatste
    assert laatste is not None
    assert laatste.aan.email == "ander@voorbeeld.invalid"


def test_zonder_oordeel_komt_niemand_erin(rond: PlanRond) -> None:
    rond.bureau.trek_in(rond.casus, "OM", rond.bureau.klok.vandaag)
    assert (Soort.PLAN, "OM") not in rond.regels()
    with pytest.raises(RegelGeweigerd):
        rond.dienst.stukken(rond.vraag(Soort.PLAN, "OM"))
    plan, acties = (lees(stuk.inhoud) for stuk in rond.dienst.stukken(rond.vraag(Soort.REGIE, "Politie")).stukken)
    assert "BehoefteOM" not in plan
    assert "ActiewoordOM" not in acties


@pytest.mark.parametrize(
    ("soort", "kort", "dagen", "mag"),
    [
        ("plan", "OM", 0, True),
        ("plan", "Politie", 0, True),
        ("regie", "Politie", 0, True),
        ("regie", "OM", 0, False),
        ("plan", "GGD", 0, False),
        ("plan", "OM", -30, False),
    ],
)
def test_de_database_weigert_een_plan_aan_wie_het_niet_mag_hebben(
    rond: PlanRond, soort: str, kort: str, dagen: int, mag: bool
) -> None:
    bureau = rond.bureau
    partij = bureau.partij(kort) if kort != "GGD" else bureau.partij(_ander(bureau))
    waarden = {
        "soort": soort,
        "plan": rond.plan,
        "casus": rond.casus,
        "partij": partij,
        "nummer": bureau.waarde("SELECT max(nummer) FROM verklaring"),
        "dag": bureau.klok.over(dagen).isoformat(),
        "op": f"{bureau.klok.vandaag.isoformat()} 09:00:00.000000",
    }
    zin = (
        "INSERT INTO verzending (soort, plan_id, casus_id, partij_id, versie, verklaring_nummer, dag, verstuurd_op, "
        "verstuurd_door, aan_naam, aan_email, reactie) VALUES (:soort, :plan, :casus, :partij, 1, :nummer, :dag, :op, "
        "'regie', 'x', 'x@voorbeeld.invalid', 'geen')"
    )
    if mag:
        bureau.sql(zin, **waarden)
        return
    with pytest.raises(IntegrityError, match="poort"):
        bureau.sql(zin, **waarden)


def _ander(bureau: Bureau) -> str:
    return next(p.kort for p in bureau.profiel.partijen if p.kort not in ("Politie", "OM"))
