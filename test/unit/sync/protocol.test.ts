import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { addByKit, begin } from '../../../src/core/sync/client/members.ts';
import { decodeRecord } from '../../../src/core/sync/content/record.ts';
import { openChained, openEpochKey } from '../../../src/core/sync/protocol/epoch.ts';
import { createHpke } from '../../../src/core/sync/protocol/hpke.ts';
import { isItemSigned, openItem, readItem } from '../../../src/core/sync/protocol/item.ts';
import {
  isOfWords,
  joinKey,
  makeJoinRequest,
  newJoinWords,
  readJoinRequest,
} from '../../../src/core/sync/protocol/join.ts';
import { readLog } from '../../../src/core/sync/protocol/log.ts';
import { readManifest } from '../../../src/core/sync/protocol/manifest.ts';
import { fingerprintOf, kitKeys, memberOf, newDeviceKeys } from '../../../src/core/sync/protocol/member.ts';
import { keyPair, sign } from '../../../src/core/sync/protocol/primitives.ts';
import { hashSet } from '../../../src/core/sync/protocol/root.ts';
import { quickHpke } from '../../simulation/sync/quick-hpke.ts';
import { account, code, faultOf, sampleAccount } from './sample.ts';

let sample: Awaited<ReturnType<typeof sampleAccount>>;

beforeAll(async () => {
  sample = await sampleAccount();
});

describe('the vectors of docs/sync.md', () => {
  it('are the bytes that this Latchkey writes', () => {
    const page = readFileSync(joinPath(import.meta.dirname, '../../../docs/sync.md'), 'utf8');
    const vectors = /```json\n([^`]+)```/u.exec(page)?.[1] ?? '{}';
    expect(JSON.parse(vectors)).toEqual(vectorsOf(sample));
  });
});

describe('the primitives', () => {
  it('sign as an independent Ed25519 does', () => {
    const pair = keyPair('ed25519', new Uint8Array(32).fill(7));
    const message = new TextEncoder().encode('message');
    expect(Buffer.from(pair.public).toString('hex')).toBe(
      Buffer.from(ed25519.getPublicKey(pair.secret)).toString('hex'),
    );
    expect(sign(message, pair).toString('hex')).toBe(
      Buffer.from(ed25519.sign(message, pair.secret)).toString('hex'),
    );
  });

  it('seal with HPKE as a second implementation opens it, and the other way round', async () => {
    const to = keyPair('x25519', new Uint8Array(32).fill(9));
    const [info, plain] = [new Uint8Array([1, 2]), new Uint8Array(32).fill(3)];
    const random = (count: number) => new Uint8Array(count).fill(5);
    const library = createHpke();
    const [one, other] = [
      await library.seal(to.public, info, plain, random),
      await quickHpke.seal(to.public, info, plain, random),
    ];
    expect(one).toEqual(other);
    expect(await quickHpke.open(to, info, one)).toEqual(plain);
    expect(await library.open(to, info, other)).toEqual(plain);
    expect(await library.open(to, new Uint8Array([1, 3]), other)).toBeNull();
  });
});

describe('every parser', () => {
  const parsers = () => [
    { name: 'item', bytes: sample.item.bytes, read: (bytes: Uint8Array) => readItem(bytes, account) },
    { name: 'manifest', bytes: sample.manifest, read: (bytes: Uint8Array) => readManifest(bytes, account) },
    {
      name: 'request',
      bytes: sample.join.request,
      read: (bytes: Uint8Array) => readJoinRequest(bytes, account),
    },
    {
      name: 'log',
      bytes: sample.entries[0] ?? Buffer.alloc(0),
      read: (bytes: Uint8Array) => readLog([bytes], account),
    },
  ];

  it('accepts no shorter and no longer bytes, no other suite and no other account', () => {
    for (const { name, bytes, read } of parsers()) {
      expect(
        faultOf(() => read(bytes)),
        name,
      ).toBe('accepted');
      for (let length = 0; length < bytes.length; length += 1) {
        expect(
          faultOf(() => read(bytes.subarray(0, length))),
          `${name} of ${length}`,
        ).not.toBe('accepted');
      }
      expect(
        faultOf(() => read(Buffer.concat([bytes, Buffer.alloc(1)]))),
        name,
      ).toBe('MALFORMED');
      const contextEnd = 1 + (bytes[0] ?? 0);
      expect(
        faultOf(() => read(changed(bytes, contextEnd + 1))),
        name,
      ).toBe('UNKNOWN_SUITE');
      expect(
        faultOf(() => read(changed(bytes, contextEnd + 2))),
        name,
      ).toBe('OTHER_ACCOUNT');
      expect(
        faultOf(() => read(changed(bytes, 3))),
        name,
      ).toBe('MALFORMED');
    }
  });

  it('of the log and of requests notices each changed bit', () => {
    for (const { name, bytes, read } of parsers()) {
      if (name !== 'log' && name !== 'request') continue;
      for (let at = 0; at < bytes.length; at += 1) {
        expect(
          faultOf(() => read(changed(bytes, at))),
          `${name} at ${at}`,
        ).not.toBe('accepted');
      }
    }
  });
});

describe('an item', () => {
  it('opens with its epoch’s key and is not opened when any byte of it is another', () => {
    const { item, epochKey, keys } = sample;
    const record = openItem(item, epochKey);
    expect(record && decodeRecord(record, item.id)).toMatchObject({
      body: { kind: 'entry', entry: { issuer: 'RFC 6238' } },
    });
    expect(item.bytes.length).toBeLessThan(1024);
    for (let at = 0; at < item.bytes.length; at += 7) {
      const bytes = changed(item.bytes, at);
      const isRefused =
        faultOf(() => readItem(bytes, account)) !== 'accepted' ||
        !isItemSigned(readItem(bytes, account), keys.signing.public);
      expect(isRefused, `at ${at}`).toBe(true);
    }
  });
});

describe('the kit alone', () => {
  it('opens the present epoch, and along the chain the one before', async () => {
    const { log, kitSeal, chain, epochKey, nextKey, later } = sample;
    const keys = kitKeys(code, account);
    const fingerprint = fingerprintOf(
      memberOf(keys, { kind: 'kit', name: '', platform: '', madeAt: 0 }),
      account,
    );
    const { epoch, key } = await openEpochKey(createHpke(), kitSeal, log, { keys, fingerprint });
    expect({ epoch, key: Buffer.from(key) }).toEqual({ epoch: 2, key: Buffer.from(nextKey) });
    expect(Buffer.from(openChained(chain, log, key))).toEqual(Buffer.from(epochKey));
    expect(openItem(later, key)).not.toBeNull();
    expect(openItem(later, epochKey)).toBeNull();
  });
});

describe('the words of a computer that joins', () => {
  it('prove the log to it, and it to the log', () => {
    const { entries, join, joinKey: key, otherKeys } = sample;
    const member = readJoinRequest(join.request, account);
    expect(otherKeys.signing.public).toEqual(new Uint8Array(member.signing));
    expect(isOfWords(join, key)).toBe(true);
    expect(isOfWords(join, new Uint8Array(32))).toBe(false);
    const beginWith = (its: Uint8Array) =>
      begin(entries.slice(0, 3), { account, member, proof: { kind: 'words', key: its } });
    expect(faultOf(() => beginWith(key))).toBe('accepted');
    expect(faultOf(() => beginWith(new Uint8Array(32)))).toBe('NOT_WELCOMED');
  });

  it('are six of 2,048, and give the same key to both', async () => {
    const words = newJoinWords((count) => new Uint8Array(count).fill(0xff));
    expect(words).toEqual([2047, 2047, 2047, 2047, 2047, 2047]);
    expect(await joinKey(words, account)).toEqual(await joinKey([...words], account));
  });
});

describe('the log', () => {
  it('takes no entry twice, in another order, or left out', () => {
    const [a, b, c, d] = sample.entries;
    if (!a || !b || !c || !d) throw new Error('four entries');
    expect(faultOf(() => readLog([a, b, c, d], account))).toBe('accepted');
    for (const entries of [[], [b], [a, c], [a, b, b], [a, c, b], [a, b, d], [a, a]]) {
      expect(faultOf(() => readLog(entries, account))).toBe('LOG_BROKEN');
    }
  });
});

describe('the hash of all items', () => {
  it('is the same whether it is computed anew or from the one before', () => {
    const items = new Map<string, { hash: string }>();
    let known = hashSet(items, account);
    for (let count = 0; count < 300; count += 1) {
      const id = `${(count % 256).toString(16).padStart(2, '0')}112233-4455-4677-8899-${count.toString(16).padStart(12, '0')}`;
      items.set(id, { hash: count.toString(16).padStart(64, '0') });
      known = hashSet(items, account, known, [id]);
    }
    expect(known).toEqual(hashSet(items, account));
  });
});

/** The vectors, in hexadecimal digits. */
function vectorsOf({ entries, manifest, kitSeal, chain, item, later, nextKey, epochKey }: typeof sample) {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  return {
    account,
    kitCode: hex(code),
    log: entries.map(hex),
    kitSeal: hex(kitSeal),
    epoch2Key: hex(nextKey),
    chain: hex(chain),
    epoch1Key: hex(epochKey),
    manifest: hex(manifest),
    items: [hex(item.bytes), hex(later.bytes)],
  };
}

function changed(bytes: Uint8Array, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

describe('coming in with the kit alone', () => {
  it('gives an entry that the kit signed', async () => {
    const random = (count: number) => new Uint8Array(randomBytes(count));
    const keys = newDeviceKeys(random);
    const member = memberOf(keys, { kind: 'device', name: 'Spare', platform: 'linux', madeAt: 0 });
    const { request } = makeJoinRequest(member, keys, { account, key: random(32) });
    const shown = { account, entries: sample.entries, newest: sample.manifest, seal: sample.kitSeal };
    const proposal = await addByKit({ keys, hpke: createHpke(), random }, shown, { code, request, at: 0 });
    const log = readLog([...sample.entries, proposal.entry], account);
    expect(log.members.get(fingerprintOf(member, account))?.removed).toBeNull();
  });
});
