/** Scans, the letters in them, and what a person said about each letter. Derived facts have no table. */
export const letters0001 = `
  CREATE TABLE scan (
    id TEXT NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    file_name TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'read', 'failed')),
    failure TEXT,
    is_irs INTEGER CHECK (is_irs IN (0, 1)),
    page_count INTEGER,
    rotations TEXT CHECK (json_valid(rotations)),
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE letter (
    id TEXT NOT NULL PRIMARY KEY,
    scan_id TEXT NOT NULL REFERENCES scan (id),
    position INTEGER NOT NULL,
    pages TEXT NOT NULL CHECK (json_valid(pages)),
    reading TEXT CHECK (json_valid(reading)),
    confirmed TEXT CHECK (json_valid(confirmed)),
    answers TEXT NOT NULL CHECK (json_valid(answers)),
    removed_at TEXT
  ) STRICT;
  CREATE INDEX letter_of_scan ON letter (scan_id, position);

  CREATE TABLE case_event (
    letter_id TEXT NOT NULL REFERENCES letter (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (letter_id, position)
  ) STRICT;
`
