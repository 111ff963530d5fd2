"""One casus with an item of a supplier, on the agenda of a tafel with two readers and one partij that may not."""

from __future__ import annotations

from email import message_from_bytes, policy
from io import BytesIO

from factories import Bureau
from pypdf import PdfReader, PdfWriter
from uitgangspunten import uitgangspunt

from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzes import CasusId, InformatieItemId, OverlegId, PartijId, PartijSoort, UitnodigingId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.instellingen import HuisInstellingen, bewaar_instellingen
from zvh_desktop.services.informatie.bijlagen import Bijlage
from zvh_desktop.services.informatie.items import InformatieInvoer
from zvh_desktop.services.informatie.verstrekkingen import VerstrekkingInvoer
from zvh_desktop.services.informatie.vrijgaven import InzageAkkoordInvoer
from zvh_desktop.services.partijen.partijen import PartijInvoer
from zvh_desktop.services.regelboek.informatie import SchriftelijkeToestemming
from zvh_desktop.services.uitnodigen.uitnodigingen import UitnodigingStukken

TEKST = "Verzonnen waarneming: paarse regenjas bij de waterput."
GEBRUIK = "Alleen lezen; niet overnemen in een eigen dossier."


def _leeg_blad() -> bytes:
    uit, schrijver = BytesIO(), PdfWriter()
    schrijver.add_blank_page(200, 200)
    schrijver.write(uit)
    return uit.getvalue()


PDF = _leeg_blad()
"""An attachment of the verstrekker, in which nothing stands that could be too much."""


def _leg_aan(bureau: Bureau, *drie: str) -> tuple[CasusId, OverlegId]:
    bureau.contact(*drie)
    with bureau.kluis.sessies.begin() as sessie:
        bewaar_instellingen(sessie, bureau.werkplek, HuisInstellingen(afzender_email="balie@voorbeeld.invalid"))
    casus, overleg = bureau.casus(), bureau.tafel()
    bureau.punt(overleg, casus, *drie)
    return casus, overleg


class Dossier:
    """``verstrekker`` gave the item; ``lezer`` and ``ander`` sit at the casus, ``vreemde`` was never judged.

    In a vault that other tests go on with (not ``eigen``) it is played, and nothing is laid down over their work.
    """

    def __init__(self, bureau: Bureau, *, eigen: bool = True) -> None:
        self.bureau = bureau
        korte = [regel.kort for regel in sorted(bureau.partijen.lijst(), key=lambda regel: regel.id)][:4]
        self.verstrekker, self.lezer, self.ander, self.vreemde = korte
        drie = (self.verstrekker, self.lezer, self.ander)
        self.casus, self.overleg = uitgangspunt(bureau, _leg_aan, *drie) if eigen else _leg_aan(bureau, *drie)
        self.diensten: Diensten = bureau.diensten()
        self.item: InformatieItemId = self.voeg_toe()

    @property
    def aanmelder(self) -> PartijId:
        """The partij that handed in the casus."""
        return next(keuze.id for keuze in self.diensten.informatie.toon(self.casus).overlegd_met)

    def invoer(self, **anders: object) -> InformatieInvoer:
        """A complete item; ``anders`` replaces fields."""
        velden: dict[str, object] = {
            "verstrekker_id": self.id(self.verstrekker),
            "regime": Regime.WPG,
            "titel": "Waarneming",
            "tekst": TEKST,
            "gebruik": GEBRUIK,
            "ontvangen_wijze": "beveiligde mail",
        }
        return InformatieInvoer(**{**velden, **anders})  # type: ignore[arg-type]

    def voeg_toe(self, bijlage: Bijlage | None = None, **anders: object) -> InformatieItemId:
        """Another item in this casus."""
        return self.diensten.informatie.voeg_toe(self.casus, self.invoer(**anders), bijlage)

    def id(self, kort: str) -> PartijId:
        """The id of a partij."""
        return self.bureau.partij(kort)

    def akkoord(self, item: InformatieItemId | None = None) -> None:
        """The supplier agrees with prior reading."""
        self.diensten.vrijgaven.leg_akkoord_vast(item or self.item, InzageAkkoordInvoer("T. Testpersoon", "per brief"))

    def geef_vrij(self, *kort: str, item: InformatieItemId | None = None) -> tuple[str, ...]:
        """Release to these partijen."""
        return self.diensten.vrijgaven.geef_vrij(
            item or self.item, self.overleg, [self.id(k) for k in kort], self.aanmelder
        )

    def derde(self, naam: str = "Woningstichting Oefening") -> PartijId:
        """A derde in the register."""
        return self.bureau.partijen.voeg_toe(PartijInvoer(naam, naam[:12], PartijSoort.DERDE))

    def verstrekking(self, derde: PartijId, **anders: object) -> VerstrekkingInvoer:
        """A complete verstrekking; ``anders`` replaces fields."""
        velden: dict[str, object] = {
            "derde_id": derde,
            "verstrekker_id": self.id(self.verstrekker),
            "wat": "Dat er een plan is.",
            "grondslag": "verzonnen grondslag",
            "toestemming": SchriftelijkeToestemming(self.bureau.klok.vandaag, "brief 12", "T. Testpersoon"),
        }
        return VerstrekkingInvoer(**{**velden, **anders})  # type: ignore[arg-type]

    def uitnodigen(self) -> None:
        """Akkoord on the agenda and an uitnodiging for everyone."""
        self.bureau.akkoord(self.overleg)
        self.diensten.uitnodigingen.bereid_voor(self.overleg)

    def uitnodiging_id(self, kort: str) -> UitnodigingId:
        """The uitnodiging of a partij."""
        lijst = self.diensten.uitnodigingen.lijst(self.overleg)
        return next(regel.id for regel in lijst if regel.partij_id == self.id(kort))

    def stukken(self, kort: str) -> UitnodigingStukken:
        """What would go out to a partij now."""
        return self.diensten.uitnodigingen.stukken(self.uitnodiging_id(kort))


def bijlagen_van(eml: bytes) -> dict[str, bytes]:
    """The attachments of a draft, read back by a mail parser."""
    bericht = message_from_bytes(eml, policy=policy.default)
    gevonden = {}
    for deel in bericht.iter_attachments():
        inhoud = deel.get_content()
        gevonden[str(deel.get_filename())] = inhoud if isinstance(inhoud, bytes) else str(inhoud).encode()
    return gevonden


def alle_tekst(eml: bytes) -> str:
    """Everything a recipient can read in a draft: message, letters and calendar item."""
    bericht = message_from_bytes(eml, policy=policy.default)
    lichaam = bericht.get_body(("plain",))
    delen = [str(bericht["Subject"]), lichaam.get_content() if lichaam is not None else ""]
    for naam, inhoud in bijlagen_van(eml).items():
        delen.append(naam)
        delen.append(
            pdf_tekst(inhoud) if naam.endswith(".pdf") and inhoud != PDF else inhoud.decode("utf-8", "replace")
        )
    return "\n".join(delen)


def pdf_tekst(inhoud: bytes) -> str:
    """All text of a PDF on one line."""
    return " ".join(" ".join(pagina.extract_text() for pagina in PdfReader(BytesIO(inhoud)).pages).split())
