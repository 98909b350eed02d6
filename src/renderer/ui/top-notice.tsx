import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import './top-notice.css'

type TopNoticeProps = { id: string; title: string; children: ReactNode; action: string; onAction: () => void }

/** At the top of every screen, on paper too: something that a person must know before the rest, and the button that ends it. */
export const TopNotice = ({ id, title, children, action, onAction }: TopNoticeProps) => (
  <section className="callout check top-notice" aria-labelledby={id}>
    <div className="stack-s" role="status">
      <h2 id={id}>{title}</h2>
      <p>{children}</p>
    </div>
    <Button className="button" onPress={onAction}>
      {action}
    </Button>
  </section>
)
