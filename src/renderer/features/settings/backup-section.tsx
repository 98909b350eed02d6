import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { IntegrityIssue } from '../../../shared/contract/library.ts'
import { letterTitle } from '../../common/letter/letter-summary.ts'
import { AccessContext } from '../../common/library-access/access-context.tsx'
import { RestoreList } from '../../common/library-access/restore-list.tsx'
import { useTry } from '../../common/library-access/use-try.ts'
import { instant } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { attempt, useLaw, useLetters, useLibrary } from '../../state/library-context.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { More } from '../../ui/more.tsx'
import { BackupRows } from './backup-rows.tsx'
import { SettingsSection } from './settings-section.tsx'

/** Copies of everything, how old the one in another place is, and the way back. */
export function BackupSection() {
  const library = useLibrary()
  const { api } = library
  const info = useAnswer('library:info')
  const [said, setSaid] = useState<Said | null>(null)
  const { busy, refusal, run } = useTry()
  async function backUp() {
    setSaid(null)
    const made = await run(() => api['backup:make'](null))
    if (made) setSaid({ text: t('settings.backup.made'), issues: made.value.issues })
  }
  async function verify() {
    setSaid(null)
    const done = await run(() => api['library:verify'](null))
    if (done)
      setSaid({
        text: t('settings.backup.checked', { count: done.value.letters }),
        issues: done.value.issues,
      })
  }
  return (
    <SettingsSection title={t('settings.backup.title')}>
      <p>{t('settings.backup.lead')}</p>
      {info && !info.isProtected && <p className="callout check">{t('settings.backup.plain')}</p>}
      {info?.copyDue && <p className="callout check">{t('settings.backup.due')}</p>}
      {info?.unfinishedCopy && (
        <p className="callout check">
          {t('settings.backup.unfinishedCopy')} <span className="file-path">{info.unfinishedCopy}</span>
        </p>
      )}
      {info && (
        <p className="soft">
          {info.copiedElsewhereAt
            ? t('settings.backup.copied', { when: instant(info.copiedElsewhereAt) })
            : t('settings.backup.neverCopied')}
        </p>
      )}
      <div className="row">
        <Button className="button primary" isDisabled={busy} onPress={backUp}>
          {busy ? t('access.working') : t('settings.backup.now')}
        </Button>
        <Button className="button" isDisabled={busy} onPress={verify}>
          {t('settings.backup.verify')}
        </Button>
      </div>
      <div role="status">{said && <Outcome said={said} />}</div>
      {refusal && (
        <p role="alert" className="callout error">
          {refusal}
        </p>
      )}
      <BackupRows />
      <More label={t('settings.backup.restore')}>
        <AccessContext value={library}>
          <RestoreList />
        </AccessContext>
      </More>
    </SettingsSection>
  )
}

type Said = { text: string; issues: IntegrityIssue[] }

function Outcome({ said }: { said: Said }) {
  if (said.issues.length === 0) return <p className="callout good">{said.text}</p>
  const changed = said.issues.filter(({ what }) => what === 'changed')
  const damaged = said.issues.filter(({ what }) => what !== 'changed')
  return (
    <div className="stack">
      {damaged.length > 0 && (
        <div className="callout error stack-s">
          <p>{t('settings.backup.damaged')}</p>
          <Named issues={damaged} none={t('settings.backup.damagedFile')} />
          <p>{t('settings.backup.damagedNext')}</p>
        </div>
      )}
      {changed.length > 0 && <Changed issues={changed} />}
    </div>
  )
}

/** Letters that somebody, or another program, changed in the file: the person compares them, and decides. */
function Changed({ issues }: { issues: IntegrityIssue[] }) {
  const library = useLibrary()
  const keep = async () => {
    const accepted = await attempt(library, library.api['library:keep-changed'](null))
    if (accepted) library.messages.say({ kind: 'done', text: t('settings.backup.changedKept') })
  }
  return (
    <div className="callout check stack-s">
      <p>{t('settings.backup.changed')}</p>
      <Named issues={issues} none={t('settings.backup.changedSome')} />
      <p>{t('settings.backup.changedNext')}</p>
      <div>
        <Button className="button" onPress={keep}>
          {t('settings.backup.changedKeep')}
        </Button>
      </div>
    </div>
  )
}

function Named({ issues, none }: { issues: IntegrityIssue[]; none: string }) {
  const law = useLaw()
  const letters = useLetters()
  const named = letters.filter(({ id }) => issues.some((issue) => issue.letters.includes(id)))
  return (
    <ul>
      {named.map((letter) => (
        <li key={letter.id}>
          <a href={`#/letter/${letter.id}`}>{letterTitle(law, letter)}</a>
        </li>
      ))}
      {named.length === 0 && <li>{none}</li>}
    </ul>
  )
}
