import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import type { PassphraseWait } from './use-passphrase-wait.ts';

/** Cancels sending the typed text when the wait ends; renders nothing if it will not be sent. */
export function StopWaiting({ wait }: { wait: PassphraseWait }) {
  const { t } = useTranslation();
  if (!wait.isToBeSent) return null;
  return (
    <Button look="plain" onPress={wait.stop}>
      {t('trouble.waitStop')}
    </Button>
  );
}
