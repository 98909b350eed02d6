import type { WayAhead } from '../../../shared/roadmap/ways-ahead.ts'
import { LawText, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { hashFromRoute } from '../../state/route.ts'
import './way-list.css'

/** Ways with their conditions and, where the map shows them, their numbers there. */
export const WayList = ({ ways }: { ways: (WayAhead & { number?: number })[] }) =>
  ways.length === 0 ? (
    <p>{t('roadmap.end')}</p>
  ) : (
    <ul className="ways">
      {ways.map(({ station, when, number }) => (
        <li key={`${station.id} ${when.id}`} className={number === undefined ? undefined : 'numbered'}>
          {number !== undefined && <span className="fork-mark">{number}</span>}
          <a href={hashFromRoute({ screen: 'roadmap', station: station.id })}>
            <LawText>{station.title}</LawText>
          </a>
          <span className="small">
            <Sentence of="roadmap.when" put={{ when: <LawText>{when}</LawText> }} />
          </span>
        </li>
      ))}
    </ul>
  )
