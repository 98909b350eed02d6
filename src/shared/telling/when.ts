import { isPractical } from '../deadlines/deadline.ts'
import { sendWords } from '../deadlines/send-words.ts'
import { say, together } from '../i18n/message.ts'
import { countOf } from './count.ts'
import { firmWords } from './firm.ts'
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
    const sure = deadline.askFirst ? 'telling.when.lateAskFirst' : 'telling.when.late'
    return { text: say(unchecked ? 'telling.when.lateUnchecked' : sure, { what, day }), right, state }
  }
  const left =
    count === 0
      ? send
      : say(`telling.when.${kindOf(deadline)}`, { left: countOf(deadline, count), send, day })
  return { text: together([left, firmWords(deadline)]), right, state }
}

function kindOf(deadline: RightNow['deadline']): 'practical' | 'asked' | 'left' {
  if (isPractical(deadline)) return 'practical'
  return deadline.ends === 'request' ? 'asked' : 'left'
}
