import { useTranslation } from 'react-i18next';
import type { TrialFailure } from '../../../contract/account-state.ts';

/** Which part of the trial failed to start, its own reason, and what to do. */
export function TrialFailureWords({ part, reason }: TrialFailure) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-1">
      <p className="text-pretty">{t(`trialFailure.${part}`)}</p>
      {/* The part's own sentence, in its own language. */}
      {reason !== '' && (
        <p className="wrap-anywhere">
          {t('trialFailure.reason')} <q lang="en">{reason}</q>
        </p>
      )}
      <p className="text-pretty">{t('trialFailure.next')}</p>
    </div>
  );
}
