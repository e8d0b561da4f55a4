import { Printer } from 'lucide-react';
import { memo, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Revealed } from '../../../contract/exports.ts';
import { Button } from '../../design/button.tsx';
import { fitsQrCode, QrCode } from '../../design/qr-code.tsx';
import { keyGroups } from '../../entry/key-groups.ts';
import { shapeWords } from '../../entry/shape.ts';
import { Notice } from '../../design/notice.tsx';
import { done } from '../../navigation/navigator.ts';
import { Panel } from '../../preferences/panel.tsx';
import { formatDate } from '../../words/dates.ts';
import '../../design/paper.css';
import './codes-sheet.css';

interface CodesSheetProps {
  entries: readonly Revealed[];
  onBack: () => void;
}

/** How many entries are drawn at a time, so that the window answers in between. */
const part = 8;

/** Entries with their keys and QR codes, to be printed and never saved. */
export function CodesSheet({ entries, onBack }: CodesSheetProps) {
  const { t } = useTranslation();
  const [now] = useState(() => Date.now());
  const drawn = useGrowing(entries.length);
  const isReady = drawn === entries.length;
  return (
    <Panel title={t('exports.paperTitle')} text={t('exports.paperText')} width="wide" onBack={onBack}>
      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          autoFocus
          icon={<Printer size={17} aria-hidden />}
          isPending={!isReady}
          onPress={() => window.print()}
        >
          {isReady ? t('recovery.print') : t('exports.paperDrawing', { drawn, of: entries.length })}
        </Button>
        <Button onPress={() => done({ at: 'list' })}>{t('imports.toList')}</Button>
      </div>
      <Notice kind="warning">
        <p>{t('exports.paperKeep')}</p>
      </Notice>
      <article
        aria-label={t('exports.paper')}
        aria-busy={!isReady}
        className="paper codes-sheet flex flex-col gap-5 rounded-2xl border border-line bg-white p-5 text-black shadow-lift forced-color-adjust-none sm:p-7"
      >
        <header>
          <h2 className="text-lg leading-tight font-semibold">{t('exports.paperHeading')}</h2>
          <p className="text-hint">
            {t('exports.paperMade', { date: formatDate(now), count: entries.length })}
          </p>
          <p className="text-hint font-medium">{t('exports.paperSecret')}</p>
        </header>
        <ul className="codes-sheet-list grid grid-cols-1 sm:grid-cols-2 sm:gap-x-6">
          {entries.slice(0, drawn).map((entry) => (
            <Line key={entry.id} entry={entry} />
          ))}
        </ul>
      </article>
    </Panel>
  );
}

const Line = memo(({ entry }: { entry: Revealed }) => {
  const { t } = useTranslation();
  const { issuer, account, counter, uri, secret } = entry;
  const shape = shapeWords(entry, t);
  return (
    <li className="codes-sheet-entry flex items-start gap-3 border-t border-neutral-300 py-3">
      {fitsQrCode(uri) ? (
        <QrCode
          text={uri}
          label={t('exports.qrOf', { name: issuer || account })}
          className="codes-sheet-qr w-28"
        />
      ) : (
        <p className="codes-sheet-qr w-28 shrink-0 text-xs">{t('exports.noQr')}</p>
      )}
      <div className="flex min-w-0 flex-col gap-1 text-hint wrap-anywhere">
        <p className="leading-snug font-semibold">
          <bdi>{issuer || account || t('codes.unnamed')}</bdi>
        </p>
        {issuer !== '' && account !== '' && (
          <p className="leading-snug">
            <bdi>{account}</bdi>
          </p>
        )}
        <p className="font-mono text-xs leading-snug font-semibold">{keyGroups(secret)}</p>
        <p className="text-xs text-neutral-700">
          {counter === null ? shape : `${shape} · ${t('imports.counter', { counter })}`}
        </p>
      </div>
    </li>
  );
});

/** Grows to `all`, a part at a time. */
function useGrowing(all: number): number {
  const [count, setCount] = useState(part);
  useEffect(() => {
    if (count >= all) return undefined;
    const timer = setTimeout(() => setCount(count + part));
    return () => clearTimeout(timer);
  }, [count, all]);
  return Math.min(count, all);
}
