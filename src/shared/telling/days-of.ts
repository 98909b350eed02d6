import { type Deadline, isPrinted } from '../deadlines/deadline.ts'
import { mailDayOf } from '../deadlines/send-by.ts'
import { type Message, say } from '../i18n/message.ts'
import type { Law } from '../law/law.ts'
import type { RightNow } from './right-now.ts'
import type { Telling } from './telling.ts'

type Days = Pick<Telling, 'daysLeft' | 'mailBy' | 'lastDay' | 'firmness' | 'right' | 'source'>

/** The days of the right that matters now; none where it has none. */
export function daysOf(law: Law, focus: RightNow | null): Days {
  if (!focus)
    return { daysLeft: null, mailBy: null, lastDay: null, firmness: null, right: null, source: null }
  const { deadline, until } = focus
  const { sendBy, how, daysLeft } = deadline
  return {
    daysLeft,
    mailBy: sendBy && how && until ? mailDayOf(law, { sendBy, how }, until) : null,
    lastDay: until,
    firmness: until ? deadline.firmness : null,
    right: focus.id,
    source: sourceOf(deadline),
  }
}

const sourceOf = (deadline: Deadline): Message =>
  isPrinted(deadline) ? say('printedDay.source') : deadline.citation
