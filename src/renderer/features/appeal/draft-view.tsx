import type {
  Draft,
  DraftBlock,
  DraftSource,
  SaidSentence,
  StatementPart,
} from '../../../shared/appeals/draft.ts'
import { printedNumber } from '../../../shared/appeals/form-description.ts'
import { type QuestionId, questionOfBlock } from '../../../shared/appeals/question.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { Message } from '../../../shared/i18n/message.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { LawText, PrintedText, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { hashOfQuestion } from './question-props.ts'
import './draft-view.css'

type Props = { letter: Letter; draft: Draft; current: QuestionId | null }

/**
 * The current draft, block by block: each value with its origin, each empty field with the reason, and each with the way
 * to its question. `current`: the question that is open, whose blocks are marked.
 */
export function DraftView({ letter, draft, current }: Props) {
  const stops = draft.missingFields.filter((field) => field.stops)
  const forUs = draft.blocks.filter((block) => block.kind !== 'irsUse')
  return (
    <section className="card stack" aria-label={t('draft.label')}>
      <header className="stack-s">
        <h2 className="draft-title">
          <Sentence
            of="draft.title"
            values={{ form: draft.form }}
            put={{
              title: <LawText>{draft.title}</LawText>,
              revision: <LawText>{{ verbatim: draft.revision }}</LawText>,
            }}
          />
        </h2>
        <p className="small soft">{t('draft.unsigned')}</p>
        <p className="small" role="status">
          {stops.length === 0 ? t('draft.complete') : t('draft.stops', { count: stops.length })}
        </p>
      </header>
      <dl className="draft">
        {forUs.map((block) => (
          <Block key={block.block} block={block} letter={letter} draft={draft} current={current} />
        ))}
      </dl>
      {forUs.length < draft.blocks.length && <p className="small soft">{t('draft.irsUse')}</p>}
    </section>
  )
}

function Block({ block, letter, draft, current }: Props & { block: DraftBlock }) {
  const isStatement = block.block === draft.statementBlock
  const stops = isStatement
    ? draft.statement.some((part) => 'blank' in part && part.stops)
    : block.kind === 'blank' && block.stops
  const number = printedNumber(block.block)
  const question = questionOfBlock(draft.form, block.block)
  const label = (
    <>
      {number && <span className="draft-number">{number}</span>} <PrintedText>{block.label}</PrintedText>
    </>
  )
  const asked = isStatement ? questionsOf(draft) : question ? [question] : []
  const isCurrent = current !== null && asked.includes(current)
  return (
    <div
      data-asked={asked.join(' ')}
      className={['draft-block', stops && 'stops', isCurrent && 'current'].filter(Boolean).join(' ')}
    >
      <dt>{question && !isStatement ? <a href={hashOfQuestion(letter, question)}>{label}</a> : label}</dt>
      <dd>{isStatement ? <Statement letter={letter} draft={draft} /> : <BlockValue block={block} />}</dd>
    </div>
  )
}

type Shown = Pick<Props, 'letter' | 'draft'>

/** All questions whose answers are in the statement. */
const questionsOf = ({ statement }: Draft): QuestionId[] =>
  statement.flatMap((part) => [
    part.question,
    ...('text' in part ? part.sentences.map(({ question }) => question) : []),
  ])

/** In parts, each sentence with the way to its answer. */
const Statement = ({ letter, draft }: Shown) => (
  <>
    {draft.continuation !== null && (
      <p className="small soft">{t('draft.continuation', { block: draft.statementBlock })}</p>
    )}
    <ol className="draft-parts">
      {draft.statement.map((part) => (
        <li key={`${english(part.heading)} ${'text' in part ? '' : english(part.blank)}`}>
          <strong>
            <a href={hashOfQuestion(letter, part.question)}>
              <LawText>{part.heading}</LawText>
            </a>
            :
          </strong>{' '}
          <PartText letter={letter} part={part} />
        </li>
      ))}
    </ol>
  </>
)

const PartText = ({ letter, part }: Pick<Props, 'letter'> & { part: StatementPart }) =>
  'text' in part ? (
    <>
      <span className="draft-text" lang="en">
        {part.sentences.map((each) => (
          <SentenceLink key={`${each.question} ${each.text}`} letter={letter} sentence={each} />
        ))}
      </span>{' '}
      <Sources from={part.from} />
    </>
  ) : (
    <Blank reason={part.blank} stops={part.stops} />
  )

/** A sentence of the statement; a click changes the answer that it was made from. */
const SentenceLink = ({ letter, sentence }: Pick<Props, 'letter'> & { sentence: SaidSentence }) => (
  <>
    <a
      className="draft-sentence"
      href={hashOfQuestion(letter, sentence.question)}
      title={t(`draft.from.${sentence.from}`)}
    >
      {sentence.text}
    </a>{' '}
  </>
)

const Blank = ({ reason, stops }: { reason: Message; stops: boolean }) => (
  <span className="draft-blank">
    <Sentence of={stops ? 'draft.blankStops' : 'draft.blank'} put={{ reason: <LawText>{reason}</LawText> }} />
  </span>
)

const Said = ({ value, from }: { value: string; from: DraftSource[] }) => (
  <>
    <span className="draft-text" lang="en">
      {value}
    </span>{' '}
    <Sources from={from} />
  </>
)

const Sources = ({ from }: { from: DraftSource[] }) => (
  <span className="draft-from">{from.map((source) => t(`draft.from.${source}`)).join(' · ')}</span>
)

function BlockValue({ block }: { block: DraftBlock }) {
  switch (block.kind) {
    case 'text':
      return <Said value={block.value} from={block.from} />
    case 'boxes':
      return (
        <>
          <Boxes boxes={block.boxes} />
          {block.boxes.some(({ checked }) => checked) && <Sources from={block.from} />}
        </>
      )
    case 'blank':
      return <Blank reason={block.reason} stops={block.stops} />
    case 'handwritten':
      return (
        <>
          <span className="draft-blank">
            <Sentence of="draft.handwritten" put={{ reason: <LawText>{block.reason}</LawText> }} />
          </span>
          {block.boxes && <Boxes boxes={block.boxes} />}
        </>
      )
    case 'irsUse':
      return null
  }
}

const Boxes = ({ boxes }: { boxes: { label: Message; checked: boolean }[] }) => (
  <ul className="draft-boxes">
    {boxes.map(({ label, checked }) => (
      <li key={english(label)}>
        <span aria-hidden="true">{checked ? '☒' : '☐'}</span>
        <span className="visually-hidden">{t(checked ? 'draft.checked' : 'draft.notChecked')}</span>{' '}
        <PrintedText>{label}</PrintedText>
      </li>
    ))}
  </ul>
)
