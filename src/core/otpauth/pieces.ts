/** The last `name=value` of an address, unchanged but for a lower-case name; no value without `=`. */
export function lastPiece(uri: string): { name: string; value: string; hasValue: boolean } {
  const piece = uri.slice(Math.max(uri.lastIndexOf('&'), uri.lastIndexOf('?')) + 1);
  const equals = piece.indexOf('=');
  if (equals < 0) return { name: piece.trim().toLowerCase(), value: '', hasValue: false };
  return {
    name: piece.slice(0, equals).trim().toLowerCase(),
    value: piece.slice(equals + 1),
    hasValue: true,
  };
}

/** Whether a last piece may be the start of a longer one: its value is no usual end. */
export function canGoOn({ name, value }: { name: string; value: string }): boolean {
  if (name === 'period') return !/^\s*(?:30|60)\s*$/.test(value);
  return name !== 'algorithm' && name !== 'digits';
}

/** Whether the address already includes its key. */
export function hasKey(uri: string): boolean {
  return /^steam:/i.test(uri) || /[?&]\s*secret\s*=/i.test(uri) || /^otpauth-migration:/i.test(uri);
}
