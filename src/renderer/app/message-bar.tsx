import { useEffect, useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../i18n/words.ts'
import { useLibrary } from '../state/library-context.tsx'

/** Shows what was just done, with Undo where possible. It is not modal and does not disappear on its own. */
export function MessageBar() {
  const { messages } = useLibrary()
  const message = useSyncExternalStore(messages.subscribe, messages.current)
  useEffect(() => {
    window.addEventListener('hashchange', messages.leaveScreen)
    return () => window.removeEventListener('hashchange', messages.leaveScreen)
  }, [messages])
  return (
    <div className="message-bar" role={message?.kind === 'error' ? 'alert' : 'status'}>
      {message && (
        <>
          <span>{message.text}</span>
          {message.action && (
            <Button className="button small" onPress={message.action.run}>
              {message.action.label}
            </Button>
          )}
          {message.undo && (
            <Button className="button small" onPress={message.undo}>
              {t('actions.undo')}
            </Button>
          )}
          <Button className="button quiet small" onPress={messages.close}>
            {t('actions.close')}
          </Button>
        </>
      )}
    </div>
  )
}
