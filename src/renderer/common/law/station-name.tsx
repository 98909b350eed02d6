import type { Station } from '../../../shared/law/law.ts'
import { LawText } from '../../i18n/law-text.tsx'

/** The name of a station, linked to its page. */
export const StationName = ({ station }: { station: Station }) => (
  <p>
    <a href={`#/roadmap/${station.id}`}>
      <strong>
        <LawText>{station.title}</LawText>
      </strong>
    </a>
  </p>
)
