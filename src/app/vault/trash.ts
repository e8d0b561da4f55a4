import type { Undo } from './undo.ts';

/**
 * Removes entries of the trash for good, all of them where `ids` is null.
 * @throws as `Vault.change`
 */
export async function purgeTrash(
  undo: Undo,
  ids: readonly string[] | null,
): Promise<{ undoId: string; purged: number }> {
  const wanted = ids && new Set(ids);
  let purged = 0;
  const { undoId } = await undo.perform((document) => {
    const trash = document.trash.filter(({ id }) => wanted !== null && !wanted.has(id));
    purged = document.trash.length - trash.length;
    return { ...document, trash };
  });
  return { undoId, purged };
}
