/** What the user said about the people that letters name: who they are, and who may speak for them. */
export const people0007 = `
  CREATE TABLE person (
    name TEXT NOT NULL PRIMARY KEY,
    role TEXT,
    representative TEXT NOT NULL,
    form_2848 TEXT,
    form_8821 TEXT
  ) STRICT;
`
