import { useMutation } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../codes/name.ts';
import { useApplication } from '../connection/application.ts';
import { Button } from '../controls/button.tsx';
import { Check } from '../controls/check.tsx';
import { Notice } from '../controls/notice.tsx';
import { useUnsaved } from '../controls/unsaved.tsx';
import { openQuestion } from '../entry/open-question.ts';
import { refusalWords } from '../words/error-words.ts';
import { useSayAccepted } from './accepted.ts';
import type { Scan } from './add-controller.ts';
import { acceptInput, draftOf, isChanged, isHere, isReady, questioned } from './draft.ts';
import type { Draft } from './draft.ts';
import { PartsNotice } from './parts-notice.tsx';
import { PreviewCard } from './preview-card.tsx';
import { PreviewLine } from './preview-line.tsx';
import { ScanProgress } from './scan-progress.tsx';
import { useAdd } from './use-add.ts';

/** What was found, before anything of it is kept: one to look at, or several to choose from. */
export function Preview({ scan }: { scan: Scan }) {
  const { t } = useTranslation();
  const add = useAdd();
  const [changes, setChanges] = useState<ReadonlyMap<string, Partial<Draft>>>(new Map());
  const drafts = scan.previews.map((preview) => ({
    ...draftOf(preview),
    ...changes.get(preview.previewId),
  }));
  const change = (id: string, part: Partial<Draft>) =>
    setChanges((former) => new Map(former).set(id, { ...former.get(id), ...part }));
  useUnsaved(drafts.some(isChanged));
  const keep = useKeep(change);
  const [single] = drafts;
  const isSingle = drafts.length === 1;
  const chosen = drafts.filter(({ isIncluded }) => isIncluded);
  const canKeep = chosen.length > 0 && chosen.every(isReady);

  return (
    <form
      className="flex flex-1 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (canKeep && !keep.isPending) keep.mutate(chosen);
      }}
    >
      {isSingle && single !== undefined ? (
        <PreviewCard draft={single} onChange={(part) => change(single.preview.previewId, part)} />
      ) : (
        <Several drafts={drafts} onChange={change} />
      )}
      <PartsNotice parts={scan.parts} />
      {scan.refusals.map((refusal) => (
        <Notice key={refusal.code} kind="warning" title={t('add.refusedTitle')}>
          <p>{refusalWords(refusal, t)}</p>
        </Notice>
      ))}
      {scan.progress !== null && (
        <div className="flex items-center gap-4">
          <ScanProgress scan={scan} label={t('add.lookingFurther')} />
          <Button size="small" onPress={add.stop}>
            {t('add.stop')}
          </Button>
        </div>
      )}
      <div className="sticky -bottom-5 -mx-5 mt-auto -mb-5 flex flex-wrap justify-end gap-2 border-t border-line bg-canvas px-5 py-4">
        <Button onPress={add.close}>
          {isSingle && chosen.length === 0 ? t('add.close') : t('add.cancel')}
        </Button>
        {(!isSingle || chosen.length > 0) && (
          <Button
            type="submit"
            look="primary"
            className="min-w-28"
            isDisabled={!canKeep}
            isPending={keep.isPending}
          >
            {isSingle ? singleLabel(single, t) : t('add.keepCount', { count: chosen.length })}
          </Button>
        )}
      </div>
    </form>
  );
}

function singleLabel(draft: Draft | undefined, t: TFunction): string {
  const asked = draft && questioned(draft)?.kind;
  if (asked === 'sameName' && draft?.onSameName === 'replace') return t('add.replaceNow');
  if (asked === 'sameSecret' && draft?.onSameSecret === 'correct') return t('add.correctNow');
  return t('add.keep');
}

function Several({
  drafts,
  onChange,
}: {
  drafts: readonly Draft[];
  onChange: (id: string, part: Partial<Draft>) => void;
}) {
  const { t } = useTranslation();
  const choosable = drafts.filter((draft) => !isHere(draft));
  const included = choosable.filter(({ isIncluded }) => isIncluded).length;
  return (
    <div className="flex flex-col gap-2">
      {choosable.length > 1 && (
        <Check
          className="px-4 py-1"
          isSelected={included === choosable.length}
          isIndeterminate={included > 0 && included < choosable.length}
          onChange={(isIncluded) =>
            choosable.forEach(({ preview }) => onChange(preview.previewId, { isIncluded }))
          }
        >
          {t('add.selectAll')}
        </Check>
      )}
      <ul className="flex flex-col divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
        {drafts.map((draft) => (
          <PreviewLine
            key={draft.preview.previewId}
            draft={draft}
            onChange={(part) => onChange(draft.preview.previewId, part)}
          />
        ))}
      </ul>
    </div>
  );
}

/** Keeps the drafts one after the other; those that fail stay, with the reason. */
function useKeep(change: (id: string, part: Partial<Draft>) => void) {
  const { client } = useApplication();
  const { t } = useTranslation();
  const add = useAdd();
  const sayAccepted = useSayAccepted();
  const [kept, setKept] = useState<readonly string[]>([]);
  return useMutation({
    mutationFn: async (drafts: readonly Draft[]) => {
      const entryIds = [...kept];
      let failures = 0;
      for (const draft of drafts) {
        const id = draft.preview.previewId;
        try {
          const accepted = await client.scan.accept(acceptInput(draft));
          entryIds.push(accepted.entryId);
          sayAccepted(accepted, nameOf(draft, t));
          change(id, { isIncluded: false, error: null });
        } catch (error) {
          failures += 1;
          change(id, { error, ...openQuestion(error) });
        }
      }
      setKept(entryIds);
      if (failures === 0) add.added(entryIds);
    },
  });
}
