import { useMemo } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import type { NamedLetter } from '../../../shared/law/law.ts'
import { LawText, lawWords } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useLaw } from '../../state/library-context.tsx'
import './notice-choice.css'

type Props = { value: string; onChange: (code: string) => void }

/** The notice number, chosen from the catalog: type any part of the number or the title. '' means none of them. */
export function NoticeChoice({ value, onChange }: Props) {
  const law = useLaw()
  // The box builds its list anew for each new array: hundreds of entries at every letter that is typed in any fact.
  const choices = useMemo(
    () => byNumber([...law.notices, ...law.named]).map((notice) => ({ ...notice, id: notice.code })),
    [law],
  )
  return (
    <ComboBox
      className="field"
      defaultItems={choices}
      value={value || null}
      onChange={(key) => onChange(key === null ? '' : String(key))}
      defaultFilter={matches}
    >
      <Label>{t('facts.names.noticeCode')}</Label>
      <Text slot="description" className="hint">
        {t('facts.hints.noticeCode')}
      </Text>
      <span className="combo">
        <Input className="input" placeholder={t('facts.noNumber')} />
        <Button className="button combo-button" aria-label={t('facts.showNumbers')}>
          ▾
        </Button>
      </span>
      <Popover className="popover">
        <ListBox<Choice>>
          {(notice) => (
            <ListBoxItem id={notice.code} className="option" textValue={nameOf(notice)}>
              <strong>{notice.printedAs[0]}</strong>
              <span className="small">
                <LawText>{notice.title}</LawText>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

type Choice = Pick<NamedLetter, 'code' | 'printedAs' | 'title'>

/** CP59 before CP501. */
const byNumber = (choices: readonly Choice[]): Choice[] =>
  choices.toSorted((a, b) => numbers.compare(a.code, b.code))
const numbers = new Intl.Collator('en', { numeric: true })

const nameOf = (notice: Choice): string => `${notice.printedAs[0]}: ${lawWords(notice.title)}`

/** `cp 504`, `letter 1058`, `LTR-1058` and `l1058` all find theirs. */
export const matches = (name: string, typed: string): boolean => squeeze(name).includes(squeeze(typed))

const squeeze = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^(letter|ltr|notice)(?=\d|cp|lt)/, (word) => (word === 'notice' ? '' : 'l'))
