/**
 * Decodes HTML character references that a page or mail left in an address: `&amp;` `&#38;` `&#x26;`, even if
 * encoded more than once. Other text stays unchanged. An address itself never has `&` before `#`, nor a `;`
 * after a name like these.
 */
export function decodeEntities(text: string): string {
  let decoded = text;
  // `&amp;amp;#38;` is the deepest encoding ever seen; the bound keeps the work linear.
  for (let round = 0; round < 3 && decoded.includes('&'); round += 1) {
    const next = decoded.replaceAll(reference, decodeReference);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

/** Decimal references may lack their `;`, as in browsers; hexadecimal ones would then swallow letters. */
const reference = /&(?:#(\d{1,7});?|#x([\da-f]{1,6});|([a-z]{2,15});)/gi;

function decodeReference(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return named.get(name) ?? named.get(name.toLowerCase()) ?? whole;
  const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}

/** Names of an address's characters, and of the invisible characters that break it across lines. */
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
