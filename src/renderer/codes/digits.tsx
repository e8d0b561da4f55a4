import { useTranslation } from 'react-i18next';

const groupings: Record<number, readonly number[]> = {
  6: [3, 3],
  7: [3, 4],
  8: [4, 4],
  9: [3, 3, 3],
  10: [5, 5],
};

/** A code in groups that are easy to read; a screen reader reads its characters one by one. */
export function Digits({ code, className = '' }: { code: string; className?: string }) {
  return (
    <>
      <SeenDigits code={code} className={className} />
      <span className="sr-only">{spoken(code)}</span>
    </>
  );
}

/** The same only for the eye, where something else says the code. */
export function SeenDigits({ code, className = '' }: { code: string; className?: string }) {
  return (
    <span aria-hidden className={`digits inline-flex gap-[0.28em] whitespace-nowrap ${className}`}>
      {inGroups(code).map(({ start, text }) => (
        <span key={start}>{text}</span>
      ))}
    </span>
  );
}

/** A code as a screen reader should say it: one character at a time, with a pause between its groups. */
export function spoken(code: string): string {
  return inGroups(code)
    .map(({ text }) => text.split('').join(' '))
    .join(', ');
}

function inGroups(code: string): { start: number; text: string }[] {
  const groups = [];
  let start = 0;
  for (const length of groupings[code.length] ?? [code.length]) {
    groups.push({ start, text: code.slice(start, start + length) });
    start += length;
  }
  return groups;
}

/** Dots in place of a covered code. */
export function HiddenDigits({ length, className = '' }: { length: number; className?: string }) {
  const { t } = useTranslation();
  return (
    <>
      <span aria-hidden className={`digits inline-flex tracking-widest text-soft ${className}`}>
        {'•'.repeat(length)}
      </span>
      <span className="sr-only">{t('codes.hidden')}</span>
    </>
  );
}
