import type { SentMethodKind } from '../../../contract/vocabulary.ts';

/** What is said while a code is on its way: by what, when it does not come, and what else there is. */
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
