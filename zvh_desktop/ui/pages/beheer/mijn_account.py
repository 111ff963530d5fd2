"""The own account: who am I here, another password, and opening on this device without one. For every role."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, WachtwoordOnjuist
from zvh_desktop.services.beheer.beheer import DitApparaat
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.deel import BeheerDeel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur
from zvh_desktop.ui.widgets.kaart import Kaart
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.formulier import Formulier
from zvh_desktop.ui.widgets.velden.nieuw_wachtwoord import NieuwWachtwoord
from zvh_desktop.ui.widgets.velden.wachtwoordveld import Wachtwoordveld

_APPARAAT_UITLEG = (
    "U kunt de kluis op deze computer openen zonder wachtwoord. De computer bewaart daarvoor een eigen sleutel in "
    "zijn beveiligde sleutelhanger. Uw wachtwoord wordt niet bewaard. Doe dit alleen op een computer die van u "
    "alleen is en die zichzelf vergrendelt. Voor een handtekening blijft uw wachtwoord nodig."
)


class MijnAccount(BeheerDeel):
    """Password and device of the user who is logged in."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        rollen = ", ".join(sorted(diensten.rolnaam(rol) for rol in diensten.sessie.rollen))
        super().__init__(
            "Mijn account",
            f"U werkt als {diensten.sessie.weergavenaam} ({diensten.sessie.gebruiker}), {rollen}.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_mijn_account")
        self._bezig = False
        self._apparaat_aan = False
        self._bouw_wachtwoord()
        self._bouw_apparaat()
        self.ruimte()
        self._verbind()

    def _bouw_wachtwoord(self) -> None:
        self.oud_veld = Wachtwoordveld("Uw wachtwoord van nu", self.vlak)
        self.oud_veld.setObjectName("oud_wachtwoord_veld")
        self.oud_formulier = Formulier(self.vlak)
        self.oud_formulier.voeg_toe("oud", "Wachtwoord van &nu", self.oud_veld)
        self.nieuw = NieuwWachtwoord(self._diensten.beheer, self.vlak)
        self.wijzig_knop = knop("wachtwoord_wijzigen_knop", "Wij&zig wachtwoord", self.vlak)
        self.stand = Statuslabel(Icoon.VINK, "", self.vlak, kleur=Kleur.GOED)
        self.stand.laat_afbreken()
        kaart = Kaart("Wachtwoord", self.vlak)
        kaart.inhoud.addWidget(self.oud_formulier)
        kaart.inhoud.addWidget(self.nieuw)
        kaart.inhoud.addWidget(self.stand)
        kaart.inhoud.addLayout(self.rij(self.wijzig_knop))
        self.inhoud.addWidget(self.smal(kaart))

    def _bouw_apparaat(self) -> None:
        self.apparaat_stand = Statuslabel(Icoon.INFO, "", self.vlak)
        self.apparaat_stand.laat_afbreken()
        self.apparaat_knop = knop("dit_apparaat_knop", "&Inschakelen", self.vlak)
        kaart = Kaart("Dit apparaat", self.vlak)
        kaart.inhoud.addWidget(self.tekst(_APPARAAT_UITLEG))
        kaart.inhoud.addWidget(self.apparaat_stand)
        kaart.inhoud.addLayout(self.rij(self.apparaat_knop))
        self.inhoud.addWidget(self.smal(kaart))

    def _verbind(self) -> None:
        self.oud_veld.textChanged.connect(self._toon_wijzig_knop)
        self.nieuw.gewijzigd.connect(self._toon_wijzig_knop)
        self.wijzig_knop.clicked.connect(self.wijzig_wachtwoord)
        self.apparaat_knop.clicked.connect(self.wissel_apparaat)

    def vernieuw(self) -> None:
        self._toon_wijzig_knop()
        self._gereedschap.taken.start(self._diensten.beheer.dit_apparaat, gelukt=self._on_apparaat_bekend)

    def maak_leeg(self) -> None:
        self.oud_veld.maak_leeg()
        self.nieuw.maak_leeg()

    def eerste_focus(self) -> QWidget:
        return self.oud_veld

    # --- password ---------------------------------------------------------------------------------

    def wijzig_wachtwoord(self) -> None:
        """Hand the old and the new password over; computing keys takes a moment, so beside the window."""
        self.oud_formulier.wis_fouten()
        self.stand.zet(Icoon.KLOK, "Uw wachtwoord wordt gewijzigd…", kleur=Kleur.STIL)
        self._zet_bezig(True)
        self._gereedschap.taken.start(
            partial(self._diensten.beheer.wijzig_wachtwoord, self.oud_veld.text(), self.nieuw.wachtwoord()),
            gelukt=self._on_wachtwoord_gewijzigd,
            mislukt=self._on_wachtwoord_geweigerd,
        )

    def _on_wachtwoord_gewijzigd(self, _niets: object) -> None:
        self.maak_leeg()
        self._zet_bezig(False)
        self.stand.zet(Icoon.VINK, "Uw wachtwoord is gewijzigd. Het geldt vanaf nu.", kleur=Kleur.GOED)
        self.opgeslagen.emit()

    def _on_wachtwoord_geweigerd(self, fout: GebruikersFout) -> None:
        self._zet_bezig(False)
        self.stand.zet(Icoon.FOUT, "")
        if isinstance(fout, WachtwoordOnjuist):
            klopt_niet = InvoerOngeldig("oud", "Dit wachtwoord klopt niet.", advies="Uw wachtwoord is niet gewijzigd.")
            self.oud_veld.maak_leeg()
            self.oud_formulier.toon_fout(klopt_niet)
        else:
            self.stand.zet(Icoon.FOUT, str(fout), kleur=Kleur.FOUT)

    def _zet_bezig(self, bezig: bool) -> None:
        self.oud_veld.setEnabled(not bezig)
        self.nieuw.setEnabled(not bezig)
        self._bezig = bezig
        self._toon_wijzig_knop()

    def _toon_wijzig_knop(self) -> None:
        klaar = bool(self.oud_veld.text()) and self.nieuw.in_orde() and not self._bezig
        self.wijzig_knop.setEnabled(klaar)
        reden = "" if klaar else "Vul eerst uw wachtwoord van nu in, en twee keer het nieuwe."
        self.wijzig_knop.setToolTip(reden)
        self.wijzig_knop.setAccessibleDescription(reden)

    # --- this device ------------------------------------------------------------------------------

    def wissel_apparaat(self) -> None:
        """Switch opening without a password on or off."""
        self.apparaat_knop.setEnabled(False)
        self._gereedschap.taken.start(
            partial(self._diensten.beheer.zet_dit_apparaat, aan=not self._apparaat_aan),
            gelukt=self._on_apparaat_gewijzigd,
            mislukt=self._on_apparaat_geweigerd,
        )

    def _on_apparaat_gewijzigd(self, _niets: object) -> None:
        self.opgeslagen.emit()
        self.vernieuw()

    def _on_apparaat_geweigerd(self, fout: GebruikersFout) -> None:
        self.apparaat_stand.zet(Icoon.UITROEP, str(fout), kleur=Kleur.LET_OP)

    def _on_apparaat_bekend(self, stand: DitApparaat) -> None:
        aan, bezwaar = stand.aan, stand.bezwaar
        self._apparaat_aan = aan
        naam = "&Uitschakelen" if aan else "&Inschakelen"
        self.apparaat_knop.setText(naam)
        self.apparaat_knop.setAccessibleName(f"Dit apparaat {naam.replace('&', '').lower()}")
        self.apparaat_knop.setEnabled(not bezwaar)
        self.apparaat_knop.setToolTip(bezwaar)
        self.apparaat_knop.setAccessibleDescription(bezwaar)
        if bezwaar:
            self.apparaat_stand.zet(Icoon.UITROEP, bezwaar, kleur=Kleur.LET_OP)
        elif aan:
            self.apparaat_stand.zet(
                Icoon.SLOT_OPEN, "Aan: op deze computer gaat de kluis open zonder wachtwoord.", kleur=Kleur.LET_OP
            )
        else:
            self.apparaat_stand.zet(Icoon.SLOT, "Uit: de kluis vraagt hier altijd uw wachtwoord.", kleur=Kleur.GOED)
