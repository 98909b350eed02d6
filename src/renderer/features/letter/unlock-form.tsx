import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Letter } from '../../../shared/model/letter.ts'
import { errorWords, t } from '../../i18n/words.ts'
import { useLibrary } from '../../state/library-context.tsx'
import { TextBox } from '../../ui/text-box.tsx'

/** Asks for the password of a locked PDF; what does not open it is said under the box. */
export function UnlockForm({ letter }: { letter: Letter }) {
  const { api, refresh } = useLibrary()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (password === '' || busy) return
    setBusy(true)
    const result = await api['scan:unlock']({ id: letter.id, password }).catch(() => null)
    setBusy(false)
    setProblem(result?.ok ? null : (result?.error.code ?? 'api.unreachable'))
    if (result?.ok) await refresh().catch(() => undefined)
  }
  return (
    <form className="stack-s" onSubmit={submit} noValidate>
      <TextBox
        label={t('unlock.label')}
        hint={t('unlock.hint')}
        type="password"
        value={password}
        error={problem === null ? undefined : errorWords(problem)}
        onChange={(text) => {
          setPassword(text)
          setProblem(null)
        }}
      />
      <div>
        <Button type="submit" className="button primary" isPending={busy}>
          {t('unlock.open')}
        </Button>
      </div>
    </form>
  )
}
