/**
 * Whether any object in a JSON text has the same key twice. Parsers differ in which of the two they take, so a
 * checker may see another value than the reader (RFC 8259, section 4).
 *
 * @param json a text that `JSON.parse` accepts
 */
export function hasDoubledKey(json: string): boolean {
  /** The objects and lists open at this point: the keys seen so far in each object, null for a list. */
  const open: (Set<string> | null)[] = [];
  // Match whole strings so that nothing inside one counts as structure. Skip everything else.
  for (const [token, colon] of json.matchAll(/"(?:[^"\\]|\\.)*"\s*(:)?|[{}[\]]/gs)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const keys = open.at(-1);
      // Decode escapes: `\u0061` is `a`.
      const key = String(JSON.parse(token.slice(0, -1)));
      if (keys?.has(key) === true) return true;
      keys?.add(key);
    }
  }
  return false;
}
