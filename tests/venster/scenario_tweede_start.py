"""The application is started again while it is open, and after it was closed."""

from __future__ import annotations

from toneel import MEDEWERKER, REGISSEUR, Toneel


def test_een_tweede_start_op_dezelfde_kluis_zegt_dat_hij_open_is(toneel: Toneel) -> None:
    kluis = toneel.oefenkluis()
    eerste = toneel.start_aangemeld(kluis)
    tweede = toneel.start("--kluis", kluis)
    toneel.wacht_op("aanmeldvenster")
    toneel.typ(MEDEWERKER[0], op="naam_veld")
    toneel.typ(MEDEWERKER[1], op="wachtwoord_veld")
    toneel.toets("Return")
    toneel.wacht_op("aanmelden_melding", tekst="Deze kluis is al geopend")
    toneel.wacht_op("wachtwoord_veld", aan=True)
    toneel.toets("Escape")
    assert tweede.einde() == "0"
    toneel.kijk_naar(eerste)
    toneel.wacht_op("hoofdvenster")
    toneel.sluit_venster()
    assert eerste.einde() == "0"


def test_een_volgende_start_kent_de_kluis_nog(toneel: Toneel) -> None:
    kluis = toneel.oefenkluis()
    toneel.start_aangemeld(kluis, REGISSEUR)
    toneel.sluit_venster()
    assert toneel.programma.einde() == "0"
    toneel.start()
    assert toneel.wacht_op("kluis_keuze").tekst == "proef"
    toneel.meld_aan(*REGISSEUR)
    toneel.sluit_venster()
    assert toneel.programma.einde() == "0"
