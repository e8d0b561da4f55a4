import { Pin, StickyNote, Tag } from 'lucide-react';
import type { TFunction } from 'i18next';
import type { EntryView } from '../../contract/entry.ts';
import type { Marks } from '../../contract/search/marks.ts';
import { Marked } from './marked.tsx';

interface RowNamesProps {
  entry: EntryView;
  /** What distinguishes the entry from another with the same name; undefined if none has it. */
  mark: string | undefined;
  /** What the search found in it; null without a search. */
  found: Marks | null;
  t: TFunction;
}

/** An entry's names in the list, and what else a search found: its tags, a piece of its note. */
export function RowNames({ entry, mark, found, t }: RowNamesProps) {
  const { issuer, account } = entry;
  const [first, second] =
    issuer === ''
      ? [{ text: account, ranges: found?.account }, null]
      : [
          { text: issuer, ranges: found?.issuer },
          { text: account, ranges: found?.account },
        ];
  return (
    <div className="min-w-0">
      <div className="flex items-center gap-1.5">
        <bdi className="truncate font-medium compact:leading-tight stacked:line-clamp-2 stacked:wrap-anywhere stacked:whitespace-normal compact:stacked:line-clamp-1">
          {first.text === '' ? t('codes.unnamed') : <Marked {...first} />}
        </bdi>
        {entry.pinned && (
          <>
            <Pin size={12} aria-hidden className="shrink-0 fill-current text-accent" />
            <span className="sr-only">{t('codes.pinned')}</span>
          </>
        )}
      </div>
      {second !== null && second.text !== '' && (
        <bdi className="block truncate text-hint text-soft compact:text-xs compact:leading-tight">
          <Marked {...second} />
        </bdi>
      )}
      {mark !== undefined && (
        // What distinguishes it from another entry is never cut off.
        <div className="text-xs wrap-anywhere text-soft">{mark}</div>
      )}
      {found !== null && <FoundBeside found={found} t={t} />}
    </div>
  );
}

/** The tags and the piece of the note in which words of the search stand that are not in the names. */
export function FoundBeside({ found: { tags, note }, t }: { found: Marks; t: TFunction }) {
  return (
    <>
      {tags.map(({ text, ranges }) => (
        <div key={text} className="flex items-center gap-1 text-xs text-soft">
          <Tag size={11} aria-hidden className="shrink-0" />
          <span className="sr-only">{t('list.tag')}</span>
          <bdi className="truncate">
            <Marked text={text} ranges={ranges} />
          </bdi>
        </div>
      ))}
      {note !== null && (
        <div className="flex items-center gap-1 text-xs text-soft">
          <StickyNote size={11} aria-hidden className="shrink-0" />
          <span className="sr-only">{t('list.note')}</span>
          <bdi className="truncate">
            <Marked {...note} />
          </bdi>
        </div>
      )}
    </>
  );
}
