import type { TFunction } from 'i18next';
import type { MethodKind } from '../../../contract/vocabulary.ts';

/** Kinds whose destination is a label that the person gave: it is their name. */
export const goesByLabel: Record<MethodKind, boolean> = { totp: true, email: false, sms: false };

/** A method as people call it: its kind and where it goes; an authenticator goes by its label. */
export function methodName(
  { kind, destination }: { kind: MethodKind; destination: string },
  t: TFunction,
): string {
  return goesByLabel[kind] ? destination : `${t(`account.methods.kinds.${kind}`)} (${destination})`;
}
