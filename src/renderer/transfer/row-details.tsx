import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../contract/imports.ts';
import { Digits } from '../codes/digits.tsx';
import { nameOf } from '../codes/name.ts';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { DuplicateQuestion } from '../entry/duplicate-question.tsx';
import { keyGroups } from '../entry/key-groups.ts';
import { isAsking, type Decided, type RowDecision } from './decisions.ts';
import { problemWords, rowName } from './row-words.ts';

interface RowDetailsProps {
  importId: string;
  row: ImportRow;
  twin: ImportRow | undefined;
  decided: Decided;
  isReadOnly: boolean;
  onDecide: (decision: RowDecision) => void;
}

/** All that is known of a row: what is wrong with it, its question, and on demand its key and a code. */
export function RowDetails({ importId, row, twin, decided, isReadOnly, onDecide }: RowDetailsProps) {
  const { t } = useTranslation();
  const { duplicate, settings, issuer, account } = row;
  const { answer } = decided;
  const isAsked = !isReadOnly && isAsking(row, decided) && settings !== null;
  return (
    <div className="flex flex-col gap-3 text-hint">
      {row.problems.length > 0 && (
        <ul className="flex flex-col gap-0.5">
          {[...new Set(row.problems.map((problem) => problemWords(problem, t)))].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {twin !== undefined && <p>{t('imports.twinOf', { name: rowName(twin, t) })}</p>}
      {row.outcome === 'here' && duplicate !== null && (
        <p>{t('imports.hereAs', { name: nameOf(duplicate, t) })}</p>
      )}
      {isAsked && duplicate !== null && (
        <DuplicateQuestion
          duplicate={duplicate}
          newcomer={{ ...settings, issuer, account }}
          onSameSecret={answer === 'correct' || answer === 'keepBoth' ? answer : undefined}
          onSameName={answer === 'replace' || answer === 'keepBoth' ? answer : undefined}
          onAnswer={({ onSameSecret, onSameName }) =>
            onDecide({
              isLeftOut: false,
              ...(onSameSecret && { onSameSecret }),
              ...(onSameName && { onSameName }),
            })
          }
        />
      )}
      {row.outcome !== 'unreadable' && (
        <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
          <Secret importId={importId} row={row.row} />
          {settings !== null && <Code importId={importId} row={row.row} />}
        </div>
      )}
    </div>
  );
}

function Secret({ importId, row }: { importId: string; row: number }) {
  const { t } = useTranslation();
  const { calls } = useApplication();
  const [isShown, setShown] = useState(false);
  const { data, error } = useQuery(
    calls.imports.secret.queryOptions({
      input: { importId, row },
      enabled: isShown,
      // Nothing keeps it once it is hidden.
      gcTime: 0,
      retry: false,
    }),
  );
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Button size="small" className="self-start" onPress={() => setShown(!isShown)}>
        {isShown ? t('imports.hideSecret') : t('imports.showSecret')}
      </Button>
      {isShown && data !== undefined && (
        <code aria-label={t('imports.secret')} className="selectable font-mono text-xs wrap-anywhere">
          {keyGroups(data.secret)}
        </code>
      )}
      {isShown && <ErrorNotice error={error} />}
    </div>
  );
}

function Code({ importId, row }: { importId: string; row: number }) {
  const { t } = useTranslation();
  const { calls } = useApplication();
  const [isShown, setShown] = useState(false);
  const { data, error } = useQuery(
    calls.imports.code.queryOptions({
      input: { importId, row },
      enabled: isShown,
      gcTime: 0,
      staleTime: 0,
      retry: false,
      // The next one, when this one is over.
      refetchInterval: ({ state }) => state.data?.remainingMs ?? false,
    }),
  );
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Button size="small" className="self-start" onPress={() => setShown(!isShown)}>
        {isShown ? t('imports.hideCode') : t('imports.showCode')}
      </Button>
      {isShown && data !== undefined && (
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="sr-only">{t('imports.code')}</span>
          <Digits code={data.code} className="text-lg font-medium" />
          <span className="text-xs text-soft">{t('imports.codeHint')}</span>
        </p>
      )}
      {isShown && <ErrorNotice error={error} />}
    </div>
  );
}
