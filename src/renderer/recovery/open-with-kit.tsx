import { useTranslation } from 'react-i18next';
import { useAct } from '../connection/use-act.ts';
import { KitCodeForm } from './kit-code-form.tsx';
import { tryKit, type KitReading } from './kit-reading.ts';

/** Opens a vault that is locked or whose key is missing, with the code of its recovery kit. */
export function OpenWithKit() {
  const { t } = useTranslation();
  const open = useAct(async (client, reading: KitReading) =>
    tryKit(reading, async (code, options) => client.recovery.open({ code }, options)),
  );
  return <KitCodeForm act={open} label={t('recovery.open')} look="quiet" />;
}
