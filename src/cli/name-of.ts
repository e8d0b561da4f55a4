import { isolated } from '../contract/plain-line.ts';

/** What names an entry. */
export interface Named {
  readonly issuer: string;
  readonly account: string;
}

/** An entry's name as part of a sentence; empty if it has none (`words.named` says so then). */
export function nameOf({ issuer, account }: Named): string {
  if (issuer !== '' && account !== '') return `${isolated(issuer)} (${isolated(account)})`;
  return isolated(issuer || account);
}
