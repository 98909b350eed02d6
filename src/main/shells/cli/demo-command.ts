import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppealAnswers } from '../../../shared/model/appeal.ts'
import { CaseEvent } from '../../../shared/model/case-event.ts'
import { factsOf } from '../../../shared/model/letter.ts'
import { cleanText } from '../../../shared/text/clean-name.ts'
import { projectFolder } from '../folders.ts'
import { listCommand } from './letter-commands.ts'
import { findLetter, unwrap, withCore } from './open-core.ts'
import { say } from './print.ts'
import { makeFolder, writeOut } from './write-out.ts'

/** What the invented person of the practice letters answers: resources/samples/demo.json. */
const Demo = z.object({
  today: z.string(),
  /** The sample for which the packet is made. */
  appealed: z.string(),
  answers: AppealAnswers,
  events: z.array(CaseEvent),
})

/** Makes a library of practice letters and one packet in `folder`, so that the main job can be seen without a letter. */
export async function demoCommand(folder = 'waymark-demo', options: { json?: boolean }): Promise<void> {
  const samples = join(projectFolder, 'resources/samples')
  const demo = Demo.parse(JSON.parse(await readFile(join(samples, 'demo.json'), 'utf8')))
  makeFolder(folder)
  const library = join(folder, 'demo.waymark')
  for (const end of ['', '-wal', '-shm']) await rm(library + end, { force: true })
  const out = join(folder, 'packet.pdf')
  await withCore({ library, today: demo.today }, async (core) => {
    for (const fileName of (await readdir(samples)).filter((name) => /\.(pdf|png|jpg)$/.test(name))) {
      const bytes = new Uint8Array(await readFile(join(samples, fileName)))
      const added = unwrap(await core.api['letter:add']({ fileName, bytes }))
      await core.idle()
      const letter = await findLetter(core, added.ids[0] ?? '')
      if (fileName !== demo.appealed) continue
      // The demo plays the person who has looked at the scan and agrees with what was read.
      unwrap(await core.api['letter:confirm']({ id: letter.id, facts: factsOf(letter) }))
      unwrap(await core.api['letter:answer']({ id: letter.id, answers: demo.answers }))
      unwrap(await core.api['letter:record-events']({ id: letter.id, events: demo.events }))
      const packet = unwrap(
        await core.api['packet:pdf']({ id: letter.id, cover: 'letter', duplex: false, straighten: true }),
      )
      writeOut(out, packet.bytes)
    }
  })
  await listCommand({ library, today: demo.today, ...options })
  if (!options.json)
    say(
      `\nPacket:  ${cleanText(out)}\nLibrary: ${cleanText(library)}\nThese are practice letters to invented people.`,
    )
}
