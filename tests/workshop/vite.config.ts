import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { noticeTexts } from '../../scripts/notice-texts.ts'
import { forms, law } from '../renderer/law-and-forms.ts'

const rulesFile = fileURLToPath(new URL('../renderer/law-and-forms.ts', import.meta.url))

/** A browser cannot read the files of the rules, so it gets what they hold. */
const rulesAsData: Plugin = {
  name: 'rules-as-data',
  load: (id) =>
    id === rulesFile
      ? `export const law = ${JSON.stringify(law)}\nexport const forms = ${JSON.stringify(forms)}\n`
      : null,
}

/** The component workshop: the renderer's components over letters in memory, with hot reload. Never part of a build. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: '../../src/renderer/public',
  plugins: [rulesAsData, noticeTexts, react()],
  server: { host: '127.0.0.1', port: 4610, fs: { allow: ['../..'] } },
})
