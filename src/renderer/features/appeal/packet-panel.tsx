import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { Button, Label, RadioGroup } from 'react-aria-components'
import type { StillBlank } from '../../../shared/appeals/still-blank.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { attempt, type Library, useLibrary, useShell } from '../../state/library-context.tsx'
import { usePrintInstead } from '../../state/menu-print.ts'
import { Tick } from '../../ui/tick.tsx'
import { BlankList } from './blank-list.tsx'
import { Choice } from './choice.tsx'
import { usePrintPages } from './use-print-pages.tsx'
import './packet-panel.css'

type Options = { cover: 'letter' | 'fax'; duplex: boolean; straighten: boolean }
type Packet = {
  url: string
  bytes: Uint8Array<ArrayBuffer>
  pages: number
  notPrinted: string[]
  /** The input it was made from. */
  of: Letter & Options
}

/** Cover sheet, draft, copy of the letter and checklist in one PDF: preview it, save it, print it. */
export function PacketPanel({ letter, blanks }: { letter: Letter; blanks: StillBlank[] }) {
  const [options, setOptions] = useState<Options>({ cover: 'letter', duplex: false, straighten: true })
  const library = useLibrary()
  const shell = useShell()
  const { packet, making, make } = usePacket(letter, options)
  const frame = useRef<HTMLIFrameElement>(null)
  const { print, printing, pages } = usePrinting(packet, frame)
  usePrintInstead(packet ? print : null)
  const old = packet && isOutdated(packet, letter, options)
  return (
    <section className="card stack" aria-label={t('appeal.packet')}>
      <p>{t('packet.what')}</p>
      <PacketOptions options={options} onChange={setOptions} />
      <BlankList letter={letter} blanks={blanks} />
      {old && <p className="callout check">{t('packet.old')}</p>}
      <div className="row">
        <Button className={packet && !old ? 'button' : 'button primary'} isPending={making} onPress={make}>
          {t(making ? 'packet.making' : packet ? 'packet.again' : 'packet.make')}
        </Button>
        {packet && (
          <>
            <a className="button" href={packet.url} download={t('packet.fileName')}>
              {t('packet.save')}
            </a>
            <Button className="button" isPending={printing} onPress={print}>
              {t(printing ? 'packet.printing' : 'packet.print')}
            </Button>
            {shell === 'desktop' && (
              <Button className="button" onPress={() => view(library, packet.bytes)}>
                {t('packet.view')}
              </Button>
            )}
          </>
        )}
      </div>
      {pages}
      {packet && <PacketPreview packet={packet} frame={frame} />}
    </section>
  )
}

/** The letter or the options changed after the packet was made. */
const isOutdated = ({ of }: Packet, letter: Letter, options: Options): boolean =>
  JSON.stringify({ ...of.answers, at: '' }) !== JSON.stringify({ ...letter.answers, at: '' }) ||
  of.events !== letter.events ||
  of.exhibits !== letter.exhibits ||
  of.cover !== options.cover ||
  of.duplex !== options.duplex ||
  of.straighten !== options.straighten

function PacketOptions({ options, onChange }: { options: Options; onChange: (options: Options) => void }) {
  return (
    <>
      <RadioGroup
        className="field"
        value={options.cover}
        onChange={(value) => onChange({ ...options, cover: value === 'fax' ? 'fax' : 'letter' })}
      >
        <Label>{t('packet.cover')}</Label>
        <Choice value="letter">{t('packet.coverLetter')}</Choice>
        <Choice value="fax">{t('packet.coverFax')}</Choice>
      </RadioGroup>
      <Tick selected={options.duplex} onChange={(duplex) => onChange({ ...options, duplex })}>
        {t('packet.duplex')}
      </Tick>
      <Tick selected={options.straighten} onChange={(straighten) => onChange({ ...options, straighten })}>
        {t('packet.straighten')}
      </Tick>
    </>
  )
}

type PreviewProps = { packet: Packet; frame: RefObject<HTMLIFrameElement | null> }

const PacketPreview = ({ packet, frame }: PreviewProps) => (
  <>
    <p role="status">{t('packet.made', { count: packet.pages })}</p>
    {packet.notPrinted.length > 0 && (
      <p className="callout check" role="alert">
        {t('packet.notPrinted', { names: packet.notPrinted.join(', ') })}
      </p>
    )}
    {navigator.pdfViewerEnabled ? (
      <iframe
        ref={frame}
        className="packet-preview"
        title={t('packet.preview')}
        src={`${packet.url}#navpanes=0&view=FitH`}
      />
    ) : (
      <p>{t('packet.noPreview')}</p>
    )}
  </>
)

/** A browser's PDF viewer prints the file directly; elsewhere its pages are printed as images. */
function usePrinting(packet: Packet | null, frame: RefObject<HTMLIFrameElement | null>) {
  const shell = useShell()
  const { pages, print: printPages, busy } = usePrintPages()
  const byViewer = shell === 'browser' && navigator.pdfViewerEnabled
  const print = useCallback(() => {
    if (byViewer) frame.current?.contentWindow?.print()
    else if (packet) void printPages(packet.bytes)
  }, [byViewer, frame, packet, printPages])
  return { pages, print, printing: busy }
}

async function view(library: Library, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const done = await attempt(library, library.api['pdf:view']({ bytes }))
  if (done) library.messages.say({ kind: 'done', text: t('packet.viewed') })
}

function usePacket(letter: Letter, options: Options) {
  const library = useLibrary()
  const { api, answers, events } = library
  const [packet, setPacket] = useState<Packet | null>(null)
  const [making, setMaking] = useState(false)
  useEffect(() => () => (packet ? URL.revokeObjectURL(packet.url) : undefined), [packet])
  async function make(): Promise<void> {
    setMaking(true)
    // The core builds the packet from stored data, so drafts must be saved first.
    await Promise.all([answers.flush(letter.id), events.flush(letter.id)])
    const made = await attempt(library, api['packet:pdf']({ id: letter.id, ...options }))
    setMaking(false)
    if (!made) return
    const url = URL.createObjectURL(new Blob([made.value.bytes], { type: 'application/pdf' }))
    setPacket({ url, ...made.value, of: { ...letter, ...options } })
  }
  return { packet, making, make }
}
