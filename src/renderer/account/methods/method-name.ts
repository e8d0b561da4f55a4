import type { TFunction } from 'i18next';
import { isSentKind, type MethodKind } from '../../../contract/vocabulary.ts';

/** A method's name: its kind and destination; one that sends nothing goes by its label. */
export function methodName(
  { kind, destination }: { kind: MethodKind; destination: string },
  t: TFunction,
): string {
  return isSentKind(kind) ? `${t(`account.methods.kinds.${kind}`)} (${destination})` : destination;
}
