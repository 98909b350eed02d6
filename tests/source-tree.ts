import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'vite'

/** What the tests of the architecture know of the code: its files, what they import and export, and their syntax. */
export const root = resolve(import.meta.dirname, '..')

const listed = (folder: string, pattern: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name))
    .sort()

/** Paths from the project's folder. */
export const sources = listed('src', /\.(ts|tsx|cjs)$/)
export const users = [...listed('tests', /\.tsx?$/), ...listed('scripts', /\.tsx?$/)]
export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')
export const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '')

/** A node of the syntax tree, as far as the tests look at it. */
export type Node = { type: string; start: number; end: number; [key: string]: unknown }
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** Every node below this one, with the nodes that hold it, nearest last. */
export function walk(
  node: Node,
  visit: (node: Node, above: readonly Node[]) => void,
  above: Node[] = [],
): void {
  visit(node, above)
  const here = [...above, node]
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const each of value.filter(isNode)) walk(each, visit, here)
    else if (isNode(value)) walk(value, visit, here)
  }
}

const parsed = new Map<string, Node>()
export function syntaxOf(file: string): Node {
  const known = parsed.get(file)
  if (known) return known
  const { program, errors } = parseSync(file, textOf(file))
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const node: unknown = program
  if (!isNode(node)) throw new Error(`${file}: no syntax tree`)
  parsed.set(file, node)
  return node
}

/** `names`: what is taken, `*` for all of it; `from` is a path from the project's folder, or a package. */
export type Import = { file: string; from: string; names: string[] }

const nameOf = (value: unknown): string => {
  const { name, value: text } = value as { name?: string; value?: string }
  return name ?? text ?? '*'
}

/** Static imports, re-exports, `import()`, and types by `import('...')`. */
export function importsOf(file: string): Import[] {
  const found: Import[] = []
  const add = (source: unknown, names: string[]) => {
    const from = (source as { value?: unknown } | null)?.value
    if (typeof from !== 'string') return
    found.push({
      file,
      names,
      from: from.startsWith('.') ? relative(root, resolve(root, dirname(file), from)) : from,
    })
  }
  walk(syntaxOf(file), (node) => {
    const parts = (node.specifiers ?? []) as Node[]
    if (node.type === 'ImportDeclaration')
      add(
        node.source,
        parts.map((part) =>
          part.imported ? nameOf(part.imported) : part.type === 'ImportDefaultSpecifier' ? 'default' : '*',
        ),
      )
    if (node.type === 'ExportNamedDeclaration')
      add(
        node.source,
        parts.map((part) => nameOf(part.local)),
      )
    if (/^(ExportAllDeclaration|ImportExpression|TSImportType)$/.test(node.type)) add(node.source, ['*'])
  })
  return found
}

/** The names that a file exports: values, types, and what it passes on. */
export function exportsOf(file: string): string[] {
  const names = new Set<string>()
  walk(syntaxOf(file), (node) => {
    if (node.type === 'ExportDefaultDeclaration') names.add('default')
    if (node.type !== 'ExportNamedDeclaration') return
    for (const part of (node.specifiers ?? []) as Node[]) names.add(nameOf(part.exported))
    const declared = node.declaration as Node | null
    if (declared?.id) names.add(nameOf(declared.id))
    for (const each of (declared?.declarations ?? []) as Node[]) {
      const pattern = each.id as Node
      // `export const { a, b } = ...` exports each name of the pattern.
      const properties = (pattern.properties ?? []) as Node[]
      for (const named of pattern.name ? [pattern] : properties.map(({ value }) => value))
        names.add(nameOf(named))
    }
  })
  return [...names]
}

/** The imports of the whole tree. */
export const imports: Import[] = sources.flatMap(importsOf)
