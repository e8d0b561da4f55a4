import type { Entry } from './entry.ts';

/** An entry's secrets, in the order of its record: its own, the former ones, the site's codes. Not copies. */
export function secretsOf({ parameters, former, siteCodes }: Entry): Uint8Array[] {
  const secrets = [parameters.secret];
  for (const { parameters: its } of former) secrets.push(its.secret);
  for (const { code } of siteCodes) secrets.push(code);
  return secrets;
}

/** The entry with each secret passed through `replace`. */
export function mapSecrets<E extends Entry>(entry: E, replace: (secret: Uint8Array) => Uint8Array): E {
  const map = <P extends { readonly secret: Uint8Array }>(parameters: P): P => ({
    ...parameters,
    secret: replace(parameters.secret),
  });
  return {
    ...entry,
    parameters: map(entry.parameters),
    former: entry.former.map((one) => ({ ...one, parameters: map(one.parameters) })),
    siteCodes: entry.siteCodes.map((one) => ({ ...one, code: replace(one.code) })),
  };
}
