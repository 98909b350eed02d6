import { expect, test } from 'vitest'
import { type Node, sources, syntaxOf, walk } from './source-tree.ts'

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
