import { useMemo, useState } from 'react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Code } from '../../contract/entry.ts';

/** How long before its end a code counts as nearly over, in milliseconds. */
export const lastSeconds = 5_000;

/** The CSS variables that ring.css needs, as of now. */
export type RingTiming = CSSProperties & { '--elapsed': string };

/** Where in its period a code is: for ring.css. Made anew for every code object. */
export function useRingTiming(code: Code | undefined): RingTiming | undefined {
  return useMemo(() => (code === undefined ? undefined : timingNow(code)), [code]);
}

function timingNow(code: Code): RingTiming {
  const now = Date.now();
  const period = code.validUntil - code.validFrom;
  const whole = Math.max(1, Math.round(period / 1000));
  return {
    '--period': `${period}ms`,
    '--elapsed': `${code.validFrom - now}ms`,
    '--steps': String(whole * 4),
    '--whole': String(whole),
    '--urgent': `${code.validUntil - lastSeconds - now}ms`,
  };
}

interface TimeRingProps {
  code: Code;
  timing: RingTiming;
  size: 'row' | 'detail';
}

/** A ring that empties, and the seconds in figures: always in the detail, in a row for the last five. */
export function TimeRing({ code, timing, size }: TimeRingProps) {
  const isRow = size === 'row';
  return (
    <span
      key={timing['--elapsed']}
      style={timing}
      className={`urgent-late relative inline-flex shrink-0 items-center justify-center text-accent ${isRow ? 'size-7' : 'size-12'}`}
    >
      <svg viewBox="0 0 36 36" aria-hidden className="absolute inset-0 -rotate-90">
        <circle cx="18" cy="18" r="15.5" fill="none" stroke="var(--color-line)" strokeWidth="3.5" />
        <circle
          cx="18"
          cy="18"
          r="15.5"
          pathLength="100"
          fill="none"
          stroke="currentColor"
          strokeWidth="3.5"
          className="ring-time"
        />
      </svg>
      <span
        aria-hidden
        className={`digits font-semibold ${isRow ? 'shown-late text-[0.6875rem]' : 'text-[0.9375rem] text-ink'}`}
      >
        <span className="ring-seconds" />
      </span>
      <SecondsLeft code={code} />
    </span>
  );
}

/**
 * The time left for a screen reader: as of the moment its row was shown or focused. It does not count down, so
 * that nothing chatters.
 */
function SecondsLeft({ code }: { code: Code }) {
  const { t } = useTranslation();
  const [count] = useState(() => Math.max(0, Math.ceil((code.validUntil - Date.now()) / 1000)));
  return <span className="sr-only">{t('codes.secondsLeft', { count })}</span>;
}
