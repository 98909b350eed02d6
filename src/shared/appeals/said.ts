import type { AppealAnswers } from '../model/appeal.ts'

/** What people type to get past a box: it says nothing, in English or in Spanish. */
const emptyWords = new Set(
  ['n/a', 'na', 'none', 'nothing', 'no', 'nil', 'null', 'tbd', 'todo', 'idk', 'asdf', 'test', 'same'].concat([
    'not applicable',
    'unknown',
    'ninguno',
    'ninguna',
    'nada',
    'no aplica',
    'no sé',
    'no se',
  ]),
)

/** The text without space around it; empty if it says nothing, such as `.`, `x` or `n/a`. */
export function said(text: string): string {
  const trimmed = text.trim()
  const bare = trimmed.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').toLowerCase()
  return bare === '' || /^x{1,4}$/.test(bare) || emptyWords.has(bare) ? '' : trimmed
}

/** The answers as a paper may use them: what says nothing counts as not answered. */
export const saidAnswers = (answers: AppealAnswers): AppealAnswers => ({
  ...answers,
  ...onlySaid(answers, lines),
  attachments: answers.attachments.map(said).filter(Boolean),
  reasons: answers.reasons.map(({ id, detail }) => ({ id, detail: said(detail) })),
  remedies: answers.remedies.map(({ id, amount, day }) => ({
    id,
    amount: /\d/.test(amount) ? amount.trim() : '',
    day: said(day),
  })),
})

const lines = [
  'name',
  'tin',
  'street',
  'city',
  'state',
  'zip',
  'homePhone',
  'businessPhone',
  'representativeName',
  'representativePhone',
  'whyWrong',
  'harm',
  'fix',
  'conferenceWith',
  'bestTime',
  'jointName',
  'jointTin',
  'jointAddress',
  'sendToAddress',
  'sendToFax',
  'sendToPerson',
] as const satisfies (keyof AppealAnswers)[]

const onlySaid = <K extends (typeof lines)[number]>(answers: Pick<AppealAnswers, K>, keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, said(answers[key])])) as Record<K, string>
