import { useState } from 'react'
import { Button } from 'react-aria-components'
import { longDay } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { attempt, type Library, useLibrary } from '../../state/library-context.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { FileChoice } from '../../ui/file-choice.tsx'
import { SettingsSection } from './settings-section.tsx'

/** The IRS's own list of clinics, Publication 4134: the person drops its PDF, and the clinics of their state are shown. */
export function ClinicSection() {
  const library = useLibrary()
  const clinicList = useAnswer('clinics:list')
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true)
    await work()
    setBusy(false)
  }
  return (
    <SettingsSection title={t('settings.clinics.title')}>
      <p>{t('settings.clinics.lead')}</p>
      {clinicList && (
        <p>
          {t('settings.clinics.have', {
            count: clinicList.clinics.length,
            revision: clinicList.revision ?? t('clinics.noRevision'),
            day: longDay(clinicList.addedOn),
          })}
        </p>
      )}
      <div className="row">
        <FileChoice
          acceptedFileTypes={['.pdf', 'application/pdf']}
          onChoose={(files) => run(() => add(library, files[0]))}
        >
          <Button className="button" isPending={busy} isDisabled={busy}>
            {t('settings.clinics.add')}
          </Button>
        </FileChoice>
        {clinicList && (
          <Button
            className="button quiet"
            isDisabled={busy}
            onPress={() => run(() => attempt(library, library.api['clinics:remove'](null)))}
          >
            {t('settings.clinics.remove')}
          </Button>
        )}
      </div>
    </SettingsSection>
  )
}

async function add(library: Library, file: File | undefined): Promise<void> {
  if (!file) return
  const bytes = new Uint8Array(await file.arrayBuffer())
  const added = await attempt(library, library.api['clinics:add']({ fileName: file.name, bytes }))
  if (!added) return
  const { clinics: count, states } = added.value
  library.messages.say({ kind: 'done', text: t('settings.clinics.added', { count, states }) })
}
