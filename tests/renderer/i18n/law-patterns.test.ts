import { afterEach, beforeEach, expect, test } from 'vitest'
import { lawText } from '../../../src/renderer/i18n/law-text.tsx'
import { words } from '../../../src/renderer/i18n/words.ts'

beforeEach(() => words.changeLanguage('es'))
afterEach(() => words.changeLanguage('en'))

const hearing = 'Audiencia de Debido Proceso de Cobro (Collection Due Process, CDP)'
const cases: [string, string][] = [
  [
    'Collection Due Process hearing: open until March 2, 2026.',
    `${hearing}: plazo abierto hasta el 2 de marzo de 2026.`,
  ],
  [
    'Nobody called: send Form 9423: the last day, February 13, 2026, is over.',
    'Nadie llamó: envíe el Formulario 9423: el último día, 13 de febrero de 2026, ya pasó.',
  ],
  ['30 days from the date of the letter', '30 días desde la fecha de la carta'],
  [
    '30 days and 5 business days from the filing of the lien notice',
    '30 días y 5 días hábiles desde el registro del aviso de gravamen',
  ],
  ['1 day before the day of the sale', '1 día antes del día de la venta'],
  [
    'Equivalent hearing: from January 30, 2026 until February 1, 2027.',
    'Audiencia equivalente (equivalent hearing): desde el 30 de enero de 2026 hasta el 1 de febrero de 2027.',
  ],
  ['Block 3 TIN. Write the full number by hand.', 'Casilla 3 número. Escriba a mano el número completo.'],
  [
    'Block 15. Why it is wrong: Say which rule or fact makes the action wrong. A request has to say this: Pub. 1660 p. 3 (both tracks).',
    'Casilla 15. Por qué está mal: Diga qué regla o hecho hace que la acción esté mal. Una petición tiene que decir esto: Pub. 1660 pág. 3 (las dos vías).',
  ],
  [
    'I offer to pay $______ a month, beginning on ____________. Write the amount and the day.',
    'Ofrezco pagar $______ al mes, a partir del ____________. Escriba la cantidad y el día.',
  ],
  [
    'The amount was paid, or a payment was not applied to this debt. Add: each payment: day, amount, how it was made.',
    'La cantidad se pagó, o un pago no se aplicó a esta deuda. Añada: cada pago: día, cantidad, cómo se hizo.',
  ],
  [
    'CP504 was read on page 1 as "Notice CP504"; this number is mostly printed in the box at the top right. Please check it.',
    'Se leyó CP504 en la página 1 como «Notice CP504»; este número casi siempre está impreso en el cuadro de arriba a la derecha. Revíselo, por favor.',
  ],
]

test.each(cases)('%s', (english, spanish) => {
  expect(lawText(english)).toEqual({ text: spanish, lang: 'es' })
})

test('a sentence with a part that nobody has translated stays English as a whole, and says so', () => {
  const english = 'A right of tomorrow: open until March 2, 2026.'
  expect(lawText(english)).toEqual({ text: english, lang: 'en' })
})

test('in English nothing is changed', async () => {
  await words.changeLanguage('en')
  for (const [english] of cases) expect(lawText(english)).toEqual({ text: english, lang: 'en' })
})
