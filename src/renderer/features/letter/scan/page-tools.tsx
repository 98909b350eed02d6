import { Button } from 'react-aria-components'
import type { ScanPages } from '../../../../shared/model/arrangement.ts'
import { type LayoutStep, stepped } from '../../../../shared/model/page-layout.ts'
import { t } from '../../../i18n/words.ts'
import type { PageActions } from './use-scan-pages.ts'

type Props = { scan: ScanPages; page: number; actions: PageActions }

/** What a person can do with the chosen page. */
export function PageTools({ scan, page, actions }: Props) {
  const { layout, arrangement } = scan
  const aside = layout.asides.includes(page)
  const begins = layout.letters.findIndex(({ pages }) => pages[0] === page)
  const kinds: LayoutStep['kind'][] = aside
    ? ['take-back']
    : ['earlier', 'later', begins > 0 ? 'join-before' : 'begin-letter', 'put-aside']
  const cutByReading = layout.letters.length > 1 && !arrangement?.letters
  return (
    <fieldset className="page-tools">
      <legend className="small soft">{t('pages.chosen', { page })}</legend>
      <Button className="button small" onPress={() => actions.turn(page, 270)}>
        {t('pages.turnLeft')}
      </Button>
      <Button className="button small" onPress={() => actions.turn(page, 90)}>
        {t('pages.turnRight')}
      </Button>
      {kinds.map((kind) => (
        <Button
          key={kind}
          className="button small"
          isDisabled={stepped(layout, { kind, page }) === null}
          onPress={() => actions.step({ kind, page })}
        >
          {t(`pages.steps.${kind}`)}
        </Button>
      ))}
      {cutByReading && (
        <Button className="button small" onPress={actions.confirm}>
          {t('pages.confirm')}
        </Button>
      )}
      {arrangement?.letters && (
        <Button className="button quiet small" onPress={actions.letReadingDecide}>
          {t('pages.reset')}
        </Button>
      )}
    </fieldset>
  )
}
