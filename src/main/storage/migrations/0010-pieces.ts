/**
 * The bytes of a large file, exhibit, or form template in pieces (`storage/contents.ts`). SQLite takes and gives a value only
 * as a whole, with copies of its own, so that one of 190 MB took three times its size in memory. What is there already stays
 * as it is.
 */
export const pieces0010 = `
  CREATE TABLE content_piece (
    content_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (content_id, position)
  ) STRICT;
`
