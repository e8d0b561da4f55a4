import { dataFolder } from '../adapters/data-folder.ts';
import { handOverLink, type HandedOver } from '../adapters/link-socket/hand-over.ts';
import { textLength, textLimits } from '../contract/limits.ts';

/** What the running Latchkey shows for `latchkey toggle`. */
export const findLink = 'latchkey://find';

/** What it shows for `latchkey search WORDS`; null if they are too long. */
export function searchLink(words: readonly string[]): string | null {
  const text = words.join(' ');
  if (textLength(text) > textLimits.search) return null;
  return `latchkey://search?${new URLSearchParams({ q: text }).toString()}`;
}

/** The link that a whole command line asks for; null if Commander has to read it. */
export function linkOf([name, ...words]: readonly string[]): string | null {
  if (words.some((word) => word.startsWith('-'))) return null;
  if (name === 'toggle') return words.length === 0 ? findLink : null;
  return name === 'search' && words.length > 0 ? searchLink(words) : null;
}

/** Hands a link to the Latchkey that runs on this person's data folder. */
export function handOver(link: string): Promise<HandedOver> {
  return handOverLink(dataFolder(), link);
}
