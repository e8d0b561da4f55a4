import type { EntryView } from '../contract/entry.ts';
import type { SyncMember, SyncView } from '../contract/sync.ts';
import { joined } from '../contract/entry-lists.ts';
import { shownIdLength } from '../contract/search/find-entries.ts';
import type { Client } from './host.ts';
import { isoOf } from './json.ts';
import { present } from './present.ts';
import { printFields } from './print-fields.ts';
import { streams } from './streams.ts';
import { troubleText, type SyncOn } from './sync-state.ts';
import { timeOf } from './time-of.ts';
import { words } from './words/words.ts';

/** Prints how sync stands, and says what waits for the person. */
export async function printStatus(client: Client, view: SyncView): Promise<void> {
  const { stage } = view;
  const trouble = stage === 'off' ? null : view.trouble;
  printFields({
    sync: words.sync.stages[stage],
    ...(stage === 'on' && fieldsOf(view)),
    trouble: trouble && troubleText(trouble),
    next: trouble && words.sync.nexts[trouble.next],
  });
  if (stage === 'off') streams.mention(words.sync.notOn.off);
  if (stage === 'on') await sayOpen(client, view);
}

function fieldsOf(view: SyncOn) {
  const { members, agreedAt, pending, tooLarge, unreadable, kept } = view;
  // Most of them are nothing to speak of.
  const some = (count: number) => count || null;
  return {
    computers: members.filter(({ kind }) => kind === 'device').length,
    kit: members.some(({ kind }) => kind === 'kit') ? words.sync.kitIn : words.sync.kitOut,
    agreed: agreedAt === null ? null : timeFor(agreedAt),
    byItself: byItself(view),
    pending: pending.length,
    tooLarge: some(tooLarge.length),
    unreadable: some(unreadable),
    kept: some(kept.length),
    toRenew: some(new Set(view.renewals.flatMap(({ entries }) => entries)).size),
  };
}

/** Until when it needs nobody who is signed in. Where the person has to do something first, the trouble says so. */
function byItself({ aloneUntil, trouble }: SyncOn): string | null {
  if (trouble !== null && trouble.next !== 'wait') return null;
  return aloneUntil === null ? words.sync.aloneNot : words.sync.aloneUntil(timeFor(aloneUntil));
}

/** Says what only the person can decide. */
async function sayOpen(client: Client, { question, conflicts }: SyncOn): Promise<void> {
  if (question !== null) streams.say(words.sync.question(question.deleted.length));
  if (conflicts.length === 0) return;
  const { entries } = await present(joined(await client.entries.watch()));
  for (const { first, second } of conflicts) {
    const entry = entries.find(({ id }) => id === first);
    if (entry !== undefined)
      streams.say(words.sync.conflict(entry, first.slice(0, shownIdLength), second.slice(0, shownIdLength)));
  }
}

/** The state for a program, without the words of a computer that waits. Times are ISO 8601. */
export function printedView(view: SyncView) {
  switch (view.stage) {
    case 'off':
      return { stage: view.stage };
    case 'unreadable':
    case 'entering':
    case 'waiting':
      return { stage: view.stage, trouble: view.trouble };
    case 'on':
      return {
        ...view,
        agreedAt: view.agreedAt === null ? null : isoOf(view.agreedAt),
        aloneUntil: view.aloneUntil === null ? null : isoOf(view.aloneUntil),
        members: view.members.map(printedMember),
      };
  }
}

function printedMember({ addedAt, ...member }: SyncMember) {
  return { ...member, addedAt: isoOf(addedAt) };
}

/** When members were last at the server. */
export type LastSeen = readonly { id: string; at: number }[];

/** A member for a program; `lastSeenAt` is null for this computer, for a kit, and where the server did not say. */
export function printedMemberSeen(member: SyncMember, seen: LastSeen) {
  const at = seenAt(member, seen);
  return { ...printedMember(member), lastSeenAt: at === null ? null : isoOf(at) };
}

/** Prints a line for each member: name, system, added when and by whom, last at the server, id. */
export function printMembers(members: readonly SyncMember[], seen: LastSeen): void {
  streams.printFields(
    ...members.map((member) => [
      memberName(member),
      member.platform,
      timeFor(member.addedAt),
      adderOf(member, members),
      seenFor(seenAt(member, seen)),
      idFor(member.id),
      ...(member.isSelf ? [words.account.current] : []),
    ]),
  );
}

function seenAt({ id, isSelf }: SyncMember, seen: LastSeen): number | null {
  return isSelf ? null : (seen.find((one) => one.id === id)?.at ?? null);
}

function seenFor(at: number | null): string {
  return at === null ? '-' : timeFor(at);
}

/** What a member is called; a kit has no name of its own. */
export function memberName({ kind, name }: SyncMember): string {
  return kind === 'kit' ? words.sync.kit : name;
}

function adderOf({ id, addedBy }: SyncMember, members: readonly SyncMember[]): string {
  if (addedBy === id) return words.sync.founder;
  const adder = members.find((one) => one.id === addedBy);
  return adder === undefined ? idFor(addedBy) : memberName(adder);
}

/** Prints entries whose codes are to be renewed at their sites: issuer, account and id, after what is common to them. */
export async function printRenewals(
  client: Client,
  renewals: readonly { name: string; entries: readonly string[] }[],
  { named }: { named: boolean },
): Promise<void> {
  const { entries } = await present(joined(await client.entries.watch()));
  const byId = new Map<string, EntryView>(entries.map((entry) => [entry.id, entry]));
  streams.printFields(
    ...renewals.flatMap(({ name, entries: ids }) =>
      ids.flatMap((id) => {
        const entry = byId.get(id);
        if (entry === undefined) return [];
        return [[...(named ? [name] : []), entry.issuer, entry.account, idFor(id)]];
      }),
    ),
  );
}

function timeFor(at: number): string {
  return streams.isForPerson ? timeOf(at) : isoOf(at);
}

function idFor(id: string): string {
  return streams.isForPerson ? id.slice(0, shownIdLength) : id;
}
