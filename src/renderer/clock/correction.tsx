import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { correctedWords } from './span-words.ts';

/** The correction in force, and the way back; nothing while there is none. */
export function Correction({ correctionMs, onTakeBack }: { correctionMs: number; onTakeBack: () => void }) {
  const { t } = useTranslation();
  if (correctionMs === 0) return null;
  return (
    <Notice title={correctedWords(correctionMs, t)}>
      <p>{t('clock.correctedText')}</p>
      <Button size="small" className="mt-2" onPress={onTakeBack}>
        {t('clock.takeBack')}
      </Button>
    </Notice>
  );
}
