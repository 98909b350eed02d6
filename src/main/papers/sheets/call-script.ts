import type { Road } from '../../../shared/telling/telling.ts'

/** What to say word for word, between what the call is about and the names of who answers. */
export const callScript: Record<Road, readonly string[]> = {
  hearing: [
    'I am going to ask for a Collection Due Process hearing on Form 12153, by the last day of the notice.',
    'Please tell me the address and the fax number for hearing requests on this notice.',
    'Please do not start a levy in the meantime.',
  ],
  equivalentHearing: [
    'I am going to ask for an equivalent hearing on Form 12153.',
    'Please tell me the address and the fax number for hearing requests on this notice.',
    'Please hold collection until the hearing is held.',
  ],
  planAppeal: [
    'I do not agree with the decision about my payment plan, and I want to appeal it.',
    'Please pass me on to the manager, and tell me where to send Form 9423.',
    'Please hold any levy while the time to appeal runs.',
  ],
  officer: [
    'I do not agree, and I ask for a conference with the collection manager.',
    'Please tell me the name and the number of the manager, and when the manager will call me.',
    'After the conference I may appeal under the Collection Appeals Program on Form 9423.',
  ],
  phone: [
    'I do not agree, and I want to appeal under the Collection Appeals Program.',
    'Please pass me on to the Collection manager, or tell me when the manager will call back.',
  ],
  advisory: [
    'I do not agree with your decision about the lien, and I ask for a conference with the Advisory manager.',
    'Please tell me the name and the number of the manager, and when the manager will call me.',
    'After the conference I may appeal under the Collection Appeals Program on Form 9423.',
  ],
  audit: [
    'I got this letter about my return, and I am going to answer it with proof.',
    'Please tell me where to send or upload my papers, and by when they must be there.',
    'If I cannot get all of them by then, please give me more time and note it.',
  ],
  answer: [
    'I want to do what this letter asks. Please tell me what is missing, and by when.',
    'If I owe this, please tell me how I can pay over time, or what to do if I cannot pay.',
  ],
  late: [
    'I know that a deadline of this letter has passed. Please tell me what I can still do.',
    'Please tell me how I can pay over time, or what to do if I cannot pay.',
  ],
}

/** The rules that hold on the phone, with their sources. */
export const callRules: Record<Road, readonly string[]> = {
  hearing: ['CDP-7', 'T-12'],
  equivalentHearing: ['CDP-7', 'T-12'],
  planAppeal: ['CAP-I2', 'CAP-I7'],
  officer: ['CAP-F1', 'CAP-F2', 'CAP-F3', 'CAP-F4'],
  phone: ['CAP-P1', 'CAP-P2', 'CAP-P3', 'CAP-P4'],
  advisory: ['CAP-N2'],
  audit: [],
  answer: [],
  late: [],
}
