import type { ReactNode } from 'react'
import { Checkbox } from 'react-aria-components'

export function Tick(props: {
  selected: boolean
  onChange: (selected: boolean) => void
  children: ReactNode
}) {
  return (
    <Checkbox className="check" isSelected={props.selected} onChange={props.onChange}>
      <span className="mark" aria-hidden="true">
        {props.selected && <TickMark />}
      </span>
      <span>{props.children}</span>
    </Checkbox>
  )
}

const TickMark = () => (
  <svg width="14" height="14" viewBox="0 0 14 14" role="presentation">
    <path d="M2 7.5l3.5 3.5L12 3.5" fill="none" stroke="currentColor" strokeWidth="2.5" />
  </svg>
)
