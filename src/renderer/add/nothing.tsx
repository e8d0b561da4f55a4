import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { open } from '../navigation/navigator.ts';
import { refusalWords } from '../words/error-words.ts';
import { Advice } from './failed.tsx';
import { PartsNotice } from './parts-notice.tsx';
import type { Scan } from './scan-state.ts';

/** A scan has ended without a code to keep: what it saw instead, and what to do. */
export function Nothing({ scan }: { scan: Scan }) {
  return (
    <div className="flex flex-col gap-4" role="status">
      <Unusable scan={scan} />
      <Advice way={scan.way} isRefused={scan.refusals.length + scan.parts.length > 0} />
    </div>
  );
}

/** What a scan saw that cannot be kept. */
export function Unusable({ scan }: { scan: Scan }) {
  const { t } = useTranslation();
  return (
    <>
      {scan.refusals.map((refusal) => (
        <Notice
          key={refusal.code}
          kind="warning"
          action={
            refusal.code === 'MIGRATION' && (
              <Button size="small" onPress={() => open({ at: 'import' })}>
                {t('imports.title')}
              </Button>
            )
          }
        >
          <p>{refusalWords(refusal, t)}</p>
        </Notice>
      ))}
      <PartsNotice parts={scan.parts} />
      {scan.refusals.length === 0 && scan.others > 0 && <p>{t('add.othersOnly', { count: scan.others })}</p>}
    </>
  );
}
