import { onePage, rawPdf, stream } from '../fixtures/hostile/raw-pdf.ts'

/** An invented person whose every trace can be searched for. */
export const secrets = {
  name: 'Zebulon Quaggenheim',
  tin: '900-41-7263',
  street: '4471 Xylophone Ct',
  city: 'Wixborough',
  phone: '614-555-0188',
  amount: '48213.77',
  fileName: 'zebulon-levy-notice.pdf',
  title: 'Payslips of Quaggenheim',
  why: 'The wages of Zebulon were paid to Quillfeather Bakery',
} as const

/** A letter with a text layer that holds the secrets. */
export function letterOfSecrets(): Uint8Array<ArrayBuffer> {
  const lines = [
    'Department of the Treasury',
    'Internal Revenue Service',
    'Notice CP504',
    'Notice date November 2, 2026',
    `Social security number ${secrets.tin}`,
    secrets.name.toUpperCase(),
    secrets.street.toUpperCase(),
    `${secrets.city.toUpperCase()}, OH 43999`,
    'Amount due immediately: $48,213.77',
    'We intend to levy your property or rights to property if you do not pay this amount now.',
  ]
  const font = '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'
  const drawing = `BT /F 12 Tf 16 TL 40 740 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`
  return new Uint8Array(rawPdf([...onePage('0 0 612 792', font), stream(drawing)]))
}

/** What would give the person away, as bytes would hold it: whole, in capitals, in two-byte letters, as digits alone. */
export function tracesOfSecrets(): { what: string; bytes: Buffer }[] {
  const { name, tin, street, city, phone, fileName, title, why } = secrets
  const [first = '', last = ''] = name.split(' ')
  const amount = ['48213.77', '48,213.77']
  const texts = [
    first,
    last,
    tin,
    tin.replaceAll('-', ''),
    street,
    city,
    phone,
    fileName,
    title,
    why,
    ...amount,
  ]
  return texts.flatMap((text) =>
    [text, text.toUpperCase(), text.toLowerCase()].flatMap((form) => [
      { what: form, bytes: Buffer.from(form) },
      { what: `${form} in two bytes`, bytes: Buffer.from(form, 'utf16le') },
    ]),
  )
}
