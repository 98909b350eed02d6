import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { readClinicList } from '../../../../src/main/papers/clinic-list/read-clinic-list.ts'
import { clinicsOf, stateCode, stateOfAddress } from '../../../../src/shared/model/clinic.ts'
import { type MadeClinic, makeClinicList } from '../../../fixtures/clinic-list.ts'
import { testCore } from '../../../support.ts'

const made: MadeClinic[] = [
  {
    state: 'IL',
    city: 'Springfield',
    name: 'Sample Tax Clinic',
    phones: ['217-555-0111'],
    languages: 'Spanish',
  },
  {
    state: 'IL',
    city: 'Chicago',
    name: 'Example School of Law|Low Income Taxpayer Clinic',
    phones: ['312-555-0122', '800-555-0123'],
    languages: 'Spanish, Polish,|Mandarin Chinese',
  },
  { state: 'IL', city: 'Chicago', name: 'Second Clinic', phones: ['312-555-0144'], languages: '' },
  {
    state: 'NM',
    city: 'Truth or|Consequences',
    name: 'Desert Clinic',
    phones: ['(505) 555-0155'],
    languages: 'Navajo',
  },
  {
    state: 'PR',
    city: 'San Juan',
    name: 'Clínica de Ejemplo',
    phones: ['787.555.0166'],
    languages: 'Spanish; French',
  },
]
const many: MadeClinic[] = Array.from({ length: 60 }, (_, at) => ({
  state: at < 30 ? 'IL' : 'NM',
  city: `Town ${at}`,
  name: `Clinic number ${at}`,
  phones: [`217-555-01${String(at).padStart(2, '0')}`],
  languages: 'Spanish',
}))

test.each(['headings', 'column'] as const)(
  'the clinics are read with city, phones and languages; state as %s',
  async (layout) => {
    const read = await readClinicList(await makeClinicList(made, layout))
    expect(read?.revision).toBe('Rev. 2-2026')
    expect(read?.clinics).toEqual([
      {
        state: 'IL',
        city: 'Springfield',
        name: 'Sample Tax Clinic',
        phones: ['217-555-0111'],
        languages: ['Spanish'],
      },
      {
        state: 'IL',
        city: 'Chicago',
        name: 'Example School of Law Low Income Taxpayer Clinic',
        phones: ['312-555-0122', '800-555-0123'],
        languages: ['Spanish', 'Polish', 'Mandarin Chinese'],
      },
      { state: 'IL', city: 'Chicago', name: 'Second Clinic', phones: ['312-555-0144'], languages: [] },
      {
        state: 'NM',
        city: 'Truth or Consequences',
        name: 'Desert Clinic',
        phones: ['505-555-0155'],
        languages: ['Navajo'],
      },
      {
        state: 'PR',
        city: 'San Juan',
        name: 'Clínica de Ejemplo',
        phones: ['787-555-0166'],
        languages: ['Spanish', 'French'],
      },
    ])
  },
)

test.each(['headings', 'column'] as const)(
  'a list of several pages, state as %s, is read to its end',
  async (layout) => {
    const read = await readClinicList(await makeClinicList(many, layout))
    expect(read?.clinics.map(({ state, name, phones }) => [state, name, phones[0]])).toEqual(
      many.map(({ state, name, phones }) => [state, name, phones[0]]),
    )
  },
)

test('another PDF, a damaged one, and an empty one are refused', async () => {
  expect(await readClinicList(await makeClinicList(made, 'none'))).toBeNull()
  expect(await readClinicList(new TextEncoder().encode('%PDF-1.7 not whole'))).toBeNull()
  const empty = await PDFDocument.create()
  empty.addPage()
  expect(await readClinicList(await empty.save())).toBeNull()
})

test('the list is read in a reading process, stored, shown by state, and removed', async () => {
  const core = testCore()
  const { api } = core
  expect(await api['clinics:list'](null)).toBeNull()
  const bytes = await makeClinicList(made, 'headings')
  expect(await api['clinics:add']({ fileName: 'p4134.pdf', bytes })).toEqual({
    ok: true,
    value: { clinics: 5, states: 3 },
  })
  const list = await api['clinics:list'](null)
  expect(clinicsOf(list, 'IL').map(({ name }) => name)).toHaveLength(3)
  expect(list).toMatchObject({ fileName: 'p4134.pdf', addedOn: '2026-11-22', revision: 'Rev. 2-2026' })
  const other = await api['clinics:add']({ fileName: 'x.pdf', bytes: await makeClinicList(made, 'none') })
  expect(other).toMatchObject({ ok: false, error: { code: 'clinics.not-the-list' } })
  expect(await api['clinics:list'](null)).toEqual(list)
  await api['clinics:remove'](null)
  expect(await api['clinics:list'](null)).toBeNull()
  await core.close()
})

test.each([
  ['12 SAMPLE ST\nSPRINGFIELD, IL 62701', 'IL'],
  ['PO BOX 1\nSAN JUAN PR 00901-1234', 'PR'],
  ['12 SAMPLE ST\nTORONTO ON M5V 2T6', null],
  ['1 XX 12345 ROAD', null],
  [null, null],
])('the state of %j is %s', (address, state) => {
  expect(stateOfAddress(address)).toBe(state)
})

test('a state is known by its code and by its name', () => {
  expect([stateCode('new mexico'), stateCode('NM'), stateCode('nm'), stateCode('Ontario')]).toEqual([
    'NM',
    'NM',
    null,
    null,
  ])
})
