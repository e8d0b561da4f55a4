import { homedir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { failureOf, startPart } from '../../../src/account-service/trial/failure.ts';

describe('what is told of a trial that did not start', () => {
  it('names the part and its reason', async () => {
    const start = startPart('inbox', () => Promise.reject(new Error('listen EADDRINUSE 127.0.0.1:1080')));
    expect(failureOf(await start.catch((error: unknown) => error))).toEqual({
      part: 'inbox',
      reason: 'listen EADDRINUSE 127.0.0.1:1080',
    });
  });

  it('is the service where no part is to blame, and no reason where none was given', () => {
    expect(failureOf(undefined)).toEqual({ part: 'service', reason: '' });
    expect(failureOf(new Error('- SECRET_KEYS: wrong\n- PORT: wrong')).reason).toBe(
      '- SECRET_KEYS: wrong - PORT: wrong',
    );
  });

  it.each([
    ['a path', `could not open "${homedir()}/private/cluster/PG_VERSION"`, 'could not open "…"'],
    ['a path of Windows', String.raw`no file C:\Users\ann\cluster`, 'no file …'],
    [
      'an address with a password',
      'no answer of postgres://latchkey:hunter2@localhost/x?y=1',
      'no answer of …',
    ],
  ])('leaves out %s', (_, message, reason) => {
    expect(failureOf(new Error(message)).reason).toBe(reason);
  });

  it('is short enough for a notice, with no character cut in two', () => {
    expect(failureOf(new Error('🗝'.repeat(400))).reason).toBe('🗝'.repeat(300));
  });
});
