/**
 * Decodes HTML's character references, as a page or a mail leaves them in an address: `&amp;` `&#38;` `&#x26;`, also
 * where they were encoded more than once. What is none stays as it is. An address itself never has `&` before `#`, nor
 * a `;` behind a name like these.
 */
export function decodeEntities(text: string): string {
  let decoded = text;
  // `&amp;amp;#38;` is the most that was ever seen; a bound keeps the work linear.
  for (let round = 0; round < 3 && decoded.includes('&'); round += 1) {
    const next = decoded.replaceAll(reference, decodeReference);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

/** Decimal references are read without their `;` too, as browsers do; hexadecimal ones would swallow letters. */
const reference = /&(?:#(\d{1,7});?|#x([\da-f]{1,6});|([a-z]{2,15});)/gi;

function decodeReference(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return named.get(name) ?? named.get(name.toLowerCase()) ?? whole;
  const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}

/** Names of what an address is made of, and of the invisible characters that break one over lines. */
const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['equals', '='],
  ['quest', '?'],
  ['colon', ':'],
  ['semi', ';'],
  ['sol', '/'],
  ['bsol', '\\'],
  ['percnt', '%'],
  ['num', '#'],
  ['commat', '@'],
  ['plus', '+'],
  ['period', '.'],
  ['comma', ','],
  ['excl', '!'],
  ['ast', '*'],
  ['lpar', '('],
  ['rpar', ')'],
  ['lowbar', '_'],
  ['hyphen', '-'],
  ['nbsp', '\u00a0'],
  ['shy', '\u00ad'],
  ['zerowidthspace', '\u200b'],
  ['newline', '\n'],
  ['tab', '\t'],
]);
