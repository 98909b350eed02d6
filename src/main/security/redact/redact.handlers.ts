import type { Api } from '../../../shared/contract/contract.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { err } from '../../../shared/model/result.ts'
import { findScan, type LetterSources } from '../../letters/list-letters.ts'
import type { Reader } from '../../reading/process/client.ts'
import { pictureOfPage } from '../../scans/page-picture.ts'
import type { Secrets } from './find-secrets.ts'
import { redactedWidth, redactLetter } from './redact-letter.ts'

type Needs = LetterSources & { reader: Reader }

/** A copy of a letter to show to others. */
export function createRedactHandlers(needs: Needs): Pick<Api, 'letter:redacted'> {
  const { library, reader } = needs
  return {
    'letter:redacted': async ({ id, namesToo }) => {
      const found = findScan(needs, id)
      if (!found) return err({ code: 'letter.not-found' })
      const { letter, scan } = found
      return redactLetter({
        pages: letter.pages.map((page) => library.pageTexts.find(scan.id, page)),
        imageOf: ({ page, rotation }) => pictureOfPage(needs, scan.id, page, redactedWidth, rotation),
        secrets: secretsOf(letter, namesToo),
        reader,
      })
    },
  }
}

function secretsOf(letter: Letter, namesToo: boolean): Secrets {
  const { answers } = letter
  const all = [letter.confirmed, letter.reading?.facts, factsOf(letter)].flatMap((facts) => facts ?? [])
  const numbers = [answers.tin, answers.jointTin].map((tin) => tin.replace(/\D/g, '')).filter(Boolean)
  const last4 = [
    ...all.flatMap(({ tinLast4 }) => tinLast4 ?? []),
    ...numbers.map((digits) => digits.slice(-4)),
  ]
  const texts = namesToo
    ? [
        ...all.flatMap((facts) => [facts.taxpayerName, facts.taxpayerAddress]),
        ...[answers.name, answers.jointName, answers.street, answers.city],
      ]
    : []
  return {
    numbers: [...new Set(numbers)],
    last4: [...new Set(last4.filter((digits) => digits.length === 4))],
    texts: [...new Set(texts.filter((text): text is string => Boolean(text)))],
  }
}
