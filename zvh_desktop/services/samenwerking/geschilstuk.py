"""The note on a dispute: from its row to a document."""

from __future__ import annotations

from sqlalchemy.orm import Session

from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.samenwerking.geschilnotitie import (
    GeschilnotitieGegevens,
    GeschilstapOpPapier,
    bouw_geschilnotitie_pdf,
)
from zvh_desktop.models.keuzes import DocumentSoort, Regel
from zvh_desktop.models.samenwerking.geschil import Geschil
from zvh_desktop.models.taal import datum_kort, datum_lang
from zvh_desktop.services.lek.lezers import naar_elders
from zvh_desktop.services.lek.uitgang import langs_de_uitgang
from zvh_desktop.services.regelboek.uitleg import uitleg
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.werkplek.werkplek import Werkplek


def geschilnotitie(
    werkplek: Werkplek, sessie: Session, rij: Geschil, *, over: str, partij: str, regel: Regel, volgende: str
) -> Stuk:
    """The dispute as it stands now, for who it is put to."""
    wat = uitleg(regel, werkplek.profiel)
    wacht = next((een.bij for een in rij.stappen if een.klaar_op is None), "")
    gegevens = GeschilnotitieGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            werkplek.profiel,
            titel="Notitie geschil",
            ontvanger=None,
            versie=datum_kort(werkplek.vandaag()),
            artikel=wat.artikel,
        ),
        nummer=int(rij.id),
        over=over,
        partij=partij or werkplek.profiel.korte_naam,
        ingediend=datum_lang(rij.ingediend_op),
        omschrijving=rij.omschrijving,
        regel=wat.zin,
        ligt_bij=wacht or "niemand",
        volgende=volgende or "niet geregeld in het convenant",
        stappen=tuple(
            GeschilstapOpPapier(
                een.bij,
                datum_kort(een.voorgelegd_op),
                datum_kort(een.uiterlijk) if een.uiterlijk is not None else "",
                een.uitkomst or "nog geen uitkomst",
            )
            for een in rij.stappen
        ),
        uitkomst=rij.uitkomst,
    )
    lezer = naar_elders("wie over het geschil beslist", f"geschil {rij.id}")
    pdf = bouw_geschilnotitie_pdf(langs_de_uitgang(werkplek, sessie, lezer, gegevens))
    naam = bestandsnaam(DocumentSoort.GESCHILNOTITIE, werkplek.vandaag(), volgnummer=int(rij.id))
    return Stuk(DocumentSoort.GESCHILNOTITIE, naam, pdf, None, "", ())
