import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { StopWaiting, usePassphraseWait } from './passphrase-wait.tsx';
import { Sheet } from '../design/sheet.tsx';
import { showToast } from '../design/toasts.tsx';
import { Fact, Facts } from '../design/facts.tsx';
import { Group } from '../design/group.tsx';
import { contractCode, errorWords } from '../words/error-words.ts';
import { asksPassphrase } from './unlock-methods.ts';
import { Form } from '../design/form.tsx';

/** Shows the keychain in use, and offers a new key for the vault. */
export function KeyGroup({ vault }: { vault: OpenState }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const close = () => setAsked(false);
  return (
    <Group title={t('security.key')}>
      <Facts>
        <Fact name={t('settings.keychain')}>{vault.backend}</Fact>
        <Fact name={t('security.keyKept')}>{t(`security.keyKept_${vault.mode}`)}</Fact>
      </Facts>
      {!vault.readOnly && (
        <>
          <p className="text-hint text-pretty text-soft">{t('security.newKeyWhy')}</p>
          <Button className="self-start" onPress={() => setAsked(true)}>
            {t('security.newKey')}
          </Button>
        </>
      )}
      <Sheet title={t('security.newKeyTitle')} isOpen={asked} onClose={close} width="narrow">
        <NewKey vault={vault} onClose={close} />
      </Sheet>
    </Group>
  );
}

function NewKey({ vault, onClose }: { vault: OpenState; onClose: () => void }) {
  const { t } = useTranslation();
  const [current, setCurrent] = useState('');
  const rotate = useAct(
    async (client) => client.vault.rotateKey(current === '' ? {} : { current }),
    () => {
      onClose();
      showToast(t('security.newKeyDone'));
    },
  );
  const wait = usePassphraseWait(rotate.error, current, rotate.run);
  const code = contractCode(rotate.error);
  const isOfCurrent =
    code === 'PASSPHRASE_WRONG' || code === 'PASSPHRASE_WAIT' || code === 'PASSPHRASE_NEEDED';
  const isAsked = asksPassphrase(vault) || isOfCurrent;
  const words = isOfCurrent ? errorWords(rotate.error, t) : undefined;
  return (
    <Form className="flex flex-col gap-4 pt-1" onSend={() => wait.submit()}>
      <p className="text-pretty">{t('security.newKeyText')}</p>
      <p className="text-pretty text-soft">{t('security.newKeyStays')}</p>
      {isAsked && (
        <PassphraseField
          autoFocus
          label={t('security.current')}
          value={current}
          onChange={setCurrent}
          error={wait.text ?? (words && `${words.title}. ${words.text}`)}
        />
      )}
      {!isOfCurrent && <ErrorNotice error={rotate.error} />}
      <div className="flex flex-wrap justify-end gap-2">
        <StopWaiting wait={wait} />
        <Button onPress={onClose}>{t('entry.cancel')}</Button>
        <Button
          type="submit"
          look="primary"
          autoFocus={!isAsked}
          isPending={rotate.isPending}
          isDisabled={isAsked && current === ''}
        >
          {wait.label ?? t('security.newKeyYes')}
        </Button>
      </div>
    </Form>
  );
}
