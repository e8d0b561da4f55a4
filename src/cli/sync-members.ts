import type { SyncMember } from '../contract/sync.ts';
import { shownIdLength } from '../contract/search/find-entries.ts';
import { isolated } from '../contract/plain-line.ts';
import { fold } from '../contract/search/fold.ts';
import { CommandError } from './command-error.ts';
import { memberName } from './sync-print.ts';
import { words } from './words/words.ts';

/**
 * The one member that is called so, or whose id starts so. This computer is meant only if no other one is.
 * @throws CommandError MEMBER_NOT_FOUND, with those that there are
 */
export function memberNamed(members: readonly SyncMember[], typed: string): SyncMember {
  const name = fold(typed).trim();
  const found = members.filter(
    (member) =>
      name !== '' && (fold(memberName(member)).trim() === name || member.id.startsWith(typed.toLowerCase())),
  );
  const others = found.filter(({ isSelf }) => !isSelf);
  const [member, ...more] = others.length > 0 ? others : found;
  if (member === undefined)
    throw new CommandError('MEMBER_NOT_FOUND', words.errors.noSuchMember, named(members));
  if (more.length > 0) throw new CommandError('MEMBER_NOT_FOUND', words.errors.severalMembers, named(others));
  return member;
}

function named(members: readonly SyncMember[]): string[] {
  return members.map((member) => `  ${member.id.slice(0, shownIdLength)}  ${isolated(memberName(member))}`);
}
