import { english } from '../i18n/english.ts'
import { type FilledLawText, type Message, type Sentence, say } from '../i18n/message.ts'
import { getRule } from '../law/law.ts'
import type { AppealAnswers, CollectionAction } from '../model/appeal.ts'
import type { LetterFacts } from '../model/letter.ts'
import type { StatementPart } from './draft.ts'
import type { DraftInput } from './draft-common.ts'
import { namedExhibits } from './exhibit-names.ts'
import type { FormDescription } from './form-description.ts'
import { chosenReasons, needsAmount, needsDay, offered, type Remedy, saysOf } from './reasons.ts'
import { byTwo, cited, sentence, toldPart } from './told-part.ts'

export type StatementInput = DraftInput & {
  facts: LetterFacts
  answers: AppealAnswers
  actions: CollectionAction[]
}

/**
 * The chosen reasons with the law and the person's facts, then the person's own words; a reason without its facts
 * becomes a blank to fill in.
 */
export function whyParts(input: StatementInput, heading: Sentence, must: Message): StatementPart[] {
  const { answers } = input
  const reasons = chosen(input).reasons.map((each, index) => ({
    ...each,
    id: `reason-${index + 1}` as const,
  }))
  const told = reasons
    .filter(({ detail }) => detail)
    .map(({ reason, detail, id }) => [
      sentence(cited(english(saysOf(reason, answers)), english(reason.citation)), 'law', id),
      sentence(detail, 'you', id),
    ])
  const own = answers.whyWrong.trim()
  const paragraphs = [...told, ...(own ? [[sentence(own, 'you', 'own')]] : [])]
  const incomplete = reasons
    .filter(({ detail }) => !detail)
    .map(({ reason, id }): StatementPart => {
      const says = saysOf(reason, answers)
      const blank = say('draft.addFacts', { says, ask: reason.ask })
      return { heading, question: id, blank, stops: true, begun: english(says) }
    })
  if (paragraphs.length === 0 && incomplete.length === 0) {
    return [{ heading, question: 'reasons', blank: say('draft.sayWhy', { must }), stops: true }]
  }
  return [...(paragraphs.length > 0 ? [toldPart(heading, 'reasons', paragraphs)] : []), ...incomplete]
}

export function harmPart({ answers }: StatementInput): StatementPart {
  const heading = say('draft.heading.harm')
  const text = answers.harm.trim()
  if (text) return toldPart(heading, 'harm', [[sentence(text, 'you', 'harm')]])
  return { heading, question: 'harm', blank: say('draft.whichHarm'), stops: false }
}

/** The chosen remedies with amount and date, then the person's own words. */
export function fixParts(input: StatementInput, heading: Sentence, must: Message | null): StatementPart[] {
  const { answers, form } = input
  const remedies = chosen(input).remedies.map((each, index) => ({
    ...each,
    id: `offer-${index + 1}` as const,
  }))
  const told = remedies
    .filter((each) => !lacksAmount(each) && !lacksDay(each))
    .flatMap(({ remedy, amount, day, id }) => {
      const offer = english({ ...saysOf(remedy, answers), fill: { amount, day } })
      const name = legalName(form, remedy)
      const asks = `${byTwo(answers) ? 'We' : 'I'} propose this collection alternative: ${name}.`
      return [
        ...(name ? [sentence(asks, 'law', id)] : []),
        sentence(cited(offer, english(remedy.citation)), 'you', id),
      ]
    })
  const own = answers.fix.trim()
  const sentences = [...told, ...(own ? [sentence(own, 'you', 'fix')] : [])]
  const incomplete = remedies.flatMap((each): StatementPart[] => {
    const unfinished = offerToComplete(each, answers)
    return unfinished ? [{ heading, question: each.id, ...unfinished, stops: true }] : []
  })
  if (sentences.length === 0 && incomplete.length === 0) {
    const blank = must ? say('draft.sayOffer', { must }) : say('draft.sayOfferAlone')
    return [{ heading, question: 'offers', blank, stops: true }]
  }
  return [...(sentences.length > 0 ? [toldPart(heading, 'offers', [sentences])] : []), ...incomplete]
}

/** What item 9 of the form calls it; null: the form has no name for it. */
function legalName({ blocks }: FormDescription, { item9 }: Remedy): string | null {
  const box = blocks.find(({ block }) => block === '9')?.boxes?.find(({ id }) => id === item9)
  return box && item9 !== 'other' ? english(box.label) : null
}

export function attachmentsPart({ law, letter }: StatementInput): StatementPart {
  const exhibits = namedExhibits(law, letter)
  const texts = exhibits.map(({ name, title, file }) =>
    file === 'letter' ? lowerFirst(english(title)) : `${english(name)}: ${english(title)}`,
  )
  const enclosed = sentence(
    `${upperFirst(texts.join('; '))}.`,
    exhibits.length > 1 ? 'you' : 'letter',
    'exhibits',
  )
  return toldPart(say('draft.heading.attached'), 'exhibits', [[enclosed]])
}

/** What the law requires a request to contain. */
export const mustSay = ({ law }: StatementInput, rule: string): Message =>
  say('draft.mustSay', { citation: getRule(law, rule).citation })

const chosen = ({ reasons, actions, form, answers }: StatementInput) =>
  chosenReasons(offered(reasons, actions, form.form), answers)

type ChosenRemedy = ReturnType<typeof chosen>['remedies'][number]
const lacksAmount = ({ remedy, amount }: ChosenRemedy): boolean => needsAmount(remedy) && !amount
const lacksDay = ({ remedy, day }: ChosenRemedy): boolean => needsDay(remedy) && !day

/** The offer, with lines to write on where something is missing; null: nothing is missing. */
function offerToComplete(
  chosen: ChosenRemedy,
  answers: AppealAnswers,
): { blank: Message; begun: string } | null {
  const [amount, day] = [lacksAmount(chosen), lacksDay(chosen)]
  const fill = { amount: chosen.amount || '$______', day: chosen.day || '____________' }
  const offer: FilledLawText = { ...saysOf(chosen.remedy, answers), fill }
  const begun = english(offer)
  if (amount && day) return { blank: say('draft.writeAmountAndDay', { offer }), begun }
  if (amount) return { blank: say('draft.writeAmount', { offer }), begun }
  return day ? { blank: say('draft.writeDay', { offer }), begun } : null
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
