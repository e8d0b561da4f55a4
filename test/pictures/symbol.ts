import QRCode from 'qrcode';
import { mix } from './canvas.ts';
import type { Colour } from './canvas.ts';

export type ModuleShape = 'square' | 'dot' | 'rounded' | 'connected' | 'diamond' | 'bars';
export type EyeShape = 'square' | 'circle' | 'rounded' | 'leaf' | 'asModules';

/** How a symbol is drawn. Sizes are in modules. */
export interface SymbolStyle {
  module: ModuleShape;
  /** How much of its cell a module fills, 0 to 1. */
  fill: number;
  eye: EyeShape;
  /** Light modules around the symbol. */
  quiet: number;
  dark(u: number, v: number): Colour;
  light(u: number, v: number): Colour;
  /** The colour of the finder patterns, where it is another. */
  eyeColour?: Colour;
  /** 0 to 1: how opaque the light side is (the dark side always is). */
  lightAlpha: number;
  /** A logo's side in modules, 0 for none; drawn as a disc or square in this colour on a light pad. */
  logo: number;
  logoColour: Colour;
}

/** A symbol to draw: which modules are dark, and how to look up its colour at a place. */
export interface DrawnSymbol {
  text: string;
  size: number;
  style: SymbolStyle;
  /** Colour and opacity at u, v in modules from the symbol's top left corner; null outside the quiet zone. */
  at(u: number, v: number): { colour: Colour; alpha: number } | null;
}

/** Encodes a text (ISO/IEC 18004, by the `qrcode` library) and gives it a style. */
export function createSymbol(
  text: string,
  level: 'L' | 'M' | 'Q' | 'H',
  style: SymbolStyle,
  version?: number,
): DrawnSymbol {
  const { modules } = QRCode.create(text, {
    errorCorrectionLevel: level,
    ...(version === undefined ? {} : { version }),
  });
  const size = modules.size;
  const isDark = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < size && y < size && modules.get(y, x) === 1;
  const symbol = { size, style, isDark };
  return { text, size, style, at: (u, v) => lookUp(symbol, u, v) };
}

type Modules = { size: number; style: SymbolStyle; isDark: (x: number, y: number) => boolean };

function lookUp(
  { size, style, isDark }: Modules,
  u: number,
  v: number,
): { colour: Colour; alpha: number } | null {
  const { quiet } = style;
  if (u < -quiet || v < -quiet || u >= size + quiet || v >= size + quiet) return null;
  const light = { colour: style.light(u / size, v / size), alpha: style.lightAlpha };
  if (style.logo > 0) {
    const du = Math.abs(u - size / 2);
    const dv = Math.abs(v - size / 2);
    const half = style.logo / 2;
    if (Math.max(du, dv) < half) {
      if (Math.max(du, dv) > half - 0.5) return { ...light, alpha: 1 };
      const ring = Math.hypot(du, dv) / half;
      if (ring < 0.3) return { colour: mix(style.logoColour, [255, 255, 255], 0.8), alpha: 1 };
      return { colour: ring < 0.8 ? style.logoColour : light.colour, alpha: 1 };
    }
  }
  const eye = style.eye === 'asModules' ? null : eyeCentre(size, u, v);
  if (eye !== null) {
    const dark = eyeIsDark(style.eye, u - eye.x, v - eye.y);
    return dark ? { colour: style.eyeColour ?? style.dark(u / size, v / size), alpha: 1 } : light;
  }
  if (!moduleIsDark(style, isDark, u, v)) return light;
  const inEye = style.eyeColour !== undefined && eyeCentre(size, u, v) !== null;
  return { colour: inEye ? (style.eyeColour ?? [0, 0, 0]) : style.dark(u / size, v / size), alpha: 1 };
}

function eyeCentre(size: number, u: number, v: number): { x: number; y: number } | null {
  if (u < 0 || v < 0 || u >= size || v >= size) return null;
  const x = u < 7 ? 3.5 : u >= size - 7 ? size - 3.5 : null;
  const y = v < 7 ? 3.5 : v >= size - 7 ? size - 3.5 : null;
  if (x === null || y === null || (x > 4 && y > 4)) return null;
  return { x, y };
}

function eyeIsDark(shape: EyeShape, du: number, dv: number): boolean {
  const square = Math.max(Math.abs(du), Math.abs(dv));
  switch (shape) {
    case 'circle': {
      const r = Math.hypot(du, dv);
      return r < 1.5 || (r > 2.5 && r < 3.5);
    }
    case 'rounded':
      return inRounded(du, dv, 1.5, 0.6) || (inRounded(du, dv, 3.5, 2) && !inRounded(du, dv, 2.5, 1.3));
    case 'leaf': {
      const radius = du * dv > 0 ? 2 : 0.2;
      return (
        Math.hypot(du, dv) < 1.5 ||
        (inRounded(du, dv, 3.5, radius) && !inRounded(du, dv, 2.5, Math.max(0.1, radius - 1)))
      );
    }
    case 'square':
    case 'asModules':
    default:
      return square < 1.5 || (square > 2.5 && square < 3.5);
  }
}

function inRounded(du: number, dv: number, half: number, radius: number): boolean {
  const x = Math.abs(du) - half + radius;
  const y = Math.abs(dv) - half + radius;
  return Math.hypot(Math.max(x, 0), Math.max(y, 0)) + Math.min(Math.max(x, y), 0) < radius;
}

function moduleIsDark(
  style: SymbolStyle,
  isDark: (x: number, y: number) => boolean,
  u: number,
  v: number,
): boolean {
  const x = Math.floor(u);
  const y = Math.floor(v);
  if (!isDark(x, y)) return false;
  const du = u - x - 0.5;
  const dv = v - y - 0.5;
  const half = style.fill / 2;
  switch (style.module) {
    case 'square':
      return Math.abs(du) < half && Math.abs(dv) < half;
    case 'dot':
      return Math.hypot(du, dv) < half;
    case 'diamond':
      return Math.abs(du) + Math.abs(dv) < half * 1.25;
    case 'rounded':
      return inRounded(du, dv, half, half * 0.6);
    case 'bars':
      // Bars that run down a column and end in half discs.
      if (Math.abs(du) >= half) return false;
      if (dv < 0 ? isDark(x, y - 1) : isDark(x, y + 1)) return true;
      return Math.hypot(du, dv) < half;
    case 'connected': {
      // A corner is round where both of its neighbours are light.
      const besideLight = !isDark(x + Math.sign(du), y);
      const aboveLight = !isDark(x, y + Math.sign(dv));
      return !(besideLight && aboveLight) || Math.hypot(du, dv) < 0.5;
    }
    default:
      throw new Error(`no module has the shape ${String(style.module satisfies never)}`);
  }
}
