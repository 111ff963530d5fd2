"""The form that a new partij signs, from the request and the text of the house."""

from __future__ import annotations

from sqlalchemy.orm import Session

from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.samenwerking.toetredingsverklaring import (
    ToetredingsverklaringGegevens,
    bouw_toetredingsverklaring_pdf,
)
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.bestuurskeuzes import TrajectSoort, TrajectStand
from zvh_desktop.models.keuzes import DocumentSoort, Regel
from zvh_desktop.models.samenwerking.traject import Traject
from zvh_desktop.models.taal import datum_kort, datum_lang, verwijzing
from zvh_desktop.services.lek.lezers import met_eigen, naar_elders
from zvh_desktop.services.lek.uitgang import langs_de_uitgang
from zvh_desktop.services.samenwerking.getekend import TRAJECT
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.werkplek.werkplek import Werkplek


def toetredingsverklaring(werkplek: Werkplek, sessie: Session, rij: Traject) -> Stuk:
    """The form; the decision stands on it once it is signed. Raises GebruikersFout where there is none."""
    profiel = werkplek.profiel
    formulier = profiel.samenwerking.toetreding.formulier
    if rij.soort is not TrajectSoort.TOETREDING or formulier is None:
        raise GebruikersFout("Dit convenant heeft hiervoor geen formulier.")
    TRAJECT.verifieer(werkplek, sessie, rij)
    artikel = profiel.artikel(Regel.TOETREDING)
    besluit = ""
    if rij.besloten_op is not None and rij.stand in (TrajectStand.BESLOTEN, TrajectStand.AFGEROND):
        besluit = f"positief, op {datum_lang(rij.besloten_op)}{verwijzing(artikel)}"
    gegevens = ToetredingsverklaringGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Toetredingsverklaring",
            ontvanger=rij.naam,
            versie=datum_kort(werkplek.vandaag()),
            artikel=artikel,
        ),
        convenant=profiel.convenant.naam,
        formulier=formulier.naam,
        organisatie=rij.naam,
        vestigingsplaats=rij.vestigingsplaats,
        kantoor=rij.kantoor,
        zetel=formulier.zetel,
        vertegenwoordiger=rij.vertegenwoordiger,
        functie=rij.functie,
        bijdrage=rij.bijdrage,
        grondslag=rij.grondslag,
        overwegingen=formulier.overwegingen,
        verklaring=formulier.verklaring,
        besluit=besluit,
        namens=formulier.namens,
    )
    lezer = met_eigen(naar_elders(rij.naam, f"traject {rij.id}"), rij.kantoor, rij.vestigingsplaats)
    pdf = bouw_toetredingsverklaring_pdf(langs_de_uitgang(werkplek, sessie, lezer, gegevens))
    naam = bestandsnaam(DocumentSoort.TOETREDINGSVERKLARING, werkplek.vandaag(), rij.kort, int(rij.id))
    return Stuk(DocumentSoort.TOETREDINGSVERKLARING, naam, pdf, rij.partij_id, rij.naam, ())
