import { app, Notification } from 'electron'
import { safeStack } from '../../log/safe-stack.ts'
import type { CoreClient } from '../core-process/client.ts'
import { noticeBody } from '../notice-body.ts'
import { warn } from '../terminal.ts'

/** How often the day and the letters are looked at; milliseconds. */
const every = 10 * 60_000

/**
 * A notification of the system for what is near, once a day for the same reminders, where the person wants it. Nothing while
 * the library is locked. A click brings the window.
 */
export function notifyOfReminders<Port>(core: CoreClient<Port>, resources: string, focus: () => void): void {
  let told = ''
  async function look(): Promise<void> {
    if (!Notification.isSupported()) return
    const reminders = await core.ask('reminders', null)
    if (!reminders || reminders.due.length === 0) return
    const { today, due, named, clockDoubt } = reminders
    const mark = `${today} ${due.map(({ key }) => key).join()}`
    if (mark === told) return
    told = mark
    const body = noticeBody(due, named, app.getLocale(), resources, clockDoubt)
    const notification = new Notification({ title: 'Waymark', body })
    notification.on('click', focus)
    notification.show()
  }
  const lookSafely = () =>
    void look().catch((error: unknown) => warn(`waymark: no reminder: ${safeStack(error)}`))
  setInterval(lookSafely, every).unref()
  // After the scans that wait have been read.
  void core.ask('idle', null).then(lookSafely, lookSafely)
}
