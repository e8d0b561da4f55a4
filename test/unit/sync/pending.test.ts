import { describe, expect, it } from 'vitest';
import { begin, found } from '../../../src/core/sync/client/members.ts';
import { lostItems, noteChanges } from '../../../src/core/sync/client/pending.ts';
import type { SyncState } from '../../../src/core/sync/client/state.ts';
import { plainRecord } from '../../../src/core/sync/content/record.ts';
import { createHpke } from '../../../src/core/sync/protocol/hpke.ts';
import { memberOf, newDeviceKeys } from '../../../src/core/sync/protocol/member.ts';
import { hashSet } from '../../../src/core/sync/protocol/root.ts';
import { newEntry } from '../../../src/core/entry/entry.ts';
import { EMPTY_DOCUMENT } from '../../../src/core/vault/document.ts';
import { account } from './sample.ts';

const id = '00112233-4455-4677-8899-aabbccddeeff';
const parameters = {
  kind: 'totp',
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
  secret: new Uint8Array(20),
} as const;
const entry = newEntry({ id, issuer: 'Sent', account: 'someone', parameters }, 1_767_225_600_000);

/** The vault with the entry at a revision, perhaps under another name. */
function vaultAt(revision: number, issuer = entry.issuer) {
  return { ...EMPTY_DOCUMENT, entries: [{ ...entry, issuer, revision }] };
}

/** A computer that sent the entry when the vault had counted four changes of it. */
async function sentAtRevision4(): Promise<SyncState> {
  const random = (count: number) => new Uint8Array(count).fill(7);
  const context = { keys: newDeviceKeys(random), hpke: createHpke(), random };
  const about = { kind: 'device', name: 'Desk', platform: 'linux', madeAt: 0 } as const;
  const member = memberOf(context.keys, about);
  const proposal = await found(context, { account, member, at: 0 });
  const state = begin([proposal.entry], { account, member, proof: { kind: 'founder' } });
  const record = plainRecord({ kind: 'entry', entry }, 1);
  const known = { hash: '0'.repeat(64), revision: 4, epoch: 1, record, localRevision: 4, agreed: null };
  return { ...state, items: { byId: new Map([[id, known]]), hash: hashSet(new Map(), account) } };
}

describe('a vault file that was put back', () => {
  it('is no change: its older names are not sent', async () => {
    const noted = noteChanges(await sentAtRevision4(), vaultAt(3, 'Older'));
    expect([...noted.pending]).toEqual([]);
  });

  it('counts on from its older revisions once it says what was sent: what is changed then is sent', async () => {
    const restored = noteChanges(await sentAtRevision4(), vaultAt(2));
    const changed = noteChanges(restored, vaultAt(3, 'New'));
    expect(changed.pending.get(id)?.body).toMatchObject({ entry: { issuer: 'New' } });
  });

  it('is no change either where a newer one was not sent yet', async () => {
    const changed = noteChanges(await sentAtRevision4(), vaultAt(6, 'New'));
    const putBack = noteChanges(changed, vaultAt(5, 'Older'));
    expect([...putBack.pending]).toEqual([]);
    expect([...noteChanges(putBack, vaultAt(5, 'Older')).pending]).toEqual([]);
  });
});

describe('an entry that is not in the vault', () => {
  it('was lost, and not deleted: it comes back', async () => {
    const state = await sentAtRevision4();
    if (state.items === null) throw new Error('it has items');
    expect([...noteChanges(state, EMPTY_DOCUMENT).pending]).toEqual([]);
    expect([...lostItems(state.items, EMPTY_DOCUMENT)]).toEqual([[id, { kind: 'entry', entry }]]);
    expect([...lostItems(state.items, vaultAt(4))]).toEqual([]);
  });

  it('is deleted for the others only if they knew it', async () => {
    const deleted = (gone: string) => ({
      ...EMPTY_DOCUMENT,
      tombstones: [{ id: gone, revision: 5, deletedAt: 1 }],
    });
    const pendingAfter = async (gone: string) => [
      ...noteChanges(await sentAtRevision4(), deleted(gone)).pending.keys(),
    ];
    expect(await pendingAfter(id)).toEqual([id]);
    expect(await pendingAfter('20112233-4455-4677-8899-aabbccddeeff')).toEqual([]);
  });
});
