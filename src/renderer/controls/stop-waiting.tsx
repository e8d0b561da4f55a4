import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import type { PassphraseWait } from './use-passphrase-wait.ts';

/** Keeps what was typed from being sent when the wait is over; nothing where it is not to be. */
export function StopWaiting({ wait }: { wait: PassphraseWait }) {
  const { t } = useTranslation();
  if (!wait.isToBeSent) return null;
  return (
    <Button look="plain" onPress={wait.stop}>
      {t('trouble.waitStop')}
    </Button>
  );
}
