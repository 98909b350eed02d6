import type { Draft, DraftBlock } from '../../shared/model/appeal.ts'
import { LawText, Sentence } from '../ui/law-text.tsx'
import { t } from '../ui/words.ts'

/** The draft, block by block, as it stands now; a blank says why it is blank. */
export function DraftView({ draft }: { draft: Draft }) {
  const stops = draft.gaps.filter((gap) => gap.stops)
  const forUs = draft.blocks.filter((block) => block.kind !== 'irsUse')
  const irsUse = draft.blocks.filter((block) => block.kind === 'irsUse')
  return (
    <section className="card stack" aria-label={t('draft.label')}>
      <header className="stack-s">
        <h3>
          <Sentence
            of="draft.title"
            values={{ form: draft.form }}
            put={{
              title: <LawText>{draft.title}</LawText>,
              revision: <LawText>{draft.revision}</LawText>,
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
          <Block key={block.block} block={block} />
        ))}
      </dl>
      {irsUse.length > 0 && (
        <p className="small soft">
          <Sentence
            of="draft.irsUse"
            put={{
              from: <LawText>{irsUse[0]?.block ?? ''}</LawText>,
              to: <LawText>{irsUse.at(-1)?.block ?? ''}</LawText>,
            }}
          />
        </p>
      )}
      {draft.continuation && (
        <div className="stack-s">
          <h4>{t('draft.continuation')}</h4>
          <p className="draft-text" lang="en">
            {draft.continuation}
          </p>
        </div>
      )}
    </section>
  )
}

const Block = ({ block }: { block: DraftBlock }) => (
  <div className={block.kind === 'blank' && block.stops ? 'draft-block stops' : 'draft-block'}>
    <dt lang="en">
      <span className="draft-number">{block.block}</span> {block.label}
    </dt>
    <dd>
      <BlockValue block={block} />
    </dd>
  </div>
)

function BlockValue({ block }: { block: DraftBlock }) {
  switch (block.kind) {
    case 'text':
      return (
        <span className="draft-text" lang="en">
          {block.value}
        </span>
      )
    case 'boxes':
      return <Boxes boxes={block.boxes} />
    case 'blank':
      return (
        <span className="draft-blank">
          <Sentence
            of={block.stops ? 'draft.blankStops' : 'draft.blank'}
            put={{ reason: <LawText>{block.reason}</LawText> }}
          />
        </span>
      )
    case 'ink':
      return (
        <>
          <span className="draft-blank">
            <Sentence of="draft.ink" put={{ reason: <LawText>{block.reason}</LawText> }} />
          </span>
          {block.boxes && <Boxes boxes={block.boxes} />}
        </>
      )
    case 'irsUse':
      return null
  }
}

const Boxes = ({ boxes }: { boxes: { label: string; checked: boolean }[] }) => (
  <ul className="draft-boxes">
    {boxes.map(({ label, checked }) => (
      <li key={label}>
        <span aria-hidden="true">{checked ? '☒' : '☐'}</span>
        <span className="visually-hidden">{t(checked ? 'draft.checked' : 'draft.notChecked')}</span>{' '}
        <span lang="en">{label}</span>
      </li>
    ))}
  </ul>
)
