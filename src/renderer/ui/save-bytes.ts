/** Offers bytes or text as a download, in any shell. */
export function saveBytes(content: BlobPart, type: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has its own copy once it began.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
