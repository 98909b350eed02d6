import '../ui/styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguage } from '../i18n/language.ts'
import { createApi } from '../state/api.ts'
import { createLibraryStore } from '../state/library-store.ts'
import { BrokenScreen } from '../ui/broken-screen.tsx'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root element')
const store = createLibraryStore(createApi(window))
store.start()
// A language that cannot be loaded must not keep a person from the letters: English is there already.
await startLanguage().catch(() => undefined)
createRoot(root).render(
  <StrictMode>
    <BrokenScreen>
      <App store={store} />
    </BrokenScreen>
  </StrictMode>,
)
