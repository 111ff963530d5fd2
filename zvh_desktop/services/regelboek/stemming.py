"""Who votes in a meeting at tactical or strategic level, how votes are counted, and who decides on a new partij.

One function counts, for every house: a vote is that of a seat, so one gemeente with three bestuurders has three.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.bestuurskeuzes import BesluitOver, Stem
from zvh_desktop.models.keuzes import LidId, Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel, Overlegsoort
from zvh_desktop.models.profiel.samenstelling import Stemregel
from zvh_desktop.models.taal import hoofdletter, opsomming, verwijzing
from zvh_desktop.services.regelboek.bestuur import Uitslag, meerderheid
from zvh_desktop.services.regelboek.uitleg import weigering

ELDERS = "elders"
"""In the profile: who decides is no meeting of this house."""


@dataclass(frozen=True, slots=True)
class Stemmer:
    """A seat as the count asks for it. ``artikel`` is the one that gives it its place."""

    lid_id: LidId
    naam: str
    rol: str
    aanwezig: bool
    stemrecht: bool
    artikel: str


def tel_stemmen(
    profiel: Huisprofiel,
    soort: Overlegsoort,
    leden: Sequence[Stemmer],
    stemmen: Mapping[LidId, Stem],
    *,
    consensus: bool | None,
) -> Uitslag:
    """Rule ``meerderheid``, the counting of it: one vote a seat, of who is there and has a vote.

    Raises InvoerOngeldig for the vote of who is not at the table, RegelGeweigerd for that of a seat without vote and
    as ``meerderheid`` does. Source: Delft art. 4.3 with 5.4.
    """
    bekend = {lid.lid_id: lid for lid in leden if lid.aanwezig}
    if not set(stemmen) <= set(bekend):
        raise InvoerOngeldig("stemmen", "Alleen een lid dat aanwezig is, kan stemmen.")
    zonder = [bekend[lid_id] for lid_id in stemmen if not bekend[lid_id].stemrecht]
    if zonder:
        eerste = zonder[0]
        raise weigering(
            profiel,
            Regel.MEERDERHEID,
            f"{eerste.naam} heeft in {soort.met_lidwoord} geen stem ({eerste.rol}){verwijzing(eerste.artikel)}.",
            artikel=eerste.artikel,
            advies="Klopt dat niet, wijzig dan bij dit lid of het een stem heeft.",
        )
    return meerderheid(profiel, soort, consensus=consensus, stemmen=stemmen.values())


def zonder_stem(soort: Overlegsoort) -> str:
    """Which seats of the composition have no vote, in one sentence with the articles; empty when all do."""
    per_artikel: dict[str, list[str]] = {}
    for zetel in soort.leden:
        if not zetel.stem:
            per_artikel.setdefault(zetel.artikel, []).append(zetel.functie or "afgevaardigde")
    if not per_artikel:
        return ""
    delen = [f"{opsomming(namen)}{verwijzing(artikel)}" for artikel, namen in per_artikel.items()]
    return f"Elk ander lid heeft één stem. Zonder stem: {'; '.join(delen)}."


def soort_voor(profiel: Huisprofiel, soort: Overlegsoort, over: BesluitOver, lezing: str = "") -> Overlegsoort:
    """Rule ``toetreding``, who decides: this meeting as it decides on this subject, under the chosen reading.

    On a new partij the meeting that the convenant names decides itself, also where it otherwise only proposes; any
    other proposes it there. Source: Twente art. 20.4 against 4.3 onder b en d, Delft art. 21.4 with 6.7 onder e.
    """
    regels = profiel.toetreding
    if over is not BesluitOver.TOETREDING or regels is None:
        return soort
    beslissers, artikel = regels.beslissers_volgens(lezing), regels.artikel_volgens(lezing)
    if soort.sleutel in beslissers:
        return replace(soort, stemregel=_beslist(soort.stemregel, artikel))
    namen = [profiel.overlegsoort(sleutel).met_lidwoord for sleutel in beslissers if sleutel != ELDERS]
    wie = f"{hoofdletter(opsomming(namen))} beslist{verwijzing(artikel)}." if namen else soort.stemregel.wie_besluit
    voorstel = replace(soort.stemregel, wijze="voorstel", wie_besluit=wie, artikel=artikel)
    return replace(soort, stemregel=voorstel)


def _beslist(regel: Stemregel, artikel: str) -> Stemregel:
    if regel.wijze == "voorstel":
        return replace(regel, wijze="geen_regel", wie_besluit="", artikel=artikel)
    return replace(regel, artikel=opsomming([een for een in (regel.artikel, artikel) if een]))
