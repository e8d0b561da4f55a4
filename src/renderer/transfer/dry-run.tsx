import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Radio, RadioGroup } from 'react-aria-components';
import type { ImportRow } from '../../contract/imports.ts';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { useUnsaved } from '../design/unsaved.tsx';
import { done } from '../navigation/navigator.ts';
import { locale } from '../words/dates.ts';
import {
  countAsking,
  countComing,
  countOpen,
  countRemoved,
  decide,
  undecided,
  wishesOf,
  type Decisions,
} from './decisions.ts';
import { countsOf, filtered, type Filter } from './filters.ts';
import { How } from './how.tsx';
import type { Importing, Report } from './import-controller.ts';
import { Questions } from './questions.tsx';
import { RowTable } from './row-table.tsx';

interface DryRunProps {
  importing: Importing;
  report: Report;
  /** More is being read or opened: what is kept before would not have it. */
  isBusy: boolean;
  isReadOnly: boolean;
}

/**
 * What an import would bring, row by row, and the person's decisions about it. What stands above the rows is given
 * counts and nothing else, so that a decision on one row of 10,000 draws that row alone.
 */
export function DryRun({ importing, report, isBusy, isReadOnly }: DryRunProps) {
  const { t } = useTranslation();
  const [decisions, setDecisions] = useState(undecided);
  const [wished, setFilter] = useState<Filter>('all');
  const { entries, present } = report;
  useUnsaved(decisions !== undecided);
  const counts = useMemo(() => countsOf(entries), [entries]);
  // The rows of a filter may be gone when a source was read again.
  const filter = counts.some((one) => one.filter === wished) ? wished : 'all';
  const rows = useMemo(() => filtered(entries, filter), [entries, filter]);
  const isNew = useMemo(() => entries.some(isNews), [entries]);
  const { mode, onSameSecret, onSameName } = decisions;
  return (
    <>
      {!isNew && (
        <Notice title={t('imports.nothingNew')}>
          <p>{t('imports.nothingNewText')}</p>
        </Notice>
      )}
      {isNew && !isReadOnly && (
        <>
          {present > 0 && (
            <How mode={mode} removed={countRemoved(entries, present, decisions)} onChange={setDecisions} />
          )}
          <Questions
            secrets={countAsking(entries, 'sameSecret', decisions)}
            names={countAsking(entries, 'sameName', decisions)}
            onSameSecret={onSameSecret}
            onSameName={onSameName}
            onChange={setDecisions}
          />
        </>
      )}
      <section aria-label={t('imports.list')} className="flex flex-col gap-3">
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          <h2 className="text-base font-semibold">{t('imports.list')}</h2>
          <Filters counts={counts} value={filter} onChange={setFilter} />
        </div>
        <RowTable
          key={filter}
          importId={report.importId}
          rows={rows}
          all={entries}
          decisions={decisions}
          isReadOnly={isReadOnly}
          onDecide={(about, decision) => setDecisions((former) => decide(former, about, decision))}
        />
      </section>
      <Foot
        importing={importing}
        decisions={decisions}
        coming={isReadOnly ? 0 : countComing(entries, decisions)}
        open={countOpen(entries, decisions)}
        isBusy={isBusy}
        onShowOpen={() => setFilter('asks')}
      />
    </>
  );
}

function isNews({ outcome }: ImportRow): boolean {
  return outcome !== 'here' && outcome !== 'twice' && outcome !== 'unreadable';
}

interface FiltersProps {
  counts: ReturnType<typeof countsOf>;
  value: Filter;
  onChange: (filter: Filter) => void;
}

const Filters = memo(({ counts, value, onChange }: FiltersProps) => {
  const { t } = useTranslation();
  if (counts.length < 2) return null;
  return (
    <RadioGroup
      aria-label={t('imports.filter')}
      value={value}
      onChange={(chosen) => {
        const found = counts.find(({ filter }) => filter === chosen);
        if (found !== undefined) onChange(found.filter);
      }}
      className="flex flex-wrap gap-1.5"
    >
      {counts.map(({ filter, count }) => (
        <Radio
          key={filter}
          value={filter}
          className="flex min-h-8 items-center rounded-full border border-line bg-surface px-3 text-hint data-[focus-visible]:outline-2 data-[focus-visible]:outline-offset-2 data-[focus-visible]:outline-accent data-[hovered]:border-control data-[selected]:border-accent data-[selected]:bg-tint data-[selected]:font-medium forced-colors:data-[selected]:border-[Highlight]"
        >
          {t(`imports.filter_${filter}`)} {new Intl.NumberFormat(locale()).format(count)}
        </Radio>
      ))}
    </RadioGroup>
  );
});

interface FootProps {
  importing: Importing;
  decisions: Decisions;
  /** How many rows change the vault. */
  coming: number;
  /** How many rows wait for an answer. */
  open: number;
  isBusy: boolean;
  onShowOpen: () => void;
}

/** Stays in sight below the rows: what is still to answer, and the way on. */
function Foot({ importing, decisions, coming, open, isBusy, onShowOpen }: FootProps) {
  const { t } = useTranslation();
  const isReplacing = decisions.mode === 'replace';
  return (
    // As wide as the rows, with an edge all round.
    <div className="sticky bottom-0 z-10 mt-auto -mb-10 flex flex-wrap items-center justify-end gap-2 rounded-t-2xl border-x border-t border-line bg-canvas p-4">
      {open > 0 && (
        <p role="status" className="me-auto flex items-center gap-2 text-hint text-urgent">
          {t('imports.open', { count: open })}
          <Button size="small" onPress={onShowOpen}>
            {t('imports.showOpen')}
          </Button>
        </p>
      )}
      {coming === 0 ? (
        <Button look="primary" onPress={() => done({ at: 'list' })}>
          {t('imports.toList')}
        </Button>
      ) : (
        <Button
          look="primary"
          className="min-w-28"
          isDisabled={open > 0 || isBusy}
          onPress={() => void importing.keep(wishesOf(decisions))}
        >
          {isReplacing ? t('imports.replaceNow') : t('imports.bringIn', { count: coming })}
        </Button>
      )}
    </div>
  );
}
