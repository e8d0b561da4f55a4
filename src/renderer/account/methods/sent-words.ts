import type { SentMethodKind } from '../../../contract/vocabulary.ts';

/** Texts while a code is on its way: how it is sent, what to do if it does not come, and alternatives. */
export const sentWords = {
  email: {
    by: 'account.methods.codeMail',
    notComing: 'account.methods.codeNotComing',
    other: 'account.methods.otherDestination',
  },
  sms: {
    by: 'account.methods.codeSms',
    notComing: 'account.methods.codeNotComingSms',
    other: 'account.methods.otherNumber',
  },
} as const satisfies Record<SentMethodKind, unknown>;
