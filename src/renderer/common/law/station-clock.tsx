import type { Station } from '../../../shared/law/law.ts'
import { howToPetition, windowOf } from '../../../shared/law/rule-words.ts'
import { LawText, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useLaw } from '../../state/library-context.tsx'
import { More } from '../../ui/more.tsx'
import { HowTo } from '../deadlines/how-to.tsx'
import './station-clock.css'

/** Deadlines at this stop, for orientation; the letter's own dates are shown with its rights. */
export function StationClock({ station }: { station: Station }) {
  const law = useLaw()
  const { clock } = station
  if (!clock) return null
  const rule = law.rules.find(({ id }) => id === clock.rule)
  const span = rule && windowOf(rule)
  return (
    <More label={t('station.clock')}>
      <dl className="station-clock small">
        <dt>{t('station.act')}</dt>
        <dd>
          <LawText>{clock.act}</LawText>
        </dd>
        <dt>{t('station.time')}</dt>
        <dd>
          {span ? (
            <LawText>{span}</LawText>
          ) : (
            <Sentence of="station.from" put={{ start: <LawText>{clock.starts}</LawText> }} />
          )}
        </dd>
        <dt>{t('station.kind')}</dt>
        <dd>{t(`station.kinds.${clock.kind}`)}</dd>
        {clock.note && (
          <>
            <dt>{t('station.note')}</dt>
            <dd>
              <LawText>{clock.note}</LawText>
            </dd>
          </>
        )}
      </dl>
      <HowTo steps={howToPetition(law, [clock.rule])} />
    </More>
  )
}
