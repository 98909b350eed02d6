/** Made by `scripts/notice-texts.ts` from the files of the letters. */
declare module 'virtual:notice-texts' {
  const texts: Partial<Record<string, () => Promise<{ default: Record<string, string> }>>>
  export default texts
}
