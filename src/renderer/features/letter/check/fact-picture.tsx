import { useState } from 'react'
import type { Box, Evidence, Letter } from '../../../../shared/model/letter.ts'
import { t } from '../../../i18n/words.ts'
import { usePageImage } from '../scan/use-page-image.ts'
import './fact-picture.css'

/** Sharp enough for a part of the page that is shown some three times as large. */
const pixels = 2400

/** The place on the paper where a value was read, cut out and enlarged. */
export function FactPicture({ letter, evidence }: { letter: Letter; evidence: Evidence }) {
  const image = usePageImage(letter.id, evidence.page, pixels)
  const [aspect, setAspect] = useState<number | null>(null)
  if (image.kind === 'failed') return null
  const cut = cutAround(evidence.box)
  const { x, y, width, height } = cut
  const percent = (value: number) => `${value * 100}%`
  const [left, top, wide, high] = evidence.box
  return (
    <div
      className="fact-picture"
      style={{ aspectRatio: `${(width / height) * (aspect ?? 0.77)}` }}
      data-testid="cut-out"
    >
      {image.kind === 'shown' && (
        <img
          src={image.url}
          alt={t('check.picture', { page: evidence.page })}
          draggable={false}
          style={{ width: percent(1 / width), left: percent(-x / width), top: percent(-y / height) }}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setAspect(naturalWidth / naturalHeight)
          }
        />
      )}
      <div
        className="fact-picture-mark"
        style={{
          left: percent((left - x) / width),
          top: percent((top - y) / height),
          width: percent(wide / width),
          height: percent(high / height),
        }}
      />
    </div>
  )
}

/** At least so much of the page's width and height, so that the words around the value are seen too. */
const least = { width: 0.34, height: 0.055 }

/** The value with what stands around it, within the page. */
function cutAround([x, y, width, height]: Box): { x: number; y: number; width: number; height: number } {
  const wide = Math.min(1, Math.max(least.width, width * 1.3))
  const high = Math.min(1, Math.max(least.height, height * 2.5))
  return {
    x: Math.min(1 - wide, Math.max(0, x + width / 2 - wide / 2)),
    y: Math.min(1 - high, Math.max(0, y + height / 2 - high / 2)),
    width: wide,
    height: high,
  }
}
