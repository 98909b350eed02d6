import elements from 'happy-dom/lib/config/HTMLElementConfig.js'
import CSSPropertyManager from 'happy-dom/lib/css/declaration/property-manager/CSSPropertyManager.js'
import { builtinEnvironments, type Environment } from 'vitest/runtime'

const happyDom = builtinEnvironments['happy-dom']
const isSetUp = Symbol.for('waymark.one-window')

// This version does not know the landmark <search>, which browsers have had since 2023; React warns of an unknown tag.
Object.assign(elements, { search: elements.section })

// Finding an element by its role asks for the style of all elements around it, and each answer is a copy of properties made
// by `structuredClone`: a third of the time of the component tests. A property is a flat object.
CSSPropertyManager.prototype.clone = function clone(this: CSSPropertyManager) {
  const copy = new CSSPropertyManager()
  for (const [field, byName] of Object.entries(this))
    Object.assign(copy, { [field]: flatCopy(byName as Record<string, unknown>) })
  return copy
}
const flatCopy = (byName: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(byName).map(([name, each]) => [name, typeof each === 'object' ? { ...each } : each]),
  )

/**
 * One window for all test files of a worker: React and the testing library hold on to the window that they find when they
 * load, and loading them anew for each file took a third of the time of the component tests. tests/setup/dom.ts clears up.
 */
const oneWindow: Environment = {
  ...happyDom,
  name: 'one-window',
  async setup(global, options) {
    if (!(isSetUp in global)) {
      // As wide as the window of an ordinary laptop, so that a screen shows what it has beside each other there.
      await happyDom.setup(global, { ...options, happyDOM: { width: 1280, height: 800 } })
      Object.defineProperty(global, isSetUp, { value: true })
    }
    return { teardown: () => undefined }
  },
}

export default oneWindow
