"""The end of a file, in a practice vault: the house fills in its terms, and a casus of long ago is destroyed."""

from __future__ import annotations

from dataclasses import replace

from zvh_desktop.database.vernietigen.loten import Deel
from zvh_desktop.models.keuzes import Rol, VernietigSoort
from zvh_desktop.services.oefenen.casussen import verwijs
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.vernietigen.termijnen import AFGEWEZEN, BEEINDIGD, SCHONEN, VERNIETIGEN, BewaarInvoer

_LANG_GELEDEN = 430
_BRON = "een eigen afspraak, verzonnen voor de oefening"
_TERMIJNEN = {
    SCHONEN: "6 maanden",
    VERNIETIGEN: "5 jaar",
    BEEINDIGD: "1 jaar",
    AFGEWEZEN: "1 jaar",
    VernietigSoort.BIJLAGEN.value: "3 maanden",
    VernietigSoort.CONCEPTEN.value: "3 maanden",
}


def vernietig_een(ploeg: Oefenploeg) -> None:
    """A casus that belonged elsewhere, more than a year ago: one procesregisseur proposes it, the other does it."""
    eerder = next((melding for melding in ploeg.gegevens.meldingen if melding.uitkomst == "elders"), None)
    if eerder is None:
        return
    bekend = {regel.id for regel in ploeg.op(1, Rol.PROCESREGISSEUR).casussen.lijst()}
    verwijs(ploeg, [replace(eerder, dagen=_LANG_GELEDEN)])
    kern = frozenset({Deel.BETROKKENEN})
    ploeg.op(1, Rol.BEHEERDER).bewaren.bewaar(BewaarInvoer({s: (t, _BRON) for s, t in _TERMIJNEN.items()}, kern))
    tweede = ploeg.teken_als_tweede(1)
    tweede.termijnbesluit.onderteken()
    weg = [casus.id for casus in tweede.casussen.lijst() if casus.id not in bekend]
    for casus in weg:
        tweede.vernietigen.stel_voor(casus, VernietigSoort.VERNIETIGEN)
    regie = ploeg.teken_op(1)
    for casus in weg:
        gedaan = regie.vernietigen.doe(casus, VernietigSoort.VERNIETIGEN)
        ploeg.meld(f"Dossier {gedaan.nummer} vernietigd: de bewaartermijn was voorbij. Er blijft een verklaring.")
        ploeg.geef(regie.vernietigen.verklaring(gedaan.id))
