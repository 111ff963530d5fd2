"""The two families of errors: the world's fault and ours.

ZvhFout
 + GebruikersFout        shown as is: what happened, what is safe, what to do
 |  + InvoerOngeldig     one or more fields cannot be accepted; names the field
 |  + RegelGeweigerd     a rule of the convenant refuses; carries the rule, its article and its text
 |  |  + RegelEist       the same, about a field: also an InvoerOngeldig
 |  + NietBevoegd        this user's role may not do this
 |  + WachtwoordTijdelijk  somebody else chose this password: its owner chooses another first
 |  + RolWacht           the role of this account waits for somebody else
 |  + BevestigingNodig   the password has to be given again before signing
 |  + TeKiezen           something has to be chosen first; then the same act goes on
 |  + AndereDag          the overleg is not on this day; the same act with a yes goes on
 |  + NietGevonden       what was asked for is no longer there
 |  + IntussenGewijzigd  somebody else changed it since it was read here
 |  + ProfielOngeldig    a huisprofiel with findings
 |  + FormulierGeweigerd a file that came back is no form that can be read
 |  + DocumentMislukt    a document could not be made or written
 |  + KluisFout          opening, locking, keys and files
 |     + KofferFout       what a tafelkoffer does not allow, or a koffer that cannot come in; Uitgeleend is one
 |     + LijnWeg          the server of a house could not be reached, or no longer; says what was saved
 |     + ServerWeigert    the server of a house does not let this database account in
 |     + WachtwoordOnjuist, KluisInGebruik, KluisBeschadigd, KluisVreemd, KluisNietGevonden,
 |       SchijfVol, AlleenLezen, HandtekeningOnjuist, SleutelhangerNietVeilig
 + ProgrammaFout         our mistake: logged by class name and place, shown as "er ging iets mis"

The text of a GebruikersFout is written for the screen and may name a partij or a casusnummer. It is
therefore never logged: only the class name is (see app.py).
"""

from __future__ import annotations

from dataclasses import dataclass


class ZvhFout(Exception):
    """Base of everything this application raises on purpose."""


@dataclass(frozen=True, slots=True)
class Weg:
    """Where what is missing is filled in: the page, what to open on it, and the words of the button that goes there."""

    plaats: str
    onderdeel: object
    knop: str


class GebruikersFout(ZvhFout):
    """The world's fault, said in plain Dutch.

    ``gebeurd`` says what happened and why, ``veilig`` what is safe, ``advies`` what can be done. ``artikel`` and
    ``regeltekst`` are only there when a rule of the convenant is behind it: what the screen shows on demand. ``weg`` is
    only there when something is missing that this user can fill in at another place.
    """

    artikel = ""
    regeltekst = ""

    def __init__(self, gebeurd: str, *, veilig: str = "", advies: str = "", weg: Weg | None = None) -> None:
        super().__init__(" ".join(deel for deel in (gebeurd, veilig, advies) if deel))
        self.gebeurd = gebeurd
        self.veilig = veilig
        self.advies = advies
        self.weg = weg


class TeKiezen(GebruikersFout):
    """Nothing was done: something has to be chosen first, and who shows this may ask for that and do the same again."""

    weggelegd = False
    """The window where it was asked was locked or closed in the meantime: there is nobody left to tell."""

    def zelfde(self, ander: TeKiezen) -> bool:
        """Whether the other one asks for the same choices."""
        return str(self) == str(ander)


class InvoerOngeldig(GebruikersFout):
    """A field holds something that cannot be accepted. ``veld`` is the attribute name of the input."""

    def __init__(self, veld: str, gebeurd: str, *, advies: str = "", weg: Weg | None = None) -> None:
        super().__init__(gebeurd, advies=advies, weg=weg)
        self.veld = veld


class LijktOp(InvoerOngeldig):
    """A name that a reader takes for another one. The user is asked, and the same act that says so goes on.

    ``ander`` is the name that it looks like; an input that gives it back in ``gezien`` was meant.
    """

    def __init__(self, veld: str, ander: str, verschil: str = "") -> None:
        super().__init__(
            veld,
            f'Deze naam lijkt op "{ander}", die er al is. {verschil}'.strip(),
            advies="Klopt het zo, bewaar dan nog een keer. Anders: pas de naam aan.",
        )
        self.ander = ander


class RegelGeweigerd(GebruikersFout):
    """A rule of the convenant refuses.

    ``regel`` is its key in the profile, ``artikel`` this house's article, ``regeltekst`` what it says in plain words.
    """

    def __init__(self, regel: str, artikel: str, gebeurd: str, *, advies: str = "", regeltekst: str = "") -> None:
        GebruikersFout.__init__(self, gebeurd, advies=advies)
        self.regel = regel
        self.artikel = artikel
        self.regeltekst = regeltekst


class RegelEist(InvoerOngeldig, RegelGeweigerd):
    """A rule of the convenant asks for a field that is still empty. Shown at that field, like other input."""

    def __init__(self, veld: str, weigering: RegelGeweigerd) -> None:
        RegelGeweigerd.__init__(
            self,
            weigering.regel,
            weigering.artikel,
            weigering.gebeurd,
            advies=weigering.advies,
            regeltekst=weigering.regeltekst,
        )
        self.veld = veld


class NietBevoegd(GebruikersFout):
    """The role with which this user works may not do this."""


class BevestigingNodig(GebruikersFout):
    """Signing asks for the password again; call ToegangDienst.bevestig and try once more."""


class WachtwoordTijdelijk(GebruikersFout):
    """Somebody else chose this password; nothing can be done with it but choosing another."""

    def __init__(self) -> None:
        super().__init__(
            "Uw wachtwoord is door de beheerder gekozen. Kies eerst een eigen wachtwoord.",
            veilig="Er is niets gewijzigd.",
            advies="Meld u aan in het venster van de applicatie: daar kiest u het.",
        )


class AndereDag(GebruikersFout):
    """The overleg is not planned on this day: the user is asked first, and the same act with a yes goes on."""


class RolWacht(GebruikersFout):
    """The role of this account was not confirmed by a second person yet; nothing can be done with it.

    ``nieuw_wachtwoord``: the password was changed on the way in, and that stays.
    """

    def __init__(self, *, nieuw_wachtwoord: bool = False) -> None:
        wacht = "Uw rol wacht op bevestiging door iemand anders."
        vraag = "Vraag een collega die bij Beheer rolwijzigingen mag bevestigen, de kluis te openen en dat te doen."
        if nieuw_wachtwoord:
            super().__init__(
                f"Uw nieuwe wachtwoord geldt. {wacht}", advies=f"{vraag} Daarna opent u met het nieuwe wachtwoord."
            )
        else:
            super().__init__(wacht, veilig="Er is niets gewijzigd; uw wachtwoord blijft zoals het is.", advies=vraag)


class NietGevonden(GebruikersFout):
    """What was asked for is no longer there."""


class IntussenGewijzigd(GebruikersFout):
    """Somebody else changed what this act is about, after it was read here. What was typed still stands there."""

    def __init__(self, wie: str = "", wat: str = "", veilig: str = "Uw eigen wijziging is niet bewaard.") -> None:
        door = f" door {wie}" if wie else ""
        erbij = f": {wat}" if wat else ""
        super().__init__(
            f"Dit is intussen gewijzigd{door}{erbij}.",
            veilig=veilig,
            advies="Bekijk wat er nu staat, en doe het dan opnieuw als dat nog nodig is.",
        )


@dataclass(frozen=True, slots=True)
class ProfielBevinding:
    """One finding in a huisprofiel: where, what was found, what was expected.

    ``regel`` is the line in the file; None when the place is no part of one, or is itself a line.
    """

    plaats: str
    gevonden: str
    verwacht: str
    regel: int | None = None

    def __str__(self) -> str:
        waar = f"{self.plaats} (regel {self.regel})" if self.regel is not None else self.plaats
        return f"{waar}: gevonden {self.gevonden}; verwacht {self.verwacht}"


class ProfielOngeldig(GebruikersFout):
    """A huisprofiel that cannot be used, with every finding in it."""

    def __init__(self, bron: str, bevindingen: tuple[ProfielBevinding, ...]) -> None:
        super().__init__(
            f"Het huisprofiel {bron} is niet te gebruiken: " + "; ".join(map(str, bevindingen)) + ".",
            veilig="Er is niets gewijzigd.",
            advies="Verbeter het profiel en controleer het met: zvh profiel controleer.",
        )
        self.bevindingen = bevindingen


class FormulierGeweigerd(GebruikersFout):
    """A file that came back is not read: damaged, of another house, or able to do more than hold answers."""


class DocumentMislukt(GebruikersFout):
    """A document could not be made, shown or written."""


_NETWERK = "Kijk of er netwerk is, en probeer het dan opnieuw."


class KluisFout(GebruikersFout):
    """Opening, locking, keys and files."""


class WachtwoordOnjuist(KluisFout):
    """One and the same answer for an unknown name, a wrong password and a damaged slot."""

    def __init__(self, wacht_seconden: float = 0.0) -> None:
        super().__init__(
            "Naam of wachtwoord klopt niet.",
            advies="Probeer het opnieuw of gebruik de herstelsleutel.",
        )
        self.wacht_seconden = wacht_seconden


class KofferFout(KluisFout):
    """A tafelkoffer does not allow this, or cannot be opened or taken in."""


class Uitgeleend(KofferFout):
    """This tafel, or a casus of it, is out in a koffer: it can be read and not changed.

    ``koffer`` is its number; who has it and until when is said where that can be read (services/werkplek).
    """

    def __init__(self, koffer: int, gebeurd: str = "Dit overleg is uitgeleend in een koffer.") -> None:
        super().__init__(
            gebeurd,
            veilig="Er is niets gewijzigd; lezen kan gewoon.",
            advies="Wacht tot de koffer terug is. Is zij kwijt, trek haar dan in: op de bladzijde van het overleg.",
        )
        self.koffer = koffer


class LijnWeg(KluisFout):
    """The line to the server of a house fell away. ``opgeslagen``: None where it is not known."""

    def __init__(self, *, lezend: bool = False, opgeslagen: bool | None = None) -> None:
        wat = "De server is niet te bereiken, of de verbinding is weggevallen."
        if lezend:
            super().__init__(wat, veilig="Alles wat was opgeslagen, is er nog.", advies=_NETWERK)
        elif opgeslagen is False:
            super().__init__(
                f"{wat} Deze wijziging is niet opgeslagen.",
                veilig="Alles wat eerder is opgeslagen, is er nog.",
                advies=_NETWERK,
            )
        else:
            super().__init__(
                wat,
                veilig="Wat al was opgeslagen, is er nog. Van de laatste wijziging is het niet zeker.",
                advies="Kijk of er netwerk is. Kijk daarna of de laatste wijziging er staat.",
            )
        self.opgeslagen = opgeslagen


class ServerTerug(KluisFout):
    """A server no longer has what was seen on it before."""


class KluisInGebruik(KluisFout):
    """Another process has this vault open."""


class ServerWeigert(KluisFout):
    """The server is there and does not let this database account in."""


class KluisBeschadigd(KluisFout):
    """The vault cannot be read; nothing was changed or removed."""


class KluisVreemd(KluisFout):
    """What was pointed at is not a vault, or one of a newer version."""


class KluisNietGevonden(KluisFout):
    """There is no vault at this place."""


class SchijfVol(KluisFout):
    """The disk has no room left."""


class AlleenLezen(KluisFout):
    """The place or the vault cannot be written to."""


class HandtekeningOnjuist(KluisFout):
    """A signed statement does not match its row, its signer or its place in the chain."""


class SleutelhangerNietVeilig(KluisFout):
    """The operating system has no safe key store; 'dit apparaat' is not possible here."""


class ProgrammaFout(ZvhFout):
    """Our mistake. Its text holds no personal data."""
