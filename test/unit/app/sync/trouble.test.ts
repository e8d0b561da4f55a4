/** Whatever the service says, no code is lost here, and the person is told what to do. */
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/app/failure.ts';
import type { SyncTrouble } from '../../../../src/contract/sync.ts';
import { createSyncComputer, createSyncService, turnOnSync } from '../../../rig/sync.ts';

async function two() {
  const service = createSyncService();
  const desk = await createSyncComputer(service, 'Desk');
  const lap = await createSyncComputer(service, 'Lap');
  await desk.add('One');
  await desk.add('Two');
  await lap.sync.joinByKit(await turnOnSync(desk));
  await desk.sync.look();
  return { service, desk, lap };
}

const refusals: [Failure, Pick<SyncTrouble, 'code' | 'next'>][] = [
  [new Failure('SERVER_UNREACHABLE', { trouble: 'offline' }), { code: 'offline', next: 'wait' }],
  [new Failure('UNAUTHENTICATED', { reason: 'session' }), { code: 'signedOut', next: 'signIn' }],
  [new Failure('OTHER_STEP'), { code: 'signedOut', next: 'signIn' }],
  [new Failure('RATE_LIMITED', { retryAfterSeconds: 9 }), { code: 'busy', next: 'wait' }],
  [new Failure('SYNC_OFF'), { code: 'ended', next: 'joinAgain' }],
  [new Failure('SYNC_NOT_MEMBER'), { code: 'notMember', next: 'tryAgain' }],
];

describe('trouble', () => {
  it.each(refusals.map(([failure, trouble]) => [failure.code, failure, trouble] as const))(
    'of %s changes nothing here, and goes when the service answers again',
    async (_, failure, trouble) => {
      const { service, lap } = await two();
      await lap.add('Three');
      service.hook = () => {
        throw failure;
      };
      await expect(lap.sync.look()).rejects.toBe(failure);
      expect(await lap.on()).toMatchObject({ trouble, pending: [] });
      expect(lap.names()).toEqual(['One', 'Three', 'Two']);
      service.hook = () => {};
      await lap.sync.look();
      expect(await lap.on()).toMatchObject({ trouble: null, pending: [] });
      expect(service.server.items.size).toBe(3);
    },
  );

  it('of a log that does not hold is said to a computer that waits, which joins once it holds', async () => {
    const { service, desk } = await two();
    const third = await createSyncComputer(service, 'Third');
    await third.sync.join();
    const real = service.server;
    const [first = new Uint8Array(), ...others] = real.entries;
    service.server = Object.assign(real.clone(), { entries: [first.slice(0, -1), ...others] });
    await expect(third.sync.look()).rejects.toMatchObject({
      code: 'SYNC_STOPPED',
      data: { fault: 'MALFORMED' },
    });
    const view = await third.view();
    expect(view).toMatchObject({
      stage: 'waiting',
      trouble: { code: 'stopped', next: 'tryAgain', fault: 'MALFORMED' },
    });
    expect(third.log.lines).toEqual([]);
    service.server = real;
    await desk.sync.add(view.stage === 'waiting' ? view.words.join(' ') : '');
    await third.sync.look();
    expect(third.names()).toEqual(['One', 'Two']);
  });

  it('of an empty history stops sync until the person says to go on', async () => {
    const { service, desk, lap } = await two();
    const real = service.server;
    service.server = Object.assign(real.clone(), { manifests: [], items: new Map() });
    await lap.sync.look();
    expect(await lap.on()).toMatchObject({
      trouble: { code: 'stopped', next: 'tryAgain', fault: 'WENT_BACK' },
    });
    expect(lap.names()).toEqual(['One', 'Two']);
    const sent = service.sent.length;
    await lap.add('Meanwhile');
    await lap.sync.look();
    await lap.sync.tryAgain();
    expect(await lap.on()).toMatchObject({ trouble: { code: 'stopped', fault: 'WENT_BACK' } });
    expect(service.sent).toHaveLength(sent);
    service.server = real;
    await lap.sync.tryAgain();
    expect(await lap.on()).toMatchObject({ trouble: null, pending: [] });
    await desk.sync.look();
    expect(desk.names()).toEqual(['Meanwhile', 'One', 'Two']);
  });

  it('of two histories stops sync where the other one is shown, and applies none of it', async () => {
    const { service, desk, lap } = await two();
    const [one, other] = [service.server, service.server.clone()];
    await desk.add('In the one');
    await desk.sync.look();
    service.server = other;
    await lap.add('In the other');
    await lap.sync.look();
    service.server = one;
    await lap.sync.look();
    expect(await lap.on()).toMatchObject({ trouble: { code: 'stopped', next: 'tryAgain', fault: 'FORKED' } });
    expect(lap.names()).toEqual(['In the other', 'One', 'Two']);
  });

  it('of a lost answer doubles nothing: what was sent goes again byte for byte', async () => {
    const { service, desk, lap } = await two();
    await lap.add('Three');
    service.hook = (call, moment) => {
      if (call === 'push' && moment === 'after')
        throw new Failure('SERVER_UNREACHABLE', { trouble: 'offline' });
    };
    await expect(lap.sync.look()).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' });
    service.hook = () => {};
    await lap.sync.look();
    await desk.sync.look();
    expect(desk.names()).toEqual(['One', 'Three', 'Two']);
    expect([...new Set(service.server.manifests)]).toHaveLength(service.server.manifests.length);
    expect(await lap.on()).toMatchObject({ trouble: null, pending: [] });
  });

  it('of a factor that is to be checked again leaves nothing on its way', async () => {
    const { service, desk, lap } = await two();
    const { members } = await desk.on();
    const id = members.find(({ name }) => name === 'Lap')?.id ?? '';
    service.hook = (call) => {
      if (call === 'propose') throw new Failure('STEP_UP_REQUIRED');
    };
    await expect(desk.sync.remove({ id })).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await desk.add('Three');
    await desk.sync.look();
    await lap.sync.look();
    expect(lap.names()).toEqual(['One', 'Three', 'Two']);
    expect(await desk.on()).toMatchObject({ trouble: null, renewals: [] });
    service.hook = () => {};
    await desk.sync.remove({ id });
    expect((await desk.on()).members.map(({ name }) => name)).toEqual(['Desk', '']);
  });
});

describe('the schedule', () => {
  it('pushes after each change, looks after the opening and each minute, and begins nothing more once closed', async () => {
    const { service, desk, lap } = await two();
    await desk.crash();
    const again = await createSyncComputer(service, 'Desk', desk.disk);
    const until = async (isSo: () => boolean) => {
      for await (const _ of again.sync.watch()) if (isSo()) return;
    };
    again.sync.start();
    await again.add('Three');
    await until(() => service.server.items.size === 3);
    await lap.add('Four');
    await lap.sync.look();
    expect(again.names()).not.toContain('Four');
    await expect.poll(() => again.clock.waits()).toContain(60_000);
    again.clock.move(60_000);
    await until(() => again.names().includes('Four'));
    await again.crash();
    const calls = service.calls.length;
    again.clock.move(600_000);
    expect(service.calls).toHaveLength(calls);
  });

  it('looks at once when the service says that there is news, as long as the vault is open', async () => {
    const { service, desk, lap } = await two();
    lap.sync.start();
    await expect.poll(() => service.news.size).toBe(1);
    await desk.add('News');
    await desk.sync.look();
    for (const tell of service.news) tell();
    await expect.poll(() => lap.names()).toContain('News');
    await lap.crash();
    expect(service.news.size).toBe(0);
  });

  it('shows words until somebody lets the computer in, and asks again before its request lapses', async () => {
    const { service, desk } = await two();
    const third = await createSyncComputer(service, 'Third');
    third.sync.start();
    await third.sync.join();
    const view = await third.view();
    if (view.stage !== 'waiting') throw new Error(view.stage);
    expect(service.requests).toHaveLength(1);
    third.clock.move(30 * 60_000);
    await expect.poll(() => service.requests.length).toBe(2);
    expect(service.requests[1]).toEqual(service.requests[0]);
    await desk.sync.add(view.qrText);
    await expect.poll(() => third.clock.waits()).toContain(3_000);
    third.clock.move(3_000);
    for await (const seen of third.sync.watch()) if (seen.stage === 'on' && seen.agreedAt !== null) break;
    expect(third.names()).toEqual(['One', 'Two']);
    await third.crash();
  });
});
