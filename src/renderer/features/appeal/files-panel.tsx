import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { namedExhibits } from '../../../shared/appeals/exhibit-names.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { LawText, lawWords, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { attempt, useLaw, useLibrary } from '../../state/library-context.tsx'
import { saveBytes } from '../../ui/save-bytes.ts'
import { TextBox } from '../../ui/text-box.tsx'
import { FormTemplateMap } from './form-template-map.tsx'
import './events-form.css'
import { FileChoice } from '../../ui/file-choice.tsx'

const readFile = async (file: File) => ({
  fileName: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
})

/** More files for the packet, and the official forms the person has added. */
export function FilesPanel({ letter }: { letter: Letter }) {
  return (
    <section className="card stack" aria-label={t('appeal.files')}>
      <Exhibits letter={letter} />
      <FormTemplates letter={letter} />
    </section>
  )
}

function Exhibits({ letter }: { letter: Letter }) {
  const library = useLibrary()
  const [title, setTitle] = useState('')
  const named = namedExhibits(useLaw(), letter)
  async function add(files: File[]): Promise<void> {
    for (const file of files) {
      const name = title.trim() || file.name
      const input = { letter: letter.id, title: name, role: 'enclosure' as const, ...(await readFile(file)) }
      if (await attempt(library, library.api['exhibit:add'](input))) setTitle('')
    }
    await library.refresh()
  }
  async function remove(id: Letter['exhibits'][number]['id']): Promise<void> {
    await attempt(library, library.api['exhibit:remove']({ letter: letter.id, id }))
    await library.refresh()
  }
  return (
    <div className="stack-s">
      <h3>{t('files.title')}</h3>
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

type FormTemplate = Output<'form-templates:list'>[number]

function FormTemplates({ letter }: { letter: Letter }) {
  const { templates, load, add, fill, remove } = useFormTemplates(letter)
  const [open, setOpen] = useState<string | null>(null)
  const done = () => {
    setOpen(null)
    void load()
  }
  return (
    <div className="stack-s">
      <h3>{t('files.formTemplates')}</h3>
      <p className="soft small">{t('files.formTemplatesHint')}</p>
      <ul className="events">
        {templates.map((template) => (
          <li key={template.id} className="stack-s">
            <TemplateRow
              template={template}
              onFill={() => void fill(template)}
              onMap={() => setOpen(open === template.id ? null : template.id)}
              onRemove={() => void remove(template)}
            />
            {template.toMap && (!template.mapped || open === template.id) && (
              <FormTemplateMap id={template.id} form={template.form} toMap={template.toMap} onDone={done} />
            )}
          </li>
        ))}
      </ul>
      <FileChoice acceptedFileTypes={['application/pdf']} onChoose={(files) => void add(files)}>
        <Button className="button">{t('files.addFormTemplate')}</Button>
      </FileChoice>
    </div>
  )
}

/** The form templates in the library, and what can be done with them for a letter. */
function useFormTemplates(letter: Letter) {
  const library = useLibrary()
  const { api } = library
  const [templates, setTemplates] = useState<FormTemplate[]>([])
  const load = () => api['form-templates:list'](null).then(setTemplates)
  useEffect(() => {
    let shown = true
    void api['form-templates:list'](null).then((list) => shown && setTemplates(list))
    return () => {
      shown = false
    }
  }, [api])
  async function add(files: File[]): Promise<void> {
    for (const file of files) await attempt(library, api['form-template:add'](await readFile(file)))
    await load()
  }
  async function fill({ id, form }: FormTemplate): Promise<void> {
    await library.answers.flush(letter.id)
    const filled = await attempt(library, api['form:pdf']({ id: letter.id, template: id }))
    if (filled) saveBytes(filled.value.bytes, 'application/pdf', t('files.fileName', { form }))
  }
  async function remove({ id }: FormTemplate): Promise<void> {
    await attempt(library, api['form-template:remove']({ id }))
    await load()
  }
  return { templates, load, add, fill, remove }
}

type TemplateRowProps = {
  template: FormTemplate
  onFill: () => void
  onMap: () => void
  onRemove: () => void
}

function TemplateRow({
  template: { form, revision, mapped, toMap },
  onFill,
  onMap,
  onRemove,
}: TemplateRowProps) {
  return (
    <div className="row">
      <span>
        {mapped
          ? t('files.formTemplate', { form, revision: revision ?? '' })
          : t('files.formTemplateToMap', { form })}
      </span>
      <span className="row">
        {mapped && (
          <Button className="button small" onPress={onFill}>
            {t('files.fill')}
          </Button>
        )}
        {mapped && toMap && (
          <Button className="button small" aria-label={t('files.remapNamed', { form })} onPress={onMap}>
            {t('files.remap')}
          </Button>
        )}
        <Button
          className="button quiet small"
          aria-label={t('files.removeFormTemplate', { form })}
          onPress={onRemove}
        >
          {t('actions.remove')}
        </Button>
      </span>
    </div>
  )
}
