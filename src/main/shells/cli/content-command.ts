import { wordsOfError } from '../words.ts'
import { bytesOfGiven } from './given-file.ts'
import { contentInUse, unwrap } from './open-core.ts'
import { print, warn } from './print.ts'

type Options = { json?: boolean; back?: boolean }

/** Which rules are in use; with a file: newer ones from a signed content pack; with `--back`: those before. */
export async function contentCommand(file: string | undefined, options: Options): Promise<void> {
  const content = contentInUse()
  if (file) unwrap(content.take(await bytesOfGiven(file, 'content')))
  else if (options.back) unwrap(content.back())
  const info = content.info()
  if (info.problem) warn(wordsOfError(info.problem))
  print(options, { ...info, version: content.version(), checked: content.inUse().law.checked }, (now) =>
    [
      `Rules in use: ${now.version}, checked on ${now.checked}`,
      now.pack
        ? `From a content pack made on ${now.pack.madeOn}, signed by "${now.pack.key}". Back to ${now.backTo}: --back`
        : 'They came with Waymark.',
      ...(now.takesPacks ? [] : ['This Waymark knows no publisher of content packs yet.']),
    ].join('\n'),
  )
}
