/** What a last day is for. */
export type LastDay = 'petition' | 'hearing' | 'response' | 'pay'
/** `before` fits the text in front of a date; `after` what follows it where `until` stands in front of it. */
export type DaySentences = { before: readonly RegExp[]; after?: readonly RegExp[] }

const by =
  '(?:by|before|until|(?:no|not) later than(?: (?:the )?(?:close of business|end of the day) on)?|on or before|postmarked by|postmarked on or before)'
const byInSpanish = '(?:antes del|a m[aá]s tardar el|no m[aá]s tarde del|para el|hasta el)'
/** A stretch of one sentence; a point within a number or an abbreviation does not end it. */
export const within = (characters: number): string => `(?:[^.;]|\\.(?=\\S)|U\\.S\\.){0,${characters}}?`

/** `The last day to request a hearing is`, `El último día para pedir una audiencia es el` */
const lastDayFor = (what: string) =>
  new RegExp(
    `\\b(?:last (?:day|date)|deadline|due date|date by which you must)\\b${within(40)}\\b(?:${what})\\b${within(90)} (?:is|falls on) $`,
    'i',
  )
const lastDayInSpanish = (what: string) =>
  new RegExp(
    `(?:[uú]ltimo d[ií]a|fecha l[ií]mite|plazo)\\b${within(40)}\\b(?:${what})${within(90)} es el $`,
    'i',
  )

const petition: DaySentences = {
  before: [
    new RegExp(`\\b(?:petition)\\b(?:[^.;]|\\.(?=\\S)|U\\.S\\.){0,160}? ${by} $`, 'i'),
    lastDayFor('petition'),
    lastDayInSpanish('petici[oó]n'),
    new RegExp(`\\bpetici[oó]n\\b${within(160)} ${byInSpanish} $`, 'i'),
  ],
  after: [
    /^,? to (?:file|petition)\b[^.;]{0,90}?(?:petition|Tax Court)/i,
    /^,? para presentar [^.;]{0,60}petici[oó]n/i,
  ],
}

const hearing: DaySentences = {
  before: [
    new RegExp(
      `\\b(?:hearing|Form 12153|Collection Due Process|appeal)\\b(?:[^.;]|\\.(?=\\S)|U\\.S\\.){0,200}? ${by} $`,
      'i',
    ),
    new RegExp(
      `\\brequests?(?: for (?:a|the|your) (?:CDP )?hearing)? must (?:be (?:(?:received|mailed|sent)(?: to us)? )?|reach us )${by} $`,
      'i',
    ),
    new RegExp(`\\bhearing\\. You must (?:do so|ask|request it|file)\\b[^.]{0,40}? ${by} $`, 'i'),
    // `We must have your Form 9423 no later than`, `you may ask for further review by`
    new RegExp(`\\bForm 9423\\b${within(120)} ${by} $`, 'i'),
    new RegExp(
      `\\b(?:ask for|request|seek|file for|file)(?: an?| the| any)? (?:further |additional |independent )?(?:review|reconsideration|conference|protest)\\b${within(120)} ${by} $`,
      'i',
    ),
    lastDayFor('hearing|appeal|Form 12153|review'),
    new RegExp(
      `\\b(?:audiencia|apelaci[oó]n|apelar|Formulario (?:12153|9423))\\b${within(200)} ${byInSpanish} $`,
      'i',
    ),
    new RegExp(
      `\\b(?:pedir|solicitar) (?:otra |una )?(?:revisi[oó]n|reconsideraci[oó]n)\\b${within(120)} ${byInSpanish} $`,
      'i',
    ),
    lastDayInSpanish('audiencia|apela'),
  ],
  after: [
    /^,? to (?:appeal\b|(?:request|ask for|file)\b[^.;]{0,80}?\b(?:hearing|appeal|review|Form 12153))/i,
    /^,? para (?:apelar|(?:solicitar|pedir|presentar)\b[^.;]{0,60}?(?:audiencia|apelaci[oó]n|revisi[oó]n))/i,
  ],
}

const response: DaySentences = {
  before: [
    new RegExp(
      `\\b(?:respond|reply|response|contact us|call us|send us|provide|answer|hear from you|return|submit)\\b(?:[^.;]|\\.(?=\\S)){0,140}? ${by} $`,
      'i',
    ),
    // `Unless you meet the terms by`, `we must have your papers no later than`
    new RegExp(`\\bunless (?:you|we)\\b${within(100)} ${by} $`, 'i'),
    new RegExp(
      `\\b(?:we (?:must|need to|have to) (?:have|receive|get|hear)|so that we (?:have|receive|get))\\b${within(140)} ${by} $`,
      'i',
    ),
    new RegExp(`\\bmust (?:reach us|be (?:done|met|completed|returned|here))\\b${within(40)} ${by} $`, 'i'),
    lastDayFor('respond|reply|answer|response|contact us'),
    new RegExp(
      `\\b(?:responda|responder|respuesta|conteste|contestar|env[ií]e(?:nos)?|comun[ií]quese|ll[aá]menos|llame|recibir)\\b${within(140)} ${byInSpanish} $`,
      'i',
    ),
    new RegExp(`\\b(?:a menos que|si no) ${within(100)} ${byInSpanish} $`, 'i'),
    lastDayInSpanish('responder|contestar|respuesta'),
  ],
  after: [
    /^,? to (?:respond|reply|answer|contact us|call us|send|provide|return|submit|tell us)\b/i,
    /^,? para (?:responder|contestar|enviar|comunicarse)/i,
  ],
}

const pay: DaySentences = {
  before: [
    new RegExp(
      `\\b(?:pay|payment|amount due|bring your account current)\\b(?:[^.;]|\\.(?=\\S)){0,120}? ${by} $`,
      'i',
    ),
    /\blast (?:payment (?:day|date)|(?:day|date) (?:to pay|for (?:your |the )?payment)) is $/i,
    new RegExp(`\\b(?:pague|pagar|pago)\\b${within(120)} ${byInSpanish} $`, 'i'),
    lastDayInSpanish('pag[aou]'),
  ],
  after: [/^,? to pay\b/i, /^,? para pagar/i],
}

export const lastDaySentences: Readonly<Record<LastDay, DaySentences>> = { petition, hearing, response, pay }

/** `You have until`, where what follows the date says for what. */
export const upTo = /\b(?:until|till|hasta el(?: d[ií]a)?) $/i

/** What was asked for or not done by a day before this letter: `we asked you to pay by`, `you did not respond by`. */
export function isPast(before: string): boolean {
  const sentence = before.split(/(?<!\bU\.S)[.;] (?=[A-Z¿¡])/).at(-1) ?? ''
  if (/\b(?:if|unless|si|a menos)\b/i.test(sentence)) return false
  return /\b(?:asked|told|requested|required|instructed) (?:that )?you\b|\b(?:did|have|had) not (?:respond|reply|answer|pa[iy]|sen[dt]|contact|receiv|hear)|\bdidn['’]t\b|\byou (?:filed|paid|sent|returned|answered|responded|replied)\b|(?<!\p{L})no (?:recibimos|respondi[oó]|contest[oó]|pag[oó]|hemos recibido)\b|\ble pedimos\b/iu.test(
    sentence,
  )
}
