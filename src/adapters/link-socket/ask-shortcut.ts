import { quickFindStateSchema, type QuickFindState } from '../../contract/quick-find.ts';
import { dataFolder } from '../data-folder.ts';
import { askNewest } from './hand-over.ts';
import { shortcutQuestion } from './wire.ts';

/** Where the shortcut of the running Latchkey stands; null if none is running, or an older one that does not say. */
export async function askShortcut(): Promise<QuickFindState | null> {
  const answer = await askNewest(dataFolder(), Buffer.from(shortcutQuestion));
  if (answer === null || !answer.startsWith('{')) return null;
  try {
    return quickFindStateSchema.safeParse(JSON.parse(answer)).data ?? null;
  } catch {
    return null;
  }
}
