import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import { showToast } from '../design/toasts.tsx';
import { done } from '../navigation/navigator.ts';
import { Panel } from '../preferences/panel.tsx';
import { SourceForm } from '../recovery/source-form.tsx';
import { useReadingCall } from './use-reading-call.ts';
import { isOfWords, WordsField } from './words-field.tsx';

/** Lets a computer in: its words, typed or pasted, or its QR code. */
export function AddComputer() {
  const { t } = useTranslation();
  const { sync } = useApplication().client;
  const add = useReadingCall(
    async (words, options) => sync.add({ words }, options),
    'JOIN_NOT_SEEN',
    ({ name }) => {
      showToast(t('sync.addDone', { name }));
      done({ at: 'settings', section: 'sync' });
    },
  );
  return (
    <Panel title={t('sync.add')} text={t('sync.addText')}>
      <SourceForm
        act={add}
        label={t('sync.addDo')}
        Field={WordsField}
        isOfField={isOfWords}
        says={{
          text: t('sync.scanText'),
          scanning: t('sync.scanning'),
          stopped: t('sync.scanStopped'),
        }}
      />
    </Panel>
  );
}
