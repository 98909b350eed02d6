import { statSync } from 'node:fs'
import type { Api } from '../shared/contract.ts'
import type { Parts } from './parts.ts'

/** The library as a file. */
export function createLibraryCalls({ libraryFile }: Parts): Pick<Api, 'library:info'> {
  return {
    'library:info': async () => ({ file: libraryFile, bytes: statSync(libraryFile).size }),
  }
}
