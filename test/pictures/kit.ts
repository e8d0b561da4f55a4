import { luma, mix } from './canvas.ts';
import type { Canvas, Colour } from './canvas.ts';
import { anyColour, drawDesktop } from './desktop.ts';
import { drawSymbol, upright } from './draw-symbol.ts';
import { otpauthUri } from './payload.ts';
import { createSymbol } from './symbol.ts';
import type { DrawnSymbol, SymbolStyle } from './symbol.ts';
import type { Random } from './random.ts';

/** A picture and the texts of the codes in it. */
export interface TestPicture {
  canvas: Canvas;
  texts: string[];
}

export const BLACK: Colour = [0, 0, 0];
export const WHITE: Colour = [255, 255, 255];

export const SCREENS = [
  [1280, 800],
  [1600, 900],
  [1920, 1080],
] as const;

/** Black squares on white with four light modules around, and whatever differs from that. */
export function style(changes: Partial<SymbolStyle> = {}): SymbolStyle {
  return {
    module: 'square',
    fill: 1,
    eye: 'square',
    quiet: 4,
    dark: () => BLACK,
    light: () => WHITE,
    lightAlpha: 1,
    logo: 0,
    logoColour: BLACK,
    ...changes,
  };
}

/** A symbol of an otpauth URI of realistic length. */
export function otpSymbol(
  random: Random,
  changes: Partial<SymbolStyle> = {},
  levels: readonly ('L' | 'M' | 'Q' | 'H')[] = ['L', 'M', 'M', 'Q', 'H'],
): DrawnSymbol {
  return createSymbol(otpauthUri(random), random.pick(levels), style(changes));
}

/** A cluttered desktop of one of the usual small sizes. */
export function desktop(random: Random): Canvas {
  const [width, height] = random.pick(SCREENS);
  return drawDesktop(random, width, height);
}

/** Draws a symbol somewhere on the canvas where it fits whole; whole or fractional pixel positions. */
export function put(
  canvas: Canvas,
  random: Random,
  symbol: DrawnSymbol,
  pitch: number,
  samples = 4,
): { x: number; y: number } {
  const quiet = symbol.style.quiet * pitch;
  const side = symbol.size * pitch + 2 * quiet;
  const x = random.between(4, Math.max(5, canvas.width - side - 4)) + quiet;
  const y = random.between(4, Math.max(5, canvas.height - side - 4)) + quiet;
  const whole = Number.isInteger(pitch) && random.chance(0.7);
  const at = whole ? { x: Math.round(x), y: Math.round(y) } : { x, y };
  drawSymbol(
    canvas,
    symbol,
    upright(symbol, at.x, at.y, pitch),
    whole && symbol.style.module === 'square' && symbol.style.fill === 1 ? 1 : samples,
  );
  return at;
}

/** A picture with one symbol on a desktop. */
export function single(
  random: Random,
  symbol: DrawnSymbol,
  pitch: number,
  canvas: Canvas = desktop(random),
): TestPicture {
  put(canvas, random, symbol, pitch);
  return { canvas, texts: [symbol.text] };
}

/** Two colours whose luminance is the same to within `difference` and that an eye tells apart easily. */
export function equalLuminance(random: Random, difference: number): { dark: Colour; light: Colour } {
  for (;;) {
    const a = anyColour(random);
    const b = anyColour(random);
    const apart = Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));
    if (Math.abs(luma(a) - luma(b)) <= difference && apart > 90) return { dark: a, light: b };
  }
}

/** A colour that runs from one to another across the symbol in some direction. */
export function gradient(random: Random, from: Colour, to: Colour): (u: number, v: number) => Colour {
  const angle = random.between(0, 2 * Math.PI);
  const radial = random.chance(0.25);
  return (u, v) => {
    const t = radial
      ? Math.hypot(u - 0.5, v - 0.5) * 1.4
      : 0.5 + ((u - 0.5) * Math.cos(angle) + (v - 0.5) * Math.sin(angle)) / 1.4;
    return mix(from, to, Math.max(0, Math.min(1, t)));
  };
}

/** A dark colour that a designer would pick for modules. */
export function darkColour(random: Random): Colour {
  return [random.whole(0, 110), random.whole(0, 100), random.whole(0, 140)];
}
