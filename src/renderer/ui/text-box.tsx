import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from 'react-aria-components'
import { notSavedByBrowser } from './not-saved-by-browser.ts'

type TextBoxProps = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string | undefined
  error?: string | undefined
  multiline?: boolean
  maxLength?: number
  /** Read to listeners in place of the label, where the label alone says too little. */
  accessibleName?: string
} & Pick<TextFieldProps, 'inputMode' | 'onFocus' | 'onBlur' | 'type'>

/**
 * A labeled text box with its hint and its error, both tied to it for screen readers. The browser neither offers nor
 * keeps what is typed.
 */
export function TextBox(props: TextBoxProps) {
  const { label, hint, error, multiline, accessibleName, ...field } = props
  return (
    <TextField
      {...field}
      autoComplete="off"
      className="field"
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(accessibleName ? { 'aria-label': accessibleName } : {})}
    >
      <Label>{label}</Label>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      {multiline ? <TextArea className="input" {...notSavedByBrowser} /> : <Input className="input" />}
      {error && <FieldError className="error">{error}</FieldError>}
    </TextField>
  )
}
