"""What is said of trouble with the database or the disk: one function, one sentence."""

from __future__ import annotations

from zvh_desktop.errors import AlleenLezen, KluisBeschadigd, KluisFout, KluisInGebruik, SchijfVol

NIETS_GEWIJZIGD = "Er is niets gewijzigd of verwijderd."
_NIET_OPGESLAGEN = "De laatste wijziging is niet opgeslagen. Alles wat eerder is opgeslagen, is er nog."


def schijf_vol() -> SchijfVol:
    """A full disk."""
    return SchijfVol(
        "De schijf is vol. De laatste wijziging is niet opgeslagen.",
        veilig="Alles wat eerder is opgeslagen, is er nog.",
        advies="Maak ruimte vrij en probeer het opnieuw.",
    )


def alleen_te_lezen() -> AlleenLezen:
    """A place that cannot be written to."""
    return AlleenLezen(
        "Op deze plaats kan niet worden geschreven.",
        veilig="Er is niets gewijzigd.",
        advies="Haal de schrijfbeveiliging van de schijf, of vraag om schrijfrechten op de map van de kluis. Lezen kan "
        "wel: kies bij het aanmelden Alleen lezen.",
    )


def niet_bereikbaar() -> KluisFout:
    """Every other refusal of the disk: a folder that is gone, a network that is down."""
    return KluisFout(
        "De map van de kluis is niet te bereiken.",
        veilig="Het programma heeft er niets aan gewijzigd.",
        advies="Kijk of de map nog bestaat, en of de schijf of het netwerk is verbonden. Probeer het dan opnieuw.",
    )


def niet_te_openen() -> KluisFout:
    """A database file that the driver may not or cannot open: mostly a path that is too long, or rights."""
    return KluisFout(
        "Het databasebestand van de kluis kan hier niet worden geopend. De kluis zelf is niet beschadigd.",
        veilig=NIETS_GEWIJZIGD,
        advies="Kijk of het pad naar de kluis niet te lang is (op Windows ten hoogste 260 tekens) en of u bij de map "
        "mag. Zet de map van de kluis anders op een kortere plaats.",
    )


def schijffout() -> KluisBeschadigd:
    """The disk or the network gave up halfway."""
    return KluisBeschadigd(
        "De schijf of het netwerk gaf een fout bij het lezen of schrijven van de kluis.",
        veilig=_NIET_OPGESLAGEN,
        advies="Kijk of er ruimte is en of de schijf of het netwerk is verbonden, en probeer het opnieuw. Komt dit "
        "terug, laat de kluis dan controleren.",
    )


def beschadigd() -> KluisBeschadigd:
    """A database that cannot be read."""
    return KluisBeschadigd(
        "De database van de kluis is beschadigd of hoort niet bij deze kluis.",
        veilig=NIETS_GEWIJZIGD,
        advies="Zet de laatste reservekopie terug.",
    )


def onleesbaar() -> KluisBeschadigd:
    """A value that cannot stand in its column: somebody wrote it from outside."""
    return KluisBeschadigd(
        "Een deel van de gegevens is niet te lezen: in een kolom staat iets dat daar niet kan staan.",
        veilig=NIETS_GEWIJZIGD,
        advies="Laat de kluis controleren: Beheer, Controle. Zet zo nodig de laatste reservekopie terug.",
    )


def onvolledig() -> KluisBeschadigd:
    """A table or column that the program made is gone."""
    return KluisBeschadigd(
        "In de database ontbreekt een tabel of kolom die het programma maakte.",
        veilig=NIETS_GEWIJZIGD,
        advies="Laat de kluis controleren: Beheer, Controle. Zet zo nodig de laatste reservekopie terug.",
    )


def bezet() -> KluisInGebruik:
    """A writer that waited too long for another."""
    return KluisInGebruik(
        "De kluis is even bezet: een andere bewerking is nog niet klaar.",
        veilig="Er is niets gewijzigd.",
        advies="Probeer het zo nog eens.",
    )


def te_weinig_geheugen() -> KluisFout:
    """No memory left."""
    return KluisFout(
        "De computer heeft te weinig geheugen vrij om dit te doen.",
        veilig=_NIET_OPGESLAGEN,
        advies="Sluit andere programma's en probeer het opnieuw.",
    )


def onbekende_fout() -> KluisFout:
    """An error of the driver without a number and with words that are not known here."""
    return KluisFout(
        "De database van de kluis gaf een fout die het programma niet herkent.",
        veilig=_NIET_OPGESLAGEN,
        advies="Sluit de kluis, open hem opnieuw en probeer het nog eens. Komt dit terug, laat de kluis dan "
        "controleren.",
    )


def niet_bijgewerkt() -> KluisFout:
    """A vault of which the last changes cannot be read here without writing."""
    return KluisFout(
        "De kluis staat nog zoals op de schijf van één computer: de laatste wijzigingen kunnen in een bestand ernaast "
        "staan, en dat is op deze plaats niet te lezen zonder te schrijven.",
        veilig=NIETS_GEWIJZIGD,
        advies="Open de kluis één keer gewoon, met schrijfrechten op de map, en sluit hem weer. Daarna lukt dit wel.",
    )
