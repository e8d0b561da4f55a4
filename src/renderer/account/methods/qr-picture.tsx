import { useTranslation } from 'react-i18next';

/** Modules of white that a reader needs on every side (ISO/IEC 18004, 9.1). */
const quiet = 4;

/** A QR code, black on white in every theme, at whole modules: `rows` of `0` and `1`. */
export function QrPicture({ rows }: { rows: readonly string[] }) {
  const { t } = useTranslation();
  const side = rows.length + 2 * quiet;
  return (
    <svg
      role="img"
      aria-label={t('account.methods.qr')}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="aspect-square w-60 shrink-0 rounded-2xl border border-line forced-color-adjust-none"
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
