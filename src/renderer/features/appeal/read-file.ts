/** A chosen file as a call takes it. */
export const readFile = async (file: File) => ({
  fileName: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
})
