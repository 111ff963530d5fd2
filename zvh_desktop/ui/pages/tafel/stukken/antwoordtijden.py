"""From when and until when a partij can be there, as it answered: said beside its answer, and a wish for the order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.volgorde.wens_gegevens import Tijden
from zvh_desktop.services.uitnodigen.lijst import UitnodigingRegel
from zvh_desktop.services.werkplek.rechten import Toestemming
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.velden.datumveld import Tijdveld

_UITLEG = (
    "Kan een partij niet de hele tijd, vul dan in vanaf of tot wanneer wel. Bij Stel volgorde voor telt dat mee. "
    "Leeg betekent: de hele tijd."
)


class AntwoordtijdenDialoog(Invoerdialoog[Tijden]):
    """Two times, each of which may stay empty."""

    def __init__(self, wie: str, nu: Tijden, bewaar: Callable[[Tijden], object], ouder: QWidget | None = None) -> None:
        super().__init__(f"Wanneer {wie} kan", "&Bewaar", bewaar, ouder, uitleg=_UITLEG)
        self.setObjectName("antwoordtijdendialoog")
        self.vanaf = Tijdveld("Pas vanaf", self, mag_leeg=True)
        self.tot = Tijdveld("Alleen tot", self, mag_leeg=True)
        self.vanaf.zet_waarde(nu.vanaf)
        self.tot.zet_waarde(nu.tot)
        self.formulier.voeg_toe("vanaf", "&Pas vanaf", self.vanaf)
        self.formulier.voeg_toe("tot", "&Alleen tot", self.tot)

    def invoer(self) -> Tijden:
        return Tijden(self.vanaf.waarde(), self.tot.waarde())


class TijdenWissel:
    """Noting other times for one partij, with the way back."""

    def __init__(self, diensten: Diensten, overleg_id: OverlegId, regel: UitnodigingRegel, nieuw: Tijden) -> None:
        self._wensen = diensten.agenda.wensen
        self._overleg_id, self._partij_id, self._nieuw = overleg_id, regel.partij_id, nieuw
        self._was = self._wensen.tijden(overleg_id).get(regel.partij_id, Tijden())
        telt_mee = f"{nieuw.zin()}. Dat telt mee bij Stel volgorde voor." if nieuw.zin() else "de hele tijd."
        self.tekst = f"{regel.kort}: {telt_mee}"

    def doe(self) -> None:
        """Note them. Raises InvoerOngeldig."""
        self._wensen.zet_tijden(self._overleg_id, self._partij_id, self._nieuw)

    def terug(self) -> None:
        """As it was before."""
        self._wensen.zet_tijden(self._overleg_id, self._partij_id, self._was)


class Antwoordtijden(QWidget):
    """A button, and what was said so far. ``doe`` does an act that can be taken back, and raises what is refused."""

    def __init__(self, diensten: Diensten, doe: Callable[[TijdenWissel], object], ouder: QWidget) -> None:
        super().__init__(ouder)
        self._diensten, self._doe = diensten, doe
        self._overleg_id: OverlegId | None = None
        self._regel: UitnodigingRegel | None = None
        self.knop = knop("uitnodiging_tijden", "Tijden…", self)
        self.knop.setAccessibleName("Tijden: vanaf of tot wanneer deze partij kan")
        self.tekst = StilleTekst("", self)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(RASTER)
        rij.addWidget(self.knop)
        rij.addWidget(self.tekst, 1)
        self.knop.clicked.connect(self.vraag)

    def zet(
        self, overleg_id: OverlegId | None, regel: UitnodigingRegel | None, *, mag: bool, uitgeleend: str = ""
    ) -> None:
        """Show what this partij said of its time. While the tafel is in a koffer its order waits, and so do times."""
        self._overleg_id, self._regel = overleg_id, regel
        nu = self._nu()
        kan = regel is not None and regel.verzonden_op is not None and not regel.afgelast
        zet_toestemming(self.knop, Toestemming(mag=mag and not uitgeleend, reden=uitgeleend), verder=kan)
        self.tekst.setText(f"Kan {nu.zin()}; telt mee bij Stel volgorde voor." if nu.zin() else "")

    def vraag(self) -> None:
        """Ask from when and until when."""
        if self._regel is not None and self.knop.isEnabled():
            AntwoordtijdenDialoog(self._regel.kort, self._nu(), self._bewaar, self).antwoord()

    def maak_leeg(self) -> None:
        """Drop what was read."""
        self._regel = None
        self.tekst.setText("")

    def _nu(self) -> Tijden:
        if self._overleg_id is None or self._regel is None:
            return Tijden()
        return self._diensten.agenda.wensen.tijden(self._overleg_id).get(self._regel.partij_id, Tijden())

    def _bewaar(self, tijden: Tijden) -> None:
        if self._overleg_id is not None and self._regel is not None and tijden != self._nu():
            self._doe(TijdenWissel(self._diensten, self._overleg_id, self._regel, tijden))
