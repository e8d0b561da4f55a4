import { createORPCClient } from '@orpc/client';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDeviceKey } from '../../../../src/app/account/device-key.ts';
import type { LocalAccount } from '../../../../src/app/account/local-account.ts';
import { openLocalAccount, type OpenLocalAccount } from '../../../../src/app/account/open-local-account.ts';
import { createSyncPass, type SyncPass } from '../../../../src/app/account/sync-pass.ts';
import { Failure } from '../../../../src/app/failure.ts';
import type { ApiCaller, ApiClient } from '../../../../src/app/ports.ts';
import { createListLog, createMemorySealedFile } from '../../../rig/memory-ports.ts';
import { createManualClock, type ManualClock } from '../../../rig/manual-clock.ts';

const now = Date.UTC(2026, 0, 1);
const week = new Date(now + 7 * 86_400_000).toISOString();
const key = createDeviceKey();
const pass = { token: 'of the pass', until: week };

let clock: ManualClock;
let open: OpenLocalAccount;
/** The same file, held by another process. */
let other: OpenLocalAccount;
/** Each call, and the token that it was made with. */
let asked: [call: string, token: string | null][];
/** What a token ends in, instead of an answer. */
let refused: Map<string, Failure>;
let given: typeof pass | null;
let syncPass: SyncPass;

const over = () => new Failure('UNAUTHENTICATED', { reason: 'session' });

beforeEach(async () => {
  clock = createManualClock(now);
  const file = createMemorySealedFile();
  const options = { file, log: createListLog(), changed: () => {}, isOurs: () => true, otherKeys: () => [] };
  open = await openLocalAccount(Buffer.alloc(32, 1), options);
  other = await openLocalAccount(Buffer.alloc(32, 1), options);
  await open.change({ key });
  asked = [];
  refused = new Map();
  given = pass;
  async function ask<T>(caller: ApiCaller | null, call: (client: ApiClient) => Promise<T>): Promise<T> {
    const token = caller?.token ?? null;
    return call(
      createORPCClient({
        async call(path) {
          asked.push([path.join('.'), token]);
          const refusal = refused.get(token ?? '');
          if (refusal !== undefined) throw refusal;
          return path.at(-1) === 'takePass' ? { pass: given } : { done: true };
        },
      }),
    );
  }
  syncPass = createSyncPass({
    clock,
    server: { ask, toLocal: Date.parse },
    session: {
      async ask(mine, call) {
        const { session } = mine.get();
        if (session === null) throw new Failure('OTHER_STEP');
        return ask({ key, token: session.token }, call);
      },
    },
  });
});

function signedIn(trustedUntil: string | null, kind: 'full' | 'enrolment' = 'full'): LocalAccount['session'] {
  const at = new Date(now).toISOString();
  const state = { kind, signedInAt: at, mfaAt: null, expiresAt: at, trustedUntil };
  return { token: 'of the session', state, seenAt: now, account: null, methods: [] };
}
const members = () => syncPass.ask(open, (client) => client.members());

describe('the sync pass', () => {
  test('asks with nobody signed in, until the trust is over', async () => {
    await open.change({ syncPass: pass });
    await members();
    expect(asked).toEqual([['sync.members', 'of the pass']]);
    clock.moveTo(Date.parse(week));
    await expect(members()).rejects.toMatchObject({ code: 'OTHER_STEP' });
    expect(asked).toHaveLength(1);
    // So that it can be said until when it went on.
    expect(open.get().syncPass).toEqual(pass);
  });

  test('asks where somebody is signed in too: what goes on by itself keeps no session alive', async () => {
    await open.change({ syncPass: pass, session: signedIn(week) });
    await members();
    expect(asked).toEqual([['sync.members', 'of the pass']]);
  });

  test('is not needed by who is signed in', async () => {
    await open.change({ session: signedIn(null) });
    await members();
    expect(asked).toEqual([['sync.members', 'of the session']]);
  });

  test('is given up when the service takes it no more, and the session asks', async () => {
    await open.change({ syncPass: pass, session: signedIn(week) });
    refused.set('of the pass', over());
    await members();
    expect(asked).toEqual([
      ['sync.members', 'of the pass'],
      ['sync.members', 'of the session'],
    ]);
    expect(open.get().syncPass).toBeNull();
    await open.change({ syncPass: pass, session: null });
    await expect(members()).rejects.toMatchObject({ code: 'OTHER_STEP' });
    expect(open.get().syncPass).toBeNull();
  });

  test('is asked with again if another process has a newer one', async () => {
    await open.change({ syncPass: pass });
    const newer = { token: 'of a newer one', until: week };
    await other.refresh();
    await other.change({ syncPass: newer });
    refused.set('of the pass', over());
    await members();
    expect(asked.map(([, token]) => token)).toEqual(['of the pass', 'of a newer one']);
    expect(open.get().syncPass).toEqual(newer);
  });

  test('stays when a proof was refused, or nothing answers', async () => {
    await open.change({ syncPass: pass });
    refused.set('of the pass', new Failure('UNAUTHENTICATED', { reason: 'proof' }));
    await expect(members()).rejects.toMatchObject({ code: 'DEVICE_PROOF_INVALID' });
    refused.set('of the pass', new Failure('SERVER_UNREACHABLE', { trouble: 'offline' }));
    await expect(members()).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' });
    expect(open.get().syncPass).toEqual(pass);
  });

  test('is taken by a full session on a trusted computer, once for each trust', async () => {
    await syncPass.take(open);
    for (const session of [signedIn(null), signedIn(week, 'enrolment')]) {
      await open.change({ session });
      await syncPass.take(open);
    }
    expect(asked).toEqual([]);
    await open.change({ session: signedIn(week) });
    await syncPass.take(open);
    await syncPass.take(open);
    expect(asked).toEqual([['sync.takePass', 'of the session']]);
    expect(open.get().syncPass).toEqual(pass);
    const next = new Date(Date.parse(week) + 1_000).toISOString();
    given = { token: 'of the next trust', until: next };
    await open.change({ session: signedIn(next) });
    await syncPass.take(open);
    expect(open.get().syncPass).toEqual(given);
  });

  test('is not there where the service trusts the computer no more', async () => {
    await open.change({ session: signedIn(week), trustedUntil: Date.parse(week) });
    given = null;
    await syncPass.take(open);
    expect(open.get()).toMatchObject({
      syncPass: null,
      trustedUntil: null,
      session: { state: { trustedUntil: null } },
    });
    await syncPass.take(open);
    expect(asked).toHaveLength(1);
  });

  test('is ended at the service, and here in any case', async () => {
    await syncPass.end(open);
    expect(asked).toEqual([]);
    await open.change({ syncPass: pass });
    await syncPass.end(open);
    expect(asked).toEqual([['sync.endPass', 'of the pass']]);
    expect(open.get().syncPass).toBeNull();
    await open.change({ syncPass: pass });
    refused.set('of the pass', new Failure('SERVER_UNREACHABLE', { trouble: 'offline' }));
    await syncPass.end(open);
    expect(open.get().syncPass).toBeNull();
  });
});
