import { useEffect } from 'react'
import type { Output } from '../../../../shared/contract/contract.ts'
import type { Reminder } from '../../../../shared/telling/reminders.ts'
import { longDay } from '../../../i18n/format.ts'
import { lawWords } from '../../../i18n/law-text.tsx'
import { t } from '../../../i18n/words.ts'
import { useClockDoubt, useShell, useToday } from '../../../state/library-context.tsx'

/** In memory only: a browser writes the storage of a tab to the disk, and this names rights and days. */
let shownMark: string | null = null

/** In a browser the window itself tells the computer, once a day for the same reminders; the desktop app does it by itself. */
export function useBrowserNotice(due: Reminder[], settings: Output<'integrations:settings'> | null): void {
  const shell = useShell()
  const today = useToday()
  const isDoubted = useClockDoubt() !== null
  const wanted = shell === 'browser' && settings?.notify === true && due.length > 0
  const named = settings?.named === true
  const mark = `${today} ${due.map(({ key }) => key).join()}`
  useEffect(() => {
    if (!wanted || !('Notification' in window) || Notification.permission !== 'granted') return
    if (shownMark === mark) return
    shownMark = mark
    new Notification('Waymark', {
      body: isDoubted ? `${bodyOf(due, named)} ${t('notice.doubt')}` : bodyOf(due, named),
      tag: 'waymark',
    })
  }, [wanted, named, isDoubted, mark, due])
}

/** Contains no personal data unless the person allowed it. */
function bodyOf(due: Reminder[], named: boolean): string {
  const [first] = due
  if (named && first) {
    const { notice, title, sendBy } = first
    return t('notice.named', { notice, title: lawWords(title), day: longDay(sendBy) })
  }
  return due.length === 1 ? t('notice.one') : t('notice.many', { count: due.length })
}
