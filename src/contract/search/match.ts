/** Where a word was found in a folded text: from `start` up to, not including, `end`. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  /** Less is better; from `forgiven` on, the word was found but for one slip. */
  readonly cost: number;
}

/** What a slip costs: more than all words of a search can cost without one. */
export const forgiven = 1_000;

/** The least letters of a typed word in which a slip is forgiven; in one less, only a letter that was left out. */
const fewestLetters = 4;

const nowhere: Hit = { start: -1, end: -1, cost: Infinity };

/**
 * The best place of a word in a text of lines: a whole word at a line's beginning, a line's beginning, a word's
 * beginning, anywhere; else a word's beginning but for one slip (two letters swapped, one missing, added or wrong).
 * @param text folded; no hit reaches over the end of a line
 * @param word folded, without white space
 * @param until where the names end in the text; what comes after them counts less
 * @returns a cost of Infinity if it is nowhere
 */
export function findWord(text: string, word: string, until = text.length): Hit {
  let best = nowhere;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const cost = at >= until ? 4 : costAt(text, at, at + word.length);
    if (cost < best.cost) best = { start: at, end: at + word.length, cost };
    if (cost === 0 || at >= until) break;
  }
  return best.cost < Infinity ? best : findSlip(text, word, until);
}

/** The same for one that is there but for a slip. */
function findSlip(text: string, word: string, until: number): Hit {
  if (word.length < fewestLetters - 1) return nowhere;
  for (let at = 0; at < text.length; at += 1) {
    if (!isBeginning(text, at)) continue;
    const end = endOfSlip(text, at, word);
    if (end !== -1) return { start: at, end, cost: at >= until ? forgiven + 1 : forgiven };
  }
  return nowhere;
}

/** Where a word ends at the latest that stands at `start` but for one slip; -1 if it does not stand there. */
function endOfSlip(text: string, start: number, word: string): number {
  let same = 0;
  while (same < word.length && text.charCodeAt(start + same) === word.charCodeAt(same)) same += 1;
  const at = start + same;
  const isInLine = at < text.length && text.charCodeAt(at) !== lineFeed;
  const missing = isInLine ? endOfRest(text, at + 1, word, same) : -1;
  if (word.length < fewestLetters) return missing;
  const added = endOfRest(text, at, word, same + 1);
  if (!isInLine) return added;
  const isSwapped =
    text.charCodeAt(at) === word.charCodeAt(same + 1) && text.charCodeAt(at + 1) === word.charCodeAt(same);
  const swapped = isSwapped ? endOfRest(text, at + 2, word, same + 2) : -1;
  const wrong = text.charCodeAt(at) > space ? endOfRest(text, at + 1, word, same + 1) : -1;
  return Math.max(missing, added, swapped, wrong);
}

/** Where the word's rest ends, if the text goes on with it; else -1. */
function endOfRest(text: string, at: number, word: string, from: number): number {
  for (let letter = from; letter < word.length; letter += 1) {
    if (text.charCodeAt(at + letter - from) !== word.charCodeAt(letter)) return -1;
  }
  return at + word.length - from;
}

function costAt(text: string, start: number, end: number): number {
  const isLine = start === 0 || text.charCodeAt(start - 1) === lineFeed;
  if (isLine) return end >= text.length || !isLetter(text.charCodeAt(end)) ? 0 : 1;
  return isBeginning(text, start) ? 2 : 3;
}

/** Does a word begin here: after a space, or the first letter after a sign? */
function isBeginning(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return before <= space || (!isLetter(before) && isLetter(text.charCodeAt(at)));
}

const lineFeed = 10;
const space = 32;

/** Letters and figures of folded text; whatever is beyond ASCII counts as one. */
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}
