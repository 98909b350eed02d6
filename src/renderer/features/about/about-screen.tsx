import { contentAge } from '../../../shared/law/content-age.ts'
import { longDay } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { useLaw, useToday, useVersion } from '../../state/library-context.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ContentSection } from './content-section.tsx'
import { LogSection } from './log-section.tsx'

export function AboutScreen() {
  const law = useLaw()
  const version = useVersion()
  const today = useToday()
  const age = contentAge(law, today)
  return (
    <div className="screen narrow stack">
      <PageTitle title={t('about.title', { version })} />
      <p>{t('about.what')}</p>
      <p>{t('about.notAdvice')}</p>
      <p>{t('about.private')}</p>
      <p>
        {t('about.law', { day: longDay(law.checked) })}{' '}
        {t(age.months === 0 ? 'about.ageNew' : 'about.age', { version: age.version, count: age.months })}
      </p>
      {age.isOld && <p className="callout check">{t('about.old')}</p>}
      <ContentSection />
      <LogSection />
      <p>{t('about.licenses')}</p>
      <p>{t('about.help')}</p>
    </div>
  )
}
