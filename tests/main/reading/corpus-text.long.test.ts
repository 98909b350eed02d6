import { afterAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/main/shells/system-clock.ts'
import { addToScore, confusions, emptyScore } from '../../bench/reading-score.ts'
import { corpusOf } from '../../fixtures/corpus/corpus.ts'
import { chromiumPath, closePrinter, printPdf } from '../../fixtures/printer.ts'
import { sampleOf, takesAllCases } from '../../support.ts'
import { law, startReader } from './reading-support.ts'

const reader = startReader()
afterAll(async () => {
  await closePrinter()
  await reader.close()
})

/** A few letters and papers of others; `npm run bench:reading` measures the whole corpus. */
const corpus = corpusOf(law, 4)
const letters = corpus.filter(({ truth }) => truth !== null)
const others = corpus.filter(({ truth }) => truth === null)
const sample = [...sampleOf(letters, 40), ...sampleOf(others, 5)]

describe.skipIf(!chromiumPath)('the corpus (skipped: no Chromium here)', () => {
  test(
    'yields no wrong number, and no paper from others is claimed',
    async () => {
      const score = emptyScore()
      for (const paper of sample) {
        const result = await reader.read(await printPdf(paper.html))
        addToScore(score, paper, paper.kind, result.ok ? result.value : null, systemClock.today())
      }
      expect(score.otherPaper).toBeGreaterThan(takesAllCases ? 20 : 4)
      expect(confusions(score).filter((line) => /^(?:other paper|noticeCode|letters)/.test(line))).toEqual([])
      const wrong = [...score.fields.values()].reduce((sum, tally) => sum + tally.wrong, 0)
      const right = [...score.fields.values()].reduce((sum, tally) => sum + tally.right, 0)
      expect(right / (right + wrong)).toBeGreaterThan(0.99)
    },
    takesAllCases ? 1_800_000 : 240_000,
  )
})
