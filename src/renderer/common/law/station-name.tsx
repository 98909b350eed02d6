import type { Station } from '../../../shared/law/law.ts'
import { LawText } from '../../i18n/law-text.tsx'

/** Where somebody stands, in bold, and the way to the page of that stop. */
export const StationName = ({ station }: { station: Station }) => (
  <p>
    <a href={`#/roadmap/${station.id}`}>
      <strong>
        <LawText>{station.title}</LawText>
      </strong>
    </a>
  </p>
)
