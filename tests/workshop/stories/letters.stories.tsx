import { InApp } from '../in-app.tsx'
import { confirmed, failed, longNames, manyLetters, today, waiting } from '../letters.ts'
import type { Stories } from '../story.ts'

export default {
  title: 'Letters',
  states: {
    empty: () => <InApp />,
    few: () => <InApp letters={[...manyLetters(4), waiting(), failed()]} today={today} />,
    'a thousand': () => <InApp letters={manyLetters(1000)} today={today} />,
    'long names': () => <InApp letters={longNames()} today={today} />,
    'could not be read': () => <InApp letters={[failed(), failed()]} hash="#/unread" today={today} />,
    'a change fails: the disk is full': () => (
      <InApp
        letters={[confirmed()]}
        today={today}
        prepare={(core) => Object.assign(core, { failWith: 'library.disk-full' })}
      />
    ),
  },
} satisfies Stories
