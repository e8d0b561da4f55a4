import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { EntryView } from '../../../contract/entry.ts';
import { inOrder } from '../../../contract/search/order.ts';
import { search, searchable } from '../../../contract/search/search.ts';
import { IssuerIcon } from '../../codes/issuer-icon.tsx';
import { nameOf } from '../../codes/name.ts';
import { Button } from '../../design/button.tsx';
import { TickBox } from '../../design/check.tsx';
import { SearchBox } from '../../design/search-box.tsx';

interface EntryPickerProps {
  entries: readonly EntryView[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

const rowSize = 52;

/** A choice of several entries, with a search. What a search hides stays chosen. */
export function EntryPicker({ entries, chosen, onChange }: EntryPickerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const keys = useMemo(() => searchable(inOrder(entries, 'use')), [entries]);
  const shown = useMemo(() => search(keys, text), [keys, text]);
  const count = entries.filter(({ id }) => chosen.has(id)).length;
  const withShown = () => new Set([...chosen, ...shown.map(({ id }) => id)]);
  return (
    <div className="flex flex-col gap-2">
      <SearchBox text={text} onText={setText} fieldClassName="border-control bg-surface" />
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize }}>
        <GridList
          aria-label={t('exports.which')}
          items={shown}
          dependencies={[chosen]}
          selectionMode="multiple"
          selectedKeys={chosen}
          escapeKeyBehavior="none"
          onSelectionChange={(keys) =>
            onChange(keys === 'all' ? withShown() : new Set([...keys].map((key) => String(key))))
          }
          renderEmptyState={() => <p className="p-4 text-center text-soft">{t('codes.noMatch', { text })}</p>}
          className="h-72 max-h-[45dvh] overflow-y-auto rounded-xl border border-line bg-surface outline-none data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent"
        >
          {(entry: EntryView) => <Row entry={entry} />}
        </GridList>
      </Virtualizer>
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <p role="status" className="text-hint text-soft">
          {t('exports.chosen', { count })}
        </p>
        <div className="flex gap-2">
          <Button size="small" isDisabled={shown.length === 0} onPress={() => onChange(withShown())}>
            {text === '' ? t('exports.chooseAll') : t('exports.chooseFound')}
          </Button>
          <Button size="small" isDisabled={count === 0} onPress={() => onChange(new Set())}>
            {t('exports.chooseNone')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Row({ entry }: { entry: EntryView }) {
  const { t } = useTranslation();
  const { issuer, account } = entry;
  return (
    <GridListItem
      id={entry.id}
      textValue={nameOf(entry, t)}
      className="group flex h-13 items-center gap-3 border-b border-line px-3 outline-none data-[focus-visible]:bg-tint data-[hovered]:bg-hover"
    >
      <TickBox />
      <IssuerIcon issuer={issuer} account={account} icon={entry.icon} size={30} />
      <span className="min-w-0">
        <bdi className="block truncate font-medium">{issuer || account || t('codes.unnamed')}</bdi>
        {issuer !== '' && account !== '' && (
          <bdi className="block truncate text-hint text-soft">{account}</bdi>
        )}
      </span>
    </GridListItem>
  );
}
