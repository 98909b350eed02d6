import type { EncodedChannel } from './encoded-channel.ts'
import type { FromCore, ReadingRequest, ToCore } from './protocol.ts'

/** Requests for a reading process are dealt with by the link itself, which knows how to start one. */
export type FromLink = Exclude<FromCore, ReadingRequest>

/** The window's process's hold on one core process, however it was started. */
export type CoreLink<Port = never> = {
  /** undefined until the system has started it. */
  readonly pid: number | undefined
  post(message: ToCore, ports?: readonly Port[]): void
  /** null where windows have ports of their own to the core. */
  encoded: EncodedChannel | null
  onMessage(listener: (message: FromLink) => void): void
  /** Once, however it ended. */
  onExit(listener: () => void): void
  /** Ends it at once. */
  kill(): void
}
