/**
 * For text areas and lists to choose from: the browser keeps nothing of what is typed or chosen there on the disk. It
 * asks the form that an element belongs to whether its content may be kept with the tab; `index.html` has an empty one
 * that says no.
 */
export const notSavedByBrowser = { form: 'not-saved', autoComplete: 'off' } as const
