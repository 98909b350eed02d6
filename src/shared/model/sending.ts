/**
 * What makes an act timely: a postmark, its arrival (also assumed where no source says), filing with a court, a
 * call, a step online, or doing it, where nothing is sent.
 */
export const sendWays = ['postmark', 'arrival', 'court', 'call', 'online', 'do'] as const
export type SendsBy = (typeof sendWays)[number]

/**
 * How it is sent by `sendBy`. `mail`, `mailToArrive`, `court`, `online`, `do`: the margin before the last day is still there. `counter...`: it is
 * used up, and a postmark from the counter still counts (`On`: the post office opens again on that day; `LastDay`: that is the last
 * day). `fax`: mail may arrive too late. `upload`: no post office opens before the deadline.
 */
export type SendHow =
  | 'mail'
  | 'mailToArrive'
  | 'counterToday'
  | 'counterOn'
  | 'counterLastDay'
  | 'counterOnLastDay'
  | 'fax'
  | 'upload'
  | 'court'
  | 'courtToday'
  | 'call'
  | 'online'
  | 'onlineToday'
  | 'do'
  | 'doToday'
