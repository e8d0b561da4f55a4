import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IssuerIcon } from '../codes/issuer-icon.tsx';
import { nameOf } from '../codes/name.ts';
import { IconButton } from '../controls/button.tsx';
import { Check } from '../controls/check.tsx';
import { ErrorNotice } from '../controls/notice.tsx';
import { hasGoodLengths, isHere, isReady, questioned } from './draft.ts';
import type { Draft } from './draft.ts';
import { Names, Notes, Questions } from './preview-card.tsx';

interface PreviewLineProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  /** In a list that is too long to render whole: the line's position, in pixels from the top. */
  place?: { index: number; of: number; start: number; measure: (line: HTMLElement | null) => void };
}

/** One of several codes found: a check box to keep it, its names, and below them what needs a decision. */
export function PreviewLine({ draft, onChange, place }: PreviewLineProps) {
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
          <p className="truncate text-[0.8125rem] text-soft">
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
          <div className="flex flex-col gap-3 pl-8">
            {isEditing && <Names draft={draft} onChange={onChange} />}
            <Questions draft={draft} onChange={onChange} />
            <Notes preview={preview} />
          </div>
        )}
      <ErrorNotice error={draft.error} />
    </li>
  );
}
