import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication, useLive } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { open } from '../navigation/navigator.ts';
import { correctedWords } from './span-words.ts';

/** A line at the bottom, wherever codes show, while they are corrected for the clock. */
export function CorrectionBar({ isLeading = true }: { isLeading?: boolean }) {
  const { t } = useTranslation();
  const correctionMs = useLive(useApplication().preferences)?.codeCorrectionMs ?? 0;
  if (correctionMs === 0) return null;
  return (
    <aside
      aria-label={t('settings.clock')}
      className="flex shrink-0 items-center justify-center gap-x-2 border-t border-note-line bg-note px-4 py-1 text-hint"
    >
      <Clock size={15} aria-hidden className="shrink-0 text-urgent" />
      <span>{correctedWords(correctionMs, t)}</span>
      {isLeading && (
        <Button
          look="plain"
          size="small"
          className="h-7! shrink-0 px-1.5!"
          onPress={() => open({ at: 'settings', section: 'clock' })}
        >
          {t('clock.change')}
        </Button>
      )}
    </aside>
  );
}
