/** What a native speaker would not say, with what to say instead. Every text that a person reads is held to it. */
export const habits: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bmostly\b/i, 'usually'],
  [
    /\b(asks?|asked|done|called|made|paid|filed|request|answered|answer|is|was) (for )?in time\b/i,
    'on time, timely, by then',
  ],
  [/\b(day|date|time|year|period)s? (is|are) over\b/i, 'has passed, has ended'],
  [/\bthat (is|are) over\b/i, 'that has passed'],
  [/\bany more\b/i, 'no longer, before the verb'],
  [/\bthe same once more\b/i, 'it again'],
  [/\bsafe (day|date)s?\b/i, 'the mail-by date'],
  [/\bafterwards\b/i, 'after that, after the levy, then'],
  [/\bby itself\b/i, 'automatically'],
  [/\bthe clock of\b/i, 'the deadline at'],
  [/\buntil which day\b/i, 'by when'],
  [/\bwe know of no\b/i, 'as far as we know, there is no'],
  [/\blengthens? no\b/i, 'doesn’t extend any'],
  [/\bno law (holds|stops)\b/i, 'the law doesn’t stop'],
  [/\b(the|a) way to (the )?(tax )?court\b/i, 'the right to go to Tax Court'],
  [/\byes and no come\b/i, 'the IRS uses this number for approvals and denials'],
  [/\breally opens the door\b/i, 'what the IRS can do then'],
]

/** Each text with a habit, and what to say instead. */
export const habitsIn = (texts: readonly (readonly [where: string, text: string])[]): string[] =>
  texts.flatMap(([where, text]) =>
    habits
      .filter(([habit]) => habit.test(text))
      .map(([habit, instead]) => `${where}: "${text}" has ${habit}; say: ${instead}`),
  )
