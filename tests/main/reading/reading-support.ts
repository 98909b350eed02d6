import { fileURLToPath } from 'node:url'
import { createReader, type Reader, type ReaderOptions } from '../../../src/main/reading/process/client.ts'
import { forkReadingProcess } from '../../../src/main/reading/process/process-link.ts'
import { law } from '../../law.ts'

export { law }

const projectFile = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
export const samplesFolder = projectFile('resources/samples')
export const formsFolder = projectFile('../shared/forms')

export const startReader = (options: Partial<ReaderOptions> = {}): Reader =>
  createReader({
    startReadingProcess: forkReadingProcess(
      new URL('../../../src/main/shells/reading-process/child.ts', import.meta.url),
    ),
    tessdata: projectFile('resources/tessdata'),
    law,
    ...options,
  })

/** The 28 numbers that the app must know before all others. */
export const missionCodes =
  'L3171 L3172 L3886 L3177 LT11 CP90 L1058 L3174 LT75 CP242 CP90C CP92 CP77 CP177 CP297 CP297A CP297C L2439 L4052 L2272C L5259 L2975 CP523 L5603 L4025 L4027 L4711 L3975'.split(
    ' ',
  )
