import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/app/failure.ts';
import { createSyncComputer, createSyncService, letIn, NOW, turnOnSync } from '../../../rig/sync.ts';

/** Two computers that are in. */
async function two() {
  const service = createSyncService();
  const desk = await createSyncComputer(service, 'Desk');
  const lap = await createSyncComputer(service, 'Lap');
  const code = await turnOnSync(desk);
  // With the kit: words take a derivation on either side.
  await lap.sync.joinByKit(code);
  return { service, desk, lap, code };
}

describe('sync', () => {
  it('is off until the person turns it on, and asks nothing', async () => {
    const service = createSyncService();
    const desk = await createSyncComputer(service, 'Desk');
    desk.sync.start();
    await desk.add('One');
    expect(await desk.view()).toEqual({ stage: 'off' });
    expect(service.calls).toEqual([]);
    await desk.crash();
  });

  it('is turned on with the kit of this vault only, and only once', async () => {
    const service = createSyncService();
    const [desk, lap] = [await createSyncComputer(service, 'Desk'), await createSyncComputer(service, 'Lap')];
    const other = await lap.makeKit();
    await expect(desk.sync.turnOn(other)).rejects.toMatchObject({ code: 'KIT_NOT_MADE' });
    const code = await desk.makeKit();
    await expect(desk.sync.turnOn(other)).rejects.toMatchObject({ code: 'KIT_WRONG' });
    expect(service.calls).toEqual([]);
    await desk.sync.turnOn(code);
    const { members, pending, trouble } = await desk.on();
    expect(members.map(({ kind, name, isSelf }) => ({ kind, name, isSelf }))).toEqual([
      { kind: 'device', name: 'Desk', isSelf: true },
      { kind: 'kit', name: '', isSelf: false },
    ]);
    expect({ pending, trouble }).toEqual({ pending: [], trouble: null });
    await expect(desk.sync.turnOn(code)).rejects.toMatchObject({ code: 'SYNC_STEP' });
    await expect(lap.sync.turnOn(other)).rejects.toMatchObject({ code: 'SYNC_ELSEWHERE' });
    expect(await lap.view()).toEqual({ stage: 'off' });
  });

  it('brings what was there and what comes to a computer that is let in by its words', async () => {
    const service = createSyncService();
    const [desk, lap] = [await createSyncComputer(service, 'Desk'), await createSyncComputer(service, 'Lap')];
    await desk.add('Before');
    await lap.add('Own');
    await turnOnSync(desk);
    await letIn(desk, lap);
    await desk.sync.look();
    expect(lap.names()).toEqual(['Before', 'Own']);
    expect(desk.names()).toEqual(['Before', 'Own']);
    expect(desk.secrets()).toEqual(['secret of Before', 'secret of Own']);
    await desk.add('Later');
    await desk.sync.look();
    await lap.sync.look();
    expect(lap.names()).toEqual(['Before', 'Later', 'Own']);
    const { members } = await lap.on();
    expect(members.map(({ name }) => name)).toEqual(['Desk', '', 'Lap']);
    expect(members.at(-1)?.addedBy).toBe(members[0]?.id);
  });

  it('lets nobody in by other words, and says what is wrong with them', async () => {
    const { desk, service } = await two();
    const third = await createSyncComputer(service, 'Third');
    await third.sync.join();
    const words = `${'zoo '.repeat(5)}zone`;
    await expect(desk.sync.add(words)).rejects.toMatchObject({ code: 'JOIN_NOT_ASKED' });
    const typo = desk.sync.add('zoo zoo zoo zoo zoo zonne');
    await expect(typo).rejects.toMatchObject({
      code: 'JOIN_WORD_UNKNOWN',
      data: { place: 6, meant: ['zone'] },
    });
    const few = desk.sync.add('zoo zoo');
    await expect(few).rejects.toMatchObject({ code: 'JOIN_WORDS_COUNT', data: { count: 2 } });
    await third.sync.look();
    expect(await third.view()).toMatchObject({ stage: 'waiting', trouble: null });
    await third.sync.cancel();
    expect(await third.view()).toEqual({ stage: 'off' });
  });

  it('takes its request back when it gives up, and gives up all the same where the service does not answer', async () => {
    const { desk, service } = await two();
    const third = await createSyncComputer(service, 'Third');
    const words = async () => {
      await third.sync.join();
      const view = await third.view();
      return view.stage === 'waiting' ? view.words.join(' ') : '';
    };
    const shown = await words();
    expect(service.requests).toHaveLength(1);
    await third.sync.cancel();
    expect(service.requests).toEqual([]);
    await expect(desk.sync.add(shown)).rejects.toMatchObject({ code: 'JOIN_NOT_ASKED' });
    await words();
    await third.sync.turnOff();
    expect(service.requests).toEqual([]);
    await words();
    service.hook = () => {
      throw new Failure('SERVER_UNREACHABLE', { trouble: 'offline' });
    };
    await third.sync.cancel();
    expect(await third.view()).toEqual({ stage: 'off' });
  });

  it('brings everything back on a third computer with the kit alone', async () => {
    const { desk, lap, service, code } = await two();
    await desk.add('One');
    await desk.sync.look();
    await lap.sync.look();
    const third = await createSyncComputer(service, 'Third');
    const wrong = await third.makeKit();
    await expect(third.sync.joinByKit(wrong)).rejects.toMatchObject({ code: 'SYNC_KIT_UNKNOWN' });
    await third.sync.joinByKit(code);
    expect(third.names()).toEqual(['One']);
    await third.add('Two');
    await third.sync.look();
    await desk.sync.look();
    expect(desk.names()).toEqual(['One', 'Two']);
  });

  it('says until when it goes on with nobody signed in, and that the trust is why it waits', async () => {
    const { desk, service } = await two();
    expect((await desk.on()).aloneUntil).toBeNull();
    const until = NOW + 60_000;
    service.trustedUntil = until;
    await desk.sync.look();
    expect((await desk.on()).aloneUntil).toBe(until);
    service.hook = () => {
      throw new Failure('OTHER_STEP');
    };
    await expect(desk.sync.look()).rejects.toMatchObject({ code: 'OTHER_STEP' });
    expect((await desk.on()).trouble).toMatchObject({ code: 'signedOut', next: 'signIn' });
    desk.clock.moveTo(until);
    await expect(desk.sync.look()).rejects.toMatchObject({ code: 'OTHER_STEP' });
    const { aloneUntil, trouble } = await desk.on();
    expect({ aloneUntil, trouble }).toMatchObject({
      aloneUntil: null,
      trouble: { code: 'trustEnded', next: 'signIn' },
    });
  });

  it('gives up its pass when it is turned off here', async () => {
    const { desk, service } = await two();
    service.trustedUntil = NOW + 60_000;
    await desk.sync.look();
    expect(service.passUntil).toBe(service.trustedUntil);
    await desk.sync.turnOff();
    expect(service.passUntil).toBeNull();
  });

  it('goes on where a pass cannot be had now', async () => {
    const { desk, service, lap } = await two();
    service.remote.takePass = async () => {
      throw new Failure('RATE_LIMITED', { retryAfterSeconds: 60 });
    };
    await desk.add('All the same');
    await desk.sync.look();
    await lap.sync.look();
    expect(lap.names()).toEqual(['All the same']);
    expect(await desk.on()).toMatchObject({ trouble: null, aloneUntil: null });
  });

  it('merges what was changed on both without a network', async () => {
    const { desk, lap } = await two();
    const entry = await desk.add('Shared');
    await desk.sync.look();
    await lap.sync.look();
    await desk.rename(entry.id, 'By the desk');
    await lap.add('New on the lap');
    await lap.vault.change((document) => ({
      ...document,
      entries: document.entries.map((one) => (one.id === entry.id ? { ...one, note: 'From the lap' } : one)),
    }));
    await desk.sync.look();
    await lap.sync.look();
    await desk.sync.look();
    for (const { vault, names } of [desk, lap]) {
      expect(names()).toEqual(['By the desk', 'New on the lap']);
      expect(vault.document()?.entries.find(({ id }) => id === entry.id)?.note).toBe('From the lap');
    }
  });

  it('merges what is changed while an answer is being applied', async () => {
    const { desk, lap } = await two();
    const { id } = await desk.add('Shared');
    await desk.sync.look();
    await lap.sync.look();
    await desk.rename(id, 'By the desk');
    await desk.sync.look();
    const write = lap.disk.file.write.bind(lap.disk.file);
    lap.disk.file.write = async (bytes) => {
      lap.disk.file.write = write;
      await lap.add('Meanwhile');
      await write(bytes);
    };
    await lap.sync.look();
    await desk.sync.look();
    expect([lap.names(), desk.names()]).toEqual([
      ['By the desk', 'Meanwhile'],
      ['By the desk', 'Meanwhile'],
    ]);
  });

  it('keeps a generation of the vault before anything is applied', async () => {
    const { desk, lap } = await two();
    await lap.add('Mine');
    const before = (await lap.vault.olderStates()).length;
    await desk.add('Theirs');
    await desk.sync.look();
    await lap.sync.look();
    const [newest] = await lap.vault.olderStates();
    expect(await lap.vault.olderStates()).toHaveLength(before + 1);
    const older = await newest?.open();
    if (typeof older !== 'object') throw new Error('it does not open');
    expect(older.entries.map(({ issuer }) => issuer)).toEqual(['Mine']);
  });

  it('asks before many deletions of another computer, and does what the person says', async () => {
    for (const answer of ['keep', 'delete'] as const) {
      const { desk, lap } = await two();
      const names = ['A', 'B', 'C', 'D'];
      for (const name of names) await desk.add(name);
      await desk.sync.look();
      await lap.sync.look();
      await desk.trash('A', 'B');
      await desk.sync.look();
      await lap.sync.look();
      const { question } = await lap.on();
      expect(question?.deleted).toHaveLength(2);
      expect(lap.names()).toEqual(names);
      await lap.sync.look();
      expect(lap.names()).toEqual(names);
      await lap.sync.answer({ manifest: question?.manifest ?? '', answer });
      await desk.sync.look();
      const left = answer === 'keep' ? names : ['C', 'D'];
      expect([lap.names(), desk.names()]).toEqual([left, left]);
      expect(await lap.on()).toMatchObject({ question: null, trouble: null });
    }
  });

  it('keeps both codes of a conflict until the person says which works', async () => {
    const { desk, lap } = await two();
    const { id } = await desk.add('Site');
    await desk.sync.look();
    await lap.sync.look();
    const give = (computer: typeof desk, secret: string) =>
      computer.vault.change((document) => ({
        ...document,
        entries: document.entries.map((one) => ({
          ...one,
          parameters: { ...one.parameters, secret: Buffer.from(secret) },
        })),
      }));
    await give(desk, 'of the desk');
    await give(lap, 'of the lap');
    await desk.sync.look();
    await lap.sync.look();
    await desk.sync.look();
    for (const computer of [desk, lap]) {
      expect(computer.secrets()).toEqual(['of the desk', 'of the lap']);
      expect((await computer.on()).conflicts).toMatchObject([{ first: id }]);
    }
    const { conflicts } = await desk.on();
    await desk.sync.resolve({ second: conflicts[0]?.second ?? '', works: 'first' });
    await desk.sync.look();
    await lap.sync.look();
    expect(lap.secrets()).toEqual(desk.secrets());
    expect(lap.secrets()).toHaveLength(1);
    expect([(await desk.on()).conflicts, (await lap.on()).conflicts]).toEqual([[], []]);
  });

  it('asks no more about a conflict of which both codes work', async () => {
    const { desk, lap } = await two();
    await desk.add('Site');
    await desk.sync.look();
    await lap.sync.look();
    for (const [computer, digits] of [
      [desk, 7],
      [lap, 8],
    ] as const) {
      await computer.vault.change((document) => ({
        ...document,
        entries: document.entries.map((one) =>
          one.parameters.kind === 'steam' ? one : { ...one, parameters: { ...one.parameters, digits } },
        ),
      }));
    }
    await desk.sync.look();
    await lap.sync.look();
    const [conflict] = (await lap.on()).conflicts;
    await lap.sync.resolve({ second: conflict?.second ?? '', works: 'both' });
    expect((await lap.on()).conflicts).toEqual([]);
    expect(lap.names()).toEqual(['Site', 'Site']);
  });

  it('says that what was changed here stayed although it was deleted elsewhere', async () => {
    const { desk, lap } = await two();
    const { id } = await desk.add('Site');
    await desk.sync.look();
    await lap.sync.look();
    await desk.trash('Site');
    await lap.rename(id, 'Still used');
    await desk.sync.look();
    await lap.sync.look();
    expect(lap.names()).toEqual(['Still used']);
    expect((await lap.on()).kept).toEqual([id]);
  });

  it('shows a removed computer nothing new, and lists what it knew', async () => {
    const { desk, lap, service } = await two();
    const { id } = await desk.add('Known');
    await desk.sync.look();
    await lap.sync.look();
    const gone = (await desk.on()).members.find(({ name }) => name === 'Lap')?.id ?? '';
    await desk.sync.remove({ id: gone });
    const sealedBefore = service.sent.length;
    await desk.add('Secret to the lap');
    await desk.sync.look();
    await lap.sync.look();
    expect(await lap.on()).toMatchObject({ trouble: { code: 'removed', next: 'joinAgain', fault: null } });
    expect(lap.names()).toEqual(['Known']);
    expect(service.sent.length).toBeGreaterThan(sealedBefore);
    expect((await desk.on()).renewals).toEqual([{ member: gone, name: 'Lap', entries: [id] }]);
    await desk.sync.renewed({ member: gone, entry: id });
    expect((await desk.on()).renewals).toEqual([]);
    await expect(desk.sync.remove({ id: gone })).rejects.toMatchObject({ code: 'MEMBER_NOT_FOUND' });
    const self = (await desk.on()).members.find(({ isSelf }) => isSelf)?.id ?? '';
    await expect(desk.sync.remove({ id: self })).rejects.toMatchObject({ code: 'MEMBER_SELF' });
    await expect(lap.sync.tryAgain()).rejects.toMatchObject({ code: 'SYNC_STOPPED' });
    // Its codes stay, and it may join again.
    await lap.sync.turnOff();
    expect(lap.names()).toEqual(['Known']);
    await letIn(desk, lap);
    expect(lap.names()).toEqual(['Known', 'Secret to the lap']);
  });

  it('puts a new kit in the place of the old one', async () => {
    const { desk, service, code } = await two();
    await desk.add('One');
    const next = await desk.makeKit();
    await desk.sync.addKit(next);
    expect((await desk.on()).members.filter(({ kind }) => kind === 'kit')).toHaveLength(1);
    const third = await createSyncComputer(service, 'Third');
    await expect(third.sync.joinByKit(code)).rejects.toMatchObject({ code: 'SYNC_KIT_UNKNOWN' });
    await third.sync.joinByKit(next);
    expect(third.names()).toEqual(['One']);
  });

  it('is turned off here without touching a code, and everywhere with nothing left at the service', async () => {
    const { desk, lap, service } = await two();
    await desk.add('One');
    await desk.sync.look();
    await lap.sync.look();
    await lap.sync.turnOff();
    expect(await lap.view()).toEqual({ stage: 'off' });
    expect(await lap.disk.file.read()).toBeNull();
    expect(lap.secrets()).toEqual(['secret of One']);
    await letIn(desk, lap);
    await desk.sync.turnOffEverywhere();
    expect(service.server.log).toBeNull();
    await expect(lap.sync.look()).rejects.toMatchObject({ code: 'SYNC_OFF' });
    expect(await lap.on()).toMatchObject({ trouble: { code: 'ended', next: 'joinAgain' } });
    expect([desk.names(), lap.names()]).toEqual([['One'], ['One']]);
    // Who has neither a computer that is in nor a kit begins anew.
    await lap.sync.turnOff();
    await turnOnSync(desk);
    const third = await createSyncComputer(service, 'Third');
    await third.sync.turnOffEverywhere();
    await turnOnSync(third);
    expect(await third.on()).toMatchObject({ trouble: null });
  });
});
