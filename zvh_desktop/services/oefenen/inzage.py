"""A betrokkene asks for inzage, in a practice vault: each partij answers for its part, and the overzicht goes out."""

from __future__ import annotations

from collections.abc import Sequence

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzen.verzoekkeuzes import Aard, ItemSoort, PartijAntwoord, VerzoekSoort, VerzoekUitkomst
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.verzoeken.gegevens import AantekeningInvoer, VerzoekbesluitInvoer, VerzoekInvoer

_ONTVANGEN = 9
_REDEN = "Het gaat over iemand anders."


def geef_inzage(ploeg: Oefenploeg) -> None:
    """About the casus that has a plan; what names somebody else is weighed, and the decision is signed."""
    kantoor = ploeg.op(_ONTVANGEN, Rol.MEDEWERKER)
    casus = kantoor.casussen.toon(ploeg.casussen[ploeg.gegevens.plan.casus])
    wie = casus.betrokkenen[0]
    dienst, vandaag = kantoor.verzoeken, kantoor.werkplek.vandaag()
    verzoek = dienst.leg_vast(
        VerzoekInvoer(VerzoekSoort.INZAGE, vandaag, wie.naam, "", "", "paspoort gezien aan de balie", vandaag)
    )
    zelfde = [een.id for een in dienst.personen(verzoek, wie.naam, wie.geboortedatum) if een.zelfde is not False]
    dienst.bevestig_personen(verzoek, zelfde)
    for deel in dienst.delen.lijst(verzoek):
        try:
            ploeg.geef(dienst.delen.brief(verzoek, deel.partij_id), dienst.inzage.deel(verzoek, deel.partij_id))
            dienst.delen.noteer_verstuurd(verzoek, deel.partij_id)
        except InvoerOngeldig:  # this practice house knows nobody there with an address
            ploeg.meld(f"{deel.partij} is gebeld over haar deel: er is geen e-mailadres bekend.")
    kantoor = ploeg.op(2, Rol.MEDEWERKER)
    dienst = kantoor.verzoeken
    for deel in dienst.delen.lijst(verzoek):
        dienst.delen.leg_antwoord_vast(verzoek, deel.partij_id, PartijAntwoord.AKKOORD, kantoor.werkplek.vandaag(), "")
    for regel in dienst.inzage.te_wegen(verzoek):
        if not regel.keuze:
            dienst.inzage.laat_weg(verzoek, regel.sleutel, _REDEN)
    stuk = dienst.inzage.noteer_verstrekt(verzoek, "meegegeven aan de balie")
    ploeg.geef(stuk)
    ploeg.teken_op(1).verzoeken.besluit(verzoek, VerzoekbesluitInvoer(VerzoekUitkomst.TOEGEWEZEN))
    ploeg.meld("Een betrokkene kreeg inzage: elke partij antwoordde voor haar deel, en het besluit is ondertekend.")
    _laat_verbeteren(ploeg, wie.naam, zelfde)


def _laat_verbeteren(ploeg: Oefenploeg, naam: str, zelfde: Sequence[int]) -> None:
    """Another verzoek, still open: something is to be corrected, and stands beside the item."""
    kantoor = ploeg.op(1, Rol.MEDEWERKER)
    dienst, vandaag = kantoor.verzoeken, kantoor.werkplek.vandaag()
    verzoek = dienst.leg_vast(
        VerzoekInvoer(VerzoekSoort.CORRECTIE, vandaag, naam, "", "", "al bekend van het vorige verzoek", vandaag)
    )
    dienst.bevestig_personen(verzoek, zelfde)
    item = next((een for een in dienst.inzage.items(verzoek) if een.soort is ItemSoort.AGENDAPUNT), None)
    if item is not None:
        invoer = AantekeningInvoer(item.soort, item.item_id, Aard.CORRECTIE, "Ik was daar die week niet.")
        dienst.aantekeningen.zet(verzoek, invoer)
