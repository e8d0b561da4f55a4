import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { formatDate } from '../words/dates.ts';
import { CounterFact } from './counter-fact.tsx';
import { algorithmName, otpKindName } from './shape.ts';

/** The details of an entry. */
export function Facts({ entry, isReadOnly }: { entry: EntryView; isReadOnly: boolean }) {
  const { t } = useTranslation();
  const digits =
    entry.kind === 'steam'
      ? t('entry.shapeCharacters', { count: entry.digits })
      : t('entry.shapeDigits', { count: entry.digits });
  const shape = entry.kind === 'hotp' ? digits : `${digits}, ${t('entry.every', { count: entry.period })}`;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2.5 text-[0.8125rem] tiny:grid-cols-1 tiny:gap-y-0.5">
      <Fact name={t('entry.kind')}>{otpKindName(entry.kind, t)}</Fact>
      <Fact name={t('entry.shape')}>{shape}</Fact>
      {entry.kind !== 'steam' && <Fact name={t('entry.algorithm')}>{algorithmName(entry.algorithm)}</Fact>}
      {entry.counter !== null && (
        <Fact name={t('entry.counter')}>
          <CounterFact entry={entry} counter={entry.counter} isReadOnly={isReadOnly} />
        </Fact>
      )}
      <Fact name={t('entry.added')}>{formatDate(entry.addedAt)}</Fact>
      <Fact name={t('entry.lastUsed')}>
        {entry.lastUsedAt === null ? t('entry.never') : formatDate(entry.lastUsedAt, true)}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className="min-w-0 tiny:mb-2">{children}</dd>
    </>
  );
}
