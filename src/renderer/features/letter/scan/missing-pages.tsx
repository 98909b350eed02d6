import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import type { Letter } from '../../../../shared/model/letter.ts'
import { joinInto } from '../../../common/add-letters/join-into.ts'
import { letterTitle } from '../../../common/letter/letter-summary.ts'
import { list } from '../../../i18n/format.ts'
import { t } from '../../../i18n/words.ts'
import { letterById } from '../../../state/letter-lists.ts'
import { useLaw, useLetters, useLibrary } from '../../../state/library-context.tsx'
import { missingElsewhere } from './missing-elsewhere.ts'

/** The pages that this letter lacks, where the library seems to hold them already. */
export function MissingPages({ letter }: { letter: Letter }) {
  const library = useLibrary()
  const letters = useLetters()
  const law = useLaw()
  const found = useMemo(() => missingElsewhere(letter, letters), [letter, letters])
  return found.map(({ id, pages }) => {
    const other = letterById(letters).get(id)
    if (!other) return null
    return (
      <section key={id} className="callout stack-s">
        <p>
          {t('pages.elsewhere', {
            count: pages.length,
            pages: list(pages.map(String)),
            title: letterTitle(law, other),
          })}{' '}
          <a href={`#/letter/${id}`}>{t('pages.lookAtIt')}</a>
        </p>
        <div>
          <Button className="button small" onPress={() => joinInto(library, letter.id, [id], false)}>
            {t('add.join')}
          </Button>
        </div>
      </section>
    )
  })
}
