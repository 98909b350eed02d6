import { useState } from 'react'
import { Button, FieldError, Input, Label, Text, TextField } from 'react-aria-components'
import { t } from '../../i18n/words.ts'
import './secret-box.css'

type SecretBoxProps = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string | undefined
  error?: string | null | undefined
  autoFocus?: boolean
}

/** A passphrase field with a show button: people who can check what they typed make fewer mistakes. */
export function SecretBox({ label, hint, error, autoFocus = false, ...field }: SecretBoxProps) {
  const [shown, setShown] = useState(false)
  return (
    <TextField
      {...field}
      className="field"
      type={shown ? 'text' : 'password'}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      autoComplete="off"
      maxLength={500}
    >
      <Label>{label}</Label>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <div className="secret">
        <Input className="input" spellCheck={false} autoFocus={autoFocus} />
        <Button
          className="button quiet small"
          onPress={() => setShown(!shown)}
          aria-label={t('access.showLabel', { label })}
          aria-pressed={shown}
        >
          {shown ? t('access.hide') : t('access.show')}
        </Button>
      </div>
      {error && <FieldError className="error">{error}</FieldError>}
    </TextField>
  )
}
