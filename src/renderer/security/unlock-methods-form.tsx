import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockMode, OpenState } from '../../contract/vault.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { StopWaiting, usePassphraseWait } from './passphrase-wait.tsx';
import { NewPassphraseFields } from '../new-secret/new-passphrase-fields.tsx';
import { isOfNewPassphrase, useNewPassphrase } from '../new-secret/use-new-passphrase.ts';
import { contractCode, errorWords } from '../words/error-words.ts';
import { asksPassphrase } from './unlock-methods.ts';
import { Form } from '../design/form.tsx';

interface UnlockMethodsFormProps {
  vault: OpenState;
  mode: LockMode;
  /** `new`: a new one is typed twice; `keep`: the present one, or none, stays; `remove`: none from then on. */
  passphrase: 'new' | 'keep' | 'remove';
  label: string;
  onDone: () => void;
  onCancel?: () => void;
  autoFocus?: boolean;
}

const currentTroubles: ReadonlySet<string> = new Set([
  'PASSPHRASE_WRONG',
  'PASSPHRASE_WAIT',
  'PASSPHRASE_NEEDED',
]);

/** Changes what opens the vault: asks for the present passphrase, if any, and for a new one if needed. */
export function UnlockMethodsForm(props: UnlockMethodsFormProps) {
  const { vault, mode, passphrase, label, onDone, onCancel, autoFocus = true } = props;
  const { t } = useTranslation();
  const [current, setCurrent] = useState('');
  const isNew = passphrase === 'new';
  const chosen = useNewPassphrase();
  const change = useAct(
    async (client) =>
      client.vault.setUnlockMethods({
        mode,
        ...(current !== '' && { current }),
        ...(isNew && { passphrase: chosen.first }),
        ...(passphrase === 'remove' && { passphrase: null }),
      }),
    onDone,
  );
  const wait = usePassphraseWait(change.error, current, change.run);
  const code = contractCode(change.error);
  const words = change.error === null ? undefined : errorWords(change.error, t);
  const line = words && `${words.title}. ${words.text}`;
  const isOfCurrent = code !== null && currentTroubles.has(code);
  const isAsked = asksPassphrase(vault) || isOfCurrent;
  return (
    <Form
      className="flex flex-col gap-4"
      onSend={() => {
        if (!isNew || chosen.check()) wait.submit();
      }}
    >
      {isAsked && (
        <PassphraseField
          label={t('security.current')}
          value={current}
          onChange={setCurrent}
          autoFocus={autoFocus}
          error={wait.text ?? (isOfCurrent ? line : undefined)}
        />
      )}
      {isNew && (
        <NewPassphraseFields
          autoFocus={autoFocus && !isAsked}
          chosen={chosen}
          error={change.error}
          label={t('security.newPassphrase')}
          hint={t('firstRun.passphraseHint')}
        />
      )}
      {!isOfCurrent && !isOfNewPassphrase(change.error) && <ErrorNotice error={change.error} />}
      <div className="flex flex-wrap justify-end gap-2">
        <StopWaiting wait={wait} />
        {onCancel !== undefined && <Button onPress={onCancel}>{t('entry.cancel')}</Button>}
        <Button
          type="submit"
          look="primary"
          autoFocus={autoFocus && !isAsked && !isNew}
          isPending={change.isPending}
          isDisabled={(isNew && chosen.first === '') || (asksPassphrase(vault) && current === '')}
        >
          {wait.label ?? label}
        </Button>
      </div>
    </Form>
  );
}
