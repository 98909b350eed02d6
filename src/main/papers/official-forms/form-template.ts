import {
  PDFButton,
  PDFCheckBox,
  PDFDocument,
  type PDFField,
  PDFName,
  PDFRef,
  PDFTextField,
} from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { FormTemplateField } from '../../../shared/appeals/official-form.ts'

/**
 * An empty password opens files that are only locked against changes. XFA would be shown instead of our
 * values.
 */
export async function openFormTemplate(bytes: Uint8Array): Promise<PDFDocument | null> {
  try {
    return await PDFDocument.load(bytes, { password: '', updateMetadata: false, preserveXFA: true })
  } catch {
    return null
  }
}

/** All fields of a PDF with their page and tooltip; null if it cannot be opened. */
export async function fieldsOfTemplate(bytes: Uint8Array): Promise<FormTemplateField[] | null> {
  const pdf = await openFormTemplate(bytes)
  if (!pdf) return null
  try {
    return pdf
      .getForm()
      .getFields()
      .map((field) => ({
        name: field.getName(),
        type: typeOf(field),
        page: pageOfField(pdf, field),
        label: labelOf(field),
      }))
  } catch {
    return null
  }
}

export function typeOf(field: PDFField): FormTemplateField['type'] {
  if (field instanceof PDFTextField) return 'text'
  if (field instanceof PDFCheckBox) return 'check'
  return field instanceof PDFButton ? 'button' : 'other'
}

/** Counted from 1; 0 if the widget names no page. */
export function pageOfField(pdf: PDFDocument, field: PDFField): number {
  const widget = field.acroField.getWidgets()[0]
  const target = widget?.P()
  const pages = pdf.getPages()
  const byPage = pages.findIndex((page) => page.ref === target)
  if (byPage >= 0) return byPage + 1
  return (
    pages.findIndex((page) =>
      page.node
        .Annots()
        ?.asArray()
        .some((each) => each instanceof PDFRef && pdf.context.lookup(each) === widget?.dict),
    ) + 1
  )
}

function labelOf(field: PDFField): string {
  const tooltip = field.acroField.dict.get(PDFName.of('TU'))
  const text = tooltip && 'decodeText' in tooltip ? (tooltip as { decodeText(): string }).decodeText() : ''
  return text.replace(/\s+/g, ' ').trim().slice(0, 300)
}

/** The printed text of a PDF, with its title, and the number of pages; null if it cannot be read. */
export async function textOfTemplate(bytes: Uint8Array): Promise<{ text: string; pages: number } | null> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false })
  try {
    const document = await loading.promise
    const { info } = await document.getMetadata()
    const title = 'Title' in info && typeof info.Title === 'string' ? info.Title : ''
    const parts = [title]
    for (let number = 1; number <= Math.min(document.numPages, 4); number++) {
      const { items } = await (await document.getPage(number)).getTextContent()
      parts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
    }
    return { text: parts.join('\n'), pages: document.numPages }
  } catch {
    return null
  } finally {
    await loading.destroy()
  }
}
