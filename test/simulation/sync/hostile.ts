import type { Answer, Question } from '../../../src/core/sync/client/gather.ts';
import { preparePush } from '../../../src/core/sync/client/push.ts';
import type { SyncContext, SyncState } from '../../../src/core/sync/client/state.ts';
import { NO_HASH } from '../../../src/core/sync/protocol/bytes.ts';
import { makeJoinRequest } from '../../../src/core/sync/protocol/join.ts';
import { headOf } from '../../../src/core/sync/protocol/log.ts';
import { writeAdd } from '../../../src/core/sync/protocol/log-entry.ts';
import { fingerprintOf, memberOf, newDeviceKeys } from '../../../src/core/sync/protocol/member.ts';
import { hashOf } from '../../../src/core/sync/protocol/primitives.ts';
import type { Chance } from './chance.ts';
import type { Server } from './server.ts';

/** What a hostile service does to an answer. */
export const acts = [
  'empties',
  'replays',
  'drops an item',
  'swaps two items',
  'puts an older revision',
  'flips a bit',
  'withholds a manifest',
  'withholds the log',
  'withholds the keys',
  'invents a member',
  'seals another key',
  'lets a removed computer write',
] as const;
export type Act = (typeof acts)[number];

export interface Means {
  readonly server: Server;
  readonly chance: Chance;
  /** An earlier state of the service. */
  readonly old: Server | null;
  /** A computer that was taken out, as it was before, with something to write. */
  readonly ghost: { readonly context: SyncContext; readonly state: SyncState } | null;
  readonly page: number;
}

/** An answer that differs from the honest one in something that the asker has a right to; null if there is nothing to do. */
export function tamper(
  act: Act,
  honest: Answer,
  asker: SyncState,
  question: Question,
  means: Means,
): Answer | null {
  const { chance, old, server, ghost } = means;
  const hasNews = honest.manifests.length > 0;
  switch (act) {
    case 'empties': {
      if (asker.position.sequence === 0) return null;
      return { ...honest, newest: null, log: [], manifests: [], items: [], next: null };
    }
    case 'replays': {
      const isShorter = old !== null && old.manifests.length < asker.position.sequence;
      return isShorter ? old.answer(question, asker.self, means.page) : null;
    }
    case 'drops an item':
      return honest.items.length > 0 && hasNews ? { ...honest, items: honest.items.slice(1) } : null;
    case 'swaps two items': {
      const other = [...server.items.values()].find(({ bytes }) => !honest.items.includes(bytes));
      if (other === undefined || honest.items.length === 0 || !hasNews) return null;
      return { ...honest, items: [other.bytes, ...honest.items.slice(1)] };
    }
    case 'puts an older revision': {
      const first = [...(old?.items ?? [])].find(([id, { hash }]) => {
        const now = server.items.get(id);
        return now !== undefined && now.hash !== hash && honest.items.includes(now.bytes);
      });
      if (first === undefined) return null;
      const now = server.items.get(first[0])?.bytes;
      return { ...honest, items: honest.items.map((bytes) => (bytes === now ? first[1].bytes : bytes)) };
    }
    case 'flips a bit': {
      const flip = (list: readonly Uint8Array[]) => {
        const at = chance.below(list.length);
        return list.map((bytes, index) => (index === at ? flipped(bytes, chance) : bytes));
      };
      const parts = (['log', 'manifests', 'items'] as const).filter((part) => honest[part].length > 0);
      if (parts.length === 0 || (!hasNews && honest.log.length === 0)) return null;
      const part = hasNews ? chance.pick(parts) : 'log';
      return { ...honest, [part]: flip(honest[part]) };
    }
    case 'withholds a manifest':
      return hasNews ? { ...honest, manifests: honest.manifests.slice(1) } : null;
    case 'withholds the log':
      return honest.log.length > 0 && speaksOfLog(honest, asker, server) ? { ...honest, log: [] } : null;
    case 'withholds the keys':
      return needsKeys(asker, server) ? { ...honest, seals: [] } : null;
    case 'invents a member': {
      if (server.log === null || honest.log.length + asker.log.entries.length !== server.log.entries.length)
        return null;
      const keys = newDeviceKeys(chance.bytes);
      const member = memberOf(keys, { kind: 'device', name: 'Your computer', platform: 'linux', madeAt: 0 });
      const { account } = server;
      const { request } = makeJoinRequest(member, keys, { account, key: chance.bytes(32) });
      const isItself = chance.happens(0.5);
      const author = isItself ? fingerprintOf(member, account) : asker.self;
      const last = server.log.entries.at(-1);
      const frame = { account, number: server.entries.length, previous: headOf(server.log), author, at: 0 };
      const anchor = last?.anchor ?? { sequence: 0, hash: NO_HASH };
      const entry = writeAdd({ ...frame, anchor }, request, () => chance.bytes(32), keys);
      return { ...honest, head: { number: frame.number, hash: hashOf(entry) }, log: [...honest.log, entry] };
    }
    case 'seals another key': {
      if (!needsKeys(asker, server)) return null;
      return {
        ...honest,
        seals: honest.seals.map((seal) => seal.map((byte, at) => (at < 75 ? byte : byte ^ 1))),
      };
    }
    case 'lets a removed computer write': {
      if (ghost === null || server.log?.members.get(ghost.state.self)?.removed == null) return null;
      const isNext = ghost.state.position.hash === server.newest().hash;
      if (!isNext || honest.next !== null || server.log.members.get(asker.self)?.removed !== null)
        return null;
      const { push } = preparePush(ghost.context, ghost.state);
      if (push === null) return null;
      const { manifest } = push;
      return {
        ...honest,
        newest: manifest,
        manifests: [...honest.manifests, manifest],
        items: [...honest.items, ...push.items],
      };
    }
  }
}

function speaksOfLog(honest: Answer, asker: SyncState, server: Server): boolean {
  return honest.manifests.length > 0 &&
    honest.next === null &&
    (server.log?.entries.length ?? 0) > asker.log.entries.length
    ? lastKnown(server) >= asker.log.entries.length
    : false;
}

/** The log entry that the newest manifest names. */
function lastKnown(server: Server): number {
  const bytes = server.manifests.at(-1);
  // After context, suite, account, sequence, the hash before and the root.
  return bytes === undefined ? -1 : Buffer.from(bytes).readUInt32BE(24 + 1 + 2 + 16 + 8 + 64);
}

function needsKeys(asker: SyncState, server: Server): boolean {
  return (
    asker.epochKeys.size < (server.log?.epochs.length ?? 0) &&
    server.log?.members.get(asker.self)?.removed === null
  );
}

function flipped(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.below(bytes.length);
  return bytes.with(at, (bytes[at] ?? 0) ^ (1 << chance.below(8)));
}
