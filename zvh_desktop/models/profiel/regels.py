"""Read what each rule of the convenanten is in this house; no rule may be passed over in silence."""

from __future__ import annotations

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.delen import LANGSTE_ARTIKEL
from zvh_desktop.models.profiel.huisprofiel import RegelArtikel
from zvh_desktop.models.profiel.tabel import Tabel

_ONBEKEND = RegelArtikel(
    False, "", "", "Dit huisprofiel is ouder dan deze regel in de applicatie en zegt er niets over."
)


def lees_regels(bron: Tabel, *, bewaard: bool = False) -> dict[Regel, RegelArtikel]:
    """Every rule. In a profile that a vault kept (``bewaard``), one that did not exist yet counts as not held."""
    regels = {
        regel: _ONBEKEND if bewaard and not bron.heeft(regel.value) else _regel(bron.tabel(regel.value))
        for regel in Regel
    }
    bron.sluit()
    return regels


def _regel(bron: Tabel) -> RegelArtikel:
    geldt = bron.ja_nee("geldt", standaard=True)
    if geldt:
        regel = RegelArtikel(True, bron.tekst("artikel", langste=LANGSTE_ARTIKEL), bron.tekst("tekst"), "")
        if bron.heeft("reden"):
            bron.meld("reden", "een reden", "alleen een reden bij geldt = false")
    else:
        regel = RegelArtikel(False, "", "", bron.tekst("reden"))
        for sleutel in ("artikel", "tekst"):
            if bron.heeft(sleutel):
                bron.meld(sleutel, "een waarde", "alleen een reden bij geldt = false")
    bron.sluit()
    return regel
