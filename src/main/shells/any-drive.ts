/** `WAYMARK_NETWORK_DRIVE=1`: a person knows that a library is on a network drive and wants it opened there. */
export const mayOpenAnyDrive = (): boolean => process.env.WAYMARK_NETWORK_DRIVE === '1'
