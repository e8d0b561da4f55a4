import { createRandom as createChance } from '../../pictures/random.ts';

/** What broken connections are made of: decided by a seed, so that a failure can be repeated. */
export interface Random {
  /** From 0 up to, not including, `below`. */
  under(below: number): number;
  bytes(length: number): Buffer;
  pick<T>(values: readonly T[]): T;
}

/** The chance of one connection of a run. */
export function createRandom(of: string): Random {
  const chance = createChance(of);
  const under = (below: number) => chance.whole(0, below - 1);
  return {
    under,
    pick: (values) => chance.pick(values),
    bytes: (length) => Buffer.from(Array.from({ length }, () => under(256))),
  };
}
