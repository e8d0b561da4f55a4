import { useTranslation } from 'react-i18next';

const groupings: Record<number, readonly number[]> = {
  6: [3, 3],
  7: [3, 4],
  8: [4, 4],
  9: [3, 3, 3],
  10: [5, 5],
};

/** A code in groups that the eye can hold; a screen reader hears its characters one by one. */
export function Digits({ code, className = '' }: { code: string; className?: string }) {
  let start = 0;
  const groups = (groupings[code.length] ?? [code.length]).map((length) => {
    start += length;
    return { start, text: code.slice(start - length, start) };
  });
  return (
    <>
      <span aria-hidden className={`digits inline-flex gap-[0.28em] whitespace-nowrap ${className}`}>
        {groups.map((group) => (
          <span key={group.start}>{group.text}</span>
        ))}
      </span>
      <span className="sr-only">{[...code].join(' ')}</span>
    </>
  );
}

/** Dots in place of a code that is covered. */
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
