import { Button } from 'react-aria-components'
import { t } from '../../i18n/words.ts'
import { FileChoice } from '../../ui/file-choice.tsx'
import { useAddLetters } from './use-add-letters.ts'

/** Any file type is accepted: a file that cannot be read is stored anyway and says why. */
export function AddLettersButton({ label, primary = false }: { label?: string; primary?: boolean }) {
  const { addFiles } = useAddLetters()
  return (
    <FileChoice allowsMultiple onChoose={addFiles}>
      <Button className={primary ? 'button primary' : 'button'}>{label ?? t('actions.addLetter')}</Button>
    </FileChoice>
  )
}
