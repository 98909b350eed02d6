import { Component, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../i18n/words.ts'

/**
 * A bug in one screen must not leave an empty window in front of somebody who has a letter from the IRS: the rest of the
 * app stays, and they are told that nothing is lost. Give it a `key` that changes with the screen, so that going
 * elsewhere works.
 */
export class BrokenScreen extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError = () => ({ broken: true })

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <div className="screen narrow stack" role="alert">
        <h1>{t('broken.title')}</h1>
        <p>{t('broken.lead')}</p>
        <p className="row">
          <Button className="button primary" onPress={() => this.setState({ broken: false })}>
            {t('broken.again')}
          </Button>
          <a href="#/">{t('trash.toLetters')}</a>
        </p>
      </div>
    )
  }
}
