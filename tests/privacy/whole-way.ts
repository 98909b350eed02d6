import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from '@msgpack/msgpack'
import sharp from 'sharp'
import { serveBrowserShell } from '../../src/main/shells/browser/server.ts'
import { encodedInProcess } from '../../src/main/shells/core-process/encoded-in-process.ts'
import { noAnswers } from '../../src/shared/model/appeal.ts'
import { Day } from '../../src/shared/model/day.ts'
import { factsOf } from '../../src/shared/model/letter.ts'
import { projectFolder, testCore } from '../support.ts'
import { letterOfSecrets, secrets } from './secrets.ts'

/**
 * The whole way of one person's letter in a process of its own, whose every output is looked at afterwards:
 * `node whole-way.ts LIBRARY`. Nothing here prints but its last word.
 */
const core = testCore(process.argv[2])
const bytes = letterOfSecrets()
const { api } = core
const file = { fileName: secrets.fileName, bytes }

const added = await api['letter:add'](file)
await core.idle()
const [letter] = (await api['letters:list'](null)).letters
if (!added.ok || !letter || !JSON.stringify(letter.reading).includes('QUAGGENHEIM'))
  throw new Error('the letter was not read: nothing would be shown by this test')
const { id } = letter
await api['letter:confirm']({ id, facts: { ...factsOf(letter), amountDue: secrets.amount } })
const answers = {
  ...noAnswers,
  name: secrets.name,
  tin: secrets.tin,
  street: secrets.street,
  city: secrets.city,
}
await api['letter:answer']({ id, answers: { ...answers, homePhone: secrets.phone, whyWrong: secrets.why } })
const event = { kind: 'phoneCall' as const, day: Day.parse('2026-11-10'), note: secrets.why }
await api['letter:record-events']({ id, events: [event] })
await api['exhibit:add']({ letter: id, title: secrets.title, role: 'enclosure', ...file })
const packet = await api['packet:pdf']({ id, cover: 'letter', duplex: false, straighten: true })
await api['draft:pdf']({ id })
for (const kind of ['call', 'summary', 'fridge'] as const) await api['sheet:pdf']({ id, kind })
await api['calendar:ics'](null)
await api['page:image']({ id, page: 1, width: 600 })

// Everything that goes wrong, with the person's own words in it.
const scan = await sharp(Buffer.from('<svg width="400" height="500"/>')).jpeg().toBuffer()
const tail = Buffer.from(`${secrets.name} ${secrets.tin}`)
const broken = [
  bytes.slice(0, bytes.length - 400),
  bytes.slice(0, 300),
  Buffer.concat([scan.subarray(0, 300), tail]),
  Buffer.concat([tail, Buffer.from([0, 1, 2, 3])]),
  Buffer.from(`Dear ${secrets.name}`),
  Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace('/F 12 Tf', `/${secrets.name.replace(' ', '')} Tf`),
    'latin1',
  ),
]
for (const each of broken) {
  const given = { fileName: secrets.fileName, bytes: new Uint8Array(each) }
  await api['letter:add'](given)
  await api['form-template:add'](given)
  await api['exhibit:add']({ letter: id, title: secrets.title, role: 'enclosure', ...given })
}
await api['letter:answer']({ id, answers: { ...answers, whyWrong: `${secrets.why} \u4e2d\u6587` } })
await api['draft:pdf']({ id })
await core.idle()

const shell = await serveBrowserShell(encodedInProcess(core), join(projectFolder, 'out/renderer'))
const post = (path: string, key: string, body: unknown) =>
  fetch(`http://127.0.0.1:${shell.port}${path}`, {
    method: 'POST',
    headers: { 'x-waymark-token': key },
    body: new Uint8Array(encode(body)),
  })
const token = await (await post('/session', shell.newUrl().split('#ticket=')[1] ?? '', null)).text()
await post('/api/letter:confirm', token, { id: secrets.name, facts: { taxpayerName: secrets.tin } })
await post('/api/letter:confirm', token, { id, facts: { ...factsOf(letter), taxPeriods: [secrets.name] } })
await post(`/api/${encodeURIComponent(secrets.name)}`, token, null)
await shell.close()
await core.close()
writeSync(1, `done ${packet.ok}`)
