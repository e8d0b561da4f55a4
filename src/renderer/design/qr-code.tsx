import { create } from 'qrcode';
import { useMemo } from 'react';
import { qrCapacity } from '../../contract/limits.ts';
import { QrPicture } from './qr-picture.tsx';

interface QrCodeProps {
  text: string;
  /** The description for a screen reader. */
  label: string;
  className: string;
}

/**
 * A text as a QR code, at the best error correction up to M that has room for it; nothing if none has. It is
 * drawn with whatever holds it: a page that is printed at once has it.
 */
export function QrCode({ text, label, className }: QrCodeProps) {
  const rows = useMemo(() => (fitsQrCode(text) ? rowsOf(text) : null), [text]);
  return rows === null ? null : <QrPicture rows={rows} label={label} className={className} />;
}

/** Can a QR code hold this text? */
export function fitsQrCode(text: string): boolean {
  return bytesOf(text) <= qrCapacity.L;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The rows of a text's QR code, one character a module: `1` is dark. */
function rowsOf(text: string): string[] {
  const errorCorrectionLevel = bytesOf(text) <= qrCapacity.M ? 'M' : 'L';
  const { modules } = create(text, { errorCorrectionLevel });
  return Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (__, x) => (modules.get(y, x) === 1 ? '1' : '0')).join(''),
  );
}
