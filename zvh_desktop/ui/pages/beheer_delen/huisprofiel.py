"""The house profile in force: which house, which version, and every rule with its article. For every role."""

from __future__ import annotations

import html

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTextBrowser, QWidget

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.regels import HuisOverzicht, beschrijf_huis
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer_delen.deel import LEESBREEDTE, BeheerDeel
from zvh_desktop.ui.thema import RASTER, tekstbreedte


class HuisprofielDeel(BeheerDeel):
    """A list to read and to copy from; nothing to change here."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Huisprofiel",
            "De regels van het convenant van dit huis, zoals de applicatie ze toepast. Een nieuw profiel komt met een "
            "nieuwe versie van de applicatie; oude verslagen houden het profiel van hun eigen datum.",
            diensten,
            gereedschap,
            ouder,
            rolt=False,
        )
        self.setObjectName("beheer_huisprofiel")
        self.lijst = QTextBrowser(self.vlak)
        self.lijst.setObjectName("huisprofiel_lijst")
        self.lijst.setAccessibleName("Huisprofiel en regels")
        self.lijst.setOpenLinks(False)
        self.lijst.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.lijst.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.lijst.setMaximumWidth(tekstbreedte(self, LEESBREEDTE + 24))
        self.lijst.setHtml(als_html(beschrijf_huis(diensten.profiel)))
        self.inhoud.addWidget(self.lijst, 1)

    def eerste_focus(self) -> QWidget:
        return self.lijst


def als_html(huis: HuisOverzicht) -> str:
    """Facts and rules as two tables; every text of the profile is taken as plain text."""
    feiten = (
        ("Huis", huis.huis),
        ("Profiel", f"{huis.sleutel}, versie {huis.versie}"),
        ("Convenant", huis.convenant),
        ("Looptijd", huis.looptijd),
        ("Overleggen", ", ".join(huis.overleggen)),
    )
    regels = [(regel.artikel or "geldt niet", regel.tekst) for regel in huis.regels]
    return (
        f"<h3>Welk huis</h3>{_tabel([feit for feit in feiten if feit[1]])}<h3>Regels en artikelen</h3>{_tabel(regels)}"
    )


def _tabel(rijen: list[tuple[str, str]]) -> str:
    cellen = "".join(
        f'<tr><td width="24%"><b>{html.escape(links)}</b></td><td>{html.escape(rechts)}</td></tr>'
        for links, rechts in rijen
    )
    return f'<table width="100%" cellpadding="{RASTER // 2}">{cellen}</table>'
