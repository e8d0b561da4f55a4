import { create } from 'qrcode';

/** Modules of white that a reader needs on every side (ISO/IEC 18004, 9.1). */
const quiet = 4;

/** A text as a QR code, black on white in every theme, at whole modules; error correction M. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quiet;
  const rows = Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (__, x) => (modules.get(y, x) === 1 ? '1' : '0')).join(''),
  );
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="kit-qr aspect-square w-32 shrink-0 sm:w-40"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={rows.map(dark).join('')} fill="#000" />
    </svg>
  );
}

/** The dark runs of a row, as one subpath each. */
function dark(row: string, y: number): string {
  return [...row.matchAll(/1+/g)]
    .map(({ 0: run, index }) => `M${index + quiet} ${y + quiet}h${run.length}v1h-${run.length}z`)
    .join('');
}
