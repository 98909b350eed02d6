import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'

type Props = { label: string; open?: boolean; children: ReactNode }

/** A part that unfolds: the details are one click deeper. On paper it is open. */
export function More({ label, open, children }: Props) {
  return (
    <Disclosure defaultExpanded={open ?? false} className="more">
      <Trigger label={label} />
      <DisclosurePanel>{children}</DisclosurePanel>
    </Disclosure>
  )
}

/** A whole section that unfolds under its heading. `id`: that of the heading, for links and the focus. */
export function Fold({ label, id, open, children }: Props & { id?: string }) {
  return (
    <Disclosure defaultExpanded={open ?? false} className="more fold">
      <h2 id={id} tabIndex={id === undefined ? undefined : -1}>
        <Trigger label={label} />
      </h2>
      <DisclosurePanel>
        <div className="stack-s">{children}</div>
      </DisclosurePanel>
    </Disclosure>
  )
}

const Trigger = ({ label }: Pick<Props, 'label'>) => (
  <Button slot="trigger" className="disclosure-button">
    <svg className="arrow" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
    {label}
  </Button>
)
