"""What a tafel goes on from: earlier besluiten, acties, plan and verslag in view, and the verslag that it settles."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pytest
from factories import Bureau
from pypdf import PdfReader
from sqlalchemy.exc import IntegrityError

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import (
    ActieId,
    ActieStatus,
    AgendapuntId,
    CasusId,
    DocumentSoort,
    OverlegId,
    VerslagOordeel,
    Voortgang,
)
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.services.tafel.opvolging.eerste_punt import EerstePuntService
from zvh_desktop.services.tafel.opvolging.voortgang import MonitoringService
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst


@dataclass
class Vervolg:
    """A casus that was on a tafel with Politie and OM, and is on the next one with Politie and Almelo."""

    bureau: Bureau
    vorig: OverlegId
    nu: OverlegId
    casus: CasusId
    punt: AgendapuntId
    actie: ActieId
    actie_om: ActieId

    @property
    def monitoring(self) -> MonitoringService:
        return MonitoringService(self.bureau.werkplek)

    @property
    def eerste(self) -> EerstePuntService:
        return EerstePuntService(self.bureau.werkplek)

    def status(self) -> ActieStatus:
        alle = self.bureau.acties.lijst(alleen_open=False, casus_id=self.casus)
        return next(een.status for een in alle if een.id == self.actie)

    def stuk(self, soort: DocumentSoort, kort: str = "") -> str:
        """What a document of the second tafel says, on one line."""
        partij = self.bureau.partij(kort) if kort else None
        pdf = self.bureau.diensten().documenten.maak(StukVraag(soort, self.nu, partij, "")).inhoud
        return " ".join(" ".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages).split())

    def open(self) -> None:
        """The second tafel begins, with everybody there."""
        self.bureau.akkoord(self.nu)
        self.bureau.verslagen.start_punt(self.punt)

    def stel_vast(self) -> None:
        b = self.bureau
        for regel in next(p for p in b.verslagen.toon(self.nu).punten if p.id == self.punt).aanwezigen:
            b.tafelloop.laat_binnen(self.punt, regel.partij_id)
        b.verslagen.voeg_besluit_toe(self.punt, BesluitInvoer(b.profiel.besluiten_tot("procesregie")[0].sleutel))
        b.alsof_bevestigd()
        b.verslagen.stel_vast(self.nu)


@pytest.fixture
def vervolg(bureau: Bureau) -> Vervolg:
    b = bureau
    casus = b.casus("Oefenman A")
    vorig = b.tafel(b.klok.vandaag)
    punt = b.punt(vorig, casus, "Politie", "OM")
    b.akkoord(vorig)
    b.verslagen.start_punt(punt)
    b.verslagen.bewaar_tekst(punt, VerslagTekst("Beeld van toen.", "Oordeel van toen.", "Besluit van toen."))
    soort = b.profiel.besluiten_tot("procesregie")[0].sleutel
    b.verslagen.voeg_besluit_toe(punt, BesluitInvoer(soort, "Eerder besluit.", belegd_bij=b.partij("OM")))
    actie = b.acties.voeg_toe_bij_punt(punt, b.actie_invoer("Politie", omschrijving="Wijkagent gaat langs"))
    actie_om = b.acties.voeg_toe_bij_punt(punt, b.actie_invoer("OM", omschrijving="Zaak uitzoeken"))
    for kort in ("Politie", "OM"):
        b.tafelloop.laat_binnen(punt, b.partij(kort))
    b.alsof_bevestigd()
    b.verslagen.stel_vast(vorig)
    b.klok.verder(dagen=14)
    nu = b.tafel(b.klok.vandaag)
    return Vervolg(b, vorig, nu, casus, b.punt(nu, casus, "Politie", "Almelo"), actie, actie_om)


def test_wat_eraan_voorafging_is_in_beeld_zonder_namen_van_wie_er_niet_zit(vervolg: Vervolg) -> None:
    beeld = vervolg.monitoring.toon(vervolg.punt)
    assert beeld is not None
    assert [(een.omschrijving, een.belegd_bij) for een in beeld.besluiten] == [("Eerder besluit.", "")]
    politie = vervolg.bureau.naam("Politie")
    acties = [(een.actie.invoer.omschrijving, een.actie.belegd_bij) for een in beeld.acties]
    assert sorted(acties) == [("Wijkagent gaat langs", politie), ("Zaak uitzoeken", "")]
    assert beeld.verslag is not None
    assert (beeld.verslag.vastgesteld, beeld.verslag.tekst.beeld) == (True, "Beeld van toen.")
    assert (beeld.plan, beeld.onleesbaar) == (None, ())


def test_een_verslag_waarvan_de_handtekening_niet_klopt_blijft_uit_beeld(vervolg: Vervolg) -> None:
    b = vervolg.bureau
    b.sql("UPDATE overleg SET plaats = 'Elders' WHERE id = :id", id=vervolg.vorig)
    beeld = vervolg.monitoring.toon(vervolg.punt)
    assert beeld is not None
    assert (beeld.verslag, beeld.besluiten) == (None, ())
    assert "niet het verslag dat is vastgesteld" in beeld.onleesbaar[0]


@pytest.mark.parametrize(
    ("voortgang", "status"),
    [
        (Voortgang.GEDAAN, ActieStatus.GEREED),
        (Voortgang.NIET_GEDAAN, ActieStatus.OPEN),
        (Voortgang.NIET_MEER_MOGELIJK, ActieStatus.VERVALLEN),
    ],
)
def test_voortgang_zet_de_stand_en_gaat_terug(vervolg: Vervolg, voortgang: Voortgang, status: ActieStatus) -> None:
    vervolg.open()
    vervolg.bureau.acties.zet_status(vervolg.actie, ActieStatus.BEZIG)
    assert vervolg.monitoring.meld(vervolg.punt, vervolg.actie, voortgang) is None
    assert vervolg.status() is status
    beeld = vervolg.monitoring.toon(vervolg.punt)
    assert beeld is not None
    assert {een.actie.id: een.voortgang for een in beeld.acties}[vervolg.actie] is voortgang
    vervolg.monitoring.neem_terug(vervolg.punt, vervolg.actie)
    assert vervolg.status() is ActieStatus.BEZIG


def test_voortgang_kan_alleen_aan_tafel_en_alleen_van_een_eerdere_actie(vervolg: Vervolg) -> None:
    b = vervolg.bureau
    with pytest.raises(GebruikersFout, match="nog niet begonnen"):
        vervolg.monitoring.meld(vervolg.punt, vervolg.actie, Voortgang.GEDAAN)
    vervolg.open()
    nieuw = b.acties.voeg_toe_bij_punt(vervolg.punt, b.actie_invoer("Politie", omschrijving="Nieuw"))
    with pytest.raises(InvoerOngeldig):
        vervolg.monitoring.meld(vervolg.punt, nieuw, Voortgang.GEDAAN)


def test_het_verslag_vertelt_de_voortgang_en_een_partij_leest_alleen_die_van_wie_er_zit(vervolg: Vervolg) -> None:
    b = vervolg.bureau
    vervolg.open()
    vervolg.monitoring.meld(vervolg.punt, vervolg.actie, Voortgang.GEDAAN)
    vervolg.monitoring.meld(vervolg.punt, vervolg.actie_om, Voortgang.NIET_MEER_MOGELIJK)
    vervolg.stel_vast()
    b.acties.zet_status(vervolg.actie, ActieStatus.OPEN)  # afterwards: what was signed stays
    heel = vervolg.stuk(DocumentSoort.NOTULEN_REGIE)
    assert "Eerdere acties" in heel
    assert "Wijkagent gaat langs" in heel
    assert "Zaak uitzoeken" in heel
    assert "niet meer mogelijk" in heel
    deel = vervolg.stuk(DocumentSoort.NOTULEN_PARTIJ, "Almelo")
    assert "Wijkagent gaat langs" in deel
    assert "Zaak uitzoeken" not in deel
    with pytest.raises(GebruikersFout, match="vastgesteld"):
        vervolg.monitoring.neem_terug(vervolg.punt, vervolg.actie)
    with pytest.raises(IntegrityError, match="vastgesteld verslag"):
        b.sql("UPDATE actievoortgang SET voortgang = 'gedaan'")
    planten = "UPDATE agendapunt SET verslag_van_id = :vorig, verslag_oordeel = 'ongewijzigd' WHERE id = :punt"
    b.sql(planten, vorig=vervolg.vorig, punt=vervolg.punt)
    assert b.verslagen.toon(vervolg.vorig).aan_tafel_vastgesteld_op is None  # the signed words do not say so


def test_de_agenda_van_de_regie_zegt_waar_de_casus_vandaan_komt(vervolg: Vervolg) -> None:
    heel = vervolg.stuk(DocumentSoort.AGENDA_REGIE)
    for deel in ("Wat eraan voorafging", "Eerder besluit.", "Wijkagent gaat langs", "Beeld van toen."):
        assert deel in heel
    eigen = vervolg.stuk(DocumentSoort.AGENDA_PARTIJ, "Almelo")
    assert "Beeld van toen." not in eigen


def test_vaststellen_verslag_is_het_eerste_punt_en_wordt_vastgelegd(vervolg: Vervolg) -> None:
    b = vervolg.bureau
    voorstel = vervolg.eerste.voorstel(vervolg.nu)
    assert voorstel is not None
    assert voorstel.overleg_id == vervolg.vorig
    punt = vervolg.eerste.zet(vervolg.nu)
    assert b.agenda.toon(vervolg.nu).punten[0].onderwerp == voorstel.onderwerp
    assert vervolg.eerste.voorstel(vervolg.nu) is None
    stand = b.agenda.momentopname(vervolg.nu)
    b.agenda.verwijder_punt(punt)
    assert vervolg.eerste.voorstel(vervolg.nu) is not None
    b.agenda.herstel(stand)
    assert vervolg.eerste.voorstel(vervolg.nu) is None
    b.akkoord(vervolg.nu)
    with pytest.raises(GebruikersFout, match="nog niet begonnen"):
        vervolg.eerste.leg_vast(punt, VerslagOordeel.ONGEWIJZIGD)
    b.verslagen.start_punt(punt)
    assert "is vastgesteld" in " ".join(een.zin for een in b.verslagen.toon(vervolg.nu).nog_nodig)
    assert vervolg.eerste.leg_vast(punt, VerslagOordeel.ONGEWIJZIGD) is VerslagOordeel.GEEN
    b.verslagen.start_punt(vervolg.punt)
    assert b.verslagen.toon(vervolg.vorig).aan_tafel_vastgesteld_op is None
    vervolg.stel_vast()
    assert b.verslagen.toon(vervolg.vorig).aan_tafel_vastgesteld_op == b.klok.vandaag
    assert "Vastgesteld zonder wijzigingen" in vervolg.stuk(DocumentSoort.NOTULEN_REGIE)
    volgende = vervolg.eerste.voorstel(b.tafel(b.klok.over(14)))
    assert volgende is not None
    assert volgende.overleg_id == vervolg.nu


def test_een_partij_hoort_alleen_van_een_verslag_waar_zij_bij_mocht_en_nog_mag(vervolg: Vervolg) -> None:
    b = vervolg.bureau
    vervolg.eerste.zet(vervolg.nu)
    zin = "wordt het verslag van"

    def eigen(kort: str) -> str:
        return vervolg.stuk(DocumentSoort.AGENDA_PARTIJ, kort)

    assert zin in eigen("Politie")
    assert zin not in eigen("Almelo")  # sits here now, had no seat there
    assert "Vaststellen verslag" in vervolg.stuk(DocumentSoort.AGENDA_REGIE)
    ander = b.casus("Oefenman B")
    b.punt(vervolg.nu, ander, "OM")
    assert zin in eigen("OM")
    b.trek_in(vervolg.casus, "OM")
    assert zin not in eigen("OM")  # was lawful there, is not any more
