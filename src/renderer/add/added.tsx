import { Copy, LifeBuoy } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { useCodeNow } from '../codes/code-store.ts';
import { Digits, spoken } from '../codes/digits.tsx';
import { IssuerIcon } from '../codes/issuer-icon.tsx';
import { nameOf } from '../codes/name.ts';
import { NextCodeButton } from '../codes/next-code.tsx';
import { TimeRing } from '../codes/time-ring.tsx';
import { useCopy } from '../codes/use-copy.ts';
import { useCountdown } from '../codes/use-countdown.ts';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { announce } from '../design/toasts.tsx';
import { done } from '../navigation/navigator.ts';
import { useAdd, useSite } from './use-add.ts';

/** After adding: the first code, large, to type at the site, and what to do next. */
export function Added({ entries }: { entries: readonly EntryView[] }) {
  const { t } = useTranslation();
  const add = useAdd();
  const site = useSite();
  const [first] = entries;
  const isSingle = entries.length === 1;
  return (
    <div className="flex flex-1 flex-col gap-5">
      {isSingle && first !== undefined ? <FirstCode entry={first} /> : <Names entries={entries} />}
      <div className="flex items-start gap-3.5 card p-4">
        <LifeBuoy size={20} aria-hidden className="mt-0.5 shrink-0 text-accent" />
        <div>
          <h3 className="font-medium">{t('add.recoveryTitle')}</h3>
          <p className="text-hint text-pretty text-soft">{t('add.recoveryText')}</p>
        </div>
      </div>
      <div className="mt-auto flex flex-wrap justify-end gap-2">
        {site === undefined && <Button onPress={add.choose}>{t('add.addAnother')}</Button>}
        <Button
          look="primary"
          className="min-w-28"
          autoFocus
          onPress={() =>
            site === undefined
              ? done({ at: 'list', ...(first !== undefined && { shows: first.id }) })
              : done()
          }
        >
          {site === undefined ? t('add.done') : t('moving.backToList')}
        </Button>
      </div>
    </div>
  );
}

function FirstCode({ entry }: { entry: EntryView }) {
  const { t } = useTranslation();
  const { codes } = useApplication();
  const { code, now } = useCodeNow(codes, entry);
  const place = useCountdown(code, t);
  const copy = useCopy();
  const isSaid = useRef(false);
  useEffect(() => {
    if (now === undefined || isSaid.current) return;
    isSaid.current = true;
    announce(`${nameOf(entry, t)}: ${spoken(now)}`);
  }, [now, entry, t]);
  return (
    <div className="hero flex flex-col items-center gap-3 px-4 py-7 text-center tiny:px-2 tiny:py-4">
      <IssuerIcon issuer={entry.issuer} account={entry.account} icon={entry.icon} size={52} />
      <p className="max-w-full wrap-anywhere text-soft">
        <bdi>{nameOf(entry, t)}</bdi>
      </p>
      <div ref={place} className="flex min-h-14 flex-wrap items-center justify-center gap-4">
        {now !== undefined && (
          <Digits
            code={now}
            className="selectable flex-wrap text-5xl font-medium stacked:text-[min(2.25rem,13vw)]"
          />
        )}
        {code !== undefined && <TimeRing size="detail" />}
      </div>
      <p className="font-medium">{t('add.typeIt')}</p>
      {entry.kind === 'hotp' ? (
        <NextCodeButton entry={entry} isReadOnly={false} look="detail" />
      ) : (
        <Button icon={<Copy size={17} aria-hidden />} onPress={() => void copy(entry)}>
          {t('codes.copyCode')}
        </Button>
      )}
    </div>
  );
}

/** How many names are listed; the rest are in the list behind. */
const namesShown = 50;

function Names({ entries }: { entries: readonly EntryView[] }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="flex max-h-64 flex-col divide-y divide-line scrolls rounded-2xl border border-line bg-surface">
        {entries.slice(0, namesShown).map((entry) => (
          <li key={entry.id} className="flex items-center gap-3 px-4 py-2.5">
            <IssuerIcon issuer={entry.issuer} account={entry.account} icon={entry.icon} size={32} />
            <bdi className="min-w-0 flex-1 truncate">{nameOf(entry, t)}</bdi>
          </li>
        ))}
        {entries.length > namesShown && (
          <li className="px-4 py-2.5 text-soft">
            {t('add.addedMore', { count: entries.length - namesShown })}
          </li>
        )}
      </ul>
      <p>{t('add.typeItMany')}</p>
    </>
  );
}
