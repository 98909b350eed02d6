import type { Draft, DraftBlock, DraftSource, StatementPart } from '../../../shared/appeals/draft.ts'
import { printedNumber } from '../../../shared/appeals/form-description.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { Message } from '../../../shared/i18n/message.ts'
import { LawText, PrintedText, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import './draft-view.css'

/** The current draft, block by block: each value with its origin, each empty field with the reason. */
export function DraftView({ draft }: { draft: Draft }) {
  const stops = draft.missingFields.filter((field) => field.stops)
  const forUs = draft.blocks.filter((block) => block.kind !== 'irsUse')
  return (
    <section className="card stack" aria-label={t('draft.label')}>
      <header className="stack-s">
        <h3>
          <Sentence
            of="draft.title"
            values={{ form: draft.form }}
            put={{
              title: <LawText>{draft.title}</LawText>,
              revision: <LawText>{{ verbatim: draft.revision }}</LawText>,
            }}
          />
        </h3>
        <p className="small soft">{t('draft.unsigned')}</p>
        <p className="small" role="status">
          {stops.length === 0 ? t('draft.complete') : t('draft.stops', { count: stops.length })}
        </p>
      </header>
      <dl className="draft">
        {forUs.map((block) => (
          <Block key={block.block} block={block} draft={draft} />
        ))}
      </dl>
      {forUs.length < draft.blocks.length && <p className="small soft">{t('draft.irsUse')}</p>}
    </section>
  )
}

function Block({ block, draft }: { block: DraftBlock; draft: Draft }) {
  const isStatement = block.block === draft.statementBlock
  const stops = isStatement
    ? draft.statement.some((part) => 'blank' in part && part.stops)
    : block.kind === 'blank' && block.stops
  const number = printedNumber(block.block)
  return (
    <div className={stops ? 'draft-block stops' : 'draft-block'}>
      <dt>
        {number && <span className="draft-number">{number}</span>} <PrintedText>{block.label}</PrintedText>
      </dt>
      <dd>{isStatement ? <Statement draft={draft} /> : <BlockValue block={block} />}</dd>
    </div>
  )
}

/** In parts, each with its own origin. */
const Statement = ({ draft }: { draft: Draft }) => (
  <>
    {draft.continuation !== null && (
      <p className="small soft">{t('draft.continuation', { block: draft.statementBlock })}</p>
    )}
    <ol className="draft-parts">
      {draft.statement.map((part) => (
        <li key={`${english(part.heading)} ${'text' in part ? '' : english(part.blank)}`}>
          <strong>
            <LawText>{part.heading}</LawText>:
          </strong>{' '}
          <PartText part={part} />
        </li>
      ))}
    </ol>
  </>
)

const PartText = ({ part }: { part: StatementPart }) =>
  'text' in part ? (
    <Said value={part.text} from={part.from} />
  ) : (
    <Blank reason={part.blank} stops={part.stops} />
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
