"""All drafts to one folder: what can be made is, the rest is named with its reason, and what went out is ticked off."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from tafelkluis import WACHTWOORD, Tafelkluis
from ui_hulp import Mailprogramma, NepMeldingen

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import UitnodigingStatus
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.bewaren.mailprogramma import mailadres
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.stukken.elk_voor_zich import LIJSTNAAM
from zvh_desktop.ui.pages.tafel.stukken.uitnodigen import Uitnodigen
from zvh_desktop.ui.pages.tafel.stukken.verzenddialoog import VerzendDialoog
from zvh_desktop.ui.toegankelijkheid import bevindingen


@pytest.fixture
def stap(qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis) -> Uitnodigen:
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    gemaakt = Uitnodigen(regie, tafelgereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(870, 560)
    with qtbot.waitExposed(gemaakt):
        gemaakt.show()
    gemaakt.toon_tafel(tafelkluis.overleg)
    qtbot.waitUntil(gemaakt.concept_knop.isEnabled)
    return gemaakt


@pytest.fixture
def dialogen(monkeypatch: pytest.MonkeyPatch) -> list[VerzendDialoog]:
    """Each list that is shown, held so that it can be looked at; it is closed at once."""
    getoond: list[VerzendDialoog] = []

    def toon(dialoog: QDialog) -> int:
        assert isinstance(dialoog, VerzendDialoog)
        dialoog.setParent(None)
        getoond.append(dialoog)
        return int(QDialog.DialogCode.Rejected)

    monkeypatch.setattr(VerzendDialoog, "exec", toon)
    monkeypatch.setattr("zvh_desktop.ui.pages.tafel.stukken.verzenddialoog.verwijder", lambda _dialoog: None)
    return getoond


def bewaar_alle(qtbot: QtBot, stap: Uitnodigen, dialogen: list[VerzendDialoog]) -> VerzendDialoog:
    stap.alle_knop.click()
    qtbot.waitUntil(lambda: bool(dialogen))
    qtbot.addWidget(dialogen[-1])
    return dialogen[-1]


def zonder_contact(stap: Uitnodigen, regie: Diensten, *korte_namen: str) -> None:
    for regel in stap.tabel.regelmodel.regels:
        if regel.kort in korte_namen:
            for contact in regel.contactpersonen:
                regie.partijen.verwijder_contact(contact.id)
    stap.vernieuw()


def test_wie_niet_kan_houdt_de_anderen_niet_op(
    qtbot: QtBot, stap: Uitnodigen, regie: Diensten, meldingen: NepMeldingen, tmp_path: Path,
    dialogen: list[VerzendDialoog],
) -> None:  # fmt: skip
    zonder_contact(stap, regie, "Mediant", "Hengelo")
    meldingen.pad = tmp_path
    dialoog = bewaar_alle(qtbot, stap, dialogen)
    assert len(list(tmp_path.glob("*.eml"))) == 3 and meldingen.fouten == []
    niet = [dialoog.niet.item(rij).text() for rij in range(dialoog.niet.count())]
    assert len(niet) == 2 and all("contactpersoon" in zin.partition(": ")[2] for zin in niet)
    assert "3 concepten zijn bewaard. Niet gemaakt voor: " in stap.strook.tekst()
    assert "Mediant" in stap.strook.tekst() and "Hengelo" in stap.strook.tekst()
    with qtbot.waitExposed(dialoog):
        dialoog.show()
    assert bevindingen(dialoog) == []


def test_naar_de_eerste_kiest_die_partij_in_de_lijst(
    qtbot: QtBot, stap: Uitnodigen, regie: Diensten, meldingen: NepMeldingen, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    laatste = stap.tabel.regelmodel.regels[-1]
    zonder_contact(stap, regie, laatste.kort)
    meldingen.pad = tmp_path

    def naar_eerste(dialoog: VerzendDialoog) -> int:
        dialoog.eerste_knop.click()
        return dialoog.result()

    monkeypatch.setattr(VerzendDialoog, "exec", naar_eerste)
    stap.tabel.selectRow(0)
    stap.alle_knop.click()

    def gekozen() -> bool:
        regel = stap.tabel.gekozen()
        return regel is not None and regel.id == laatste.id

    qtbot.waitUntil(gekozen)


def test_de_lijst_in_de_map_noemt_alleen_partij_en_bestand(
    qtbot: QtBot, stap: Uitnodigen, meldingen: NepMeldingen, tmp_path: Path, dialogen: list[VerzendDialoog]
) -> None:
    meldingen.pad = tmp_path
    (tmp_path / LIJSTNAAM).write_text("van eerder", encoding="utf-8")
    bewaar_alle(qtbot, stap, dialogen)
    assert (tmp_path / LIJSTNAAM).read_text(encoding="utf-8") == "van eerder"
    nieuw = (tmp_path / "nog-te-versturen (2).txt").read_bytes().decode("utf-8-sig")
    _, leeg, *regels = nieuw.split("\r\n")
    namen = {een.name for een in tmp_path.glob("*.eml")}
    partijen = {regel.partij for regel in stap.tabel.regelmodel.regels}
    assert leeg == "" and regels.pop() == ""
    assert {regel.partition(": ")[2] for regel in regels} == namen
    assert {regel.removeprefix("[ ] ").partition(": ")[0] for regel in regels} == partijen


def test_afvinken_noteert_verstuurd_en_terug_neemt_het_terug(
    qtbot: QtBot, stap: Uitnodigen, regie: Diensten, tafelkluis: Tafelkluis, meldingen: NepMeldingen, tmp_path: Path,
    dialogen: list[VerzendDialoog],
) -> None:  # fmt: skip
    def verstuurd() -> int:
        regels = regie.uitnodigingen.lijst(tafelkluis.overleg)
        return sum(regel.status is UitnodigingStatus.VERZONDEN for regel in regels)

    meldingen.pad = tmp_path
    dialoog = bewaar_alle(qtbot, stap, dialogen)
    with qtbot.waitExposed(dialoog):
        dialoog.show()
    dialoog.lijst.setFocus()
    dialoog.lijst.setCurrentRow(0)
    qtbot.keyClick(dialoog.lijst, Qt.Key.Key_Space)
    assert verstuurd() == 1 and dialoog.telling.text() == "Nog te versturen: 4 van 5."
    qtbot.keyClick(dialoog.lijst, Qt.Key.Key_Space)
    assert verstuurd() == 0 and dialoog.telling.text() == "Nog te versturen: 5 van 5."
    for rij in range(5):
        dialoog.lijst.item(rij).setCheckState(Qt.CheckState.Checked)
    assert verstuurd() == 5 and dialoog.telling.text() == "Alles is verstuurd."


def test_wat_niet_te_noteren_is_blijft_zonder_vinkje(
    qtbot: QtBot, stap: Uitnodigen, meldingen: NepMeldingen, tmp_path: Path, dialogen: list[VerzendDialoog]
) -> None:
    def weiger(*_: object) -> None:
        raise GebruikersFout("De agenda is intussen weer concept.")

    meldingen.pad = tmp_path
    uitkomst = bewaar_alle(qtbot, stap, dialogen)._uitkomst
    dialoog = VerzendDialoog(uitkomst, weiger)
    qtbot.addWidget(dialoog)
    dialoog.lijst.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialoog.lijst.item(0).checkState() is Qt.CheckState.Unchecked
    assert "weer concept" in dialoog._fout.tekst() and "5 van 5" in dialoog.telling.text()


def test_het_agenda_item_alleen(stap: Uitnodigen, meldingen: NepMeldingen, tmp_path: Path) -> None:
    meldingen.pad = tmp_path / "afspraak"
    stap.ics_knop.click()
    inhoud = (tmp_path / "afspraak.ics").read_bytes()
    assert inhoud.startswith(b"BEGIN:VCALENDAR") and b"METHOD:REQUEST" in inhoud and inhoud.count(b"ATTENDEE") == 1
    assert "afspraak.ics" in stap.strook.tekst()


def test_het_mailprogramma_krijgt_de_ontvanger_en_niets_anders(stap: Uitnodigen, mailprogramma: Mailprogramma) -> None:
    stap.details.mail_knop.click()
    (adres,) = mailprogramma.gevraagd
    regel = stap.tabel.gekozen()
    assert regel is not None and regel.contact is not None
    assert adres == f"mailto:{regel.contact.email}"
    assert "geopend met alleen de ontvanger" in stap.strook.tekst()


@pytest.mark.parametrize(
    "email", ["a@voorbeeld.invalid?bcc=b@elders.invalid", "a@voorbeeld.invalid&body=tekst", "a b,c@voorbeeld.invalid"]
)
def test_een_adres_brengt_geen_tweede_ontvanger_en_geen_tekst_mee(email: str) -> None:
    link = mailadres(email)
    assert link.isValid() and not link.hasQuery() and not link.hasFragment()
    gestuurd = bytes(link.toEncoded().data()).decode()
    assert not set(gestuurd.partition(":")[2]) & set("?&,# "), gestuurd
    assert link.path(QUrl.ComponentFormattingOption.FullyDecoded) == email
