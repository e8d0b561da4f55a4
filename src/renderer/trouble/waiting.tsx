import { useTranslation } from 'react-i18next';
import { Turning } from '../design/turning.tsx';
import { useSlow } from '../design/use-slow.ts';
import { Page } from '../design/page.tsx';

/** The vault is being opened: shows a placeholder after a moment. */
export function Opening() {
  const { t } = useTranslation();
  const isLong = useSlow(true, 4_000);
  return (
    <main aria-busy="true" className="after-150 mx-auto flex w-full max-w-xl flex-1 flex-col gap-2 p-4">
      <h1 className="sr-only">{t('trouble.opening')}</h1>
      <div className="mb-2 h-10 rounded-xl bg-sunken" />
      {[0, 1, 2, 3, 4].map((row) => (
        <div key={row} className="flex h-19 items-center gap-3 rounded-2xl bg-surface px-4">
          <div className="size-10 rounded-xl bg-sunken" />
          <div className="flex flex-1 flex-col gap-2">
            <div className="h-3 w-28 rounded bg-sunken" />
            <div className="h-2.5 w-40 rounded bg-sunken" />
          </div>
          <div className="h-5 w-24 rounded bg-sunken" />
        </div>
      ))}
      <p role="status" className="pt-3 text-center text-soft">
        {isLong ? t('trouble.openingLong') : t('trouble.opening')}
      </p>
    </main>
  );
}

/** The application has not been reached yet. */
export function Connecting() {
  const { t } = useTranslation();
  const isLong = useSlow(true, 4_000);
  return (
    <Page title={t('trouble.connecting')} className="after-150" icon={<Turning className="size-7" />}>
      <p role="status" className="min-h-10 text-center text-soft">
        {isLong && t('trouble.connectingLong')}
      </p>
    </Page>
  );
}
