import { expect, test } from 'vitest'
import { type Node, sources, syntaxOf, textOf, walk } from './source-tree.ts'

/** Who needs all tables of a library. Everybody else names the tables it may touch: `Pick<Library, 'letters' | 'files'>`. */
const wholeLibrary = {
  'src/main/storage/open-library.ts': 'makes it',
  'src/main/storage/protection/unlock-library.ts': 'opens it with its key and hands it on',
  'src/main/storage/backup/salvage-records.ts': 'tries every record of every table',
  'src/main/app/session.ts': 'gives each group of handlers the tables that it names',
  'src/main/app/library-slot.ts': 'holds the open library until it closes',
}

const isNamed = (node: Node | undefined, name: string) =>
  node?.type === 'TSTypeReference' && (node.typeName as { name?: string }).name === name

test('nobody is given a whole library who could name its tables', () => {
  const whole = new Set<string>()
  for (const file of sources.filter((each) => each.startsWith('src/main/')))
    walk(syntaxOf(file), (node, above) => {
      // In `Pick<Library, ...>` the reference is in the list of parameters below `Pick`.
      if (isNamed(node, 'Library') && !isNamed(above.at(-2), 'Pick')) whole.add(file)
    })
  expect([...whole].sort()).toEqual(Object.keys(wholeLibrary).sort())
})

const longestFunction = 60

test('no function is longer than 60 lines, markup included', () => {
  const long = sources.flatMap((file) => {
    const lineAt = linesOf(textOf(file))
    const found: string[] = []
    walk(syntaxOf(file), (node) => {
      if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return
      const [from, to] = [lineAt(node.start), lineAt(node.end)]
      if (to - from + 1 > longestFunction) found.push(`${file}:${from} (${to - from + 1} lines)`)
    })
    return found
  })
  expect(long).toEqual([])
})

/** The number of the line at an offset. */
function linesOf(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index)
  return (offset) => {
    const after = ends.findIndex((end) => end >= offset)
    return (after < 0 ? ends.length : after) + 1
  }
}
