import type { Api } from '../../shared/contract/contract.ts'
import { maxScanBytes } from '../../shared/contract/letters.ts'
import { ClinicList } from '../../shared/model/clinic.ts'
import { err, ok } from '../../shared/model/result.ts'
import { makePaper } from '../papers/papers.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import { cleanFileName } from '../reading/files/clean-text.ts'
import type { Reader } from '../reading/process/client.ts'
import type { Library } from '../storage/open-library.ts'

type Needs = {
  library: Pick<Library, 'settings' | 'write'>
  reader: Pick<Reader, 'work'>
  changes: Notifier
  clock: Clock
}

/** The clinics near the person, from the IRS's own list; the app ships none, since it changes each year. */
export function createClinicsHandlers(
  needs: Needs,
): Pick<Api, 'clinics:list' | 'clinics:add' | 'clinics:remove'> {
  const { library, reader, changes, clock } = needs
  const save = (clinicList: ClinicList | null) => {
    const written = library.write(() => library.settings.set({ clinicList }))
    if (written.ok) changes.changed([])
    return written
  }
  return {
    'clinics:list': async () => library.settings.get().clinicList,
    'clinics:add': async ({ fileName, bytes }) => {
      if (bytes.length > maxScanBytes) return err({ code: 'scan.too-large' })
      const read = await makePaper(reader, 'clinics', null, [{ bytes }])
      if (!read.ok) return err({ code: 'clinics.not-the-list' })
      const list = ClinicList.safeParse({
        ...read.value,
        fileName: cleanFileName(fileName),
        addedOn: clock.today(),
      })
      if (!list.success) return err({ code: 'clinics.not-the-list' })
      const written = save(list.data)
      if (!written.ok) return written
      const { clinics } = list.data
      return ok({ clinics: clinics.length, states: new Set(clinics.map(({ state }) => state)).size })
    },
    'clinics:remove': async () => {
      const written = save(null)
      return written.ok ? ok(null) : written
    },
  }
}
