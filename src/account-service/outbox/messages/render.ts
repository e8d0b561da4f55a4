import { isSentKind, type Language } from '../../../contract/vocabulary.ts';
import { wordsOf } from '../../words/languages.ts';
import type { Message, Rendered, Sender } from './message.ts';
import { unlinked } from './unlinked.ts';

/** Words a message in a language. */
export function render(message: Message, language: Language, sender: Sender): Rendered {
  return wordsOf[language].messages(withoutLinks(message), sender);
}

/** Removes links from typed names: in our mail, such a link would seem to come from us. */
function withoutLinks(message: Message): Message {
  switch (message.about) {
    case 'newDevice':
      return { ...message, device: unlinked(message.device) };
    case 'methodAdded':
    case 'methodRemoved':
      return isSentKind(message.kind) ? message : { ...message, hint: unlinked(message.hint) };
    default:
      return message;
  }
}
