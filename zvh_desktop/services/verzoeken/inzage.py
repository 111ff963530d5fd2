"""The inzage-overzicht: what is in it, what is weighed before it leaves, and that it was handed out."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzen.verzoekkeuzes import PartijAntwoord, VerzoekId
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import opsomming
from zvh_desktop.models.verzoeken.verzoek import Betrokkeneverzoek, Weglating
from zvh_desktop.services.regelboek.uitleg import eis
from zvh_desktop.services.regelboek.verzoeken import partij_antwoordt_zelf
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.uitgifte import bewaar_uitgegeven
from zvh_desktop.services.verzoeken.gegevens import ItemRegel, WegingRegel
from zvh_desktop.services.verzoeken.overzichtstuk import deel_van_partij, geheel
from zvh_desktop.services.verzoeken.verzamelen import PERSOON, Verzameling, verzamel
from zvh_desktop.services.werkplek.invoer import regel, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_SOORT = "verzoek"
BLIJFT = "blijft:"
"""How it is kept that an item was weighed and stays in."""


class InzageService:
    """Use cases on the overzicht of one verzoek."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def items(self, verzoek_id: VerzoekId) -> tuple[ItemRegel, ...]:
        """Everything on this person. Raises NietGevonden."""
        with self._werkplek.lees(Recht.VERZOEK_BIJHOUDEN) as sessie:
            verzoek = haal(sessie, Betrokkeneverzoek, verzoek_id, "Dit verzoek")
            return tuple(een.regel for een in verzamel(self._werkplek, sessie, verzoek).items)

    def te_wegen(self, verzoek_id: VerzoekId) -> tuple[WegingRegel, ...]:
        """Each item that names somebody else, and what was decided about it."""
        with self._werkplek.lees(Recht.VERZOEK_BIJHOUDEN) as sessie:
            verzoek = haal(sessie, Betrokkeneverzoek, verzoek_id, "Dit verzoek")
            return _te_wegen(verzoek, verzamel(self._werkplek, sessie, verzoek))

    def laat_weg(self, verzoek_id: VerzoekId, sleutel: str, reden: str) -> None:
        """An item stays out, or the name of another ('persoon:' and the name). Raises InvoerOngeldig without reason."""
        self._weeg(verzoek_id, sleutel, reden, "onderdeel van inzage weggelaten")

    def laat_staan(self, verzoek_id: VerzoekId, sleutel: str, reden: str) -> None:
        """It names somebody else and was weighed: it stays in. Raises InvoerOngeldig without reason."""
        self._weeg(verzoek_id, BLIJFT + sleutel, reden, "onderdeel van inzage blijft staan")

    def neem_weging_terug(self, verzoek_id: VerzoekId, sleutel: str) -> None:
        """It has to be weighed again."""
        with self._werkplek.schrijf(Recht.VERZOEK_BIJHOUDEN, "weging van inzage teruggenomen", _SOORT) as werk:
            werk.raakt(verzoek_id)
            verzoek = _open(haal(werk.sessie, Betrokkeneverzoek, verzoek_id, "Dit verzoek"))
            for een in [een for een in verzoek.weglatingen if een.sleutel in (sleutel, BLIJFT + sleutel)]:
                verzoek.weglatingen.remove(een)

    def overzicht(self, verzoek_id: VerzoekId) -> Stuk:
        """The whole as it would go now; it says so while it may not. Raises GebruikersFout for nobody."""
        with self._werkplek.lees(Recht.VERZOEK_BIJHOUDEN) as sessie:
            verzoek = haal(sessie, Betrokkeneverzoek, verzoek_id, "Dit verzoek")
            return self._geheel(sessie, verzoek, verzamel(self._werkplek, sessie, verzoek))

    def deel(self, verzoek_id: VerzoekId, partij_id: PartijId) -> Stuk:
        """The part of one partij. Raises GebruikersFout when it supplied nothing."""
        with self._werkplek.lees(Recht.VERZOEK_BIJHOUDEN) as sessie:
            verzoek = haal(sessie, Betrokkeneverzoek, verzoek_id, "Dit verzoek")
            return deel_stuk(self._werkplek, sessie, verzoek, haal(sessie, Partij, partij_id, "Deze partij"))

    def noteer_verstrekt(self, verzoek_id: VerzoekId, hoe: str) -> Stuk:
        """It was handed out: recorded, with a frozen copy. Raises RegelGeweigerd, GebruikersFout while it may not."""
        with self._werkplek.schrijf(Recht.VERZOEK_BIJHOUDEN, "inzage-overzicht verstrekt", _SOORT) as werk:
            werk.raakt(verzoek_id)
            verzoek = haal(werk.sessie, Betrokkeneverzoek, verzoek_id, "Dit verzoek")
            if verzoek.verstrekt_op is not None:
                raise GebruikersFout("Dit overzicht is al verstrekt. Er is niets genoteerd.")
            wijze = verplicht("hoe", regel("hoe", hoe), "Vul in hoe het overzicht is gegeven.")
            alles = verzamel(self._werkplek, werk.sessie, verzoek)
            eis(partij_antwoordt_zelf(self._werkplek.profiel, _wachten(werk.sessie, verzoek, alles)))
            bezwaar = _bezwaar(verzoek, alles)
            if bezwaar:
                raise GebruikersFout(f"Het overzicht kan nog niet weg. {bezwaar}", veilig="Er is niets genoteerd.")
            stuk, nu = self._geheel(werk.sessie, verzoek, alles), self._werkplek.nu()
            verzoek.verstrekt_op, verzoek.verstrekt_door, verzoek.verstrekt_hoe = nu, self._werkplek.naam, wijze
            bewaar_uitgegeven(
                self._werkplek, werk.sessie, stuk, versie=int(verzoek.id), moment=nu, aan=(verzoek.wie, "")
            )
            return stuk

    def _geheel(self, sessie: Session, verzoek: Betrokkeneverzoek, alles: Verzameling) -> Stuk:
        if not verzoek.personen:
            raise GebruikersFout("Er is nog niet bevestigd wie dit is.", advies="Kies eerst Wie het is.")
        wachten = _wachten(sessie, verzoek, alles)
        namen = {rij.id: rij.naam for rij in sessie.execute(select(Partij.id, Partij.naam))}
        nog = f"Nog geen antwoord van {opsomming(wachten)}." if wachten else ""
        concept = "" if verzoek.verstrekt_op else f"{nog} {_bezwaar(verzoek, alles)}".strip()
        return geheel(self._werkplek, sessie, verzoek, alles, namen, concept)

    def _weeg(self, verzoek_id: VerzoekId, sleutel: str, reden: str, handeling: str) -> None:
        with self._werkplek.schrijf(Recht.VERZOEK_BIJHOUDEN, handeling, _SOORT) as werk:
            werk.raakt(verzoek_id)
            verzoek = _open(haal(werk.sessie, Betrokkeneverzoek, verzoek_id, "Dit verzoek"))
            alles = verzamel(self._werkplek, werk.sessie, verzoek)
            kaal = sleutel.removeprefix(BLIJFT)
            bekend = {een.regel.sleutel for een in alles.items} | {PERSOON + naam for naam in alles.anderen}
            if kaal not in bekend:
                raise InvoerOngeldig("sleutel", "Dit onderdeel staat niet in het overzicht.")
            waarom = verplicht("reden", regel("reden", reden), "Vul in waarom (AVG art. 15 lid 4).")
            for een in [een for een in verzoek.weglatingen if een.sleutel in (kaal, BLIJFT + kaal)]:
                verzoek.weglatingen.remove(een)
            werk.sessie.flush()
            verzoek.weglatingen.append(Weglating(sleutel=sleutel, reden=waarom, door=self._werkplek.naam))


def deel_stuk(werkplek: Werkplek, sessie: Session, verzoek: Betrokkeneverzoek, partij: Partij) -> Stuk:
    """The part of one partij, within a use case. Raises GebruikersFout when it supplied nothing."""
    alles = verzamel(werkplek, sessie, verzoek)
    if partij.id not in alles.partijen:
        raise GebruikersFout(f"{partij.naam} heeft over deze persoon niets gegeven.")
    return deel_van_partij(werkplek, sessie, verzoek, alles, partij)


def _open(verzoek: Betrokkeneverzoek) -> Betrokkeneverzoek:
    if verzoek.verstrekt_op is not None:
        raise GebruikersFout("Het overzicht is al verstrekt en wijzigt niet meer.", veilig="Er is niets gewijzigd.")
    return verzoek


def _wachten(sessie: Session, verzoek: Betrokkeneverzoek, alles: Verzameling) -> list[str]:
    antwoorden = {een.partij_id: een.antwoord for een in verzoek.partijen}
    open_ = [id_ for id_ in alles.partijen if antwoorden.get(PartijId(id_), PartijAntwoord.OPEN) is PartijAntwoord.OPEN]
    return sorted(sessie.scalars(select(Partij.naam).where(Partij.id.in_(open_))))


def _te_wegen(verzoek: Betrokkeneverzoek, alles: Verzameling) -> tuple[WegingRegel, ...]:
    keuzes = {een.sleutel: een.reden for een in verzoek.weglatingen}
    regels = []
    for een in alles.items:
        for naam in een.anderen:
            if een.regel.weggelaten:
                keuze = f"weggelaten: {een.regel.weggelaten}"
            elif PERSOON + naam in keuzes:
                keuze = f"naam onleesbaar: {keuzes[PERSOON + naam]}"
            elif BLIJFT + een.regel.sleutel in keuzes:
                keuze = f"blijft staan: {keuzes[BLIJFT + een.regel.sleutel]}"
            else:
                keuze = ""
            regels.append(WegingRegel(een.regel.sleutel, naam, een.regel.wat, een.regel.waar, een.regel.tekst, keuze))
    return tuple(regels)


def _bezwaar(verzoek: Betrokkeneverzoek, alles: Verzameling) -> str:
    """What of our own still stands in the way, in words."""
    delen = []
    if not verzoek.personen:
        delen.append("Er is nog niet bevestigd wie dit is.")
    if verzoek.geidentificeerd_op is None:
        delen.append("Het is niet vastgesteld wie het vraagt (AVG art. 12 lid 6).")
    open_ = sum(not een.keuze for een in _te_wegen(verzoek, alles))
    if open_:
        keer = "1 keer" if open_ == 1 else f"{open_} keer"
        delen.append(f"Er wordt {keer} een ander genoemd waarover nog niet is beslist (AVG art. 15 lid 4).")
    return " ".join(delen)
