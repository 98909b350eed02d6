import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it, test } from 'vitest'
import { loadFieldMappings, loadForms } from '../../../../src/main/content/form-files.ts'
import { fillFormTemplate } from '../../../../src/main/papers/official-forms/fill-form-template.ts'
import { fieldsOfTemplate, textOfTemplate } from '../../../../src/main/papers/official-forms/form-template.ts'
import { officialValues } from '../../../../src/main/papers/official-forms/official-facts.ts'
import { loadFonts } from '../../../../src/main/papers/pdf/fonts.ts'
import { appealPapers } from '../../../../src/shared/appeals/appeal-papers.ts'
import { type FieldMapping, recognizeFormTemplate } from '../../../../src/shared/appeals/official-form.ts'
import { fieldMappingFrom, proposeMapping } from '../../../../src/shared/appeals/propose-mapping.ts'
import { caseAmong } from '../../../../src/shared/telling/tell-all.ts'
import { law } from '../../../law.ts'
import { day, sampleLetter } from '../../../shared/appeals/sample-letter.ts'
import { temporaryFolder } from '../../../support.ts'

const resources = path.resolve('resources')
const [forms, fonts] = await Promise.all([loadForms(resources), loadFonts(resources)])
const manifests = loadFieldMappings(resources)

/** Official blanks are read where they are, and are no part of the project. */
const blanks = path.resolve('../shared/forms')
const hasBlanks = existsSync(blanks)
if (!hasBlanks) console.warn('No official blanks in ../shared/forms: filling them is not tested.')
const blankOf = ({ form }: FieldMapping) => new Uint8Array(readFileSync(path.join(blanks, `f${form}.pdf`)))
const has = (program: string) => spawnSync(program, ['--version']).error === undefined

const letter = sampleLetter({
  answers: {
    name: 'Anh Nguyễn',
    tin: '900-00-1234',
    jointName: 'Łukasz Żółć',
    jointTin: '900-00-9999',
    representativeName: 'Pat Muñoz, EA',
    representativePhone: '312-555-0177',
    reasons: [{ id: 'paid', detail: 'I paid $500.00 on May 2, 2025.' }],
    remedies: [{ id: 'monthly', amount: '$250', day: 'April 15, 2026' }],
  },
})
const papers = appealPapers(forms, caseAmong(law, [letter], letter, day('2026-03-12')), null)
const values = officialValues({ forms, law, letter, papers, fills: '12153' })

describe
  .skipIf(!hasBlanks)
  .each(manifests.map((each) => [`Form ${each.form} (${each.revision})`, each] as const))(
  '%s',
  (_, manifest) => {
    test('the field mapping names every field of the form, with its type, page, and on-state', () => {
      const file = JSON.parse(readFileSync(path.join(blanks, `f${manifest.form}.fields.json`), 'utf8'))
      type Listed = { name: string; type: string; page: number; onStates?: string[] }
      const listed: Listed[] = file.fields
      expect([...manifest.fields.map((each) => each.field), ...manifest.buttons].sort()).toEqual(
        listed.map((each) => each.name).sort(),
      )
      for (const { field, type, page, on } of manifest.fields) {
        const found = listed.find((each) => each.name === field)
        expect([field, found?.type, found?.page]).toEqual([field, type === 'check' ? 'checkbox' : type, page])
        if (on) expect(found?.onStates).toContain(`/${on}`)
      }
      expect(
        manifest.fields.filter(({ from, leave }) => (from === undefined) === (leave === undefined)),
      ).toEqual([])
    })

    test('is recognized by its field names and its printed text', async () => {
      const bytes = blankOf(manifest)
      const [fields, printed] = [await fieldsOfTemplate(bytes), await textOfTemplate(bytes)]
      expect(recognizeFormTemplate(manifests, fields ?? [], printed?.text ?? '')).toEqual({
        kind: 'known',
        fieldMapping: manifest,
      })
    })

    test('is refused when a field has another name or the printed revision differs', async () => {
      const bytes = blankOf(manifest)
      const fields = (await fieldsOfTemplate(bytes)) ?? []
      const { text } = (await textOfTemplate(bytes)) ?? { text: '' }
      const renamed = fields.map((each, index) => (index === 3 ? { ...each, name: `${each.name}x` } : each))
      expect(recognizeFormTemplate(manifests, renamed, text)).toMatchObject({
        kind: 'unknownRevision',
        form: manifest.form,
      })
      const other = text.replaceAll(/20(11|20|21|22)/g, '2031')
      expect(recognizeFormTemplate(manifests, fields, other)).toMatchObject({ kind: 'unknownRevision' })
    })

    test('other programs can read every value on the filled, flattened form', async () => {
      const filled = await fillFormTemplate(blankOf(manifest), manifest, values, fonts)
      if (!filled.ok) throw new Error(`${filled.error.code} ${filled.error.block}`)
      const pdf = await PDFDocument.load(filled.value.bytes, { updateMetadata: false })
      expect(pdf.getForm().getFields()).toEqual([])
      expect(pdf.catalog.has(PDFName.of('Perms'))).toBe(false)
      expect(filled.value.values.length).toBeGreaterThan(7)
      const file = path.join(temporaryFolder(), 'filled.pdf')
      writeFileSync(file, filled.value.bytes)
      if (has('pdftotext')) {
        const text = spawnSync('pdftotext', ['-layout', file, '-']).stdout.toString().replace(/\s+/g, '')
        for (const [, value] of filled.value.values)
          for (const line of typeof value === 'string' ? value.split('\n') : [])
            expect(text).toContain(line.replace(/\s+/g, ''))
      }
      if (has('qpdf')) {
        const check = spawnSync('qpdf', ['--check', file])
        expect(check.status, `${check.stdout}${check.stderr}`).toBe(0)
      }
    })

    test('a value that does not fit, or that the font lacks, is an error and never cut or replaced by a question mark', async () => {
      const fill = (name: string) =>
        fillFormTemplate(blankOf(manifest), manifest, { name, street: name, nameAndAddress: name }, fonts)
      expect(await fill('Constantinopoulos '.repeat(40))).toMatchObject({
        ok: false,
        error: { code: 'form-template.too-long' },
      })
      expect(await fill('王小明')).toMatchObject({ ok: false, error: { code: 'papers.missing-character' } })
    })
  },
)

/** A stand-in for the blank that nobody here has seen: made by us, with names in the manner of its siblings. */
async function blank9423(): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([612, 792])
  page.drawText('Form 9423 (Rev. February 2020) Collection Appeal Request', { x: 40, y: 750, size: 12 })
  const names = ['Q1_Taxname', 'Q3SSN', 'Q5TaxhomePhone', 'Q7TaxAddress', 'Q8City', 'Q9State', 'Q10ZIP']
  names.forEach((name, index) => {
    const field = pdf.getForm().createTextField(`topmostSubform.Page1.${name}`)
    field.addToPage(page, { x: 40, y: 700 - index * 30, width: 300, height: 20 })
  })
  const why = pdf.getForm().createTextField('topmostSubform.Page1.Q15Explain')
  why.enableMultiline()
  why.addToPage(page, { x: 40, y: 200, width: 500, height: 40 })
  const levy = pdf.getForm().createCheckBox('topmostSubform.Page1.Levy')
  levy.addToPage(page, { x: 40, y: 400, width: 12, height: 12 })
  return new Uint8Array(await pdf.save())
}

describe('the mapping assistant for Form 9423', () => {
  it('suggests by name, and fills only what was confirmed', async () => {
    const bytes = await blank9423()
    const fields = (await fieldsOfTemplate(bytes)) ?? []
    const proposal = proposeMapping(fields)
    expect(
      Object.fromEntries(Object.entries(proposal).map(([name, fact]) => [name.split('.').at(-1), fact])),
    ).toEqual({
      Q1_Taxname: 'name',
      Q3SSN: 'tin',
      Q5TaxhomePhone: 'homePhone',
      Q7TaxAddress: 'street',
      Q8City: 'city',
      Q9State: 'state',
      Q10ZIP: 'zip',
      Q15Explain: 'statement',
      Levy: 'action.levy',
    })
    const { 'topmostSubform.Page1.Q9State': _, ...confirmed } = proposal
    const head = {
      form: '9423',
      revision: 'Rev. February 2020',
      title: 'Collection Appeal Request',
      pages: 1,
    }
    const filled = await fillFormTemplate(bytes, fieldMappingFrom(fields, confirmed, head), values, fonts)
    if (!filled.ok) throw new Error(filled.error.code)
    const names = filled.value.values.map(([name]) => name.split('.').at(-1))
    expect(names).toEqual([
      'Q1_Taxname',
      'Q3SSN',
      'Q5TaxhomePhone',
      'Q7TaxAddress',
      'Q8City',
      'Q10ZIP',
      'Q15Explain',
      'Levy',
    ])
    // The box is too small for the statement, so it points to the continuation.
    expect(filled.value.continued).toBe(true)
  })

  it('asks for a mapping when the form is a Form 9423, whatever its revision', async () => {
    const bytes = await blank9423()
    const printed = await textOfTemplate(bytes)
    expect(
      recognizeFormTemplate(manifests, (await fieldsOfTemplate(bytes)) ?? [], printed?.text ?? ''),
    ).toEqual({
      kind: 'unknownRevision',
      form: '9423',
      revision: 'Rev. February 2020',
    })
  })
})
