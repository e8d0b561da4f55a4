/** Letters that are no base letter with an accent, and what people type for them. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
};
const special = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');
const beyondAscii = /[^\0-\x7f]/u;

/** Makes texts comparable: in lower case, without accents, wide letters and ligatures as plain ones. */
export function fold(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(special, (letter) => plainLetters[letter] ?? letter);
}

/**
 * The same, with the way back: `places[at]` is where the character that became `folded[at]` begins in the text. One
 * more place is the text's end.
 */
export function foldWithPlaces(text: string): { folded: string; places: readonly number[] } {
  const places: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const part = fold(character);
    for (let unit = 0; unit < part.length; unit += 1) places.push(at);
    folded += part;
    at += character.length;
  }
  return { folded, places: [...places, at] };
}
