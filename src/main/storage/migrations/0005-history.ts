/**
 * What happened to each letter, append only: a step that has another one after it never changes, and steps
 * are deleted only with their letter. A removed exhibit stays until then, so that it can come back.
 */
export const history0005 = `
  CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    letter_id TEXT NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changes TEXT NOT NULL CHECK (json_valid(changes)),
    undoes INTEGER REFERENCES history (id) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX history_of_letter ON history (letter_id, id);
  CREATE INDEX history_undone ON history (undoes);

  CREATE TRIGGER history_keeps_what_it_says BEFORE UPDATE OF id, letter_id, at, undoes ON history
    BEGIN SELECT RAISE(ABORT, 'history is append only'); END;
  CREATE TRIGGER history_keeps_its_steps BEFORE UPDATE OF changes ON history
    WHEN EXISTS (SELECT 1 FROM history AS later WHERE later.letter_id = old.letter_id AND later.id > old.id)
    BEGIN SELECT RAISE(ABORT, 'history is append only'); END;
  CREATE TRIGGER history_stays BEFORE DELETE ON history
    WHEN EXISTS (SELECT 1 FROM letter WHERE id = old.letter_id)
    BEGIN SELECT RAISE(ABORT, 'history is append only'); END;

  ALTER TABLE exhibit ADD COLUMN removed_at TEXT;
`
