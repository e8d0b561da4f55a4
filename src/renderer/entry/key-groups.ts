/** A key in groups of four characters, as it is read and typed. */
export function keyGroups(key: string): string {
  return key.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
