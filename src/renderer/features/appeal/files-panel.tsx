import { useEffect, useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import { namedExhibits } from '../../../shared/appeals/exhibit-names.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { attempt, useLaw, useLibrary } from '../../app/library-context.tsx'
import { LawText, lawWords, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { saveBytes } from '../../ui/save-bytes.ts'
import { TextBox } from '../../ui/text-box.tsx'
import { BlankMap } from './blank-map.tsx'
import './events-form.css'

const readFile = async (file: File) => ({
  fileName: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
})

/** Further files for the packet, and the official blanks that the person owns. */
export function FilesPanel({ letter }: { letter: Letter }) {
  return (
    <section className="card stack" aria-label={t('appeal.files')}>
      <Exhibits letter={letter} />
      <Blanks letter={letter} />
    </section>
  )
}

function Exhibits({ letter }: { letter: Letter }) {
  const library = useLibrary()
  const [title, setTitle] = useState('')
  const named = namedExhibits(useLaw(), letter)
  async function add(files: FileList | null): Promise<void> {
    for (const file of files ?? []) {
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
        {named.map(({ name, title: what, file }) => {
          const exhibit = letter.exhibits.find(({ id }) => id === file)
          return (
            <li key={name} className="row">
              <span>
                {file === 'letter' ? (
                  <LawText>{what}</LawText>
                ) : (
                  <Sentence
                    of="files.exhibit"
                    put={{ name: <LawText>{name}</LawText>, title: <LawText>{what}</LawText> }}
                  />
                )}
              </span>
              {exhibit && (
                <Button
                  className="button quiet small"
                  aria-label={t('files.removeNamed', { title: lawWords(what) })}
                  onPress={() => void remove(exhibit.id)}
                >
                  {t('actions.remove')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <TextBox
        label={t('files.name')}
        hint={t('files.nameHint')}
        value={title}
        onChange={setTitle}
        maxLength={300}
      />
      <FileTrigger allowsMultiple onSelect={(files) => void add(files)}>
        <Button className="button">{t('files.add')}</Button>
      </FileTrigger>
    </div>
  )
}

type Blank = Output<'form-templates:list'>[number]

function Blanks({ letter }: { letter: Letter }) {
  const library = useLibrary()
  const { api } = library
  const [blanks, setBlanks] = useState<Blank[]>([])
  const [open, setOpen] = useState<string | null>(null)
  const load = () => api['form-templates:list'](null).then(setBlanks)
  const done = () => {
    setOpen(null)
    void load()
  }
  useEffect(() => {
    let shown = true
    void api['form-templates:list'](null).then((list) => shown && setBlanks(list))
    return () => {
      shown = false
    }
  }, [api])
  async function add(files: FileList | null): Promise<void> {
    for (const file of files ?? []) await attempt(library, api['form-template:add'](await readFile(file)))
    await load()
  }
  async function fill({ id, form }: Blank): Promise<void> {
    await library.answers.flush(letter.id)
    const filled = await attempt(library, api['form:pdf']({ id: letter.id, blank: id }))
    if (filled) saveBytes(filled.value.bytes, 'application/pdf', t('files.fileName', { form }))
  }
  async function remove({ id }: Blank): Promise<void> {
    await attempt(library, api['form-template:remove']({ id }))
    await load()
  }
  return (
    <div className="stack-s">
      <h3>{t('files.blanks')}</h3>
      <p className="soft small">{t('files.blanksHint')}</p>
      <ul className="events">
        {blanks.map((blank) => (
          <li key={blank.id} className="stack-s">
            <div className="row">
              <span>
                {blank.mapped
                  ? t('files.blank', { form: blank.form, revision: blank.revision ?? '' })
                  : t('files.blankToMap', { form: blank.form })}
              </span>
              <span className="row">
                {blank.mapped && (
                  <Button className="button small" onPress={() => void fill(blank)}>
                    {t('files.fill')}
                  </Button>
                )}
                {blank.mapped && blank.toMap && (
                  <Button
                    className="button small"
                    aria-label={t('files.remapNamed', { form: blank.form })}
                    onPress={() => setOpen(open === blank.id ? null : blank.id)}
                  >
                    {t('files.remap')}
                  </Button>
                )}
                <Button
                  className="button quiet small"
                  aria-label={t('files.removeBlank', { form: blank.form })}
                  onPress={() => void remove(blank)}
                >
                  {t('actions.remove')}
                </Button>
              </span>
            </div>
            {blank.toMap && (!blank.mapped || open === blank.id) && (
              <BlankMap id={blank.id} form={blank.form} toMap={blank.toMap} onDone={done} />
            )}
          </li>
        ))}
      </ul>
      <FileTrigger acceptedFileTypes={['application/pdf']} onSelect={(files) => void add(files)}>
        <Button className="button">{t('files.addBlank')}</Button>
      </FileTrigger>
    </div>
  )
}
