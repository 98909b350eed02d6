import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import type { Secrets } from './find-secrets.ts'

/**
 * What must be taken out of a copy of this letter: the numbers of both filers, as read, as confirmed and as
 * answered, what else lets somebody pass for the person (caller ID, upload code, mail number), and with `namesToo` also
 * names and addresses.
 */
export function secretsOf(
  letter: Pick<Letter, 'answers' | 'confirmed' | 'reading'>,
  namesToo: boolean,
): Secrets {
  const { answers } = letter
  const all = [letter.confirmed, letter.reading?.facts, factsOf(letter)].flatMap((facts) => facts ?? [])
  const filers = [answers.tin, answers.jointTin].map((tin) => tin.replace(/\D/g, '')).filter(Boolean)
  const codes = all.flatMap(({ callerId, certifiedNumber, uploadCode }) =>
    [callerId, certifiedNumber, uploadCode].flatMap((code) => code ?? []),
  )
  const withLetters = codes.filter((code) => /\p{L}/u.test(code))
  const numbers = [
    ...filers,
    ...codes.filter((code) => !withLetters.includes(code)).map((code) => code.replace(/\D/g, '')),
  ].filter(Boolean)
  const last4 = [
    ...all.flatMap(({ tinLast4 }) => tinLast4 ?? []),
    ...filers.map((digits) => digits.slice(-4)),
  ]
  const names = namesToo
    ? [
        ...all.flatMap((facts) => [facts.taxpayerName, facts.taxpayerAddress]),
        ...[answers.name, answers.jointName, answers.street, answers.city],
      ]
    : []
  return {
    numbers: [...new Set(numbers)],
    last4: [...new Set(last4.filter((digits) => digits.length === 4))],
    texts: [...new Set([...withLetters, ...names].filter((text): text is string => Boolean(text)))],
  }
}
