import { type Hash } from './bytes.ts';
import { hashOf } from './primitives.ts';
import { structure } from './structure.ts';

const BUCKETS = 256;

/** The hash of each item of an account, by its id. */
export type ItemHashes = ReadonlyMap<string, { readonly hash: Hash }>;

/** The hash of a set of items, in a form that a change of a few items updates. */
export interface SetHash {
  readonly root: Hash;
  /** One for each first byte of an id. */
  readonly buckets: readonly Hash[];
}

/**
 * Hashes a set of items. Each item is in the bucket of its id's first byte; a bucket's hash covers its (id, hash) pairs
 * sorted by id, and the root covers the buckets and the number of items. An item's hash covers its revision.
 * @param known the hash of an earlier set
 * @param changed the ids that may differ from it
 */
export function hashSet(
  items: ItemHashes,
  account: string,
  known: SetHash | null = null,
  changed: Iterable<string> = [],
): SetHash {
  const stale = known && new Set(Array.from(changed, bucketOf));
  const members = Array.from({ length: BUCKETS }, (): [id: string, hash: Hash][] => []);
  for (const [id, { hash }] of items) {
    const bucket = bucketOf(id);
    if (stale === null || stale.has(bucket)) members[bucket]?.push([id, hash]);
  }
  const buckets = members.map((pairs, bucket) => {
    const before = stale?.has(bucket) === false ? known?.buckets[bucket] : undefined;
    if (before !== undefined) return before;
    const writer = structure('bucket', account).u8(bucket);
    for (const [id, hash] of pairs.toSorted(([one], [other]) => (one < other ? -1 : 1)))
      writer.id(id).hash(hash);
    return hashOf(writer.bytes());
  });
  const root = structure('root', account).u32(items.size);
  for (const bucket of buckets) root.hash(bucket);
  return { root: hashOf(root.bytes()), buckets };
}

function bucketOf(id: string): number {
  return Number.parseInt(id.slice(0, 2), 16);
}
