import { Check, Copy } from 'lucide-react';
import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { useCodeNow } from '../codes/code-store.ts';
import type { ShownCode } from '../codes/code-store.ts';
import { Digits } from '../codes/digits.tsx';
import { NextCodeButton } from '../codes/next-code.tsx';
import { TimeRing } from '../codes/time-ring.tsx';
import { copied } from '../codes/use-copy.ts';
import { lastSeconds, useCountdown } from '../codes/use-countdown.ts';
import { useApplication } from '../connection/application.ts';
import { windowClock } from '../connection/window-clock.ts';
import { useStore } from '../connection/store.ts';
import { Button } from '../design/button.tsx';

interface BigCodeProps {
  entry: EntryView;
  isReadOnly: boolean;
  onCopy: (entry: EntryView, which?: 'current' | 'next') => void;
}

/** The code, large; a ring with the seconds; the next code in its own place, so the current one never moves. */
export function BigCode({ entry, isReadOnly, onCopy }: BigCodeProps) {
  const { t } = useTranslation();
  const { codes } = useApplication();
  const { code, advanced, now } = useCodeNow(codes, entry);
  const card = useCountdown(code, t);
  const isHotp = entry.kind === 'hotp';
  return (
    <div ref={card} className="hero flex flex-col gap-4 p-5 tiny:p-3">
      <div className="flex min-h-14 flex-wrap items-center justify-between gap-4 tiny:gap-2">
        <div className="min-w-0">
          {now === undefined ? (
            <p className="text-soft">{isHotp ? t('codes.hotpAsk') : t('codes.waiting')}</p>
          ) : (
            <Digits
              code={now}
              className={`selectable urgent-late flex-wrap leading-none font-medium ${now.length > 8 ? 'text-4xl' : 'text-5xl'} stacked:text-[min(2.25rem,13vw)]`}
            />
          )}
        </div>
        {!isHotp && code !== undefined && <TimeRing size="detail" />}
      </div>
      {isHotp && advanced !== undefined && (
        <p className="-mt-2 text-hint text-soft">{t('codes.counterAt', { counter: advanced.counter })}</p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {now !== undefined && <CopyButton entry={entry} which="current" onCopy={onCopy} />}
        {isHotp && <NextCodeButton entry={entry} isReadOnly={isReadOnly} look="detail" />}
      </div>
      {!isHotp && code !== undefined && code.next !== '' && (
        <NextLine entry={entry} code={code} onCopy={onCopy} />
      )}
    </div>
  );
}

function NextLine({ entry, code, onCopy }: Pick<BigCodeProps, 'entry' | 'onCopy'> & { code: ShownCode }) {
  const { t } = useTranslation();
  const isLate = useIsLate(code);
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-3 border-t border-line pt-3">
      <span className="text-soft">{t('codes.next')}</span>
      <Digits code={code.next} className="selectable flex-wrap text-lg text-soft" />
      {isLate && (
        <span className="enter-appear ms-auto max-w-full">
          <CopyButton entry={entry} which="next" onCopy={onCopy} />
        </span>
      )}
    </div>
  );
}

function CopyButton({
  entry,
  which,
  onCopy,
}: Pick<BigCodeProps, 'entry' | 'onCopy'> & { which: 'current' | 'next' }) {
  const { t } = useTranslation();
  const last = useStore(copied);
  const isCopied = last?.id === entry.id && last.which === which;
  const words = which === 'current' ? t('codes.copyCode') : t('codes.copyNext');
  const size = which === 'current' ? 17 : 15;
  return (
    <Button
      look={which === 'current' ? 'primary' : 'quiet'}
      size={which === 'current' ? 'normal' : 'small'}
      className={which === 'current' ? 'min-w-[min(9rem,100%)]' : ''}
      icon={isCopied ? <Check size={size} strokeWidth={3} aria-hidden /> : <Copy size={size} aria-hidden />}
      // Its name stays: a screen reader would say the change beside what announces the copy.
      aria-label={words}
      onPress={() => onCopy(entry, which)}
    >
      {isCopied ? t('codes.copied') : words}
    </Button>
  );
}

/** Is the code in its last seconds? Uses one timer per period. */
function useIsLate(code: ShownCode): boolean {
  const lateAt = code.validUntil - lastSeconds;
  return useSyncExternalStore(
    useCallback(
      (changed) => windowClock.after(Math.max(0, lateAt - windowClock.elapsed()), changed),
      [lateAt],
    ),
    () => windowClock.elapsed() >= lateAt,
  );
}
