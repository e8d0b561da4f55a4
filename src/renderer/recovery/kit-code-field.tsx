import { useEffect, useRef } from 'react';
import { TextArea } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { textLimits } from '../../contract/limits.ts';
import { FieldFrame } from '../design/field-frame.tsx';
import { useUnsaved } from '../design/unsaved.tsx';
import { useLimit } from '../design/use-limit.ts';
import { contractCode, errorField, errorWords } from '../words/error-words.ts';
import { charactersOf, codeLength, inGroups, rangeOfGroup } from './code-groups.ts';
import type { SourceFieldProps } from './source-form.tsx';

const codeTroubles: ReadonlySet<string> = new Set(['KIT_TYPO', 'KIT_LENGTH', 'KIT_WRONG']);

/** Whether an error is about the code in the field, and so shown at it. */
export function isOfKitCode(error: unknown): boolean {
  const code = contractCode(error);
  return code !== null && codeTroubles.has(code);
}

/** The recovery code of the kit's page: in groups during typing, with a mistake pointed out. Enter sends the form. */
export function KitCodeField({ value, onChange, error, autoFocus }: SourceFieldProps) {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  useUnsaved(value !== '');
  const words = isOfKitCode(error) ? errorWords(error, t) : undefined;
  const wrong = useLimit(area, value, textLimits.recoveryCode) ?? (words && `${words.title}. ${words.text}`);

  useEffect(() => {
    const field = area.current;
    const group = contractCode(error) === 'KIT_TYPO' ? errorField(error, 'group') : undefined;
    if (field === null || typeof group !== 'number') return;
    field.focus();
    field.setSelectionRange(...rangeOfGroup(field.value, group));
  }, [error]);

  return (
    <FieldFrame
      label={t('recovery.code')}
      hint={t('recovery.codeHint', { typed: charactersOf(value), all: codeLength })}
      wrong={wrong}
      value={value}
      onChange={(next) => {
        const isAtEnd = area.current?.selectionStart === next.length;
        onChange(isAtEnd && next.length > value.length ? inGroups(next) : next);
      }}
      autoFocus={autoFocus}
      autoComplete="off"
      spellCheck="false"
    >
      <TextArea
        ref={area}
        rows={2}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        className="selectable w-full resize-none rounded-xl border border-control bg-surface px-3 py-2 font-mono text-head leading-relaxed tracking-wide text-ink uppercase data-[focused]:border-accent data-[focused]:outline-2 data-[focused]:-outline-offset-1 data-[focused]:outline-accent data-[invalid]:border-danger"
      />
    </FieldFrame>
  );
}
