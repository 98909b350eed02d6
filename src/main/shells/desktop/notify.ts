import { app, Notification } from 'electron'
import type { Core } from '../../app/core.ts'
import { safeStack } from '../../log/safe-stack.ts'
import { dueReminders } from '../due-reminders.ts'
import { noticeBody } from '../notice-body.ts'

/** How often the day and the letters are looked at; milliseconds. */
const every = 10 * 60_000

/**
 * A notification of the system for what is near, once a day for the same reminders, where the person wants it. Nothing while
 * the library is locked. A click brings the window.
 */
export function notifyOfReminders(core: Core, focus: () => void): void {
  let told = ''
  async function look(): Promise<void> {
    if (core.state().kind !== 'open' || !Notification.isSupported()) return
    const { notify, named } = await core.api['integrations:settings'](null)
    const due = notify ? await dueReminders(core) : []
    const { today } = await core.api['letters:list'](null)
    const mark = `${today} ${due.map(({ key }) => key).join()}`
    if (due.length === 0 || mark === told) return
    told = mark
    const notification = new Notification({ title: 'Waymark', body: noticeBody(due, named, app.getLocale()) })
    notification.on('click', focus)
    notification.show()
  }
  const lookSafely = () =>
    void look().catch((error: unknown) => console.error(`waymark: no reminder: ${safeStack(error)}`))
  setInterval(lookSafely, every).unref()
  // After the scans that wait have been read.
  void core.idle().then(lookSafely, lookSafely)
}
