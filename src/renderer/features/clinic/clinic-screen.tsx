import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTry } from '../../common/library-access/use-try.ts'
import { t } from '../../i18n/words.ts'
import { useAnswerOf } from '../../state/use-answer.ts'
import { More } from '../../ui/more.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { type ClinicProps, HelpedTable } from './helped-table.tsx'
import { HelperUnlock } from './helper-unlock.tsx'

/** The next days of all libraries that a helper may open, by one passphrase; with an open library or without. */
export function ClinicScreen({ source, saveTyped }: ClinicProps) {
  const state = useAnswerOf(source, 'helper:state')
  if (!state) return null
  const isOpen = state.keys === 'open'
  return (
    <div className={isOpen ? 'screen stack' : 'screen narrow stack'}>
      {!isOpen && <PageTitle title={t('clinic.title')} />}
      <Inside keys={state.keys} {...{ source, saveTyped }} />
    </div>
  )
}

type Keys = 'unavailable' | 'none' | 'damaged' | 'locked' | 'open'

function Inside({ keys, source, saveTyped }: ClinicProps & { keys: Keys }): ReactNode {
  switch (keys) {
    case 'unavailable':
    case 'none':
      return <p>{t('clinic.none')}</p>
    case 'damaged':
      return (
        <div className="callout error">
          <p>{t('clinic.damaged')}</p>
          <StartOver source={source} />
        </div>
      )
    case 'locked':
      return (
        <>
          <HelperUnlock api={source.api} />
          <More label={t('clinic.forgot')}>
            <div className="stack-s">
              <p>{t('clinic.forgotText')}</p>
              <StartOver source={source} />
            </div>
          </More>
        </>
      )
    case 'open':
      return <HelpedTable {...{ source, saveTyped }} />
  }
}

function StartOver({ source: { api } }: Pick<ClinicProps, 'source'>) {
  const { busy, refusal, run } = useTry()
  return (
    <div>
      <Button className="button" isDisabled={busy} onPress={() => run(() => api['helper:start-over'](null))}>
        {t('clinic.startOver')}
      </Button>
      {refusal && <p role="alert">{refusal}</p>}
    </div>
  )
}
