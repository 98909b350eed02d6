/**
 * What was read on every page of a scan, and the index of pages and of what is known about each letter. The
 * index stores no text and no positions: what it finds is looked up again, which makes it a sixth of the
 * size. Its row numbers are those of `page_text` and `letter_text`.
 */
export const search0003 = `
  CREATE TABLE page_text (
    id INTEGER PRIMARY KEY,
    scan_id TEXT NOT NULL REFERENCES scan (id),
    page INTEGER NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (scan_id, page)
  ) STRICT;

  CREATE TABLE letter_text (
    id INTEGER PRIMARY KEY,
    letter_id TEXT NOT NULL UNIQUE REFERENCES letter (id)
  ) STRICT;

  CREATE VIRTUAL TABLE page_search USING fts5
    (text, content='', contentless_delete=1, detail=none, tokenize='trigram remove_diacritics 1');
  CREATE VIRTUAL TABLE letter_search USING fts5
    (text, content='', contentless_delete=1, detail=none, tokenize='trigram remove_diacritics 1');
`
