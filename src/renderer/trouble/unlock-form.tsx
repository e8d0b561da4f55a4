import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import { Button } from '../controls/button.tsx';
import { PassphraseField } from '../controls/passphrase-field.tsx';
import { contractCode, errorField, errorWords } from '../words/error-words.ts';

/** Opens the vault with the passphrase; after several wrong ones it says how long to wait. */
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
  const wait = useWait(unlock.error);
  const isWait = contractCode(unlock.error) === 'PASSPHRASE_WAIT';
  const words = unlock.error === null || isWait ? undefined : errorWords(unlock.error, t);

  return (
    <Form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '' && wait === 0 && !unlock.isPending)
          unlock.mutate({ passphrase }, { onError: () => field.current?.select() });
      }}
    >
      <PassphraseField
        label={t('trouble.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        autoFocus={autoFocus}
        inputRef={field}
        // How long is counted down on the button: said here too, it would stand still.
        error={wait > 0 ? t('trouble.waitWhy') : words && `${words.title}. ${words.text}`}
      />
      <Button type="submit" look={look} isPending={unlock.isPending} isDisabled={wait > 0} className="w-full">
        {wait > 0 ? t('trouble.waitSeconds', { count: wait }) : t('trouble.unlock')}
      </Button>
    </Form>
  );
}

/** Seconds until the next try, counted down; 0 when there is nothing to wait for. */
function useWait(error: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const waitMs = contractCode(error) === 'PASSPHRASE_WAIT' ? errorField(error, 'waitMs') : 0;
    const until = Date.now() + (typeof waitMs === 'number' ? waitMs : 0);
    const update = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    update();
    const timer = setInterval(update, 500);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}
