import { z } from 'zod'
import { HolidayRule, Journey, Law, Notice, Rule, Station } from '../../shared/law/law.ts'

/** The shape of each file of the law data, as a volunteer writes it. */
export const lawFileShapes = {
  'sources.json': Law.pick({ version: true, checked: true, goodForMonths: true, sources: true }),
  'families.json': Law.pick({ families: true, series: true, help: true }),
  'notices/*.json': z.array(Notice.omit({ family: true })),
  'rules.json': z.array(Rule),
  'stations.json': z.object({
    phases: Law.shape.phases,
    stations: z.array(Station),
    journeys: z.array(Journey),
  }),
  'holidays.json': z.array(HolidayRule),
  'checklists.json': Law.shape.checklists,
}

/** JSON Schema (draft 2020-12) of the law files, one definition a file; published as `resources/law/schema.json`. */
export const lawJsonSchema = () => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'The law files of Waymark',
  $defs: Object.fromEntries(
    Object.entries(lawFileShapes).map(([file, shape]) => {
      const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input' })
      return [file, schema]
    }),
  ),
})
