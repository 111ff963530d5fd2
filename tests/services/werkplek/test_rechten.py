"""Who may do what: the table of ONTWERP 7, held against every right, and what a refusal leaves behind."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from factories import BEHEER, MEDEWERKER, NAAM_VAN, REGIE, WACHTWOORD, Bureau

from zvh_desktop.errors import BevestigingNodig, NietBevoegd, WachtwoordOnjuist
from zvh_desktop.models.keuzes import OordeelUitkomst, Rol
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.werkplek.klok import looptijd
from zvh_desktop.services.werkplek.rechten import BEVOEGD, Recht, rol_voor, toestemming

BUREAU = {
    Recht.KOFFER_UITGEVEN,
    Recht.CASUS_LEZEN,
    Recht.PARTIJEN_BEHEREN,
    Recht.AANMELDEN,
    Recht.TRIAGE_BIJHOUDEN,
    Recht.TAFEL_BEHEREN,
    Recht.UITNODIGEN,
    Recht.VERSLAG_SCHRIJVEN,
    Recht.RONDSTUREN,
    Recht.CIJFERS_UITGEVEN,
    Recht.ACTIES_BIJHOUDEN,
    Recht.PLAN_SCHRIJVEN,
    Recht.AFSCHALING_BIJHOUDEN,
    Recht.OPSCHALING_BIJHOUDEN,
    Recht.INFORMATIE_BIJHOUDEN,
    Recht.VERSTREKKINGEN_BIJHOUDEN,
    Recht.SAMENWERKING_BIJHOUDEN,
    Recht.BRIEVEN_MAKEN,
    Recht.VERZOEK_BIJHOUDEN,
    Recht.WOORDENLIJST_BIJHOUDEN,
    Recht.TEKSTBLOKKEN_BIJHOUDEN,
}
ALLEEN_REGIE = {
    Recht.AANMELDING_BEOORDELEN,
    Recht.TRIAGE_AFRONDEN,
    Recht.OORDELEN,
    Recht.AGENDA_AKKOORD,
    Recht.VERSLAG_VASTSTELLEN,
    Recht.PLAN_VASTSTELLEN,
    Recht.AFSCHALEN,
    Recht.OPSCHALEN,
    Recht.VERNIETIGEN,
    Recht.INZAGE_VRIJGEVEN,
    Recht.ROLLEN_GEZIEN,
    Recht.DATALEK_BIJHOUDEN,
    Recht.SAMENWERKING_BESLUITEN,
    Recht.VERZOEK_BESLUITEN,
    Recht.KOFFER_INLEVEREN,
}
REGIE_EN_BEHEER = {Recht.ROLLEN_BEVESTIGEN, Recht.LOGBOEK_LEZEN, Recht.DATALEKKEN_LEZEN, Recht.BRIEFTEKSTEN_BEHEREN}
ALLEEN_BEHEER = {
    Recht.ACCOUNTS_BEHEREN,
    Recht.INSTELLINGEN_BEHEREN,
    Recht.RESERVEKOPIE,
    Recht.STAND_AANVAARDEN,
}
IEDEREEN = {Recht.WEERGAVEN_BIJHOUDEN}
ZONDER_CASUS = {Recht.PARTIJEN_LEZEN, Recht.OVERLEGGEN_LEZEN, Recht.CIJFERS_LEZEN, Recht.SAMENWERKING_LEZEN}
MAG = {
    Rol.MEDEWERKER: BUREAU | ZONDER_CASUS | IEDEREEN,
    Rol.PROCESREGISSEUR: BUREAU | ZONDER_CASUS | IEDEREEN | ALLEEN_REGIE | REGIE_EN_BEHEER,
    Rol.BEHEERDER: ALLEEN_BEHEER | ZONDER_CASUS | IEDEREEN | REGIE_EN_BEHEER,
}


TERMEN = laad_meegeleverd("twente").termen


@pytest.mark.parametrize(
    ("huis", "wie", "plan"),
    [
        ("twente", "administratief medewerker of procesregisseur", "plan van aanpak"),
        ("haaglanden", "ondersteunend medewerker of procesregisseur", "plan van aanpak"),
    ],
)
def test_de_reden_noemt_de_rollen_zoals_het_huis_ze_noemt(huis: str, wie: str, plan: str) -> None:
    termen = laad_meegeleverd(huis).termen
    beheer = frozenset({Rol.BEHEERDER})
    assert toestemming(beheer, Recht.PLAN_SCHRIJVEN, termen).reden == f"Alleen een {wie} mag een {plan} schrijven."
    assert toestemming(beheer, Recht.AFSCHALING_BIJHOUDEN, termen).reden.endswith("mag de afschaling bijhouden.")
    for recht in Recht:
        assert "{" not in toestemming(frozenset(), recht, termen).reden


@pytest.mark.parametrize("rol", list(Rol))
def test_elke_rol_mag_precies_wat_in_de_tabel_staat(rol: Rol) -> None:
    assert set(BEVOEGD) == set(Recht)
    assert {recht for recht in Recht if toestemming({rol}, recht, TERMEN).mag} == MAG[rol]
    for recht in Recht:
        if recht in MAG[rol]:
            assert rol_voor({rol}, recht, TERMEN) is rol
        else:
            assert toestemming({rol}, recht, TERMEN).reden.startswith("Alleen een ")
            with pytest.raises(NietBevoegd):
                rol_voor({rol}, recht, TERMEN)


def test_wie_meer_rollen_heeft_handelt_met_de_rol_die_volstaat() -> None:
    beide = frozenset({Rol.MEDEWERKER, Rol.PROCESREGISSEUR})
    assert rol_voor(beide, Recht.AANMELDEN, TERMEN) is Rol.MEDEWERKER
    assert rol_voor(beide, Recht.OORDELEN, TERMEN) is Rol.PROCESREGISSEUR
    with pytest.raises(NietBevoegd):
        rol_voor(frozenset(), Recht.CASUS_LEZEN, TERMEN)


def _regiehandelingen(b: Bureau) -> dict[str, Callable[[], object]]:
    politie = b.partij("Politie")
    return {
        "aanmelding geaccepteerd": lambda: b.aanmeldingen.accepteer(1),
        "aanmelding afgewezen": lambda: b.aanmeldingen.wijs_af(1, "J. Oefenman hoort hier niet"),
        "triage afgerond": lambda: b.triage.rond_af(1),
        "fase gewijzigd": lambda: b.casussen.naar_fase(1, "mdo"),
        "oordeel gegeven": lambda: b.oordelen.geef(
            1, [OordeelInvoer(politie, OordeelUitkomst.RECHTMATIG, "J. Oefenman")]
        ),
        "oordeel ingetrokken": lambda: b.oordelen.trek_in(1, politie, "J. Oefenman is verhuisd"),
        "agenda akkoord": lambda: b.agenda.geef_akkoord(1),
        "verslag vastgesteld": lambda: b.verslagen.stel_vast(1),
        "plan vastgesteld": lambda: b.plannen.stel_vast(1),
        "tot afschaling besloten": lambda: b.afschalingen.besluit(1, "overleg"),
    }


def test_medewerker_doet_geen_enkele_handeling_van_de_procesregisseur(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    bureau.punt(overleg, casus, "Politie")
    plan = bureau.plannen.begin(casus)
    assert (casus, overleg, plan) == (1, 1, 1)
    bureau.als(MEDEWERKER).alsof_bevestigd()
    begin = len(bureau.logboek())
    handelingen = _regiehandelingen(bureau)
    for handeling in handelingen.values():
        with pytest.raises(NietBevoegd, match="Alleen een procesregisseur mag"):
            handeling()
    regels = bureau.logboek()[begin:]
    assert [(r["handeling"], r["resultaat"], r["gebruiker"]) for r in regels] == [
        (naam, "geweigerd", MEDEWERKER) for naam in handelingen
    ]
    assert not any("Oefenman" in waarde for regel in regels for waarde in map(str, regel.values()))
    assert bureau.aan_tafel(overleg) == {"2026-0001": {"Politie"}}


def test_geweigerd_beheer_staat_in_het_logboek(bureau: Bureau) -> None:
    beheer = bureau.diensten().beheer
    for handeling in (
        lambda: beheer.wijzig_rollen(MEDEWERKER, frozenset(Rol)),
        lambda: beheer.verwijder_account(MEDEWERKER),
        beheer.aanvaard_stand,
    ):
        with pytest.raises(NietBevoegd):
            handeling()
    assert [(r["handeling"], r["resultaat"], r["gebruiker"]) for r in bureau.logboek()[-3:]] == [
        ("rollen gewijzigd", "geweigerd", REGIE),
        ("account verwijderd", "geweigerd", REGIE),
        ("oudere stand aanvaard", "geweigerd", REGIE),
    ]


def test_controle_in_het_venster_ziet_wat_de_opdrachtregel_ziet(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    bureau.punt(overleg, casus, "Politie")
    bureau.als(BEHEER)
    assert bureau.diensten().beheer.controleer() == ()
    bureau.zonder_triggers(["deelname_wijzigen", "overleg_verzetten"])
    bureau.sql("UPDATE overleg SET datum = '2020-01-01'")
    assert any("zonder geldend oordeel" in zin for zin in bureau.diensten().beheer.controleer())


def test_beheerder_ziet_geen_casus(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    bureau.punt(overleg, casus, "Politie")
    bureau.als(BEHEER)
    for lezen in (
        bureau.casussen.lijst,
        bureau.aanmeldingen.lijst,
        bureau.tafels.lijst,
        bureau.acties.lijst,
        lambda: bureau.casussen.toon(casus),
        lambda: bureau.agenda.toon(overleg),
        lambda: bureau.verslagen.toon(overleg),
        lambda: bureau.verslagen.aan_tafel(overleg),
        lambda: bureau.oordelen.blad(casus),
        lambda: bureau.oordelen.geschiedenis(casus),
        lambda: bureau.triage.toon(casus),
        lambda: bureau.afschalingen.toon(casus),
        lambda: bureau.zoeken.zoek("Oefenman"),
        lambda: bureau.diensten().documenten.agendastukken(overleg),
        lambda: bureau.diensten().uitnodigingen.lijst(overleg),
    ):
        with pytest.raises(NietBevoegd):
            lezen()
    assert bureau.vandaag.toon().regels == ()
    assert len(bureau.partijen.lijst()) == 30


class Looptijd:
    """Seconds since the computer was started, as the test says."""

    def __init__(self) -> None:
        self.nu = 100.0

    def __call__(self) -> float:
        return self.nu

    def verder(self, seconden: float) -> None:
        self.nu += seconden


def test_de_looptijd_telt_slaap_mee_en_loopt_nooit_terug() -> None:
    eerst = looptijd()
    assert looptijd() >= eerst
    if hasattr(time, "CLOCK_BOOTTIME"):
        assert abs(looptijd() - time.clock_gettime(time.CLOCK_BOOTTIME)) < 5


def test_voor_een_handtekening_is_het_wachtwoord_opnieuw_nodig_en_het_geldt_vijf_minuten(bureau: Bureau) -> None:
    casus = bureau.casus()
    oordeel = OordeelInvoer(bureau.partij("Politie"), OordeelUitkomst.RECHTMATIG, "eigen wettelijke taak")
    with pytest.raises(BevestigingNodig):
        bureau.oordelen.geef(casus, [oordeel])
    with pytest.raises(WachtwoordOnjuist):
        bureau.werkplek.bevestig("iets anders dan het wachtwoord")
    with pytest.raises(BevestigingNodig):
        bureau.oordelen.geef(casus, [oordeel])
    tijd = Looptijd()
    bureau.werkplek.looptijd = tijd
    bureau.werkplek.bevestig(WACHTWOORD)
    tijd.verder(5 * 60)
    assert bureau.oordelen.geef(casus, [oordeel])
    bureau.klok.verder(minuten=-60)  # setting the clock back stretches nothing
    tijd.verder(1)
    with pytest.raises(BevestigingNodig):
        bureau.oordelen.trek_in(casus, bureau.partij("Politie"), "reden")
    assert len(bureau.oordelen.geschiedenis(casus)) == 1


def test_logboek_zegt_wie_wat_deed_en_nooit_wat_er_stond(bureau: Bureau) -> None:
    casus, overleg = bureau.casus("J. Oefenman"), bureau.tafel(plaats="Geheime Zaal")
    punt = bureau.punt(overleg, casus, "Politie")
    bureau.akkoord(overleg)
    bureau.gehouden(overleg)
    bureau.acties.voeg_toe_bij_punt(punt, bureau.actie_invoer("Politie"))
    regels = bureau.logboek()
    assert {"aanmelding geaccepteerd", "oordeel gegeven", "agenda akkoord", "agendapunt gestart"} <= {
        regel["handeling"] for regel in regels
    }
    assert {regel["resultaat"] for regel in regels} == {"gelukt"}
    alles = "\n".join(str(waarde) for regel in regels for waarde in regel.values())
    for geheim in ("Oefenman", "Politie", "Geheime", "verzonnen", "Bepalen", "wettelijke", *NAAM_VAN.values()):
        assert geheim not in alles
    assert {regel["gebruiker"] for regel in regels} <= {REGIE, BEHEER}
