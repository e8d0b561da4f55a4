import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import { ErrorNotice } from '../design/error-notice.tsx';
import { showToast } from '../design/toasts.tsx';
import { done } from '../navigation/navigator.ts';
import type { SyncStep } from '../navigation/place.ts';
import { Panel } from '../preferences/panel.tsx';
import { KitCodeForm } from '../recovery/kit-code-form.tsx';
import { contractCode } from '../words/error-words.ts';
import { JoinButtons } from './join-buttons.tsx';
import { useReadingCall } from './use-reading-call.ts';

/** What needs the code of a recovery kit: turning sync on, joining, and making the kit a member. */
export function KitStep({ step }: { step: Exclude<SyncStep, 'add'> }) {
  const { t } = useTranslation();
  const { sync } = useApplication().client;
  const send = useReadingCall(
    async (code, options) => sync[step]({ code }, options),
    'KIT_NOT_SEEN',
    () => {
      showToast(t(`sync.${step}Done`));
      done({ at: 'settings', section: 'sync' });
    },
  );
  if (contractCode(send.error) === 'SYNC_ELSEWHERE') {
    return (
      <Panel title={t('sync.joinTitle')} text={t('sync.joinText')}>
        <ErrorNotice error={send.error} />
        <JoinButtons instead />
      </Panel>
    );
  }
  return (
    <Panel title={t(`sync.${step}Title`)} text={t(`sync.${step}Text`)}>
      <KitCodeForm act={send} label={t(`sync.${step}Do`)} />
    </Panel>
  );
}
