import { useTranslation } from 'react-i18next';
import { SourceField } from '../recovery/source-field.tsx';
import type { SourceFieldProps } from '../recovery/source-form.tsx';
import { contractCode, errorField } from '../words/error-words.ts';

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

/** The six words of a computer that joins. */
export function WordsField(field: SourceFieldProps) {
  const { t } = useTranslation();
  return (
    <SourceField
      {...field}
      label={t('sync.words')}
      hint={t('sync.addHint')}
      isOfField={isOfWords}
      mistakeIn={wrongWord}
      autoCapitalize="none"
    />
  );
}

/** The unknown word, which is counted from 1 as `readJoinWords` parts the text. */
function wrongWord(error: unknown, text: string): [number, number] | null {
  const place = contractCode(error) === 'JOIN_WORD_UNKNOWN' ? errorField(error, 'place') : undefined;
  if (typeof place !== 'number') return null;
  const found = [...text.matchAll(/\p{L}+/gu)][place - 1];
  const start = found?.index ?? 0;
  return [start, start + (found?.[0].length ?? text.length)];
}
