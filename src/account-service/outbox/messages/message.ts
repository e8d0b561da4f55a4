import type { Language, MethodKind } from '../../../contract/account.ts';
import { english } from './en.ts';
import { dutch } from './nl.ts';
import { unlinked } from './unlinked.ts';

/** What a mail or SMS can be about. Nothing a stranger typed (a name, say) goes to an address nobody confirmed. */
export type Message =
  | { about: 'activation'; link: string }
  | { about: 'addressKnown'; portal: string }
  | { about: 'code'; code: string; purpose: 'sign-in' | 'step-up' | 'confirm-method' | 'confirm-address' }
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
  /** Whole by itself, for readers without HTML. */
  text: string;
  html: string;
}

/** Who is writing, for subject and signature. */
export interface Sender {
  service: string;
  support: string;
}

export type Wording = (message: Message, sender: Sender) => Rendered;

const wordings: Record<Language, Wording> = { en: english, nl: dutch };

/** Puts a message into words. */
export function render(message: Message, language: Language, sender: Sender): Rendered {
  return wordings[language](withoutLinks(message), sender);
}

/** Names that somebody typed, in a mail of ours, would be as good as our word for a link in them. */
function withoutLinks(message: Message): Message {
  switch (message.about) {
    case 'newDevice':
      return { ...message, device: unlinked(message.device) };
    case 'methodAdded':
    case 'methodRemoved':
      return message.kind === 'totp' ? { ...message, hint: unlinked(message.hint) } : message;
    default:
      return message;
  }
}
