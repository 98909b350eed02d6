import type { Station } from '../../../shared/law/law.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { hashFromRoute } from '../../state/route.ts'

/** The name of a station, linked to its page. */
export const StationName = ({ station }: { station: Station }) => (
  <p>
    <a href={hashFromRoute({ screen: 'roadmap', station: station.id })}>
      <strong>
        <LawText>{station.title}</LawText>
      </strong>
    </a>
  </p>
)
