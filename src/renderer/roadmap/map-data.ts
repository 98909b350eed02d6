import data from '../../../resources/roadmap/map.json' with { type: 'json' }
import { RoadMap } from '../../shared/roadmap/map-schema.ts'
import { pathThrough, tracksOf } from '../../shared/roadmap/map-tracks.ts'

/** The drawn map, checked once. Its file is data for volunteers to correct; see resources/roadmap/README.md. */
export const roadMap: RoadMap = RoadMap.parse(data)

/** The drawing order: the trunk of a bill that becomes a levy lies on top. */
const order = 'PRNELAWC'

export const drawnTracks = tracksOf(roadMap)
  .map(({ line, points }, index) => ({ key: `${line.id}${index}`, line, path: pathThrough(points) }))
  .sort((a, b) => order.indexOf(a.line.id) - order.indexOf(b.line.id))

export const colourOf = (lineId: string): string =>
  roadMap.lines.find(({ id }) => id === lineId)?.colour ?? 'ink'
