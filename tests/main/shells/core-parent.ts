import { startCoreProcess } from '../../../src/main/shells/core-process/client.ts'
import { forkCore } from '../../../src/main/shells/core-process/fork-link.ts'
import { childFile, coreSettings } from './core-settings.ts'

/** A window's process to be killed: starts a core, makes a library and says the core's process. */
const link = forkCore(childFile)
const core = startCoreProcess(() => link, coreSettings(process.argv[2] ?? ''))
await core.call('library:create', { passphrase: null })
process.send?.({ pid: link.pid })
