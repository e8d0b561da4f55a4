import { useQuery } from '@tanstack/react-query';
import type { ExportPreview } from '../../../contract/exports.ts';
import { useApplication, useLive } from '../../connection/application.ts';
import type { Target } from './targets.ts';

export interface CarriedState {
  /** Null until it is known. */
  readonly preview: ExportPreview | null;
  readonly error: unknown;
  readonly again: () => void;
}

/** What a target would carry of the entries, and what not. On paper, every entry has its place. */
export function useCarried(target: Target, ids: readonly string[] | null): CarriedState {
  const { calls, entries } = useApplication();
  const all = useLive(entries)?.entries.length ?? 0;
  const isPaper = target.id === 'paper';
  const { data, error, refetch } = useQuery(
    calls.exports.preview.queryOptions({
      input: { format: target.id, ids: ids === null ? null : [...ids] },
      enabled: !isPaper,
      gcTime: 0,
      retry: false,
    }),
  );
  if (isPaper) {
    const count = ids?.length ?? all;
    const preview = { entries: count, written: count, files: 1, problems: [] };
    return { preview, error: null, again: () => undefined };
  }
  return { preview: data ?? null, error, again: () => void refetch() };
}
