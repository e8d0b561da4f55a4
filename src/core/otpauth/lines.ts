import { hasKey, lastPiece } from './pieces.ts';
import { otpauthMaximumBytes } from './take-apart.ts';

/**
 * Whether a line continues an address that the previous line broke off. A sentence after an address does not. A
 * line that could be either counts as separate, and is left over.
 *
 * @param rest this line and those after it up to the next address, each trimmed, without line ends
 */
export function isContinued(uri: string, line: string, rest: string): boolean {
  if (!hasKey(uri)) return /secret\s*=/i.test(lastPiece(uri).name + rest.slice(0, otpauthMaximumBytes));
  const text = line.trim();
  if (/(?:^|&)(?:secret|issuer|algorithm|digits|period|counter|encoder)=/i.test(text) && text.includes('&')) {
    return true;
  }
  if (/\s/.test(text)) return isKeyPart(uri, text);
  const { name, value, hasValue } = lastPiece(uri);
  if (!hasValue || value.trim() === '' || /%[\da-f]?$/i.test(value))
    return !/^steam:/i.test(uri) || isKeyPart(uri, text);
  if (/[&%]/.test(text)) return true;
  switch (name) {
    case 'secret':
      return isKeyPart(uri, text);
    case 'digits':
    case 'period':
    case 'counter':
      return /^\d+[.,;]?$/.test(text);
    case 'algorithm':
      return !/^(?:hmac)?[-_]?sha[-_]?(?:1|256|512)$/i.test(value.trim());
    default:
      return false;
  }
}

/** A key continues in the same case as it began: `Thanks` does not continue `JBSWY3DP`. */
function isKeyPart(uri: string, text: string): boolean {
  const { name, value } = lastPiece(uri);
  const before = /^steam:/i.test(uri) ? uri.slice(8) : name === 'secret' ? value : null;
  if (before === null || !/^[a-z2-7\s-]+=*$/i.test(text)) return false;
  if (/\s/.test(text) && !isInGroups(text)) return false;
  const letters = before + text;
  return !(/[a-z]/.test(letters) && /[A-Z]/.test(letters));
}

function isInGroups(text: string): boolean {
  const groups = text.split(/\s+/);
  return groups.every((group) => group.length <= (groups[0]?.length ?? 0) && group.length >= 2);
}

/** Appends the next line to an address. Drops the `=` with which quoted-printable breaks a line. */
export function glue(uri: string, line: string): string {
  const text = line.trim();
  const { value } = lastPiece(uri.trimEnd());
  const isSoftBreak = /[^=]=$/.test(value) && !text.startsWith('&');
  if (isSoftBreak) return uri.trimEnd().slice(0, -1) + text;
  // Where names keep their spaces, a line ends at a space.
  const isSpaced =
    /\S \S/.test(uri) && /[\p{L}\p{N}]$/u.test(uri) && /^[\p{L}\p{N}]/u.test(text) && !hasKey(uri);
  return uri.trimEnd() + (isSpaced ? ' ' : '') + text;
}
