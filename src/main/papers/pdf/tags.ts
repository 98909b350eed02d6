import {
  type PDFArray,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib'

/** The standard structure types of PDF 1.7 that our documents need. */
export type Tag =
  | 'H1'
  | 'H2'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Div'
  | 'Figure'

/** A stretch of one page's content, by its number on that page. */
type Mark = { page: PDFPage; id: number }
type Element = { tag: Tag | 'Document'; alt?: string; scope?: 'Column' | 'Row'; inside: (Element | Mark)[] }

/** What a screen reader follows: the elements of a document in reading order, and those that are open now. */
export type Tags = { root: Element; open: Element[]; marks: Map<PDFPage, Element[]> }

export function noTags(): Tags {
  const root: Element = { tag: 'Document', inside: [] }
  return { root, open: [root], marks: new Map() }
}

/** Everything that `draw` draws belongs to one element of this kind, inside the element that is open now. */
export function within<T>(tags: Tags, tag: Tag, draw: () => T, more: Pick<Element, 'alt' | 'scope'> = {}): T {
  const element: Element = { tag, inside: [], ...more }
  tags.open.at(-1)?.inside.push(element)
  tags.open.push(element)
  const drawn = draw()
  tags.open.pop()
  return drawn
}

export const isWithin = (tags: Tags, tag: Tag): boolean => tags.open.at(-1)?.tag === tag

/** `draw` draws on `page` what belongs to the element that is open now. */
export function content(tags: Tags, page: PDFPage, draw: () => void): void {
  const element = tags.open.at(-1)
  if (!element || element === tags.root) throw new Error('papers: content outside of every element')
  const owners = tags.marks.get(page) ?? []
  const id = owners.length
  tags.marks.set(page, [...owners, element])
  element.inside.push({ page, id })
  mark(page, PDFOperatorNames.BeginMarkedContentSequence, [PDFName.of(element.tag), `<</MCID ${id}>>`])
  draw()
  mark(page, PDFOperatorNames.EndMarkedContent)
}

/** `draw` draws what means nothing to a listener: lines, boxes, the footer. */
export function artifact(page: PDFPage, draw: () => void): void {
  mark(page, PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')])
  draw()
  mark(page, PDFOperatorNames.EndMarkedContent)
}

const mark = (page: PDFPage, name: PDFOperatorNames, args: (string | PDFName)[] = []): void =>
  page.pushOperators(PDFOperator.of(name, args))

/**
 * Writes the elements into the file. Parts that were drawn later on an earlier page go where that page is.
 */
export function writeTags(pdf: PDFDocument, tags: Tags): void {
  const { context, catalog } = pdf
  const pages = pdf.getPages()
  const order = (part: Element | Mark) => {
    const page = firstPage(part)
    return page ? pages.indexOf(page) : -1
  }
  tags.root.inside.sort((a, b) => order(a) - order(b))
  const refs = new Map<Element, PDFRef>()
  const tree = context.nextRef()
  const root = writeElement(pdf, tags.root, tree, refs)
  const numbers = context.obj([])
  pages.forEach((page, index) => {
    page.node.set(PDFName.of('StructParents'), PDFNumber.of(index))
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
    const owners = context.obj((tags.marks.get(page) ?? []).map((element) => refOf(refs, element)))
    numbers.push(PDFNumber.of(index))
    numbers.push(context.register(owners))
  })
  const parents = context.register(context.obj({ Nums: numbers }))
  const next = PDFNumber.of(pages.length)
  context.assign(
    tree,
    context.obj({ Type: 'StructTreeRoot', K: root, ParentTree: parents, ParentTreeNextKey: next }),
  )
  catalog.set(PDFName.of('StructTreeRoot'), tree)
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
}

const isMark = (part: Element | Mark): part is Mark => 'page' in part

/** undefined for an empty cell. */
function firstPage(part: Element | Mark): PDFPage | undefined {
  if (isMark(part)) return part.page
  for (const each of part.inside) {
    const page = firstPage(each)
    if (page) return page
  }
  return undefined
}

function writeElement(
  pdf: PDFDocument,
  element: Element,
  parent: PDFRef,
  refs: Map<Element, PDFRef>,
): PDFRef {
  const { context } = pdf
  const { tag, alt, scope, inside } = element
  const ref = context.nextRef()
  refs.set(element, ref)
  const kids: PDFArray = context.obj([])
  for (const part of inside) {
    if (isMark(part)) kids.push(context.obj({ Type: 'MCR', Pg: part.page.ref, MCID: part.id }))
    else kids.push(writeElement(pdf, part, ref, refs))
  }
  const dict = context.obj({ Type: 'StructElem', S: tag, P: parent, K: kids })
  if (alt) dict.set(PDFName.of('Alt'), PDFHexString.fromText(alt))
  if (scope) dict.set(PDFName.of('A'), context.obj({ O: 'Table', Scope: scope }))
  context.assign(ref, dict)
  return ref
}

function refOf(refs: Map<Element, PDFRef>, element: Element): PDFRef {
  const ref = refs.get(element)
  if (!ref) throw new Error(`papers: a ${element.tag} outside of the tree`)
  return ref
}
