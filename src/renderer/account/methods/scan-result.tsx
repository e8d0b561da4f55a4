import { useTranslation } from 'react-i18next';
import type { AddState } from '../../add/add-controller.ts';
import { Button } from '../../controls/button.tsx';
import { ErrorNotice, Notice } from '../../controls/notice.tsx';
import { ScanProgress } from '../../add/scan-progress.tsx';

/** The state of the screen scan, below its button. */
export function ScanResult({ state, onStop }: { state: AddState; onStop: () => void }) {
  const { t } = useTranslation();
  if (state.step === 'failed') return <ErrorNotice error={state.error} />;
  if (state.step !== 'scan' || state.previews.length > 0) return null;
  if (state.progress !== null) {
    return (
      <div className="flex items-end gap-3">
        <ScanProgress scan={state} label={t('account.methods.scanning')} />
        <Button size="small" onPress={onStop}>
          {t('account.methods.scanStop')}
        </Button>
      </div>
    );
  }
  return (
    <Notice kind="warning" isAlert>
      <p>{t('account.methods.scanNothing')}</p>
    </Notice>
  );
}
