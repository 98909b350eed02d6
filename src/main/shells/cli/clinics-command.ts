import { basename } from 'node:path'
import { clinicsOf, stateCode } from '../../../shared/model/clinic.ts'
import { wordsOfError } from '../words.ts'
import { CommandFailure } from './command-failure.ts'
import { bytesOfGiven } from './given-file.ts'
import { type LibraryOptions, unwrap, withCore } from './open-core.ts'
import { print } from './print.ts'

/** Low Income Taxpayer Clinics of a state, from the list that was added; `--add`: reads the PDF of Publication 4134. */
export const clinicsCommand = (state: string | undefined, options: LibraryOptions & { add?: string }) =>
  withCore(options, async (core) => {
    if (options.add) {
      const bytes = await bytesOfGiven(options.add, 'scan')
      const added = unwrap(await core.api['clinics:add']({ fileName: basename(options.add), bytes }))
      print(options, added, () => `${added.clinics} clinics in ${added.states} states`)
    }
    const list = await core.api['clinics:list'](null)
    if (!list) throw new CommandFailure(wordsOfError('clinics.no-list'))
    if (!state) return
    const code = stateCode(state.length === 2 ? state.toUpperCase() : state)
    if (!code) throw new CommandFailure(wordsOfError('clinics.not-a-state'))
    for (const clinic of clinicsOf(list, code))
      print(options, clinic, ({ name, city, phones, languages }) =>
        [`${name}, ${city}: ${phones.join(', ')}`, languages.join(', ')].filter(Boolean).join('; '),
      )
  })
