/**
 * A ring that empties, with the time left in figures: always in the detail, in a row for the last five.
 * use-countdown.ts moves it. A screen reader can read the time left; nothing announces it.
 */
export function TimeRing({ size }: { size: 'row' | 'detail' }) {
  const isRow = size === 'row';
  return (
    <span
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
        className={`ring-seconds digits font-semibold ${isRow ? 'shown-late text-mini' : 'text-hint text-ink'}`}
      />
      <span className="ring-spoken sr-only" />
    </span>
  );
}
