import type { Letter } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { TextBox } from '../../ui/text-box.tsx'
import { longestLine } from './answer-box.tsx'
import { Exhibits } from './files-panel.tsx'
import { useChange } from './use-change.ts'

/** The proof: files that are added, and copies that the person lays behind their sheets. */
export function ExhibitsPage({ letter }: { letter: Letter }) {
  const change = useChange(letter)
  return (
    <>
      <Exhibits letter={letter} />
      <TextBox
        label={t('answers.attachments')}
        hint={t('answers.attachmentsHint')}
        multiline
        value={letter.answers.attachments.join('\n')}
        onChange={(text) =>
          change({
            attachments: text
              .split('\n')
              .slice(0, 100)
              .map((line) => line.slice(0, longestLine)),
          })
        }
      />
    </>
  )
}
