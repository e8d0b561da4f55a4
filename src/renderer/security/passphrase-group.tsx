import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { Button } from '../design/button.tsx';
import { Sheet } from '../design/sheet.tsx';
import { showToast } from '../design/toasts.tsx';
import { Group } from '../design/group.tsx';
import { hasPassphrase } from './unlock-methods.ts';
import { UnlockMethodsForm } from './unlock-methods-form.tsx';

type Asked = 'add' | 'change' | 'remove';

/** The passphrase: add, change, and (if the session opens the vault) remove it. */
export function PassphraseGroup({ vault }: { vault: OpenState }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const isSet = hasPassphrase(vault);
  const close = () => setAsked(null);
  return (
    <Group title={t('trouble.passphrase')}>
      <p className="text-pretty">{isSet ? t('security.passphraseSet') : t('security.passphraseNone')}</p>
      {!vault.readOnly && (
        <div className="flex flex-wrap gap-2">
          {isSet ? (
            <Button onPress={() => setAsked('change')}>{t('security.changePassphrase')}</Button>
          ) : (
            <Button onPress={() => setAsked('add')}>{t('security.addPassphrase')}</Button>
          )}
          {isSet && vault.mode === 'session' && (
            <Button look="plain" className="text-danger!" onPress={() => setAsked('remove')}>
              {t('security.removePassphrase')}
            </Button>
          )}
        </div>
      )}
      <Sheet
        title={asked === null ? '' : t(`security.${asked}Title`)}
        isOpen={asked !== null}
        onClose={close}
        width="narrow"
      >
        {asked !== null && (
          <div className="flex flex-col gap-4 pt-1">
            <p className="text-pretty text-soft">{t(`security.${asked}Text`)}</p>
            <UnlockMethodsForm
              vault={vault}
              mode={vault.mode}
              passphrase={asked === 'remove' ? 'remove' : 'new'}
              label={t(`security.${asked}Yes`)}
              onCancel={close}
              onDone={() => {
                close();
                showToast(t(`security.${asked}Done`));
              }}
            />
          </div>
        )}
      </Sheet>
    </Group>
  );
}
