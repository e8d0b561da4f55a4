/** Sync and the vault: what is on disk, what a lock leaves, what another key and a broken file do. */
import { describe, expect, it } from 'vitest';
import { unsealKept } from '../../../../src/app/sync/seal.ts';
import { createSyncComputer, createSyncService, turnOnSync } from '../../../rig/sync.ts';

const PASSPHRASE = 'seven paper boats drift north';

async function turnedOn() {
  const service = createSyncService();
  const desk = await createSyncComputer(service, 'Desk');
  await desk.add('One');
  const code = await turnOnSync(desk);
  const kept = async () => {
    const key = desk.vault.deriveKey('sync state');
    const found = unsealKept((await desk.disk.file.read()) ?? new Uint8Array(), key);
    if (typeof found === 'string' || found.stage !== 'inside') throw new Error('it does not open');
    return found;
  };
  return { service, desk, code, kept };
}

describe('what sync keeps', () => {
  it('opens only with the open vault, and goes on after a lock', async () => {
    const { desk, service } = await turnedOn();
    await desk.vault.setUnlockMethods({ mode: 'passphrase', passphrase: PASSPHRASE });
    await desk.vault.lock();
    await expect(desk.sync.look()).rejects.toMatchObject({ code: 'VAULT_NOT_OPEN' });
    await desk.vault.unlock(PASSPHRASE);
    await desk.add('Two');
    await desk.sync.look();
    expect(await desk.on()).toMatchObject({ trouble: null, pending: [] });
    expect(service.server.items.size).toBe(2);
  });

  it('is sealed anew with each new key of the vault', async () => {
    const { desk, kept, service } = await turnedOn();
    const former = await kept();
    await desk.vault.setUnlockMethods({ mode: 'passphrase', passphrase: PASSPHRASE });
    await desk.vault.rotateKey(PASSPHRASE);
    expect((await kept()).state.self).toBe(former.state.self);
    await desk.add('Two');
    await desk.sync.look();
    expect(service.server.items.size).toBe(2);
    expect(desk.log.lines).toEqual([]);
  });

  it('opens after the disk was full while the vault got another key, and the vault takes no further one before', async () => {
    const { desk, service } = await turnedOn();
    await desk.vault.setUnlockMethods({ mode: 'session', passphrase: PASSPHRASE });
    const write = desk.disk.file.write.bind(desk.disk.file);
    desk.disk.file.write = async () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    await desk.vault.rotateKey(PASSPHRASE);
    expect(desk.log.lines.join('\n')).toContain('not-sealed-anew');
    await desk.crash();

    const second = await createSyncComputer(service, 'Desk', desk.disk);
    await second.sync.look();
    expect(await second.on()).toMatchObject({ trouble: null, pending: [] });
    await expect(second.vault.rotateKey(PASSPHRASE)).rejects.toMatchObject({ code: 'VAULT_WRITE_FAILED' });
    await second.crash();

    desk.disk.file.write = write;
    const third = await createSyncComputer(service, 'Desk', desk.disk);
    expect(third.vault.document()?.safekeeping.formerKey).toBeNull();
    await third.vault.rotateKey(PASSPHRASE);
    await third.add('Two');
    await third.sync.look();
    expect(await third.on()).toMatchObject({ trouble: null, pending: [] });
    expect(third.log.lines).toEqual([]);
    expect(service.server.items.size).toBe(2);
  });

  it('is zeroed in memory when the vault locks, also while an answer is on its way', async () => {
    const { desk, service } = await turnedOn();
    await desk.vault.setUnlockMethods({ mode: 'passphrase', passphrase: PASSPHRASE });
    await desk.add('Two');
    const file = await desk.disk.file.read();
    const before = service.sent.length;
    const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
    const { promise: locked, resolve: isLocked } = Promise.withResolvers<void>();
    const pull = service.remote.pull.bind(service.remote);
    service.remote.pull = async (...given) => {
      const answer = await pull(...given);
      isAsked();
      await locked;
      return answer;
    };
    const looking = desk.sync.look();
    await asked;
    await desk.vault.lock();
    isLocked();
    await expect(looking).rejects.toMatchObject({ code: 'VAULT_NOT_OPEN' });
    // Nothing was sent or written with keys that are zeros.
    expect(service.sent).toHaveLength(before);
    expect(await desk.disk.file.read()).toEqual(file);
    service.remote.pull = pull;
    await desk.vault.unlock(PASSPHRASE);
    await desk.sync.look();
    expect(await desk.on()).toMatchObject({ trouble: null, pending: [] });
  });

  it('is not made anew where it does not open: only turning off gives it up', async () => {
    const { desk, service, code } = await turnedOn();
    const bytes = Buffer.from((await desk.disk.file.read()) ?? []);
    const broken = Buffer.from(bytes);
    broken.writeUInt8((broken.at(-1) ?? 0) ^ 1, broken.length - 1);
    await desk.disk.file.write(broken);
    const calls = service.calls.length;
    await desk.sync.look();
    expect(await desk.view()).toEqual({
      stage: 'unreadable',
      trouble: { code: 'unreadable', next: 'joinAgain', fault: null },
    });
    await expect(desk.sync.turnOn(code)).rejects.toMatchObject({ code: 'SYNC_STEP' });
    await expect(desk.sync.join()).rejects.toMatchObject({ code: 'SYNC_STEP' });
    expect(service.calls).toHaveLength(calls);
    expect(await desk.disk.file.read()).toEqual(broken);
    const newer = Buffer.from(bytes);
    newer.writeUInt8(2, 8);
    await desk.disk.file.write(newer);
    await desk.sync.look();
    expect(await desk.view()).toMatchObject({ trouble: { code: 'newer', next: 'update' } });
    // What opens again goes on.
    await desk.disk.file.write(bytes);
    await desk.sync.look();
    expect(await desk.on()).toMatchObject({ trouble: null });
    await desk.disk.file.write(broken);
    await desk.sync.turnOff();
    await desk.sync.joinByKit(code);
    expect(desk.names()).toEqual(['One']);
  });

  it('is written before anything is sent that follows from it', async () => {
    const { desk, service } = await turnedOn();
    await desk.add('Two');
    const write = desk.disk.file.write.bind(desk.disk.file);
    const before = service.sent.length;
    desk.disk.file.write = async () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    await expect(desk.sync.look()).rejects.toMatchObject({
      code: 'SYNC_NOT_KEPT',
      data: { reason: 'ENOSPC' },
    });
    expect(await desk.on()).toMatchObject({ trouble: { code: 'notWritten', next: 'makeWritable' } });
    expect(service.sent).toHaveLength(before);
    desk.disk.file.write = write;
    await desk.sync.look();
    expect(await desk.on()).toMatchObject({ trouble: null, pending: [] });
  });

  it('holds no name and no secret in what it writes, sends and logs', async () => {
    const { desk, service } = await turnedOn();
    const label = 'LATCHKEY-CANARY-LABEL';
    const secret = 'LATCHKEY-CANARY-SECRET';
    await desk.add(label, secret);
    await desk.sync.look();
    const file = await desk.disk.file.read();
    const everything = [...service.sent, file ?? new Uint8Array(), Buffer.from(desk.log.lines.join('\n'))];
    const views = Buffer.from(JSON.stringify(await desk.on()));
    for (const canary of [label, secret]) {
      const forms = [
        canary,
        Buffer.from(canary).toString('base64').slice(0, -4),
        Buffer.from(canary).toString('hex'),
      ];
      for (const bytes of [...everything, views])
        for (const form of forms) expect(Buffer.from(bytes).includes(form)).toBe(false);
    }
    // The search finds what is there: the name that a computer gives itself is no secret.
    expect(service.sent.some((bytes) => Buffer.from(bytes).includes('Desk'))).toBe(true);
  });
});
