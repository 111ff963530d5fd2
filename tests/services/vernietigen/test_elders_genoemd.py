"""What others wrote of a file stays when it goes, and is said before that."""

from __future__ import annotations

from opruimhulp import Gesloten, vernietiger

from zvh_desktop.models.keuzes import CasusId, VernietigSoort
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.ui.teksten.opruimen import wat_er_gaat

NAAM = "J. Kanarievogel"


def elders(gesloten: Gesloten, casus: CasusId | None = None) -> tuple[str, ...]:
    return vernietiger(gesloten.bureau).inhoud(casus or gesloten.casus, VernietigSoort.VERNIETIGEN).elders


def test_waar_een_dossier_nog_wordt_genoemd_staat_erbij(gesloten: Gesloten) -> None:
    """By its number and by a name, at another casus and at a point about none; its own texts are not named."""
    bureau = gesloten.bureau
    assert elders(gesloten) == ()
    tafel = bureau.tafel(bureau.klok.vandaag)
    punt = bureau.punt(tafel, gesloten.ander, "Politie")
    algemeen = bureau.agenda.voeg_onderwerp_toe(tafel, "Rondvraag")
    bureau.akkoord(tafel)
    bureau.gehouden(tafel)
    nummer = bureau.nummer(gesloten.casus)
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst(f"De broer van {NAAM.upper()} komt ook.", "", ""))
    bureau.verslagen.bewaar_tekst(algemeen, VerslagTekst(f"Casus {nummer} is afgerond.", "", ""))
    ander = bureau.nummer(gesloten.ander)
    gevonden = elders(gesloten)
    assert gevonden[0] == f"casus {ander}"
    assert gevonden[1].startswith("het overleg van ")
    inhoud = vernietiger(bureau).inhoud(gesloten.casus, VernietigSoort.VERNIETIGEN)
    zin = next(zin for zin in wat_er_gaat("Weg", inhoud) if "genoemd" in zin)
    assert f"bij casus {ander} en het overleg van " in zin
    vernietiger(bureau).doe(gesloten.casus, VernietigSoort.VERNIETIGEN)
    assert NAAM.upper() in next(een.tekst.beeld for een in bureau.verslagen.toon(tafel).punten if een.id == punt)


def test_ook_in_wat_een_actie_zegt(gesloten: Gesloten) -> None:
    bureau = gesloten.bureau
    bureau.acties.voeg_toe_bij_casus(gesloten.ander, bureau.actie_invoer("Politie", omschrijving=f"Bel {NAAM} op."))
    assert elders(gesloten) == (f"casus {bureau.nummer(gesloten.ander)}",)


def test_bij_schonen_blijft_het_dossier_en_hoeft_dat_niet(gesloten: Gesloten) -> None:
    assert vernietiger(gesloten.bureau).inhoud(gesloten.casus, VernietigSoort.SCHONEN).elders == ()
