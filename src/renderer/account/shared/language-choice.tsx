import { useTranslation } from 'react-i18next';
import type { Language } from '../../../contract/account.ts';
import { Choice } from '../../controls/choice.tsx';

interface LanguageChoiceProps {
  label: string;
  value: Language;
  onChange: (language: Language) => void;
}

/** The language in which the account's mails are written. */
export function LanguageChoice({ label, value, onChange }: LanguageChoiceProps) {
  const { t } = useTranslation();
  return (
    <Choice
      label={label}
      look="segments"
      value={value}
      onChange={onChange}
      options={[
        { value: 'en', label: t('account.page.languages.en') },
        { value: 'nl', label: t('account.page.languages.nl') },
      ]}
    />
  );
}
