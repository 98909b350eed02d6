import data from '../../../resources/roadmap/map.json' with { type: 'json' }
import { RoadMap } from './map-schema.ts'
import { edgesOf, pathThrough, tracksOf } from './map-tracks.ts'

/** The drawn map, checked once. Its file is data for volunteers to correct; see resources/roadmap/README.md. */
export const roadMap: RoadMap = RoadMap.parse(data)

export const drawnEdges = edgesOf(roadMap)

/** The drawing order: the trunk of a bill that becomes a levy lies on top. */
const order = 'PRNELAWC'

export const drawnTracks = tracksOf(roadMap)
  .map(({ line, points, trunk }, index) => ({
    key: `${line.id}${index}`,
    line,
    path: pathThrough(points),
    trunk,
  }))
  .sort((a, b) => order.indexOf(a.line.id) - order.indexOf(b.line.id))
