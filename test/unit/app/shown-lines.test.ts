import { afterEach, beforeEach, expect, it } from 'vitest';
import { nextOf, startApplication } from '../../rig/application.ts';

let app: Awaited<ReturnType<typeof startApplication>>;
beforeEach(async () => {
  app = await startApplication();
});
afterEach(() => app.stop());

it.each(['\u202e', '\u2066', '\u200f', '\u2028', '\u061c', '\x9b', '\x1b'])(
  'a label out of a QR code can’t rearrange a line of the window: %j',
  async (control) => {
    const label = encodeURIComponent(`Bank${control}knaB:me${control}`);
    const { previews } = await app.client.scan.text({
      text: `otpauth://totp/${label}?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ`,
    });
    const { previewId = '', issuer = '', account = '' } = previews[0] ?? {};
    await app.client.previews.accept({ previewId, issuer, account });
    const { entries } = await nextOf(await app.client.entries.watch());
    expect(entries).toHaveLength(1);
    const shown = [issuer, account, entries[0]?.issuer ?? '', entries[0]?.account ?? ''];
    expect(shown.join('')).toContain('knaB');
    expect(shown.join('')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
  },
);
