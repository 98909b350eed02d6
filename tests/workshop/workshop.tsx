import '../../src/renderer/ui/styles.ts'
import './workshop.css'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { words } from '../../src/renderer/i18n/words.ts'
import { allStories } from './story.ts'

const looks = ['light', 'dark'] as const
const languages = ['en', 'es'] as const
type Shown = { story: string; state: string; look: string; language: string }

/** The stories on the left; each is shown in a page of its own, so that it has an address, a size and a language. */
function Workshop() {
  const [shown, setShown] = useState<Shown>({ story: 'Letters', state: 'few', look: 'light', language: 'en' })
  return (
    <div className="workshop">
      <nav aria-label="Stories">
        <Choice
          name="look"
          values={looks}
          value={shown.look}
          onChange={(look) => setShown({ ...shown, look })}
        />
        <Choice
          name="language"
          values={languages}
          value={shown.language}
          onChange={(language) => setShown({ ...shown, language })}
        />
        {allStories.map(({ title, states }) => (
          <section key={title}>
            <h2>{title}</h2>
            {Object.keys(states).map((state) => (
              <button
                key={state}
                type="button"
                aria-current={shown.story === title && shown.state === state ? 'true' : undefined}
                onClick={() => setShown({ ...shown, story: title, state })}
              >
                {state}
              </button>
            ))}
          </section>
        ))}
      </nav>
      <iframe
        key={JSON.stringify(shown)}
        title={`${shown.story}: ${shown.state}`}
        src={`?${new URLSearchParams(shown)}`}
      />
    </div>
  )
}

function Choice(props: {
  name: string
  values: readonly string[]
  value: string
  onChange: (value: string) => void
}) {
  return (
    <label className="workshop-choice">
      {props.name}
      <select value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.values.map((value) => (
          <option key={value}>{value}</option>
        ))}
      </select>
    </label>
  )
}

/** The page inside the frame; null: this is the workshop itself. */
async function storyOfAddress() {
  const asked = new URLSearchParams(window.location.search)
  const state = asked.get('state')
  const draw = allStories.find(({ title }) => title === asked.get('story'))?.states[state ?? '']
  if (!draw) return null
  document.documentElement.style.colorScheme = asked.get('look') ?? 'light'
  document.documentElement.lang = asked.get('language') ?? 'en'
  await words.changeLanguage(document.documentElement.lang)
  return draw()
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root element')
createRoot(root).render((await storyOfAddress()) ?? <Workshop />)
