import { languages, type Language } from '../../../contract/vocabulary.ts';
import { Choice } from '../../design/choice.tsx';
import { languageName } from '../../words/languages.ts';

interface LanguageChoiceProps {
  label: string;
  value: Language;
  onChange: (language: Language) => void;
}

/** The language of the account's mails. */
export function LanguageChoice({ label, value, onChange }: LanguageChoiceProps) {
  return (
    <Choice
      label={label}
      look="segments"
      value={value}
      onChange={onChange}
      options={languages.map((language) => ({ value: language, label: languageName(language) }))}
    />
  );
}
