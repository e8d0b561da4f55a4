import { useTranslation } from 'react-i18next';
import { ProgressBar } from 'react-aria-components';
import { Button } from '../design/button.tsx';
import { Turning } from '../design/turning.tsx';
import { useSlow } from '../design/use-slow.ts';

interface WorkingProps {
  label: string;
  /** 0 to 1; null if nobody knows. */
  done: number | null;
  /** Said when it takes long. */
  longText?: string;
  onStop?: () => void;
}

/** What is going on, how far it is, and how to stop it. */
export function Working({ label, done, longText, onStop }: WorkingProps) {
  const { t } = useTranslation();
  const isSlow = useSlow(longText !== undefined);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-2xl border border-line bg-surface px-4 py-3">
      <ProgressBar
        aria-label={label}
        isIndeterminate={done === null}
        value={(done ?? 0) * 100}
        className="flex min-w-40 flex-1 flex-col gap-2"
      >
        <span aria-hidden className="flex items-center gap-2.5">
          {done === null && <Turning className="size-4 text-accent" />}
          {label}
        </span>
        {done !== null && (
          <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-ink/10">
            <span
              className="block h-full rounded-full bg-accent transition-[width] duration-150"
              style={{ width: `${Math.max(4, done * 100)}%` }}
            />
          </span>
        )}
      </ProgressBar>
      {onStop !== undefined && (
        <Button size="small" onPress={onStop}>
          {t('add.stop')}
        </Button>
      )}
      {isSlow && <p className="w-full text-[0.8125rem] text-pretty text-soft">{longText}</p>}
    </div>
  );
}
