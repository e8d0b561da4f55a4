import { create } from 'qrcode';
import { QrPicture } from '../controls/qr-picture.tsx';

/** A text as a QR code with error correction M. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const rows = Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (__, x) => (modules.get(y, x) === 1 ? '1' : '0')).join(''),
  );
  return <QrPicture rows={rows} label={label} className="kit-qr w-32 sm:w-40" />;
}
