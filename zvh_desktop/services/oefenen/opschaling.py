"""In a practice vault of a house that can: a casus goes to another house, with its accord and its dossier."""

from __future__ import annotations

from datetime import time

from zvh_desktop.errors import GebruikersFout, ProgrammaFout
from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzen.opschalingkeuzes import AkkoordWijze
from zvh_desktop.models.keuzes import CasusId, InformatieItemId, PartijId, Rol
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.informatie.items import InformatieInvoer
from zvh_desktop.services.informatie.verstrekkingen import VerstrekkingInvoer
from zvh_desktop.services.oefenen.afronding import maak_plan
from zvh_desktop.services.oefenen.gegevens import OefenStuk
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.opschaling.beeld import AkkoordInvoer, OpschalingInvoer
from zvh_desktop.services.regelboek.informatie import SchriftelijkeToestemming

_EIND_VAN_DE_DAG = time(16, 45)


def schaal_op(ploeg: Oefenploeg) -> None:
    """Sign, try the dossier before the accord (which is refused), record the accord and hand the dossier over."""
    gegevens = ploeg.gegevens.opschaling
    casus_id = ploeg.casussen[gegevens.casus]
    regie = ploeg.teken_op(13, _EIND_VAN_DE_DAG)
    maak_plan(ploeg, regie, gegevens.plan)
    regie.opschalingen.bewaar(casus_id, OpschalingInvoer(gegevens.motivering, gegevens.criteria, gegevens.gevraagd))
    regie.opschalingen.besluit(casus_id)
    huis = regie.opschalingen.toon(casus_id).huis_kort
    regisseur = ploeg.profiel.termen.met_lidwoord("procesregisseur")
    ploeg.meld(f"Tot {ploeg.profiel.termen.opschaling} naar {huis} besloten: ondertekend door {regisseur}.")
    kantoor = ploeg.op(11, Rol.MEDEWERKER)
    ploeg.meld(f"Geweigerd, zoals het hoort: {_probeer_zonder_akkoord(kantoor, casus_id)}")
    kantoor.opschalingen.leg_akkoord_vast(
        casus_id,
        AkkoordInvoer(
            gegevens.akkoord_door,
            gegevens.akkoord_functie,
            AkkoordWijze.BEVEILIGDE_MAIL,
            kenmerk=gegevens.akkoord_kenmerk,
        ),
    )
    item = _leg_stuk_vast(ploeg, kantoor, casus_id, gegevens.met)
    _leg_stuk_vast(ploeg, kantoor, casus_id, gegevens.zonder)
    verstrekker = ploeg.partij(gegevens.met.rol)
    if item is not None and verstrekker is not None:
        _verstrek(ploeg, kantoor, casus_id, verstrekker, item)
    weg = len(kantoor.opschalingen.toon(casus_id).weggelaten)
    ploeg.geef(*kantoor.opschalingen.geef_dossier_uit(casus_id))
    rest = "1 regel bleef eruit" if weg == 1 else f"{weg} regels bleven eruit"
    ploeg.meld(f"Akkoord van {huis} vastgelegd en het dossier overgedragen; {rest}, zonder toestemming of oordeel.")


def _probeer_zonder_akkoord(diensten: Diensten, casus_id: CasusId) -> str:
    try:
        diensten.opschalingen.geef_dossier_uit(casus_id)
    except GebruikersFout as weigering:
        return str(weigering)
    raise ProgrammaFout("een dossier ging zonder akkoord naar een ander huis")


def _leg_stuk_vast(
    ploeg: Oefenploeg, diensten: Diensten, casus_id: CasusId, stuk: OefenStuk
) -> InformatieItemId | None:
    partij_id = ploeg.partij(stuk.rol)
    if partij_id is None:
        return None
    invoer = InformatieInvoer(partij_id, Regime.AVG, stuk.titel, stuk.tekst, stuk.gebruik)
    return diensten.informatie.voeg_toe(casus_id, invoer)


def _verstrek(
    ploeg: Oefenploeg, diensten: Diensten, casus_id: CasusId, verstrekker: PartijId, item: InformatieItemId
) -> None:
    gegevens = ploeg.gegevens.opschaling
    beeld = diensten.verstrekkingen.toon(casus_id)
    naar = diensten.opschalingen.toon(casus_id).huis
    vandaag = diensten.werkplek.vandaag()
    diensten.verstrekkingen.leg_vast(
        casus_id,
        VerstrekkingInvoer(
            derde_id=next(derde.id for derde in beeld.derden if derde.naam == naar),
            verstrekker_id=verstrekker,
            wat=gegevens.met.titel,
            grondslag=gegevens.grondslag,
            toestemming=SchriftelijkeToestemming(vandaag, gegevens.toestemming_kenmerk, gegevens.toestemming_door),
            items=(item,),
        ),
    )
