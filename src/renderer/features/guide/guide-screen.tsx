import { type ReactNode, useId } from 'react'
import { Button } from 'react-aria-components'
import type { Api } from '../../../shared/contract/contract.ts'
import { Help } from '../../common/law/notice-answers.tsx'
import { language } from '../../i18n/language.ts'
import { t } from '../../i18n/words.ts'
import { useLibrary } from '../../state/library-context.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { saveBytes } from '../../ui/save-bytes.ts'

const steps = ['keep', 'check', 'see', 'answer', 'print', 'mail', 'note'] as const
const phone = ['light', 'flat', 'edges', 'sharp', 'all', 'send'] as const
const limits = ['advice', 'send', 'official', 'hand', 'day'] as const

/** How to use the app from the letter to the mailbox, how to scan, what it cannot do, and who helps for free. */
export function GuideScreen() {
  const { api } = useLibrary()
  return (
    <div className="screen narrow stack">
      <PageTitle title={t('guide.title')} />
      <div>
        <Button className="button" onPress={() => save(api)}>
          {t('guide.save')}
        </Button>
      </div>
      <Part title={t('guide.steps.title')}>
        <ol className="stack-s">
          {steps.map((step) => (
            <li key={step}>{t(`guide.steps.${step}`)}</li>
          ))}
        </ol>
      </Part>
      <Part title={t('guide.phone.title')}>
        <ol className="stack-s">
          {phone.map((step) => (
            <li key={step}>{t(`guide.phone.${step}`)}</li>
          ))}
        </ol>
      </Part>
      <Part title={t('guide.limits.title')}>
        <ul className="stack-s">
          {limits.map((limit) => (
            <li key={limit}>{t(`guide.limits.${limit}`)}</li>
          ))}
        </ul>
      </Part>
      <Help />
    </div>
  )
}

async function save(api: Api): Promise<void> {
  const { bytes } = await api['guide:pdf']({ language: language() })
  saveBytes(bytes, 'application/pdf', t('guide.fileName'))
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="card stack-s" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
