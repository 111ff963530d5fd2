"""Ways round the gate by someone with the open key who also takes the triggers away: nobody gets to the table.

What the database itself refuses is in tests/database/test_poort_in_database.py.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date

import pytest
from factories import MEDEWERKER, REGIE, WACHTWOORD, Bureau
from proefwaarden import BEGIN
from sqlalchemy import select

from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.database.keten.ondertekening import Ondertekenaar, verifieer_keten, voeg_verklaring_toe
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.sleutels.gebruikers import Gebruiker
from zvh_desktop.errors import GebruikersFout, NietBevoegd, RegelGeweigerd
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import (
    AgendapuntId,
    CasusId,
    OordeelUitkomst,
    OverlegId,
    PoortStand,
    Rol,
    VerklaringSoort,
)
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.poort.getekend import vind_in_getekend, vind_verwijderd
from zvh_desktop.services.poort.poort import OORDEEL, verklaring_inhoud

ALLE_WACHTERS = (
    "deelname_toevoegen",
    "deelname_wijzigen",
    "overleg_verzetten",
    "oordeel_werkt_door",
    "oordeel_vervangen",
    "oordeel_blijft",
    "oordeel_weg",
    "verklaring_vervangen",
    "verklaring_blijft",
    "verklaring_weg",
)


@dataclass
class Tafel:
    """Casus A with Politie and OM, casus B with GGD; the attacks want GGD (or a fallen partij) at casus A."""

    bureau: Bureau
    overleg: OverlegId
    a: CasusId
    b: CasusId
    punt_a: AgendapuntId
    punt_b: AgendapuntId

    @property
    def ggd(self) -> int:
        return self.bureau.partij("GGD")

    @property
    def politie(self) -> int:
        return self.bureau.partij("Politie")

    def bij_a(self) -> frozenset[str]:
        return self.bureau.aan_tafel(self.overleg)[self.bureau.nummer(self.a)]

    def oordeel_id(self, casus: int, partij: int) -> int:
        return int(
            self.bureau.waarde("SELECT max(id) FROM oordeel WHERE casus_id = :c AND partij_id = :p", c=casus, p=partij)
        )

    def zet_stoel(self, partij: int, oordeel: int) -> None:
        """A seat at casus A by plain SQL."""
        self.bureau.sql(
            "INSERT INTO deelname (agendapunt_id, casus_id, partij_id, oordeel_id, oordeel_uitkomst, "
            "gevraagde_bijdrage, aanwezigheid, afgevaardigde, vervallen, intrekking_verzonden) "
            "VALUES (:punt, :casus, :partij, :oordeel, 'rechtmatig', '', 'onbekend', '', 0, 0)",
            punt=self.punt_a,
            casus=self.a,
            partij=partij,
            oordeel=oordeel,
        )

    def schrijf_oordeel(self, partij: int, verklaring: int) -> int:
        """A row that says rechtmatig at casus A, resting on this verklaring."""
        self.bureau.sql(
            "INSERT INTO oordeel (casus_id, partij_id, verklaring_nummer, uitkomst, grondslag, motivering, "
            "geldig_vanaf, geldig_tot, gegeven_door, gegeven_op) "
            "VALUES (:c, :p, :v, 'rechtmatig', 'eigen wettelijke taak', 'verzonnen reden', :dag, NULL, 'P', :nu)",
            c=self.a,
            p=partij,
            v=verklaring,
            dag=BEGIN.isoformat(),
            nu="2026-09-01 07:00:00.000000",
        )
        return self.oordeel_id(self.a, partij)

    def inhoud(self, partij: int) -> dict[str, object]:
        """What would have been signed for this partij at casus A."""
        with self.bureau.kluis.sessies() as sessie:
            return verklaring_inhoud(
                sessie.get_one(Casus, self.a),
                sessie.get_one(Partij, partij),
                uitkomst="rechtmatig",
                grondslag="eigen wettelijke taak",
                motivering="verzonnen reden",
                geldig_vanaf=BEGIN,
                geldig_tot=None,
            )

    def onteken(self, ondertekenaar: Ondertekenaar, soort: VerklaringSoort, partij: int) -> int:
        """Put a statement in the chain with a key of one's own."""
        inhoud = self.inhoud(partij)
        with self.bureau.kluis.sessies.begin() as sessie:
            return voeg_verklaring_toe(sessie, ondertekenaar, soort, inhoud, self.bureau.klok().astimezone(UTC)).nummer

    def gevonden(self) -> tuple[str, ...]:
        """What a check of the oordelen finds."""
        with self.bureau.kluis.sessies() as sessie:
            return (
                *vind_in_getekend(self.bureau.werkplek, sessie, (OORDEEL,)),
                *vind_verwijderd(sessie, (OORDEEL,)),
            )

    def keten(self) -> tuple[str, ...]:
        """What a check of the chain finds."""
        kluis = self.bureau.kluis
        with kluis.sessies() as sessie:
            return verifieer_keten(sessie, kluis.wortel, kluis.kluis_id)


@pytest.fixture
def tafel(bureau: Bureau) -> Tafel:
    """A tafel in three weeks with two casussen."""
    a, b = bureau.casus("J. Oefenman"), bureau.casus("M. Voorbeeld")
    overleg = bureau.tafel()
    return Tafel(bureau, overleg, a, b, bureau.punt(overleg, a, "Politie", "OM"), bureau.punt(overleg, b, "GGD"))


def test_zonder_aanval_zit_iedereen_waar_hij_hoort(tafel: Tafel) -> None:
    assert tafel.bij_a() == {"Politie", "OM"}
    assert tafel.keten() == ()


# -- somebody who never got an oordeel at casus A ----------------------------------------------------------


def _oordeel_van_andere_casus_omgehangen(t: Tafel) -> None:
    oordeel = t.oordeel_id(t.b, t.ggd)
    t.bureau.sql("DELETE FROM deelname WHERE partij_id = :p", p=t.ggd)
    t.bureau.sql("UPDATE oordeel SET casus_id = :a WHERE id = :o", a=t.a, o=oordeel)
    t.zet_stoel(t.ggd, oordeel)


def _oordeel_van_andere_partij_omgehangen(t: Tafel) -> None:
    oordeel = t.oordeel_id(t.a, t.politie)
    t.bureau.sql("DELETE FROM deelname WHERE partij_id = :p", p=t.politie)
    t.bureau.sql("UPDATE oordeel SET partij_id = :p WHERE id = :o", p=t.ggd, o=oordeel)
    t.zet_stoel(t.ggd, oordeel)


def _rust_op_een_verklaring_van_een_andere_soort(t: Tafel) -> None:
    t.bureau.akkoord(t.overleg)
    nummer = t.bureau.waarde("SELECT max(nummer) FROM verklaring WHERE soort = 'agenda_akkoord'")
    t.zet_stoel(t.ggd, t.schrijf_oordeel(t.ggd, nummer))


def _verklaring_nagemaakt_uit_een_echte(t: Tafel) -> None:
    gegevens = t.inhoud(t.ggd)
    with t.bureau.kluis.sessies.begin() as sessie:
        echt = sessie.scalars(select(Verklaring).order_by(Verklaring.nummer.desc()).limit(1)).one()
        zout = json.loads(echt.inhoud or "{}")["zout"]
        nieuw = Verklaring(
            nummer=echt.nummer + 1,
            soort=echt.soort,
            inhoud=canoniek({"zout": zout, "gegevens": gegevens}).decode(),
            inhoud_hash=echt.inhoud_hash,
            vorige_hash=echt.hash,
            hash="namaak",
            handtekening=echt.handtekening,
            certificaat=echt.certificaat,
            gebruiker=echt.gebruiker,
            tijd=echt.tijd,
        )
        sessie.add(nieuw)
        nummer = nieuw.nummer
    t.zet_stoel(t.ggd, t.schrijf_oordeel(t.ggd, nummer))


def _inhoud_van_een_verklaring_gewijzigd(t: Tafel) -> None:
    oordeel = t.oordeel_id(t.b, t.ggd)
    nummer = t.bureau.waarde("SELECT verklaring_nummer FROM oordeel WHERE id = :o", o=oordeel)
    oud = json.loads(t.bureau.waarde("SELECT inhoud FROM verklaring WHERE nummer = :n", n=nummer))
    nieuw = canoniek({**oud, "gegevens": t.inhoud(t.ggd)}).decode()
    t.bureau.sql("DELETE FROM deelname WHERE partij_id = :p", p=t.ggd)
    t.bureau.sql("UPDATE verklaring SET inhoud = :i WHERE nummer = :n", i=nieuw, n=nummer)
    t.bureau.sql("UPDATE oordeel SET casus_id = :a WHERE id = :o", a=t.a, o=oordeel)
    t.zet_stoel(t.ggd, oordeel)


def _medewerker_tekent_zelf_een_oordeel_als_plan(t: Tafel) -> None:
    """What a medewerker's key may sign must not pass for an oordeel."""
    t.bureau.als(MEDEWERKER)
    try:
        nummer = t.onteken(t.bureau.kluis.ondertekenaar, VerklaringSoort.PLAN_VASTGESTELD, t.ggd)
    except NietBevoegd:
        return
    t.zet_stoel(t.ggd, t.schrijf_oordeel(t.ggd, nummer))


def _procesregisseur_tekende_iets_anders_dan_een_oordeel(t: Tafel) -> None:
    nummer = t.onteken(t.bureau.kluis.ondertekenaar, VerklaringSoort.AFSCHALING, t.ggd)
    t.zet_stoel(t.ggd, t.schrijf_oordeel(t.ggd, nummer))


def _medewerker_met_een_zelfgemaakt_certificaat(t: Tafel) -> None:
    t.bureau.als(MEDEWERKER)
    echt = t.bureau.kluis.ondertekenaar
    rollen = frozenset({Rol.MEDEWERKER, Rol.PROCESREGISSEUR})
    namaak = Ondertekenaar(
        echt.kluis_id,
        Gebruiker(echt.gebruiker.naam, echt.gebruiker.weergavenaam, rollen),
        replace(echt.certificaat, rollen=rollen),
        echt._zaad or b"",
    )
    t.zet_stoel(t.ggd, t.schrijf_oordeel(t.ggd, t.onteken(namaak, VerklaringSoort.OORDEEL, t.ggd)))


def _medewerker_met_het_certificaat_van_de_procesregisseur(t: Tafel) -> None:
    certificaat = t.bureau.kluis.ondertekenaar.certificaat
    t.bureau.als(MEDEWERKER)
    echt = t.bureau.kluis.ondertekenaar
    namaak = Ondertekenaar(echt.kluis_id, echt.gebruiker, certificaat, echt._zaad or b"")
    t.zet_stoel(t.ggd, t.schrijf_oordeel(t.ggd, t.onteken(namaak, VerklaringSoort.OORDEEL, t.ggd)))


def _stoel_van_de_andere_casus_verhuisd(t: Tafel) -> None:
    t.bureau.sql(
        "PRAGMA defer_foreign_keys = ON",
        "UPDATE oordeel SET casus_id = :a WHERE partij_id = :p",
        "UPDATE deelname SET agendapunt_id = :punt, casus_id = :a WHERE partij_id = :p",
        a=t.a,
        p=t.ggd,
        punt=t.punt_a,
    )


def _partij_krijgt_de_naam_van_een_rechtmatige(t: Tafel) -> None:
    t.bureau.sql(
        "UPDATE partij SET naam = 'tijdelijk', kort = 'tijdelijk' WHERE kort = 'Politie'",
        "UPDATE partij SET naam = 'Politie Regionale Eenheid Oost-Nederland', kort = 'Politie' WHERE kort = 'GGD'",
        "UPDATE partij SET naam = 'GGD Twente', kort = 'GGD' WHERE kort = 'tijdelijk'",
    )


def _vreemde_sleutel_uit(t: Tafel) -> None:
    """A seat that points at no oordeel at all, put in by a connection that keeps no foreign keys."""
    t.bureau.sql_zonder_sleutels(
        "INSERT INTO deelname (agendapunt_id, casus_id, partij_id, oordeel_id, oordeel_uitkomst, gevraagde_bijdrage, "
        "aanwezigheid, afgevaardigde, vervallen, intrekking_verzonden) "
        "VALUES (:punt, :casus, :partij, 9999, 'rechtmatig', '', 'aanwezig', '', 0, 0)",
        punt=t.punt_a,
        casus=t.a,
        partij=t.ggd,
    )


@pytest.mark.parametrize(
    "aanval",
    [
        _oordeel_van_andere_casus_omgehangen,
        _oordeel_van_andere_partij_omgehangen,
        _rust_op_een_verklaring_van_een_andere_soort,
        _verklaring_nagemaakt_uit_een_echte,
        _inhoud_van_een_verklaring_gewijzigd,
        _medewerker_tekent_zelf_een_oordeel_als_plan,
        _procesregisseur_tekende_iets_anders_dan_een_oordeel,
        _medewerker_met_een_zelfgemaakt_certificaat,
        _medewerker_met_het_certificaat_van_de_procesregisseur,
        _stoel_van_de_andere_casus_verhuisd,
        _partij_krijgt_de_naam_van_een_rechtmatige,
        _vreemde_sleutel_uit,
    ],
)
def test_partij_zonder_oordeel_komt_er_met_geen_kunstgreep_bij(tafel: Tafel, aanval: Callable[[Tafel], None]) -> None:
    bureau = tafel.bureau
    bureau.zonder_triggers(ALLE_WACHTERS)
    aanval(tafel)
    kort = {p.id: p.kort for p in bureau.partijen.lijst()}
    assert kort[bureau.partij("GGD")] not in tafel.bij_a()
    stand = {regel.partij_id: regel.stand for regel in bureau.oordelen.blad(tafel.a, bureau.klok.over(21))}
    assert stand[bureau.partij("GGD")] is not PoortStand.RECHTMATIG
    assert all(not r.echt for r in bureau.oordelen.geschiedenis(tafel.a, bureau.partij("GGD")))


# -- somebody whose oordeel no longer holds ----------------------------------------------------------------


def _rij_van_de_intrekking_weg(t: Tafel) -> None:
    t.bureau.sql("DELETE FROM oordeel WHERE uitkomst = 'ingetrokken'")


def _rij_van_de_intrekking_vervangen(t: Tafel) -> None:
    """REPLACE deletes without firing a delete trigger."""
    t.bureau.sql(
        "INSERT OR REPLACE INTO oordeel SELECT id, casus_id, (SELECT id FROM partij WHERE kort = 'GGD'), "
        "verklaring_nummer, uitkomst, grondslag, motivering, geldig_vanaf, geldig_tot, gegeven_door, gegeven_op "
        "FROM oordeel WHERE uitkomst = 'ingetrokken'"
    )


def _oud_oordeel_als_nieuwste_genummerd(t: Tafel) -> None:
    t.bureau.sql(
        "PRAGMA defer_foreign_keys = ON",
        "UPDATE deelname SET oordeel_id = 900 WHERE partij_id = :p AND casus_id = :a",
        "UPDATE oordeel SET id = 900 WHERE uitkomst = 'rechtmatig' AND partij_id = :p AND casus_id = :a",
        a=t.a,
        p=t.politie,
    )


def _intrekking_pas_later(t: Tafel) -> None:
    t.bureau.sql("UPDATE oordeel SET geldig_vanaf = '2027-12-31' WHERE uitkomst = 'ingetrokken'")


def _intrekking_bij_een_andere_casus(t: Tafel) -> None:
    t.bureau.sql("UPDATE oordeel SET casus_id = :b WHERE uitkomst = 'ingetrokken'", b=t.b)


def _intrekking_wordt_rechtmatig(t: Tafel) -> None:
    t.bureau.sql("UPDATE oordeel SET uitkomst = 'rechtmatig' WHERE uitkomst = 'ingetrokken'")
    t.bureau.sql(
        "UPDATE deelname SET oordeel_id = :o WHERE partij_id = :p", o=t.oordeel_id(t.a, t.politie), p=t.politie
    )


@pytest.mark.parametrize(
    "aanval",
    [
        _rij_van_de_intrekking_weg,
        _rij_van_de_intrekking_vervangen,
        _oud_oordeel_als_nieuwste_genummerd,
        _intrekking_pas_later,
        _intrekking_bij_een_andere_casus,
        _intrekking_wordt_rechtmatig,
    ],
)
def test_ingetrokken_oordeel_herleeft_niet(tafel: Tafel, aanval: Callable[[Tafel], None]) -> None:
    bureau = tafel.bureau
    bureau.trek_in(tafel.a, "Politie")
    assert tafel.bij_a() == {"OM"}
    bureau.zonder_triggers(ALLE_WACHTERS)
    aanval(tafel)
    bureau.sql("UPDATE deelname SET vervallen = 0")
    assert "Politie" not in tafel.bij_a()
    stand = {regel.kort: regel.stand for regel in bureau.oordelen.blad(tafel.a, bureau.klok.over(21))}
    assert stand["Politie"] is not PoortStand.RECHTMATIG
    with pytest.raises(RegelGeweigerd):
        bureau.acties.voeg_toe_bij_casus(tafel.a, bureau.actie_invoer("Politie"))


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE oordeel SET geldig_tot = NULL",
        "UPDATE oordeel SET geldig_tot = '2030-01-01'",
        "UPDATE overleg SET datum = '2026-12-31'",
        "UPDATE overleg SET datum = '2026-12-31'; UPDATE oordeel SET geldig_tot = '2027-12-31'",
    ],
)
def test_verlopen_oordeel_wordt_niet_opgerekt(bureau: Bureau, opdracht: str) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    punt = bureau.punt(overleg, casus, "OM")
    bureau.oordeel(casus, "Politie", tot=bureau.klok.over(30))
    bureau.agenda.zet_deelname(punt, bureau.partij("Politie"), aan=True)
    bureau.zonder_triggers(ALLE_WACHTERS)
    bureau.sql(*opdracht.split("; "))
    assert "Politie" not in bureau.aan_tafel(overleg)[bureau.nummer(casus)]


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE partij SET naam = 'Buurtvereniging De Proef' WHERE kort = 'Politie'",
        "UPDATE partij SET kort = 'Proef' WHERE kort = 'Politie'",
        "UPDATE casus SET nummer = '2026-9999' WHERE id = 1",
        "UPDATE oordeel SET grondslag = 'een andere grondslag'",
        "UPDATE oordeel SET motivering = 'een andere reden'",
        "UPDATE partij SET soort = 'derde'",
        "UPDATE partij SET uitgetreden_op = '2026-09-02'",
    ],
)
def test_na_ondertekenen_gewijzigd_telt_niet_meer(tafel: Tafel, opdracht: str) -> None:
    tafel.bureau.zonder_triggers(ALLE_WACHTERS)
    tafel.bureau.sql(opdracht)
    bij_a = next(stoelen for nummer, stoelen in tafel.bureau.aan_tafel(tafel.overleg).items() if nummer != "2026-0002")
    assert not bij_a & {"Politie", "Proef"}


def test_gewiste_intrekking_wordt_gevonden(tafel: Tafel) -> None:
    """Emptied and removed, with every trigger gone: nothing about this casus counts any more, and the check says so."""
    bureau = tafel.bureau
    bureau.trek_in(tafel.a, "Politie")
    bureau.zonder_triggers(ALLE_WACHTERS)
    bureau.sql(
        "UPDATE verklaring SET inhoud = NULL WHERE nummer = (SELECT max(nummer) FROM verklaring)",
        "DELETE FROM oordeel WHERE uitkomst = 'ingetrokken'",
    )
    assert "De inhoud van de ondertekende verklaring 4 is gewist." in tafel.gevonden()
    assert tafel.bij_a() == frozenset()


def test_leeggemaakte_verklaring_doet_een_intrekking_niet_vergeten(tafel: Tafel) -> None:
    """Emptying a statement is the one change the database allows; what it was about then has no oordeel at all."""
    tafel.bureau.trek_in(tafel.a, "Politie")
    tafel.bureau.sql("UPDATE verklaring SET inhoud = NULL")
    assert tafel.bij_a() == frozenset()
    with pytest.raises(RegelGeweigerd, match=r"verklaring \d+ is gewijzigd.*laat de kluis controleren"):
        tafel.bureau.agenda.zet_deelname(tafel.punt_a, tafel.bureau.partij("Politie"), aan=True)


@pytest.mark.parametrize(
    ("opdracht", "aantal"),
    [
        ("UPDATE oordeel SET grondslag = 'een andere grondslag' WHERE id = 1", 1),
        ("UPDATE oordeel SET casus_id = 2 WHERE id = 1", 1),
        ("UPDATE partij SET naam = 'Buurtvereniging De Proef' WHERE kort = 'Politie'", 1),
        ("UPDATE casus SET nummer = '2026-9999' WHERE id = 1", 2),
        ("DELETE FROM oordeel WHERE id = 1", 1),
        ("UPDATE oordeel SET verklaring_nummer = 900 WHERE id = 1", 2),
        ("UPDATE oordeel SET geldig_vanaf = 'nooit' WHERE id = 1", 1),
    ],
)
def test_controle_vindt_elke_rij_die_niet_zegt_wat_is_ondertekend(tafel: Tafel, opdracht: str, aantal: int) -> None:
    assert tafel.gevonden() == ()
    tafel.bureau.zonder_triggers(ALLE_WACHTERS)
    tafel.bureau.sql("DELETE FROM deelname")
    tafel.bureau.sql_zonder_sleutels(opdracht)
    bevindingen = tafel.gevonden()
    assert len(bevindingen) == aantal
    assert not any(naam in zin for zin in bevindingen for naam in ("Politie", "Oefenman"))


# -- somebody with another role ----------------------------------------------------------------------------


def test_rol_in_het_geheugen_geeft_nog_geen_handtekening(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.als(MEDEWERKER)
    bureau.kluis._zitting.gebruiker = Gebruiker(MEDEWERKER, "M. Voorbeeld", frozenset({Rol.PROCESREGISSEUR}))
    with pytest.raises(NietBevoegd):
        bureau.oordeel(casus, "Politie")
    assert bureau.oordelen.geschiedenis(casus) == ()


def test_rol_in_het_sleutelbestand_opent_niets(bureau: Bureau) -> None:
    bureau.sluit()
    pad = bureau.map / "sleutels.json"
    bestand = json.loads(pad.read_bytes())
    for slot in bestand["gebruikers"]:
        if slot["certificaat"]["naam"] == MEDEWERKER:
            slot["certificaat"]["rollen"] = ["procesregisseur"]
    pad.write_bytes(canoniek(bestand) + b"\n")
    with pytest.raises(GebruikersFout):
        open_kluis(bureau.map, MEDEWERKER, WACHTWOORD)


def test_ingetrokken_rol_ondertekent_niet_meer_maar_houdt_wat_getekend_is(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    bureau.punt(overleg, casus, "Politie")
    bureau.als("beheer")
    bureau.kluis.accounts.wijzig_rollen(REGIE, frozenset({Rol.MEDEWERKER}))
    bureau.als(REGIE)
    assert bureau.aan_tafel(overleg)[bureau.nummer(casus)] == {"Politie"}
    with pytest.raises(NietBevoegd):
        bureau.oordeel(casus, "OM")


# -- at each service ---------------------------------------------------------------------------------------


def test_elke_dienst_weigert_een_partij_zonder_oordeel_met_naam_casus_en_artikel(tafel: Tafel) -> None:
    bureau = tafel.bureau
    plan = bureau.plannen.begin(tafel.a)
    ggd, nummer = bureau.partij("GGD"), bureau.nummer(tafel.a)
    pogingen: list[Callable[[], object]] = [
        lambda: bureau.agenda.zet_deelname(tafel.punt_a, ggd, aan=True),
        lambda: bureau.acties.voeg_toe_bij_casus(tafel.a, bureau.actie_invoer("GGD")),
        lambda: bureau.acties.voeg_toe_bij_punt(tafel.punt_a, bureau.actie_invoer("GGD")),
        lambda: bureau.plannen.bewaar(plan, bureau.plan_invoer("GGD")),
        lambda: bureau.wijs_aan(tafel.a, "GGD", "Testpersoon Regie"),
        lambda: bureau.verslagen.zet_aanwezigheid(tafel.punt_a, ggd, "aanwezig"),  # type: ignore[arg-type]
    ]
    for poging in pogingen:
        with pytest.raises(RegelGeweigerd) as weigering:
            poging()
        assert (weigering.value.regel, weigering.value.artikel) == ("alleen_rechtmatige_partijen", "art. 14.2")
        assert "GGD Twente" in str(weigering.value)
        assert nummer in str(weigering.value)
    assert tafel.bij_a() == {"Politie", "OM"}
    assert bureau.acties.lijst(casus_id=tafel.a) == ()
    assert bureau.plannen.toon(plan).rollen == ()
    assert bureau.casussen.toon(tafel.a).casusregie == ()


@pytest.mark.parametrize("uitkomst", [OordeelUitkomst.NIET_RECHTMATIG, OordeelUitkomst.INGETROKKEN])
def test_een_nee_sluit_de_poort(tafel: Tafel, uitkomst: OordeelUitkomst) -> None:
    tafel.bureau.oordeel(tafel.a, "OM", uitkomst=uitkomst)
    assert tafel.bij_a() == {"Politie"}
    with pytest.raises(RegelGeweigerd):
        tafel.bureau.agenda.zet_deelname(tafel.punt_a, tafel.bureau.partij("OM"), aan=True)


def test_oordeel_dat_later_ingaat_opent_de_poort_pas_dan(bureau: Bureau) -> None:
    casus, vroeg, laat = bureau.casus(), bureau.tafel(date(2026, 9, 21)), bureau.tafel(date(2026, 10, 12))
    punten = bureau.punt(vroeg, casus), bureau.punt(laat, casus)
    bureau.oordeel(casus, "Politie", vanaf=date(2026, 10, 1))
    with pytest.raises(RegelGeweigerd):
        bureau.agenda.zet_deelname(punten[0], bureau.partij("Politie"), aan=True)
    bureau.agenda.zet_deelname(punten[1], bureau.partij("Politie"), aan=True)
    assert [bureau.aan_tafel(o)[bureau.nummer(casus)] for o in (vroeg, laat)] == [frozenset(), {"Politie"}]
