import { InApp } from '../in-app.tsx'
import type { Stories } from '../story.ts'

export default {
  title: 'Library access',
  states: {
    'first start': () => <InApp prepare={(core) => (core.library = { kind: 'new' })} />,
    locked: () => <InApp prepare={(core) => (core.library = { kind: 'locked', passphrase: true })} />,
    'locked, recovery key only': () => (
      <InApp prepare={(core) => (core.library = { kind: 'locked', passphrase: false })} />
    ),
  },
} satisfies Stories
