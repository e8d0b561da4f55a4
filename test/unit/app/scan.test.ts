import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Preview } from '../../../src/contract/previews.ts';
import type { ScanEvent } from '../../../src/contract/scan.ts';
import { encodeBase32 } from '../../../src/core/otp/base32.ts';
import { nextOf, startApplication } from '../../rig/application.ts';
import { pictureOf, pixelsOf, pixelsOfSymbols } from '../../rig/qr-pictures.ts';
import { splitSymbols } from '../../rig/split-symbols.ts';

describe('a scan', () => {
  let app: Awaited<ReturnType<typeof startApplication>>;

  beforeEach(async () => {
    app = await startApplication();
  });
  afterEach(() => app.stop());

  const scan = async (...texts: string[]) => {
    const events: ScanEvent[] = [];
    for await (const event of await app.client.scan.picture(pixelsOf(texts))) events.push(event);
    return events;
  };
  const previewsOf = (events: ScanEvent[]) =>
    events.flatMap((event) => (event.type === 'found' ? event.previews : []));
  const entries = async () => (await nextOf(await app.client.entries.watch())).entries;

  it('previews what it found and keeps nothing before it is accepted', async () => {
    const events = await scan(
      'otpauth://totp/ACME:me?secret=GEZDGNBVGY3TQOJQ&issuer=ACME&digits=8&period=60',
    );
    const [preview] = previewsOf(events);
    expect(preview).toMatchObject({
      kind: 'totp',
      issuer: 'ACME',
      account: 'me',
      algorithm: 'SHA1',
      digits: 8,
      period: 60,
      duplicate: null,
      askSteam: false,
    });
    expect(JSON.stringify(events)).not.toContain('GEZDGNBVGY3TQOJQ');
    expect(await entries()).toEqual([]);
    const previewId = preview?.previewId ?? '';
    await app.client.previews.accept({ previewId, issuer: 'ACME', account: 'work' });
    expect(await entries()).toMatchObject([{ issuer: 'ACME', account: 'work', digits: 8, period: 60 }]);
  });

  it('finds several at once, counts a code that stands there twice once, and counts other codes', async () => {
    const one = 'otpauth://totp/One:me?secret=GEZDGNBVGY3TQOJQ';
    const two = 'otpauth://totp/Two:me?secret=GEZDGNBVGY3TQOJR';
    const events = await scan(one, two, one, 'https://example.org/');
    expect(previewsOf(events).map((preview) => preview.issuer)).toEqual(['One', 'Two']);
    expect(events.at(-1)).toMatchObject({ type: 'done', found: 2, others: 1 });
  });

  it('says why a set-up code cannot be taken', async () => {
    const events = await scan('otpauth://totp/ACME:me?issuer=ACME');
    expect(events).toContainEqual({ type: 'refused', refusal: { code: 'NO_SECRET' } });
    expect(events.at(-1)).toMatchObject({ type: 'done', found: 0 });
  });

  it('of a picture without a code ends with nothing found', async () => {
    expect((await scan()).at(-1)).toMatchObject({ type: 'done', found: 0, others: 0 });
  });

  it('refuses pixels that are not what their size says', async () => {
    const pixels = new Blob([new Uint8Array(7)]);
    const events = app.client.scan.picture({ width: 2, height: 1, pixels });
    await expect(events.then((stream) => stream.next())).rejects.toMatchObject({ code: 'PICTURE_INVALID' });
    const huge = app.client.scan.picture({ width: 32_000, height: 32_000, pixels });
    await expect(huge.then((stream) => stream.next())).rejects.toMatchObject({
      code: 'PICTURE_TOO_LARGE',
      data: { megapixels: 64 },
    });
  });

  it('does not find again what a preview that is named was made from', async () => {
    const one = 'otpauth://totp/One:me?secret=GEZDGNBVGY3TQOJQ';
    const two = 'otpauth://totp/Two:me?secret=GEZDGNBVGY3TQOJR';
    const known = previewsOf(await scan(one)).map(({ previewId }) => previewId);
    const frame = async (...texts: string[]) => {
      const events: ScanEvent[] = [];
      const input = { ...pixelsOf(texts), passes: 'first' as const, known };
      for await (const event of await app.client.scan.picture(input)) events.push(event);
      return previewsOf(events).map(({ issuer }) => issuer);
    };
    expect(await frame(one)).toEqual([]);
    expect(await frame(two, one)).toEqual(['Two']);
    await app.client.previews.discard({ previewIds: known });
    expect(await frame(one)).toEqual(['One']);
  });

  it('joins a set-up code over several QR codes, in one picture and from scan to scan', async () => {
    const uri = 'otpauth://totp/ACME:me?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=ACME&digits=8';
    const symbols = splitSymbols(uri, [44, 60]);
    const scanSymbols = async (...places: number[]) => {
      const events: ScanEvent[] = [];
      const chosen = symbols.filter((_, place) => places.includes(place));
      for await (const event of await app.client.scan.picture(pixelsOfSymbols(chosen))) events.push(event);
      return events;
    };
    const whole = [{ issuer: 'ACME', account: 'me', digits: 8, notes: [] }];
    expect(previewsOf(await scanSymbols(0, 1, 2))).toMatchObject(whole);

    const first = await scanSymbols(2);
    expect(previewsOf(first)).toEqual([]);
    expect(first).toContainEqual({ type: 'part', count: 3, missing: [1, 2] });
    expect(await scanSymbols(0)).toContainEqual({ type: 'part', count: 3, missing: [2] });
    const last = await scanSymbols(1);
    expect(previewsOf(last)).toMatchObject(whole);
    expect(last.some(({ type }) => type === 'part')).toBe(false);
  });

  it('of the screen names the cause when there is no picture', async () => {
    const events = app.client.scan.screen();
    await expect(events.then((stream) => stream.next())).rejects.toMatchObject({
      code: 'SCREEN_UNAVAILABLE',
      data: { cause: 'unsupported' },
    });
  });

  it('of all displays is one scan', async () => {
    const displays = await startApplication({
      screens: {
        capture: async () => 'application',
        take: async () => ({
          outcome: 'taken',
          pictures: [
            pictureOf(['otpauth://totp/Left:me?secret=GEZDGNBVGY3TQOJQ']),
            pictureOf(['otpauth://totp/Right:me?secret=GEZDGNBVGY3TQOJR']),
          ],
        }),
      },
    });
    const events: ScanEvent[] = [];
    for await (const event of await displays.client.scan.screen()) events.push(event);
    // The displays are read at once, and each is reported as it is read.
    expect(
      previewsOf(events)
        .map(({ issuer }) => issuer)
        .toSorted(),
    ).toEqual(['Left', 'Right']);
    const progress = events.flatMap((event) => (event.type === 'progress' ? [event.done] : []));
    expect(progress).toEqual(progress.toSorted((one, other) => one - other));
    await displays.stop();
  });
});

describe('a pasted text', () => {
  let app: Awaited<ReturnType<typeof startApplication>>;

  beforeEach(async () => {
    app = await startApplication();
  });
  afterEach(() => app.stop());

  it('gives the whole entry of a wrapped address, and says that it was put together', async () => {
    const { previews, refused } = await app.client.scan.text({
      text: '> otpauth://totp/ACME:me?secret=GEZDGNBVGY3TQOJQ\n> GEZDGNBVGY3TQOJQ&#38;issuer=ACME\n> &amp;digits=8',
    });
    expect(refused).toEqual([]);
    expect(previews).toMatchObject([{ issuer: 'ACME', digits: 8, notes: [{ code: 'TEXT_JOINED' }] }]);
  });

  it('of a thousand addresses gives a thousand previews', async () => {
    const text = Array.from(
      { length: 1_000 },
      (_, at) =>
        `otpauth://totp/Site%20${at}:someone%40example.org?secret=GEZDGNBVGY3TQOJQ&issuer=Site%20${at}`,
    ).join('\n');
    expect((await app.client.scan.text({ text })).previews).toHaveLength(1_000);
  });

  it('with an issuer that is too long is shown whole, with its length', async () => {
    const issuer = '💚'.repeat(257);
    const text = `otpauth://totp/me?secret=GEZDGNBVGY3TQOJQ&issuer=${encodeURIComponent(issuer)}`;
    const { previews } = await app.client.scan.text({ text });
    expect(previews[0]?.issuer).toBe(issuer);
    expect(previews[0]?.notes).toContainEqual({ code: 'ISSUER_TOO_LONG', length: 257 });
    await app.client.previews.accept({
      previewId: previews[0]?.previewId ?? '',
      issuer: '💚'.repeat(256),
      account: 'me',
    });
  });
});

describe('many previews', () => {
  let app: Awaited<ReturnType<typeof startApplication>>;

  beforeEach(async () => {
    app = await startApplication();
  });
  afterEach(() => app.stop());

  const textOf = (count: number) =>
    Array.from(
      { length: count },
      (_, at) => `otpauth://totp/Site${at}:me?secret=${encodeBase32(Buffer.from(`secret number ${at}`))}`,
    ).join('\n');
  const acceptancesOf = (previews: readonly Preview[]) =>
    previews.map(({ previewId, issuer, account }) => ({ previewId, issuer, account }));
  const entries = async () => (await nextOf(await app.client.entries.watch())).entries;

  it('are kept in one write of the vault, in their order, and taken back in one', async () => {
    const { previews } = await app.client.scan.text({ text: textOf(100) });
    const states = await app.client.entries.watch();
    await states.next();
    const { results, changed, undoId } = await app.client.previews.acceptMany({
      acceptances: acceptancesOf(previews),
    });
    expect(results.map(({ outcome }) => outcome)).toEqual(previews.map(() => 'kept'));
    expect(changed).toBe(0);
    expect((await entries()).map(({ issuer }) => issuer)).toEqual(previews.map(({ issuer }) => issuer));
    // Each write of the vault is a state that is told: the next one has all of them, and then it has none again.
    expect((await states.next()).value).toMatchObject({ entries: { length: 100 } });
    await app.client.undo.take({ undoId });
    expect((await states.next()).value).toMatchObject({ entries: [] });
    await states.return?.();
  });

  it('have each their own result: what cannot be kept stays a preview', async () => {
    const { previews } = await app.client.scan.text({ text: textOf(3) });
    const [first, second, third] = acceptancesOf(previews);
    if (first === undefined || second === undefined || third === undefined) throw new Error('no previews');
    await app.client.previews.accept(first);
    const { previews: again } = await app.client.scan.text({ text: textOf(1) });
    const { results } = await app.client.previews.acceptMany({
      acceptances: [...acceptancesOf(again), second, { ...third, issuer: '', account: '' }, first],
    });
    expect(results).toMatchObject([
      { outcome: 'refused', code: 'ALREADY_HERE', duplicate: { kind: 'same', issuer: 'Site0' } },
      { outcome: 'kept', previewId: second.previewId },
      { outcome: 'refused', code: 'LABEL_EMPTY', duplicate: null },
      { outcome: 'refused', code: 'PREVIEW_GONE', duplicate: null },
    ]);
    await app.client.previews.accept(third);
    expect(await entries()).toHaveLength(3);
  });
});

describe('what is accepted', () => {
  let app: Awaited<ReturnType<typeof startApplication>>;

  beforeEach(async () => {
    app = await startApplication();
  });
  afterEach(() => app.stop());

  const preview = async (uri: string) => {
    const { previews } = await app.client.scan.text({ text: uri });
    const [first] = previews;
    if (!first) throw new Error('no preview');
    return first;
  };
  const accept = async (
    uri: string,
    more: {
      steam?: boolean;
      onSameSecret?: 'correct' | 'keepBoth';
      onSameName?: 'replace' | 'keepBoth';
    } = {},
  ) => {
    const { previewId, issuer, account } = await preview(uri);
    return app.client.previews.accept({ previewId, issuer, account, ...more });
  };
  const entries = async () => (await nextOf(await app.client.entries.watch())).entries;

  const secret = 'secret=GEZDGNBVGY3TQOJQ';

  it('is refused when the very same is here already, however it is written', async () => {
    const { entryId } = await accept(`otpauth://totp/Café:me?${secret}&period=30`);
    const again = 'otpauth://totp/Cafe%CC%81:ME?secret=gezd-gnbv-gy3t-qojq&digits=6';
    expect((await preview(again)).duplicate).toEqual({
      kind: 'same',
      entryId,
      issuer: 'Café',
      account: 'me',
      settings: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, counter: null },
    });
    await expect(accept(again, { onSameSecret: 'keepBoth', onSameName: 'replace' })).rejects.toMatchObject({
      code: 'ALREADY_HERE',
      data: { entryId },
    });
    expect(await entries()).toHaveLength(1);
  });

  it.each([
    ['another method', 'totp/ACME:me', '&algorithm=SHA256', { algorithm: 'SHA256' }],
    ['more digits', 'totp/ACME:me', '&digits=8', { digits: 8 }],
    ['another period', 'totp/ACME:me', '&period=60', { period: 60 }],
    ['a counter', 'hotp/ACME:me', '&counter=4', { kind: 'hotp', counter: 4 }],
    ['Steam’s characters', 'steam/ACME:me', '', { kind: 'steam', digits: 5 }],
    ['another site', 'totp/Other:me', '', { issuer: 'Other' }],
    ['another account', 'totp/ACME:you', '', { account: 'you' }],
  ])('asks when the same secret is here and comes with %s', async (_, label, settings, seen) => {
    const { entryId } = await accept(`otpauth://totp/ACME:me?${secret}`);
    const before = await entries();
    const uri = `otpauth://${label}?${secret}${settings}`;
    expect((await preview(uri)).duplicate).toMatchObject({ kind: 'sameSecret', entryId, issuer: 'ACME' });
    await expect(accept(uri, { onSameName: 'replace' })).rejects.toMatchObject({
      code: 'SAME_SECRET',
      data: { duplicate: { entryId, settings: { digits: 6, period: 30 } } },
    });

    const { undoId = '', ...corrected } = await accept(uri, { onSameSecret: 'correct' });
    expect(corrected).toEqual({ entryId, replaced: false });
    expect(await entries()).toMatchObject([{ id: entryId, issuer: 'ACME', account: 'me', ...seen }]);
    await app.client.undo.take({ undoId });
    expect(await entries()).toEqual(before);

    await accept(uri, { onSameSecret: 'keepBoth' });
    expect(await entries()).toMatchObject([{ id: entryId }, seen]);
    expect((await preview(uri)).duplicate).toMatchObject({ kind: 'same' });
    expect((await preview(`otpauth://totp/ACME:me?${secret}`)).duplicate).toMatchObject({
      entryId,
      kind: 'same',
    });
  });

  it('of a counter is the same as one that is further, and says more where it is ahead', async () => {
    const { entryId } = await accept(`otpauth://hotp/Bank:me?${secret}&counter=7`);
    expect((await preview(`otpauth://hotp/Bank:me?${secret}&counter=0`)).duplicate).toMatchObject({
      kind: 'same',
    });
    const ahead = `otpauth://hotp/Bank:me?${secret}&counter=9`;
    expect((await preview(ahead)).duplicate).toMatchObject({ kind: 'sameSecret', entryId });
    await accept(ahead, { onSameSecret: 'correct' });
    await accept(`otpauth://hotp/Bank:me?${secret}&counter=2&digits=8`, { onSameSecret: 'correct' });
    expect(await entries()).toMatchObject([{ counter: 9, digits: 8 }]);
  });

  it('that was answered to be Steam Guard’s is here already when it is scanned again', async () => {
    const uri = `otpauth://totp/Steam:me?${secret}&issuer=Steam`;
    const { entryId } = await accept(uri, { steam: true });
    expect((await preview(uri)).duplicate).toMatchObject({ kind: 'same', entryId });
  });

  it('asks when another secret stands under the same names', async () => {
    const { entryId } = await accept('otpauth://totp/ACME:me?secret=GEZDGNBVGY3TQOJQ');
    const other = 'otpauth://totp/ACME:me?secret=GEZDGNBVGY3TQOJR';
    expect((await preview(other)).duplicate).toMatchObject({ kind: 'sameName', entryId });
    await expect(accept(other)).rejects.toMatchObject({ code: 'SAME_NAME', data: { entryId } });
    await accept(other, { onSameName: 'keepBoth' });
    expect(await entries()).toHaveLength(2);
  });

  it('becomes a Steam Guard entry when the person says that it is one', async () => {
    const uri = 'otpauth://totp/Steam:me?secret=GEZDGNBVGY3TQOJQ&issuer=Steam';
    expect(await preview(uri)).toMatchObject({ kind: 'totp', askSteam: true });
    await accept(uri, { steam: true });
    expect(await entries()).toMatchObject([{ kind: 'steam', digits: 5 }]);
  });

  it('is kept once: a preview cannot be accepted twice, nor after it was discarded or forgotten', async () => {
    const { previewId, issuer, account } = await preview('otpauth://totp/ACME:me?secret=GEZDGNBVGY3TQOJQ');
    await app.client.previews.accept({ previewId, issuer, account });
    const gone = { code: 'PREVIEW_GONE' };
    await expect(app.client.previews.accept({ previewId, issuer, account })).rejects.toMatchObject(gone);
    const second = await preview('otpauth://totp/B:me?secret=GEZDGNBVGY3TQOJR');
    await app.client.previews.discard({ previewIds: [second.previewId] });
    await expect(app.client.previews.accept({ ...second, steam: false })).rejects.toMatchObject(gone);
    const third = await preview('otpauth://totp/C:me?secret=GEZDGNBVGY3TQOJS');
    app.clock.move(15 * 60_000);
    await expect(app.client.previews.accept({ ...third, steam: false })).rejects.toMatchObject(gone);
  });

  it('may be typed by hand, and says what is wrong with it', async () => {
    const typed = {
      secret: 'gezd gnbv gy3t qojq',
      issuer: 'ACME',
      account: '',
      kind: 'totp',
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
      counter: 0,
    } as const;
    const { preview: made } = await app.client.scan.typed(typed);
    await app.client.previews.accept({ previewId: made.previewId, issuer: 'ACME', account: '' });
    expect(await entries()).toMatchObject([{ issuer: 'ACME', account: '' }]);
    await expect(app.client.scan.typed({ ...typed, secret: 'GEZD1' })).rejects.toMatchObject({
      code: 'TYPED_INVALID',
      data: { refusal: { code: 'SECRET_INVALID', position: 4, character: '1' } },
    });
    await expect(app.client.scan.typed({ ...typed, issuer: '' })).rejects.toMatchObject({
      code: 'LABEL_EMPTY',
    });
  });

  it('may be pasted with other text around it, and says when there is nothing in it', async () => {
    const { previews, refused } = await app.client.scan.text({
      text: 'Hello,\r\n otpauth://totp/A:me?secret=GEZDGNBVGY3TQOJQ \n\notpauth://totp/B:me?secret=\n',
    });
    expect(previews).toMatchObject([{ issuer: 'A' }]);
    expect(refused).toEqual([{ code: 'SECRET_EMPTY' }]);
    await expect(app.client.scan.text({ text: 'Hello' })).rejects.toMatchObject({ code: 'TEXT_HAS_NO_CODE' });
  });
});
