import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pencil } from 'lucide-react';
import { Check } from '../design/check.tsx';
import { draftOf, hasGoodLengths, isHere, isReady, questioned, type Change, type Draft } from './draft.ts';
import { IssuerIcon } from '../codes/issuer-icon.tsx';
import { nameOf } from '../codes/name.ts';
import { IconButton } from '../design/icon-button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Names, Notes, Questions } from './preview-card.tsx';

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
        <p className="px-4 text-hint text-soft">{t('add.openMany', { count: open })}</p>
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

interface PreviewLineProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  /** In a list that is too long to render whole: the line's position, in pixels from the top. */
  place?: { index: number; of: number; start: number; measure: (line: HTMLElement | null) => void };
}

/** One of several codes found: a check box to keep it, its names, and below them what needs a decision. */
function PreviewLine({ draft, onChange, place }: PreviewLineProps) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(
    (draft.issuer === '' && draft.account === '') || !hasGoodLengths(draft),
  );
  const { preview } = draft;
  const name = nameOf(draft, t);
  const isKnown = isHere(draft);
  return (
    <li
      {...(place !== undefined && {
        ref: place.measure,
        'data-index': place.index,
        'aria-posinset': place.index + 1,
        'aria-setsize': place.of,
        style: { transform: `translateY(${place.start}px)` },
      })}
      className={`flex flex-col gap-3 px-4 py-3 ${place === undefined ? '' : 'absolute inset-x-0 top-0 border-b border-line'}`}
    >
      <div className="flex items-center gap-3">
        <Check
          aria-label={t('add.include', { name })}
          isSelected={draft.isIncluded && !isKnown}
          isDisabled={isKnown}
          onChange={(isIncluded) => onChange({ isIncluded })}
          className={isKnown ? 'opacity-40' : ''}
        />
        <IssuerIcon issuer={draft.issuer} account={draft.account} size={36} />
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">
            <bdi>{draft.issuer || draft.account || t('codes.unnamed')}</bdi>
          </p>
          <p className="truncate text-hint text-soft">
            {isKnown ? t('add.alreadyHere') : <bdi>{draft.issuer === '' ? '' : draft.account}</bdi>}
          </p>
        </div>
        {!isKnown && (
          <IconButton
            label={t('add.edit', { name })}
            aria-expanded={isEditing}
            onPress={() => setEditing(!isEditing)}
          >
            <Pencil size={16} aria-hidden />
          </IconButton>
        )}
      </div>
      {!isKnown &&
        draft.isIncluded &&
        (isEditing || questioned(draft) !== null || !isReady(draft) || preview.notes.length > 0) && (
          <div className="flex flex-col gap-3 ps-8">
            {isEditing && <Names draft={draft} onChange={onChange} />}
            <Questions draft={draft} onChange={onChange} />
            <Notes preview={preview} />
          </div>
        )}
      <ErrorNotice error={draft.error} />
    </li>
  );
}
