import type { LetterId } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import type { Library } from '../../state/library-context.tsx'
import type { Message } from '../../state/messages.ts'
import { joinInto } from './join-into.ts'

/** A photo or scanned page that was just added, with its file name. */
export type Picture = { id: LetterId; name: string }

/** Browsers report no type for some phone photos; the file name is good enough to decide whether to ask. */
export const isPicture = ({ type, name }: File): boolean =>
  type.startsWith('image/') || /\.(?:jpe?g|png|hei[cf]|webp|bmp|tiff?)$/i.test(name)

/** Offers to merge pictures that were added together into one letter; null: nothing to offer. */
export function joinOffer(
  library: Library,
  pictures: readonly Picture[],
): { question: string; action: NonNullable<Message['action']> } | null {
  if (pictures.length < 2) return null
  const inOrder = pictures.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  const [first, ...others] = inOrder.map(({ id }) => id)
  if (!first) return null
  return {
    question: t('add.onePaper', { count: pictures.length }),
    action: { label: t('add.join'), run: () => void joinInto(library, first, others, true) },
  }
}
