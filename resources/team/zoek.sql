-- Made by scripts/make_schema.py from the triggers of the migrations; do not change it here.

CREATE VIRTUAL TABLE zoek USING fts5(tekst, tokenize = 'trigram case_sensitive 1')
----
CREATE VIRTUAL TABLE zoek_tekst USING fts5(tekst, tokenize = 'trigram case_sensitive 1')
----
CREATE TABLE zoek_wacht (soort INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (soort, id)) WITHOUT ROWID
----
CREATE TRIGGER zoek_casus_nieuw AFTER INSERT ON casus BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (0, NEW.id); END
----
CREATE TRIGGER zoek_casus_anders AFTER UPDATE OF nummer, aanpak ON casus BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (0, NEW.id); END
----
CREATE TRIGGER zoek_casus_weg AFTER DELETE ON casus BEGIN DELETE FROM zoek WHERE rowid = OLD.id * 4 + 0; END
----
CREATE TRIGGER zoek_partij_nieuw AFTER INSERT ON partij BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (1, NEW.id); END
----
CREATE TRIGGER zoek_partij_anders AFTER UPDATE OF naam, kort ON partij BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (1, NEW.id); END
----
CREATE TRIGGER zoek_partij_weg AFTER DELETE ON partij BEGIN DELETE FROM zoek WHERE rowid = OLD.id * 4 + 1; END
----
CREATE TRIGGER zoek_overleg_nieuw AFTER INSERT ON overleg BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (2, NEW.id); END
----
CREATE TRIGGER zoek_overleg_anders AFTER UPDATE OF soort, datum, plaats, voorzitter ON overleg BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (2, NEW.id); END
----
CREATE TRIGGER zoek_overleg_weg AFTER DELETE ON overleg BEGIN DELETE FROM zoek WHERE rowid = OLD.id * 4 + 2; END
----
CREATE TRIGGER zoek_actie_nieuw AFTER INSERT ON actie BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (3, NEW.id); END
----
CREATE TRIGGER zoek_actie_anders AFTER UPDATE OF omschrijving, belegd_bij_id ON actie BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (3, NEW.id); END
----
CREATE TRIGGER zoek_actie_weg AFTER DELETE ON actie BEGIN DELETE FROM zoek WHERE rowid = OLD.id * 4 + 3; END
----
CREATE TRIGGER zoek_betrokkene_nieuw AFTER INSERT ON betrokkene WHEN NEW.casus_id IS NOT NULL BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (0, NEW.casus_id); END
----
CREATE TRIGGER zoek_betrokkene_anders AFTER UPDATE ON betrokkene WHEN NEW.casus_id IS NOT NULL BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (0, NEW.casus_id); END
----
CREATE TRIGGER zoek_betrokkene_weg AFTER DELETE ON betrokkene WHEN OLD.casus_id IS NOT NULL BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (0, OLD.casus_id); END
----
CREATE TRIGGER zoek_contact_nieuw AFTER INSERT ON contactpersoon WHEN NEW.partij_id IS NOT NULL BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (1, NEW.partij_id); END
----
CREATE TRIGGER zoek_contact_anders AFTER UPDATE ON contactpersoon WHEN NEW.partij_id IS NOT NULL BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (1, NEW.partij_id); END
----
CREATE TRIGGER zoek_contact_weg AFTER DELETE ON contactpersoon WHEN OLD.partij_id IS NOT NULL BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (1, OLD.partij_id); END
----
CREATE TRIGGER zoek_actie_partij AFTER UPDATE OF kort ON partij BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) SELECT 3, id FROM actie WHERE belegd_bij_id = NEW.id; END
----
CREATE TRIGGER zoek_tekst_agendapunt_nieuw AFTER INSERT ON agendapunt BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (8, NEW.id); END
----
CREATE TRIGGER zoek_tekst_agendapunt_anders AFTER UPDATE ON agendapunt BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (8, NEW.id); END
----
CREATE TRIGGER zoek_tekst_agendapunt_weg AFTER DELETE ON agendapunt BEGIN DELETE FROM zoek_tekst WHERE rowid = OLD.id * 8 + 0; END
----
CREATE TRIGGER zoek_tekst_besluit_nieuw AFTER INSERT ON besluit BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (9, NEW.id); END
----
CREATE TRIGGER zoek_tekst_besluit_anders AFTER UPDATE ON besluit BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (9, NEW.id); END
----
CREATE TRIGGER zoek_tekst_besluit_weg AFTER DELETE ON besluit BEGIN DELETE FROM zoek_tekst WHERE rowid = OLD.id * 8 + 1; END
----
CREATE TRIGGER zoek_tekst_actie_nieuw AFTER INSERT ON actie BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (10, NEW.id); END
----
CREATE TRIGGER zoek_tekst_actie_anders AFTER UPDATE ON actie BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (10, NEW.id); END
----
CREATE TRIGGER zoek_tekst_actie_weg AFTER DELETE ON actie BEGIN DELETE FROM zoek_tekst WHERE rowid = OLD.id * 8 + 2; END
----
CREATE TRIGGER zoek_tekst_plan_van_aanpak_nieuw AFTER INSERT ON plan_van_aanpak BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (11, NEW.id); END
----
CREATE TRIGGER zoek_tekst_plan_van_aanpak_anders AFTER UPDATE ON plan_van_aanpak BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (11, NEW.id); END
----
CREATE TRIGGER zoek_tekst_plan_van_aanpak_weg AFTER DELETE ON plan_van_aanpak BEGIN DELETE FROM zoek_tekst WHERE rowid = OLD.id * 8 + 3; END
----
CREATE TRIGGER zoek_tekst_overleg_besluit_nieuw AFTER INSERT ON overleg_besluit BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (12, NEW.id); END
----
CREATE TRIGGER zoek_tekst_overleg_besluit_anders AFTER UPDATE ON overleg_besluit BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (12, NEW.id); END
----
CREATE TRIGGER zoek_tekst_overleg_besluit_weg AFTER DELETE ON overleg_besluit BEGIN DELETE FROM zoek_tekst WHERE rowid = OLD.id * 8 + 4; END
----
CREATE TRIGGER zoek_tekst_plan_doel_nieuw AFTER INSERT ON plan_doel BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (11, NEW.plan_id); END
----
CREATE TRIGGER zoek_tekst_plan_doel_anders AFTER UPDATE ON plan_doel BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (11, NEW.plan_id); END
----
CREATE TRIGGER zoek_tekst_plan_doel_weg AFTER DELETE ON plan_doel BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (11, OLD.plan_id); END
----
CREATE TRIGGER zoek_tekst_plan_rol_nieuw AFTER INSERT ON plan_rol BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (11, NEW.plan_id); END
----
CREATE TRIGGER zoek_tekst_plan_rol_anders AFTER UPDATE ON plan_rol BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (11, NEW.plan_id); END
----
CREATE TRIGGER zoek_tekst_plan_rol_weg AFTER DELETE ON plan_rol BEGIN INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES (11, OLD.plan_id); END
