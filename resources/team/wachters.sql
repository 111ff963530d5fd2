# Made by scripts/make_schema.py from the triggers of the migrations; do not change it here.

-- wachter actievoortgang_blijft actievoortgang
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id WHERE a.id = NEW.agendapunt_id AND v.verslag_status = 'vastgesteld')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een vastgesteld verslag wordt niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER actievoortgang_blijft BEFORE UPDATE ON actievoortgang FOR EACH ROW EXECUTE FUNCTION wacht_actievoortgang_blijft()

-- wachter actievoortgang_casus actievoortgang
#variable_conflict use_column
BEGIN
IF (NOT EXISTS ( SELECT 1 FROM actie x JOIN agendapunt a ON a.casus_id = x.casus_id WHERE x.id = NEW.actie_id AND a.id = NEW.agendapunt_id)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'deze actie hoort niet bij de casus van dit agendapunt';
RETURN NEW;
END
CREATE TRIGGER actievoortgang_casus BEFORE INSERT ON actievoortgang FOR EACH ROW EXECUTE FUNCTION wacht_actievoortgang_casus()

-- wachter actievoortgang_vast actievoortgang
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id WHERE a.id = NEW.agendapunt_id AND v.verslag_status = 'vastgesteld')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een vastgesteld verslag wordt niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER actievoortgang_vast BEFORE INSERT ON actievoortgang FOR EACH ROW EXECUTE FUNCTION wacht_actievoortgang_vast()

-- wachter afgelast_overleg_vast overleg
#variable_conflict use_column
BEGIN
IF mag_mee('overleg', OLD.id::text) = 'anders' AND NEW.id::text = OLD.id::text THEN
IF to_jsonb(OLD) - string_to_array('akkoord_verklaring, vaststelling_verklaring, agenda_woorden, verslag_woorden, verslag_versie', ', ') = to_jsonb(NEW) - string_to_array('akkoord_verklaring, vaststelling_verklaring, agenda_woorden, verslag_woorden, verslag_versie', ', ') THEN RETURN NEW; END IF;
END IF;
IF (EXISTS (SELECT 1 FROM afgelasting a WHERE a.overleg_id = OLD.id) OR (OLD.status = 'afgelast' AND NEW.status = 'gehouden') OR (OLD.status = 'gehouden' AND NEW.status = 'afgelast')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een afgelast overleg ligt vast';
RETURN NEW;
END
CREATE TRIGGER afgelast_overleg_vast BEFORE UPDATE ON overleg FOR EACH ROW EXECUTE FUNCTION wacht_afgelast_overleg_vast()

-- wachter afgelast_punt_anders agendapunt
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM overleg v WHERE v.id = OLD.overleg_id AND v.status = 'afgelast') OR EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id AND v.status = 'afgelast')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een afgelast overleg ligt vast';
RETURN NEW;
END
CREATE TRIGGER afgelast_punt_anders BEFORE UPDATE ON agendapunt FOR EACH ROW EXECUTE FUNCTION wacht_afgelast_punt_anders()

-- wachter afgelast_punt_nieuw agendapunt
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id AND v.status = 'afgelast')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een afgelast overleg ligt vast';
RETURN NEW;
END
CREATE TRIGGER afgelast_punt_nieuw BEFORE INSERT ON agendapunt FOR EACH ROW EXECUTE FUNCTION wacht_afgelast_punt_nieuw()

-- wachter afgelast_punt_weg agendapunt
#variable_conflict use_column
BEGIN
IF mag_mee('agendapunt', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (EXISTS (SELECT 1 FROM overleg v WHERE v.id = OLD.overleg_id AND v.status = 'afgelast')) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een afgelast overleg ligt vast';
RETURN OLD;
END
CREATE TRIGGER afgelast_punt_weg BEFORE DELETE ON agendapunt FOR EACH ROW EXECUTE FUNCTION wacht_afgelast_punt_weg()

-- wachter afgelast_stoel_anders deelname
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM agendapunt p JOIN overleg v ON v.id = p.overleg_id WHERE p.id = OLD.agendapunt_id AND v.status = 'afgelast') OR EXISTS (SELECT 1 FROM agendapunt p JOIN overleg v ON v.id = p.overleg_id WHERE p.id = NEW.agendapunt_id AND v.status = 'afgelast')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een afgelast overleg ligt vast';
RETURN NEW;
END
CREATE TRIGGER afgelast_stoel_anders BEFORE UPDATE OF agendapunt_id, partij_id, aanwezigheid, afgevaardigde, gevraagde_bijdrage ON deelname FOR EACH ROW EXECUTE FUNCTION wacht_afgelast_stoel_anders()

-- wachter afgelast_stoel_nieuw deelname
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM agendapunt p JOIN overleg v ON v.id = p.overleg_id WHERE p.id = NEW.agendapunt_id AND v.status = 'afgelast')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een afgelast overleg ligt vast';
RETURN NEW;
END
CREATE TRIGGER afgelast_stoel_nieuw BEFORE INSERT ON deelname FOR EACH ROW EXECUTE FUNCTION wacht_afgelast_stoel_nieuw()

-- wachter afgelast_stoel_terug deelname
#variable_conflict use_column
BEGIN
IF (OLD.vervallen = TRUE AND NEW.vervallen = FALSE AND EXISTS (SELECT 1 FROM agendapunt p JOIN overleg v ON v.id = p.overleg_id WHERE p.id = NEW.agendapunt_id AND v.status = 'afgelast')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een afgelast overleg ligt vast';
RETURN NEW;
END
CREATE TRIGGER afgelast_stoel_terug BEFORE UPDATE OF vervallen ON deelname FOR EACH ROW EXECUTE FUNCTION wacht_afgelast_stoel_terug()

-- wachter afgelast_stuk uitgegeven
#variable_conflict use_column
BEGIN
IF ((NEW.soort IN ('afgelasting', 'afgelasting-ics')) <> EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id AND v.status = 'afgelast')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'van een afgelast overleg gaat alleen de afgelasting de deur uit';
RETURN NEW;
END
CREATE TRIGGER afgelast_stuk BEFORE INSERT ON uitgegeven FOR EACH ROW EXECUTE FUNCTION wacht_afgelast_stuk()

-- wachter afgelast_uitnodiging_anders uitnodiging
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM overleg v WHERE v.id = OLD.overleg_id AND v.status = 'afgelast') OR EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id AND v.status = 'afgelast')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een afgelast overleg ligt vast';
RETURN NEW;
END
CREATE TRIGGER afgelast_uitnodiging_anders BEFORE UPDATE OF overleg_id, partij_id, status, verzonden_op ON uitnodiging FOR EACH ROW EXECUTE FUNCTION wacht_afgelast_uitnodiging_anders()

-- wachter afgelast_uitnodiging_nieuw uitnodiging
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id AND v.status = 'afgelast')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een afgelast overleg ligt vast';
RETURN NEW;
END
CREATE TRIGGER afgelast_uitnodiging_nieuw BEFORE INSERT ON uitnodiging FOR EACH ROW EXECUTE FUNCTION wacht_afgelast_uitnodiging_nieuw()

-- wachter afgelast_uitnodiging_weg uitnodiging
#variable_conflict use_column
BEGIN
IF mag_mee('uitnodiging', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (EXISTS (SELECT 1 FROM overleg v WHERE v.id = OLD.overleg_id AND v.status = 'afgelast')) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een afgelast overleg ligt vast';
RETURN OLD;
END
CREATE TRIGGER afgelast_uitnodiging_weg BEFORE DELETE ON uitnodiging FOR EACH ROW EXECUTE FUNCTION wacht_afgelast_uitnodiging_weg()

-- wachter afgelasting_blijft afgelasting
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een afgelasting ligt vast';
RETURN NEW;
END
CREATE TRIGGER afgelasting_blijft BEFORE UPDATE ON afgelasting FOR EACH ROW EXECUTE FUNCTION wacht_afgelasting_blijft()

-- wachter afgelasting_van_afgelast afgelasting
#variable_conflict use_column
BEGIN
IF (NOT EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id AND v.status = 'afgelast')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'alleen een afgelast overleg heeft een afgelasting';
RETURN NEW;
END
CREATE TRIGGER afgelasting_van_afgelast BEFORE INSERT ON afgelasting FOR EACH ROW EXECUTE FUNCTION wacht_afgelasting_van_afgelast()

-- wachter afgelasting_verteld afgelasting
#variable_conflict use_column
BEGIN
IF mag_mee('afgelasting', OLD.overleg_id::text) = 'weg' THEN RETURN OLD; END IF;
IF (EXISTS (SELECT 1 FROM uitgegeven u WHERE u.overleg_id = OLD.overleg_id AND u.soort IN ('afgelasting', 'afgelasting-ics'))) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een afgelasting die is verstuurd, blijft';
RETURN OLD;
END
CREATE TRIGGER afgelasting_verteld BEFORE DELETE ON afgelasting FOR EACH ROW EXECUTE FUNCTION wacht_afgelasting_verteld()

-- wachter afgelasting_vervangen afgelasting
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM afgelasting a WHERE a.overleg_id = NEW.overleg_id)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een afgelasting wordt niet vervangen';
RETURN NEW;
END
CREATE TRIGGER afgelasting_vervangen BEFORE INSERT ON afgelasting FOR EACH ROW EXECUTE FUNCTION wacht_afgelasting_vervangen()

-- wachter agenda_akkoord overleg
#variable_conflict use_column
BEGIN
IF mag_mee('overleg', OLD.id::text) = 'anders' AND NEW.id::text = OLD.id::text THEN
IF to_jsonb(OLD) - string_to_array('akkoord_verklaring, vaststelling_verklaring, agenda_woorden, verslag_woorden, verslag_versie', ', ') = to_jsonb(NEW) - string_to_array('akkoord_verklaring, vaststelling_verklaring, agenda_woorden, verslag_woorden, verslag_versie', ', ') THEN RETURN NEW; END IF;
END IF;
IF (NEW.status IN ('akkoord', 'verzonden', 'gehouden') AND NEW.akkoord_verklaring IS NULL AND (NEW.casuistiek = TRUE OR NEW.status <> 'gehouden')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een agenda zonder akkoord blijft concept';
RETURN NEW;
END
CREATE TRIGGER agenda_akkoord BEFORE UPDATE OF status, akkoord_verklaring ON overleg FOR EACH ROW EXECUTE FUNCTION wacht_agenda_akkoord()

-- wachter agenda_begint_als_concept overleg
#variable_conflict use_column
BEGIN
IF (NEW.status <> 'concept') IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een agenda begint als concept';
RETURN NEW;
END
CREATE TRIGGER agenda_begint_als_concept BEFORE INSERT ON overleg FOR EACH ROW EXECUTE FUNCTION wacht_agenda_begint_als_concept()

-- wachter agendapunt_blijft_zonder_casus agendapunt
#variable_conflict use_column
BEGIN
IF (NEW.casus_id IS NOT NULL AND EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id AND v.casuistiek = FALSE)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'op dit overleg kan geen casus staan';
RETURN NEW;
END
CREATE TRIGGER agendapunt_blijft_zonder_casus BEFORE UPDATE OF casus_id, overleg_id ON agendapunt FOR EACH ROW EXECUTE FUNCTION wacht_agendapunt_blijft_zonder_casus()

-- wachter agendapunt_vastgesteld agendapunt
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM overleg v WHERE v.id = OLD.overleg_id AND v.verslag_status = 'vastgesteld')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een vastgesteld verslag wordt niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER agendapunt_vastgesteld BEFORE UPDATE OF beeld, oordeelsvorming, besluitvorming, casus_id ON agendapunt FOR EACH ROW EXECUTE FUNCTION wacht_agendapunt_vastgesteld()

-- wachter agendapunt_verhuizen agendapunt
#variable_conflict use_column
BEGIN
IF (NEW.overleg_id <> OLD.overleg_id AND EXISTS (SELECT 1 FROM deelname d WHERE d.agendapunt_id = OLD.id)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'poort: een agendapunt met deelnames verhuist niet';
RETURN NEW;
END
CREATE TRIGGER agendapunt_verhuizen BEFORE UPDATE OF overleg_id ON agendapunt FOR EACH ROW EXECUTE FUNCTION wacht_agendapunt_verhuizen()

-- wachter agendapunt_zonder_casus agendapunt
#variable_conflict use_column
BEGIN
IF (NEW.casus_id IS NOT NULL AND EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id AND v.casuistiek = FALSE)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'op dit overleg kan geen casus staan';
RETURN NEW;
END
CREATE TRIGGER agendapunt_zonder_casus BEFORE INSERT ON agendapunt FOR EACH ROW EXECUTE FUNCTION wacht_agendapunt_zonder_casus()

-- wachter akkoord_begint_geldend inzage_akkoord
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'een akkoord wordt nooit vervangen' INTO zvh_zin WHERE EXISTS (SELECT 1 FROM inzage_akkoord k WHERE k.id = NEW.id OR (k.item_id = NEW.item_id AND k.ingetrokken_op IS NULL AND NEW.ingetrokken_op IS NULL)) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER akkoord_begint_geldend BEFORE INSERT ON inzage_akkoord FOR EACH ROW EXECUTE FUNCTION wacht_akkoord_begint_geldend()

-- wachter akkoord_blijft inzage_akkoord
#variable_conflict use_column
BEGIN
IF (NEW.id <> OLD.id OR NEW.item_id <> OLD.item_id OR NEW.gegeven_door <> OLD.gegeven_door OR NEW.op <> OLD.op OR NEW.wijze <> OLD.wijze OR NEW.vastgelegd_door <> OLD.vastgelegd_door OR NEW.vastgelegd_op <> OLD.vastgelegd_op OR OLD.ingetrokken_op IS NOT NULL) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een akkoord wordt ingetrokken, niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER akkoord_blijft BEFORE UPDATE ON inzage_akkoord FOR EACH ROW EXECUTE FUNCTION wacht_akkoord_blijft()

-- wachter akkoord_ingetrokken inzage_akkoord
#variable_conflict use_column
BEGIN
IF (NEW.ingetrokken_op IS NOT NULL) IS NOT TRUE THEN RETURN NULL; END IF;
UPDATE inzage_vrijgave SET vervallen = TRUE WHERE akkoord_id = NEW.id AND vervallen = FALSE;
RETURN NULL;
END
CREATE TRIGGER akkoord_ingetrokken AFTER UPDATE OF ingetrokken_op ON inzage_akkoord FOR EACH ROW EXECUTE FUNCTION wacht_akkoord_ingetrokken()

-- wachter akkoord_weg inzage_akkoord
#variable_conflict use_column
BEGIN
IF mag_mee('inzage_akkoord', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (EXISTS (SELECT 1 FROM informatie_item i WHERE i.id = OLD.item_id)) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een akkoord wordt ingetrokken, niet verwijderd';
RETURN OLD;
END
CREATE TRIGGER akkoord_weg BEFORE DELETE ON inzage_akkoord FOR EACH ROW EXECUTE FUNCTION wacht_akkoord_weg()

-- wachter beperking_blijft aantekening
#variable_conflict use_column
BEGIN
IF mag_mee('aantekening', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (OLD.verklaring_nummer IS NOT NULL) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een ondertekende beperking blijft';
RETURN OLD;
END
CREATE TRIGGER beperking_blijft BEFORE DELETE ON aantekening FOR EACH ROW EXECUTE FUNCTION wacht_beperking_blijft()

-- wachter beperking_getekend aantekening
#variable_conflict use_column
BEGIN
IF (OLD.verklaring_nummer IS NOT NULL AND NEW.verklaring_nummer IS NULL) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een ondertekende beperking blijft ondertekend';
RETURN NEW;
END
CREATE TRIGGER beperking_getekend BEFORE UPDATE OF verklaring_nummer ON aantekening FOR EACH ROW EXECUTE FUNCTION wacht_beperking_getekend()

-- wachter beperking_vast aantekening
#variable_conflict use_column
BEGIN
IF (OLD.verklaring_nummer IS NOT NULL AND NEW.verklaring_nummer IS NOT DISTINCT FROM OLD.verklaring_nummer) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een ondertekende beperking wijzigt niet';
RETURN NEW;
END
CREATE TRIGGER beperking_vast BEFORE UPDATE ON aantekening FOR EACH ROW EXECUTE FUNCTION wacht_beperking_vast()

-- wachter besluit_zonder_uitkomst besluit
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM agendapunt a WHERE a.id = NEW.agendapunt_id AND a.uitkomst <> '')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'bij deze casus is geen besluit genomen';
RETURN NEW;
END
CREATE TRIGGER besluit_zonder_uitkomst BEFORE INSERT ON besluit FOR EACH ROW EXECUTE FUNCTION wacht_besluit_zonder_uitkomst()

-- wachter brief_blijft brief
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een verstuurde brief wordt niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER brief_blijft BEFORE UPDATE OF soort, casus_id, partij_id, tekstversie, dag, verstuurd_op, verstuurd_door, aan_naam, aan_functie, aan_email, aan_adres, aan_postbus, legde_vast ON brief FOR EACH ROW EXECUTE FUNCTION wacht_brief_blijft()

-- wachter brief_neemt_kopie_mee brief
#variable_conflict use_column
BEGIN
IF mag_mee('brief', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
DELETE FROM uitgegeven WHERE brief_id = OLD.id;
RETURN OLD;
END
CREATE TRIGGER brief_neemt_kopie_mee BEFORE DELETE ON brief FOR EACH ROW EXECUTE FUNCTION wacht_brief_neemt_kopie_mee()

-- wachter brieftekst_blijft brieftekst
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een versie van een tekst wordt niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER brieftekst_blijft BEFORE UPDATE ON brieftekst FOR EACH ROW EXECUTE FUNCTION wacht_brieftekst_blijft()

-- wachter brieftekst_weg brieftekst
#variable_conflict use_column
BEGIN
IF mag_mee('brieftekst', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een versie van een tekst blijft';
RETURN OLD;
END
CREATE TRIGGER brieftekst_weg BEFORE DELETE ON brieftekst FOR EACH ROW EXECUTE FUNCTION wacht_brieftekst_weg()

-- wachter casus_einde_blijft casus_einde
#variable_conflict use_column
BEGIN
IF mag_mee('casus_einde', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (OLD.verklaring_nummer IS NOT NULL) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een ondertekend einde van een casus blijft';
RETURN OLD;
END
CREATE TRIGGER casus_einde_blijft BEFORE DELETE ON casus_einde FOR EACH ROW EXECUTE FUNCTION wacht_casus_einde_blijft()

-- wachter casus_einde_getekend casus_einde
#variable_conflict use_column
BEGIN
IF (OLD.verklaring_nummer IS NOT NULL AND NEW.verklaring_nummer IS NULL) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een ondertekend einde van een casus blijft ondertekend';
RETURN NEW;
END
CREATE TRIGGER casus_einde_getekend BEFORE UPDATE OF verklaring_nummer ON casus_einde FOR EACH ROW EXECUTE FUNCTION wacht_casus_einde_getekend()

-- wachter casus_einde_vast casus_einde
#variable_conflict use_column
BEGIN
IF (OLD.verklaring_nummer IS NOT NULL AND NEW.verklaring_nummer IS NOT DISTINCT FROM OLD.verklaring_nummer) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een ondertekend einde van een casus wijzigt niet';
RETURN NEW;
END
CREATE TRIGGER casus_einde_vast BEFORE UPDATE OF id, casus_id, soort, bij, advies, geinformeerd_op, beeindigd_op, beeindigd_door, heropend_op, heropend_door, heropend_omdat ON casus_einde FOR EACH ROW EXECUTE FUNCTION wacht_casus_einde_vast()

-- wachter cijferuitgifte_delete cijferuitgifte
#variable_conflict use_column
BEGIN
IF mag_mee('cijferuitgifte', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'Een cijfer dat is uitgegeven, blijft zoals het is.';
RETURN OLD;
END
CREATE TRIGGER cijferuitgifte_delete BEFORE DELETE ON cijferuitgifte FOR EACH ROW EXECUTE FUNCTION wacht_cijferuitgifte_delete()

-- wachter cijferuitgifte_update cijferuitgifte
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'Een cijfer dat is uitgegeven, blijft zoals het is.';
RETURN NEW;
END
CREATE TRIGGER cijferuitgifte_update BEFORE UPDATE ON cijferuitgifte FOR EACH ROW EXECUTE FUNCTION wacht_cijferuitgifte_update()

-- wachter datalek_blijft datalek
#variable_conflict use_column
BEGIN
IF mag_mee('datalek', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (OLD.ap_besluit = 'gemeld' OR EXISTS ( SELECT 1 FROM datalek_partij p WHERE p.datalek_id = OLD.id AND p.verstuurd_op IS NOT NULL)) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een datalek waarover is bericht, blijft';
RETURN OLD;
END
CREATE TRIGGER datalek_blijft BEFORE DELETE ON datalek FOR EACH ROW EXECUTE FUNCTION wacht_datalek_blijft()

-- wachter datalek_partij_blijft datalek_partij
#variable_conflict use_column
BEGIN
IF mag_mee('datalek_partij', OLD.datalek_id::text || '|' || OLD.partij_id::text) = 'weg' THEN RETURN OLD; END IF;
IF (OLD.verstuurd_op IS NOT NULL) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een partij die bericht kreeg, blijft';
RETURN OLD;
END
CREATE TRIGGER datalek_partij_blijft BEFORE DELETE ON datalek_partij FOR EACH ROW EXECUTE FUNCTION wacht_datalek_partij_blijft()

-- wachter deelname_toevoegen deelname
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF (NEW.vervallen = FALSE) IS NOT TRUE THEN RETURN NEW; END IF;
SELECT 'poort: geen geldend oordeel' INTO zvh_zin WHERE NOT EXISTS ( SELECT 1 FROM oordeel o, agendapunt a JOIN overleg v ON v.id = a.overleg_id WHERE o.id = NEW.oordeel_id AND a.id = NEW.agendapunt_id AND o.casus_id = NEW.casus_id AND o.partij_id = NEW.partij_id AND a.casus_id = NEW.casus_id AND o.uitkomst = 'rechtmatig' AND o.geldig_vanaf <= v.datum AND (o.geldig_tot IS NULL OR o.geldig_tot >= v.datum) AND NOT EXISTS (SELECT 1 FROM oordeel n WHERE n.casus_id = o.casus_id AND n.partij_id = o.partij_id AND n.id > o.id AND n.geldig_vanaf <= v.datum) ) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER deelname_toevoegen BEFORE INSERT ON deelname FOR EACH ROW EXECUTE FUNCTION wacht_deelname_toevoegen()

-- wachter deelname_wijzigen deelname
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF (NEW.vervallen = FALSE) IS NOT TRUE THEN RETURN NEW; END IF;
SELECT 'poort: geen geldend oordeel' INTO zvh_zin WHERE NOT EXISTS ( SELECT 1 FROM oordeel o, agendapunt a JOIN overleg v ON v.id = a.overleg_id WHERE o.id = NEW.oordeel_id AND a.id = NEW.agendapunt_id AND o.casus_id = NEW.casus_id AND o.partij_id = NEW.partij_id AND a.casus_id = NEW.casus_id AND o.uitkomst = 'rechtmatig' AND o.geldig_vanaf <= v.datum AND (o.geldig_tot IS NULL OR o.geldig_tot >= v.datum) AND NOT EXISTS (SELECT 1 FROM oordeel n WHERE n.casus_id = o.casus_id AND n.partij_id = o.partij_id AND n.id > o.id AND n.geldig_vanaf <= v.datum) ) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER deelname_wijzigen BEFORE UPDATE OF agendapunt_id, casus_id, partij_id, oordeel_id, oordeel_uitkomst, vervallen ON deelname FOR EACH ROW EXECUTE FUNCTION wacht_deelname_wijzigen()

-- wachter gebeurtenis_blijft tafelgebeurtenis
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'wat er aan tafel gebeurde, ligt vast';
RETURN NEW;
END
CREATE TRIGGER gebeurtenis_blijft BEFORE UPDATE ON tafelgebeurtenis FOR EACH ROW EXECUTE FUNCTION wacht_gebeurtenis_blijft()

-- wachter gebeurtenis_erbij tafelgebeurtenis
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'er gebeurt alleen iets aan tafel zolang het overleg bezig is' INTO zvh_zin WHERE NOT EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id AND v.status = 'gehouden' AND v.verslag_status <> 'vastgesteld') OR (NEW.agendapunt_id IS NOT NULL AND NOT EXISTS ( SELECT 1 FROM agendapunt a WHERE a.id = NEW.agendapunt_id AND a.overleg_id = NEW.overleg_id)) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
SELECT 'poort: geen geldend oordeel' INTO zvh_zin WHERE NEW.partij_id IS NOT NULL AND NOT EXISTS ( SELECT 1 FROM deelname d WHERE d.agendapunt_id = NEW.agendapunt_id AND d.partij_id = NEW.partij_id AND d.vervallen = FALSE) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER gebeurtenis_erbij BEFORE INSERT ON tafelgebeurtenis FOR EACH ROW EXECUTE FUNCTION wacht_gebeurtenis_erbij()

-- wachter gebeurtenis_weg tafelgebeurtenis
#variable_conflict use_column
BEGIN
IF mag_mee('tafelgebeurtenis', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (EXISTS (SELECT 1 FROM overleg v WHERE v.id = OLD.overleg_id AND v.verslag_status = 'vastgesteld')) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een vastgesteld verslag wordt niet gewijzigd';
RETURN OLD;
END
CREATE TRIGGER gebeurtenis_weg BEFORE DELETE ON tafelgebeurtenis FOR EACH ROW EXECUTE FUNCTION wacht_gebeurtenis_weg()

-- wachter geschil_blijft geschil
#variable_conflict use_column
BEGIN
IF mag_mee('geschil', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (OLD.afgesloten_op IS NOT NULL) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een afgesloten geschil blijft';
RETURN OLD;
END
CREATE TRIGGER geschil_blijft BEFORE DELETE ON geschil FOR EACH ROW EXECUTE FUNCTION wacht_geschil_blijft()

-- wachter geschil_getekend geschil
#variable_conflict use_column
BEGIN
IF (OLD.verklaring_nummer IS NOT NULL) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een geschil met een ondertekende uitkomst blijft zoals het is';
RETURN NEW;
END
CREATE TRIGGER geschil_getekend BEFORE UPDATE ON geschil FOR EACH ROW EXECUTE FUNCTION wacht_geschil_getekend()

-- wachter geschil_stap_blijft geschil_stap
#variable_conflict use_column
BEGIN
IF mag_mee('geschil_stap', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (EXISTS (SELECT 1 FROM geschil g WHERE g.id = OLD.geschil_id AND g.verklaring_nummer IS NOT NULL)) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een stap van een ondertekend geschil blijft';
RETURN OLD;
END
CREATE TRIGGER geschil_stap_blijft BEFORE DELETE ON geschil_stap FOR EACH ROW EXECUTE FUNCTION wacht_geschil_stap_blijft()

-- wachter geschil_stap_erbij geschil_stap
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM geschil g WHERE g.id = NEW.geschil_id AND g.verklaring_nummer IS NOT NULL)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'bij een ondertekend geschil komt geen stap meer';
RETURN NEW;
END
CREATE TRIGGER geschil_stap_erbij BEFORE INSERT ON geschil_stap FOR EACH ROW EXECUTE FUNCTION wacht_geschil_stap_erbij()

-- wachter geschil_stap_getekend geschil_stap
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM geschil g WHERE g.id = OLD.geschil_id AND g.verklaring_nummer IS NOT NULL)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een stap van een ondertekend geschil blijft zoals hij is';
RETURN NEW;
END
CREATE TRIGGER geschil_stap_getekend BEFORE UPDATE ON geschil_stap FOR EACH ROW EXECUTE FUNCTION wacht_geschil_stap_getekend()

-- wachter item_onder_akkoord informatie_item
#variable_conflict use_column
BEGIN
IF mag_mee('informatie_item', OLD.id::text) = 'anders' AND NEW.id::text = OLD.id::text THEN
IF to_jsonb(OLD) - string_to_array('bijlage, bijlage_naam, bijlage_grootte, bijlage_pdf, tekst', ', ') = to_jsonb(NEW) - string_to_array('bijlage, bijlage_naam, bijlage_grootte, bijlage_pdf, tekst', ', ') THEN RETURN NEW; END IF;
END IF;
IF (EXISTS (SELECT 1 FROM inzage_akkoord k WHERE k.item_id = OLD.id AND k.ingetrokken_op IS NULL) AND (NEW.casus_id <> OLD.casus_id OR NEW.verstrekker_id <> OLD.verstrekker_id OR NEW.regime <> OLD.regime OR NEW.titel <> OLD.titel OR NEW.tekst <> OLD.tekst OR NEW.gebruik <> OLD.gebruik OR NEW.bijlage IS DISTINCT FROM OLD.bijlage)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'inzage: het akkoord geldt voor het stuk zoals het is';
RETURN NEW;
END
CREATE TRIGGER item_onder_akkoord BEFORE UPDATE OF casus_id, verstrekker_id, regime, titel, tekst, gebruik, bijlage ON informatie_item FOR EACH ROW EXECUTE FUNCTION wacht_item_onder_akkoord()

-- wachter koffer_actie_anders actie
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_actie_anders BEFORE UPDATE ON actie FOR EACH ROW EXECUTE FUNCTION wacht_koffer_actie_anders()

-- wachter koffer_actie_nieuw actie
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = NEW.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_actie_nieuw BEFORE INSERT ON actie FOR EACH ROW EXECUTE FUNCTION wacht_koffer_actie_nieuw()

-- wachter koffer_actie_weg actie
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('actie', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_actie_weg BEFORE DELETE ON actie FOR EACH ROW EXECUTE FUNCTION wacht_koffer_actie_weg()

-- wachter koffer_actievoortgang_anders actievoortgang
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc JOIN actie o ON o.casus_id = kc.casus_id WHERE kc.koffer_id = k.id AND o.id = OLD.actie_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_actievoortgang_anders BEFORE UPDATE ON actievoortgang FOR EACH ROW EXECUTE FUNCTION wacht_koffer_actievoortgang_anders()

-- wachter koffer_actievoortgang_nieuw actievoortgang
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc JOIN actie o ON o.casus_id = kc.casus_id WHERE kc.koffer_id = k.id AND o.id = NEW.actie_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_actievoortgang_nieuw BEFORE INSERT ON actievoortgang FOR EACH ROW EXECUTE FUNCTION wacht_koffer_actievoortgang_nieuw()

-- wachter koffer_actievoortgang_weg actievoortgang
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('actievoortgang', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc JOIN actie o ON o.casus_id = kc.casus_id WHERE kc.koffer_id = k.id AND o.id = OLD.actie_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_actievoortgang_weg BEFORE DELETE ON actievoortgang FOR EACH ROW EXECUTE FUNCTION wacht_koffer_actievoortgang_weg()

-- wachter koffer_afgelasting_anders afgelasting
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND k.overleg_id = OLD.overleg_id LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_afgelasting_anders BEFORE UPDATE ON afgelasting FOR EACH ROW EXECUTE FUNCTION wacht_koffer_afgelasting_anders()

-- wachter koffer_afgelasting_nieuw afgelasting
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND k.overleg_id = NEW.overleg_id LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_afgelasting_nieuw BEFORE INSERT ON afgelasting FOR EACH ROW EXECUTE FUNCTION wacht_koffer_afgelasting_nieuw()

-- wachter koffer_afgelasting_weg afgelasting
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('afgelasting', OLD.overleg_id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND k.overleg_id = OLD.overleg_id LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_afgelasting_weg BEFORE DELETE ON afgelasting FOR EACH ROW EXECUTE FUNCTION wacht_koffer_afgelasting_weg()

-- wachter koffer_afschaling_anders afschaling
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_afschaling_anders BEFORE UPDATE ON afschaling FOR EACH ROW EXECUTE FUNCTION wacht_koffer_afschaling_anders()

-- wachter koffer_afschaling_nieuw afschaling
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = NEW.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_afschaling_nieuw BEFORE INSERT ON afschaling FOR EACH ROW EXECUTE FUNCTION wacht_koffer_afschaling_nieuw()

-- wachter koffer_afschaling_weg afschaling
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('afschaling', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_afschaling_weg BEFORE DELETE ON afschaling FOR EACH ROW EXECUTE FUNCTION wacht_koffer_afschaling_weg()

-- wachter koffer_agendapunt_anders agendapunt
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND (k.overleg_id = OLD.overleg_id OR EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id)) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_agendapunt_anders BEFORE UPDATE ON agendapunt FOR EACH ROW EXECUTE FUNCTION wacht_koffer_agendapunt_anders()

-- wachter koffer_agendapunt_nieuw agendapunt
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND (k.overleg_id = NEW.overleg_id OR EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = NEW.casus_id)) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_agendapunt_nieuw BEFORE INSERT ON agendapunt FOR EACH ROW EXECUTE FUNCTION wacht_koffer_agendapunt_nieuw()

-- wachter koffer_agendapunt_weg agendapunt
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('agendapunt', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND (k.overleg_id = OLD.overleg_id OR EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id)) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_agendapunt_weg BEFORE DELETE ON agendapunt FOR EACH ROW EXECUTE FUNCTION wacht_koffer_agendapunt_weg()

-- wachter koffer_besluit_anders besluit
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_besluit_anders BEFORE UPDATE ON besluit FOR EACH ROW EXECUTE FUNCTION wacht_koffer_besluit_anders()

-- wachter koffer_besluit_nieuw besluit
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = NEW.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_besluit_nieuw BEFORE INSERT ON besluit FOR EACH ROW EXECUTE FUNCTION wacht_koffer_besluit_nieuw()

-- wachter koffer_besluit_weg besluit
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('besluit', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_besluit_weg BEFORE DELETE ON besluit FOR EACH ROW EXECUTE FUNCTION wacht_koffer_besluit_weg()

-- wachter koffer_betrokkene_anders betrokkene
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_betrokkene_anders BEFORE UPDATE ON betrokkene FOR EACH ROW EXECUTE FUNCTION wacht_koffer_betrokkene_anders()

-- wachter koffer_betrokkene_nieuw betrokkene
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = NEW.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_betrokkene_nieuw BEFORE INSERT ON betrokkene FOR EACH ROW EXECUTE FUNCTION wacht_koffer_betrokkene_nieuw()

-- wachter koffer_betrokkene_weg betrokkene
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('betrokkene', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_betrokkene_weg BEFORE DELETE ON betrokkene FOR EACH ROW EXECUTE FUNCTION wacht_koffer_betrokkene_weg()

-- wachter koffer_blijft_uit koffer
#variable_conflict use_column
BEGIN
IF mag_mee('koffer', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (OLD.stand = 'uit') IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een koffer die weg is, verdwijnt niet uit de lijst';
RETURN OLD;
END
CREATE TRIGGER koffer_blijft_uit BEFORE DELETE ON koffer FOR EACH ROW EXECUTE FUNCTION wacht_koffer_blijft_uit()

-- wachter koffer_casus_anders casus
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_casus_anders BEFORE UPDATE OF nummer, aanmelding_id, aanmeldende_partij_id, aanpak, fase, status, procesregisseur, procesregie, geopend_op, gesloten_op ON casus FOR EACH ROW EXECUTE FUNCTION wacht_koffer_casus_anders()

-- wachter koffer_casus_einde_anders casus_einde
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_casus_einde_anders BEFORE UPDATE ON casus_einde FOR EACH ROW EXECUTE FUNCTION wacht_koffer_casus_einde_anders()

-- wachter koffer_casus_einde_nieuw casus_einde
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = NEW.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_casus_einde_nieuw BEFORE INSERT ON casus_einde FOR EACH ROW EXECUTE FUNCTION wacht_koffer_casus_einde_nieuw()

-- wachter koffer_casus_einde_weg casus_einde
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('casus_einde', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_casus_einde_weg BEFORE DELETE ON casus_einde FOR EACH ROW EXECUTE FUNCTION wacht_koffer_casus_einde_weg()

-- wachter koffer_casus_nieuw casus
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = NEW.id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_casus_nieuw BEFORE INSERT ON casus FOR EACH ROW EXECUTE FUNCTION wacht_koffer_casus_nieuw()

-- wachter koffer_casus_weg casus
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('casus', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_casus_weg BEFORE DELETE ON casus FOR EACH ROW EXECUTE FUNCTION wacht_koffer_casus_weg()

-- wachter koffer_casusregie_anders casusregie
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_casusregie_anders BEFORE UPDATE ON casusregie FOR EACH ROW EXECUTE FUNCTION wacht_koffer_casusregie_anders()

-- wachter koffer_casusregie_nieuw casusregie
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = NEW.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_casusregie_nieuw BEFORE INSERT ON casusregie FOR EACH ROW EXECUTE FUNCTION wacht_koffer_casusregie_nieuw()

-- wachter koffer_casusregie_weg casusregie
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('casusregie', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_casusregie_weg BEFORE DELETE ON casusregie FOR EACH ROW EXECUTE FUNCTION wacht_koffer_casusregie_weg()

-- wachter koffer_deelname_anders deelname
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_deelname_anders BEFORE UPDATE OF agendapunt_id, casus_id, partij_id, oordeel_id, gevraagde_bijdrage, aanwezigheid, afgevaardigde, ter_tafel ON deelname FOR EACH ROW EXECUTE FUNCTION wacht_koffer_deelname_anders()

-- wachter koffer_deelname_nieuw deelname
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = NEW.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_deelname_nieuw BEFORE INSERT ON deelname FOR EACH ROW EXECUTE FUNCTION wacht_koffer_deelname_nieuw()

-- wachter koffer_deelname_weg deelname
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('deelname', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_deelname_weg BEFORE DELETE ON deelname FOR EACH ROW EXECUTE FUNCTION wacht_koffer_deelname_weg()

-- wachter koffer_gaat_niet_opnieuw_uit koffer
#variable_conflict use_column
BEGIN
IF (NEW.stand = 'uit' AND OLD.stand <> 'uit') IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een koffer gaat één keer uit';
RETURN NEW;
END
CREATE TRIGGER koffer_gaat_niet_opnieuw_uit BEFORE UPDATE OF stand ON koffer FOR EACH ROW EXECUTE FUNCTION wacht_koffer_gaat_niet_opnieuw_uit()

-- wachter koffer_informatie_item_anders informatie_item
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('informatie_item', OLD.id::text) = 'anders' AND NEW.id::text = OLD.id::text THEN
IF to_jsonb(OLD) - string_to_array('bijlage, bijlage_naam, bijlage_grootte, bijlage_pdf, tekst', ', ') = to_jsonb(NEW) - string_to_array('bijlage, bijlage_naam, bijlage_grootte, bijlage_pdf, tekst', ', ') THEN RETURN NEW; END IF;
END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_informatie_item_anders BEFORE UPDATE ON informatie_item FOR EACH ROW EXECUTE FUNCTION wacht_koffer_informatie_item_anders()

-- wachter koffer_informatie_item_nieuw informatie_item
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = NEW.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_informatie_item_nieuw BEFORE INSERT ON informatie_item FOR EACH ROW EXECUTE FUNCTION wacht_koffer_informatie_item_nieuw()

-- wachter koffer_informatie_item_weg informatie_item
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('informatie_item', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_informatie_item_weg BEFORE DELETE ON informatie_item FOR EACH ROW EXECUTE FUNCTION wacht_koffer_informatie_item_weg()

-- wachter koffer_oordeel_nieuw oordeel
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND NEW.uitkomst = 'rechtmatig' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = NEW.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_oordeel_nieuw BEFORE INSERT ON oordeel FOR EACH ROW EXECUTE FUNCTION wacht_koffer_oordeel_nieuw()

-- wachter koffer_opschaling_anders opschaling
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_opschaling_anders BEFORE UPDATE ON opschaling FOR EACH ROW EXECUTE FUNCTION wacht_koffer_opschaling_anders()

-- wachter koffer_opschaling_nieuw opschaling
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = NEW.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_opschaling_nieuw BEFORE INSERT ON opschaling FOR EACH ROW EXECUTE FUNCTION wacht_koffer_opschaling_nieuw()

-- wachter koffer_opschaling_weg opschaling
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('opschaling', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_opschaling_weg BEFORE DELETE ON opschaling FOR EACH ROW EXECUTE FUNCTION wacht_koffer_opschaling_weg()

-- wachter koffer_ordewens_anders ordewens
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND k.overleg_id = OLD.overleg_id LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_ordewens_anders BEFORE UPDATE ON ordewens FOR EACH ROW EXECUTE FUNCTION wacht_koffer_ordewens_anders()

-- wachter koffer_ordewens_nieuw ordewens
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND k.overleg_id = NEW.overleg_id LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_ordewens_nieuw BEFORE INSERT ON ordewens FOR EACH ROW EXECUTE FUNCTION wacht_koffer_ordewens_nieuw()

-- wachter koffer_ordewens_weg ordewens
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('ordewens', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND k.overleg_id = OLD.overleg_id LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_ordewens_weg BEFORE DELETE ON ordewens FOR EACH ROW EXECUTE FUNCTION wacht_koffer_ordewens_weg()

-- wachter koffer_overleg_anders overleg
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('overleg', OLD.id::text) = 'anders' AND NEW.id::text = OLD.id::text THEN
IF to_jsonb(OLD) - string_to_array('akkoord_verklaring, vaststelling_verklaring, agenda_woorden, verslag_woorden, verslag_versie', ', ') = to_jsonb(NEW) - string_to_array('akkoord_verklaring, vaststelling_verklaring, agenda_woorden, verslag_woorden, verslag_versie', ', ') THEN RETURN NEW; END IF;
END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND k.overleg_id = OLD.id LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_overleg_anders BEFORE UPDATE ON overleg FOR EACH ROW EXECUTE FUNCTION wacht_koffer_overleg_anders()

-- wachter koffer_overleg_nieuw overleg
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND k.overleg_id = NEW.id LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_overleg_nieuw BEFORE INSERT ON overleg FOR EACH ROW EXECUTE FUNCTION wacht_koffer_overleg_nieuw()

-- wachter koffer_overleg_weg overleg
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('overleg', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND k.overleg_id = OLD.id LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_overleg_weg BEFORE DELETE ON overleg FOR EACH ROW EXECUTE FUNCTION wacht_koffer_overleg_weg()

-- wachter koffer_plan_doel_anders plan_doel
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc JOIN plan_van_aanpak o ON o.casus_id = kc.casus_id WHERE kc.koffer_id = k.id AND o.id = OLD.plan_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_plan_doel_anders BEFORE UPDATE ON plan_doel FOR EACH ROW EXECUTE FUNCTION wacht_koffer_plan_doel_anders()

-- wachter koffer_plan_doel_nieuw plan_doel
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc JOIN plan_van_aanpak o ON o.casus_id = kc.casus_id WHERE kc.koffer_id = k.id AND o.id = NEW.plan_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_plan_doel_nieuw BEFORE INSERT ON plan_doel FOR EACH ROW EXECUTE FUNCTION wacht_koffer_plan_doel_nieuw()

-- wachter koffer_plan_doel_weg plan_doel
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('plan_doel', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc JOIN plan_van_aanpak o ON o.casus_id = kc.casus_id WHERE kc.koffer_id = k.id AND o.id = OLD.plan_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_plan_doel_weg BEFORE DELETE ON plan_doel FOR EACH ROW EXECUTE FUNCTION wacht_koffer_plan_doel_weg()

-- wachter koffer_plan_rol_anders plan_rol
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc JOIN plan_van_aanpak o ON o.casus_id = kc.casus_id WHERE kc.koffer_id = k.id AND o.id = OLD.plan_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_plan_rol_anders BEFORE UPDATE ON plan_rol FOR EACH ROW EXECUTE FUNCTION wacht_koffer_plan_rol_anders()

-- wachter koffer_plan_rol_nieuw plan_rol
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc JOIN plan_van_aanpak o ON o.casus_id = kc.casus_id WHERE kc.koffer_id = k.id AND o.id = NEW.plan_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_plan_rol_nieuw BEFORE INSERT ON plan_rol FOR EACH ROW EXECUTE FUNCTION wacht_koffer_plan_rol_nieuw()

-- wachter koffer_plan_rol_weg plan_rol
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('plan_rol', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc JOIN plan_van_aanpak o ON o.casus_id = kc.casus_id WHERE kc.koffer_id = k.id AND o.id = OLD.plan_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_plan_rol_weg BEFORE DELETE ON plan_rol FOR EACH ROW EXECUTE FUNCTION wacht_koffer_plan_rol_weg()

-- wachter koffer_plan_van_aanpak_anders plan_van_aanpak
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_plan_van_aanpak_anders BEFORE UPDATE ON plan_van_aanpak FOR EACH ROW EXECUTE FUNCTION wacht_koffer_plan_van_aanpak_anders()

-- wachter koffer_plan_van_aanpak_nieuw plan_van_aanpak
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = NEW.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_plan_van_aanpak_nieuw BEFORE INSERT ON plan_van_aanpak FOR EACH ROW EXECUTE FUNCTION wacht_koffer_plan_van_aanpak_nieuw()

-- wachter koffer_plan_van_aanpak_weg plan_van_aanpak
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('plan_van_aanpak', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = OLD.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_plan_van_aanpak_weg BEFORE DELETE ON plan_van_aanpak FOR EACH ROW EXECUTE FUNCTION wacht_koffer_plan_van_aanpak_weg()

-- wachter koffer_tafelgebeurtenis_anders tafelgebeurtenis
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND k.overleg_id = OLD.overleg_id LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_tafelgebeurtenis_anders BEFORE UPDATE ON tafelgebeurtenis FOR EACH ROW EXECUTE FUNCTION wacht_koffer_tafelgebeurtenis_anders()

-- wachter koffer_tafelgebeurtenis_nieuw tafelgebeurtenis
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND k.overleg_id = NEW.overleg_id LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_tafelgebeurtenis_nieuw BEFORE INSERT ON tafelgebeurtenis FOR EACH ROW EXECUTE FUNCTION wacht_koffer_tafelgebeurtenis_nieuw()

-- wachter koffer_tafelgebeurtenis_weg tafelgebeurtenis
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('tafelgebeurtenis', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND k.overleg_id = OLD.overleg_id LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN OLD;
END
CREATE TRIGGER koffer_tafelgebeurtenis_weg BEFORE DELETE ON tafelgebeurtenis FOR EACH ROW EXECUTE FUNCTION wacht_koffer_tafelgebeurtenis_weg()

-- wachter koffer_vrijgave_nieuw inzage_vrijgave
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'koffer:' || k.id INTO zvh_zin FROM koffer k WHERE k.stand = 'uit' AND EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = NEW.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER koffer_vrijgave_nieuw BEFORE INSERT ON inzage_vrijgave FOR EACH ROW EXECUTE FUNCTION wacht_koffer_vrijgave_nieuw()

-- wachter lekoordeel_blijft lekoordeel
#variable_conflict use_column
BEGIN
IF mag_mee('lekoordeel', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (OLD.verklaring_nummer IS NOT NULL) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een ondertekende keuze blijft';
RETURN OLD;
END
CREATE TRIGGER lekoordeel_blijft BEFORE DELETE ON lekoordeel FOR EACH ROW EXECUTE FUNCTION wacht_lekoordeel_blijft()

-- wachter lekoordeel_getekend lekoordeel
#variable_conflict use_column
BEGIN
IF (OLD.verklaring_nummer IS NOT NULL AND NEW.verklaring_nummer IS NULL) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een ondertekende keuze blijft ondertekend';
RETURN NEW;
END
CREATE TRIGGER lekoordeel_getekend BEFORE UPDATE OF verklaring_nummer ON lekoordeel FOR EACH ROW EXECUTE FUNCTION wacht_lekoordeel_getekend()

-- wachter lekoordeel_vast lekoordeel
#variable_conflict use_column
BEGIN
IF (OLD.verklaring_nummer IS NOT NULL AND NEW.verklaring_nummer IS NOT DISTINCT FROM OLD.verklaring_nummer) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een ondertekende keuze wijzigt niet';
RETURN NEW;
END
CREATE TRIGGER lekoordeel_vast BEFORE UPDATE ON lekoordeel FOR EACH ROW EXECUTE FUNCTION wacht_lekoordeel_vast()

-- wachter logregel_blijft logregel
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een logregel wordt nooit gewijzigd';
RETURN NEW;
END
CREATE TRIGGER logregel_blijft BEFORE UPDATE ON logregel FOR EACH ROW EXECUTE FUNCTION wacht_logregel_blijft()

-- wachter logregel_vervangen logregel
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM logregel r WHERE r.nummer = NEW.nummer OR left(r.hash, 22) = left(NEW.hash, 22))) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een logregel wordt nooit vervangen';
RETURN NEW;
END
CREATE TRIGGER logregel_vervangen BEFORE INSERT ON logregel FOR EACH ROW EXECUTE FUNCTION wacht_logregel_vervangen()

-- wachter logregel_weg logregel
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een logregel wordt nooit verwijderd';
RETURN OLD;
END
CREATE TRIGGER logregel_weg BEFORE DELETE ON logregel FOR EACH ROW EXECUTE FUNCTION wacht_logregel_weg()

-- wachter oordeel_beantwoordt_verzoek oordeel
#variable_conflict use_column
BEGIN
DELETE FROM oordeel_verzoek WHERE casus_id = NEW.casus_id AND partij_id = NEW.partij_id;
RETURN NULL;
END
CREATE TRIGGER oordeel_beantwoordt_verzoek AFTER INSERT ON oordeel FOR EACH ROW EXECUTE FUNCTION wacht_oordeel_beantwoordt_verzoek()

-- wachter oordeel_blijft oordeel
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een oordeel wordt nooit gewijzigd';
RETURN NEW;
END
CREATE TRIGGER oordeel_blijft BEFORE UPDATE ON oordeel FOR EACH ROW EXECUTE FUNCTION wacht_oordeel_blijft()

-- wachter oordeel_vervangen oordeel
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM oordeel o WHERE o.id = NEW.id OR o.verklaring_nummer = NEW.verklaring_nummer)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een oordeel wordt nooit vervangen';
RETURN NEW;
END
CREATE TRIGGER oordeel_vervangen BEFORE INSERT ON oordeel FOR EACH ROW EXECUTE FUNCTION wacht_oordeel_vervangen()

-- wachter oordeel_weg oordeel
#variable_conflict use_column
BEGIN
IF mag_mee('oordeel', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een oordeel wordt nooit verwijderd';
RETURN OLD;
END
CREATE TRIGGER oordeel_weg BEFORE DELETE ON oordeel FOR EACH ROW EXECUTE FUNCTION wacht_oordeel_weg()

-- wachter oordeel_werkt_door oordeel
#variable_conflict use_column
BEGIN
UPDATE deelname SET vervallen = TRUE WHERE casus_id = NEW.casus_id AND partij_id = NEW.partij_id AND vervallen = FALSE AND agendapunt_id IN ( SELECT a.id FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id WHERE v.datum >= NEW.geldig_vanaf AND (NEW.uitkomst <> 'rechtmatig' OR (NEW.geldig_tot IS NOT NULL AND v.datum > NEW.geldig_tot)));
UPDATE deelname SET oordeel_id = NEW.id WHERE NEW.uitkomst = 'rechtmatig' AND casus_id = NEW.casus_id AND partij_id = NEW.partij_id AND vervallen = FALSE AND agendapunt_id IN ( SELECT a.id FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id WHERE v.datum >= NEW.geldig_vanaf);
RETURN NULL;
END
CREATE TRIGGER oordeel_werkt_door AFTER INSERT ON oordeel FOR EACH ROW EXECUTE FUNCTION wacht_oordeel_werkt_door()

-- wachter opschaling_akkoord_blijft opschaling
#variable_conflict use_column
BEGIN
IF (OLD.akkoord_op IS NOT NULL AND (NEW.akkoord_door IS DISTINCT FROM OLD.akkoord_door OR NEW.akkoord_functie IS DISTINCT FROM OLD.akkoord_functie OR NEW.akkoord_op IS DISTINCT FROM OLD.akkoord_op OR NEW.akkoord_wijze IS DISTINCT FROM OLD.akkoord_wijze OR NEW.akkoord_kenmerk IS DISTINCT FROM OLD.akkoord_kenmerk OR NEW.akkoord_vastgelegd_door IS DISTINCT FROM OLD.akkoord_vastgelegd_door OR NEW.akkoord_vastgelegd_op IS DISTINCT FROM OLD.akkoord_vastgelegd_op) AND (NEW.akkoord_op IS NOT NULL OR OLD.dossier_op IS NOT NULL OR OLD.uitkomst <> 'open')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een akkoord wordt ingetrokken, niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER opschaling_akkoord_blijft BEFORE UPDATE ON opschaling FOR EACH ROW EXECUTE FUNCTION wacht_opschaling_akkoord_blijft()

-- wachter opschaling_begint_open opschaling
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'een opschaling wordt nooit vervangen' INTO zvh_zin WHERE EXISTS (SELECT 1 FROM opschaling o WHERE o.id = NEW.id OR (o.casus_id = NEW.casus_id AND o.uitkomst = 'open') OR o.besluit_id = NEW.besluit_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
SELECT 'opschaling: zij begint open en zonder besluit' INTO zvh_zin WHERE NEW.besloten_op IS NOT NULL OR NEW.akkoord_op IS NOT NULL OR NEW.dossier_op IS NOT NULL OR NEW.uitkomst <> 'open' LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
SELECT 'opschaling: het andere huis is een derde' INTO zvh_zin WHERE NOT EXISTS (SELECT 1 FROM partij p WHERE p.id = NEW.ontvanger_id AND p.soort = 'derde') LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER opschaling_begint_open BEFORE INSERT ON opschaling FOR EACH ROW EXECUTE FUNCTION wacht_opschaling_begint_open()

-- wachter opschaling_besloten opschaling
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF (NEW.besloten_op IS NOT NULL AND OLD.besloten_op IS NULL) IS NOT TRUE THEN RETURN NEW; END IF;
SELECT 'opschaling: geen ondertekend besluit' INTO zvh_zin WHERE NOT EXISTS (SELECT 1 FROM verklaring v WHERE v.nummer = NEW.verklaring_nummer AND v.soort = 'opschaling') LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
SELECT 'opschaling: het overleg heeft dit niet besloten' INTO zvh_zin WHERE NOT EXISTS (SELECT 1 FROM besluit b JOIN agendapunt a ON a.id = b.agendapunt_id JOIN overleg v ON v.id = a.overleg_id WHERE b.id = NEW.besluit_id AND b.casus_id = NEW.casus_id AND v.verslag_status = 'vastgesteld') LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
SELECT 'opschaling: motivering of criteria ontbreken' INTO zvh_zin WHERE trim(NEW.motivering) = '' OR trim(NEW.criteria_gehaald) = '' LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER opschaling_besloten BEFORE UPDATE ON opschaling FOR EACH ROW EXECUTE FUNCTION wacht_opschaling_besloten()

-- wachter opschaling_blijft opschaling
#variable_conflict use_column
BEGIN
IF (OLD.besloten_op IS NOT NULL AND (NEW.casus_id IS DISTINCT FROM OLD.casus_id OR NEW.ontvanger_id IS DISTINCT FROM OLD.ontvanger_id OR NEW.motivering IS DISTINCT FROM OLD.motivering OR NEW.criteria_gehaald IS DISTINCT FROM OLD.criteria_gehaald OR NEW.gevraagd IS DISTINCT FROM OLD.gevraagd OR NEW.besluit_id IS DISTINCT FROM OLD.besluit_id OR NEW.besloten_op IS DISTINCT FROM OLD.besloten_op OR NEW.besloten_door IS DISTINCT FROM OLD.besloten_door OR NEW.verklaring_nummer IS DISTINCT FROM OLD.verklaring_nummer OR NEW.fase_voor IS DISTINCT FROM OLD.fase_voor)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'wat ondertekend is, wordt niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER opschaling_blijft BEFORE UPDATE ON opschaling FOR EACH ROW EXECUTE FUNCTION wacht_opschaling_blijft()

-- wachter opschaling_dossier_blijft opschaling
#variable_conflict use_column
BEGIN
IF (OLD.dossier_op IS NOT NULL AND (NEW.dossier_op IS DISTINCT FROM OLD.dossier_op OR NEW.dossier_door <> OLD.dossier_door)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'opschaling: wat is overgedragen, blijft overgedragen';
RETURN NEW;
END
CREATE TRIGGER opschaling_dossier_blijft BEFORE UPDATE ON opschaling FOR EACH ROW EXECUTE FUNCTION wacht_opschaling_dossier_blijft()

-- wachter opschaling_weg opschaling
#variable_conflict use_column
BEGIN
IF mag_mee('opschaling', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (OLD.besloten_op IS NOT NULL AND EXISTS (SELECT 1 FROM casus c WHERE c.id = OLD.casus_id)) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een opschaling verdwijnt pas met de casus';
RETURN OLD;
END
CREATE TRIGGER opschaling_weg BEFORE DELETE ON opschaling FOR EACH ROW EXECUTE FUNCTION wacht_opschaling_weg()

-- wachter opschaling_woorden_blijven opschaling
#variable_conflict use_column
BEGIN
IF (OLD.besloten_op IS NOT NULL AND NEW.woorden IS DISTINCT FROM OLD.woorden) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'wat ondertekend is, wordt niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER opschaling_woorden_blijven BEFORE UPDATE OF woorden ON opschaling FOR EACH ROW EXECUTE FUNCTION wacht_opschaling_woorden_blijven()

-- wachter overleg_besluit_alleen_bestuur overleg_besluit
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id WHERE a.id = NEW.agendapunt_id AND v.casuistiek = TRUE)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'over een casus wordt niet gestemd';
RETURN NEW;
END
CREATE TRIGGER overleg_besluit_alleen_bestuur BEFORE INSERT ON overleg_besluit FOR EACH ROW EXECUTE FUNCTION wacht_overleg_besluit_alleen_bestuur()

-- wachter overleg_besluit_anders_vast overleg_besluit
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id WHERE a.id = OLD.agendapunt_id AND v.verslag_status = 'vastgesteld')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een vastgesteld verslag wordt niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER overleg_besluit_anders_vast BEFORE UPDATE ON overleg_besluit FOR EACH ROW EXECUTE FUNCTION wacht_overleg_besluit_anders_vast()

-- wachter overleg_besluit_nieuw_vast overleg_besluit
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id WHERE a.id = NEW.agendapunt_id AND v.verslag_status = 'vastgesteld')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een vastgesteld verslag wordt niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER overleg_besluit_nieuw_vast BEFORE INSERT ON overleg_besluit FOR EACH ROW EXECUTE FUNCTION wacht_overleg_besluit_nieuw_vast()

-- wachter overleg_besluit_weg_vast overleg_besluit
#variable_conflict use_column
BEGIN
IF mag_mee('overleg_besluit', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (EXISTS (SELECT 1 FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id WHERE a.id = OLD.agendapunt_id AND v.verslag_status = 'vastgesteld')) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een vastgesteld verslag wordt niet gewijzigd';
RETURN OLD;
END
CREATE TRIGGER overleg_besluit_weg_vast BEFORE DELETE ON overleg_besluit FOR EACH ROW EXECUTE FUNCTION wacht_overleg_besluit_weg_vast()

-- wachter overleg_casuistiek_blijft overleg
#variable_conflict use_column
BEGIN
IF mag_mee('overleg', OLD.id::text) = 'anders' AND NEW.id::text = OLD.id::text THEN
IF to_jsonb(OLD) - string_to_array('akkoord_verklaring, vaststelling_verklaring, agenda_woorden, verslag_woorden, verslag_versie', ', ') = to_jsonb(NEW) - string_to_array('akkoord_verklaring, vaststelling_verklaring, agenda_woorden, verslag_woorden, verslag_versie', ', ') THEN RETURN NEW; END IF;
END IF;
IF (NEW.casuistiek <> OLD.casuistiek) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'of op een overleg casussen kunnen staan verandert niet';
RETURN NEW;
END
CREATE TRIGGER overleg_casuistiek_blijft BEFORE UPDATE OF casuistiek ON overleg FOR EACH ROW EXECUTE FUNCTION wacht_overleg_casuistiek_blijft()

-- wachter overleg_houdt_profiel overleg
#variable_conflict use_column
BEGIN
IF mag_mee('overleg', OLD.id::text) = 'anders' AND NEW.id::text = OLD.id::text THEN
IF to_jsonb(OLD) - string_to_array('akkoord_verklaring, vaststelling_verklaring, agenda_woorden, verslag_woorden, verslag_versie', ', ') = to_jsonb(NEW) - string_to_array('akkoord_verklaring, vaststelling_verklaring, agenda_woorden, verslag_woorden, verslag_versie', ', ') THEN RETURN NEW; END IF;
END IF;
IF (NEW.profiel_versie_id <> OLD.profiel_versie_id AND OLD.status NOT IN ('concept', 'akkoord_gevraagd')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een overleg houdt het profiel waaronder het akkoord kreeg of is gehouden';
RETURN NEW;
END
CREATE TRIGGER overleg_houdt_profiel BEFORE UPDATE OF profiel_versie_id ON overleg FOR EACH ROW EXECUTE FUNCTION wacht_overleg_houdt_profiel()

-- wachter overleg_lid_alleen_bestuur overleg_lid
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id AND v.casuistiek = TRUE)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'aan tafel zit een partij alleen met een oordeel';
RETURN NEW;
END
CREATE TRIGGER overleg_lid_alleen_bestuur BEFORE INSERT ON overleg_lid FOR EACH ROW EXECUTE FUNCTION wacht_overleg_lid_alleen_bestuur()

-- wachter overleg_stem_anders_vast overleg_stem
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM overleg_besluit b JOIN agendapunt a ON a.id = b.agendapunt_id JOIN overleg v ON v.id = a.overleg_id WHERE b.id = OLD.besluit_id AND v.verslag_status = 'vastgesteld')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een vastgesteld verslag wordt niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER overleg_stem_anders_vast BEFORE UPDATE ON overleg_stem FOR EACH ROW EXECUTE FUNCTION wacht_overleg_stem_anders_vast()

-- wachter overleg_stem_blijft_van overleg_stem
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een stem blijft die van wie hem uitbracht';
RETURN NEW;
END
CREATE TRIGGER overleg_stem_blijft_van BEFORE UPDATE OF besluit_id, lid_id ON overleg_stem FOR EACH ROW EXECUTE FUNCTION wacht_overleg_stem_blijft_van()

-- wachter overleg_stem_nieuw_vast overleg_stem
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM overleg_besluit b JOIN agendapunt a ON a.id = b.agendapunt_id JOIN overleg v ON v.id = a.overleg_id WHERE b.id = NEW.besluit_id AND v.verslag_status = 'vastgesteld')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een vastgesteld verslag wordt niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER overleg_stem_nieuw_vast BEFORE INSERT ON overleg_stem FOR EACH ROW EXECUTE FUNCTION wacht_overleg_stem_nieuw_vast()

-- wachter overleg_stem_van_een_lid overleg_stem
#variable_conflict use_column
BEGIN
IF (NOT EXISTS (SELECT 1 FROM overleg_besluit b JOIN agendapunt a ON a.id = b.agendapunt_id JOIN overleg v ON v.id = a.overleg_id JOIN overleg_lid l ON l.overleg_id = v.id WHERE b.id = NEW.besluit_id AND l.id = NEW.lid_id AND l.stemrecht = TRUE)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'alleen een lid van het overleg stemt';
RETURN NEW;
END
CREATE TRIGGER overleg_stem_van_een_lid BEFORE INSERT ON overleg_stem FOR EACH ROW EXECUTE FUNCTION wacht_overleg_stem_van_een_lid()

-- wachter overleg_stem_weg_vast overleg_stem
#variable_conflict use_column
BEGIN
IF mag_mee('overleg_stem', OLD.besluit_id::text || '|' || OLD.lid_id::text) = 'weg' THEN RETURN OLD; END IF;
IF (EXISTS (SELECT 1 FROM overleg_besluit b JOIN agendapunt a ON a.id = b.agendapunt_id JOIN overleg v ON v.id = a.overleg_id WHERE b.id = OLD.besluit_id AND v.verslag_status = 'vastgesteld')) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een vastgesteld verslag wordt niet gewijzigd';
RETURN OLD;
END
CREATE TRIGGER overleg_stem_weg_vast BEFORE DELETE ON overleg_stem FOR EACH ROW EXECUTE FUNCTION wacht_overleg_stem_weg_vast()

-- wachter overleg_tijden overleg
#variable_conflict use_column
BEGIN
IF mag_mee('overleg', OLD.id::text) = 'anders' AND NEW.id::text = OLD.id::text THEN
IF to_jsonb(OLD) - string_to_array('akkoord_verklaring, vaststelling_verklaring, agenda_woorden, verslag_woorden, verslag_versie', ', ') = to_jsonb(NEW) - string_to_array('akkoord_verklaring, vaststelling_verklaring, agenda_woorden, verslag_woorden, verslag_versie', ', ') THEN RETURN NEW; END IF;
END IF;
IF ((NEW.begonnen_om IS DISTINCT FROM OLD.begonnen_om OR NEW.geeindigd_om IS DISTINCT FROM OLD.geeindigd_om) AND OLD.verslag_status = 'vastgesteld') IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een vastgesteld verslag wordt niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER overleg_tijden BEFORE UPDATE OF begonnen_om, geeindigd_om ON overleg FOR EACH ROW EXECUTE FUNCTION wacht_overleg_tijden()

-- wachter overleg_vervangen overleg
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.id)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een overleg wordt nooit vervangen';
RETURN NEW;
END
CREATE TRIGGER overleg_vervangen BEFORE INSERT ON overleg FOR EACH ROW EXECUTE FUNCTION wacht_overleg_vervangen()

-- wachter overleg_verzetten overleg
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF mag_mee('overleg', OLD.id::text) = 'anders' AND NEW.id::text = OLD.id::text THEN
IF to_jsonb(OLD) - string_to_array('akkoord_verklaring, vaststelling_verklaring, agenda_woorden, verslag_woorden, verslag_versie', ', ') = to_jsonb(NEW) - string_to_array('akkoord_verklaring, vaststelling_verklaring, agenda_woorden, verslag_woorden, verslag_versie', ', ') THEN RETURN NEW; END IF;
END IF;
SELECT 'poort: deelname zonder geldend oordeel op de nieuwe datum' INTO zvh_zin WHERE EXISTS ( SELECT 1 FROM agendapunt a JOIN deelname d ON d.agendapunt_id = a.id AND d.vervallen = FALSE JOIN oordeel o ON o.id = d.oordeel_id WHERE a.overleg_id = NEW.id AND (o.geldig_vanaf > NEW.datum OR (o.geldig_tot IS NOT NULL AND o.geldig_tot < NEW.datum) OR EXISTS (SELECT 1 FROM oordeel n WHERE n.casus_id = o.casus_id AND n.partij_id = o.partij_id AND n.id > o.id AND n.geldig_vanaf <= NEW.datum))) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER overleg_verzetten BEFORE UPDATE OF datum ON overleg FOR EACH ROW EXECUTE FUNCTION wacht_overleg_verzetten()

-- wachter overleg_weg_uit_verslagpunt overleg
#variable_conflict use_column
BEGIN
IF mag_mee('overleg', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
UPDATE agendapunt SET verslag_van_id = NULL WHERE verslag_van_id = OLD.id;
RETURN OLD;
END
CREATE TRIGGER overleg_weg_uit_verslagpunt BEFORE DELETE ON overleg FOR EACH ROW EXECUTE FUNCTION wacht_overleg_weg_uit_verslagpunt()

-- wachter overname_blijft overname
#variable_conflict use_column
BEGIN
IF mag_mee('overname', OLD.agendapunt_id::text || '|' || OLD.systeem::text) = 'anders' AND NEW.agendapunt_id::text || '|' || NEW.systeem::text = OLD.agendapunt_id::text || '|' || OLD.systeem::text THEN
IF to_jsonb(OLD) - string_to_array('verklaring_nummer', ', ') = to_jsonb(NEW) - string_to_array('verklaring_nummer', ', ') THEN RETURN NEW; END IF;
END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'wie wanneer heeft overgenomen, wordt niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER overname_blijft BEFORE UPDATE ON overname FOR EACH ROW EXECUTE FUNCTION wacht_overname_blijft()

-- wachter overname_vastgesteld overname
#variable_conflict use_column
BEGIN
IF (NOT EXISTS ( SELECT 1 FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id WHERE a.id = NEW.agendapunt_id AND a.casus_id IS NOT NULL AND v.verslag_status = 'vastgesteld')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'overnemen kan pas als het verslag is vastgesteld';
RETURN NEW;
END
CREATE TRIGGER overname_vastgesteld BEFORE INSERT ON overname FOR EACH ROW EXECUTE FUNCTION wacht_overname_vastgesteld()

-- wachter overname_vervangen overname
#variable_conflict use_column
BEGIN
IF (EXISTS ( SELECT 1 FROM overname o WHERE o.agendapunt_id = NEW.agendapunt_id AND o.systeem = NEW.systeem AND o.verklaring_nummer = NEW.verklaring_nummer)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een overname wordt nooit vervangen';
RETURN NEW;
END
CREATE TRIGGER overname_vervangen BEFORE INSERT ON overname FOR EACH ROW EXECUTE FUNCTION wacht_overname_vervangen()

-- wachter profiel_versie_blijft profiel_versie
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een versie van het huisprofiel wordt nooit gewijzigd';
RETURN NEW;
END
CREATE TRIGGER profiel_versie_blijft BEFORE UPDATE ON profiel_versie FOR EACH ROW EXECUTE FUNCTION wacht_profiel_versie_blijft()

-- wachter profiel_versie_vervangen profiel_versie
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM profiel_versie p WHERE p.id = NEW.id)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een versie van het huisprofiel wordt nooit vervangen';
RETURN NEW;
END
CREATE TRIGGER profiel_versie_vervangen BEFORE INSERT ON profiel_versie FOR EACH ROW EXECUTE FUNCTION wacht_profiel_versie_vervangen()

-- wachter profiel_versie_weg profiel_versie
#variable_conflict use_column
BEGIN
IF mag_mee('profiel_versie', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een versie van het huisprofiel wordt nooit verwijderd';
RETURN OLD;
END
CREATE TRIGGER profiel_versie_weg BEFORE DELETE ON profiel_versie FOR EACH ROW EXECUTE FUNCTION wacht_profiel_versie_weg()

-- wachter punt_blijft_op_de_agenda agendapunt
#variable_conflict use_column
BEGIN
IF (NEW.ter_tafel <> OLD.ter_tafel) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een punt van de agenda blijft van de agenda';
RETURN NEW;
END
CREATE TRIGGER punt_blijft_op_de_agenda BEFORE UPDATE OF ter_tafel ON agendapunt FOR EACH ROW EXECUTE FUNCTION wacht_punt_blijft_op_de_agenda()

-- wachter punt_ter_tafel agendapunt
#variable_conflict use_column
BEGIN
IF (NEW.ter_tafel <> FALSE AND NOT EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id AND v.status = 'gehouden' AND v.verslag_status <> 'vastgesteld')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'alleen aan tafel komt er een punt bij buiten de agenda om';
RETURN NEW;
END
CREATE TRIGGER punt_ter_tafel BEFORE INSERT ON agendapunt FOR EACH ROW EXECUTE FUNCTION wacht_punt_ter_tafel()

-- wachter punt_uitkomst agendapunt
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF (NEW.uitkomst IS DISTINCT FROM OLD.uitkomst OR NEW.aangehouden_tot IS DISTINCT FROM OLD.aangehouden_tot OR NEW.tafel_volgorde IS DISTINCT FROM OLD.tafel_volgorde) IS NOT TRUE THEN RETURN NEW; END IF;
SELECT 'wat er van een casus kwam, ligt vast of is er nog niet' INTO zvh_zin WHERE NOT EXISTS (SELECT 1 FROM overleg v WHERE v.id = OLD.overleg_id AND v.status = 'gehouden' AND v.verslag_status <> 'vastgesteld') OR NEW.uitkomst NOT IN ('', 'niet_behandeld', 'aangehouden', 'besproken') OR (NEW.uitkomst <> '' AND NEW.casus_id IS NULL) OR (NEW.aangehouden_tot IS NOT NULL AND NEW.uitkomst <> 'aangehouden') OR (NEW.uitkomst <> '' AND EXISTS (SELECT 1 FROM besluit b WHERE b.agendapunt_id = OLD.id)) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER punt_uitkomst BEFORE UPDATE OF uitkomst, aangehouden_tot, tafel_volgorde ON agendapunt FOR EACH ROW EXECUTE FUNCTION wacht_punt_uitkomst()

-- wachter punt_uitkomst_nieuw agendapunt
#variable_conflict use_column
BEGIN
IF (NEW.uitkomst <> '' OR (NEW.tafel_volgorde IS NOT NULL AND NEW.ter_tafel = FALSE)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een punt begint zonder uitkomst';
RETURN NEW;
END
CREATE TRIGGER punt_uitkomst_nieuw BEFORE INSERT ON agendapunt FOR EACH ROW EXECUTE FUNCTION wacht_punt_uitkomst_nieuw()

-- wachter stoel_blijft_op_de_agenda deelname
#variable_conflict use_column
BEGIN
IF (NEW.ter_tafel <> OLD.ter_tafel) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een stoel van de agenda blijft van de agenda';
RETURN NEW;
END
CREATE TRIGGER stoel_blijft_op_de_agenda BEFORE UPDATE OF ter_tafel ON deelname FOR EACH ROW EXECUTE FUNCTION wacht_stoel_blijft_op_de_agenda()

-- wachter stoel_ter_tafel deelname
#variable_conflict use_column
BEGIN
IF (NEW.ter_tafel <> FALSE AND NOT EXISTS (SELECT 1 FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id WHERE a.id = NEW.agendapunt_id AND v.status = 'gehouden' AND v.verslag_status <> 'vastgesteld')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'alleen aan tafel komt er een partij bij buiten de agenda om';
RETURN NEW;
END
CREATE TRIGGER stoel_ter_tafel BEFORE INSERT ON deelname FOR EACH ROW EXECUTE FUNCTION wacht_stoel_ter_tafel()

-- wachter traject_blijft traject
#variable_conflict use_column
BEGIN
IF mag_mee('traject', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (OLD.stand <> 'open' OR EXISTS ( SELECT 1 FROM traject_partij p WHERE p.traject_id = OLD.id AND p.verstuurd_op IS NOT NULL)) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een procedure waarover is besloten of bericht, blijft';
RETURN OLD;
END
CREATE TRIGGER traject_blijft BEFORE DELETE ON traject FOR EACH ROW EXECUTE FUNCTION wacht_traject_blijft()

-- wachter traject_partij_blijft traject_partij
#variable_conflict use_column
BEGIN
IF mag_mee('traject_partij', OLD.traject_id::text || '|' || OLD.partij_id::text) = 'weg' THEN RETURN OLD; END IF;
IF (OLD.verstuurd_op IS NOT NULL) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een partij die bericht kreeg, blijft';
RETURN OLD;
END
CREATE TRIGGER traject_partij_blijft BEFORE DELETE ON traject_partij FOR EACH ROW EXECUTE FUNCTION wacht_traject_partij_blijft()

-- wachter triagebrief_blijft triagebrief
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'wat verstuurd is, wordt niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER triagebrief_blijft BEFORE UPDATE ON triagebrief FOR EACH ROW EXECUTE FUNCTION wacht_triagebrief_blijft()

-- wachter triagebrief_derde triagebrief
#variable_conflict use_column
BEGIN
IF (EXISTS ( SELECT 1 FROM partij p WHERE p.id = NEW.partij_id AND p.soort = 'derde')) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'poort: een derde wordt niet bevraagd';
RETURN NEW;
END
CREATE TRIGGER triagebrief_derde BEFORE INSERT ON triagebrief FOR EACH ROW EXECUTE FUNCTION wacht_triagebrief_derde()

-- wachter triagebrief_ingetrokken triagebrief
#variable_conflict use_column
BEGIN
IF (NEW.intrekking AND NOT EXISTS ( SELECT 1 FROM triagebrief b WHERE b.casus_id = NEW.casus_id AND b.partij_id = NEW.partij_id AND b.versie = NEW.versie - 1 AND NOT b.intrekking AND left(b.aan_email, 22) = left(NEW.aan_email, 22))) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een intrekking gaat naar wie de vraag kreeg';
RETURN NEW;
END
CREATE TRIGGER triagebrief_ingetrokken BEFORE INSERT ON triagebrief FOR EACH ROW EXECUTE FUNCTION wacht_triagebrief_ingetrokken()

-- wachter triagebrief_vervangen triagebrief
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM triagebrief b WHERE b.id = NEW.id)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'wat verstuurd is, wordt nooit vervangen';
RETURN NEW;
END
CREATE TRIGGER triagebrief_vervangen BEFORE INSERT ON triagebrief FOR EACH ROW EXECUTE FUNCTION wacht_triagebrief_vervangen()

-- wachter uitgegevencijfer_delete uitgegevencijfer
#variable_conflict use_column
BEGIN
IF mag_mee('uitgegevencijfer', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'Een cijfer dat is uitgegeven, blijft zoals het is.';
RETURN OLD;
END
CREATE TRIGGER uitgegevencijfer_delete BEFORE DELETE ON uitgegevencijfer FOR EACH ROW EXECUTE FUNCTION wacht_uitgegevencijfer_delete()

-- wachter uitgegevencijfer_update uitgegevencijfer
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'Een cijfer dat is uitgegeven, blijft zoals het is.';
RETURN NEW;
END
CREATE TRIGGER uitgegevencijfer_update BEFORE UPDATE ON uitgegevencijfer FOR EACH ROW EXECUTE FUNCTION wacht_uitgegevencijfer_update()

-- wachter uitnodiging_begint_als_concept uitnodiging
#variable_conflict use_column
BEGIN
IF (NEW.status <> 'concept') IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een uitnodiging begint als concept';
RETURN NEW;
END
CREATE TRIGGER uitnodiging_begint_als_concept BEFORE INSERT ON uitnodiging FOR EACH ROW EXECUTE FUNCTION wacht_uitnodiging_begint_als_concept()

-- wachter uitnodiging_verzenden uitnodiging
#variable_conflict use_column
BEGIN
IF (NEW.status = 'verzonden' AND OLD.status <> 'verzonden' AND NOT EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id AND v.status IN ('akkoord', 'verzonden', 'gehouden'))) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'uit een concept gaat niets de deur uit';
RETURN NEW;
END
CREATE TRIGGER uitnodiging_verzenden BEFORE UPDATE OF status ON uitnodiging FOR EACH ROW EXECUTE FUNCTION wacht_uitnodiging_verzenden()

-- wachter uitnodiging_voor_wie_zit uitnodiging
#variable_conflict use_column
BEGIN
IF (NEW.status = 'verzonden' AND (OLD.status <> 'verzonden' OR NEW.overleg_id <> OLD.overleg_id OR NEW.partij_id <> OLD.partij_id) AND NOT EXISTS (SELECT 1 FROM deelname d JOIN agendapunt a ON a.id = d.agendapunt_id WHERE a.overleg_id = NEW.overleg_id AND d.partij_id = NEW.partij_id AND d.vervallen = false)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'poort: deze partij zit hier niet aan tafel';
RETURN NEW;
END
CREATE TRIGGER uitnodiging_voor_wie_zit BEFORE UPDATE OF overleg_id, partij_id, status ON uitnodiging FOR EACH ROW EXECUTE FUNCTION wacht_uitnodiging_voor_wie_zit()

-- wachter verklaring_blijft verklaring
#variable_conflict use_column
BEGIN
IF (NEW.inhoud IS NOT NULL OR NEW.nummer <> OLD.nummer OR NEW.soort <> OLD.soort OR NEW.hash <> OLD.hash OR NEW.vorige_hash <> OLD.vorige_hash OR NEW.handtekening <> OLD.handtekening OR NEW.certificaat <> OLD.certificaat) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een verklaring wordt nooit gewijzigd';
RETURN NEW;
END
CREATE TRIGGER verklaring_blijft BEFORE UPDATE ON verklaring FOR EACH ROW EXECUTE FUNCTION wacht_verklaring_blijft()

-- wachter verklaring_vervangen verklaring
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM verklaring v WHERE v.nummer = NEW.nummer OR left(v.hash, 22) = left(NEW.hash, 22))) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een verklaring wordt nooit vervangen';
RETURN NEW;
END
CREATE TRIGGER verklaring_vervangen BEFORE INSERT ON verklaring FOR EACH ROW EXECUTE FUNCTION wacht_verklaring_vervangen()

-- wachter verklaring_weg verklaring
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een verklaring wordt nooit verwijderd';
RETURN OLD;
END
CREATE TRIGGER verklaring_weg BEFORE DELETE ON verklaring FOR EACH ROW EXECUTE FUNCTION wacht_verklaring_weg()

-- wachter vernietiging_blijft vernietiging
#variable_conflict use_column
BEGIN
IF (OLD.verklaring_nummer IS NOT NULL) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'Wat is vernietigd, blijft in het register.';
RETURN NEW;
END
CREATE TRIGGER vernietiging_blijft BEFORE UPDATE ON vernietiging FOR EACH ROW EXECUTE FUNCTION wacht_vernietiging_blijft()

-- wachter vernietiging_weg vernietiging
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'Wat is vernietigd, blijft in het register.';
RETURN OLD;
END
CREATE TRIGGER vernietiging_weg BEFORE DELETE ON vernietiging FOR EACH ROW EXECUTE FUNCTION wacht_vernietiging_weg()

-- wachter verslag_correctie_geen_wijziging verslag_correctie
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een correctie van een verslag ligt vast';
RETURN NEW;
END
CREATE TRIGGER verslag_correctie_geen_wijziging BEFORE UPDATE ON verslag_correctie FOR EACH ROW EXECUTE FUNCTION wacht_verslag_correctie_geen_wijziging()

-- wachter verslag_correctie_niet_weg verslag_correctie
#variable_conflict use_column
BEGIN
IF mag_mee('verslag_correctie', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een correctie van een verslag ligt vast';
RETURN OLD;
END
CREATE TRIGGER verslag_correctie_niet_weg BEFORE DELETE ON verslag_correctie FOR EACH ROW EXECUTE FUNCTION wacht_verslag_correctie_niet_weg()

-- wachter verstrekking_blijft verstrekking
#variable_conflict use_column
BEGIN
IF (NEW.id <> OLD.id OR NEW.casus_id <> OLD.casus_id OR NEW.derde_id <> OLD.derde_id OR NEW.verstrekker_id <> OLD.verstrekker_id OR NEW.wat <> OLD.wat OR NEW.grondslag <> OLD.grondslag OR NEW.wijze <> OLD.wijze OR NEW.verstrekt_op <> OLD.verstrekt_op OR NEW.toestemming_op <> OLD.toestemming_op OR NEW.toestemming_kenmerk <> OLD.toestemming_kenmerk OR NEW.toestemming_door <> OLD.toestemming_door OR NEW.vastgelegd_door <> OLD.vastgelegd_door OR NEW.vastgelegd_op <> OLD.vastgelegd_op) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een verstrekking wordt nooit gewijzigd';
RETURN NEW;
END
CREATE TRIGGER verstrekking_blijft BEFORE UPDATE ON verstrekking FOR EACH ROW EXECUTE FUNCTION wacht_verstrekking_blijft()

-- wachter verstrekking_toevoegen verstrekking
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'een verstrekking wordt nooit vervangen' INTO zvh_zin WHERE EXISTS (SELECT 1 FROM verstrekking r WHERE r.id = NEW.id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
SELECT 'verstrekking: geen schriftelijke toestemming vooraf' INTO zvh_zin WHERE trim(NEW.toestemming_kenmerk) = '' OR trim(NEW.toestemming_door) = '' OR NEW.toestemming_op > NEW.verstrekt_op LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
SELECT 'verstrekking: alleen een derde staat in dit register' INTO zvh_zin WHERE NOT EXISTS (SELECT 1 FROM partij p WHERE p.id = NEW.derde_id AND p.soort = 'derde') LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER verstrekking_toevoegen BEFORE INSERT ON verstrekking FOR EACH ROW EXECUTE FUNCTION wacht_verstrekking_toevoegen()

-- wachter verstrekking_weg verstrekking
#variable_conflict use_column
BEGIN
IF mag_mee('verstrekking', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (EXISTS (SELECT 1 FROM casus c WHERE c.id = OLD.casus_id)) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een verstrekking verdwijnt pas met de casus';
RETURN OLD;
END
CREATE TRIGGER verstrekking_weg BEFORE DELETE ON verstrekking FOR EACH ROW EXECUTE FUNCTION wacht_verstrekking_weg()

-- wachter verstrekt_item_blijft verstrekt_item
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een verstrekking wordt nooit gewijzigd';
RETURN NEW;
END
CREATE TRIGGER verstrekt_item_blijft BEFORE UPDATE ON verstrekt_item FOR EACH ROW EXECUTE FUNCTION wacht_verstrekt_item_blijft()

-- wachter verstrekt_item_van_verstrekker verstrekt_item
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'verstrekking: de toestemming is van een andere verstrekker' INTO zvh_zin WHERE NOT EXISTS (SELECT 1 FROM verstrekking r JOIN informatie_item i ON i.id = NEW.item_id WHERE r.id = NEW.verstrekking_id AND r.verstrekker_id = i.verstrekker_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER verstrekt_item_van_verstrekker BEFORE INSERT ON verstrekt_item FOR EACH ROW EXECUTE FUNCTION wacht_verstrekt_item_van_verstrekker()

-- wachter verstrekt_item_weg verstrekt_item
#variable_conflict use_column
BEGIN
IF mag_mee('verstrekt_item', OLD.verstrekking_id::text || '|' || OLD.item_id::text) = 'weg' THEN RETURN OLD; END IF;
IF (EXISTS (SELECT 1 FROM verstrekking r WHERE r.id = OLD.verstrekking_id) AND EXISTS (SELECT 1 FROM informatie_item i WHERE i.id = OLD.item_id)) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een verstrekking wordt nooit gewijzigd';
RETURN OLD;
END
CREATE TRIGGER verstrekt_item_weg BEFORE DELETE ON verstrekt_item FOR EACH ROW EXECUTE FUNCTION wacht_verstrekt_item_weg()

-- wachter verzending_blijft verzending
#variable_conflict use_column
BEGIN
IF mag_mee('verzending', OLD.id::text) = 'anders' AND NEW.id::text = OLD.id::text THEN
IF to_jsonb(OLD) - string_to_array('verklaring_nummer, reactie_tekst', ', ') = to_jsonb(NEW) - string_to_array('verklaring_nummer, reactie_tekst', ', ') THEN RETURN NEW; END IF;
END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'wat verstuurd is, wordt niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER verzending_blijft BEFORE UPDATE OF id, soort, overleg_id, plan_id, casus_id, partij_id, versie, verklaring_nummer, dag, verstuurd_op, verstuurd_door, aan_naam, aan_functie, aan_email, aan_postbus, reageren_voor ON verzending FOR EACH ROW EXECUTE FUNCTION wacht_verzending_blijft()

-- wachter verzending_plan verzending
#variable_conflict use_column
BEGIN
IF (NEW.soort <> 'verslag' AND NOT EXISTS ( SELECT 1 FROM plan_van_aanpak p JOIN oordeel o ON o.casus_id = p.casus_id AND o.partij_id = NEW.partij_id WHERE p.id = NEW.plan_id AND p.casus_id = NEW.casus_id AND p.status = 'vastgesteld' AND abs(CAST(NEW.dag AS date) - CAST(NEW.verstuurd_op AS date)) <= 1 AND o.uitkomst = 'rechtmatig' AND o.geldig_vanaf <= NEW.dag AND (o.geldig_tot IS NULL OR o.geldig_tot >= NEW.dag) AND NOT EXISTS (SELECT 1 FROM oordeel n WHERE n.casus_id = o.casus_id AND n.partij_id = o.partij_id AND n.id > o.id AND n.geldig_vanaf <= NEW.dag))) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'poort: dit plan is niet voor deze partij';
RETURN NEW;
END
CREATE TRIGGER verzending_plan BEFORE INSERT ON verzending FOR EACH ROW EXECUTE FUNCTION wacht_verzending_plan()

-- wachter verzending_regie verzending
#variable_conflict use_column
BEGIN
IF (NEW.soort = 'regie' AND NOT EXISTS ( SELECT 1 FROM casusregie r WHERE r.casus_id = NEW.casus_id AND r.partij_id = NEW.partij_id AND r.tot IS NULL)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'poort: het hele plan is alleen voor de casusregisseur';
RETURN NEW;
END
CREATE TRIGGER verzending_regie BEFORE INSERT ON verzending FOR EACH ROW EXECUTE FUNCTION wacht_verzending_regie()

-- wachter verzending_verslag verzending
#variable_conflict use_column
BEGIN
IF (NEW.soort = 'verslag' AND NOT EXISTS ( SELECT 1 FROM overleg v JOIN agendapunt a ON a.overleg_id = v.id JOIN deelname d ON d.agendapunt_id = a.id AND d.partij_id = NEW.partij_id AND d.vervallen = FALSE JOIN oordeel o ON o.casus_id = a.casus_id AND o.partij_id = NEW.partij_id WHERE v.id = NEW.overleg_id AND v.verslag_status = 'vastgesteld' AND o.uitkomst = 'rechtmatig' AND o.geldig_vanaf <= v.datum AND (o.geldig_tot IS NULL OR o.geldig_tot >= v.datum) AND NOT EXISTS (SELECT 1 FROM oordeel n WHERE n.casus_id = o.casus_id AND n.partij_id = o.partij_id AND n.id > o.id AND n.geldig_vanaf <= v.datum))) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'poort: dit verslag is niet voor deze partij';
RETURN NEW;
END
CREATE TRIGGER verzending_verslag BEFORE INSERT ON verzending FOR EACH ROW EXECUTE FUNCTION wacht_verzending_verslag()

-- wachter verzending_vervangen verzending
#variable_conflict use_column
BEGIN
IF (EXISTS (SELECT 1 FROM verzending v WHERE v.id = NEW.id)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een verzending wordt nooit vervangen';
RETURN NEW;
END
CREATE TRIGGER verzending_vervangen BEFORE INSERT ON verzending FOR EACH ROW EXECUTE FUNCTION wacht_verzending_vervangen()

-- wachter verzoek_besluit_blijft verzoek_besluit
#variable_conflict use_column
BEGIN
IF mag_mee('verzoek_besluit', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (OLD.verklaring_nummer IS NOT NULL) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een ondertekend besluit op een verzoek blijft';
RETURN OLD;
END
CREATE TRIGGER verzoek_besluit_blijft BEFORE DELETE ON verzoek_besluit FOR EACH ROW EXECUTE FUNCTION wacht_verzoek_besluit_blijft()

-- wachter verzoek_besluit_vast verzoek_besluit
#variable_conflict use_column
BEGIN
IF (OLD.verklaring_nummer IS NOT NULL) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een ondertekend besluit op een verzoek wijzigt niet';
RETURN NEW;
END
CREATE TRIGGER verzoek_besluit_vast BEFORE UPDATE ON verzoek_besluit FOR EACH ROW EXECUTE FUNCTION wacht_verzoek_besluit_vast()

-- wachter verzoek_partij_blijft verzoek_partij
#variable_conflict use_column
BEGIN
IF mag_mee('verzoek_partij', OLD.verzoek_id::text || '|' || OLD.partij_id::text) = 'weg' THEN RETURN OLD; END IF;
IF (OLD.verstuurd_op IS NOT NULL) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een partij die een brief kreeg, blijft';
RETURN OLD;
END
CREATE TRIGGER verzoek_partij_blijft BEFORE DELETE ON verzoek_partij FOR EACH ROW EXECUTE FUNCTION wacht_verzoek_partij_blijft()

-- wachter vrijgave_bij_oordeel oordeel
#variable_conflict use_column
BEGIN
UPDATE inzage_vrijgave SET vervallen = TRUE WHERE casus_id = NEW.casus_id AND partij_id = NEW.partij_id AND vervallen = FALSE AND overleg_id IN ( SELECT v.id FROM overleg v WHERE v.datum >= NEW.geldig_vanaf AND (NEW.uitkomst <> 'rechtmatig' OR (NEW.geldig_tot IS NOT NULL AND v.datum > NEW.geldig_tot)));
UPDATE inzage_vrijgave SET oordeel_id = NEW.id WHERE NEW.uitkomst = 'rechtmatig' AND casus_id = NEW.casus_id AND partij_id = NEW.partij_id AND vervallen = FALSE AND overleg_id IN (SELECT v.id FROM overleg v WHERE v.datum >= NEW.geldig_vanaf);
RETURN NULL;
END
CREATE TRIGGER vrijgave_bij_oordeel AFTER INSERT ON oordeel FOR EACH ROW EXECUTE FUNCTION wacht_vrijgave_bij_oordeel()

-- wachter vrijgave_bij_verzetten overleg
#variable_conflict use_column
BEGIN
UPDATE inzage_vrijgave SET vervallen = TRUE WHERE overleg_id = NEW.id AND vervallen = FALSE AND NOT EXISTS ( SELECT 1 FROM oordeel o WHERE o.id = inzage_vrijgave.oordeel_id AND o.geldig_vanaf <= NEW.datum AND (o.geldig_tot IS NULL OR o.geldig_tot >= NEW.datum) AND NOT EXISTS (SELECT 1 FROM oordeel n WHERE n.casus_id = o.casus_id AND n.partij_id = o.partij_id AND n.id > o.id AND n.geldig_vanaf <= NEW.datum));
RETURN NULL;
END
CREATE TRIGGER vrijgave_bij_verzetten AFTER UPDATE OF datum ON overleg FOR EACH ROW EXECUTE FUNCTION wacht_vrijgave_bij_verzetten()

-- wachter vrijgave_toevoegen inzage_vrijgave
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
SELECT 'een vrijgave wordt nooit vervangen' INTO zvh_zin WHERE EXISTS (SELECT 1 FROM inzage_vrijgave r WHERE r.id = NEW.id OR (r.item_id = NEW.item_id AND r.overleg_id = NEW.overleg_id AND r.partij_id = NEW.partij_id)) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
SELECT 'inzage: de casus staat niet op deze agenda' INTO zvh_zin WHERE NOT EXISTS (SELECT 1 FROM agendapunt a WHERE a.overleg_id = NEW.overleg_id AND a.casus_id = NEW.casus_id) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
SELECT 'inzage: geen geldend akkoord van de verstrekker' INTO zvh_zin WHERE NOT EXISTS ( SELECT 1 FROM inzage_akkoord k WHERE k.id = NEW.akkoord_id AND k.item_id = NEW.item_id AND k.ingetrokken_op IS NULL ) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
SELECT 'poort: geen geldend oordeel' INTO zvh_zin WHERE NOT EXISTS ( SELECT 1 FROM oordeel o JOIN overleg v ON v.id = NEW.overleg_id WHERE o.id = NEW.oordeel_id AND o.casus_id = NEW.casus_id AND o.partij_id = NEW.partij_id AND o.uitkomst = 'rechtmatig' AND o.geldig_vanaf <= v.datum AND (o.geldig_tot IS NULL OR o.geldig_tot >= v.datum) AND NOT EXISTS (SELECT 1 FROM oordeel n WHERE n.casus_id = o.casus_id AND n.partij_id = o.partij_id AND n.id > o.id AND n.geldig_vanaf <= v.datum) ) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER vrijgave_toevoegen BEFORE INSERT ON inzage_vrijgave FOR EACH ROW EXECUTE FUNCTION wacht_vrijgave_toevoegen()

-- wachter vrijgave_verzonden inzage_vrijgave
#variable_conflict use_column
BEGIN
IF (NEW.verzonden_op IS DISTINCT FROM OLD.verzonden_op AND (NEW.vervallen <> FALSE OR NEW.verzonden_op IS NULL)) IS NOT TRUE THEN RETURN NEW; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'inzage: wat vervallen is, gaat niet mee, en wat verzonden is, blijft verzonden';
RETURN NEW;
END
CREATE TRIGGER vrijgave_verzonden BEFORE UPDATE OF verzonden_op ON inzage_vrijgave FOR EACH ROW EXECUTE FUNCTION wacht_vrijgave_verzonden()

-- wachter vrijgave_weg inzage_vrijgave
#variable_conflict use_column
BEGIN
IF mag_mee('inzage_vrijgave', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
IF (OLD.verzonden_op IS NOT NULL AND EXISTS (SELECT 1 FROM informatie_item i WHERE i.id = OLD.item_id) AND EXISTS (SELECT 1 FROM overleg v WHERE v.id = OLD.overleg_id)) IS NOT TRUE THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'inzage: wat verzonden is, blijft verzonden';
RETURN OLD;
END
CREATE TRIGGER vrijgave_weg BEFORE DELETE ON inzage_vrijgave FOR EACH ROW EXECUTE FUNCTION wacht_vrijgave_weg()

-- wachter vrijgave_wijzigen inzage_vrijgave
#variable_conflict use_column
DECLARE zvh_zin text;
BEGIN
IF (NEW.vervallen = FALSE) IS NOT TRUE THEN RETURN NEW; END IF;
SELECT 'inzage: geen geldend akkoord van de verstrekker' INTO zvh_zin WHERE NOT EXISTS ( SELECT 1 FROM inzage_akkoord k WHERE k.id = NEW.akkoord_id AND k.item_id = NEW.item_id AND k.ingetrokken_op IS NULL ) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
SELECT 'poort: geen geldend oordeel' INTO zvh_zin WHERE NOT EXISTS ( SELECT 1 FROM oordeel o JOIN overleg v ON v.id = NEW.overleg_id WHERE o.id = NEW.oordeel_id AND o.casus_id = NEW.casus_id AND o.partij_id = NEW.partij_id AND o.uitkomst = 'rechtmatig' AND o.geldig_vanaf <= v.datum AND (o.geldig_tot IS NULL OR o.geldig_tot >= v.datum) AND NOT EXISTS (SELECT 1 FROM oordeel n WHERE n.casus_id = o.casus_id AND n.partij_id = o.partij_id AND n.id > o.id AND n.geldig_vanaf <= v.datum) ) LIMIT 1;
IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = zvh_zin; END IF;
RETURN NEW;
END
CREATE TRIGGER vrijgave_wijzigen BEFORE UPDATE OF item_id, casus_id, overleg_id, partij_id, akkoord_id, oordeel_id, oordeel_uitkomst, vervallen ON inzage_vrijgave FOR EACH ROW EXECUTE FUNCTION wacht_vrijgave_wijzigen()

-- wachter wordsjabloon_blijft wordsjabloon
#variable_conflict use_column
BEGIN
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een versie van een sjabloon wordt niet gewijzigd';
RETURN NEW;
END
CREATE TRIGGER wordsjabloon_blijft BEFORE UPDATE ON wordsjabloon FOR EACH ROW EXECUTE FUNCTION wacht_wordsjabloon_blijft()

-- wachter wordsjabloon_weg wordsjabloon
#variable_conflict use_column
BEGIN
IF mag_mee('wordsjabloon', OLD.id::text) = 'weg' THEN RETURN OLD; END IF;
RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'een versie van een sjabloon blijft';
RETURN OLD;
END
CREATE TRIGGER wordsjabloon_weg BEFORE DELETE ON wordsjabloon FOR EACH ROW EXECUTE FUNCTION wacht_wordsjabloon_weg()
