import { z } from 'zod'
import { translatedLanguages } from '../../shared/i18n/languages.ts'
import { LawText } from '../../shared/i18n/message.ts'
import { AdviceText } from '../../shared/law/advice.ts'
import { HolidayRule, Journey, Law, Rule, Station } from '../../shared/law/law.ts'
import { NamedEntry, NoticeEntry } from '../../shared/law/notice.ts'

/** The shape of each law file, as a volunteer writes it. */
export const lawFileShapes = {
  'sources.json': Law.pick({ version: true, checked: true, goodForMonths: true, sources: true }),
  'families.json': Law.pick({ families: true, series: true, spanishSeries: true, help: true }),
  'notices/*/*.json': z.union([NoticeEntry, NamedEntry]),
  'rules.json': z.array(Rule),
  'stations.json': z.object({
    phases: Law.shape.phases,
    stations: z.array(Station),
    journeys: z.array(Journey),
  }),
  'holidays.json': z.array(HolidayRule),
  'checklists.json': Law.shape.checklists,
}

const plain = { type: 'string', minLength: 1 }
/** In the file of a letter, the translation may stand beside the text. */
const beside = {
  type: 'object',
  properties: Object.fromEntries(['en', ...translatedLanguages].map((language) => [language, plain])),
  required: ['en'],
  additionalProperties: false,
}

/** A file holds plain text; the id of a text follows from its place. */
const textsAs =
  (text: object): Override =>
  ({ zodSchema, jsonSchema }) => {
    if (zodSchema !== LawText && zodSchema !== AdviceText) return
    for (const name of Object.keys(jsonSchema)) delete jsonSchema[name]
    Object.assign(jsonSchema, text)
  }
type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>

/** JSON Schema (draft 2020-12) of the law files, one definition a file; published as `resources/law/schema.json`. */
export const lawJsonSchema = () => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'The law files of Waymark',
  $defs: Object.fromEntries(
    Object.entries(lawFileShapes).map(([file, shape]) => {
      const { $schema: _, ...schema } = z.toJSONSchema(shape, {
        io: 'input',
        override: textsAs(file.startsWith('notices/') ? { anyOf: [plain, beside] } : plain),
      })
      return [file, schema]
    }),
  ),
})
