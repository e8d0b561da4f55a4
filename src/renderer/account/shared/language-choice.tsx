import { languages, type Language } from '../../../contract/vocabulary.ts';
import { Select } from '../../design/select.tsx';
import { languageName } from '../../words/languages.ts';

interface LanguageChoiceProps {
  label: string;
  value: Language;
  onChange: (language: Language) => void;
}

/** The language of the account's mails. */
export function LanguageChoice({ label, value, onChange }: LanguageChoiceProps) {
  return (
    <Select
      label={label}
      value={value}
      onChange={onChange}
      options={languages.map((language) => ({
        value: language,
        label: languageName(language),
        lang: language,
      }))}
    />
  );
}
