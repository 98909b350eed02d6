/** What a person set for this library, and what the app has to remember about it. The values are JSON. */
export const settings0006 = `
  CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT;
`
