import type { Station } from '../../../shared/law/law.ts'
import { hashFromRoute } from '../../app/state/route.ts'
import { LawText } from '../../i18n/law-text.tsx'

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
