import { Radio } from 'react-aria-components'

/** One answer of a radio group. */
export const Choice = ({ value, children }: { value: string; children: string }) => (
  <Radio value={value} className="check">
    <span className="mark round" aria-hidden="true" />
    <span>{children}</span>
  </Radio>
)
