import { useEffect, useState } from 'react'
import type { LetterId } from '../../../../shared/model/letter.ts'
import { useLibrary } from '../../../state/library-context.tsx'

type PageImage = { kind: 'loading' } | { kind: 'shown'; url: string } | { kind: 'failed'; code: string }

/** One page of a scan as an object URL, given back when the page or its size changes. */
export function usePageImage(id: LetterId, page: number, width: number): PageImage {
  const { api } = useLibrary()
  const [image, setImage] = useState<PageImage>({ kind: 'loading' })
  useEffect(() => {
    let wanted = true
    let url: string | null = null
    setImage((before) => (before.kind === 'shown' ? before : { kind: 'loading' }))
    api['page:image']({ id, page, width })
      .then((result) => {
        if (!wanted) return
        if (!result.ok) return setImage({ kind: 'failed', code: result.error.code })
        url = URL.createObjectURL(new Blob([result.value.bytes], { type: result.value.type }))
        setImage({ kind: 'shown', url })
      })
      .catch(() => wanted && setImage({ kind: 'failed', code: 'api.unreachable' }))
    return () => {
      wanted = false
      // The next image replaces this one a moment later; until then the old one must stay valid.
      if (url) setTimeout(URL.revokeObjectURL, 10_000, url)
    }
  }, [api, id, page, width])
  return image
}
