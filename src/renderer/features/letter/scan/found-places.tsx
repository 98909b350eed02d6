import { useEffect, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Output } from '../../../../shared/contract/contract.ts'
import type { LetterId } from '../../../../shared/model/letter.ts'
import { t } from '../../../i18n/words.ts'
import { useLibrary } from '../../../state/library-context.tsx'
import { hashFromRoute, type LetterFind } from '../../../state/route.ts'
import type { ScanMark } from './scan-view.tsx'
import './found-places.css'

type FoundPlaces = { text: string; marks: ScanMark[]; at: number; go: (step: number) => void }
type Places = Extract<Output<'letter:find'>, { ok: true }>['value']['places']

/** All matches of the search text that led to this letter; null when it was not opened from a search. */
export function useFoundPlaces(id: LetterId | undefined, find: LetterFind | null): FoundPlaces | null {
  const { api } = useLibrary()
  const [places, setPlaces] = useState<Places>([])
  const [at, setAt] = useState(0)
  const [text, page] = [find?.text, find?.page]
  useEffect(() => {
    setPlaces([])
    if (!id || text === undefined) return
    let wanted = true
    api['letter:find']({ id, text }).then(
      (found) => {
        if (!wanted || !found.ok) return
        setPlaces(found.value.places)
        setAt(firstOn(found.value.places, page ?? 1))
      },
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [api, id, text, page])
  const marks = useMemo(
    () => places.flatMap(({ page, boxes }) => boxes.map((_, current) => ({ page, boxes, current }))),
    [places],
  )
  if (text === undefined || marks.length === 0) return null
  return { text, marks, at, go: (step) => setAt((now) => (now + step + marks.length) % marks.length) }
}

/** Index of the first place on that page among all places. */
function firstOn(places: Places, page: number): number {
  let before = 0
  for (const place of places) {
    if (place.page === page) return before
    before += place.boxes.length
  }
  return 0
}

/** Which place is shown, and the way to the others. */
export function FoundBar({ found, id }: { found: FoundPlaces; id: LetterId }) {
  const { text, marks, at, go } = found
  return (
    <div className="row found-bar">
      <span role="status">
        {marks.length === 1
          ? t('search.here', { text })
          : t('search.place', { text, at: at + 1, of: marks.length })}
      </span>
      {marks.length > 1 && (
        <>
          <Button className="button small" onPress={() => go(-1)}>
            {t('search.previous')}
          </Button>
          <Button className="button small" onPress={() => go(1)}>
            {t('search.next')}
          </Button>
        </>
      )}
      <a className="small" href={hashFromRoute({ screen: 'search', text })}>
        {t('search.backToHits')}
      </a>
      <a className="small" href={hashFromRoute({ screen: 'letter', id, find: null })}>
        {t('search.unmark')}
      </a>
    </div>
  )
}
