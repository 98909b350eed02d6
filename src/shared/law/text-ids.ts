import { named, namedList } from '../i18n/text-ids.ts'
import type { Law } from './law.ts'

/**
 * The law with an id at each of its texts, such as `rule.CDP-1.statement`. Those of letters have theirs from
 * their files, because a variant shares the texts of its entry.
 */
export const withTextIds = (law: Law): Law => ({
  ...law,
  sources: named(law.sources, 'source'),
  families: namedList(law.families, 'family'),
  series: namedList(law.series, 'series'),
  help: namedList(law.help, 'help'),
  rules: namedList(law.rules, 'rule'),
  phases: namedList(law.phases, 'phase'),
  stations: namedList(law.stations, 'station'),
  journeys: namedList(law.journeys, 'journey'),
  holidays: namedList(law.holidays, 'holiday'),
  checklists: named(law.checklists, 'checklist'),
})
