import { fillRect } from './canvas.ts';
import { drawDesktop } from './desktop.ts';
import { drawSymbol, turned } from './draw-symbol.ts';
import { addNoise, blur, motionBlur, photograph, resize, throughJpeg, unevenLight } from './degrade.ts';
import { darkColour, desktop, equalLuminance, otpSymbol, single } from './kit.ts';
import type { TestPicture } from './kit.ts';
import type { Kind } from './kinds.ts';
import type { Random } from './random.ts';

/** Kinds that come through a camera, a video call or an odd angle. */
export const cameraKinds: Record<string, Kind> = {
  rotated: (random) => tilted(random, random.between(0, 2 * Math.PI), 0),
  perspective: (random) => tilted(random, random.between(-0.3, 0.3), random.between(0.12, 0.32)),
  'perspective and rotated': (random) =>
    tilted(random, random.between(0, 2 * Math.PI), random.between(0.1, 0.28)),
  'photograph of a screen': async (random) => {
    const canvas = drawDesktop(random, 1280, 800);
    const pitch = random.between(3.5, 6);
    const { texts } = single(random, otpSymbol(random, {}, ['L', 'M', 'Q']), pitch, canvas);
    return {
      texts,
      canvas: await camera(random, canvas, random.between(0.85, 1.15), random.between(0.05, 0.25)),
    };
  },
  'photograph, small and noisy': async (random) => {
    const canvas = drawDesktop(random, 1280, 800);
    const { texts } = single(random, otpSymbol(random, {}, ['L', 'M']), random.between(4, 6), canvas);
    const shot = photograph(canvas, random, {
      zoom: random.between(0.6, 0.75),
      angle: random.between(-0.2, 0.2),
      tilt: random.between(0.02, 0.15),
      stripes: 0,
    });
    unevenLight(shot, random, random.between(0.2, 0.6));
    const soft = await blur(shot, random.between(0.5, 0.9));
    addNoise(soft, random, random.between(5, 12));
    return { texts, canvas: await throughJpeg(soft, random.whole(50, 85), true) };
  },
  moiré: async (random) => {
    const canvas = drawDesktop(random, 1280, 800);
    const { texts } = single(random, otpSymbol(random), random.between(4, 7), canvas);
    const zoom = random.between(0.9, 1.35);
    const shot = photograph(canvas, random, {
      zoom,
      angle: random.between(-0.12, 0.12),
      tilt: 0.03,
      stripes: random.between(0.5, 0.95),
    });
    return { texts, canvas: await blur(shot, random.between(0.4, 0.8)) };
  },
  'video call': async (random) => {
    const canvas = desktop(random);
    const pitch = random.between(3, 5);
    const { texts } = single(random, otpSymbol(random, {}, ['L', 'M', 'Q']), pitch, canvas);
    const { width, height } = canvas;
    const down = random.between(0.6, 0.8);
    const small = await resize(canvas, Math.round(width * down), Math.round(height * down), 'linear');
    const coded = await throughJpeg(small, random.whole(22, 50), true);
    return { texts, canvas: await resize(coded, width, height, 'linear') };
  },
  'motion blur': async (random) => {
    const pitch = random.between(3, 6);
    const picture = single(random, otpSymbol(random, {}, ['L', 'M', 'Q']), pitch);
    const moved = motionBlur(picture.canvas, pitch * random.between(0.7, 1.25), random.between(0, Math.PI));
    return { ...picture, canvas: await throughJpeg(moved, random.whole(50, 90), true) };
  },
  combined: async (random) => {
    const { dark, light } = random.chance(0.4)
      ? equalLuminance(random, 12)
      : { dark: darkColour(random), light: [235, 240, 235] as const };
    const canvas = drawDesktop(random, 1280, 800);
    const symbol = otpSymbol(
      random,
      {
        dark: () => dark,
        light: () => light,
        module: random.pick(['square', 'dot', 'rounded'] as const),
        fill: random.between(0.85, 1),
        eye: random.pick(['square', 'circle', 'rounded'] as const),
        quiet: random.pick([0, 1, 2, 4]),
      },
      ['M', 'Q', 'H'],
    );
    const pitch = random.between(3.2, 6);
    const side = symbol.size * pitch;
    const x = random.between(30, canvas.width - side - 30);
    const y = random.between(30, Math.max(31, canvas.height - side - 30));
    drawSymbol(
      canvas,
      symbol,
      turned(symbol, x, y, pitch, random.between(-0.15, 0.15), random.between(0, 0.12), random.between(0, 6)),
    );
    const soft = random.chance(0.5) ? await blur(canvas, random.between(0.5, 1)) : canvas;
    if (random.chance(0.5)) addNoise(soft, random, 5);
    return {
      texts: [symbol.text],
      canvas: await throughJpeg(soft, random.whole(60, 95), random.chance(0.5)),
    };
  },
};

function tilted(random: Random, angle: number, tilt: number): TestPicture {
  const canvas = desktop(random);
  const symbol = otpSymbol(random);
  const pitch = Math.min(random.between(2.8, 6), (canvas.height * 0.55) / (symbol.size + 8));
  const side = symbol.size * pitch;
  const margin = side * 0.3 + 10;
  const x = random.between(margin, canvas.width - side - margin);
  const y = random.between(margin, Math.max(margin + 1, canvas.height - side - margin));
  drawSymbol(canvas, symbol, turned(symbol, x, y, pitch, angle, tilt, random.between(0, 2 * Math.PI)));
  return { canvas, texts: [symbol.text] };
}

async function camera(
  random: Random,
  screen: TestPicture['canvas'],
  zoom: number,
  tilt: number,
): Promise<TestPicture['canvas']> {
  if (random.chance(0.4)) fillRect(screen, 0, 0, screen.width, 14, [10, 10, 10]);
  const shot = photograph(screen, random, {
    zoom,
    angle: random.between(-0.25, 0.25),
    tilt,
    stripes: random.between(0, 0.35),
  });
  unevenLight(shot, random, random.between(0.2, 0.7));
  const soft = await blur(shot, random.between(0.6, 1.4));
  addNoise(soft, random, random.between(2, 8));
  return throughJpeg(soft, random.whole(55, 92), true);
}
