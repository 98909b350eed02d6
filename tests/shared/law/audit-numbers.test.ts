import { describe, expect, test } from 'vitest'
import { loadLaw } from '../../../src/main/content/law-files.ts'
import { findLetter, findNotice } from '../../../src/shared/law/law.ts'
import { noticePage } from '../../../src/shared/law/notice-page.ts'

/**
 * The numbers that an audit of November 2026 found missing, by how a day of theirs may be shown, and by their stop. What
 * the audit saw in a list only, or did not verify, is known by name. What it read on a page of others shows a day only
 * where the letter prints one. Compared with the audit's table row by row; where the catalog stands apart on purpose:
 * CP101 and CP103 (their own pages were read since), CP209 (an employer number, no penalty), CP153 (a refund), ST26 (as
 * LT26).
 */
const law = loadLaw('resources')

/** By the rule that counts; `printed`: only the day on the letter; `none`: no day; `byName`: number and kind alone. */
const days = {
  none: `CP01 CP01A CP01C CP01H CP01S CP03 CP03C CP04 CP07 CP08 CP09 CP27 CP15B CP21A CP21B CP21C CP21E CP22E
    CP21H CP22H CP21I CP22I CP31 CP32 CP32A CP39 CP44 CP45 CP51A CP51B CP51C CP53A CP53B CP53C CP53D
    CP60 CP62 CP79A CP79B CP87A CP87B CP87C CP87D CP120A CP130 CP134B CP134R CP138 CP145 CP220J CP261
    CP262 CP264 CP400 CP401 CP565 CP565A CP565B CP567 CP2057 L590 L2644C L2645C L2257C L2840C L1962C
    L1961C L2603C L2802C L2808C`,
  printed: `CP01B CP05A CP15 CP215 CP30 CP59 CP759 CP63 CP72 CP75D CP108 CP111 CP112 CP113 CP114 CP162 CP162A
    CP180 CP181 CP259 CP259A CP259B CP259C CP259D CP259E CP259F CP259G CP259H CP515 CP515I CP515B CP516
    CP616 CP518 CP518I CP518B CP618 CP540 CP566 CP2566 CP2566R L226J L227J L227K L227L L227M L227N L2844
    L1862 L2194 L3391 L2205 L2205A L2205B L3572 L2202`,
  byName: `CP01E CP02 CP18 CP19 CP20 CP25 CP30A CP54B CP54E CP54G CP54Q CP57 CP74 CP76 CP75C CP79 CP104 CP106
    CP120 CP141C CP141I CP141L CP165 CP207 CP209 CP152 CP153 CP156 CP160 CP163 CP166 CP169 CP171 CP178
    CP182 CP187 CP188 CP210 CP220 CP211A CP211B CP211C CP211D CP211E CP231 CP232A CP232B CP232C CP232D
    CP237 CP237A CP254 CP255 CP267A CP267B CP268 CP276A CP276B CP279 CP279A CP282 CP283 CP284 CP285
    CP286 CP287 CP288 CP290 CP291 CP292 CP295 CP295A CP299 CP301 CP303 CP547 CP563 CP2005 CP2006 CP2030
    CP2051 CP2531 LT18 LT27 LT33 ST26 L2050 L972CG L6419 L6475 L86C L96C L474C L916C L3064C L4800C
    L2604C L3217C L89C L4903 L3586 F668D`,
  'ANSWER-30': 'CP05B CP06 CP06A CP260 L3176C',
  'MATH-60': `CP10A CP11A CP11M CP12A CP12E CP12M CP12R CP12G CP12U CP13A CP13M CP13R CP13 CP23 CP24 CP24E
    CP24G CP24U`,
  'MATH-60+REFUND-3Y+SPOUSE-2Y-KEPT': 'CP16',
  'REFUND-3Y+SPOUSE-2Y-KEPT': 'CP42',
  'REFUND-3Y': 'CP80 CP080 CP81 CP081',
  'BANK-30': 'CP53E',
  'EXAM-30': 'CP75A L915',
  'BIZ-10': 'CP101 CP103 CP102 CP131',
  'IA-CALL': 'CP522',
  'CAP-I3+CAP-I4': 'CP523C CP523H',
  'BACKUP-30': 'CP2100 CP2100A',
  'DEF-90+DEF-150': 'LT3219B CP3219B',
  'CALL-7': 'LT24',
  'OIC-30': 'L238',
  'PEN-30': 'L854C',
  'SPOUSE-30': 'L3016C',
  'SPOUSE-90': 'L3288',
  'LOCK-60': 'L2800C L2801C',
  'WORKER-90': 'L3523',
}

const stops = {
  'proc-id-theft': 'CP01 CP01A CP01C CP01E CP01S',
  'proc-errors': 'CP01B CP180 CP181 CP566',
  'proc-id-check': 'CP01H CP54B CP54E CP54G CP54Q CP303',
  'proc-posted': 'CP02 CP03C CP565 CP565A CP565B',
  'proc-amend': 'CP03 CP08 CP09 CP27 CP87A CP87B CP87C CP87D CP130',
  'note-adjust': `CP04 CP21A CP21B CP21C CP21E CP22E CP21H CP22H CP21I CP22I CP45 CP51A CP51B CP51C CP60 CP62 CP72
    CP101 CP103 CP104 CP106 CP102 CP108 CP111 CP112 CP113 CP114 CP120 CP120A CP131 CP134B CP134R CP209
    CP152 CP156 CP160 CP163 CP166 CP169 CP171 CP178 CP182 CP187 CP188 CP210 CP220 CP231 CP232A CP232B
    CP232C CP232D CP237 CP237A CP254 CP255 CP267A CP267B CP268 CP276A CP276B CP279 CP279A CP282 CP283
    CP284 CP285 CP286 CP287 CP288 CP290 CP291 CP292 CP295 CP295A CP299 CP301 CP260 CP261 CP262 CP264
    CP2100 CP2100A L2644C L2645C L2800C L2801C L2802C L2808C L3176C L86C`,
  'proc-refund-review': 'CP05A CP05B CP07 CP18 CP19 CP20 CP44',
  'exam-contact': 'CP06 CP06A CP75A CP75D',
  'note-math-error': `CP10A CP11A CP11M CP12A CP12E CP12M CP12R CP12G CP12U CP13A CP13M CP13R CP13 CP16 CP23 CP24 CP24E
    CP24G CP24U CP25`,
  'alt-penalty': 'CP15 CP215 CP30 CP30A CP57 CP141C CP141I CP141L CP165 CP207 CP162 CP162A L854C',
  'coll-tfrp': 'CP15B',
  'proc-refund': 'CP31 CP32 CP32A CP53A CP53B CP53C CP53D CP53E CP74 CP76 CP153',
  'coll-refund-offset': 'CP39 CP138 CP145',
  'proc-spouse-alloc': 'CP42',
  'note-nonfiler': `CP59 CP759 CP63 CP80 CP080 CP81 CP081 CP259 CP259A CP259B CP259C CP259D CP259E CP259F CP259G CP259H
    CP515 CP515I CP515B CP516 CP616 CP518 CP518I CP518B CP618 ST26`,
  'alt-recon': 'CP75C CP79A CP79B',
  'exam-nochange': 'CP79 L590',
  'prep-extension': 'CP211A CP211B CP211C CP211D CP211E',
  'coll-bill': 'CP220J',
  'appl-intake': 'CP400 CP401 L227J L227K L227L L227M L227N',
  'alt-ppia': 'CP522',
  'alt-ia-default': 'CP523C CP523H',
  'note-underreporter': 'CP540 CP2005 CP2006 CP2030 CP2051 CP2057 CP2531',
  'sys-closed': 'CP547 CP563',
  'proc-rejected': 'CP567',
  'note-sfr': 'CP2566 CP2566R L1862 L3391',
  'exam-snod': 'LT3219B CP3219B',
  'coll-acs': 'LT18 LT27 LT33 L2050',
  'alt-ia-request': 'LT24',
  'exam-report': 'L226J L915 L2194',
  'alt-oic-rejected': 'L238',
  'alt-oic': 'L2844',
  'alt-spouse': 'L3016C',
  'lit-petition-spouse': 'L3288',
  'exam-appointment': 'L2205 L2205A L2205B L3572 L2202',
  'coll-balance': 'L2257C',
  'alt-ia-active': 'L2840C L1962C L1961C L2603C',
  'lit-petition-def': 'L3523',
  'note-arrives': 'L972CG L6419 L6475 L96C L474C L916C L3064C L4800C L2604C L3217C L89C L4903 L3586',
}

const numbersOf = (text: string): string[] => text.split(/\s+/)
const codeOf = (number: string): string => noticePage(law, number).code ?? number

function dayOf(number: string): string {
  const code = codeOf(number)
  const notice = findNotice(law, code)
  if (!notice) return findLetter(law, code) ? 'byName' : 'in no list'
  const counted = notice.rights.flatMap(
    ({ rule, printedDateWins }) => rule ?? (printedDateWins ? 'printed' : []),
  )
  return counted.join('+') || 'none'
}

describe('each number of the audit shows its day as far as a source was read', () => {
  test.each(Object.entries(days))('%s', (day, numbers) => {
    const all = numbersOf(numbers)
    expect(all.map((number) => [number, dayOf(number)])).toEqual(all.map((number) => [number, day]))
  })
  test('all are there', () => {
    expect(Object.values(days).flatMap(numbersOf)).toHaveLength(279)
  })
})

test.each(Object.entries(stops))('the letters of the audit at the stop %s', (stop, numbers) => {
  const all = numbersOf(numbers)
  expect(all.map((number) => [number, findLetter(law, codeOf(number))?.station])).toEqual(
    all.map((number) => [number, stop]),
  )
})
