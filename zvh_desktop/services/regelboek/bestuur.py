"""The rules of the convenanten on meetings at tactical and strategic level: one function per rule.

The service asks them before it records anything, and the screen asks the same functions what stands in the way.
Each refuses with the article of this house; none knows a house.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.bestuurskeuzes import BesluitUitkomst, Stem, stemmentelling
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel, Overlegsoort
from zvh_desktop.models.taal import hoofdletter, opsomming, verwijzing
from zvh_desktop.services.regelboek.uitleg import weigering

_ANDEREN = "Anderen besluiten."
"""What a meeting that only proposes says where the profile does not name who decides."""


@dataclass(frozen=True, slots=True)
class LidStand:
    """How one member stands: at the table, and if not, whether it was asked for input and has been heard.

    Who has no vote is no lid whose absence holds up a besluit; the partij behind the seat may still have to be heard.
    """

    partij_id: int | None
    lid: str
    aanwezig: bool
    gevraagd: bool
    gehoord: bool
    stemt: bool = True


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What a proposal came to, said in one sentence with the article."""

    uitkomst: BesluitUitkomst
    zin: str


def geen_casus_buiten_operationeel(
    profiel: Huisprofiel, soort: Overlegsoort, *, casusnummer: str = "", gevonden: Sequence[str] = ()
) -> None:
    """Rule ``geen_casus_buiten_operationeel``: no casus on the agenda and no case data in the text.

    ``casusnummer`` is a casus that someone wants to put on the agenda, ``gevonden`` is what casusgegevens_in found
    in a text. Raises RegelGeweigerd, also in a house that has no such article: then it is our own rule.
    Source: Twente art. 7.1.
    """
    if soort.casuistiek or not (casusnummer or gevonden):
        return
    artikel = profiel.artikel(Regel.GEEN_CASUS_BUITEN_OPERATIONEEL)
    overleg = profiel.hoofdoverleg
    waarom = f"In {soort.met_lidwoord} worden geen casussen besproken{verwijzing(artikel)}."
    if casusnummer:
        gebeurd = f"Casus {casusnummer} kan hier niet op de agenda. {waarom}"
        advies = f"Zet de casus op de agenda van {overleg.met_lidwoord}."
    else:
        gebeurd = f"In de tekst staat {opsomming(list(gevonden))}. {waarom}"
        advies = "Haal dit uit de tekst. De rest blijft staan zoals u het typte."
    raise weigering(profiel, Regel.GEEN_CASUS_BUITEN_OPERATIONEEL, gebeurd, advies=advies)


def meerderheid(
    profiel: Huisprofiel, soort: Overlegsoort, *, consensus: bool | None, stemmen: Iterable[Stem] | None = None
) -> Uitslag:
    """Rule ``meerderheid``: agree first where the convenant says so, then more votes for than against.

    ``consensus`` is None while nobody has tried to agree. Without ``stemmen`` it says what agreement comes to.
    Abstaining does not count; as many for as against is a deadlock. Raises RegelGeweigerd for a vote that this
    meeting may not hold (yet), InvoerOngeldig for a vote without votes. Source: Delft art. 5.4 and 7.1.
    """
    regel = soort.stemregel
    artikel = profiel.artikel(Regel.MEERDERHEID) or regel.artikel
    if stemmen is None:
        if consensus:
            return _aangenomen(soort, "Het overleg is het eens")
        return Uitslag(BesluitUitkomst.OPEN, "Het overleg is het nog niet eens.")
    if regel.wijze == "gezamenlijk":
        raise weigering(
            profiel,
            Regel.MEERDERHEID,
            f"{hoofdletter(soort.met_lidwoord)} besluit gezamenlijk{verwijzing(regel.artikel)}, zonder te stemmen.",
            artikel=regel.artikel,
            advies="Leg vast of het overleg het eens is, of houd het besluit aan.",
        )
    if regel.consensus_eerst and consensus is None:
        raise weigering(
            profiel,
            Regel.MEERDERHEID,
            f"{hoofdletter(soort.met_lidwoord)} probeert het eerst eens te worden{verwijzing(artikel)}.",
            artikel=artikel,
            advies="Leg eerst vast dat het overleg het niet eens werd. Daarna kan er worden gestemd.",
        )
    geteld = list(stemmen)
    if not geteld:
        raise InvoerOngeldig("stemmen", "Er is nog geen stem vastgelegd.")
    voor, tegen = geteld.count(Stem.VOOR), geteld.count(Stem.TEGEN)
    telling = stemmentelling(geteld)
    if voor > tegen:
        return _aangenomen(soort, telling)
    if voor == tegen:
        return Uitslag(BesluitUitkomst.PATSTELLING, f"{telling}: het overleg komt er niet uit.")
    return Uitslag(BesluitUitkomst.VERWORPEN, f"{telling}: verworpen{verwijzing(regel.artikel)}.")


def afwezige_vooraf_gehoord(
    profiel: Huisprofiel, soort: Overlegsoort, leden: Sequence[LidStand], geraakt: frozenset[int]
) -> None:
    """Rule ``afwezige_vooraf_gehoord``: an absent member is asked for input; what affects it seriously waits.

    ``geraakt`` holds the ids of the partijen that the besluit would affect seriously. Holds only where the profile
    says so for this kind of meeting. Raises RegelGeweigerd, which names the members. Source: Delft art. 5.5 and 7.2.
    """
    if soort.stemregel.afwezige == "geen_regel" or not profiel.geldt(Regel.AFWEZIGE_VOORAF_GEHOORD):
        return
    artikel = profiel.artikel(Regel.AFWEZIGE_VOORAF_GEHOORD) or soort.stemregel.artikel
    inbreng = "schriftelijke inbreng" if soort.stemregel.afwezige == "schriftelijk" else "inbreng"
    afwezig = [lid for lid in leden if not lid.aanwezig]
    gehoord = {lid.partij_id for lid in leden if lid.aanwezig or lid.gehoord}
    wachten_op = [lid.lid for lid in afwezig if lid.partij_id in geraakt and lid.partij_id not in gehoord]
    if wachten_op:
        wie = opsomming(wachten_op)
        raise weigering(
            profiel,
            Regel.AFWEZIGE_VOORAF_GEHOORD,
            f"Dit besluit raakt {wie} ernstig, en {wie} {_is_of_zijn(wachten_op)} er niet en nog niet gehoord. Het "
            f"besluit wacht tot dat is gebeurd{verwijzing(artikel)}.",
            artikel=artikel,
            advies="Houd het besluit aan, of leg de inbreng vast zodra die er is.",
        )
    vragen_aan = [lid.lid for lid in afwezig if lid.stemt and not lid.gevraagd and not lid.gehoord]
    if vragen_aan:
        raise weigering(
            profiel,
            Regel.AFWEZIGE_VOORAF_GEHOORD,
            f"{opsomming(vragen_aan)} {_is_of_zijn(vragen_aan)} er niet. Een lid dat er niet is, wordt eerst "
            f"om {inbreng} gevraagd{verwijzing(artikel)}.",
            artikel=artikel,
            advies="Leg bij de leden vast op welke dag om inbreng is gevraagd.",
        )


def patstelling(profiel: Huisprofiel, soort: Overlegsoort, uitkomst: BesluitUitkomst, *, elders: bool) -> Uitslag:
    """Rule ``patstelling``: when the meeting cannot decide, whom the profile names does; not before, not again here.

    ``elders`` asks whether the decision of another may be recorded; otherwise whether this meeting itself may decide.
    Raises RegelGeweigerd. Source: Delft art. 5.6 and 7.3.
    """
    wie = soort.stemregel.patstelling
    artikel = profiel.artikel(Regel.PATSTELLING)
    vast = uitkomst is BesluitUitkomst.PATSTELLING
    if vast and wie and not elders:
        raise weigering(
            profiel,
            Regel.PATSTELLING,
            f"{hoofdletter(soort.met_lidwoord)} is er niet uit gekomen. {wie}",
            artikel=artikel or soort.stemregel.artikel,
            advies="Leg vast wat daar is besloten, of open het voorstel opnieuw.",
        )
    if elders and not vast:
        raise weigering(
            profiel,
            Regel.PATSTELLING,
            f"Een ander besluit pas als {soort.met_lidwoord} er niet uit komt{verwijzing(artikel)}.",
            artikel=artikel or soort.stemregel.artikel,
            advies="Probeer het eerst eens te worden, of stem.",
        )
    if vast:
        return Uitslag(uitkomst, wie or _niemand(profiel))
    return Uitslag(uitkomst, "")


def beschrijf_stemregel(profiel: Huisprofiel, soort: Overlegsoort) -> tuple[str, ...]:
    """How this kind of meeting decides, in plain sentences with their articles, to show above its besluiten."""
    regel = soort.stemregel
    wijze = {
        "gezamenlijk": "Besluiten worden gezamenlijk genomen",
        "meerderheid": "Besluiten worden genomen met een meerderheid van stemmen",
        "voorstel": "Dit overleg doet voorstellen",
        "geen_regel": "Het convenant geeft voor dit overleg geen stemregel",
    }[regel.wijze]
    zinnen = [f"{wijze}{verwijzing(regel.artikel)}."]
    if regel.wijze == "voorstel":
        zinnen.append(regel.wie_besluit or _ANDEREN)
    if regel.consensus_eerst:
        zinnen.append("Het overleg probeert het eerst eens te worden.")
    if regel.afwezige != "geen_regel" and profiel.geldt(Regel.AFWEZIGE_VOORAF_GEHOORD):
        artikel = profiel.artikel(Regel.AFWEZIGE_VOORAF_GEHOORD)
        inbreng = "schriftelijke inbreng" if regel.afwezige == "schriftelijk" else "inbreng"
        zinnen.append(
            f"Een lid dat er niet is, wordt om {inbreng} gevraagd. Een besluit dat dat lid ernstig raakt, wacht tot "
            f"het is gehoord{verwijzing(artikel)}."
        )
    if regel.patstelling:
        zinnen.append(f"Komt het overleg er niet uit? {regel.patstelling}")
    return tuple(zinnen)


def _aangenomen(soort: Overlegsoort, hoe: str) -> Uitslag:
    artikel = verwijzing(soort.stemregel.artikel)
    if soort.stemregel.wijze == "voorstel":
        zin = f"{hoe}: {soort.met_lidwoord} doet dit voorstel{artikel}. {soort.stemregel.wie_besluit or _ANDEREN}"
        return Uitslag(BesluitUitkomst.VOORGESTELD, zin)
    return Uitslag(BesluitUitkomst.AANGENOMEN, f"{hoe}: aangenomen{artikel}.")


def _niemand(profiel: Huisprofiel) -> str:
    """What holds when the voting rule of this meeting names nobody: the text of the house, or that there is none."""
    regel = profiel.regel(Regel.PATSTELLING)
    if regel.geldt:
        return f"Er is geen besluit. {regel.tekst}"
    return f"Er is geen besluit. {regel.reden}"


def _is_of_zijn(namen: Sequence[str]) -> str:
    return "is" if len(namen) == 1 else "zijn"
