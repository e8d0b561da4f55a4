/**
 * Whether an object somewhere in a JSON text has the same key twice. Parsers differ in which of the two they take, and
 * whoever checks one of them may be shown the other (RFC 8259, section 4).
 *
 * @param json a text that `JSON.parse` takes
 */
export function hasDoubledKey(json: string): boolean {
  /** The objects and lists that are open here; the keys seen so far in each object, null for a list. */
  const open: (Set<string> | null)[] = [];
  // Texts whole, so that nothing inside one is taken for structure. Whatever is no structure needs no look.
  for (const [token, colon] of json.matchAll(/"(?:[^"\\]|\\.)*"\s*(:)?|[{}[\]]/gs)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const keys = open.at(-1);
      // Escapes read: `\u0061` is `a`.
      const key = String(JSON.parse(token.slice(0, -1)));
      if (keys?.has(key) === true) return true;
      keys?.add(key);
    }
  }
  return false;
}
