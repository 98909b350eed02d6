import { useState } from 'react'
import { Button } from 'react-aria-components'
import { maxScanBytes } from '../../../shared/contract/letters.ts'
import { errorWords, t } from '../../i18n/words.ts'
import { attempt, type Library, saveTyped, useLibrary } from '../../state/library-context.tsx'
import { FileChoice } from '../../ui/file-choice.tsx'
import { saveBytes } from '../../ui/save-bytes.ts'
import { SettingsSection } from './settings-section.tsx'

/** The whole library as plain files that outlive this app, and back. */
export function ExportSection() {
  const library = useLibrary()
  const [busy, setBusy] = useState<'export' | 'import' | null>(null)
  const run = async (what: 'export' | 'import', work: () => Promise<void>) => {
    setBusy(what)
    await work()
    setBusy(null)
  }
  return (
    <SettingsSection title={t('settings.export.title')}>
      <p>{t('settings.export.lead')}</p>
      <p className="callout check">{t('settings.export.open')}</p>
      <div className="row">
        <Button
          className="button"
          isPending={busy === 'export'}
          isDisabled={busy !== null}
          onPress={() => run('export', () => saveExport(library))}
        >
          {t(busy === 'export' ? 'settings.export.saving' : 'settings.export.save')}
        </Button>
        <FileChoice
          acceptedFileTypes={['.zip', 'application/zip']}
          onChoose={(files) => run('import', () => bringIn(library, files[0]))}
        >
          <Button className="button" isPending={busy === 'import'} isDisabled={busy !== null}>
            {t(busy === 'import' ? 'settings.export.bringing' : 'settings.export.bringIn')}
          </Button>
        </FileChoice>
      </div>
      <p className="soft small">{t('settings.export.bringInHint')}</p>
    </SettingsSection>
  )
}

async function saveExport(library: Library): Promise<void> {
  await saveTyped(library)
  const zip = await attempt(library, library.api['library:export'](null))
  if (!zip) return
  saveBytes(zip.value.bytes, 'application/zip', zip.value.fileName)
  library.messages.say({ kind: 'done', text: t('settings.export.saved', { name: zip.value.fileName }) })
}

async function bringIn(library: Library, file: File | undefined): Promise<void> {
  const { api, messages, refresh } = library
  if (!file) return
  if (file.size > maxScanBytes) {
    messages.say({ kind: 'error', text: errorWords('import.too-large') })
    return
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const done = await attempt(library, api['library:import']({ bytes }))
  await refresh().catch(() => undefined)
  if (!done) return
  const said = [t('settings.export.added', { count: done.value.added })]
  if (done.value.known > 0) said.push(t('settings.export.known', { count: done.value.known }))
  messages.say({ kind: 'done', text: said.join(' ') })
}
