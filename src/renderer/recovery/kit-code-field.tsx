import { useTranslation } from 'react-i18next';
import { contractCode, errorField } from '../words/error-words.ts';
import { charactersOf, codeLength, inGroups, rangeOfGroup } from './code-groups.ts';
import { SourceField } from './source-field.tsx';
import type { SourceFieldProps } from './source-form.tsx';

const codeTroubles: ReadonlySet<string> = new Set(['KIT_TYPO', 'KIT_LENGTH', 'KIT_WRONG']);

/** Whether an error is about the code in the field, and so shown at it. */
export function isOfKitCode(error: unknown): boolean {
  const code = contractCode(error);
  return code !== null && codeTroubles.has(code);
}

/** The recovery code of the kit's page, in groups during typing. */
export function KitCodeField(field: SourceFieldProps) {
  const { t } = useTranslation();
  const { value, onChange } = field;
  return (
    <SourceField
      {...field}
      label={t('recovery.code')}
      hint={t('recovery.codeHint', { typed: charactersOf(value), all: codeLength })}
      onChange={(next, isAtEnd) => onChange(isAtEnd && next.length > value.length ? inGroups(next) : next)}
      isOfField={isOfKitCode}
      mistakeIn={wrongGroup}
      textClass="tracking-wide uppercase"
    />
  );
}

function wrongGroup(error: unknown, text: string): [number, number] | null {
  const group = contractCode(error) === 'KIT_TYPO' ? errorField(error, 'group') : undefined;
  return typeof group === 'number' ? rangeOfGroup(text, group) : null;
}
