import { typosBetween } from '../../typos.ts';
import { joinWords } from '../protocol/join.ts';
import { wordList } from './list.ts';

/** The text of the QR code that a computer shows beside its words; all upper case, which makes the QR code smaller. */
const QR_PREFIX = 'LATCHKEY-JOIN:1:';
/** Each word is known by so many letters. */
const KNOWN_BY = 4;
const SUGGESTED = 3;

/** Words that a person typed, as far as they can be checked here. */
export type ReadWords =
  | { readonly outcome: 'read'; readonly words: number[] }
  /** There is no such word. `place` counts from 1; `meant` are the words that it is nearest to. */
  | { readonly outcome: 'unknown'; readonly place: number; readonly meant: string[] }
  | { readonly outcome: 'count'; readonly count: number };

/** The words of numbers from `newJoinWords`. */
export function wordsOf(numbers: readonly number[]): string[] {
  return numbers.map((number) => {
    const word = wordList[number];
    if (word === undefined) throw new RangeError('a word beyond the list');
    return word;
  });
}

/** What the QR code of these numbers holds. */
export function joinQrText(numbers: readonly number[]): string {
  return QR_PREFIX + wordsOf(numbers).join('-').toUpperCase();
}

/** Whether a text comes from the QR code of a computer that wants in. */
export function isJoinQrText(text: string): boolean {
  return text.trim().toUpperCase().startsWith(QR_PREFIX);
}

/**
 * Reads typed words, or the text of the QR code: in any case and width, with anything but letters between them. The first
 * four letters of a word do for it. A wrong letter is not corrected, but what was meant is suggested.
 */
export function readJoinWords(text: string): ReadWords {
  const typed = text.normalize('NFKC').trim().toUpperCase();
  const plain = isJoinQrText(typed) ? typed.slice(QR_PREFIX.length) : typed;
  const parts = plain.toLowerCase().match(/\p{L}+/gu) ?? [];
  const words = parts.map(numberOf);
  const wrong = words.indexOf(-1);
  if (wrong !== -1) return { outcome: 'unknown', place: wrong + 1, meant: nearest(parts[wrong] ?? '') };
  return parts.length === joinWords.count
    ? { outcome: 'read', words }
    : { outcome: 'count', count: parts.length };
}

function numberOf(word: string): number {
  const whole = wordList.indexOf(word);
  if (whole !== -1 || word.length !== KNOWN_BY) return whole;
  return wordList.findIndex((one) => one.startsWith(word));
}

/** The words that the fewest wrong letters lead to, two at most. */
function nearest(typed: string): string[] {
  const near = wordList.map((word) => ({ word, distance: typosBetween(typed, word) }));
  const least = Math.min(...near.map(({ distance }) => distance));
  if (least > 2) return [];
  return near.flatMap(({ word, distance }) => (distance === least ? [word] : [])).slice(0, SUGGESTED);
}
