import { useMemo, useState } from 'react'
import type { Law } from '../../../shared/law/law.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { findInIndex, letterIndex } from '../../map/letter-index.ts'
import { roadMap } from '../../map/map-data.ts'
import { hashFromRoute } from '../../state/route.ts'
import { TextBox } from '../../ui/text-box.tsx'

const mostShown = 8

/** Every letter of the catalog can be found on the map by its number; few of them are printed at their stop. */
export function LetterFinder({ law }: { law: Pick<Law, 'notices' | 'named' | 'stations'> }) {
  const [typed, setTyped] = useState('')
  const index = useMemo(() => letterIndex(roadMap, law), [law])
  const found = findInIndex(index, typed).slice(0, mostShown)
  return (
    <search className="stack-s letter-finder">
      <TextBox
        label={t('roadmap.find')}
        hint={t('roadmap.findHint')}
        value={typed}
        onChange={setTyped}
        maxLength={40}
      />
      {typed.trim() !== '' && found.length === 0 && <p role="status">{t('roadmap.findNone')}</p>}
      {found.length > 0 && (
        <ul className="small">
          {found.map(({ number, station }) => (
            <li key={`${number} ${station}`}>
              {number}:{' '}
              <a href={hashFromRoute({ screen: 'roadmap', station })}>
                <StationTitle law={law} id={station} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </search>
  )
}

function StationTitle({ law, id }: { law: Pick<Law, 'stations'>; id: string }) {
  const station = law.stations.find((each) => each.id === id)
  return station ? <LawText>{station.title}</LawText> : id
}
