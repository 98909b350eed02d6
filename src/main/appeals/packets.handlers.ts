import type { Api } from '../../shared/contract/contract.ts'
import { draftPdfOf, type PacketNeeds, packetOf } from './packets.usecases.ts'

/** Drafts and packets are made again from the facts on every call; none of them is stored. */
export const createPacketsHandlers = (needs: PacketNeeds): Pick<Api, 'draft:pdf' | 'packet:pdf'> => ({
  'draft:pdf': async ({ id }) => draftPdfOf(needs, id),
  'packet:pdf': async ({ id, ...layout }) => packetOf(needs, id, layout),
})
