"""The practice vault as someone who practises finds it.

In the sixth house: tests of a new profile (tests/opdrachtregel/test_profiel_vervangen.py) begin with the same one, and
making one takes a worker fourteen seconds. The window that starts by itself makes that of Twente (tests/venster).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from huis_lezen import ZESDE_HUIS
from oefenkluizen import Oefenkluizen

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import (
    AanmeldingUitkomst,
    CasusStatus,
    OverlegStatus,
    PlanStatus,
    PoortStand,
    Rol,
    VerslagStatus,
)
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd, meegeleverde_profielen
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.oefenen.accounts import OEFENACCOUNTS, oefenaccount, tweede_regisseur
from zvh_desktop.services.oefenen.gegevens import lees_oefengegevens, wijs_rollen_toe
from zvh_desktop.services.oefenen.klok import Oefenklok, werkdag_na, werkdag_voor
from zvh_desktop.services.oefenen.kluis import maak_oefenkluis


@pytest.fixture(scope="module")
def diensten(oefenkluizen: Oefenkluizen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Diensten]:
    """Opened once: nobody changes anything, and at the first opening every signature is verified."""
    basis, account = tmp_path_factory.mktemp("oefenkluis"), oefenaccount(Rol.PROCESREGISSEUR)
    kluismap = oefenkluizen.uit_het_venster(ZESDE_HUIS, basis / "kluis")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        with open_kluis(kluismap, account.gebruiker, account.wachtwoord) as kluis:
            assert kluis.stand.waarschuwingen == ()
            yield bouw_diensten(kluis)


def test_het_maken_zegt_hoever_het_is_en_loopt_tot_het_einde(oefenkluizen: Oefenkluizen) -> None:
    """In the house that is played with the window alone; the demo plays the same in Twente, and is looked at below."""
    stappen = oefenkluizen.voortgang(ZESDE_HUIS)
    assert stappen[-1][0] == stappen[-1][1]
    assert [stap[0] for stap in stappen] == sorted(stap[0] for stap in stappen)


def test_er_zijn_dertien_casussen_in_verschillende_fasen(diensten: Diensten) -> None:
    casussen = diensten.casussen.lijst()
    assert len(casussen) == 13
    assert len({casus.fase for casus in casussen}) >= 4
    assert {casus.status for casus in casussen} == set(CasusStatus)
    (elders,) = (casus for casus in casussen if casus.status is CasusStatus.BEEINDIGD)
    einde = diensten.einden.toon(elders.id).nu
    assert einde is not None
    assert einde.terugkoppeling is not None
    assert all(casus.betrokkene.startswith("Testpersoon ") for casus in casussen)


def test_er_is_een_tafel_gehouden_en_er_zijn_er_twee_gepland(diensten: Diensten) -> None:
    vandaag = diensten.werkplek.vandaag()
    tafels = diensten.tafels.lijst()
    gehouden = [tafel for tafel in tafels if tafel.datum < vandaag]
    gepland = [tafel for tafel in tafels if tafel.datum > vandaag]
    soorten = {soort.naam for soort in diensten.profiel.casusoverleggen}
    assert {t.naam for t in gehouden} == soorten
    assert {(t.status, t.verslag_status) for t in gehouden} == {(OverlegStatus.GEHOUDEN, VerslagStatus.VASTGESTELD)}
    afgelast = [tafel for tafel in gepland if tafel.status is OverlegStatus.AFGELAST]
    assert len(afgelast) == 1
    assert {t.status for t in gepland} - {OverlegStatus.AFGELAST} == {OverlegStatus.VERZONDEN, OverlegStatus.CONCEPT}
    assert len(gepland) == 3


def test_de_matrix_van_een_komende_tafel_toont_alle_soorten_vakjes(diensten: Diensten) -> None:
    standen = {
        cel.stand
        for tafel in diensten.tafels.lijst()
        for punt in diensten.agenda.toon(tafel.id).punten
        for cel in punt.cellen
    }
    assert standen >= {
        PoortStand.UITGENODIGD,
        PoortStand.NIET_RECHTMATIG,
        PoortStand.NIET_BEOORDEELD,
        PoortStand.VERLOPEN,
        PoortStand.INGETROKKEN,
    }


def test_er_is_een_plan_vastgesteld_en_een_afschaling_begonnen(diensten: Diensten) -> None:
    beelden = [diensten.casussen.toon(casus.id) for casus in diensten.casussen.lijst()]
    plannen = [diensten.plannen.toon(beeld.plan_id) for beeld in beelden if beeld.plan_id is not None]
    # One of an ordinary casus, and one of the casus that was taken up to where more decide together.
    assert [plan.status for plan in plannen] == [PlanStatus.VASTGESTELD, PlanStatus.VASTGESTELD]
    afschalingen = [diensten.afschalingen.toon(beeld.id) for beeld in beelden if beeld.afschaling_id is not None]
    assert len(afschalingen) == 1
    gedaan = [regel.gedaan for regel in afschalingen[0].checklist]
    assert any(gedaan)
    assert not all(gedaan)
    assert not any(regel.gedaan for regel in afschalingen[0].checklist if regel.later)


def test_er_wacht_werk_bij_aanmeldingen_en_acties(diensten: Diensten) -> None:
    uitkomsten = {regel.uitkomst for regel in diensten.aanmeldingen.lijst()}
    assert uitkomsten == set(AanmeldingUitkomst)
    assert diensten.acties.lijst()


def test_alle_contactpersonen_zijn_verzonnen_en_elke_partij_heeft_iemand_met_mandaat(diensten: Diensten) -> None:
    partijen = diensten.partijen.lijst()
    zonder = [partij.naam for partij in partijen if not partij.contactpersonen]
    assert zonder == ['Het Grote Huis "Boven & Buiten" <West>']  # where a casus was taken to: it is told by hand
    for partij in (partij for partij in partijen if partij.naam not in zonder):
        assert any(contact.mandaat for contact in partij.contactpersonen)
        assert any(contact.gedeelde_postbus for contact in partij.contactpersonen)
        assert all(contact.email.endswith("@oefen.example") for contact in partij.contactpersonen)


def test_een_casus_hoort_elders_een_is_overgedragen_en_vragen_zijn_verstuurd(diensten: Diensten) -> None:
    einden = {diensten.casussen.toon(een.id).status for een in diensten.casussen.lijst()}
    assert CasusStatus.BEEINDIGD in einden
    wissels = [w for een in diensten.casussen.lijst() for w in diensten.regisseurs.geschiedenis(een.id)]
    assert [wissel.naar for wissel in wissels] == [tweede_regisseur().weergavenaam]
    brieven = [b for een in diensten.casussen.lijst() for b in diensten.triagebrieven.lijst(een.id)]
    assert any(brief.eerder for brief in brieven)
    assert not any(brief.te_versturen for brief in brieven)


def test_het_logboek_noemt_wie_met_welke_rol_heeft_gewerkt(diensten: Diensten) -> None:
    assert diensten.werkplek.kluis.oefen
    assert {rol for account in OEFENACCOUNTS for rol in (account.rol,)} == set(Rol)


def test_een_volle_map_blijft_zoals_zij_was(tmp_path: Path) -> None:
    (tmp_path / "van-mij.txt").write_text("blijf af", encoding="utf-8")
    with pytest.raises(GebruikersFout):
        maak_oefenkluis(tmp_path, "twente", lambda *_: None)
    assert [pad.name for pad in tmp_path.iterdir()] == ["van-mij.txt"]


def test_een_afgebroken_oefenkluis_laat_niets_achter(tmp_path: Path) -> None:
    def breek_af(nu: int, van: int, wat: str) -> None:
        if nu == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        maak_oefenkluis(tmp_path / "kluis", "twente", breek_af)
    assert not (tmp_path / "kluis").exists()


@pytest.mark.parametrize("huis", meegeleverde_profielen())
def test_elke_rol_is_in_elk_huis_een_andere_partij(huis: str) -> None:
    gegevens = lees_oefengegevens()
    toegewezen = wijs_rollen_toe(gegevens.rollen, laad_meegeleverd(huis))
    assert set(toegewezen) == set(gegevens.rollen)
    assert len({partij.naam for partij in toegewezen.values()}) == len(toegewezen)


def test_de_teksten_noemen_geen_partij_van_welk_huis_ook() -> None:
    gegevens = lees_oefengegevens()
    teksten = "\n".join(
        "\n".join((c.doel, c.themas, c.beeld, c.oordeel_tekst, c.besluitvorming, c.besluit_tekst, c.conditie))
        + "\n".join((*(d.bijdrage for d in c.deelnemers), *(a.tekst for a in c.acties)))
        for c in gegevens.casussen
    )
    namen = {partij.naam for huis in meegeleverde_profielen() for partij in laad_meegeleverd(huis).partijen}
    assert not [naam for naam in namen if naam in teksten]


def test_de_oefenklok_staat_stil_tot_zij_wordt_gezet() -> None:
    klok = Oefenklok(datetime(2026, 1, 1, tzinfo=UTC))
    assert klok() == klok()
    klok.zet(date(2026, 7, 1), time(9, 30))
    assert klok() == datetime(2026, 7, 1, 7, 30, tzinfo=UTC)


def test_werkdagen_slaan_weekend_en_feestdagen_over() -> None:
    assert werkdag_voor(date(2026, 12, 27)) == date(2026, 12, 24)
    assert werkdag_na(date(2026, 12, 25)) == date(2026, 12, 28)
