import { openLibrary } from './src/main/storage/open-library.ts'
import { temporaryFolder } from './tests/support.ts'
const log = (s: string) => require('fs').writeSync(2, s + '\n')
import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
log('x'); const f = temporaryFolder() + '/l.waymark'; log(f)
const o = openLibrary(f); log('opened')
if (o.ok) o.value.close(); log('closed')
await new Promise(r => setTimeout(r, 3000)); log('waited')
