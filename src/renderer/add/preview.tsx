import { useMutation } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../codes/name.ts';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { useUnsaved } from '../design/unsaved.tsx';
import { done } from '../navigation/navigator.ts';
import { openQuestion } from '../entry/open-question.ts';
import { showUndo } from '../restore/show-undo.ts';
import { refusalWords } from '../words/error-words.ts';
import { Problem } from '../words/problem.ts';
import type { Scan } from './scan-state.ts';
import { acceptInput, draftOf, isChanged, isReady, questioned, type Change, type Draft } from './draft.ts';
import { PartsNotice } from './parts-notice.tsx';
import { PreviewCard } from './preview-card.tsx';
import { Several } from './several.tsx';
import { refusedTitle } from './refused-title.ts';
import { ScanProgress } from './scan-progress.tsx';
import { useAdd, useSite } from './use-add.ts';

/** What was found, before anything is kept: one code to review, or several to choose from. */
export function Preview({ scan }: { scan: Scan }) {
  const { t } = useTranslation();
  const add = useAdd();
  const [changes, setChanges] = useState<ReadonlyMap<string, Partial<Draft>>>(new Map());
  const site = useSite();
  const drafts = scan.previews.map((preview) => ({
    // A code that names no site is taken to be for the one that it is added for.
    ...draftOf(preview.issuer === '' && site ? { ...preview, issuer: site.name } : preview),
    ...changes.get(preview.previewId),
  }));
  const change: Change = (parts) =>
    setChanges((former) => {
      const next = new Map(former);
      for (const [id, part] of parts) next.set(id, { ...next.get(id), ...part });
      return next;
    });
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
        <PreviewCard draft={single} onChange={(part) => change([[single.preview.previewId, part]])} />
      ) : (
        <Several drafts={drafts} onChange={change} />
      )}
      <PartsNotice parts={scan.parts} />
      {scan.refusals.map((refusal) => (
        <Notice key={refusal.code} kind="warning" title={refusedTitle(scan.way, t)}>
          <p>{refusalWords(refusal, t)}</p>
        </Notice>
      ))}
      {scan.isStopped && scan.way !== 'camera' && (
        <p role="status" className="text-hint text-soft">
          {t('add.stoppedMore')}
        </p>
      )}
      {scan.progress !== null && scan.way !== 'camera' && (
        <div className="flex items-center gap-4">
          <ScanProgress scan={scan} label={t('add.lookingFurther')} />
          <Button size="small" onPress={add.stop}>
            {t('add.stop')}
          </Button>
        </div>
      )}
      <div className="sticky -bottom-5 -mx-5 mt-auto -mb-5 flex flex-wrap justify-end gap-2 border-t border-line bg-canvas px-5 py-4">
        <Button onPress={() => done()}>
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

/** Keeps the drafts, several in one go; those that could not be kept stay, with the reason. */
function useKeep(change: Change) {
  const { client } = useApplication();
  const { t } = useTranslation();
  const add = useAdd();
  const site = useSite();
  const sayAccepted = useSayAccepted();
  const [kept, setKept] = useState<readonly string[]>([]);
  const keepOne = async (draft: Draft) => {
    const accepted = await client.previews.accept({ ...acceptInput(draft), siteId: site?.id });
    sayAccepted(accepted, nameOf(draft, t));
    return [accepted.entryId];
  };
  const keepMany = async (drafts: readonly Draft[]) => {
    const { results, changed, undoId } = await client.previews.acceptMany({
      acceptances: drafts.map(acceptInput),
    });
    if (changed > 0) showUndo(client, undoId, t('add.changedMany', { count: changed }), t);
    change(
      results.map((result) => {
        if (result.outcome === 'kept') return [result.previewId, { isIncluded: false, error: null }];
        const error = new Problem(result.code, { duplicate: result.duplicate });
        return [result.previewId, { error, ...openQuestion(error) }];
      }),
    );
    return results.flatMap((result) => (result.outcome === 'kept' ? [result.entryId] : []));
  };
  return useMutation({
    mutationFn: async (drafts: readonly Draft[]) => {
      const [first] = drafts;
      try {
        const entryIds =
          drafts.length === 1 && first !== undefined ? await keepOne(first) : await keepMany(drafts);
        const all = [...kept, ...entryIds];
        setKept(all);
        if (entryIds.length === drafts.length) add.added(all);
      } catch (error) {
        change(
          drafts.slice(0, 1).map(({ preview }) => [preview.previewId, { error, ...openQuestion(error) }]),
        );
      }
    },
  });
}

interface Accepted {
  replaced: boolean;
  undoId?: string | undefined;
}

/** Reports what keeping a preview did to an existing entry, and offers a way to undo it. */
function useSayAccepted(): (accepted: Accepted, name: string) => void {
  const { client } = useApplication();
  const { t } = useTranslation();
  return useCallback(
    ({ replaced, undoId }, name) => {
      if (undoId === undefined) return;
      showUndo(client, undoId, replaced ? t('add.replaced', { name }) : t('add.corrected', { name }), t);
    },
    [client, t],
  );
}
