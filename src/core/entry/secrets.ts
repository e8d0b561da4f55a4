import type { Entry } from './entry.ts';

/** The secrets of an entry, the former one included: the very arrays, not copies. */
export function secretsOf(entry: Entry): Uint8Array[] {
  const { parameters, former } = entry;
  return former ? [parameters.secret, former.parameters.secret] : [parameters.secret];
}

/** The entry with each secret replaced by what `replace` makes of it. */
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
