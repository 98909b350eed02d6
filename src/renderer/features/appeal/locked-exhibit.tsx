import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Input } from '../../../shared/contract/contract.ts'
import { errorWords, t } from '../../i18n/words.ts'
import { useLibrary } from '../../state/library-context.tsx'
import { TextBox } from '../../ui/text-box.tsx'

/** Asks for the password of a locked PDF that was added; what does not open it is said under the box. */
export function LockedExhibit({ exhibit, onDone }: { exhibit: Input<'exhibit:add'>; onDone: () => void }) {
  const { api, refresh } = useLibrary()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (password === '' || busy) return
    setBusy(true)
    const added = await api['exhibit:add']({ ...exhibit, password }).catch(() => null)
    setBusy(false)
    if (!added?.ok) return setProblem(errorWords(added?.error.code ?? 'api.unreachable'))
    await refresh().catch(() => undefined)
    onDone()
  }
  return (
    <form className="callout check stack-s" onSubmit={(event) => void submit(event)} noValidate>
      <TextBox
        label={t('files.password', { name: exhibit.fileName })}
        type="password"
        value={password}
        error={problem}
        onChange={(text) => {
          setPassword(text)
          setProblem(undefined)
        }}
      />
      <div className="row">
        <Button type="submit" className="button primary" isPending={busy}>
          {t('files.unlock')}
        </Button>
        <Button className="button quiet" onPress={onDone}>
          {t('check.cancel')}
        </Button>
      </div>
    </form>
  )
}
