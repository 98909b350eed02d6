import { useState } from 'react'
import { Button } from 'react-aria-components'
import { maxPackBytes } from '../../../shared/content/pack.ts'
import { Day } from '../../../shared/model/day.ts'
import { longDay } from '../../i18n/format.ts'
import { errorWords, t } from '../../i18n/words.ts'
import { attempt, type Library, saveTyped, useLibrary } from '../../state/library-context.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { FileChoice } from '../../ui/file-choice.tsx'

/** The rules in use, installing newer ones from a signed file, and reverting. */
export function ContentSection() {
  const library = useLibrary()
  const info = useAnswer('content:info')
  const [busy, setBusy] = useState(false)
  if (!info) return null
  const { pack, builtIn, backTo, problem, takesPacks } = info
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    await work()
    setBusy(false)
  }
  return (
    <section className="card stack" aria-labelledby="content-title">
      <h2 id="content-title">{t('about.content.title')}</h2>
      <p>
        {pack
          ? t('about.content.pack', { ...pack, day: longDay(Day.parse(pack.madeOn)) })
          : t('about.content.builtIn', { version: builtIn })}
      </p>
      {problem && (
        <p role="alert" className="callout check">
          {t('about.content.problem')} {errorWords(problem)}
        </p>
      )}
      <p>{t('about.updates')}</p>
      <p className="small soft">{t(takesPacks ? 'about.content.check' : 'about.content.noKeys')}</p>
      <div className="row">
        <FileChoice
          acceptedFileTypes={['.wmpack']}
          onChoose={(files) => run(() => takePack(library, files[0]))}
        >
          <Button className="button" isPending={busy} isDisabled={busy}>
            {t(busy ? 'about.content.importing' : 'about.content.import')}
          </Button>
        </FileChoice>
        {backTo !== null && (
          <Button className="button" isDisabled={busy} onPress={() => run(() => goBack(library))}>
            {t('about.content.back', { version: backTo })}
          </Button>
        )}
      </div>
    </section>
  )
}

async function takePack(library: Library, file: File | undefined): Promise<void> {
  const { api, messages } = library
  if (!file) return
  if (file.size > maxPackBytes) return messages.say({ kind: 'error', text: errorWords('content.too-large') })
  // Drafts must be saved before the window reloads.
  await saveTyped(library)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const taken = await attempt(library, api['content:import']({ bytes }))
  if (taken) messages.say({ kind: 'done', text: t('about.content.imported', taken.value) })
}

async function goBack(library: Library): Promise<void> {
  await saveTyped(library)
  const done = await attempt(library, library.api['content:back'](null))
  if (done) library.messages.say({ kind: 'done', text: t('about.content.wentBack', done.value) })
}
