import { opensAppeal } from '../../../shared/appeals/checklist.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import type { Core } from '../../app/core.ts'
import { wordsOfError } from '../words.ts'
import { papersOf } from './blank-words.ts'
import { CommandFailure } from './command-failure.ts'

/**
 * A letter to which no form of an appeal belongs gets no packet: the reason, and what fits instead, with its day. A notice
 * of deficiency goes to the court, at the court's own address.
 */
export async function refuseWrongPaper(core: Core, letter: Letter): Promise<void> {
  if (opensAppeal(core.law, letter)) return
  const { telling, checklist } = await papersOf(core, letter)
  const next = [telling.nextStep.text, ...(telling.when ? [telling.when.text] : [])].map(english).join(' ')
  const steps = telling.steps.map(({ text }) => `  - ${english(text)}`)
  const together = checklist.groups
    .filter(({ heading }) => 'key' in heading && heading.key === 'checklist.heading.together')
    .flatMap((group) => group.steps.map(({ text }) => `  - ${english(text)}`))
  throw new CommandFailure(
    [wordsOfError('packet.no-appeal'), `What fits: ${next}`, ...steps, 'Put together:', ...together].join(
      '\n',
    ),
  )
}
