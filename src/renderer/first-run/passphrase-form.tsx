import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ErrorNotice } from '../controls/notice.tsx';
import { PassphraseField } from '../controls/passphrase-field.tsx';
import { contractCode, errorWords } from '../words/error-words.ts';

interface PassphraseFormProps {
  create: (passphrase: string) => void;
  isPending: boolean;
  error: unknown;
  label: string;
}

/** A new passphrase, typed twice. */
export function PassphraseForm({ create, isPending, error, label }: PassphraseFormProps) {
  const { t } = useTranslation();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [differs, setDiffers] = useState(false);
  const isTooShort = contractCode(error) === 'PASSPHRASE_TOO_SHORT';
  const tooShort = isTooShort ? errorWords(error, t) : undefined;
  return (
    <Form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setDiffers(first !== second);
        if (first === second && !isPending) create(first);
      }}
    >
      <PassphraseField
        isNew
        autoFocus
        label={t('firstRun.passphrase')}
        hint={t('firstRun.passphraseHint')}
        value={first}
        onChange={setFirst}
        error={tooShort === undefined ? undefined : `${tooShort.title}. ${tooShort.text}`}
      />
      <PassphraseField
        isNew
        label={t('firstRun.repeat')}
        value={second}
        onChange={(value) => {
          setSecond(value);
          setDiffers(false);
        }}
        error={differs ? t('firstRun.differs') : undefined}
      />
      {!isTooShort && <ErrorNotice error={error} />}
      <Button type="submit" look="primary" size="big" isPending={isPending} isDisabled={first === ''}>
        {isPending ? t('firstRun.starting') : label}
      </Button>
    </Form>
  );
}
