import { useLibrary } from '../state/library-context.tsx'
import { longDay } from '../ui/format.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { t } from '../ui/words.ts'

export function AboutScreen() {
  const { law, version } = useLibrary()
  return (
    <div className="screen narrow stack">
      <PageTitle title={t('about.title', { version })} />
      <p>{t('about.what')}</p>
      <p>{t('about.notAdvice')}</p>
      <p>{t('about.private')}</p>
      <p>{t('about.law', { day: longDay(law.checked) })}</p>
      <p>{t('about.help')}</p>
    </div>
  )
}
