import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { verifyLibrary } from '../../src/main/storage/backup/verify-library.ts'
import { openDatabase } from '../../src/main/storage/database.ts'
import { type Library, openLibrary } from '../../src/main/storage/open-library.ts'
import { projectFolder, temporaryFolder } from '../support.ts'
import { keepLetter, letterMaker } from './made-library.ts'

/**
 * `npm run bench:export -- --letters 10000 --kilobytes 150`: a large library goes out by `waymark export` and into a new one by
 * `waymark import`, each a process of its own. Says how long each took and the most memory it had.
 */
const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: '10000' },
    kilobytes: { type: 'string', default: '150' },
  },
})
const count = Number(values.letters)
const folder = temporaryFolder()
const [from, to] = [join(folder, 'from.waymark'), join(folder, 'to.waymark')]
const exported = join(folder, 'export')

fill(from)
const size = Math.round(statSync(from).size / 1e6)
console.log(`${count} letters of three pages, originals of ${values.kilobytes} KB, library of ${size} MB\n`)
console.log('| what | time | most memory |\n|---|---|---|')
await measured('waymark export', ['export', exported, '--library', from])
const files = readdirSync(exported, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
await measured(`waymark import, ${files.length} files`, ['import', exported, '--library', to])
await measured('the same again, all known', ['import', exported, '--library', to])
console.log(`\n${compared()}`)
rmSync(folder, { recursive: true })

function opened(file: string): Library {
  const library = openLibrary(file)
  if (!library.ok) throw new Error(library.error.code)
  return library.value
}

function fill(file: string): void {
  const library = opened(file)
  const make = letterMaker(7, Number(values.kilobytes) * 1024)
  for (let at = 0; at < count; at += 200)
    library.write(() => {
      for (let each = at; each < Math.min(count, at + 200); each += 1) keepLetter(library, make(each), each)
    })
  library.close()
}

/** Runs the command line as a person does, and asks the system for the most memory that its process had. */
async function measured(what: string, words: readonly string[]): Promise<void> {
  const program = join(projectFolder, 'src/main/shells/cli/waymark.ts')
  const started = performance.now()
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'ignore', 'inherit'] })
  let peak = 0
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peak = Math.max(peak, Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0))
    } catch {
      // It ended between two looks.
    }
  }, 100)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(timer)
  if (code !== 0) throw new Error(`${what} ended with ${code}`)
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(`| ${what} | ${seconds} s | ${Math.round(peak / 1024)} MB |`)
}

/** Whether both libraries have the same letters, byte for byte and as they were read. */
function compared(): string {
  const [before, after] = [opened(from), opened(to)]
  const facts = (library: Library) =>
    JSON.stringify(
      library.letters
        .list()
        .map(({ id, reading, pages }) => [id, pages, reading])
        .sort(([a], [b]) => String(a).localeCompare(String(b))),
    )
  const isSame = facts(before) === facts(after)
  const letters = after.letters.list().length
  before.close()
  after.close()
  const database = openDatabase(to, null)
  const { issues, originals } = verifyLibrary(database, to)
  database.close()
  return `${letters} letters ${isSame ? 'as they were' : 'NOT AS THEY WERE'}, ${originals} originals, ${issues.length} problems`
}
