import { getRule, type Right, type Station } from '../../../shared/law/law.ts'
import { windowOf } from '../../../shared/law/rule-words.ts'
import { HelpList, Sources } from '../../common/law/notice-answers.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { LawText, LawTexts, Sentence, TranslationNote } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { drawnEdges, roadMap } from '../../map/map-data.ts'
import { mapWords } from '../../map/map-schema.ts'
import { useLaw } from '../../state/library-context.tsx'
import { More } from '../../ui/more.tsx'
import '../../common/law/notice-answers.css'

/** The part of the tax system, and the lines that stop here. */
export function WhereItIs({ station }: { station: Station }) {
  const law = useLaw()
  const language = useLanguage()
  const phase = law.phases.find(({ id }) => id === station.phase)
  const stopping = new Set(
    drawnEdges.filter(({ from, to }) => from === station.id || to === station.id).map(({ line }) => line),
  )
  const lines = roadMap.lines.filter(({ id }) => stopping.has(id))
  return (
    <p className="small soft">
      {phase && <LawText>{phase.title}</LawText>}
      {' · '}
      {lines.map(({ id, name }, index) => (
        <span key={id} lang={language}>
          {index > 0 && ', '}
          {id} {mapWords(name, language)}
        </span>
      ))}
    </p>
  )
}

/** The rights that letters at this station open, each once. */
export function StationRights({ station }: { station: Station }) {
  const law = useLaw()
  const rights = law.notices
    .filter((notice) => notice.station === station.id)
    .flatMap((notice) => notice.rights)
    .filter((right, index, all) => all.findIndex((each) => isSame(each, right)) === index)
  if (rights.length === 0) return null
  return (
    <More label={t('meaning.rights')}>
      <ul className="stack-s">
        {rights.map((right) => (
          <li key={`${right.rule} ${right.title.en}`}>
            <LawText>{right.title}</LawText>
            {right.rule !== null && <RuleWindow id={right.rule} />}
          </li>
        ))}
      </ul>
    </More>
  )
}

const isSame = (one: Right, other: Right) => one.title.en === other.title.en && one.rule === other.rule

function RuleWindow({ id }: { id: string }) {
  const law = useLaw()
  const span = windowOf(getRule(law, id))
  return span ? (
    <span className="small soft">
      {': '}
      <LawText>{span}</LawText>
    </span>
  ) : null
}

/** The letters that stand here, the law, and how the station is known. */
export function StationInformation({ station }: { station: Station }) {
  const law = useLaw()
  const notices = [...law.notices, ...law.named].filter((notice) => notice.station === station.id)
  return (
    <>
      {notices.length > 0 && (
        <More label={t('roadmap.lettersHere')}>
          <ul className="small">
            {notices.map(({ code, printedAs, title }) => (
              <li key={code}>
                {printedAs[0]}: <LawText>{title}</LawText>
              </li>
            ))}
          </ul>
        </More>
      )}
      <More label={t('roadmap.known')}>
        <div className="stack-s small">
          <p>{t(`roadmap.basis.${station.basis}`)}</p>
          <p>{t(`meaning.confidence.${station.confidence}`)}</p>
          <p>{t('roadmap.edges')}</p>
          <TranslationNote />
          {station.law.length > 0 && (
            <p>
              <Sentence of="roadmap.lawHere" put={{ law: <LawTexts texts={station.law} /> }} />
            </p>
          )}
          <Sources keys={station.sources} />
        </div>
      </More>
    </>
  )
}

/** Free or low-cost help. */
export const StationHelp = () => (
  <More label={t('meaning.helpTitle')}>
    <HelpList className="small" />
  </More>
)
