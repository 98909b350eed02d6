import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'
import { FileChoice } from '../../ui/file-choice.tsx'
import { saveBytes } from '../../ui/save-bytes.ts'
import { FormTemplateMap } from './form-template-map.tsx'
import { readFile } from './read-file.ts'

type FormTemplate = Output<'form-templates:list'>[number]

/** The official forms that the person has added. */
export function FormTemplates({ letter }: { letter: Letter }) {
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
