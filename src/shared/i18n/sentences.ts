import type en from '../../../resources/words/en.json'

type Paths<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Before}${K}` : Paths<T[K], `${Before}${K}.`>
}[keyof T & string]
type WithoutPlural<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K

/**
 * The key of a sentence that pure code returns: a path in `sentences` of `resources/words`, without its
 * plural form.
 */
export type SentenceKey = WithoutPlural<Paths<(typeof en)['sentences']>>

/**
 * What a `{{slot}}` holds. `message` must itself be translated, or the whole sentence stays English, so that
 * no sentence mixes languages. `printed` may stay as printed. `inside` starts in lower case, because it
 * continues a sentence; `first` in upper case, because it begins one. `messages` is a list, each like `printed`. `texts` are sentences one after
 * the other, each like `printed`. `weekday` is a day with its weekday.
 */
export type SlotKind =
  | 'message'
  | 'printed'
  | 'inside'
  | 'first'
  | 'messages'
  | 'day'
  | 'weekday'
  | 'days'
  | 'number'
  | 'text'
  | 'texts'

const right = { what: 'message', day: 'day' } as const
const span = { span: 'message' } as const

/** The slots of each sentence that has any. A test compares them with the words of every language. */
export const slots = {
  'window.open': right,
  'window.lastDay': right,
  'window.late': right,
  'window.lateRequest': right,
  'window.lateAskFirst': right,
  'window.passed': right,
  'window.between': { what: 'message', from: 'day', until: 'day' },
  'window.openRequest': right,
  'window.lastDayRequest': right,
  'window.openPractical': right,
  'window.openPast': right,
  'window.openPastHold': right,
  'window.notYet': { what: 'message', start: 'message' },
  'window.dateMissing': { what: 'message', start: 'message' },
  'firm.estimated': { why: 'texts' },
  'firm.awaits': { what: 'message' },
  'firm.estimatedRight': { why: 'texts' },
  'doubt.onlyIf': { what: 'message' },
  'window.met': right,
  'window.noClock': { what: 'message' },
  'doubt.moved': { day: 'day' },
  'send.mail': { day: 'weekday' },
  'send.mailToArrive': { day: 'weekday' },
  'send.counterOn': { day: 'weekday' },
  'send.counterOnLastDay': { day: 'weekday' },
  'send.petitionOnLastDay': { day: 'weekday' },
  'send.court': { day: 'weekday' },
  'send.online': { day: 'weekday' },
  'send.do': { day: 'weekday' },
  'count.left': { count: 'number' },
  'count.ago': { count: 'number' },
  'count.asked': { count: 'number' },
  'count.practical': { count: 'number' },
  'count.waited': { count: 'number' },
  'telling.when.left': { left: 'first', send: 'message', day: 'weekday' },
  'telling.when.asked': { left: 'first', send: 'message', day: 'weekday' },
  'telling.when.practical': { left: 'first', send: 'message', day: 'weekday' },
  'telling.when.late': right,
  'telling.when.lateAskFirst': right,
  'telling.when.lateUnchecked': right,
  'telling.next.payBy': { day: 'weekday' },
  'telling.next.cdp': { send: 'message' },
  'telling.next.eh': { send: 'message' },
  'telling.next.planAppeal': { send: 'message' },
  'telling.next.petition': { send: 'message' },
  'telling.next.withSending': { step: 'message', send: 'message' },
  'telling.next.answer': { send: 'message' },
  'telling.next.overdue': { day: 'weekday' },
  'telling.next.irsOverdue': { day: 'weekday' },
  'telling.next.future': { day: 'day' },
  'telling.next.old': { day: 'day' },
  'telling.left.later': right,
  'telling.left.step': { what: 'message' },
  'telling.left.over': { what: 'message' },
  'telling.doubt.future': { day: 'day' },
  parts: { parts: 'texts' },
  'clock.earlier': { today: 'day', newest: 'day' },
  'clock.longAfter': { today: 'day', newest: 'day' },
  'clock.ifToday': { today: 'day' },
  'place.notInCatalog': { code: 'text' },
  'place.compare': { code: 'text', what: 'message' },
  'place.near': { names: 'messages' },
  'place.nearName': { name: 'text', what: 'message' },
  'place.named': { name: 'text' },
  'place.confirmed': { name: 'text' },
  'place.readOnPage': { name: 'text', page: 'number', raw: 'text', where: 'message' },
  'place.read': { name: 'text', where: 'message' },
  'route.onlyIf': { what: 'message' },
  'route.alsoCap': { what: 'message' },
  'route.alsoHearing': { what: 'message', note: 'message' },
  'route.startNotKnown': { what: 'message' },
  'span.days': { count: 'number' },
  'span.businessDays': { count: 'number' },
  'span.years': { count: 'number' },
  'span.and': { span: 'message', more: 'message' },
  'from.noticeDate': span,
  'from.respondByDate': span,
  'from.terminationDate': span,
  'from.returnDue': span,
  'from.agreementTerminated': span,
  'from.conferenceRequested': span,
  'from.conferenceHeld': span,
  'from.appealAnnounced': span,
  'from.nftlFiled': span,
  'from.levyServed': span,
  'from.seizureNoticeGiven': span,
  'from.managerReferral': span,
  'from.appealMailed': span,
  'from.appealReceived': span,
  'from.hearingRequestMailed': span,
  'from.hearingRequestReceived': span,
  'from.petitionMailed': span,
  'from.answerMailed': span,
  'from.claimMailed': span,
  'from.suitFiled': span,
  'from.levyReleased': span,
  'from.jeopardyReviewRequested': span,
  'from.jeopardyReviewAnswered': span,
  'from.saleSet': span,
  'from.propertySold': span,
  'from.debtPaid': span,
  'from.requestGranted': span,
  'from.requestRefused': span,
  'before.noticeDate': span,
  'before.respondByDate': span,
  'before.terminationDate': span,
  'before.returnDue': span,
  'before.agreementTerminated': span,
  'before.conferenceRequested': span,
  'before.conferenceHeld': span,
  'before.appealAnnounced': span,
  'before.nftlFiled': span,
  'before.levyServed': span,
  'before.seizureNoticeGiven': span,
  'before.managerReferral': span,
  'before.appealMailed': span,
  'before.appealReceived': span,
  'before.hearingRequestMailed': span,
  'before.hearingRequestReceived': span,
  'before.petitionMailed': span,
  'before.answerMailed': span,
  'before.claimMailed': span,
  'before.suitFiled': span,
  'before.levyReleased': span,
  'before.jeopardyReviewRequested': span,
  'before.jeopardyReviewAnswered': span,
  'before.saleSet': span,
  'before.propertySold': span,
  'before.debtPaid': span,
  'before.requestGranted': span,
  'before.requestRefused': span,
  'checklist.titleAnswer': { title: 'message' },
  'checklist.title': { form: 'text', title: 'message' },
  'checklist.right': { what: 'message' },
  'checklist.rightIf': { what: 'message', condition: 'message' },
  'checklist.withSending': { right: 'message', send: 'message' },
  'checklist.source': { span: 'message', citation: 'printed' },
  'checklist.block': { name: 'printed', what: 'message' },
  'checklist.hearingAt': { office: 'text' },
  'checklist.officeAt': { office: 'text' },
  'checklist.saidAt': { office: 'text' },
  'checklist.faxAt': { fax: 'text' },
  'checklist.faxSaid': { fax: 'text' },
  'checklist.callForFax': { phone: 'text' },
  'notice.where': { title: 'message', summary: 'message' },
  'notice.named': { what: 'inside' },
  'notice.ifNothing': { what: 'message' },
  'notice.ifLate': { what: 'message' },
  'notice.help': { name: 'message', what: 'message', how: 'printed' },
  'notice.right': { parts: 'messages' },
  'notice.rightForm': { title: 'message', form: 'message' },
  'notice.form': { number: 'printed' },
  'notice.onlyIf': { what: 'message' },
  'notice.spanish': { number: 'text', name: 'text' },
  'notice.spanishByRule': { number: 'text', name: 'text' },
  'after.expected': { what: 'message' },
  'exhibit.name': { letter: 'text' },
  'exhibit.copyNamed': { name: 'text' },
  'exhibit.copyDated': { day: 'day' },
  'exhibit.copyNamedDated': { name: 'text', day: 'day' },
  'draft.writeNumberOf': { number: 'text' },
  'draft.numberDiffers': { last4: 'text' },
  'draft.sayWhy': { must: 'message' },
  'draft.sayOffer': { must: 'message' },
  'draft.mustSay': { citation: 'printed' },
  'draft.addFacts': { says: 'message', ask: 'inside' },
  'draft.writeAmountAndDay': { offer: 'message' },
  'draft.writeAmount': { offer: 'message' },
  'draft.writeDay': { offer: 'message' },
  'draft.waitForCall': { days: 'days', until: 'day' },
  'draft.waitForCallFrom': { days: 'days', person: 'text', until: 'day' },
  'draft.partSays': { heading: 'message', what: 'message' },
  'draft.block': { block: 'text' },
  'draft.blockName': { number: 'text', label: 'printed' },
} as const satisfies { [K in SentenceKey]?: Record<string, SlotKind> }
export type Slots = typeof slots

/** The kind of a slot by name; undefined if the sentence has no such slot. */
export const slotKind = (key: SentenceKey, slot: string): SlotKind | undefined =>
  (slots as { [K in SentenceKey]?: Record<string, SlotKind> })[key]?.[slot]
