import { z } from 'zod'
import { cleanText } from '../text/clean-name.ts'
import { Day } from './day.ts'
import { factsOf, type Letter } from './letter.ts'

const line = z.string().max(300).overwrite(cleanText)

/** A Low Income Taxpayer Clinic, as the IRS's own list (Publication 4134) names it. */
export const Clinic = z.object({
  /** `IL`, or `PR` for a territory. */
  state: z.string().regex(/^[A-Z]{2}$/),
  name: line.min(1),
  city: line,
  /** As printed: `312-555-0111`. */
  phones: z.array(line).max(10),
  /** Beside English, as printed: `Spanish`. */
  languages: z.array(line).max(60),
})
export type Clinic = z.infer<typeof Clinic>

/** The list that a person added. The IRS makes a new one each year; the old one goes when a newer one is added. */
export const ClinicList = z.object({
  fileName: line,
  /** `Rev. 2-2026`, as printed; null where it was not found. */
  revision: line.nullable(),
  addedOn: Day,
  clinics: z.array(Clinic).min(1).max(1000),
})
export type ClinicList = z.infer<typeof ClinicList>

/** States, the District, and territories by their codes, as they are printed in addresses and in the list. */
export const stateNames: Readonly<Record<string, string>> = {
  ...{ AL: 'Alabama', AK: 'Alaska', AZ: 'Arizona', AR: 'Arkansas', CA: 'California', CO: 'Colorado' },
  ...{ CT: 'Connecticut', DE: 'Delaware', DC: 'District of Columbia', FL: 'Florida', GA: 'Georgia' },
  ...{ HI: 'Hawaii', ID: 'Idaho', IL: 'Illinois', IN: 'Indiana', IA: 'Iowa', KS: 'Kansas', KY: 'Kentucky' },
  ...{ LA: 'Louisiana', ME: 'Maine', MD: 'Maryland', MA: 'Massachusetts', MI: 'Michigan', MN: 'Minnesota' },
  ...{ MS: 'Mississippi', MO: 'Missouri', MT: 'Montana', NE: 'Nebraska', NV: 'Nevada', NH: 'New Hampshire' },
  ...{ NJ: 'New Jersey', NM: 'New Mexico', NY: 'New York', NC: 'North Carolina', ND: 'North Dakota' },
  ...{ OH: 'Ohio', OK: 'Oklahoma', OR: 'Oregon', PA: 'Pennsylvania', RI: 'Rhode Island' },
  ...{ SC: 'South Carolina', SD: 'South Dakota', TN: 'Tennessee', TX: 'Texas', UT: 'Utah', VT: 'Vermont' },
  ...{ VA: 'Virginia', WA: 'Washington', WV: 'West Virginia', WI: 'Wisconsin', WY: 'Wyoming' },
  ...{ PR: 'Puerto Rico', VI: 'Virgin Islands', GU: 'Guam', AS: 'American Samoa' },
  MP: 'Northern Mariana Islands',
}

/** `IL` for `IL` or `Illinois`; null for anything else. */
export function stateCode(text: string): string | null {
  const wanted = text.trim().replace(/\s+/g, ' ')
  if (/^[A-Z]{2}$/.test(wanted) && stateNames[wanted]) return wanted
  const found = Object.entries(stateNames).find(([, name]) => name.toLowerCase() === wanted.toLowerCase())
  return found?.[0] ?? null
}

/** The state of an address as letters print it: `SPRINGFIELD, IL 62701`; null where none is printed. */
export function stateOfAddress(address: string | null): string | null {
  const codes = [...(address ?? '').matchAll(/\b([A-Z]{2})\.?,?\s+\d{5}(?:-\d{4})?\b/g)].map(
    ([, code = '']) => code,
  )
  return codes.map(stateCode).findLast((code) => code !== null) ?? null
}

/** The state of the person: as typed for the appeal, or else as printed on the letter. */
export const stateOfLetter = (letter: Pick<Letter, 'answers' | 'confirmed' | 'reading'>): string | null =>
  stateCode(letter.answers.state) ?? stateOfAddress(factsOf(letter).taxpayerAddress)

/** The clinics of a state, in the order of the list. */
export const clinicsOf = (list: ClinicList | null, state: string | null): Clinic[] =>
  list && state ? list.clinics.filter((each) => each.state === state) : []
