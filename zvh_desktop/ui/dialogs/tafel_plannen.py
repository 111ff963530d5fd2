"""Plans an overleg or changes its date, place and people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.services.tafel.tafels import OverlegInvoer, OverlegsoortKeuze
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen, Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM, Kleur, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld, Tijdveld
from zvh_desktop.ui.widgets.velden.formulier import Formulier
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

_ZATERDAG = 5


def voorstel(vandaag: date, soort: str, vorige: OverlegInvoer | None) -> OverlegInvoer:
    """What a new overleg starts with: a weekday in two weeks, the place and people of the last one."""
    dag = vandaag + timedelta(days=14)
    while dag.weekday() >= _ZATERDAG:
        dag += timedelta(days=1)
    if vorige is None:
        return OverlegInvoer(soort, dag, time(9), time(12))
    return OverlegInvoer(
        vorige.soort, dag, vorige.begin, vorige.einde, vorige.plaats, vorige.voorzitter, vorige.notulist
    )


class TafelDialoog(Dialoog):
    """A form that is only closed once the service has accepted what was typed."""

    def __init__(
        self,
        titel: str,
        knoptekst: str,
        soorten: Sequence[OverlegsoortKeuze],
        invoer: OverlegInvoer,
        bewaar: Callable[[OverlegInvoer], object],
        feestdag: Callable[[date], str],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self.setObjectName("tafeldialoog")
        zet_venstertitel(self, titel)
        self._bewaar = bewaar
        self._feestdag = feestdag
        self._uitkomst: object = None
        self._bouw(titel, knoptekst, soorten)
        self._verbind()
        self._laad(invoer)

    def _bouw(self, titel: str, knoptekst: str, soorten: Sequence[OverlegsoortKeuze]) -> None:
        self.soort = Keuzeveld(self)
        self.soort.setObjectName("tafel_soort")
        for keuze in soorten:
            self.soort.addItem(keuze.naam, keuze.sleutel)
        self.datum = Datumveld("Datum", self)
        self.dag_melding = Statuslabel(Icoon.WAARSCHUWING, "", self, kleur=Kleur.LET_OP)
        self.dag_melding.setObjectName("tafel_dag_melding")
        self.dag_melding.laat_afbreken()
        self.begin = Tijdveld("Begin", self)
        self.begin.setObjectName("tafel_begin")
        self.einde = Tijdveld("Einde", self)
        self.einde.setObjectName("tafel_einde")
        self.plaats, self.voorzitter, self.notulist = Invoerregel(self), Invoerregel(self), Invoerregel(self)
        self.plaats.setMinimumWidth(tekstbreedte(self, 44))
        self.formulier = Formulier(self)
        self.formulier.voeg_toe("soort", "S&oort overleg", self.soort)
        self.formulier.voeg_toe("datum", "&Datum", self.datum)
        self.formulier.voeg_los_toe(self.dag_melding)
        tijden = QWidget(self)
        naast = QHBoxLayout(tijden)
        naast.setContentsMargins(0, 0, 0, 0)
        naast.setSpacing(RUIM)
        self._tijden = Formulier(tijden), Formulier(tijden)
        self._tijden[0].voeg_toe("begin", "Be&gin", self.begin)
        self._tijden[1].voeg_toe("einde", "&Einde", self.einde)
        for deel in self._tijden:
            naast.addWidget(deel)
        naast.addStretch(1)
        self.formulier.voeg_los_toe(tijden)
        self.formulier.voeg_toe("plaats", "&Plaats", self.plaats)
        self.formulier.voeg_toe("voorzitter", "&Voorzitter", self.voorzitter)
        self.formulier.voeg_toe("notulist", "&Notulist", self.notulist)
        for eerste, volgende in (
            (self.soort, self.datum),
            (self.datum, self.begin),
            (self.begin, self.einde),
            (self.einde, self.plaats),
            (self.plaats, self.voorzitter),
            (self.voorzitter, self.notulist),
        ):
            QWidget.setTabOrder(eerste, volgende)
        self._knoppen = Dialoogknoppen(self)
        self.bewaar_knop = self._knoppen.maak(knoptekst, QDialogButtonBox.ButtonRole.AcceptRole)
        self.bewaar_knop.setObjectName("tafel_bewaar_knop")
        self.bewaar_knop.setAccessibleName(knoptekst.replace("&", ""))
        self.niet_knop = self._knoppen.maak("Nie&t doen", QDialogButtonBox.ButtonRole.RejectRole)
        self.niet_knop.setAccessibleName("Niet doen")
        self._fout = Statuslabel(Icoon.FOUT, "", self, kleur=Kleur.FOUT)
        self._fout.laat_afbreken()
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop(titel, self))
        indeling.addWidget(self.formulier)
        indeling.addWidget(self._fout)
        indeling.addWidget(self._knoppen)

    def _verbind(self) -> None:
        self.datum.datum_gewijzigd.connect(self._on_datum_gewijzigd)
        self._knoppen.accepted.connect(self._on_bewaren_gevraagd)
        self._knoppen.rejected.connect(self.reject)
        for deel in (self.formulier, *self._tijden):
            deel.gewijzigd.connect(self._on_formulier_gewijzigd)

    def _on_formulier_gewijzigd(self) -> None:
        self._fout.zet(Icoon.FOUT, "")

    def _laad(self, invoer: OverlegInvoer) -> None:
        self.soort.setCurrentIndex(max(0, self.soort.findData(invoer.soort)))
        self.datum.zet_datum(invoer.datum)
        self.begin.zet_tijd(invoer.begin)
        self.einde.zet_tijd(invoer.einde)
        self.plaats.setText(invoer.plaats)
        self.voorzitter.setText(invoer.voorzitter)
        self.notulist.setText(invoer.notulist)
        self._on_datum_gewijzigd()

    def invoer(self) -> OverlegInvoer:
        """What is in the fields now."""
        dag = self.datum.datum()
        if dag is None:
            raise InvoerOngeldig("datum", "Kies een datum.")
        return OverlegInvoer(
            soort=str(self.soort.currentData() or ""),
            datum=dag,
            begin=self.begin.tijd(),
            einde=self.einde.tijd(),
            plaats=self.plaats.text(),
            voorzitter=self.voorzitter.text(),
            notulist=self.notulist.text(),
        )

    def uitkomst(self) -> object:
        """What the service gave back."""
        return self._uitkomst

    def _on_datum_gewijzigd(self) -> None:
        dag = self.datum.datum_tot_nu()
        zin = ""
        if dag is not None:
            feest = self._feestdag(dag)
            if feest:
                zin = f"Deze dag is {feest}."
            elif dag.weekday() >= _ZATERDAG:
                zin = "Deze dag valt in het weekend."
        self.dag_melding.zet(Icoon.WAARSCHUWING, zin, kleur=Kleur.LET_OP)

    def _on_bewaren_gevraagd(self) -> None:
        self.formulier.wis_fouten()
        for deel in self._tijden:
            deel.wis_fouten()
        self._fout.zet(Icoon.FOUT, "")
        try:
            self._uitkomst = self._bewaar(self.invoer())
        except InvoerOngeldig as fout:
            if not any(deel.toon_fout(fout) for deel in (self.formulier, *self._tijden)):
                self._fout.zet_fout(fout)
        except GebruikersFout as fout:
            self._fout.zet_fout(fout)
        else:
            self.accept()

    @classmethod
    def vraag(
        cls,
        titel: str,
        knoptekst: str,
        soorten: Sequence[OverlegsoortKeuze],
        invoer: OverlegInvoer,
        bewaar: Callable[[OverlegInvoer], object],
        feestdag: Callable[[date], str],
        *,
        ouder: QWidget,
    ) -> object:
        """What ``bewaar`` gave back, or None when nothing was saved."""
        dialoog = cls(titel, knoptekst, soorten, invoer, bewaar, feestdag, ouder)
        gelukt = dialoog.exec() == QDialog.DialogCode.Accepted
        uitkomst = dialoog.uitkomst() if gelukt else None
        verwijder(dialoog)
        return uitkomst
