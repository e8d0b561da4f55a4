import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { createCanvas } from '../../pictures/canvas.ts';
import { drawSymbol, upright } from '../../pictures/draw-symbol.ts';
import { drawPicture } from '../../pictures/kinds.ts';
import { style } from '../../pictures/kit.ts';
import { createSymbol } from '../../pictures/symbol.ts';
import { cleanPicture } from '../../../src/core/qr/clean-picture.ts';
import { reader, readToEnd, toPicture } from './reading.ts';
import type { Picture, ReadEvent } from '../../../src/core/qr/read.ts';

function codeOf(segments: Parameters<typeof QRCode.create>[0]): Picture {
  const { modules } = QRCode.create(segments, { errorCorrectionLevel: 'M' });
  const bits = Uint8Array.from({ length: modules.size ** 2 }, (_, i) =>
    modules.get(Math.floor(i / modules.size), i % modules.size) === 0 ? 0 : 1,
  );
  return { ...cleanPicture(bits, modules.size), channels: 1 };
}

describe('the text of a code', () => {
  it('is UTF-8 where its bytes are', async () => {
    const [code] = await readToEnd(codeOf('otpauth://totp/Müller:会社?secret=GEZDGNBV'), { passes: 'first' });
    expect(code?.text).toBe('otpauth://totp/Müller:会社?secret=GEZDGNBV');
  });

  it('is Latin 1 where its bytes are not UTF-8', async () => {
    const latin = codeOf([{ data: Uint8Array.from(Buffer.from('Zürich', 'latin1')), mode: 'byte' }]);
    expect((await readToEnd(latin, { passes: 'first' }))[0]?.text).toBe('Zürich');
  });
});

describe('a reading', () => {
  it('says where a code is, in picture pixels', async () => {
    const canvas = createCanvas(400, 300);
    const symbol = createSymbol('otpauth://totp/a?secret=GEZDGNBV', 'M', style());
    drawSymbol(canvas, symbol, upright(symbol, 120, 80, 4));
    const [code] = await readToEnd(toPicture(canvas));
    const end = symbol.size * 4;
    const expected = [
      [120, 80],
      [120 + end, 80],
      [120 + end, 80 + end],
      [120, 80 + end],
    ];
    for (const [i, corner] of (code?.corners ?? []).entries()) {
      expect(Math.hypot(corner.x - (expected[i]?.[0] ?? 0), corner.y - (expected[i]?.[1] ?? 0))).toBeLessThan(
        4,
      );
    }
    expect(code?.corners).toHaveLength(4);
  });

  it('says the same code at one place once, and at two places twice', async () => {
    const canvas = createCanvas(500, 300);
    const symbol = createSymbol('otpauth://totp/a?secret=GEZDGNBV', 'M', style());
    drawSymbol(canvas, symbol, upright(symbol, 40, 60, 4));
    drawSymbol(canvas, symbol, upright(symbol, 300, 60, 4));
    expect(await readToEnd(toPicture(canvas))).toHaveLength(2);
  });

  it('says found codes as it finds them, and progress that ends at 1', async () => {
    const { canvas } = await drawPicture('inverted', 1);
    const events: ReadEvent[] = [];
    for await (const event of (await reader).read(toPicture(canvas))) events.push(event);
    const done = events.flatMap((event) => (event.type === 'progress' ? [event.done] : []));
    expect(events.some((event) => event.type === 'found')).toBe(true);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.at(-1)).toBe(1);
  });

  it('stops at the step in which it is aborted', async () => {
    const { canvas } = await drawPicture('plain 1440p', 1);
    const stop = new AbortController();
    let after = 0;
    for await (const event of (await reader).read(toPicture(canvas), { signal: stop.signal })) {
      if (stop.signal.aborted) after += 1;
      if (event.type === 'progress' && event.done > 0.2) stop.abort();
    }
    expect(stop.signal.aborted).toBe(true);
    expect(after).toBe(0);
  });

  it('takes a picture that is transparent over white, and one without alpha', async () => {
    const grey = codeOf('transparent');
    const rgba = new Uint8Array(grey.data.length * 4);
    // Black modules on nothing: every pixel is black, only the modules are opaque.
    for (const [i, value] of grey.data.entries()) rgba[4 * i + 3] = value === 0 ? 255 : 0;
    expect((await readToEnd({ ...grey, channels: 4, data: rgba }))[0]?.text).toBe('transparent');
    // A capture whose alpha is 0 everywhere.
    const opaque = new Uint8Array(grey.data.length * 4);
    for (const [i, value] of grey.data.entries()) opaque.fill(value, 4 * i, 4 * i + 3);
    expect((await readToEnd({ ...grey, channels: 4, data: opaque }))[0]?.text).toBe('transparent');
  });
});
