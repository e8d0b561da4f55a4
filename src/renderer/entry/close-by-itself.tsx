import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { windowClock } from '../connection/window-clock.ts';
import { Button } from '../design/button.tsx';

/** How long secrets stay on the screen, in minutes. */
const shownMinutes = 5;

/** The foot of a sheet with secrets: closes it after a while, and says so, beside the button that closes it now. */
export function CloseByItself({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => windowClock.after(shownMinutes * 60_000, () => latest.current()), []);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-hint text-soft">{t('exports.closesAfter', { count: shownMinutes })}</p>
      <Button look="primary" autoFocus onPress={onClose}>
        {t('add.close')}
      </Button>
    </div>
  );
}
