import { fillRounded, mix } from './canvas.ts';
import type { Colour } from './canvas.ts';
import { anyColour, drawDesktop } from './desktop.ts';
import { drawSymbol, upright } from './draw-symbol.ts';
import { addNoise, throughJpeg } from './degrade.ts';
import { BLACK, darkColour, desktop, equalLuminance, gradient, otpSymbol, single, WHITE } from './kit.ts';
import type { Kind } from './kinds.ts';

const pitchOf = (random: { between(a: number, b: number): number }): number => random.between(2.4, 6);

/** Kinds that a designer makes: colours, shapes, logos, cards. */
export const designKinds: Record<string, Kind> = {
  inverted: (random) => {
    const paper: Colour = random.pick([BLACK, [18, 18, 24], [30, 34, 60]]);
    const ink: Colour = random.pick([WHITE, [220, 225, 235], [120, 220, 160]]);
    return single(
      random,
      otpSymbol(random, { dark: () => ink, light: () => paper, quiet: random.pick([0, 1, 4]) }),
      random.between(1.7, 5),
    );
  },
  'low contrast': (random) => {
    const base = random.whole(20, 220);
    const step = random.whole(9, 24) * random.pick([1, -1]);
    const dark: Colour = [base, base + 2, base + 1];
    const light: Colour = [base + step, base + step, base + step + 2];
    const picture = single(
      random,
      otpSymbol(random, { dark: () => dark, light: () => light }),
      random.between(2.5, 6),
    );
    if (random.chance(0.5)) addNoise(picture.canvas, random, Math.abs(step) / 8);
    return picture;
  },
  'equal luminance': async (random) => {
    const { dark, light } = equalLuminance(random, random.pick([0.5, 2, 5]));
    const picture = single(
      random,
      otpSymbol(random, { dark: () => dark, light: () => light }),
      random.between(2.4, 6),
    );
    return random.chance(0.3)
      ? { ...picture, canvas: await throughJpeg(picture.canvas, 90, false) }
      : picture;
  },
  'gradient modules': (random) => {
    const dark = gradient(random, darkColour(random), mix(anyColour(random), BLACK, 0.2));
    const light: Colour = random.pick([WHITE, [250, 245, 230]]);
    return single(
      random,
      otpSymbol(random, { dark: (u, v) => mix(dark(u, v), BLACK, 0.15), light: () => light }),
      pitchOf(random),
    );
  },
  'gradient background': (random) => {
    const top = random.whole(150, 255);
    const ground = gradient(
      random,
      [top, top, top],
      [random.whole(70, 120), random.whole(60, 110), random.whole(60, 130)],
    );
    const dark = gradient(random, [random.whole(0, 25), 10, 20], BLACK);
    return single(random, otpSymbol(random, { dark, light: ground }), pitchOf(random));
  },
  'gradient crossing over': (random) => {
    // The background's dark end is darker than the modules' light end: no one threshold parts them.
    const g = gradient(random, [35, 35, 35], [255, 255, 255]);
    const dark = (u: number, v: number): Colour => mix(g(u, v), BLACK, random.between(0.5, 0.5));
    return single(random, otpSymbol(random, { dark, light: g }), pitchOf(random));
  },
  logo: (random) => {
    const symbol = otpSymbol(random, { logoColour: anyColour(random) }, ['H', 'H', 'Q']);
    symbol.style.logo = symbol.size * random.between(0.2, 0.27);
    return single(random, symbol, random.between(2, 6));
  },
  'round modules': (random) =>
    single(
      random,
      otpSymbol(random, { module: 'dot', fill: random.between(0.65, 1) }),
      random.between(2.5, 7),
    ),
  'round modules, round eyes': (random) =>
    single(
      random,
      otpSymbol(random, {
        module: 'dot',
        fill: random.between(0.7, 1),
        eye: 'circle',
        dark: () => darkColour(random) && BLACK,
      }),
      random.between(2.5, 7),
    ),
  'dotted finder patterns': (random) =>
    single(
      random,
      otpSymbol(random, {
        module: random.pick(['dot', 'rounded', 'diamond'] as const),
        fill: random.between(0.72, 0.95),
        eye: 'asModules',
      }),
      random.between(3, 7),
    ),
  'connected modules': (random) =>
    single(
      random,
      otpSymbol(random, {
        module: random.pick(['connected', 'bars'] as const),
        fill: random.between(0.75, 1),
        eye: random.pick(['rounded', 'leaf', 'circle'] as const),
      }),
      random.between(2.5, 7),
    ),
  diamonds: (random) =>
    single(
      random,
      otpSymbol(random, {
        module: 'diamond',
        fill: random.between(0.85, 1.1),
        eye: random.pick(['square', 'rounded'] as const),
      }),
      random.between(3, 7),
    ),
  'thin gaps': (random) =>
    single(
      random,
      otpSymbol(random, {
        fill: random.between(0.62, 0.9),
        eye: random.pick(['asModules', 'square'] as const),
      }),
      random.between(2.5, 7),
    ),
  'coloured eyes': (random) => {
    const eyeColour = random.pick<Colour>([
      [230, 80, 40],
      [240, 150, 20],
      [60, 170, 90],
      [220, 60, 120],
      [90, 150, 250],
    ]);
    return single(
      random,
      otpSymbol(random, {
        eyeColour,
        eye: random.pick(['square', 'circle', 'rounded'] as const),
        dark: () => [30, 40, 90],
        module: random.pick(['square', 'dot', 'connected'] as const),
      }),
      pitchOf(random),
    );
  },
  'dark card': (random) => {
    const canvas = desktop(random);
    const ink: Colour = random.pick([WHITE, [235, 235, 245], [140, 180, 255]]);
    const paper: Colour = [random.whole(10, 45), random.whole(10, 45), random.whole(15, 60)];
    const symbol = otpSymbol(random, {
      dark: () => ink,
      light: () => paper,
      lightAlpha: 0,
      quiet: 0,
      module: random.pick(['square', 'dot', 'connected'] as const),
      fill: random.between(0.85, 1),
      eye: random.pick(['square', 'rounded', 'circle'] as const),
    });
    const pitch = random.between(2.5, 6);
    const side = symbol.size * pitch;
    const x = random.between(40, canvas.width - side - 40);
    const y = random.between(40, Math.max(41, canvas.height - side - 40));
    const pad = random.between(1, 5) * pitch;
    for (let i = 12; i > 0; i -= 2)
      fillRounded(
        canvas,
        { x: x - pad - i, y: y - pad - i + 6, width: side + 2 * (pad + i), height: side + 2 * (pad + i) },
        12 + i,
        BLACK,
        0.08,
      );
    fillRounded(canvas, { x: x - pad, y: y - pad, width: side + 2 * pad, height: side + 2 * pad }, 12, paper);
    drawSymbol(canvas, symbol, upright(symbol, x, y, pitch));
    return { canvas, texts: [symbol.text] };
  },
  'see-through over a photo': (random) =>
    single(
      random,
      otpSymbol(random, { lightAlpha: random.between(0.35, 0.7), quiet: random.pick([1, 2, 4]) }),
      random.between(2.6, 6),
    ),
  'straight on a picture': (random) => {
    // No light side at all: dark modules painted on a bright wallpaper.
    const canvas = drawDesktop(random, 1280, 800);
    for (let p = 0; p < canvas.data.length; p += 1)
      if (p % 4 !== 3) canvas.data[p] = 125 + (canvas.data[p] ?? 0) * 0.5;
    return single(
      random,
      otpSymbol(random, { lightAlpha: 0, quiet: 0 }, ['M', 'Q', 'H']),
      random.between(3, 6),
      canvas,
    );
  },
  'logo, round and coloured': (random) => {
    const symbol = otpSymbol(
      random,
      {
        module: random.pick(['dot', 'connected', 'rounded'] as const),
        fill: random.between(0.8, 1),
        eye: random.pick(['circle', 'rounded', 'leaf'] as const),
        logoColour: anyColour(random),
        dark: gradient(random, darkColour(random), darkColour(random)),
      },
      ['H', 'Q'],
    );
    symbol.style.logo = symbol.size * random.between(0.18, 0.24);
    return single(random, symbol, random.between(2.5, 6));
  },
};
