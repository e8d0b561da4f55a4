import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { totpCode } from '../../../src/core/otp/code.ts';
import { decodeBase32 } from '../../../src/core/otp/base32.ts';
import { nextOf, startApplication } from '../../rig/application.ts';

const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const day = 86_400_000;
/** The clock is set by up to a day either way, while up to a minute passes before it. */
const jumps = fc.record({ pass: fc.nat(60_000), by: fc.integer({ min: -day, max: day }) });

describe('whatever the clock is set to', () => {
  let app: Awaited<ReturnType<typeof startApplication>>;
  let id: string;
  let onClipboard = '';

  beforeEach(async () => {
    onClipboard = '';
    app = await startApplication({
      clipboard: {
        kind: 'application',
        write: async (text) => {
          onClipboard = text;
          return true;
        },
        clearIf: async (text) => void (onClipboard = onClipboard === text ? '' : onClipboard),
      },
    });
    const { previews } = await app.client.scan.text({ text: `otpauth://totp/RFC:x?secret=${key}` });
    const previewId = previews[0]?.previewId ?? '';
    ({ entryId: id } = await app.client.previews.accept({ previewId, issuer: 'RFC', account: 'x' }));
  });
  afterEach(() => app.stop());

  const right = (correctionMs = 0) => {
    const secret = decodeBase32(key);
    const at = app.clock.now() + correctionMs;
    return totpCode({ kind: 'totp', secret, algorithm: 'SHA1', digits: 6, period: 30 }, at);
  };

  it('the list and what is copied are the code of the time', async () => {
    await fc.assert(
      fc.asyncProperty(jumps, async ({ pass, by }) => {
        const stop = new AbortController();
        const events = await app.client.codes.watch(undefined, { signal: stop.signal });
        await nextOf(events);
        app.clock.move(pass % 29_000);
        app.clock.jump(by);
        let heard = await nextOf(events);
        while (heard.at !== app.clock.now()) heard = await nextOf(events);
        const { code, next, validFrom, validUntil } = right();
        expect(heard.codes).toEqual([{ id, code, next, validFrom, validUntil }]);
        await app.client.codes.copy({ id, which: 'current' });
        expect(onClipboard).toBe(code);
        await app.client.codes.copy({ id, which: 'next' });
        expect(onClipboard).toBe(next);
        stop.abort();
      }),
      { numRuns: 60 },
    );
  });

  it('the list, a look and what is copied are the code of the time that the person corrects the clock to', async () => {
    const stop = new AbortController();
    const events = await app.client.codes.watch(undefined, { signal: stop.signal });
    await nextOf(events);
    for (const codeCorrectionMs of [-90_000, 45_000, day, 0]) {
      await app.client.preferences.set({ codeCorrectionMs });
      const { code, next, validFrom, validUntil } = right(codeCorrectionMs);
      const at = app.clock.now() + codeCorrectionMs;
      expect(await nextOf(events)).toEqual({ at, codes: [{ id, code, next, validFrom, validUntil }] });
      await app.client.codes.copy({ id, which: 'current' });
      expect(onClipboard).toBe(code);
      const settings = { id, kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, counter: 0 } as const;
      expect(await app.client.entries.look(settings)).toEqual({ code, remainingMs: validUntil - at });
      app.clock.move(validUntil - at);
      let heard = await nextOf(events);
      while (heard.at !== validUntil) heard = await nextOf(events);
      expect(heard.codes).toMatchObject([{ id, code: next }]);
    }
    stop.abort();
  });

  it('a copied code leaves the clipboard when its time has passed, and not before; a sleep counts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(jumps, { minLength: 1, maxLength: 4 }), async (several) => {
        const { clearAfterMs } = await app.client.codes.copy({ id, which: 'current' });
        let passed = 0;
        for (const { pass, by } of several) {
          app.clock.move(pass);
          app.clock.jump(by);
          // A clock that goes forward by itself is a computer that slept.
          passed += pass + Math.max(0, by);
          expect(onClipboard === '').toBe(passed >= clearAfterMs);
        }
        app.clock.move(Math.max(0, clearAfterMs - passed - 1));
        expect(onClipboard === '').toBe(passed >= clearAfterMs);
        app.clock.move(2);
        expect(onClipboard).toBe('');
      }),
    );
  });
});
