"""To which partij a form goes, and what is taken over from one that came back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import AanmeldingId, PartijId
from zvh_desktop.services.formulier.formulieren import Ingelezen
from zvh_desktop.services.formulier.voorstel import Antwoordregel, Verschil
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur, tekstbreedte
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.vinklijst import Vinklijst

_NIEUW = 0
_LANG = 240


class FormulierSturen(Invoerdialoog[PartijId]):
    """Asks for the partij; ``bewaar`` makes the draft and keeps it."""

    def __init__(
        self,
        partijen: Sequence[tuple[int, str]],
        bewaar: Callable[[PartijId], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Formulier sturen",
            "Bewaar &concept…",
            bewaar,
            ouder,
            uitleg="Het formulier met de vragen van uw huis gaat als bijlage bij een concept. U verstuurt het zelf.",
        )
        self.setObjectName("formulier_sturen_dialoog")
        self.partij = Keuzeveld(self)
        self.partij.setMinimumWidth(tekstbreedte(self, 50))
        for sleutel, naam in partijen:
            self.partij.addItem(naam, sleutel)
        self.partij.setPlaceholderText("Kies")
        self.partij.setCurrentIndex(-1)
        self.formulier.voeg_toe(
            "partij",
            "Aan welke &partij",
            self.partij,
            "Het gaat naar de contactpersoon met een e-mailadres, eerst die met mandaat.",
        )

    def invoer(self) -> PartijId:
        gekozen = self.partij.currentData()
        if gekozen is None:
            raise InvoerOngeldig("partij", "Kies eerst een partij.")
        return PartijId(int(gekozen))

    @classmethod
    def vraag(
        cls, partijen: Sequence[tuple[int, str]], bewaar: Callable[[PartijId], object], *, ouder: QWidget
    ) -> object:
        """What ``bewaar`` gave back, or None when nothing was made."""
        return cls(partijen, bewaar, ouder).antwoord()


Keus = tuple[AanmeldingId | None, tuple[str, ...]]
"""Where it goes, and the keys of the answers that were accepted."""


class Voorsteldialoog(Invoerdialoog[Keus]):
    """A tick per answer: what is new is ticked, what differs from what is there is not. Unclear is only said."""

    def __init__(
        self,
        ingelezen: Ingelezen,
        voorstel: Callable[[AanmeldingId | None], tuple[Antwoordregel, ...]],
        bewaar: Callable[[Keus], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Ingevuld formulier",
            "&Neem over",
            bewaar,
            ouder,
            uitleg="Kies wat u overneemt. Er is nog niets gewijzigd.",
        )
        self.setObjectName("formulier_voorstel_dialoog")
        self._ingelezen, self._voorstel = ingelezen, voorstel
        self._regels: tuple[Antwoordregel, ...] = ()
        self.doel = Keuzeveld(self)
        self.doel.setMinimumWidth(tekstbreedte(self, 70))
        for een in ingelezen.doelen:
            self.doel.addItem(een.naam, int(een.aanmelding_id or _NIEUW))
        self.doel.setCurrentIndex(max(0, self.doel.findData(int(ingelezen.vermoedelijk or _NIEUW))))
        self.antwoorden = Vinklijst("Antwoorden", self)
        self.antwoorden.setWordWrap(True)
        self.antwoorden.setMinimumHeight(self.fontMetrics().height() * 12)
        self.opmerkingen = Statuslabel(Icoon.UITROEP, "", self, kleur=Kleur.LET_OP)
        self.opmerkingen.setObjectName("formulier_onduidelijk")
        self.opmerkingen.laat_afbreken()
        self.formulier.voeg_toe("doel", "&Waarin", self.doel)
        self.formulier.voeg_toe("gekozen", "&Antwoorden om over te nemen", self.antwoorden)
        self.formulier.voeg_los_toe(self.opmerkingen)
        self.doel.currentIndexChanged.connect(self.toon)
        self.toon()

    def _waarin(self) -> AanmeldingId | None:
        sleutel = int(self.doel.currentData() or _NIEUW)
        return AanmeldingId(sleutel) if sleutel != _NIEUW else None

    def toon(self) -> None:
        """The answers beside what the chosen aanmelding holds."""
        try:
            self._regels = self._voorstel(self._waarin())
        except GebruikersFout as fout:
            self._fout.zet_fout(fout)
            return
        kan = [(nummer, _zin(regel)) for nummer, regel in enumerate(self._regels) if regel.kan]
        nieuw = [nummer for nummer, regel in enumerate(self._regels) if regel.verschil is Verschil.NIEUW]
        self.antwoorden.zet(kan, nieuw)
        zinnen = [
            f"Onduidelijk bij {regel.vraag}: {_kort(regel.antwoord)}. {regel.waarom}"
            for regel in self._regels
            if regel.verschil is Verschil.ONDUIDELIJK
        ]
        gelijk = sum(regel.verschil is Verschil.GELIJK for regel in self._regels)
        zinnen += (
            [f"{gelijk} antwoorden staan er al zo." if gelijk > 1 else "1 antwoord staat er al zo."] if gelijk else []
        )
        zinnen += ["In het bestand staan velden die ons formulier niet heeft."] if self._ingelezen.onbekend else []
        self.opmerkingen.zet(Icoon.UITROEP, "\n".join(zinnen), kleur=Kleur.LET_OP)

    def invoer(self) -> Keus:
        gekozen = tuple(self._regels[nummer].sleutel for nummer in self.antwoorden.gekozen())
        if not gekozen:
            raise InvoerOngeldig("gekozen", "Kies eerst wat u wilt overnemen.")
        return self._waarin(), gekozen

    @classmethod
    def vraag(
        cls,
        ingelezen: Ingelezen,
        voorstel: Callable[[AanmeldingId | None], tuple[Antwoordregel, ...]],
        bewaar: Callable[[Keus], object],
        *,
        ouder: QWidget,
    ) -> object:
        """What ``bewaar`` gave back (True when nothing), or None when nothing was taken over."""
        return cls(ingelezen, voorstel, bewaar, ouder).antwoord()


def _zin(regel: Antwoordregel) -> str:
    zin = f"{regel.vraag.rstrip('?:')}: {_kort(regel.antwoord)}"
    return f"{zin} (nu: {_kort(regel.nu)})" if regel.verschil is Verschil.ANDERS else zin


def _kort(tekst: str) -> str:
    heel = " ".join(tekst.split())
    return heel if len(heel) <= _LANG else f"{heel[:_LANG].rstrip()}…"
