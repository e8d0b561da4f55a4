import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Check } from '../controls/check.tsx';
import { draftOf, isHere, isReady } from './draft.ts';
import type { Change, Draft } from './draft.ts';
import { PreviewLine } from './preview-line.tsx';

/** Up to this many lines stand directly in the sheet; more get a scrolling area of their own. */
const fewLines = 40;

/** Several codes to choose from: all of them, or one by one. */
export function Several({ drafts, onChange }: { drafts: readonly Draft[]; onChange: Change }) {
  const { t } = useTranslation();
  const choosable = drafts.filter((draft) => !isHere(draft));
  const included = choosable.filter(({ isIncluded }) => isIncluded).length;
  const open = choosable.filter((draft) => draft.isIncluded && !isReady(draft)).length;
  const List = drafts.length > fewLines ? LongList : ShortList;
  return (
    <div className="flex min-h-0 flex-col gap-2">
      {choosable.length > 1 && (
        <Check
          className="px-4 py-1"
          isSelected={included === choosable.length}
          isIndeterminate={included > 0 && included < choosable.length}
          onChange={(isIncluded) =>
            onChange(choosable.map(({ preview }) => [preview.previewId, { isIncluded }] as const))
          }
        >
          {t('add.selectAll')}
        </Check>
      )}
      {open > 0 && drafts.length > fewLines && (
        <p className="px-4 text-[0.8125rem] text-soft">{t('add.openMany', { count: open })}</p>
      )}
      <List drafts={drafts} onChange={onChange} />
    </div>
  );
}

const frame = 'rounded-2xl border border-line bg-surface';

function ShortList({ drafts, onChange }: { drafts: readonly Draft[]; onChange: Change }) {
  return (
    <ul className={`flex flex-col divide-y divide-line overflow-hidden ${frame}`}>
      {drafts.map((draft) => (
        <PreviewLine
          key={draft.preview.previewId}
          draft={draft}
          onChange={(part) => onChange([[draft.preview.previewId, part]])}
        />
      ))}
    </ul>
  );
}

/** Renders only visible lines. Those that need an answer or a name come first, and stay there afterwards. */
function LongList({ drafts: given, onChange }: { drafts: readonly Draft[]; onChange: Change }) {
  const drafts = given.toSorted((one, other) => rank(one) - rank(other));
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: drafts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 61,
    overscan: 8,
    getItemKey: (index) => drafts[index]?.preview.previewId ?? index,
  });
  return (
    <div ref={scroller} className={`h-[55vh] scrolls ${frame}`}>
      <ul className="relative" style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ index, key, start }) => {
          const draft = drafts[index];
          if (draft === undefined) return null;
          return (
            <PreviewLine
              key={key}
              draft={draft}
              onChange={(part) => onChange([[draft.preview.previewId, part]])}
              place={{ index, of: drafts.length, start, measure: lines.measureElement }}
            />
          );
        })}
      </ul>
    </div>
  );
}

function rank({ preview }: Draft): number {
  const draft = draftOf(preview);
  return isReady(draft) ? 1 : isHere(draft) ? 2 : 0;
}
