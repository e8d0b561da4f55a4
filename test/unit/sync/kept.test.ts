import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sealKept, unsealKept } from '../../../src/app/sync/seal.ts';
import { newEntry } from '../../../src/core/entry/entry.ts';
import { zeroKept, type Inside, type KeptSync } from '../../../src/core/sync/client/kept.ts';
import { decodeKept, encodeKept } from '../../../src/core/sync/client/kept-bytes.ts';
import { begin, found, proposeKit } from '../../../src/core/sync/client/members.ts';
import { noteChanges } from '../../../src/core/sync/client/pending.ts';
import { preparePush, pushArrived } from '../../../src/core/sync/client/push.ts';
import type { SyncContext, SyncState } from '../../../src/core/sync/client/state.ts';
import { openEpochKey } from '../../../src/core/sync/protocol/epoch.ts';
import { SyncError } from '../../../src/core/sync/protocol/fault.ts';
import { createHpke } from '../../../src/core/sync/protocol/hpke.ts';
import { memberOf, newDeviceKeys } from '../../../src/core/sync/protocol/member.ts';
import { EMPTY_DOCUMENT, type VaultDocument } from '../../../src/core/vault/document.ts';
import { anyDocument } from '../vault/any-document.ts';
import { account, code } from './sample.ts';

const random = (count: number) => new Uint8Array(randomBytes(count));
const context: SyncContext = { keys: newDeviceKeys(random), hpke: createHpke(), random };
const about = { kind: 'device', name: 'Desk “1”', platform: 'linux', madeAt: 1_767_225_600_000 } as const;
const member = memberOf(context.keys, about);
const key = randomBytes(32);

let founded: SyncState;
let proposed: SyncState;
let entering: KeptSync;

beforeAll(async () => {
  const proposal = await found(context, { account, member, at: 5 });
  const { keys } = context;
  entering = { stage: 'entering', by: 'founding', account, keys, member, proposal };
  const state = begin([proposal.entry], { account, member, proof: { kind: 'founder' } });
  const [seal = new Uint8Array()] = proposal.seals;
  const opened = await openEpochKey(context.hpke, seal, state.log, { keys, fingerprint: state.self });
  founded = { ...state, epochKeys: new Map([[opened.epoch, opened.key]]) };
  proposed = await proposeKit(context, founded, { code, at: 6 });
});

/** States that a computer comes through with these vaults: before, after and between pushes. */
function statesOf(before: VaultDocument, after: VaultDocument): SyncState[] {
  const noted = noteChanges(founded, before);
  const pushing = preparePush(context, noted);
  const arrived = pushing.push === null ? pushing : pushArrived(pushing, pushing.push.hash);
  const changed = noteChanges(arrived, after);
  const again = preparePush(context, changed);
  const unread = new Map([...(arrived.items?.byId ?? [])].map(([id, one]) => [id, { ...one, record: null }]));
  const items = arrived.items && { ...arrived.items, byId: unread };
  const decision = { manifest: 'ab'.repeat(32), answer: 'keep' } as const;
  const stopped: SyncState = { ...again, decision, trouble: 'WENT_BACK' };
  return [founded, proposed, noted, pushing, arrived, changed, again, { ...arrived, items }, stopped];
}

function keptOf(state: SyncState, parts: Partial<Inside> = {}): Inside {
  return { stage: 'inside', keys: context.keys, state, renewals: [], settled: [], ...parts };
}

/** The same, as it is when it was written: an entry's revision is each vault's own, and objects are compared anew. */
function asWritten(value: unknown, name = ''): unknown {
  if (name === 'agreed' || value === undefined) return null;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (value instanceof Map) return asWritten([...value]);
  if (Array.isArray(value)) return value.map((one) => asWritten(one));
  if (typeof value !== 'object' || value === null) return value;
  const isEntry = name === 'entry' && 'revision' in value;
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  const written = Object.fromEntries(members.map(([its, one]) => [its, asWritten(one, its)]));
  return isEntry ? { ...written, revision: 1 } : written;
}

describe('what a computer keeps of sync', () => {
  it('is read as it was written, whatever the vault and the moment', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        for (const state of statesOf(before, after)) {
          const kept = keptOf(state, {
            renewals: [{ member: state.self, entries: [account] }],
            settled: [account],
          });
          const bytes = encodeKept(kept);
          const read = decodeKept(bytes);
          expect(asWritten(read)).toEqual(asWritten(kept));
          expect(encodeKept(read).equals(bytes)).toBe(true);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('is read as it was written before it is in', () => {
    const words = [0, 1, 2, 3, 4, 2047];
    const parts = { account, keys: context.keys, member, words, key: random(32) };
    for (const kept of [entering, { stage: 'waiting', ...parts } as const]) {
      expect(asWritten(decodeKept(encodeKept(kept)))).toEqual(asWritten(kept));
    }
  });

  it('goes on from what was read: the same push, byte for byte, arrives', () => {
    const entry = newEntry(
      { issuer: 'Site', account: 'me', parameters: { kind: 'steam', secret: random(20) } },
      1,
    );
    const document = { ...EMPTY_DOCUMENT, entries: [entry] };
    const sent = preparePush(context, noteChanges(founded, document));
    const read = decodeKept(encodeKept(keptOf(sent)));
    if (read.stage !== 'inside' || read.state.push === null || sent.push === null) throw new Error('no push');
    expect(read.state.push.items.map((bytes) => Buffer.compare(bytes, sent.push?.items[0] ?? bytes))).toEqual(
      [0],
    );
    const arrived = noteChanges(pushArrived(read.state, sent.push.hash), document);
    expect(arrived.pending.size).toBe(0);
    expect(preparePush(context, arrived)).toBe(arrived);
  });

  it('is refused after any change of a byte, any cut and any addition', () => {
    const sealed = sealKept(keptOf(proposed), key);
    for (let at = 0; at < sealed.length; at += 1) {
      const flipped = Buffer.from(sealed);
      flipped.writeUInt8((flipped[at] ?? 0) ^ (1 << (at % 8)), at);
      expect(['broken', 'newer']).toContain(unsealKept(flipped, key));
      expect(unsealKept(sealed.subarray(0, at), key)).toBe('broken');
    }
    expect(unsealKept(Buffer.concat([sealed, Buffer.of(0)]), key)).toBe('broken');
    expect(unsealKept(sealed, randomBytes(32))).toBe('broken');
    expect(unsealKept(sealed, key)).toHaveProperty('stage', 'inside');
  });

  it('is refused when a later Latchkey wrote it', () => {
    const sealed = sealKept(entering, key);
    sealed.writeUInt8(2, 8);
    expect(unsealKept(sealed, key)).toBe('newer');
  });

  it('is never read in part: a cut of its content is malformed, and so is one byte more', () => {
    const bytes = encodeKept(keptOf(proposed));
    for (let length = 0; length < bytes.length; length += 7) {
      expect(() => decodeKept(bytes.subarray(0, length))).toThrow(SyncError);
    }
    expect(() => decodeKept(Buffer.concat([bytes, Buffer.of(0)]))).toThrow(SyncError);
  });

  it('is zeroed with its keys and secrets', () => {
    const secret = random(20);
    const entry = newEntry({ issuer: 'Site', account: 'me', parameters: { kind: 'steam', secret } }, 1);
    const bytes = encodeKept(keptOf(noteChanges(founded, { ...EMPTY_DOCUMENT, entries: [entry] })));
    const read = decodeKept(bytes);
    zeroKept(read);
    const text = encodeKeptSecrets(read);
    expect(text.every((one) => one.every((byte) => byte === 0))).toBe(true);
    expect(text).toHaveLength(4);
    // What it was read from, and the vault's own, are not touched.
    expect(secret.some((byte) => byte !== 0)).toBe(true);
  });
});

function encodeKeptSecrets(kept: KeptSync): Uint8Array[] {
  if (kept.stage !== 'inside') throw new Error('not in');
  const { keys, state } = kept;
  const bodies = [...state.pending.values()].map(({ body }) => body);
  const secrets = bodies.map((body) => ('entry' in body ? body.entry.parameters.secret : new Uint8Array(1)));
  return [keys.signing.secret, keys.sealing.secret, ...state.epochKeys.values(), ...secrets];
}
