/**
 * A command as the value of `Exec` (freedesktop.org, Desktop Entry Specification, "The Exec key"). Plain words stay bare:
 * xdg-open splits even quoted spaces.
 * @param more field codes, for example `%u`
 */
export function execLine(command: readonly string[], ...more: string[]): string {
  return [...command.map(quoted), ...more].join(' ');
}

function quoted(word: string): string {
  const escaped = word.replaceAll('%', '%%');
  if (/^[\w./:=@%+-]+$/u.test(escaped)) return escaped;
  return `"${escaped.replaceAll(/["`$\\]/gu, String.raw`\$&`).replaceAll('\\', String.raw`\\`)}"`;
}
