import { useState } from 'react'
import { Button } from 'react-aria-components'
import { More } from '../../../src/renderer/ui/more.tsx'
import { TextBox } from '../../../src/renderer/ui/text-box.tsx'
import { Tick } from '../../../src/renderer/ui/tick.tsx'
import type { Stories } from '../story.ts'

function Fields() {
  const [text, setText] = useState('February 10, 2026')
  const [isOn, setOn] = useState(true)
  return (
    <div className="screen narrow stack">
      <TextBox label="Date of the letter" hint="As it is printed" value={text} onChange={setText} />
      <TextBox label="With an error" error="This is not a date." value={text} onChange={setText} />
      <TextBox label="Several lines" multiline value={text} onChange={setText} />
      <Tick selected={isOn} onChange={setOn}>
        I looked at it
      </Tick>
      <More label="Unfolds">
        <p>What was folded away.</p>
      </More>
    </div>
  )
}

const looks = ['', 'primary', 'quiet', 'danger', 'small'] as const

export default {
  title: 'Controls',
  states: {
    fields: () => <Fields />,
    buttons: () => (
      <div className="screen narrow row">
        {looks.map((look) => (
          <Button key={look} className={`button ${look}`}>
            {look || 'plain'}
          </Button>
        ))}
        <Button className="button" isDisabled>
          disabled
        </Button>
      </div>
    ),
    'tags and callouts': () => (
      <div className="screen narrow stack">
        <p className="row">
          {['', 'check', 'good', 'error', 'blue'].map((kind) => (
            <span key={kind} className={`tag ${kind}`}>
              {kind || 'plain'}
            </span>
          ))}
        </p>
        {['', 'next', 'check', 'good', 'error'].map((kind) => (
          <p key={kind} className={`callout ${kind}`}>
            {kind || 'plain'}
          </p>
        ))}
      </div>
    ),
  },
} satisfies Stories
