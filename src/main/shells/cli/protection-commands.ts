import { NewPassphrase } from '../../../shared/contract/library.ts'
import { cleanText } from '../../../shared/text/clean-name.ts'
import type { Core } from '../../app/core.ts'
import { suggestPassphrase } from '../../keys/suggest-passphrase.ts'
import { wordsOfError } from '../words.ts'
import { askPassphrase, proofFrom } from './ask-passphrase.ts'
import { CommandFailure } from './command-failure.ts'
import { type LibraryOptions, unwrap, withCore } from './open-core.ts'
import { print, warn } from './print.ts'
import { counted } from './text.ts'

const keyWords = ({ recoveryKey }: { recoveryKey: string }) =>
  `Recovery key: ${recoveryKey}\nPut it on paper now. It opens your letters if you forget the passphrase.`

/** Encrypts the library, an empty one too; with `backups` also those backups that have no passphrase. */
export const protectCommand = (options: LibraryOptions & { backups?: boolean }) =>
  withCore(options, async (core) => {
    const state = core.state()
    const isProtected = state.kind === 'open' && state.isProtected
    if (!isProtected || !options.backups) {
      const passphrase = await askNew(options)
      print(options, unwrap(await core.api['library:protect']({ passphrase })), keyWords)
    }
    if (options.backups) await protectBackups(core, options)
    else await tellOfPlainBackups(core)
  })

async function protectBackups(core: Core, options: LibraryOptions): Promise<void> {
  const done = unwrap(await core.api['backups:protect'](null))
  if (done.left.length > 0) process.exitCode = 1
  const damaged = 'These are damaged, and still have no passphrase:'
  print(options, done, ({ left }) =>
    [
      `${counted(done.protected, 'backup')} ${done.protected === 1 ? 'has' : 'have'} the passphrase of today now.`,
      ...(left.length > 0 ? [damaged, ...left] : []),
    ].join('\n'),
  )
}

/** A passphrase is of little use while yesterday's backup lies beside the letters in the clear. */
async function tellOfPlainBackups(core: Core): Promise<void> {
  const { folder, backups } = await core.api['backups:list'](null)
  const plain = backups.filter((backup) => !backup.protected)
  if (plain.length > 0)
    warn(
      `${counted(plain.length, 'older backup')} ${plain.length === 1 ? 'has' : 'have'} no passphrase. Anyone who gets a copy can read your letters. The place is ${cleanText(folder)}:\n` +
        `${plain.map(({ name }) => `  ${cleanText(name)}`).join('\n')}\nTo protect them too: waymark protect --backups. Or delete them.`,
    )
}

export const unprotectCommand = (options: LibraryOptions) =>
  withCore(options, async (core) => {
    const proof = proofFrom(await askPassphrase(options, 'current'))
    unwrap(await core.api['library:unprotect']({ proof }))
    print(options, { isProtected: false }, () => 'Your letters have no passphrase any more.')
  })

export const passphraseCommand = (options: LibraryOptions & { renew?: boolean }) =>
  withCore(options, async (core) => {
    const proof = proofFrom(await askPassphrase(options, 'current'))
    const passphrase = await askNew(options)
    unwrap(await core.api['library:set-passphrase']({ proof, passphrase }))
    if (options.renew) {
      const renewed = unwrap(await core.api['library:renew-recovery-key']({ passphrase }))
      print(options, { changed: true, ...renewed }, (shown) => `${changedWords}\n${keyWords(shown)}`)
    } else print(options, { changed: true }, () => `${changedWords}\n${offerOfNewKey}`)
  })

const changedWords = 'The passphrase is changed. Backups made until now still open with the old one.'
const offerOfNewKey =
  'Anyone who has the old passphrase and an old backup can also find the key to your letters of today. If somebody may\n' +
  'know the old passphrase, make a new key, which encrypts everything anew: waymark recovery-key --renew\n' +
  'Then remove the old backups.'

export const recoveryKeyCommand = (options: LibraryOptions & { renew?: boolean }) =>
  withCore(options, async (core) => {
    const typed = await askPassphrase(options, 'current')
    const shown = options.renew
      ? await core.api['library:renew-recovery-key']({ passphrase: typed })
      : await core.api['library:show-recovery-key']({ proof: proofFrom(typed) })
    print(options, unwrap(shown), keyWords)
  })

async function askNew(options: LibraryOptions): Promise<string> {
  if (process.stdin.isTTY)
    warn(`Five words that nobody chose, if you like them: ${await suggestPassphrase('en')}`)
  const passphrase = NewPassphrase.safeParse(await askPassphrase(options, 'new'))
  if (!passphrase.success) throw new CommandFailure(wordsOfError('input.short-passphrase'))
  if ((await askPassphrase(options, 'again')).trim() !== passphrase.data)
    throw new CommandFailure(wordsOfError('input.passphrases-differ'))
  return passphrase.data
}
