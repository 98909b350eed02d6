import type { GrayImage } from '../files/scan.ts'
import type { SeenCharacter, Witness } from '../ocr/witness.ts'
import type { FromReadingProcess } from './protocol.ts'

/** In a reading process: the second engine, which runs in another one, by way of the parent. */
type RemoteWitness = {
  /** For one reading. Once it has no answer, it is not asked again for that reading: each wait for a hung engine is long. */
  forJob(id: number): Witness
  heard(number: number, characters: SeenCharacter[] | null): void
}

export function createRemoteWitness(post: (message: FromReadingProcess) => void): RemoteWitness {
  const waiting = new Map<number, (characters: SeenCharacter[] | null) => void>()
  let lastNumber = 0

  function ask(id: number, strip: GrayImage): Promise<SeenCharacter[] | null> {
    const number = ++lastNumber
    return new Promise((resolve) => {
      waiting.set(number, resolve)
      post({ kind: 'strip', id, number, strip })
    })
  }

  return {
    forJob(id) {
      let failed = false
      return {
        async read(strip) {
          const seen = failed ? null : await ask(id, strip)
          failed ||= seen === null
          return seen
        },
      }
    },
    heard(number, characters) {
      waiting.get(number)?.(characters)
      waiting.delete(number)
    },
  }
}
