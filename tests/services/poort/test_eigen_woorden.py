"""What is signed or sent holds its own words: every register is altered, and every document says the same as before.

Every column of every table is altered, but for those that are named here with the reason. So a new field is altered
too, and this test asks what a signed piece does with it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from factories import Bureau
from opschaling_hulp import Opschaling
from overlegleden import alleen_partijen
from pypdf import PdfReader
from sqlalchemy import Boolean, Column, Date, DateTime, Integer, LargeBinary, Time
from sqlalchemy.exc import IntegrityError

from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.alles import Base
from zvh_desktop.models.keuzes import Aanwezigheid, ActieStatus, DocumentSoort, OverlegId, PlanId
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.bestuur.ledenbeheer import LedenService
from zvh_desktop.services.bestuur.overleggen import OverleggenService
from zvh_desktop.services.casus.afschalingen import AfschalingInvoer
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer
from zvh_desktop.services.tafel.correcties import CorrectieService
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst

GETEKEND_OF_LOGBOEK = {
    "verklaring", "logregel", "oordeel", "deelname", "agendapunt", "besluit", "overleg", "overleg_besluit",
    "overleg_besluit_raakt", "overleg_lid", "overleg_stem", "plan_van_aanpak", "plan_doel", "plan_rol",
    "afschaling_besluit", "afschaling", "opschaling", "verslag_correctie", "uitgegeven", "profiel_versie",
    "tafelgebeurtenis", "overleg_uitnodiging",
}  # fmt: skip
"""Signed or only added to: changing these is an attack (test_getekend.py), and no register."""

ANDERS = {
    "casus.nummer": "signed with every oordeel",
    "casus.status": "what is afgeschaald is closed: signed",
    "casus.fase": "decides what may be shared, and is printed nowhere",
    "partij.naam": "signed with every oordeel; a register refuses it (see the test of a verslag alone)",
    "partij.kort": "signed with every oordeel; a register refuses it",
    "partij.soort": "asked by the gate: who may be named in a plan is decided today",
    "partij.aangesloten_op": "asked by the gate",
    "partij.uitgetreden_op": "asked by the gate",
    "casusregie.tot": "closed by appointing another, see _handelingen",
    "actie.omschrijving": "signed with the verslag; refused for an actie in it",
    "actie.conditie": "signed with the verslag; refused for an actie in it",
    "actie.informering": "signed with the verslag; refused for an actie in it",
    "afschaling_regel.gedaan": "the checklist goes on after the decision",
    "afschaling_regel.opmerking": "the checklist goes on after the decision",
    "afschaling_regel.door": "the checklist goes on after the decision",
    "afschaling_regel.op": "the checklist goes on after the decision",
    "afschaling_regel.tekst": "copied from the profile when the checklist began, and no register",
    "afschaling_regel.sleutel": "a key of the checklist",
    "afschaling_regel.later": "a property of the line",
    "uitnodiging.gestuurd_naam": "what was sent: a copy of then",
    "uitnodiging.gestuurd_functie": "what was sent: a copy of then",
    "uitnodiging.gestuurd_email": "what was sent: a copy of then",
    "uitnodiging.gestuurd_postbus": "what was sent: a copy of then",
}
"""Every column that is left alone, and why."""


def tekst(pdf: bytes) -> str:
    heel = " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages).split())
    return re.sub(r"\d+-[0-9a-f]{8}", "CODE", heel)  # the newest statement of when it was made


class Ondertekend:
    """Twente with a verslag, an agenda, a plan, an afschaling and a verslag of a meeting without casussen."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.casussen = [bureau.casus(naam) for naam in ("J. Oefenman", "T. Testpersoon")]
        bureau.contact("Politie", "OM")
        self.tafel: OverlegId = bureau.tafel(bureau.klok.vandaag)
        punten = [bureau.punt(self.tafel, casus, "Politie", "OM") for casus in self.casussen]
        bureau.wijs_aan(self.casussen[0], "Politie")
        bureau.akkoord(self.tafel)
        self.uitnodigingen = bureau.diensten().uitnodigingen
        self.uitnodigingen.bereid_voor(self.tafel)
        for regel in self.uitnodigingen.lijst(self.tafel):
            self.uitnodigingen.markeer_verzonden(regel.id)
        bureau.gehouden(self.tafel)
        for punt in punten:
            bureau.verslagen.bewaar_tekst(punt, VerslagTekst("beeld", "oordeel", "besluit"))
        bureau.verslagen.voeg_besluit_toe(punten[0], BesluitInvoer("isd", belegd_bij=bureau.partij("OM")))
        einde = bureau.profiel.besluiten_tot("afschaling")[0].sleutel
        bureau.verslagen.voeg_besluit_toe(punten[1], BesluitInvoer(einde))
        self.actie = bureau.acties.voeg_toe_bij_punt(punten[0], bureau.actie_invoer("Politie"))
        bureau.alsof_bevestigd()
        bureau.verslagen.stel_vast(self.tafel)
        self.plan: PlanId = bureau.plannen.begin(self.casussen[0])
        bureau.plannen.bewaar(self.plan, bureau.plan_invoer("Politie"))
        self.planactie = bureau.acties.voeg_toe_bij_casus(
            self.casussen[0], bureau.actie_invoer("Politie"), plan_id=self.plan
        )
        bureau.plannen.stel_vast(self.plan)
        bureau.afschalingen.bewaar(self.casussen[1], AfschalingInvoer("Het gaat goed.", "Alle criteria zijn gehaald."))
        bureau.afschalingen.besluit(self.casussen[1], "overleg")
        self.bestuur = self._bestuur()

    def _bestuur(self) -> OverlegId:
        overleggen = OverleggenService(self.bureau.werkplek)
        soort = overleggen.soorten()[-1].sleutel
        overleg = overleggen.plan(self.bureau.tafel_invoer(self.bureau.klok.vandaag, soort=soort))
        alleen_partijen(self.bureau.werkplek, overleg, [self.bureau.partij("Politie"), self.bureau.partij("OM")])
        overleggen.houd(overleg)
        leden = [lid.id for lid in overleggen.toon(overleg).leden]
        LedenService(self.bureau.werkplek).zet_aanwezigheid(leden, Aanwezigheid.AANWEZIG)
        overleggen.stel_vast(overleg)
        return overleg

    def vragen(self) -> list[StukVraag]:
        documenten = self.bureau.diensten().documenten
        return [
            *(v for v in documenten.agendastukken(self.tafel) if v.partij_id is None),
            *(v for v in documenten.verslagstukken(self.tafel) if v.soort is not DocumentSoort.ACTIELIJST),
            StukVraag(DocumentSoort.PLAN_VAN_AANPAK, self.plan, None, ""),
            StukVraag(DocumentSoort.AFSCHALING, self.casussen[1], None, ""),
        ]

    def stukken(self, vragen: Iterable[StukVraag]) -> dict[str, str]:
        maak = self.bureau.diensten().documenten.maak
        stukken = {f"{v.soort.value} {v.partij_id or ''}": tekst(maak(v).inhoud) for v in vragen}
        stukken["bestuur"] = tekst(OverleggenService(self.bureau.werkplek).verslag_pdf(self.bestuur).inhoud)
        return stukken

    def versies(self) -> object:
        return CorrectieService(self.bureau.werkplek).versies(self.tafel)

    def notulen(self) -> str:
        return self.stukken([StukVraag(DocumentSoort.NOTULEN_REGIE, self.tafel, None, "")])["notulen-regie "]


@pytest.fixture
def vast(bureau: Bureau) -> Ondertekend:
    return Ondertekend(bureau)


def te_wijzigen() -> list[Column[object]]:
    kolommen = []
    for tabel in Base.metadata.sorted_tables:
        if tabel.name in GETEKEND_OF_LOGBOEK:
            continue
        for kolom in tabel.columns:
            naam = f"{tabel.name}.{kolom.name}"
            if not (kolom.primary_key or kolom.foreign_keys or naam in ANDERS):
                kolommen.append(kolom)
    return kolommen


def anders(kolom: Column[object]) -> str:
    """SQL for another value of this column."""
    naam = kolom.name
    if isinstance(kolom.type, Boolean):
        return f"1 - {naam}"
    if isinstance(kolom.type, DateTime):
        return "'2031-02-03 04:05:06.000000'"
    if isinstance(kolom.type, Time):
        return "'04:05:06.000000'"
    if isinstance(kolom.type, Date) or naam == "geboortedatum":
        return "'2031-02-03'"
    if isinstance(kolom.type, Integer):
        return f"{naam} + 1"
    if isinstance(kolom.type, LargeBinary):
        return "x'00'"
    if naam in ("email", "afzender_email"):
        return "'anders@voorbeeld.nl'"
    return f"{naam} || ' anders'"


KEUZE = {
    "actie.status": "'gereed'",
    "uitnodiging.status": "'ingetrokken'",
    "uitnodiging.antwoord": "'komt_niet'",
    "informatie_item.regime": "'wpg'",
    "aanmelding.uitkomst": "'afgewezen'",
    "afgelasting.vorige_status": "'akkoord'",
    "casus_einde.soort": "'elders'",
    "vastlegging.soort": "'gemeente'",
    "actievoortgang.voortgang": "'niet_gedaan'",
    "actievoortgang.vorige_status": "'bezig'",
    "verzending.soort": "'plan'",
    "verzending.reactie": "'akkoord'",
}
"""A column that holds a choice gets another of its choices."""


def test_elke_uitzondering_bestaat() -> None:
    kolommen = {f"{tabel.name}.{kolom.name}" for tabel in Base.metadata.sorted_tables for kolom in tabel.columns}
    assert ANDERS.keys() <= kolommen


def wijzig_alles(bureau: Bureau, kolommen: Iterable[Column[object]]) -> None:
    """Another value in each of these columns and no contactpersoon left, with the triggers away meanwhile."""
    wachters = "SELECT group_concat(name) FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE 'zoek%'"
    wachten = str(bureau.waarde(wachters)).split(",")
    bewaard = [str(bureau.waarde("SELECT sql FROM sqlite_master WHERE name = :naam", naam=naam)) for naam in wachten]
    bureau.zonder_triggers(wachten)
    for kolom in kolommen:
        waarde = KEUZE.get(f"{kolom.table.name}.{kolom.name}", anders(kolom))
        try:
            bureau.sql_zonder_sleutels(" ".join(("UPDATE OR IGNORE", kolom.table.name, "SET", kolom.name, "=", waarde)))
        except Exception as fout:
            raise AssertionError(f"{kolom.table.name}.{kolom.name}: name another value in KEUZE") from fout
    bureau.sql_zonder_sleutels("DELETE FROM contactpersoon")
    bureau.sql(*bewaard)
    bureau.kluis.engine.dispose()


def test_wat_getekend_is_zegt_hetzelfde_als_alle_registers_anders_zijn(vast: Ondertekend) -> None:
    bureau = vast.bureau
    vragen = vast.vragen()
    eerst, versies = vast.stukken(vragen), vast.versies()
    assert len(eerst) >= 8
    assert ControleService(bureau.werkplek).vind() == ()
    wijzig_alles(bureau, te_wijzigen())
    assert vast.stukken(vragen) == eerst
    assert vast.versies() == versies
    assert ControleService(bureau.werkplek).vind() == ()


VAN_DE_DAG = {"actie", "informatie_item", "verstrekking"}
"""What a dossier takes as it is on the day of the handover (ADR 0049)."""


def test_een_getekende_opschaling_zegt_tot_de_overdracht_wat_er_bij_het_tekenen_stond(delfts_bureau: Bureau) -> None:
    op = Opschaling(delfts_bureau)
    delfts_bureau.wijs_aan(op.casus, op.twee, "C. Casusregisseur")
    op.met_plan().met_akkoord()
    maak = op.diensten.documenten.opschaling
    eerst = tekst(maak(op.casus).inhoud)
    assert "C. Casusregisseur" in eerst
    wijzig_alles(delfts_bureau, [kolom for kolom in te_wijzigen() if kolom.table.name not in VAN_DE_DAG])
    assert tekst(maak(op.casus).inhoud) == eerst
    assert tekst(delfts_bureau.opschalingen.geef_dossier_uit(op.casus)[0].inhoud) == eerst
    assert ControleService(delfts_bureau.werkplek).vind() == ()


@pytest.mark.parametrize(
    "woorden",
    ["''", "replace(woorden, 'C. Casusregisseur', 'I. Indringer')", "'{}'", "'geen json'"],
    ids=["geleegd", "gewijzigd", "andere", "onleesbaar"],
)
def test_woorden_van_een_opschaling_die_zijn_gewijzigd_tellen_niet(delfts_bureau: Bureau, woorden: str) -> None:
    op = Opschaling(delfts_bureau)
    delfts_bureau.wijs_aan(op.casus, op.twee, "C. Casusregisseur")
    op.met_akkoord()
    wijzig = f"UPDATE opschaling SET woorden = {woorden}"  # noqa: S608
    with pytest.raises(IntegrityError, match="wat ondertekend is"):
        delfts_bureau.sql(wijzig)
    delfts_bureau.zonder_triggers(["opschaling_woorden_blijven"])
    delfts_bureau.sql(wijzig)
    with pytest.raises(HandtekeningOnjuist):
        op.diensten.documenten.opschaling(op.casus)
    assert any("naar een ander huis gaat" in zin for zin in ControleService(delfts_bureau.werkplek).vind())


def test_wat_een_mens_mag_wijzigen_verandert_geen_getekend_stuk(vast: Ondertekend) -> None:
    bureau = vast.bureau
    vragen = vast.vragen()
    eerst = vast.stukken(vragen)
    assert "Testpersoon Balie" in eerst["notulen-regie "]
    bureau.acties.zet_status(vast.actie, ActieStatus.GEREED)
    bureau.acties.zet_status(vast.planactie, ActieStatus.VERVALLEN)
    bureau.acties.wijzig(vast.actie, bureau.actie_invoer("Politie", termijn=bureau.klok.over(90)))
    bureau.wijs_aan(vast.casussen[0], "OM", "E. Eenander")
    politie, om = (bureau.partijen.toon(bureau.partij(kort)).contactpersonen[0] for kort in ("Politie", "OM"))
    bureau.partijen.wijzig_contact(
        politie.id, ContactpersoonInvoer("Heel Andersnaam", "chef", "anders@voorbeeld.invalid", mandaat=True)
    )
    bureau.partijen.verwijder_contact(om.id)
    assert vast.stukken(vragen) == eerst
    assert ControleService(bureau.werkplek).vind() == ()


def test_notulen_noemen_een_partij_zoals_zij_heette(vast: Ondertekend) -> None:
    bureau = vast.bureau
    naam = bureau.naam("Politie")
    for opdracht in (
        "UPDATE partij SET naam = 'Andere Naam', kort = 'ANDERS' WHERE kort = 'Politie'",
        "UPDATE partij SET soort = 'derde', uitgetreden_op = '2020-01-01' WHERE kort = 'OM'",
    ):
        bureau.sql(opdracht)
    notulen = vast.notulen()
    assert naam in notulen
    assert bureau.naam("OM") in notulen
    assert "Andere Naam" not in notulen


def test_wie_derde_werd_krijgt_de_notulen_van_toen(vast: Ondertekend) -> None:
    bureau = vast.bureau
    om, documenten = bureau.partij("OM"), bureau.diensten().documenten
    bureau.sql("UPDATE partij SET soort = 'derde', uitgetreden_op = '2020-01-01' WHERE kort = 'OM'")
    notulen = [v for v in documenten.verslagstukken(vast.tafel) if v.soort is DocumentSoort.NOTULEN_PARTIJ]
    assert om in {v.partij_id for v in notulen}
    assert bureau.naam("OM") not in {zonder.partij for zonder in documenten.zonder_stukken(vast.tafel)}
    assert all(documenten.maak(v).inhoud for v in notulen)


def test_wie_ondertekende_heet_zoals_toen(vast: Ondertekend) -> None:
    bureau = vast.bureau
    assert f"door {bureau.werkplek.naam}" in vast.notulen()
    gebruikers = bureau.kluis.gebruikers()
    bureau.kluis.gebruikers = lambda: tuple(replace(g, weergavenaam="Iemand Anders") for g in gebruikers)  # type: ignore[method-assign]
    assert "Iemand Anders" not in vast.notulen()
