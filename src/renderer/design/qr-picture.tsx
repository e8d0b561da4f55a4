/** White modules that a reader needs on every side (ISO/IEC 18004, 9.1). */
const quiet = 4;

interface QrPictureProps {
  /** Rows of `0` and `1`, without the quiet zone. */
  rows: readonly string[];
  /** The description for a screen reader. */
  label: string;
  className: string;
}

/** A QR code with its quiet zone, black on white in every theme, in whole modules. */
export function QrPicture({ rows, label, className }: QrPictureProps) {
  const side = rows.length + 2 * quiet;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className={`aspect-square shrink-0 ${className}`}
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={rows.map(dark).join('')} fill="#000" />
    </svg>
  );
}

/** The dark runs of a row, each as one subpath. */
function dark(row: string, y: number): string {
  return [...row.matchAll(/1+/g)]
    .map(({ 0: run, index }) => `M${index + quiet} ${y + quiet}h${run.length}v1h-${run.length}z`)
    .join('');
}
