/**
 * Sums over the records of each letter and each scan, and one over all of them (`storage/sums`), so that a record that
 * was changed outside of the app, or put back as it was before, is noticed. The first values follow in the same
 * transaction.
 */
export const sums0009 = `
  CREATE TABLE record_sum (
    owner TEXT NOT NULL PRIMARY KEY,
    sum BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE record_chain (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key BLOB NOT NULL,
    changes INTEGER NOT NULL,
    sum BLOB NOT NULL
  ) STRICT;
`
