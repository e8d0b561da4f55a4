import { useTranslation } from 'react-i18next';
import { PassphraseField } from '../security/passphrase-field.tsx';
import { errorWords } from '../words/error-words.ts';
import { JudgedField } from './judged-field.tsx';
import { isOfNewPassphrase, type NewPassphrase } from './use-new-passphrase.ts';

interface NewPassphraseFieldsProps {
  chosen: NewPassphrase;
  /** The result of sending it; other errors are not shown here. */
  error: unknown;
  label: string;
  hint: string;
  autoFocus?: boolean;
}

/** A new passphrase, typed twice, with advice. */
export function NewPassphraseFields({
  chosen,
  error,
  label,
  hint,
  autoFocus = false,
}: NewPassphraseFieldsProps) {
  const { t } = useTranslation();
  const isOfThis = isOfNewPassphrase(error) && chosen.tried === chosen.first;
  const words = isOfThis ? errorWords(error, t) : undefined;
  return (
    <>
      <JudgedField
        covered={PassphraseField}
        autoFocus={autoFocus}
        label={label}
        hint={hint}
        value={chosen.first}
        onChange={chosen.setFirst}
        advice={chosen.advice}
        isTried={chosen.tried !== null}
        error={words && `${words.title}. ${words.text}`}
      />
      <PassphraseField
        isNew
        label={t('firstRun.repeat')}
        value={chosen.second}
        onChange={chosen.setSecond}
        error={chosen.differs ? t('firstRun.differs') : undefined}
      />
    </>
  );
}
