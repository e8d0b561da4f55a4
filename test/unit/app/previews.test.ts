import { expect, it } from 'vitest';
import { createWaiting } from '../../../src/app/previews/waiting.ts';
import { previewLimit } from '../../../src/contract/limits.ts';
import { parseOtpauth } from '../../../src/core/otpauth/parse.ts';
import { createManualClock } from '../../rig/manual-clock.ts';

const read = parseOtpauth('otpauth://totp/ACME:me?secret=GEZDGNBVGY3TQOJQ');
if (!read.ok) throw new Error(read.refusal.code);
const { value } = read;
const many = (count: number) => Array.from({ length: count }, () => value);
const minute = 60_000;

it('previews that do not fit are refused whole, and none that waits is forgotten', () => {
  const waiting = createWaiting(createManualClock(0));
  const first = waiting.add(many(10_000));
  expect(() => waiting.add(many(previewLimit - 9_999))).toThrow('PREVIEWS_FULL');
  expect(first.every((id) => waiting.get(id) === value)).toBe(true);

  expect(waiting.add(many(previewLimit - 10_000))).toHaveLength(previewLimit - 10_000);
  expect(() => waiting.add(many(1))).toThrow('PREVIEWS_FULL');
  waiting.forget(first.slice(0, 1));
  expect(waiting.add(many(1))).toHaveLength(1);
});

it('each preview is forgotten 15 minutes after it was read, however many came before or after it', () => {
  const clock = createManualClock(0);
  const waiting = createWaiting(clock);
  const isHere = (id: string | undefined) => id !== undefined && waiting.get(id) !== undefined;
  const [first] = waiting.add(many(1));
  clock.move(10 * minute);
  const [second, answered] = waiting.add(many(2));
  waiting.forget(answered === undefined ? [] : [answered]);
  clock.move(5 * minute - 1);
  expect([first, second].map(isHere)).toEqual([true, true]);
  clock.move(1);
  expect([first, second].map(isHere)).toEqual([false, true]);
  clock.move(10 * minute - 1);
  expect(isHere(second)).toBe(true);
  clock.move(1);
  expect(isHere(second)).toBe(false);

  // The next one gets its whole time too.
  const [third] = waiting.add(many(1));
  waiting.forgetAll();
  expect(isHere(third)).toBe(false);
  const [fourth] = waiting.add(many(1));
  clock.move(15 * minute - 1);
  expect(isHere(fourth)).toBe(true);
  clock.move(1);
  expect(isHere(fourth)).toBe(false);
});
