import { useEffect, useRef } from 'react'
import type { Draft } from '../../../shared/appeals/draft.ts'
import type { QuestionId } from '../../../shared/appeals/question.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'
import { DraftView } from './draft-view.tsx'
import { useWide } from './use-wide.ts'

type Props = { letter: Letter; draft: Draft; current: QuestionId }

/** The boxes of the form as they fill, with those of the open question in view; on a narrow window one click away. */
export function FormBeside(props: Props) {
  const isWide = useWide(70)
  const scroll = useRef<HTMLDivElement>(null)
  const { current } = props
  useEffect(() => {
    const list = isWide ? scroll.current : null
    const box = list?.querySelector<HTMLElement>(`[data-asked~="${current}"]`)
    if (list && box) list.scrollTop = box.offsetTop - 48
  }, [current, isWide])
  return (
    <aside className="interview-form" aria-label={t('interview.form')}>
      {isWide ? (
        <div className="interview-form-scroll" ref={scroll}>
          <DraftView {...props} />
        </div>
      ) : (
        <More label={t('interview.form')}>
          <DraftView {...props} />
        </More>
      )}
    </aside>
  )
}
