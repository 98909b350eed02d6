import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { letterTitle } from '../../common/letter/letter-summary.ts'
import { instant, list } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { useLaw, useLetters, useLibrary } from '../../state/library-context.tsx'

type Copies = Extract<Output<'letter:copies'>, { ok: true }>['value']['copies']

/** Says calmly that this letter seems to be in the library twice, or in the spouse's copy; nothing is done automatically. */
export function CopyNote({ letter }: { letter: Letter }) {
  const { api } = useLibrary()
  const letters = useLetters()
  const law = useLaw()
  const [copies, setCopies] = useState<Copies>([])
  useEffect(() => {
    let wanted = true
    setCopies([])
    api['letter:copies']({ id: letter.id }).then(
      (found) => wanted && found.ok && setCopies(found.value.copies),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [api, letter])
  return copies.map(({ id, kind, because }) => {
    const other = letters.find((each) => each.id === id)
    if (!other) return null
    return (
      <section key={id} className="callout stack-s">
        <h2>{t(`copies.${kind}.title`)}</h2>
        <p>{t(`copies.${kind}.text`)}</p>
        <p>
          <a href={`#/letter/${id}`}>{letterTitle(law, other)}</a>{' '}
          <span className="soft small">{t('copies.keptAt', { at: instant(other.keptAt) })}</span>
        </p>
        <p className="small soft">
          {t('copies.why', { reasons: list(because.map((reason) => t(`copies.because.${reason}`))) })}
        </p>
      </section>
    )
  })
}
