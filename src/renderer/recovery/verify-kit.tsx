import { useTranslation } from 'react-i18next';
import { useAct } from '../connection/use-act.ts';
import { showToast } from '../design/toasts.tsx';
import { Panel } from '../preferences/panel.tsx';
import { KitCodeForm } from './kit-code-form.tsx';
import { tryKit, type KitReading } from './kit-reading.ts';

/** Checks that a page at hand is the kit in force: asks for its whole code, typed or pasted. */
export function VerifyKit({ onEnd }: { onEnd: () => void }) {
  const { t } = useTranslation();
  const verify = useAct(
    async (client, reading: KitReading) =>
      tryKit(reading, async (code, options) => client.recovery.verify({ code }, options)),
    () => {
      showToast(t('recovery.checkDone'));
      onEnd();
    },
  );
  return (
    <Panel title={t('recovery.checkTitle')} text={t('recovery.verifyText')}>
      <KitCodeForm act={verify} label={t('recovery.check')} />
    </Panel>
  );
}
