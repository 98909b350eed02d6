import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Output } from '../../../../shared/contract/contract.ts'
import type { HistoryStep } from '../../../../shared/model/history.ts'
import type { Letter } from '../../../../shared/model/letter.ts'
import { useUndo } from '../../../common/undo/use-undo.ts'
import { instant } from '../../../i18n/format.ts'
import { t } from '../../../i18n/words.ts'
import { useLibrary } from '../../../state/library-context.tsx'
import { Fold } from '../../../ui/more.tsx'
import { wordsOfStep } from './history-words.ts'
import './letter-history.css'

type History = Extract<Output<'letter:history'>, { ok: true }>['value']

/** All that happened to a letter, the latest first, and the way back. */
export function LetterHistory({ letter }: { letter: Letter }) {
  const { api } = useLibrary()
  const [history, setHistory] = useState<History | null>(null)
  useEffect(() => {
    let wanted = true
    api['letter:history']({ id: letter.id }).then(
      (found) => wanted && found.ok && setHistory(found.value),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [api, letter])
  if (!history || history.steps.length === 0) return null
  return (
    <Fold label={t('history.title')}>
      <UndoButtons letter={letter} history={history} />
      <Steps steps={history.steps} />
    </Fold>
  )
}

function UndoButtons({ letter, history }: { letter: Letter; history: History }) {
  const takeBack = useUndo()
  return (
    <div className="row">
      <Button
        className="button small"
        isDisabled={history.undo === null}
        onPress={() => takeBack(letter.id, false)}
      >
        {t('history.undoLast')}
      </Button>
      {history.redo !== null && (
        <Button className="button small" onPress={() => takeBack(letter.id, true)}>
          {t('history.redo')}
        </Button>
      )}
    </div>
  )
}

function Steps({ steps }: { steps: HistoryStep[] }) {
  return (
    <ol className="history">
      {steps.toReversed().map((step) => {
        const [first, ...details] = wordsOfStep(step, steps)
        return (
          <li key={step.id}>
            <time className="soft small" dateTime={step.at}>
              {instant(step.at)}
            </time>
            <div>
              <p>{first}</p>
              {details.map((detail) => (
                <p key={detail} className="small">
                  {detail}
                </p>
              ))}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
