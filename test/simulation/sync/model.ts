import { secretsOf } from '../../../src/core/entry/secrets.ts';
import type { Entry } from '../../../src/core/entry/entry.ts';
import type { OtpParameters } from '../../../src/core/otp/parameters.ts';
import type { Displaced } from '../../../src/core/sync/content/record.ts';
import type { VaultDocument } from '../../../src/core/vault/document.ts';

/** A text or a secret that a person gave to an entry: unique in its history. */
interface Token {
  readonly entry: string;
  readonly computer: string;
  /** Whether the service took a push with it. */
  acknowledged: boolean;
  /** Whether a person, who saw it, wrote over it or deleted its entry for good. */
  isEnded: boolean;
  /** Whether a later change of another computer took its place. */
  isDisplaced: boolean;
}

/** What people did in one history, and what must be true at its end. */
export class Model {
  readonly tokens = new Map<string, Token>();
  /** Each secret with the settings that a person gave it. */
  readonly #codes = new Set<string>();
  readonly #counters = new Map<string, { computer: string; counter: number; acknowledged: boolean }[]>();
  readonly replaced = new Map<string, number>();
  /** An older vault may hold an entry that was joined with another since. */
  isPutBack = false;

  wrote(token: string, entry: string, computer: string): void {
    this.tokens.set(token, { entry, computer, acknowledged: false, isEnded: false, isDisplaced: false });
  }
  gaveCode(entry: string, computer: string, parameters: OtpParameters): void {
    const secret = nameOf(parameters.secret);
    if (!this.tokens.has(secret)) this.wrote(secret, entry, computer);
    this.#codes.add(codeOf(parameters));
  }
  used(computer: string, parameters: OtpParameters): void {
    if (parameters.kind !== 'hotp') return;
    const secret = nameOf(parameters.secret);
    const list = this.#counters.get(secret) ?? [];
    list.push({ computer, counter: parameters.counter, acknowledged: false });
    this.#counters.set(secret, list);
  }
  ended(token: string): void {
    const known = this.tokens.get(token);
    if (known !== undefined) known.isEnded = true;
  }
  displaced(list: readonly Displaced[]): void {
    for (const { value } of list) {
      const known = this.tokens.get(String(value));
      if (known !== undefined) known.isDisplaced = true;
    }
  }
  acknowledged(entry: Entry, list: readonly Displaced[]): void {
    for (const text of tokensIn(entry, list)) {
      const known = this.tokens.get(text);
      if (known !== undefined) known.acknowledged = true;
    }
    const { parameters } = entry;
    if (parameters.kind !== 'hotp') return;
    for (const one of this.#counters.get(nameOf(parameters.secret)) ?? []) {
      if (one.counter <= parameters.counter) one.acknowledged = true;
    }
  }
  /** A computer's vault went back to an older file, or its computer is gone: what it alone had is not expected. */
  lostUnsent(computer: string): void {
    for (const token of this.tokens.values()) {
      if (token.computer === computer && !token.acknowledged) token.isEnded = true;
    }
    for (const [secret, list] of this.#counters) {
      this.#counters.set(
        secret,
        list.filter((one) => one.computer !== computer || one.acknowledged),
      );
    }
  }

  /** What is wrong with a vault that every change has reached. */
  faultsOf({ entries, trash }: VaultDocument, displaced: readonly Displaced[]): string[] {
    const faults: string[] = [];
    const all = [...entries, ...trash];
    const ids = new Set(all.map(({ id }) => id));
    const present = new Set([
      ...all.flatMap((entry) => tokensIn(entry, [])),
      ...displaced.map(({ value }) => String(value)),
    ]);
    for (const [token, { entry, isEnded, isDisplaced }] of this.tokens) {
      if (present.has(token) || isEnded || (isDisplaced && !ids.has(entry))) continue;
      faults.push(`lost: ${token} of entry ${entry}`);
    }
    for (const { id, parameters } of all) {
      if (!this.#codes.has(codeOf(parameters))) faults.push(`merged: the codes of entry ${id}`);
      if (parameters.kind !== 'hotp') continue;
      const counters = this.#counters.get(nameOf(parameters.secret)) ?? [];
      if (counters.some(({ counter }) => counter > parameters.counter))
        faults.push(`counter: entry ${id} went back`);
    }
    const twins = new Map<string, number>();
    for (const { issuer } of entries)
      if (issuer.startsWith('Twin')) twins.set(issuer, (twins.get(issuer) ?? 0) + 1);
    for (const [twin, count] of twins) if (count > 1 && !this.isPutBack) faults.push(`doubled: ${twin}`);
    return faults;
  }
}

/** What stands in an entry: its texts and the names of its secrets. */
export function tokensIn(entry: Entry, displaced: readonly Displaced[]): string[] {
  const secrets = secretsOf(entry).map(nameOf);
  return [entry.issuer, entry.note, ...secrets, ...displaced.map(({ value }) => String(value))];
}

function codeOf(parameters: OtpParameters): string {
  const { secret, ...settings } = parameters;
  return JSON.stringify([nameOf(secret), { ...settings, counter: null }]);
}

function nameOf(secret: Uint8Array): string {
  return `secret ${Buffer.from(secret).toString('hex')}`;
}
