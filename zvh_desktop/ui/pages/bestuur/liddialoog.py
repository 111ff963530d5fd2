"""How one member was present, and what it let know when it was not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzes import Aanwezigheid
from zvh_desktop.models.woorden import AANWEZIGHEID_TEKST
from zvh_desktop.services.bestuur.gegevens import LidInvoer, LidRegel
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.teksten.bestuur import LID_AANWEZIGHEID
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


class LidDialoog(Invoerdialoog[LidInvoer]):
    """Who comes and with which address, presence, what is asked beforehand, and what came of it."""

    def __init__(self, lid: LidRegel, bewaar: Callable[[LidInvoer], object], ouder: QWidget | None = None) -> None:
        super().__init__(lid.naam, "&Bewaar", bewaar, ouder)
        self.setObjectName("liddialoog")
        self.wie = Invoerregel(lid.invoer.vertegenwoordiger, self)
        self.wie.setMinimumWidth(tekstbreedte(self, 34))
        self.email = Invoerregel(lid.invoer.email, self)
        self.aanwezigheid = Keuzeveld(self)
        for keuze in LID_AANWEZIGHEID:
            self.aanwezigheid.addItem(AANWEZIGHEID_TEKST[keuze], keuze)
        self.aanwezigheid.setCurrentIndex(max(0, self.aanwezigheid.findData(lid.invoer.aanwezigheid)))
        self.gevraagd = Datumveld("Om inbreng gevraagd op", self, mag_leeg=True)
        self.gevraagd.zet_datum(lid.invoer.inbreng_gevraagd_op)
        self.gehoord = Datumveld("Gehoord op", self, mag_leeg=True)
        self.gehoord.zet_datum(lid.invoer.gehoord_op)
        self.vooraf = Tekstveld("Wat wij vooraf vragen", self, regels=2)
        self.vooraf.laad(lid.invoer.gevraagde_inbreng)
        self.inbreng = Tekstveld("Inbreng", self, regels=4)
        self.inbreng.laad(lid.invoer.inbreng)
        self.formulier.voeg_toe("vertegenwoordiger", "&Vertegenwoordiger", self.wie)
        self.formulier.voeg_toe("email", "&E-mailadres", self.email)
        self.formulier.voeg_toe("aanwezigheid", "&Aanwezigheid", self.aanwezigheid)
        self.formulier.voeg_toe("gevraagde_inbreng", "&Wat wij vooraf vragen", self.vooraf, "Staat in de uitnodiging.")
        self.formulier.voeg_toe("inbreng_gevraagd_op", "Om inbreng &gevraagd op", self.gevraagd)
        self.formulier.voeg_toe("gehoord_op", "Ge&hoord op", self.gehoord)
        self.naast("inbreng_gevraagd_op", "gehoord_op")
        self.formulier.voeg_toe("inbreng", "&Inbreng", self.inbreng, "Wat dit lid liet weten.")

    def invoer(self) -> LidInvoer:
        return LidInvoer(
            vertegenwoordiger=self.wie.text(),
            aanwezigheid=Aanwezigheid(self.aanwezigheid.currentData()),
            inbreng_gevraagd_op=self.gevraagd.datum(),
            inbreng=self.inbreng.toPlainText(),
            gehoord_op=self.gehoord.datum(),
            email=self.email.text(),
            gevraagde_inbreng=self.vooraf.toPlainText(),
        )

    @classmethod
    def vraag(cls, lid: LidRegel, bewaar: Callable[[LidInvoer], object], *, ouder: QWidget) -> object:
        """True when saved, None when not."""
        return cls(lid, bewaar, ouder).antwoord()
