import { Label, ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Scan } from './scan-state.ts';

/** A scan's progress, and about how much time is left. */
export function ScanProgress({ scan, label }: { scan: Scan; label: string }) {
  const { t } = useTranslation();
  const { progress } = scan;
  if (progress === null) return null;
  const { done, remainingMs } = progress;
  return (
    <ProgressBar
      {...(done === null ? { isIndeterminate: true } : { value: done * 100 })}
      className="flex w-full flex-col gap-1.5"
    >
      {({ percentage }) => (
        <>
          <div className="flex justify-between gap-3 text-hint text-soft">
            <Label>{label}</Label>
            {remainingMs !== null && remainingMs >= 1_000 && (
              <span>{t('add.remaining', { count: Math.ceil(remainingMs / 1000) })}</span>
            )}
          </div>
          <div className="h-1.5 overflow-hidden rounded-full bg-track">
            <div
              className="h-full origin-left rtl:origin-right rounded-full bg-accent transition-transform duration-200"
              style={{ transform: `scaleX(${(percentage ?? 8) / 100})` }}
            />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
