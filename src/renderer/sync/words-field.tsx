import { useEffect, useRef } from 'react';
import { TextArea } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { textLimits } from '../../contract/limits.ts';
import { FieldFrame } from '../design/field-frame.tsx';
import { useUnsaved } from '../design/unsaved.tsx';
import { useLimit } from '../design/use-limit.ts';
import type { SourceFieldProps } from '../recovery/source-form.tsx';
import { contractCode, errorField, errorWords } from '../words/error-words.ts';

const wordTroubles: ReadonlySet<string> = new Set([
  'JOIN_WORD_UNKNOWN',
  'JOIN_WORDS_COUNT',
  'JOIN_NOT_ASKED',
]);

/** Whether an error is about the words in the field, and so shown at it. */
export function isOfWords(error: unknown): boolean {
  const code = contractCode(error);
  return code !== null && wordTroubles.has(code);
}

/** The six words of a computer that joins, with a mistake selected and said. Enter sends the form. */
export function WordsField({ value, onChange, error, autoFocus }: SourceFieldProps) {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  useUnsaved(value !== '');
  const words = isOfWords(error) ? errorWords(error, t) : undefined;
  const wrong = useLimit(area, value, textLimits.recoveryCode) ?? (words && `${words.title}. ${words.text}`);

  useEffect(() => {
    const field = area.current;
    const place = contractCode(error) === 'JOIN_WORD_UNKNOWN' ? errorField(error, 'place') : undefined;
    if (field === null || typeof place !== 'number') return;
    field.focus();
    field.setSelectionRange(...rangeOfWord(field.value, place));
  }, [error]);

  return (
    <FieldFrame
      label={t('sync.words')}
      hint={t('sync.addHint')}
      wrong={wrong}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      autoComplete="off"
      spellCheck="false"
    >
      <TextArea
        ref={area}
        rows={2}
        autoCapitalize="none"
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        className="selectable w-full resize-none rounded-xl border border-control bg-surface px-3 py-2 font-mono text-head leading-relaxed text-ink data-[focused]:border-accent data-[focused]:outline-2 data-[focused]:-outline-offset-1 data-[focused]:outline-accent data-[invalid]:border-danger"
      />
    </FieldFrame>
  );
}

/** Where a word (counted from 1) is in a text, as `readJoinWords` parts it. */
function rangeOfWord(text: string, place: number): [number, number] {
  const found = [...text.matchAll(/\p{L}+/gu)][place - 1];
  const start = found?.index ?? 0;
  return [start, start + (found?.[0].length ?? text.length)];
}
