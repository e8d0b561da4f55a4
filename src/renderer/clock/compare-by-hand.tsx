import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPlausible } from '../../contract/correction.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Field } from '../design/field.tsx';
import { Group } from '../design/group.tsx';
import { aheadOf, timeOfDay } from './other-clock.ts';
import { spanWords } from './span-words.ts';

/** What pressing a button by hand can't tell, in ms. */
const byHandMs = 3_000;

/**
 * Compares the clock with another one without any network: the person types the minute that the other one shows next, and
 * presses when it does.
 */
export function CompareByHand({ onCorrect }: { onCorrect: (ms: number) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [ahead, setAhead] = useState<number | null>(null);
  const typed = timeOfDay(text);
  const press = useAct(async (client) => {
    const { at } = await client.clock.now();
    setAhead(typed === null ? null : aheadOf(typed, at));
  });
  const isWrong = text !== '' && typed === null && text.length >= 4;
  const agrees = ahead !== null && Math.abs(ahead) < byHandMs;
  return (
    <Group title={t('clock.byHand')} text={t('clock.byHandText')}>
      <div className="flex flex-wrap items-end gap-2">
        <Field
          label={t('clock.nextMinute')}
          value={text}
          onChange={(next) => {
            setText(next);
            setAhead(null);
          }}
          isFleeting
          inputMode="numeric"
          error={isWrong ? t('clock.notATime') : undefined}
          className="w-44"
          inputClassName="digits"
        />
        <Button isDisabled={typed === null} onPress={() => press.run()}>
          {t('clock.pressNow')}
        </Button>
      </div>
      <ErrorNotice error={press.error} />
      <div role="status" className="empty:-mt-4">
        {ahead !== null && (
          <p>
            {agrees
              ? t('clock.byHandAgrees')
              : t(ahead > 0 ? 'clock.byHandBehind' : 'clock.byHandAhead', { span: spanWords(ahead) })}
          </p>
        )}
      </div>
      {ahead !== null && !agrees && isPlausible(ahead) && (
        <Button
          className="self-start"
          onPress={() => {
            onCorrect(ahead);
            setAhead(null);
            setText('');
          }}
        >
          {t('clock.correctBy')}
        </Button>
      )}
    </Group>
  );
}
