/** Argon2id parameters (OWASP): 19 MiB, two passes, one lane. */
export const argon2Parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Whether a stored hash was made with other parameters than today's and should be renewed at sign-in. */
export function needsRehash(hash: string): boolean {
  const { memoryCost, timeCost, parallelism } = argon2Parameters;
  return !hash.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}
