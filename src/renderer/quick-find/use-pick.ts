import type { EntryView } from '../../contract/entry.ts';
import { takeCopied } from '../codes/window-clipboard.ts';
import type { Client } from '../connection/connection.ts';
import { useAct } from '../connection/use-act.ts';

export type Pick = (entry: EntryView, which: 'current' | 'next') => void;

/** Copies a code, and hides the window once it is copied. A counter-based entry makes its next code for it. */
export function usePick(onHide: () => void): { pick: Pick; error: unknown } {
  const { run, error } = useAct(copyCode, onHide);
  return { pick: (entry, which) => run({ entry, which }), error };
}

/** Copies a code of an entry; one by a counter is made for it. */
export async function copyCode(
  client: Client,
  { entry: { id, kind }, which }: { entry: EntryView; which: 'current' | 'next' },
): Promise<void> {
  if (kind === 'hotp') await client.codes.advance({ id });
  await takeCopied(await client.codes.copy({ id, which }));
}
