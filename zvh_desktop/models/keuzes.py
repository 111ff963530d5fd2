"""Enums and id types, of which the ui may see all: stored words, whose text on the screen is in ui/teksten."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

PartijId = NewType("PartijId", int)
ContactpersoonId = NewType("ContactpersoonId", int)
AanmeldingId = NewType("AanmeldingId", int)
BetrokkeneId = NewType("BetrokkeneId", int)
CasusId = NewType("CasusId", int)
OordeelId = NewType("OordeelId", int)
OverlegId = NewType("OverlegId", int)
AgendapuntId = NewType("AgendapuntId", int)
DeelnameId = NewType("DeelnameId", int)
UitnodigingId = NewType("UitnodigingId", int)
BesluitId = NewType("BesluitId", int)
ActieId = NewType("ActieId", int)
PlanId = NewType("PlanId", int)
AfschalingId = NewType("AfschalingId", int)
OpschalingId = NewType("OpschalingId", int)
DocumentId = NewType("DocumentId", int)
InformatieItemId = NewType("InformatieItemId", int)
InzageAkkoordId = NewType("InzageAkkoordId", int)
VerstrekkingId = NewType("VerstrekkingId", int)
OverlegBesluitId = NewType("OverlegBesluitId", int)
LidId = NewType("LidId", int)
VerzendingId = NewType("VerzendingId", int)
TriagebriefId = NewType("TriagebriefId", int)
GebeurtenisId = NewType("GebeurtenisId", int)
DatalekId = NewType("DatalekId", int)
VerlengingId = NewType("VerlengingId", int)
VernietigvoorstelId = NewType("VernietigvoorstelId", int)
VernietigingId = NewType("VernietigingId", int)


class Rol(StrEnum):
    """What a user of the vault may do (ONTWERP 7)."""

    MEDEWERKER = "medewerker"
    PROCESREGISSEUR = "procesregisseur"
    BEHEERDER = "beheerder"


class BuitenRoutering(StrEnum):
    """Where a triage sends a casus that no overleg of this house takes; else it names an overlegsoort."""

    ELDERS = "elders"
    NIET = "niet"


class PartijSoort(StrEnum):
    """How a partij relates to the convenant."""

    CONVENANTPARTIJ = "convenantpartij"
    DEELNEMER = "deelnemer"
    DERDE = "derde"


class OordeelUitkomst(StrEnum):
    """The procesregisseur's oordeel on one partij at one casus."""

    RECHTMATIG = "rechtmatig"
    NIET_RECHTMATIG = "niet_rechtmatig"
    INGETROKKEN = "ingetrokken"


class PoortStand(StrEnum):
    """How one partij stands at one casus on one date, and so what the matrix shows."""

    UITGENODIGD = "uitgenodigd"
    RECHTMATIG = "rechtmatig"
    NIET_RECHTMATIG = "niet_rechtmatig"
    NIET_BEOORDEELD = "niet_beoordeeld"
    VERLOPEN = "verlopen"
    INGETROKKEN = "ingetrokken"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"


class AanmeldingUitkomst(StrEnum):
    """What became of an aanmelding."""

    OPEN = "open"
    GEACCEPTEERD = "geaccepteerd"
    AFGEWEZEN = "afgewezen"


class CasusStatus(StrEnum):
    """Where the casus stands for the house as a whole; the fase says where in the werkproces. EindeSoort says how."""

    LOPEND = "lopend"
    AFGESCHAALD = "afgeschaald"
    BEEINDIGD = "beeindigd"


class VastleggingSoort(StrEnum):
    """Whom the procesregisseur spoke before going on."""

    AANMELDER = "aanmelder"
    GEMEENTE = "gemeente"
    BETROKKENE = "betrokkene"


class OverlegStatus(StrEnum):
    """States of the agenda of an overleg."""

    CONCEPT = "concept"
    AKKOORD_GEVRAAGD = "akkoord_gevraagd"
    AKKOORD = "akkoord"
    VERZONDEN = "verzonden"
    GEHOUDEN = "gehouden"
    AFGELAST = "afgelast"


class VerslagStatus(StrEnum):
    """States of the verslag of an overleg."""

    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"


class Aanwezigheid(StrEnum):
    """How a partij was present at one agendapunt."""

    ONBEKEND = "onbekend"
    AANWEZIG = "aanwezig"
    AFGEMELD = "afgemeld"
    AFWEZIG = "afwezig"
    SCHRIFTELIJK = "schriftelijk"
    VERTROKKEN = "vertrokken"


class PuntUitkomst(StrEnum):
    """What came of a casus on the agenda in which no besluit was taken."""

    GEEN = ""
    NIET_BEHANDELD = "niet_behandeld"
    AANGEHOUDEN = "aangehouden"
    BESPROKEN = "besproken"


class TafelHandeling(StrEnum):
    """What the chair did at the table; the verslag tells it."""

    GESTART = "gestart"
    HERVAT = "hervat"
    ONDERBROKEN = "onderbroken"
    AFGEROND = "afgerond"
    OVERGESLAGEN = "overgeslagen"
    VERPLAATST = "verplaatst"
    TOEGEVOEGD = "toegevoegd"
    AAN_TAFEL = "aan_tafel"
    VAN_TAFEL = "van_tafel"
    VOORZITTER = "voorzitter"
    NOTULIST = "notulist"
    GEHEIMHOUDING = "geheimhouding"


class UitnodigingStatus(StrEnum):
    """States of one uitnodiging."""

    CONCEPT = "concept"
    VERZONDEN = "verzonden"
    IN_TE_TREKKEN = "in_te_trekken"
    INGETROKKEN = "ingetrokken"


class UitnodigingAntwoord(StrEnum):
    """What a partij answered to its uitnodiging."""

    GEEN = "geen"
    KOMT = "komt"
    KOMT_NIET = "komt_niet"
    VERVANGER = "vervanger"


class VerzendingSoort(StrEnum):
    """What goes round: a verslag, the part of a plan that is for one partij, or all of it for the casusregisseur."""

    VERSLAG = "verslag"
    PLAN = "plan"
    REGIE = "regie"


class Reactie(StrEnum):
    """What a partij said about what it was sent."""

    GEEN = "geen"
    AKKOORD = "akkoord"
    OPMERKING = "opmerking"


class ActieStatus(StrEnum):
    """States of an actie."""

    OPEN = "open"
    BEZIG = "bezig"
    GEREED = "gereed"
    VERVALLEN = "vervallen"


class Voortgang(StrEnum):
    """What the table heard of an actie that was agreed before."""

    GEDAAN = "gedaan"
    NIET_GEDAAN = "niet_gedaan"
    NIET_MEER_MOGELIJK = "niet_meer_mogelijk"


class VerslagOordeel(StrEnum):
    """What the table said of the verslag of the overleg before."""

    GEEN = ""
    ONGEWIJZIGD = "ongewijzigd"
    MET_WIJZIGINGEN = "met_wijzigingen"
    UITGESTELD = "uitgesteld"


class PlanStatus(StrEnum):
    """States of one version of a plan van aanpak."""

    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"
    VERVANGEN = "vervangen"


class VerklaringSoort(StrEnum):
    """What a signed statement is about; all kinds stand in one chain."""

    OORDEEL = "oordeel"
    AGENDA_AKKOORD = "agenda_akkoord"
    VERSLAG_VASTGESTELD = "verslag_vastgesteld"
    PLAN_VASTGESTELD = "plan_vastgesteld"
    AFSCHALING = "afschaling"
    OPSCHALING = "opschaling"
    ROLLEN = "rollen"
    VERZOEK = "verzoek"
    VERLENGING = "verlenging"
    VERNIETIGVOORSTEL = "vernietigvoorstel"
    VOORSTEL_INGETROKKEN = "voorstel_ingetrokken"
    TERMIJNEN = "bewaartermijnen"
    VERNIETIGING = "vernietiging"
    VERNIETIGING_OPNIEUW = "vernietiging_opnieuw"
    SAMENWERKING = "samenwerking"
    EINDE = "casus_einde"
    BEPERKING = "beperking"
    VAN_EERDER = "van_eerder"
    GESCHIL = "geschil"
    KOFFER_UIT = "koffer_uit"
    KOFFER_INGETROKKEN = "koffer_ingetrokken"
    KOFFER_TERUG = "koffer_terug"
    LEKKEUZE = "lekkeuze"
    STAND_AANVAARD = "stand_aanvaard"


class VernietigSoort(StrEnum):
    """How much of a file goes: what is not needed any more, all, an aanmelding that never was a casus, or one kind.

    ``VERZOEK`` is no part of a file: what a betrokkene asked, that may be about several. From ``VERSTREKKINGEN`` on:
    a kind of data that has a term of its own, shorter than that of the file.
    """

    SCHONEN = "schonen"
    VERNIETIGEN = "vernietigen"
    AANMELDING = "aanmelding"
    VERZOEK = "verzoek"
    VERSTREKKINGEN = "verstrekkingen"
    BIJLAGEN = "bijlagen"
    KOPIEEN = "kopieen"
    CONCEPTEN = "concepten"


class DocumentSoort(StrEnum):
    """Every document the application makes."""

    AGENDA_REGIE = "agenda-regie"
    AGENDA_PARTIJ = "agenda"
    UITNODIGING = "uitnodiging"
    UITNODIGING_ICS = "uitnodiging-ics"
    UITNODIGING_EML = "uitnodiging-eml"
    HERINNERING_EML = "herinnering-eml"
    INTREKKING = "intrekking"
    INTREKKING_ICS = "intrekking-ics"
    INTREKKING_EML = "intrekking-eml"
    AFGELASTING = "afgelasting"
    AFGELASTING_ICS = "afgelasting-ics"
    AFGELASTING_EML = "afgelasting-eml"
    ONTVANGEN = "ontvangen-stukken"
    PRESENTIELIJST = "presentielijst"
    NOTULEN_REGIE = "notulen-regie"
    NOTULEN_PARTIJ = "notulen"
    BESLUITENLIJST = "besluitenlijst"
    BESLUITENLIJST_PARTIJ = "besluitenlijst-partij"
    ACTIELIJST = "actielijst"
    RONDZENDBRIEF = "rondzendbrief"
    RONDZEND_EML = "rondzendbrief-eml"
    TRIAGEVRAAG = "triagevraag"
    TRIAGEVRAAG_EML = "triagevraag-eml"
    TRIAGE_INTREKKING = "triagevraag-intrekking"
    TRIAGE_INTREKKING_EML = "triagevraag-intrekking-eml"
    PLAN_PARTIJ = "plan-partij"
    CASUSACTIES = "casusacties"
    PLAN_VAN_AANPAK = "plan-van-aanpak"
    AFSCHALING = "afschaling"
    OPSCHALING = "opschalingsdossier"
    OPSCHALING_BIJLAGE = "opschalingsdossier-bijlage"
    INFORMATIE = "informatie"
    INFORMATIE_BIJLAGE = "informatie-bijlage"
    DATALEKBRIEF = "datalekbrief"
    DATALEK_EML = "datalekbrief-eml"
    DATALEKNOTITIE = "dataleknotitie"
    TRAJECTBRIEF = "partijbrief"
    TRAJECT_EML = "partijbrief-eml"
    TRAJECTBESLUIT = "partijbesluit"
    TRAJECTBESLUIT_EML = "partijbesluit-eml"
    TOETREDINGSVERKLARING = "toetredingsverklaring"
    GESCHILNOTITIE = "geschilnotitie"
    JAARCIJFERS = "jaarcijfers"
    INZAGEOVERZICHT = "inzageoverzicht"
    INZAGEBRIEF = "inzagebrief"
    INZAGE_EML = "inzagebrief-eml"
    VERZOEKBRIEF = "verzoekbrief"
    KENNISGEVING = "kennisgeving"
    KENNISGEVING_EML = "kennisgeving-eml"
    OPHEFFING = "kennisgeving-opheffing"
    OVERLEG_AGENDA = "overleg-agenda"
    OVERLEG_VERSLAG = "overleg-verslag"
    VERNIETIGINGSVERKLARING = "vernietigingsverklaring"
    OVERLEG_UITNODIGING = "overleg-uitnodiging"
    OVERLEG_UITNODIGING_ICS = "overleg-uitnodiging-ics"
    OVERLEG_UITNODIGING_EML = "overleg-uitnodiging-eml"
    OVERLEG_INTREKKING = "overleg-intrekking"
    OVERLEG_INTREKKING_ICS = "overleg-intrekking-ics"
    OVERLEG_INTREKKING_EML = "overleg-intrekking-eml"
    BESLUITENBRIEF = "besluitenbrief"
    BRIEF = "brief"
    BRIEF_EML = "brief-eml"
    AANMELDFORMULIER = "aanmeldformulier"
    AANMELDFORMULIER_EML = "aanmeldformulier-eml"
    BESLUITENBRIEF_EML = "besluitenbrief-eml"
    JZV_UITKOMST = "jzv-uitkomst"


class Regel(StrEnum):
    """Every rule of the convenanten that the application keeps; the profile gives its article per house."""

    ALLEEN_RECHTMATIGE_PARTIJEN = "alleen_rechtmatige_partijen"
    BEOORDELING_AANMELDING = "beoordeling_aanmelding"
    OVERLEG_MET_AANMELDER = "overleg_met_aanmelder"
    AFSTEMMING_GEMEENTE = "afstemming_gemeente"
    BETROKKENE_INFORMEREN = "betrokkene_informeren"
    CRITERIA_COMPLEXE_CASUISTIEK = "criteria_complexe_casuistiek"
    GEEN_VERSTREKKING_VOOR_OVERLEG = "geen_verstrekking_voor_overleg"
    TRIAGE_RELEVANTE_PARTIJEN = "triage_relevante_partijen"
    DOEL_BESLUIT_THEMAS_VOORAF = "doel_besluit_themas_vooraf"
    GEVRAAGDE_BIJDRAGE = "gevraagde_bijdrage"
    INZAGE_VOORAF = "inzage_vooraf"
    VERSTREKKER_BEPAALT_GEBRUIK = "verstrekker_bepaalt_gebruik"
    NIET_OPENBAAR = "niet_openbaar"
    TOESTEMMING_DERDEN = "toestemming_derden"
    AFGEVAARDIGDE_MANDAAT = "afgevaardigde_mandaat"
    GEZAMENLIJKE_AFSPRAKEN = "gezamenlijke_afspraken"
    BESLUITEN_PER_CASUS = "besluiten_per_casus"
    CASUSREGISSEUR_VAN_PARTIJ = "casusregisseur_van_partij"
    AANWIJZING_CASUSREGISSEUR = "aanwijzing_casusregisseur"
    ROL_EN_INFORMATIEBEHOEFTE = "rol_en_informatiebehoefte"
    PLAN_VAN_AANPAK = "plan_van_aanpak"
    WIE_INFORMEERT_BETROKKENE = "wie_informeert_betrokkene"
    AFSCHALING_BESLUIT = "afschaling_besluit"
    AFSCHALING_CRITERIA = "afschaling_criteria"
    OPSCHALING_BESLUIT = "opschaling_besluit"
    VERSLAGLEGGING = "verslaglegging"
    OVERNEMEN = "overnemen"
    GEHEIMHOUDING = "geheimhouding"
    GEEN_CASUS_BUITEN_OPERATIONEEL = "geen_casus_buiten_operationeel"
    MEERDERHEID = "meerderheid"
    AFWEZIGE_VOORAF_GEHOORD = "afwezige_vooraf_gehoord"
    PATSTELLING = "patstelling"
    TOETREDING = "toetreding"
    UITTREDING = "uittreding"
    TOETREDING_BERICHT = "toetreding_bericht"
    UITSLUITING = "uitsluiting"
    NA_UITTREDING = "na_uittreding"
    CONVENANT_DUUR = "convenant_duur"
    GESCHIL_PROCESREGISSEUR = "geschil_procesregisseur"
    GESCHIL_CASUSREGISSEUR = "geschil_casusregisseur"
    GESCHIL_MANAGER = "geschil_manager"
    GESCHIL_INFORMATIEROL = "geschil_informatierol"
    GESCHIL_CONVENANT = "geschil_convenant"
    DATALEK_PARTIJEN = "datalek_partijen"
    PARTIJ_ANTWOORDT_ZELF = "partij_antwoordt_zelf"
    VERWERKING_BEPERKT = "verwerking_beperkt"
