import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { textLimits } from '../../../src/contract/limits.ts';
import { givenServer } from '../../../src/adapters/given-server.ts';
import { followDeepLinks } from '../../../src/main/deep-links.ts';
import { partly } from './partly.ts';

const link = 'latchkey://activate?server=https%3A%2F%2Faccount.example.org&token=abc';

function started(argv: string[]) {
  const calls: string[] = [];
  let openUrl: (url: string) => void = () => undefined;
  const app = partly<Pick<App, 'on'>>({
    on(event: string, listener: (...details: never[]) => void) {
      expect(event).toBe('open-url');
      const details = { preventDefault: () => void calls.push('default prevented') };
      openUrl = (url) => Reflect.apply(listener, undefined, [details, url]);
      return partly<App>({});
    },
  });
  const again = followDeepLinks(app, argv, {
    open: (raw) => void calls.push(`open ${raw}`),
    comeForward: () => void calls.push('forward'),
  });
  const fresh = calls.splice(0);
  return { fresh, calls, again, openUrl };
}

describe('a link that the operating system opens', () => {
  it('comes with the arguments of a cold start, in the packaged application as in a checkout', () => {
    expect(started(['/opt/Latchkey/latchkey-desktop', link]).fresh).toEqual([`open ${link}`]);
    expect(started(['electron', '--no-sandbox', '.', link]).fresh).toEqual([`open ${link}`]);
  });

  it('comes with those of a second start, among the switches that Chromium adds', () => {
    const { again, calls } = started(['latchkey']);
    again(['latchkey', '--allow-file-access-from-files', link, '--original-process-start-time=1']);
    expect(calls).toEqual([`open ${link}`]);
  });

  it('comes as an event on macOS, which is then not looked at by anybody else', () => {
    const { openUrl, calls } = started(['latchkey']);
    openUrl(link);
    expect(calls).toEqual(['default prevented', `open ${link}`]);
  });

  it('may hold set-up codes', () => {
    for (const setUp of ['otpauth://totp/x?secret=GEZDGNBV', 'otpauth-migration://offline?data=x']) {
      expect(started(['latchkey', setUp]).fresh).toEqual([`open ${setUp}`]);
    }
  });

  it('is one only with exactly this scheme', () => {
    const others = [
      'latchkey:activate',
      'LATCHKEY://activate',
      'latchkey-evil://x',
      'xlatchkey://x',
      '--link=latchkey://x',
    ];
    const { again, calls } = started(['latchkey', ...others]);
    again(['latchkey', ...others]);
    expect(calls).toEqual(['forward']);
  });

  it('that is longer than any link goes on as far as tells that it is', () => {
    const { openUrl, again, calls } = started(['latchkey']);
    const long = `latchkey://activate?${'a'.repeat(textLimits.link)}`;
    const told = `open ${long.slice(0, textLimits.link + 1)}`;
    openUrl(long);
    again(['latchkey', long]);
    expect(calls).toEqual(['default prevented', told, told]);
  });
});

describe('the account server', () => {
  const parent = new EventEmitter();
  const trial = {
    LATCHKEY_SERVER: 'http://127.0.0.1:20001',
    LATCHKEY_TRIAL_INBOX: 'http://127.0.0.1:20002',
  };

  it('is the one of the environment, with the inbox of a trial', () => {
    expect(givenServer({ LATCHKEY_SERVER: 'https://account.example.org' }, parent)).toEqual({
      address: 'https://account.example.org',
      trialInbox: null,
    });
    expect(givenServer(trial, parent)).toMatchObject({
      address: 'http://127.0.0.1:20001',
      trialInbox: 'http://127.0.0.1:20002',
    });
  });

  it('says why a trial is not up, as the start says it', () => {
    const server = givenServer(trial, parent);
    expect(server?.failure?.()).toBeNull();
    const failure = { part: 'inbox', reason: 'The port is taken' };
    parent.emit('message', failure);
    expect(server?.failure?.()).toEqual(failure);
    parent.emit('message', 'none');
    expect(server?.failure?.()).toBeNull();
  });

  it('is left to the settings where the environment says none', () => {
    expect(givenServer({}, parent)).toBeUndefined();
    expect(
      givenServer({ LATCHKEY_SERVER: 'none', LATCHKEY_TRIAL_INBOX: 'http://127.0.0.1:1' }, parent),
    ).toBeUndefined();
  });
});
