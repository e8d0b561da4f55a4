import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { pageOf } from '../../src/app/sync/remote.ts';
import { syncAnswerSchema, syncStateSchema } from '../../src/contract/account-service/sync.ts';
import { newEntry, type Entry } from '../../src/core/entry/entry.ts';
import { applyNews } from '../../src/core/sync/client/apply.ts';
import { gather, questionOf, type Gathered } from '../../src/core/sync/client/gather.ts';
import { begin, found } from '../../src/core/sync/client/members.ts';
import { noteChanges } from '../../src/core/sync/client/pending.ts';
import { preparePush, pushArrived } from '../../src/core/sync/client/push.ts';
import type { SyncState } from '../../src/core/sync/client/state.ts';
import { verify } from '../../src/core/sync/client/verify.ts';
import { SyncError } from '../../src/core/sync/protocol/fault.ts';
import { createHpke } from '../../src/core/sync/protocol/hpke.ts';
import { memberOf, newDeviceKeys } from '../../src/core/sync/protocol/member.ts';
import { EMPTY_DOCUMENT, type VaultDocument } from '../../src/core/vault/document.ts';
import { withRevisions } from '../../src/core/vault/revisions.ts';
import type { Answer } from '../account/support/device.ts';
import { Refused, syncWrite, type Ledger } from './ledger.ts';

const random = (count: number) => new Uint8Array(randomBytes(count));
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string) => Buffer.from(text, 'base64');
const hpke = createHpke();
const writes = 8;

type Call = (method: string, path: string, body?: unknown) => Promise<Answer>;

/**
 * Turns sync on and writes items, each write compared and set, and reads after each: what it was told that is written is
 * there, and nothing that it sends again is taken again. The session has a fresh check.
 *
 * @param email names the account in the ledger
 */
export async function syncThrough(email: string, call: Call, ledger: Ledger): Promise<void> {
  const session = await ledger.step(() => call('GET', '/v1/session'));
  const account = z.object({ account: z.object({ id: z.string() }) }).parse(session.body).account.id;
  const keys = newDeviceKeys(random);
  const context = { keys, hpke, random };
  const about = { kind: 'device', name: 'Test computer', platform: 'linux', madeAt: Date.now() } as const;
  const member = memberOf(keys, about);
  const proposal = await found(context, { account, member, at: Date.now() });
  const founding = { entry: base64(proposal.entry), seals: proposal.seals.map(base64), chain: null };
  // Sent again after an outage, it is refused if the first try was done: the log shows it.
  await ledger.step(() => call('POST', '/v1/sync/log', founding)).catch(unlessStale);
  const shown = await ledger.step(() => call('GET', '/v1/sync'));
  const { log } = syncStateSchema.parse(shown.body);
  let state = begin(log.map(bytesOf), { account, member, proof: { kind: 'founder' } });
  let vault = EMPTY_DOCUMENT;

  const pull = async () => {
    let gathered: Gathered | null = null;
    let question = questionOf(state);
    for (;;) {
      const asked = { ...question, member: state.self };
      const { body } = await ledger.step(() => call('POST', '/v1/sync/pull', asked));
      gathered = gather(state, gathered, pageOf(syncAnswerSchema.parse(body)));
      if (gathered.next === null) break;
      question = gathered.next;
    }
    const noted = noteChanges(state, vault);
    const applied = applyNews(noted, await verify(context, noted, gathered), vault);
    if (applied.outcome === 'applied') state = noteChanges(applied.state, vault);
  };

  try {
    await pull();
    for (let count = 0; count < writes; count += 1) {
      vault = edited(vault, count);
      state = preparePush(context, noteChanges(state, vault));
      const { push } = state;
      if (push !== null) state = await write(email, state, push, { call, ledger });
      await pull();
    }
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    // Something that was acknowledged is not there any more.
    ledger.faults.push(`sync: ${error.code}: ${error.message}`);
  }
}

/** Sends a push until there is an answer. What came of a try without one, the next answer shows. */
async function write(
  email: string,
  state: SyncState,
  { manifest, items, hash }: NonNullable<SyncState['push']>,
  { call, ledger }: { call: Call; ledger: Ledger },
): Promise<SyncState> {
  const sent = { manifest: base64(manifest), items: items.map(base64) };
  const send = () => call('POST', '/v1/sync/push', sent);
  try {
    await ledger.change(email, [syncWrite], true, send);
  } catch (error) {
    unlessStale(error);
    return state;
  }
  ledger.mustNotWorkAgain(send);
  return pushArrived(state, hash);
}

/** Adds an entry, or changes one that is there. */
function edited(vault: VaultDocument, count: number): VaultDocument {
  const [first, ...rest] = vault.entries;
  const entries =
    first !== undefined && count % 2 === 1
      ? [...rest, { ...first, note: `note ${count}` }]
      : [...vault.entries, anEntry(count)];
  return withRevisions(vault, { ...vault, entries }, Date.now());
}

function anEntry(count: number): Entry {
  const settings = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 } as const;
  const parameters = { ...settings, secret: random(20) };
  return newEntry({ id: randomUUID(), issuer: `Issuer ${count}`, account: '', parameters }, Date.now());
}

function unlessStale(error: unknown): void {
  if (!(error instanceof Refused) || error.code !== 'SYNC_STALE') throw error;
}
