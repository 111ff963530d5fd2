"""Words of a house get a letter that nothing else has."""

from __future__ import annotations

from zvh_desktop.ui.uiterlijk.letters import VrijeLetters, zonder_letter


def test_elk_woord_zijn_eigen_vrije_letter() -> None:
    letters = VrijeLetters("epst")
    woorden = ("Zeef", "Plan van aanpak", "Afschaling", "Triage", "Zeep & sop", "Po")
    merken = [letters.merk(woord) for woord in woorden]
    assert merken == ["Z&eef", "&Plan van aanpak", "Af&schaling", "&Triage", "Zeep && sop", "Po"]
    assert [zonder_letter(merk) for merk in merken] == list(woorden)
