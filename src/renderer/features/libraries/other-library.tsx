import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Api, Output } from '../../../shared/contract/contract.ts'
import { t } from '../../i18n/words.ts'
import { TextBox } from '../../ui/text-box.tsx'

/** Leaves the library that is open for the one that the call opens. */
export type ChangeLibrary = (call: () => ReturnType<Api['libraries:choose']>) => Promise<void>
type Props = { api: Api; by: Output<'libraries:list'>['by']; busy: boolean; change: ChangeLibrary }

/** A library that is not in the list, or a new one: by the system's dialog, or by a folder that is typed. */
export function OtherLibrary({ api, by, busy, change }: Props) {
  const [folder, setFolder] = useState('')
  const at = (what: 'open' | 'new') =>
    change(() =>
      by === 'dialog' ? api['libraries:choose']({ what }) : api['libraries:at']({ what, folder }),
    )
  const typed = by === 'typing'
  return (
    <section className="card stack" aria-labelledby="other-library">
      <h2 id="other-library">{t('libraries.other')}</h2>
      {by === 'nothing' && <p>{t('libraries.nothing')}</p>}
      {typed && (
        <TextBox
          label={t('libraries.folder')}
          hint={t('libraries.folderHint')}
          value={folder}
          onChange={setFolder}
          maxLength={1000}
        />
      )}
      {by !== 'nothing' && (
        <div className="row">
          {(['open', 'new'] as const).map((what) => (
            <Button
              key={what}
              className="button"
              isDisabled={busy || (typed && folder.trim() === '')}
              onPress={() => at(what)}
            >
              {t(labels[typed ? 'typing' : 'dialog'][what])}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}

const labels = {
  dialog: { open: 'libraries.choose', new: 'libraries.new' },
  typing: { open: 'libraries.openThere', new: 'libraries.newThere' },
} as const
