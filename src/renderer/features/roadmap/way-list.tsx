import type { Message } from '../../../shared/i18n/message.ts'
import type { WayAhead } from '../../../shared/roadmap/ways-ahead.ts'
import { LawText, LawTexts, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { hashFromRoute } from '../../state/route.ts'
import './way-list.css'

type Way = WayAhead & { number?: number; closed?: Message[] | null }

/** Ways with their conditions and, where the map shows them, their numbers there; a way whose time has passed says so. */
export const WayList = ({ ways }: { ways: Way[] }) =>
  ways.length === 0 ? (
    <p>{t('roadmap.end')}</p>
  ) : (
    <ul className="ways">
      {ways.map(({ station, when, number, closed }) => (
        <li key={`${station.id} ${when.id}`} className={number === undefined ? undefined : 'numbered'}>
          {number !== undefined && <span className="fork-mark">{number}</span>}
          <a href={hashFromRoute({ screen: 'roadmap', station: station.id })}>
            <LawText>{station.title}</LawText>
          </a>
          <span className="small">
            <Sentence of="roadmap.when" put={{ when: <LawText>{when}</LawText> }} />
          </span>
          {closed && (
            <span className="small">
              <span className="tag">{t('roadmap.closed')}</span> <LawTexts texts={closed} between=" " />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
