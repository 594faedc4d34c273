-- The database itself refuses to change, delete or replace an entry. Statements are parted by empty lines.

CREATE FUNCTION store_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'entries and sources are never changed or deleted'; END $$

CREATE FUNCTION store_next() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
IF NEW.seq IS DISTINCT FROM (SELECT COALESCE(MAX(seq), 0) + 1 FROM store_entry WHERE docket_id = NEW.docket_id)
THEN RAISE EXCEPTION 'entries and sources are never changed or deleted'; END IF;
RETURN NEW;
END $$

CREATE TRIGGER store_entry_no_change BEFORE UPDATE OR DELETE ON store_entry
FOR EACH ROW EXECUTE FUNCTION store_refuse()

CREATE TRIGGER store_entry_no_truncate BEFORE TRUNCATE ON store_entry
FOR EACH STATEMENT EXECUTE FUNCTION store_refuse()

CREATE TRIGGER store_entry_next BEFORE INSERT ON store_entry
FOR EACH ROW EXECUTE FUNCTION store_next()

CREATE TRIGGER store_source_no_change BEFORE UPDATE OR DELETE ON store_source
FOR EACH ROW EXECUTE FUNCTION store_refuse()

CREATE TRIGGER store_source_no_truncate BEFORE TRUNCATE ON store_source
FOR EACH STATEMENT EXECUTE FUNCTION store_refuse()

CREATE TRIGGER store_sourcecontent_no_update BEFORE UPDATE ON store_sourcecontent
FOR EACH ROW EXECUTE FUNCTION store_refuse()

CREATE TABLE store_paragraph (
docket text NOT NULL, source text NOT NULL, first bigint NOT NULL, last bigint NOT NULL, words text NOT NULL)

CREATE INDEX store_paragraph_words ON store_paragraph USING gin (to_tsvector('simple', words))

CREATE INDEX store_paragraph_source ON store_paragraph (source)
