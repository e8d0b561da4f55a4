import { fillRect } from './canvas.ts';
import { drawDesktop, drawText } from './desktop.ts';
import { drawSymbol, upright } from './draw-symbol.ts';
import { blur, stretch, throughJpeg } from './degrade.ts';
import { desktop, otpSymbol, put, single, SCREENS, style } from './kit.ts';
import type { TestPicture } from './kit.ts';
import { migrationUri } from './payload.ts';
import { createSymbol } from './symbol.ts';
import type { Kind } from './kinds.ts';
import type { Canvas } from './canvas.ts';
import type { Random } from './random.ts';

/** Kinds that come from the screen itself: sizes, scaling, several codes, what lies around them. */
export const desktopKinds: Record<string, Kind> = {
  'plain 4K': (random) =>
    single(random, otpSymbol(random), random.whole(2, 6), drawDesktop(random, 3840, 2160, 2)),
  'plain 1440p': (random) =>
    single(random, otpSymbol(random), random.whole(2, 5), drawDesktop(random, 2560, 1440)),
  '1.5 px modules': (random) => single(random, otpSymbol(random), random.between(1.45, 1.8)),
  '2 px modules, off the grid': (random) => single(random, otpSymbol(random), random.between(1.9, 2.3)),
  'tiny in 4K': (random) =>
    single(random, otpSymbol(random), random.between(1.5, 2.2), drawDesktop(random, 3840, 2160, 1)),
  huge: (random) => {
    const canvas = desktop(random);
    const symbol = otpSymbol(random, { quiet: random.pick([1, 2, 4]) });
    return single(random, symbol, (canvas.height - 12) / (symbol.size + 2 * symbol.style.quiet), canvas);
  },
  'scaled 125 %, linear': (random) => scaled(random, 1.25, 'linear'),
  'scaled 150 %, cubic': (random) => scaled(random, 1.5, 'cubic'),
  'scaled 175 %, lanczos': (random) => scaled(random, 1.75, 'lanczos3'),
  'scaled down, nearest': (random) => scaled(random, random.between(0.62, 0.85), 'nearest', 3),
  'scaled down, linear': (random) => scaled(random, random.between(0.5, 0.7), 'linear', 3),
  portrait: (random) =>
    single(random, otpSymbol(random), random.between(1.6, 4), drawDesktop(random, 1080, 1920)),
  'two 4K displays': (random) => {
    const canvas = drawDesktop(random, 7680, 2160, 2);
    return several(random, canvas, 2, () => random.between(1.8, 5));
  },
  'several codes': (random) =>
    several(random, desktop(random), random.whole(3, 12), () => random.between(1.8, 3.2)),
  'several codes on one sheet': (random) => {
    const canvas = desktop(random);
    const pitch = random.whole(2, 3);
    const texts: string[] = [];
    let x = 30;
    let y = 30;
    let row = 0;
    fillRect(canvas, 10, 10, canvas.width - 20, canvas.height - 20, [255, 255, 255]);
    for (let i = 0; i < 12; i += 1) {
      const symbol = otpSymbol(random, { quiet: 1 }, ['L', 'M']);
      const side = (symbol.size + 3) * pitch;
      if (x + side > canvas.width - 20) {
        x = 30;
        y += row;
        row = 0;
      }
      if (y + side > canvas.height - 20) break;
      drawSymbol(canvas, symbol, upright(symbol, x, y, pitch), 1);
      texts.push(symbol.text);
      row = Math.max(row, side);
      x += side;
    }
    return { canvas, texts };
  },
  'migration, up to version 25': (random) => {
    const text = migrationUri(random, random.whole(3, 10));
    return single(random, createSymbol(text, random.pick(['L', 'M']), style()), random.between(1.9, 4));
  },
  'no quiet zone': (random) => single(random, otpSymbol(random, { quiet: 0 }), random.between(2, 4)),
  'clutter up to the edge': (random) => {
    const canvas = desktop(random);
    const symbol = otpSymbol(random, { quiet: random.pick([0, 0, 0.5]) });
    const pitch = random.between(2.2, 4.5);
    const side = symbol.size * pitch;
    const x = random.between(60, canvas.width - side - 60);
    const y = random.between(60, canvas.height - side - 60);
    fillRect(canvas, x - 55, y - 55, side + 110, side + 110, [245, 245, 245]);
    drawText(
      canvas,
      random,
      { x: x - 55, y: y - 55, width: side + 110, height: side + 110 },
      { size: random.between(9, 16), colour: [20, 20, 20] },
    );
    if (random.chance(0.5)) fillRect(canvas, x - 40, y - 2, side + 80, side + 4, [0, 0, 0]);
    drawSymbol(canvas, symbol, upright(symbol, x, y, pitch));
    return { canvas, texts: [symbol.text] };
  },
  'grid lines over it': (random) => {
    const canvas = desktop(random);
    const symbol = otpSymbol(random);
    const pitch = random.whole(3, 6);
    const at = put(canvas, random, symbol, pitch);
    const step = random.pick([1, 2, 4]) * pitch;
    const colour = random.pick([
      [255, 255, 255],
      [128, 128, 128],
      [220, 60, 60],
    ] as const);
    for (let i = 0; i <= symbol.size * pitch; i += step) {
      fillRect(canvas, at.x + i, at.y, 1, symbol.size * pitch, colour, 0.9);
      fillRect(canvas, at.x, at.y + i, symbol.size * pitch, 1, colour, 0.9);
    }
    return { canvas, texts: [symbol.text] };
  },
  'white border line': (random) => {
    const canvas = drawDesktop(random, 1280, 800);
    const symbol = otpSymbol(random, { quiet: 0 });
    const pitch = random.between(2.2, 4);
    const side = symbol.size * pitch;
    const x = random.between(30, canvas.width - side - 30);
    const y = random.between(30, canvas.height - side - 30);
    fillRect(
      canvas,
      x - 20,
      y - 20,
      side + 40,
      side + 40,
      random.pick([
        [0, 0, 0],
        [30, 30, 40],
        [60, 20, 20],
      ] as const),
    );
    fillRect(canvas, x - 2, y - 2, side + 4, side + 4, [255, 255, 255]);
    drawSymbol(canvas, symbol, upright(symbol, x, y, pitch));
    return { canvas, texts: [symbol.text] };
  },
  'JPEG 10 to 50': async (random) => {
    const picture = single(random, otpSymbol(random), random.between(2.6, 5));
    return {
      ...picture,
      canvas: await throughJpeg(picture.canvas, random.whole(10, 50), random.chance(0.7)),
    };
  },
  'blurred window': async (random) => {
    const pitch = random.between(2.5, 5);
    const picture = single(random, otpSymbol(random), pitch);
    return { ...picture, canvas: await blur(picture.canvas, pitch * random.between(0.4, 0.62)) };
  },
};

async function scaled(
  random: Random,
  factor: number,
  kernel: 'nearest' | 'linear' | 'cubic' | 'lanczos3',
  pitch = 2,
): Promise<TestPicture> {
  const [width, height] = random.pick(SCREENS);
  const canvas = drawDesktop(random, Math.round(width / factor), Math.round(height / factor));
  const picture = single(random, otpSymbol(random), random.chance(0.7) ? pitch : pitch + 1, canvas);
  return { ...picture, canvas: await stretch(picture.canvas, factor, kernel) };
}

function several(random: Random, canvas: Canvas, count: number, pitch: () => number): TestPicture {
  const columns = Math.ceil(Math.sqrt((count * canvas.width) / canvas.height));
  const rows = Math.ceil(count / columns);
  const texts: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const cell = { width: canvas.width / columns, height: canvas.height / rows };
    const symbol = otpSymbol(random, random.chance(0.2) ? { module: 'dot', fill: 0.9 } : {}, ['L', 'M']);
    const room = Math.min(cell.width, cell.height) - 12;
    const scale = Math.min(pitch(), room / (symbol.size + 8));
    const side = (symbol.size + 8) * scale;
    const x = (i % columns) * cell.width + random.between(2, cell.width - side - 2) + 4 * scale;
    const y = Math.floor(i / columns) * cell.height + random.between(2, cell.height - side - 2) + 4 * scale;
    drawSymbol(canvas, symbol, upright(symbol, x, y, scale));
    texts.push(symbol.text);
  }
  return { canvas, texts };
}
