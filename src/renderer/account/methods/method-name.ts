import type { TFunction } from 'i18next';

/** A method as people call it: its kind and where it goes; an authenticator goes by its label. */
export function methodName(
  { kind, destination }: { kind: 'email' | 'sms' | 'totp'; destination: string },
  t: TFunction,
): string {
  return kind === 'totp' ? destination : `${t(`account.methods.kinds.${kind}`)} (${destination})`;
}
