import type { TFunction } from 'i18next';
import type { MethodKind } from '../../../contract/vocabulary.ts';

/** Kinds whose destination is a label that the person chose, and so their name. */
export const goesByLabel: Record<MethodKind, boolean> = { totp: true, email: false, sms: false };

/** A method's name: its kind and destination; an authenticator goes by its label. */
export function methodName(
  { kind, destination }: { kind: MethodKind; destination: string },
  t: TFunction,
): string {
  return goesByLabel[kind] ? destination : `${t(`account.methods.kinds.${kind}`)} (${destination})`;
}
