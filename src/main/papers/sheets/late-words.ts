/** What every paper says of a last day that has passed, until it was asked what could move it or excuse being late. */
export const askFirstWords =
  'Not final: ask first about a disaster, combat zone, bankruptcy, living abroad, an old address, a letter that came late or never, and an earlier hearing'
