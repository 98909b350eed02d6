import { sendWords } from '../deadlines/send-words.ts'
import { say } from '../i18n/message.ts'
import type { Now } from './holds.ts'
import type { RightNow } from './right-now.ts'
import type { Said } from './telling.ts'

/** `9 days left. Mail it by Friday ... The last day is Wednesday ...`; of a letter that is late, the day that has passed. */
export function whenOf(focus: RightNow | null, now: Now, unchecked: boolean): Said | null {
  const late = now.rights.find(
    ({ state, deadline, until }) =>
      state === 'over' && until !== null && !deadline.aside && deadline.ends === 'right',
  )
  const told = focus?.until ? focus : late
  if (!told?.until) return null
  const { id: right, state, deadline, until: day } = told
  const send = sendWords(deadline)
  const count = deadline.daysLeft
  if (told !== focus || !send || count === null) {
    const what = deadline.title
    return {
      text: say(unchecked ? 'telling.when.lateUnchecked' : 'telling.when.late', { what, day }),
      right,
      state,
    }
  }
  const key = deadline.ends === 'request' ? 'telling.when.asked' : 'telling.when.left'
  return { text: count === 0 ? send : say(key, { count, send, day }), right, state }
}
