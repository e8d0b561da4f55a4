import { beforeEach, describe, expect, test } from 'vitest';
import { createServer, type Server } from '../../../../src/app/account/server.ts';
import type { TrialFailure } from '../../../../src/contract/account-state.ts';
import type { AccountApi, ApiAnswer } from '../../../../src/app/ports.ts';
import { createManualClock, type ManualClock } from '../../../rig/manual-clock.ts';
import { aServer } from './samples.ts';

const origin = 'https://account.example.org';
const { info } = aServer(origin);

let clock: ManualClock;
/** What each address answers; nothing where none is named. */
let answers: Record<string, ApiAnswer<unknown>>;
let asked: string[];
let isBack: boolean;
let isHungUp: boolean;

beforeEach(() => {
  clock = createManualClock(Date.UTC(2026, 0, 1));
  answers = {};
  asked = [];
  isBack = false;
  isHungUp = false;
});

const away: ApiAnswer<never> = { outcome: 'unusable', trouble: 'offline' };
const api: AccountApi = {
  computerName: 'Test',
  drift: () => 0,
  async look(at) {
    asked.push(at);
    return answers[at] ?? away;
  },
  ask: async () => away,
  hangUp: () => (isHungUp = true),
};
const serverAt = (address: string | null, outside = false, version = '0.1.0'): Server =>
  createServer(() => address, outside ? { trialInbox: null } : null, {
    api,
    clock,
    version,
    changed: () => {},
    back: () => (isBack = true),
  });
const says = (value: unknown, at = origin) => {
  answers[at] = { outcome: 'answered', value };
};
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the account server', () => {
  test('is none where none is set', async () => {
    const server = serverAt(null);
    await server.look();
    expect(server.state()).toMatchObject({ address: null, status: 'none', branding: null });
    expect(asked).toEqual([]);
  });

  test('is ready once it has said what it is, and its branding is shown', async () => {
    says({ ...info, portal: 'https://portal.example.org' });
    const server = serverAt(origin);
    expect(server.state().status).toBe('asking');
    await server.look();
    expect(server.state()).toMatchObject({
      address: origin,
      status: 'ready',
      branding: { name: 'Example accounts', portal: 'https://portal.example.org', trustDays: 11 },
    });
  });

  test.each([
    ['something else', { hello: 'world' }],
    ['nothing that can be read', null],
    [
      'a part of it',
      { name: info.name, url: info.url, minimumAppVersion: '0.1.0', apiVersion: info.apiVersion },
    ],
    [
      'that it is another one: it may be passing on what it gets',
      { ...info, url: 'https://other.example.org' },
    ],
  ])('is none of Latchkey where it says %s', async (_, value) => {
    says(value);
    const server = serverAt(origin);
    await server.look();
    expect(server.state().status).toBe('notLatchkey');
  });

  test.each([
    ['0.1.0', '0.1.1', 'appTooOld'],
    ['0.9.0', '0.10.0', 'appTooOld'],
    ['1.0.0-beta.1', '1.0.0', 'appTooOld'],
    ['1.0.0', '1', 'ready'],
    ['0.10.0', '0.9.0', 'ready'],
    ['0.1.0', 'whatever', 'ready'],
  ])('with Latchkey %s and %s wanted is %s', async (version, minimumAppVersion, status) => {
    says({ ...info, minimumAppVersion });
    const server = serverAt(origin, false, version);
    await server.look();
    expect(server.state().status).toBe(status);
  });

  test('that knows no version of the contract, or an older one, is too old', async () => {
    const { apiVersion: _, ...older } = info;
    for (const value of [older, { ...info, apiVersion: 0 }, { ...older, trustDays: undefined }]) {
      says(value);
      const server = serverAt(origin);
      await server.look();
      expect(server.state().status).toBe('serverTooOld');
    }
  });

  test('that wants a newer Latchkey says so even where the rest looks different', async () => {
    says({ name: 'Later', url: origin, minimumAppVersion: '9.0.0', apiVersion: 12 });
    const server = serverAt(origin);
    await server.look();
    expect(server.state().status).toBe('appTooOld');
  });

  test('that is away keeps its branding, and is asked again by itself', async () => {
    says(info);
    const server = serverAt(origin);
    await server.look();
    answers = {};
    await server.look();
    expect(server.state()).toMatchObject({ status: 'offline', branding: { name: 'Example accounts' } });
    says(info);
    clock.move(30_000);
    await settle();
    expect(server.state().status).toBe('ready');
    expect(isBack).toBe(true);
  });

  test('that is away is asked no more once it is closed', async () => {
    const server = serverAt(origin);
    await server.look();
    server.close();
    expect(isHungUp).toBe(true);
    // What was on its way ends as away, only now.
    await server.look();
    asked = [];
    clock.move(60_000);
    await settle();
    expect(asked).toEqual([]);
  });

  test('may be on this machine under another name, over plain HTTP', async () => {
    const here = 'http://127.0.0.1:8787';
    says(info, here);
    const server = serverAt(here, true);
    await server.look();
    expect(server.state()).toMatchObject({ status: 'ready', isFixed: true });
  });

  test('is not started while its trial says so, and is found when it is up after all', async () => {
    const here = 'http://127.0.0.1:8787';
    const broken: TrialFailure = { part: 'database', reason: 'no space left' };
    let failure: TrialFailure | null = null;
    const server = createServer(
      () => here,
      { trialInbox: 'http://127.0.0.1:1080', failure: () => failure },
      { api, clock, version: '0.1.0', changed: () => {}, back: () => (isBack = true) },
    );
    await server.look();
    expect(server.state()).toMatchObject({ status: 'offline', trialFailure: null });
    failure = broken;
    clock.move(1_000);
    await settle();
    expect(server.state()).toMatchObject({ status: 'notStarted', trialFailure: broken });
    await expect(server.ready()).rejects.toMatchObject({ data: { trouble: 'notStarted' } });
    says(info, here);
    clock.move(1_000);
    await settle();
    expect(server.state()).toMatchObject({ status: 'ready', trialFailure: null });
    expect(isBack).toBe(true);
  });

  test('set from outside to no address at all is none of Latchkey', async () => {
    const server = serverAt('http://account.example.org', true);
    await server.look();
    expect(server.state()).toMatchObject({ status: 'notLatchkey', isFixed: true });
    expect(asked).toEqual([]);
  });

  test('that a person types is kept as its origin, once it has shown what it is', async () => {
    says(info);
    const server = serverAt(null);
    const kept: string[] = [];
    await server.change(' account.example.org ', (it) => kept.push(it));
    expect(kept).toEqual([origin]);
    expect(server.state()).toMatchObject({ address: origin, status: 'ready', isFixed: false });
  });

  test('is not changed to one that is away', async () => {
    says(info);
    const server = serverAt(origin);
    await server.look();
    const kept: string[] = [];
    const change = server.change('https://other.example.org', (it) => kept.push(it));
    await expect(change).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE', data: { trouble: 'offline' } });
    expect(kept).toEqual([]);
    expect(server.state()).toMatchObject({ address: origin, status: 'ready' });
  });

  test.each([
    '',
    'not an address',
    'http://account.example.org',
    'ftp://account.example.org',
    'https://me@account.example.org',
    'https://account.example.org/path',
    'https://account.example.org/?query',
    'javascript:alert(1)',
  ])('is not changed to %j', async (typed) => {
    const change = serverAt(null).change(typed, () => {});
    await expect(change).rejects.toMatchObject({ code: 'SERVER_ADDRESS_INVALID' });
  });

  test('stays where the settings cannot be written', async () => {
    says(info);
    const server = serverAt(null);
    const change = server.change(origin, () => {
      throw new Error('full');
    });
    await expect(change).rejects.toThrow('full');
    expect(server.state().address).toBeNull();
  });
});
