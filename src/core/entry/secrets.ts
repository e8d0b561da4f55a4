import type { Entry } from './entry.ts';

/** An entry's secrets, including the former one; the arrays themselves, not copies. */
export function secretsOf(entry: Entry): Uint8Array[] {
  const { parameters, former } = entry;
  return former ? [parameters.secret, former.parameters.secret] : [parameters.secret];
}

/** The entry with each secret passed through `replace`. */
export function mapSecrets<E extends Entry>(entry: E, replace: (secret: Uint8Array) => Uint8Array): E {
  const { parameters, former } = entry;
  return {
    ...entry,
    parameters: { ...parameters, secret: replace(parameters.secret) },
    former: former && {
      ...former,
      parameters: { ...former.parameters, secret: replace(former.parameters.secret) },
    },
  };
}
