import { useTranslation } from 'react-i18next';
import { Bar } from '../design/bar.tsx';
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
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 card px-4 py-3">
      <Bar label={label} done={done}>
        <span aria-hidden className="flex items-center gap-2.5">
          {done === null && <Turning className="size-4 text-accent" />}
          {label}
        </span>
      </Bar>
      {onStop !== undefined && (
        <Button size="small" onPress={onStop}>
          {t('add.stop')}
        </Button>
      )}
      {isSlow && <p className="w-full text-hint text-pretty text-soft">{longText}</p>}
    </div>
  );
}
