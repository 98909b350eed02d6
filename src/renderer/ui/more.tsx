import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'

/** A part that unfolds: the details are one click deeper. */
export function More(props: { label: string; open?: boolean; children: ReactNode }) {
  return (
    <Disclosure defaultExpanded={props.open ?? false} className="more">
      <Button slot="trigger" className="disclosure-button">
        <svg className="arrow" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
        {props.label}
      </Button>
      <DisclosurePanel>{props.children}</DisclosurePanel>
    </Disclosure>
  )
}
