import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { PassphraseField } from '../security/passphrase-field.tsx';
import { StopWaiting, usePassphraseWait } from '../security/passphrase-wait.tsx';
import { contractCode, errorWords } from '../words/error-words.ts';
import { Form } from '../design/form.tsx';

/** Opens the vault with the passphrase; after several wrong ones, the next waits and is then sent by itself. */
export function UnlockForm({
  look = 'primary',
  autoFocus = true,
}: {
  look?: 'primary' | 'quiet';
  autoFocus?: boolean;
}) {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const unlock = useMutation(useApplication().calls.vault.unlock.mutationOptions());
  const wait = usePassphraseWait(unlock.error, passphrase, () => {
    if (passphrase === '' || unlock.isPending) return;
    unlock.mutate({ passphrase }, { onError: selectWrong });
  });
  const words = unlock.error === null ? undefined : errorWords(unlock.error, t);

  /** Typing replaces a wrong passphrase; one that has to wait stays. */
  function selectWrong(error: unknown): void {
    if (contractCode(error) !== 'PASSPHRASE_WAIT') field.current?.select();
  }

  return (
    <Form className="flex flex-col gap-3" onSend={() => wait.submit()}>
      <PassphraseField
        label={t('trouble.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        autoFocus={autoFocus}
        inputRef={field}
        // The button counts the wait down: repeated here, the time would stand still.
        error={wait.text ?? (words && `${words.title}. ${words.text}`)}
      />
      <Button type="submit" look={look} isPending={unlock.isPending} className="w-full">
        {wait.label ?? t('trouble.unlock')}
      </Button>
      <StopWaiting wait={wait} />
    </Form>
  );
}
