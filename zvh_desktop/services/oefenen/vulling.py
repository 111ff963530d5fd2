"""Many invented casussen in a practice vault, in a few transactions: what the figures are measured on."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

from sqlalchemy import func, insert, select

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.kluiskop import lees_kop
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzes import AanmeldingUitkomst, CasusStatus
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.werkproces import Werkproces
from zvh_desktop.services.casus.aanmeldingen import nieuw_casusnummer
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.kluis.gegevens import Voortgang
from zvh_desktop.services.werkplek.rechten import Recht

MEESTE = 1_000_000
_BLOK = 5_000
_JAREN = 10
_VOORNAMEN = ("Appel", "Peer", "Pruim", "Kers", "Vijg", "Dadel", "Mango", "Papaja", "Bes", "Kweepeer", "Walnoot")
_ACHTERNAMEN = ("Proefhof", "Testveld", "Oefenbos", "Voorbeeldberg", "Modelstra", "Schijnman", "Namaakers")
_PLAATSEN = ("Oefendorp", "Testingen", "Voorbeeldstad", "Proefhuizen", "Modelveen")


def vul(
    kluismap: Path, gebruiker: str, wachtwoord: str, aantal: int, voortgang: Voortgang | None = None
) -> tuple[int, int]:
    """Add this many casussen; returns how many came and how many there are. Refused for a real vault.

    Raises GebruikersFout, NietBevoegd, KluisFout.
    """
    if not lees_kop(kluismap).oefen:
        raise _geen_oefenkluis()
    with open_kluis(kluismap, gebruiker, wachtwoord) as kluis:
        if not kluis.oefen:
            raise _geen_oefenkluis()
        diensten = bouw_diensten(kluis, herkomst="opdrachtregel")
        for begin in range(0, aantal, _BLOK):
            _voeg_blok_toe(diensten, begin, min(_BLOK, aantal - begin), aantal)
        with diensten.werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            totaal = sessie.scalar(select(func.count()).select_from(Casus)) or 0
        kluis.sluit(voortgang)
    return aantal, totaal


def _geen_oefenkluis() -> GebruikersFout:
    return GebruikersFout(
        "Dit is geen oefenkluis. Verzonnen casussen komen alleen in een oefenkluis.",
        veilig="Er is niets gewijzigd.",
        advies="Maak een oefenkluis met zvh demo of zvh-desktop --oefen.",
    )


def _fase(werkproces: Werkproces, nummer: int, *, open_: bool) -> str:
    return (werkproces.fasen[nummer % len(werkproces.fasen)] if open_ else werkproces.einden[0]).sleutel


def _voeg_blok_toe(diensten: Diensten, begin: int, aantal: int, alles: int) -> None:
    werkplek, profiel = diensten.werkplek, diensten.profiel
    vandaag = werkplek.vandaag()
    aanpakken = profiel.aanpakken
    per_aanpak = {aanpak.sleutel: profiel.werkproces(aanpak.sleutel) for aanpak in aanpakken}
    with werkplek.schrijf(Recht.AANMELDEN, "oefencasussen toegevoegd", "casus") as werk:
        werk.raakt(aantal)
        partijen = werk.sessie.scalars(select(Partij.id).order_by(Partij.id)).all()
        if not partijen:
            raise GebruikersFout("In deze kluis staan nog geen partijen.", advies="Voeg eerst een partij toe.")
        eerste = (werk.sessie.scalar(select(func.max(Casus.id))) or 0) + 1
        eerste_melding = (werk.sessie.scalar(select(func.max(Aanmelding.id))) or 0) + 1
        volgnummers: dict[int, int] = {}
        meldingen, casussen, betrokkenen = [], [], []
        for plek in range(aantal):
            nummer = begin + plek
            dag = vandaag - timedelta(days=nummer * _JAREN * 365 // max(alles, 1))
            if dag.year not in volgnummers:
                volgnummers[dag.year] = int(nieuw_casusnummer(werk.sessie, dag.year)[5:])
            casusnummer = f"{dag.year}-{volgnummers[dag.year]:04}"
            volgnummers[dag.year] += 1
            partij, aanpak = partijen[nummer % len(partijen)], aanpakken[nummer % len(aanpakken)].sleutel
            open_ = nummer % 5 != 0
            meldingen.append(_melding(eerste_melding + plek, nummer, dag, partij, aanpak, werkplek.naam))
            casussen.append(
                {
                    "id": eerste + plek,
                    "nummer": casusnummer,
                    "aanmelding_id": eerste_melding + plek,
                    "aanmeldende_partij_id": partij,
                    "aanpak": aanpak,
                    "fase": _fase(per_aanpak[aanpak], nummer, open_=open_),
                    "status": CasusStatus.LOPEND if open_ else CasusStatus.AFGESCHAALD,
                    "procesregisseur": werkplek.naam,
                    "procesregie": "",
                    "geopend_op": dag,
                    "gesloten_op": None if open_ else dag + timedelta(days=1),
                    "gewijzigd_op": _moment(dag),
                }
            )
            betrokkenen.append(_betrokkene(eerste + plek, eerste_melding + plek, nummer))
        werk.sessie.execute(insert(Aanmelding), meldingen)
        werk.sessie.execute(insert(Casus), casussen)
        werk.sessie.execute(insert(Betrokkene), betrokkenen)


def _melding(id_: int, nummer: int, dag: date, partij: int, aanpak: str, door: str) -> dict[str, object]:
    plaats = _PLAATSEN[nummer % len(_PLAATSEN)]
    return {
        "id": id_,
        "datum": dag,
        "partij_id": partij,
        "aanpak": aanpak,
        "contact_naam": "J. Oefenman",
        "contact_email": "",
        "contact_telefoon": "",
        "zorgelijke_situatie": f"Verzonnen situatie {nummer} in {plaats}, alleen om mee te meten.",
        "naar_aanleiding_van": "",
        "verzoek": "Geen: dit is een oefencasus.",
        "overige_informatie": "",
        "terugkoppeling_gewenst": False,
        "uitkomst": AanmeldingUitkomst.GEACCEPTEERD,
        "reden": "",
        "beoordeeld_door": door,
        "beoordeeld_op": dag,
        "gewijzigd_op": _moment(dag),
    }


def _betrokkene(casus_id: int, aanmelding_id: int, nummer: int) -> dict[str, object]:
    voornaam = _VOORNAMEN[nummer % len(_VOORNAMEN)]
    achternaam = _ACHTERNAMEN[nummer // len(_VOORNAMEN) % len(_ACHTERNAMEN)]
    return {
        "aanmelding_id": aanmelding_id,
        "casus_id": casus_id,
        "volgorde": 0,
        "naam": f"Testpersoon {voornaam} {achternaam} {nummer}",
        "geboortedatum": Geboortedatum.van(date(1950, 1, 1) + timedelta(days=nummer * 37 % 20_000)),
        "gemeente": _PLAATSEN[nummer % len(_PLAATSEN)],
        "adres": f"Proefstraat {nummer % 400 + 1}",
    }


def _moment(dag: date) -> datetime:
    return datetime.combine(dag, time(10, 0))
