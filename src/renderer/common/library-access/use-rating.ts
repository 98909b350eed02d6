import { useEffect, useState } from 'react'
import type { Api, Output } from '../../../shared/contract/contract.ts'

type Rating = Output<'passphrase:rate'>

/** Milliseconds: looking at what is not typed yet would only be in the way of who types. */
const pause = 300

/** null: Waymark does not answer. */
export const rate = (api: Api, passphrase: string): Promise<Rating | null> =>
  api['passphrase:rate']({ passphrase }).catch(() => null)

/** How soon a passphrase can be guessed, once nothing was typed for a moment; null: not known. */
export function useRating(api: Api, passphrase: string, shortest: number): Rating | null {
  const [rated, setRated] = useState<{ passphrase: string; rating: Rating } | null>(null)
  const isLong = passphrase.trim().length >= shortest
  useEffect(() => {
    if (!isLong) return
    let isOver = false
    const timer = setTimeout(async () => {
      const rating = await rate(api, passphrase)
      if (!isOver && rating) setRated({ passphrase, rating })
    }, pause)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [api, passphrase, isLong])
  return isLong && rated?.passphrase === passphrase ? rated.rating : null
}
