import { useCallback, useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Output } from '../../../shared/contract/contract.ts'
import type { HelpedLibrary } from '../../../shared/contract/helper.ts'
import { useTry } from '../../common/library-access/use-try.ts'
import { byNextDay, type NextRow } from '../../common/next-days/next-row.ts'
import { NextTable } from '../../common/next-days/next-table.tsx'
import { personWords } from '../../common/people/person-words.ts'
import { errorWords, t } from '../../i18n/words.ts'
import { goTo, type Route } from '../../state/route.ts'
import type { AnswerSource } from '../../state/use-answer.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import './clinic.css'

export type ClinicProps = {
  source: AnswerSource
  /** Puts what was typed into the library that is open, before it is left. */
  saveTyped: () => Promise<unknown>
}

type Listed = Extract<Output<'helper:list'>, { ok: true }>['value']
type OpenAt = (grant: string, to: Route) => void

/** One row a library, the most urgent first; those that cannot be read come last, each with its reason. */
export function HelpedTable({ source: { api }, saveTyped }: ClinicProps) {
  const { busy, refusal, run } = useTry()
  const [listed, setListed] = useState<Listed | null>(null)
  const look = useCallback(async () => {
    const found = await api['helper:list'](null).catch(() => null)
    if (found?.ok) setListed(found.value)
  }, [api])
  // Once: each look opens every library. It is done again by hand.
  useEffect(() => void look(), [look])
  const openAt: OpenAt = async (grant, to) => {
    await saveTyped()
    if (await run(() => api['helper:open']({ grant }))) goTo(to)
  }
  const rows = listed?.libraries.map((library) => rowOf(library, openAt)).sort(problemsLast) ?? []
  return (
    <>
      <header className="row clinic-head">
        <PageTitle title={t('clinic.title')} />
        <span role="status">{(busy || !listed) && t('libraries.working')}</span>
        <Button className="button small" onPress={look}>
          {t('clinic.again')}
        </Button>
        <Button className="button small" onPress={() => run(() => api['helper:lock'](null))}>
          {t('settings.protection.lock')}
        </Button>
      </header>
      {refusal && (
        <p role="alert" className="callout error">
          {refusal}
        </p>
      )}
      {listed && rows.length === 0 && <p>{errorWords('helper.no-library')}</p>}
      {listed && rows.length > 0 && (
        <section className="card clinic-list" aria-label={t('clinic.libraries')}>
          <NextTable
            label={t('clinic.libraries')}
            who={t('clinic.library')}
            {...{ rows, today: listed.today }}
          />
        </section>
      )}
    </>
  )
}

function rowOf({ grant, name, problem, next, also, doubt }: HelpedLibrary, openAt: OpenAt): NextRow {
  return {
    key: grant,
    who: { text: name ?? t('libraries.own'), way: () => openAt(grant, { screen: 'home' }) },
    about: next?.person ? personWords(next.person) : null,
    next,
    way: next && (() => openAt(grant, { screen: 'letter', id: next.letter, find: null })),
    also,
    problem: problem && errorWords(problem.code, problem.block),
    doubt,
  }
}

const problemsLast = (a: NextRow, b: NextRow): number =>
  Number(a.next === null && Boolean(a.problem)) - Number(b.next === null && Boolean(b.problem)) ||
  byNextDay(a, b)
