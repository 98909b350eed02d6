import { useState } from 'react'
import { Button } from 'react-aria-components'
import {
  type FactName,
  factNames,
  type Letter,
  type LetterFacts,
  noFacts,
} from '../../../shared/model/letter.ts'
import { textFromFact } from '../../common/letter/facts-draft.ts'
import { t } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'

/** Reads the scan again. Confirmed facts stay; differences in the new reading are shown. */
export function ReadAgain({ letter }: { letter: Letter }) {
  const library = useLibrary()
  const [before, setBefore] = useState<LetterFacts | null>(null)
  const busy = letter.status.kind === 'waiting' || letter.status.kind === 'reading'
  const start = async () => {
    setBefore(letter.reading?.facts ?? noFacts)
    await attempt(library, library.api['letter:read-again']({ id: letter.id }))
  }
  const now = letter.reading?.facts
  return (
    <div className="stack-s">
      <div className="row">
        <Button className="button small" isPending={busy} onPress={start}>
          {t(busy ? 'letter.readingAgain' : 'letter.readAgain')}
        </Button>
        {busy && (
          <Button
            className="button quiet small"
            onPress={() => attempt(library, library.api['letter:stop-reading']({ id: letter.id }))}
          >
            {t('letter.stopReading')}
          </Button>
        )}
      </div>
      <div role="status">
        {before && now && !busy && (
          <Differences names={changedFacts(before, now)} now={now} confirmed={letter.confirmed} />
        )}
      </div>
    </div>
  )
}

/** The facts that two readings of one letter see differently. */
const changedFacts = (before: LetterFacts, now: LetterFacts): FactName[] =>
  factNames.filter((name) => textFromFact(before, name) !== textFromFact(now, name))

type DifferencesProps = { names: FactName[]; now: LetterFacts; confirmed: LetterFacts | null }

function Differences({ names, now, confirmed }: DifferencesProps) {
  if (names.length === 0) return <p>{t('letter.readTheSame')}</p>
  return (
    <>
      <p>{t(confirmed ? 'letter.readOtherwiseConfirmed' : 'letter.readOtherwise')}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>
            {t('letter.readNow', {
              name: t(`facts.names.${name}`),
              text: textFromFact(now, name) || t('facts.none'),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
