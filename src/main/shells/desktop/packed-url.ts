/**
 * In an installed app the code lies in `app.asar`, which only Electron's own file functions can read. Plain worker threads
 * and what they load are kept beside it as true files (`asarUnpack` of the installers). A path or address outside of an
 * archive stays what it is.
 */
export const unpackedPath = (path: string): string =>
  path.replace(/([/\\])app\.asar([/\\]|$)/, '$1app.asar.unpacked$2')
