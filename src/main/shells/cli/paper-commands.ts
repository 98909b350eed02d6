import { writeFile } from 'node:fs/promises'
import { findLetter, type LibraryOptions, unwrap, withCore } from './open-core.ts'
import { print } from './print.ts'

type Options = LibraryOptions & { out: string }

/** Writes the draft of the form that fits. */
export const draftCommand = (id: string, options: Options) =>
  withCore(options, async (core) => {
    await core.idle()
    const letter = await findLetter(core, id)
    const { bytes } = unwrap(await core.api['draft:pdf']({ id: letter.id }))
    await written(options, letter.id, bytes)
  })

export const packetCommand = (id: string, options: Options & { fax?: boolean; duplex?: boolean }) =>
  withCore(options, async (core) => {
    await core.idle()
    const letter = await findLetter(core, id)
    const cover = options.fax ? 'fax' : 'letter'
    const input = { id: letter.id, cover, duplex: options.duplex ?? false } as const
    const { bytes } = unwrap(await core.api['packet:pdf'](input))
    await written(options, letter.id, bytes)
  })

/** Writes a paper and says where. */
export async function written(options: Options, id: string, content: Uint8Array | string): Promise<void> {
  await writeFile(options.out, content)
  print(options, { id, out: options.out, bytes: content.length }, () => `Written: ${options.out}`)
}
