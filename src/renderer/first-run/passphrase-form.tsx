import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ErrorNotice } from '../controls/notice.tsx';
import { NewPassphraseFields } from '../new-secret/new-passphrase-fields.tsx';
import { isOfNewPassphrase, useNewPassphrase } from '../new-secret/use-new-passphrase.ts';

interface PassphraseFormProps {
  create: (passphrase: string) => void;
  isPending: boolean;
  error: unknown;
  label: string;
}

/** A new passphrase, typed twice. */
export function PassphraseForm({ create, isPending, error, label }: PassphraseFormProps) {
  const { t } = useTranslation();
  const chosen = useNewPassphrase();
  return (
    <Form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.check() && !isPending) create(chosen.first);
      }}
    >
      <NewPassphraseFields
        autoFocus
        chosen={chosen}
        error={error}
        label={t('firstRun.passphrase')}
        hint={t('firstRun.passphraseHint')}
      />
      {!isOfNewPassphrase(error) && <ErrorNotice error={error} />}
      <Button type="submit" look="primary" size="big" isPending={isPending} isDisabled={chosen.first === ''}>
        {isPending ? t('firstRun.starting') : label}
      </Button>
    </Form>
  );
}
