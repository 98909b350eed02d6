/**
 * A scan is a list of stored files that are read as one sequence of pages, and may have a page layout set by
 * a person. The table is rebuilt, because SQLite cannot drop a UNIQUE column; the first file of a scan gets
 * the scan's own id.
 */
export const files0004 = `
  CREATE TABLE file (
    id TEXT NOT NULL PRIMARY KEY,
    scan_id TEXT NOT NULL REFERENCES scan (id),
    position INTEGER NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    file_name TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    page_count INTEGER,
    password TEXT,
    bytes BLOB NOT NULL
  ) STRICT;
  INSERT INTO file (id, scan_id, position, sha256, file_name, kept_at, page_count, bytes)
    SELECT id, id, 0, sha256, file_name, kept_at, page_count, bytes FROM scan;
  CREATE INDEX file_of_scan ON file (scan_id, position);

  CREATE TABLE scan_of_files (
    id TEXT NOT NULL PRIMARY KEY,
    kept_at TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'read', 'failed')),
    failure TEXT,
    is_irs INTEGER CHECK (is_irs IN (0, 1)),
    rotations TEXT CHECK (json_valid(rotations)),
    arrangement TEXT CHECK (json_valid(arrangement))
  ) STRICT;
  INSERT INTO scan_of_files (id, kept_at, status, failure, is_irs, rotations)
    SELECT id, kept_at, status, failure, is_irs, rotations FROM scan;
  DROP TABLE scan;
  ALTER TABLE scan_of_files RENAME TO scan;

  ALTER TABLE letter ADD COLUMN absorbed INTEGER NOT NULL DEFAULT 0 CHECK (absorbed IN (0, 1));
`
