import { useState } from 'react'
import { Button } from 'react-aria-components'
import { namedExhibits } from '../../../shared/appeals/exhibit-names.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { LawText, lawWords, Sentence } from '../../i18n/law-text.tsx'
import { errorWords, t } from '../../i18n/words.ts'
import { attempt, useLaw, useLibrary } from '../../state/library-context.tsx'
import { TextBox } from '../../ui/text-box.tsx'
import { LockedExhibit } from './locked-exhibit.tsx'
import { readFile } from './read-file.ts'
import './events-form.css'
import { FileChoice } from '../../ui/file-choice.tsx'

/** The files that go with the form, each an exhibit of its own. */
export function Exhibits({ letter }: { letter: Letter }) {
  const library = useLibrary()
  const [title, setTitle] = useState('')
  const [locked, setLocked] = useState<Input<'exhibit:add'> | null>(null)
  const named = namedExhibits(useLaw(), letter)
  const input = (file: File) => ({
    letter: letter.id,
    title: title.trim() || file.name,
    role: 'enclosure' as const,
  })
  async function add(files: File[]): Promise<void> {
    for (const file of files) {
      const given = { ...input(file), ...(await readFile(file)) }
      const added = await library.api['exhibit:add'](given).catch(() => null)
      if (added?.ok) setTitle('')
      else if (added?.error.code === 'exhibit.password') setLocked(given)
      else library.messages.say({ kind: 'error', text: errorWords(added?.error.code ?? 'api.unreachable') })
    }
    await library.refresh()
  }
  async function remove(id: Letter['exhibits'][number]['id']): Promise<void> {
    await attempt(library, library.api['exhibit:remove']({ letter: letter.id, id }))
    await library.refresh()
  }
  return (
    <div className="stack-s">
      <h2>{t('files.title')}</h2>
      <p className="soft small">{t('files.hint')}</p>
      <ul className="events">
        {named.map((each) => (
          <ExhibitRow
            key={english(each.name)}
            named={each}
            exhibit={letter.exhibits.find(({ id }) => id === each.file)}
            onRemove={(id) => void remove(id)}
          />
        ))}
      </ul>
      <TextBox
        label={t('files.name')}
        hint={t('files.nameHint')}
        value={title}
        onChange={setTitle}
        maxLength={300}
      />
      <FileChoice allowsMultiple onChoose={(files) => void add(files)}>
        <Button className="button">{t('files.add')}</Button>
      </FileChoice>
      {locked && <LockedExhibit key={locked.fileName} exhibit={locked} onDone={() => setLocked(null)} />}
    </div>
  )
}

type ExhibitRowProps = {
  named: ReturnType<typeof namedExhibits>[number]
  /** undefined: the letter itself, which cannot be removed here. */
  exhibit: Letter['exhibits'][number] | undefined
  onRemove: (id: Letter['exhibits'][number]['id']) => void
}

function ExhibitRow({ named: { name, title, file }, exhibit, onRemove }: ExhibitRowProps) {
  return (
    <li className="row">
      <span>
        {file === 'letter' ? (
          <LawText>{title}</LawText>
        ) : (
          <Sentence
            of="files.exhibit"
            put={{ name: <LawText>{name}</LawText>, title: <LawText>{title}</LawText> }}
          />
        )}
      </span>
      {exhibit && (
        <Button
          className="button quiet small"
          aria-label={t('files.removeNamed', { title: lawWords(title) })}
          onPress={() => onRemove(exhibit.id)}
        >
          {t('actions.remove')}
        </Button>
      )}
    </li>
  )
}
