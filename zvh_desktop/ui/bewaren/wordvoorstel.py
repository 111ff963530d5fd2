"""What came back from a word processor beside what stands here: each text is taken over or left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.taal import opsomming
from zvh_desktop.services.bewerkbaar.gegevens import Tekstovername, Veldstand, Wordkantlijn, Wordregel, Wordvoorstel
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RUIM, Kleur, tekstbreedte
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld
from zvh_desktop.ui.widgets.velden.vinklijst import Vinklijst

_STANDZIN = {
    Veldstand.WORD: "Hier is deze tekst niet gewijzigd sinds het bestand is bewaard.",
    Veldstand.BEIDE: "Let op: hier is deze tekst ook gewijzigd. Neemt u over, dan vervalt wat er nu staat.",
    Veldstand.HIER: "In het bestand is deze tekst niet gewijzigd, hier wel. Neemt u over, dan gaat u terug.",
}
_ACHTER = {
    Veldstand.WORD: "",
    Veldstand.BEIDE: " (hier ook gewijzigd)",
    Veldstand.HIER: " (alleen hier gewijzigd)",
}
_WOORDEN = re.compile(r"\s+|[^\s]+")
_ZOVEEL, _LANGST = 5, 120
"""So many texts are shown of what is not taken over, and so much of each."""
_MEEST = 4_000
"""Words of a text that are compared one by one: of more the whole text stands there without marks."""


class Wordvoorsteldialoog(Invoerdialoog[tuple[Tekstovername, ...]]):
    """A tick per text; what changed in the file alone is ticked. Below it both texts, with what differs underlined."""

    heropenen = False
    bij_verlies = "Wat u uit het Word-bestand wilde overnemen, is niet overgenomen. Lees het bestand opnieuw in."

    def __init__(
        self,
        voorstel: Wordvoorstel,
        bewaar: Callable[[tuple[Tekstovername, ...]], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Wijzigingen uit Word",
            "&Neem over",
            bewaar,
            ouder,
            uitleg="Kies welke teksten u overneemt. Er is nog niets gewijzigd; wat u niet kiest, blijft.",
        )
        self.setObjectName("word_voorstel_dialoog")
        self._regels = voorstel.regels
        self.velden = Vinklijst("Teksten die anders zijn", self)
        self.velden.setObjectName("word_voorstel_velden")
        self.velden.setMinimumSize(tekstbreedte(self, 90), self.fontMetrics().height() * 6)
        self.stand = Statuslabel(Icoon.INFO, "", self)
        self.stand.setObjectName("word_voorstel_stand")
        self.stand.laat_afbreken()
        self.nu = self._veld("word_voorstel_nu", "Wat hier nu staat")
        self.uit_word = self._veld("word_voorstel_word", "Wat in het Word-bestand staat")
        self.opmerkingen = Statuslabel(Icoon.INFO, _opmerkingen(voorstel), self, kleur=Kleur.STIL)
        self.opmerkingen.laat_afbreken()
        self.formulier.voeg_toe("velden", "Te&ksten die anders zijn", self.velden)
        self.formulier.voeg_los_toe(self.stand)
        self.formulier.voeg_los_toe(self._naast())
        self.formulier.voeg_los_toe(self.opmerkingen)
        self.velden.currentRowChanged.connect(self._toon)
        lijst = [(nummer, f"{een.naam}{_ACHTER[een.stand]}") for nummer, een in enumerate(self._regels)]
        self.velden.zet(lijst, [nummer for nummer, een in enumerate(self._regels) if een.voorgesteld])

    def _veld(self, naam: str, wat: str) -> Tekstveld:
        veld = Tekstveld(wat, self)
        veld.setObjectName(naam)
        veld.setReadOnly(True)
        veld.setFrameShape(QFrame.Shape.StyledPanel)  # two texts beside each other
        veld.setMinimumHeight(self.fontMetrics().height() * 8)
        return veld

    def _naast(self) -> QWidget:
        vlak = QWidget(self)
        indeling = QHBoxLayout(vlak)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RUIM)
        for veld in (self.nu, self.uit_word):
            kolom = QVBoxLayout()
            kolom.setSpacing(HALF)
            kolom.addWidget(StilleTekst(veld.accessibleName(), vlak))
            kolom.addWidget(veld, 1)
            indeling.addLayout(kolom, 1)
        return vlak

    def _toon(self, nummer: int) -> None:
        if not 0 <= nummer < len(self._regels):
            return
        regel = self._regels[nummer]
        ernstig = regel.stand is not Veldstand.WORD
        kleur = Kleur.LET_OP if ernstig else None
        self.stand.zet(Icoon.UITROEP if ernstig else Icoon.INFO, _STANDZIN[regel.stand], kleur=kleur)
        self.nu.laad(regel.nu)
        self.uit_word.laad(regel.uit_word)
        for veld, plekken in zip((self.nu, self.uit_word), verschillen(regel.nu, regel.uit_word), strict=True):
            veld.setExtraSelections([_onderstreept(veld, begin, einde) for begin, einde in plekken])

    def invoer(self) -> tuple[Tekstovername, ...]:
        gekozen = tuple(_overname(self._regels[nummer]) for nummer in self.velden.gekozen())
        if not gekozen:
            raise InvoerOngeldig("velden", "Kies eerst welke teksten u wilt overnemen.")
        return gekozen

    @classmethod
    def vraag(
        cls, voorstel: Wordvoorstel, bewaar: Callable[[tuple[Tekstovername, ...]], object], *, ouder: QWidget
    ) -> object:
        """What ``bewaar`` gave back (True when nothing), or None when nothing was taken over."""
        return cls(voorstel, bewaar, ouder).antwoord()


def _overname(regel: Wordregel) -> Tekstovername:
    return Tekstovername(regel.sleutel, regel.nu, regel.uit_word)


def _onderstreept(veld: QPlainTextEdit, begin: int, einde: int) -> QTextEdit.ExtraSelection:
    vorm = QTextCharFormat()
    vorm.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    vorm.setBackground(veld.palette().alternateBase())
    vorm.setFontWeight(700)
    plek = QTextCursor(veld.document())
    plek.setPosition(begin)
    plek.setPosition(einde, QTextCursor.MoveMode.KeepAnchor)
    keuze = QTextEdit.ExtraSelection()
    keuze.cursor = plek
    keuze.format = vorm
    return keuze


def verschillen(nu: str, anders: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where words of the one are not in the other, in places of each text as Qt counts them."""
    links, rechts = _WOORDEN.findall(nu), _WOORDEN.findall(anders)
    if len(links) > _MEEST or len(rechts) > _MEEST:
        return [], []
    delen = [een for een in SequenceMatcher(None, links, rechts, autojunk=False).get_opcodes() if een[0] != "equal"]
    return (
        _plekken(links, [(een[1], een[2]) for een in delen]),
        _plekken(rechts, [(een[3], een[4]) for een in delen]),
    )


def _plekken(woorden: Sequence[str], bereiken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Qt counts in half letters: what lies outside the first plane is two."""
    vooraf = [0]
    for woord in woorden:
        vooraf.append(vooraf[-1] + len(woord.encode("utf-16-le")) // 2)
    return [(vooraf[begin], vooraf[einde]) for begin, einde in bereiken if begin < einde]


def geen_verschil(voorstel: Wordvoorstel) -> str:
    """When there is nothing to take over."""
    begin = "Het Word-bestand zegt hetzelfde als hier staat."
    if voorstel.kantlijn != Wordkantlijn():
        begin = "In de velden zegt het Word-bestand hetzelfde als hier staat."
    return " ".join(deel for deel in (begin, _opmerkingen(voorstel)) if deel)


def _opmerkingen(voorstel: Wordvoorstel) -> str:
    zinnen = []
    if voorstel.gelijk and voorstel.regels:
        zinnen.append("1 tekst is gelijk." if voorstel.gelijk == 1 else f"{voorstel.gelijk} teksten zijn gelijk.")
    if voorstel.ontbreekt:
        zinnen.append(f"Niet in het bestand, en dus ongewijzigd: {opsomming(list(voorstel.ontbreekt))}.")
    if voorstel.dubbel:
        zinnen.append(f"Staat er twee keer verschillend in, en is overgeslagen: {opsomming(list(voorstel.dubbel))}.")
    half = [een.naam for een in voorstel.regels if not een.heel]
    if half:
        zinnen.append(f"Een beeld, noot of teken dat hier niet kan worden gelezen, vervalt in: {opsomming(half)}.")
    if voorstel.vervallen:
        zinnen.append(
            "In het bestand staan ook teksten die hier niet meer zijn, of waarvan niet zeker is waar ze horen."
        )
    return " ".join((*zinnen, *_in_de_kantlijn(voorstel.kantlijn)))


def _in_de_kantlijn(kantlijn: Wordkantlijn) -> Iterator[str]:
    """What somebody has to take over by hand, in the words that stand there."""
    if kantlijn.gevolgd:
        yield "Bijgehouden wijzigingen zijn gelezen alsof ze zijn aanvaard."
    if kantlijn.doorgehaald:
        yield "Doorgehaalde of verborgen tekst is gelezen als gewone tekst: kijk of die weg moet."
    if kantlijn.getypt is None:
        yield "Wat er buiten de velden is gewijzigd, is in dit bestand niet te zien: kijk dat zelf na."
    elif kantlijn.getypt:
        stukken = _aangehaald(kantlijn.getypt)
        yield f"Buiten de velden is gewijzigd, en dat gaat niet mee: {stukken}. Neem het zelf over."
    if kantlijn.opmerkingen:
        yield f"Opmerkingen in de kantlijn gaan niet mee: {_aangehaald(kantlijn.opmerkingen)}."


def _aangehaald(teksten: Sequence[str]) -> str:
    kort = [f'"{een if len(een) <= _LANGST else een[:_LANGST].rstrip() + "…"}"' for een in teksten[:_ZOVEEL]]
    if len(teksten) > _ZOVEEL:
        kort.append(f"en nog {len(teksten) - _ZOVEEL}")
        return ", ".join(kort[:-1]) + " " + kort[-1]
    return opsomming(kort)
