import { useEffect, useRef } from 'react';
import { TextArea } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { textLimits } from '../../contract/limits.ts';
import { FieldFrame } from '../design/field-frame.tsx';
import { useUnsaved } from '../design/unsaved.tsx';
import { useLimit } from '../design/use-limit.ts';
import { errorWords } from '../words/error-words.ts';
import type { SourceFieldProps } from './source-form.tsx';

interface Subject {
  label: string;
  hint: string;
  /** @param isAtEnd whether the text cursor is behind the text */
  onChange: (text: string, isAtEnd: boolean) => void;
  /** Whether an error is about the text, and so shown here. */
  isOfField: (error: unknown) => boolean;
  /** The part of the text that an error names as wrong; null: none. */
  mistakeIn: (error: unknown, text: string) => [start: number, end: number] | null;
  /** How the text looks, beyond what all such fields have. */
  textClass?: string;
  autoCapitalize?: 'none';
}

/** What a QR code holds as well, typed or pasted, with a mistake said and selected. Enter sends the form. */
export function SourceField({
  value,
  onChange,
  error,
  autoFocus,
  label,
  hint,
  isOfField,
  mistakeIn,
  textClass = '',
  autoCapitalize,
}: Omit<SourceFieldProps, 'onChange'> & Subject) {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  useUnsaved(value !== '');
  const words = isOfField(error) ? errorWords(error, t) : undefined;
  const wrong = useLimit(area, value, textLimits.recoveryCode) ?? (words && `${words.title}. ${words.text}`);

  useEffect(() => {
    const field = area.current;
    const mistake = field && mistakeIn(error, field.value);
    if (!field || !mistake) return;
    field.focus();
    field.setSelectionRange(...mistake);
  }, [error, mistakeIn]);

  return (
    <FieldFrame
      label={label}
      hint={hint}
      wrong={wrong}
      value={value}
      onChange={(next) => onChange(next, area.current?.selectionStart === next.length)}
      autoFocus={autoFocus}
      autoComplete="off"
      spellCheck="false"
    >
      <TextArea
        ref={area}
        rows={2}
        autoCapitalize={autoCapitalize}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        className={`selectable w-full resize-none rounded-xl border border-control bg-surface px-3 py-2 font-mono text-head leading-relaxed text-ink data-[focused]:border-accent data-[focused]:outline-2 data-[focused]:-outline-offset-1 data-[focused]:outline-accent data-[invalid]:border-danger ${textClass}`}
      />
    </FieldFrame>
  );
}
