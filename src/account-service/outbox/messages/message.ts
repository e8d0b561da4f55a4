import type { MethodKind } from '../../../contract/vocabulary.ts';
import type { ChallengePurpose } from '../../vocabulary.ts';

/** What a mail or SMS can be about. Text that a stranger typed (a name, say) goes to no unconfirmed address. */
export type Message =
  | { about: 'activation'; link: string }
  | { about: 'addressKnown'; portal: string }
  | { about: 'code'; code: string; purpose: ChallengePurpose }
  | { about: 'passwordReset'; link: string }
  | { about: 'confirmSignIn'; code: string }
  | { about: 'addressTaken' }
  | { about: 'newDevice'; device: string; network: string }
  | { about: 'methodAdded'; kind: MethodKind; hint: string }
  | { about: 'methodRemoved'; kind: MethodKind; hint: string }
  | { about: 'passwordChanged' }
  | { about: 'recoveryCodeUsed'; left: number }
  | { about: 'recoveryCodesMade' }
  | { about: 'addressChanged'; to: string }
  | { about: 'supportRequested'; reference: string }
  | { about: 'supportReceipt'; reference: string }
  | { about: 'mfaReset'; reference: string }
  | { about: 'accountDeleted' };

export interface Rendered {
  subject: string;
  /** Complete by itself, for readers without HTML. */
  text: string;
  html: string;
}

/** The sender, for subject and signature. */
export interface Sender {
  service: string;
  support: string;
}

/** How a language words a message. */
export type Wording = (message: Message, sender: Sender) => Rendered;
