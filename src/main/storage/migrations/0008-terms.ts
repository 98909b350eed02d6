/**
 * Names tables and columns as the code does, and adds the two indexes that were missing: other letters with
 * the same notice number and date are looked up whenever a letter is shown, and removing an exhibit looks for
 * the mailings that name it. The first index uses the same expressions as the query in `letters-table.ts`.
 */
export const terms0008 = `
  ALTER TABLE letter RENAME COLUMN absorbed TO superseded;
  ALTER TABLE blank RENAME TO form_template;
  ALTER TABLE form_template RENAME COLUMN manifest TO field_mapping;

  CREATE INDEX letter_of_notice ON letter (
    coalesce(confirmed ->> 'noticeCode', reading -> 'facts' ->> 'noticeCode'),
    coalesce(confirmed ->> 'noticeDate', reading -> 'facts' ->> 'noticeDate')
  );
  CREATE INDEX mailing_of_receipt ON mailing (receipt);
`
