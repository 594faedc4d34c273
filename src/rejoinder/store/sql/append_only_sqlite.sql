-- The database itself refuses to change, delete or replace an entry. Statements are parted by empty lines.
-- INSERT OR REPLACE deletes the row that it replaces without firing a trigger for deleting, so a row that is there
-- already, or an entry whose number is not the next one, is refused before it is inserted.

PRAGMA application_id = 0x524A4E44

CREATE TRIGGER store_entry_no_update BEFORE UPDATE ON store_entry
BEGIN SELECT RAISE(ABORT, 'entries are never changed or deleted'); END

CREATE TRIGGER store_entry_no_delete BEFORE DELETE ON store_entry
BEGIN SELECT RAISE(ABORT, 'entries are never changed or deleted'); END

CREATE TRIGGER store_entry_next BEFORE INSERT ON store_entry
WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM store_entry WHERE docket_id = NEW.docket_id)
BEGIN SELECT RAISE(ABORT, 'entries are never changed or deleted'); END

CREATE TRIGGER store_source_no_update BEFORE UPDATE ON store_source
BEGIN SELECT RAISE(ABORT, 'sources are never changed or deleted'); END

CREATE TRIGGER store_source_no_delete BEFORE DELETE ON store_source
BEGIN SELECT RAISE(ABORT, 'sources are never changed or deleted'); END

CREATE TRIGGER store_source_new BEFORE INSERT ON store_source
WHEN EXISTS (SELECT 1 FROM store_source WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'sources are never changed or deleted'); END

CREATE TRIGGER store_sourcecontent_no_update BEFORE UPDATE ON store_sourcecontent
BEGIN SELECT RAISE(ABORT, 'the content of a source is never changed'); END

CREATE TRIGGER store_sourcecontent_new BEFORE INSERT ON store_sourcecontent
WHEN EXISTS (SELECT 1 FROM store_sourcecontent WHERE source_id = NEW.source_id)
BEGIN SELECT RAISE(ABORT, 'the content of a source is never changed'); END

CREATE VIRTUAL TABLE store_paragraph
USING fts5(docket UNINDEXED, source UNINDEXED, first UNINDEXED, last UNINDEXED, words, tokenize = 'unicode61')
