import { columnNames, rowNames } from './letter-index.ts'
import { roadMap } from './map-data.ts'

/** Room for the names of the squares around the map, in map units. */
export const gridMargin = 24

/** The squares of the wall map: thin lines, letters above and below, numbers at both sides. */
export function MapGrid() {
  const { width, height } = roadMap
  const wide = width / columnNames.length
  const high = height / rowNames.length
  const half = gridMargin / 2
  return (
    <g className="map-grid" fontSize="17" textAnchor="middle">
      {columnNames.map((name, at) => (
        <g key={name}>
          <path d={`M${at * wide} ${-gridMargin}V${height + gridMargin}`} />
          <text x={(at + 0.5) * wide} y={-half + 5}>
            {name}
          </text>
          <text x={(at + 0.5) * wide} y={height + half + 6}>
            {name}
          </text>
        </g>
      ))}
      {rowNames.map((name, at) => (
        <g key={name}>
          <path d={`M${-gridMargin} ${at * high}H${width + gridMargin}`} />
          <text x={-half} y={(at + 0.5) * high + 6}>
            {name}
          </text>
          <text x={width + half} y={(at + 0.5) * high + 6}>
            {name}
          </text>
        </g>
      ))}
    </g>
  )
}
