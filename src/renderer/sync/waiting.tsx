import { useTranslation } from 'react-i18next';
import type { SyncView } from '../../contract/sync.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { Card } from '../design/card.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { QrCode } from '../design/qr-code.tsx';
import { Turning } from '../design/turning.tsx';
import { Panel } from '../preferences/panel.tsx';
import { TroubleNotice } from './trouble.tsx';

/** Shows the words and the QR code by which a computer that is in lets this one in. */
export function Waiting({ view }: { view: Extract<SyncView, { stage: 'waiting' }> }) {
  const { t } = useTranslation();
  const cancel = useAct(async (client) => client.sync.cancel());
  const { words, qrText, trouble } = view;
  return (
    <Panel title={t('sync.waitingTitle')} text={t('sync.waitingText')} width="wide">
      {trouble !== null && <TroubleNotice trouble={trouble} stage="waiting" />}
      <Card>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
          <ol
            aria-label={t('sync.words')}
            className="grid min-w-64 flex-1 grid-cols-[repeat(auto-fill,minmax(min(9rem,100%),1fr))] gap-2"
          >
            {words.map(numbered).map(({ word, number }) => (
              <li key={number} className="flex items-baseline gap-2.5 rounded-lg bg-sunken px-3 py-2">
                <span className="w-2.5 text-end text-hint text-soft">{number}</span>
                <span lang="en" className="selectable font-mono text-base font-medium">
                  {word}
                </span>
              </li>
            ))}
          </ol>
          <QrCode text={qrText} label={t('sync.qr')} className="mx-auto w-44 overflow-hidden rounded-xl" />
        </div>
        <p className="text-hint text-pretty text-soft">{t('sync.secret')}</p>
      </Card>
      <ErrorNotice error={cancel.error} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="flex items-center gap-2.5 text-soft">
          {trouble === null && (
            <>
              <Turning />
              {t('sync.waiting')}
            </>
          )}
        </p>
        <Button isPending={cancel.isPending} onPress={() => cancel.run()}>
          {t('entry.cancel')}
        </Button>
      </div>
    </Panel>
  );
}

function numbered(word: string, index: number): { word: string; number: number } {
  return { word, number: index + 1 };
}
