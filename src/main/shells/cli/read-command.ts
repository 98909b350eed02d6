import { join } from 'node:path'
import { cleanText } from '../../../shared/text/clean-name.ts'
import { createReader, type Reader } from '../../reading/process/client.ts'
import { forkReadingProcess } from '../../reading/process/process-link.ts'
import { projectFolder } from '../folders.ts'
import { systemClock } from '../system-clock.ts'
import { wordsOfError } from '../words.ts'
import { warnOfClock } from './clock-warning.ts'
import { readGiven } from './given-file.ts'
import { contentInUse } from './open-core.ts'
import { jsonText, say } from './print.ts'
import { jsonFromFailure, jsonFromReading, type ReadingJson } from './reading-json.ts'
import { linesOfFacts } from './text.ts'

/** Reads files and prints what they say; keeps nothing. Exit status 1 when a file could not be read. */
export async function readCommand(files: string[], options: { json?: boolean }): Promise<void> {
  const resources = join(projectFolder, 'resources')
  const { law } = contentInUse().inUse()
  const reader = createReader({
    startReadingProcess: forkReadingProcess(new URL('../reading-process/child.ts', import.meta.url)),
    tessdata: join(resources, 'tessdata'),
    law,
  })
  warnOfClock()
  for (const file of files) {
    const read = await readOne(file, reader, (ms, reading) =>
      jsonFromReading(law, file, ms, reading, systemClock.today()),
    )
    if (read.error) process.exitCode = 1
    say(options.json ? jsonText(read) : textFrom(read))
  }
  await reader.close()
}

async function readOne(
  file: string,
  reader: Reader,
  jsonFrom: (ms: number, reading: Parameters<typeof jsonFromReading>[3]) => ReadingJson,
): Promise<ReadingJson> {
  const given = await readGiven(file, 'scan')
  if (!given.ok) return jsonFromFailure(file, 0, given.error.code, wordsOfError(given.error.code))
  const started = performance.now()
  const result = await reader.read(given.value)
  const ms = Math.round(performance.now() - started)
  return result.ok
    ? jsonFrom(ms, result.value)
    : jsonFromFailure(file, ms, result.error.code, wordsOfError(result.error.code))
}

/** The facts of one letter by their names on the screens, after the pages that it is on. */
const linesOfLetter = ({ pages, noticeId, respondBy, ...facts }: ReadingJson['letters'][number]): string =>
  [
    `  ${'Pages'.padEnd(38)} ${[pages].flat().join(', ')}`,
    linesOfFacts({ ...facts, noticeCode: noticeId, respondByDate: respondBy }),
  ].join('\n')

function textFrom(read: ReadingJson): string {
  if (read.error) return `${cleanText(read.file)}\n  ${read.error.message}\n`
  const letters =
    read.letters.length === 0
      ? ['  No letter from the IRS was found in this file.']
      : read.letters.map(linesOfLetter)
  return `${cleanText(read.file)} (${read.pages} pages, ${read.ms} ms)\n${letters.join('\n')}\n`
}
