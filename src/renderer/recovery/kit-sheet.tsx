import { useTranslation } from 'react-i18next';
import type { KitPage } from '../../contract/recovery.ts';
import { formatDate } from '../words/dates.ts';
import { QrCode } from '../design/qr-code.tsx';
import '../design/paper.css';
import './print.css';

/** The printed page: whose vault, its date, the code in groups and as a QR code, and how to use it. */
export function KitSheet({ page }: { page: KitPage }) {
  const { t } = useTranslation();
  return (
    <article
      aria-label={t('recovery.sheet')}
      className="paper kit-sheet flex flex-col gap-5 rounded-2xl border border-line bg-white p-5 text-black shadow-lift forced-color-adjust-none sm:p-7"
    >
      <header className="flex items-start justify-between gap-4">
        <div>
          <h2 className="text-lg leading-tight font-semibold">{t('recovery.sheetTitle')}</h2>
          <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 text-hint">
            <dt>{t('recovery.sheetVault')}</dt>
            <dd className="font-mono font-semibold">{page.vaultName}</dd>
            <dt>{t('recovery.sheetMade')}</dt>
            <dd className="font-semibold">{formatDate(page.madeAt)}</dd>
          </dl>
        </div>
        <QrCode text={page.qrText} label={t('recovery.qr')} className="kit-qr w-32 sm:w-40" />
      </header>
      <ol
        aria-label={t('recovery.sheetCode')}
        className="kit-groups grid grid-cols-2 gap-2 min-[30rem]:grid-cols-4"
      >
        {page.groups.map(numbered).map(({ group, number }) => (
          <li
            key={number}
            className="flex items-center gap-2 rounded-lg border border-neutral-400 px-2.5 py-2 whitespace-nowrap"
          >
            <span className="w-3 text-end text-xs text-neutral-600">{number}</span>
            <span className="selectable font-mono text-base font-semibold slashed-zero tracking-wider">
              {group}
            </span>
          </li>
        ))}
      </ol>
      <section className="text-hint">
        <h3 className="font-semibold">{t('recovery.sheetHow')}</h3>
        <ol className="mt-1 flex list-decimal flex-col gap-1 ps-5">
          <li>{t('recovery.sheetHow1')}</li>
          <li>{t('recovery.sheetHow2')}</li>
          <li>
            {t('recovery.sheetHow3')}{' '}
            <span className="font-mono text-xs wrap-anywhere">{page.vaultPath}</span>
          </li>
        </ol>
      </section>
      <p className="text-hint font-medium">{t('recovery.sheetKeep')}</p>
      <div className="flex flex-col gap-5 pt-1 text-hint">
        {(['sheetKept', 'sheetNotes'] as const).map((line) => (
          <div key={line} className="flex items-end gap-3">
            <span>{t(`recovery.${line}`)}</span>
            <span aria-hidden className="h-5 flex-1 border-b border-neutral-500" />
          </div>
        ))}
      </div>
    </article>
  );
}

function numbered(group: string, index: number): { group: string; number: number } {
  return { group, number: index + 1 };
}
