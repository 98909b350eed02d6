/** Official forms that a person added, additional files that go with a letter, and what was mailed when. */
export const papers0002 = `
  CREATE TABLE blank (
    id TEXT NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    form TEXT NOT NULL,
    file_name TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    manifest TEXT CHECK (json_valid(manifest)),
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE exhibit (
    id TEXT NOT NULL PRIMARY KEY,
    letter_id TEXT NOT NULL REFERENCES letter (id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('enclosure', 'receipt')),
    file_name TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE INDEX exhibit_of_letter ON exhibit (letter_id, position);

  CREATE TABLE mailing (
    letter_id TEXT NOT NULL REFERENCES letter (id),
    position INTEGER NOT NULL,
    day TEXT NOT NULL,
    how TEXT NOT NULL,
    what TEXT NOT NULL,
    sent_to TEXT NOT NULL,
    number TEXT NOT NULL,
    receipt TEXT REFERENCES exhibit (id),
    PRIMARY KEY (letter_id, position)
  ) STRICT;
`
