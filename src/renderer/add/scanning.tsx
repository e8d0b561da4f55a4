import { useTranslation } from 'react-i18next';
import { ScanQrCode } from 'lucide-react';
import { Button } from '../controls/button.tsx';
import { Notice } from '../controls/notice.tsx';
import { refusalWords } from '../words/error-words.ts';
import type { Scan } from './add-controller.ts';
import { Advice } from './failed.tsx';
import { PartsNotice } from './parts-notice.tsx';
import { ScanProgress } from './scan-progress.tsx';
import { useAdd } from './use-add.ts';

/** A scan that has found nothing yet, or has ended without finding anything. */
export function Scanning({ scan }: { scan: Scan }) {
  const { t } = useTranslation();
  const add = useAdd();
  if (scan.progress === null) return <Nothing scan={scan} />;
  return (
    <div className="flex flex-col items-center gap-6 py-4">
      <div
        aria-hidden
        className="relative flex size-32 items-center justify-center overflow-hidden rounded-3xl bg-tint text-accent"
      >
        <ScanQrCode size={64} strokeWidth={1.3} />
        <div className="sweeping absolute inset-x-0 -top-full h-full border-b-2 border-accent bg-linear-to-b from-transparent to-accent/15" />
      </div>
      <ScanProgress scan={scan} label={t('add.scanning')} />
      <Button onPress={add.stop}>{t('add.stop')}</Button>
    </div>
  );
}

function Nothing({ scan }: { scan: Scan }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-4" role="status">
      {scan.refusals.map((refusal) => (
        <Notice key={refusal.code} kind="warning">
          <p>{refusalWords(refusal, t)}</p>
        </Notice>
      ))}
      <PartsNotice parts={scan.parts} />
      {scan.refusals.length === 0 && scan.others > 0 && <p>{t('add.othersOnly', { count: scan.others })}</p>}
      <Advice way={scan.way} isRefused={scan.refusals.length + scan.parts.length > 0} />
    </div>
  );
}
