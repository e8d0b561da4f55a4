import { isPossible, trayCommands, type Need, type OutsideCommandId } from '../../contract/commands.ts';
import { cutText } from '../../contract/cut-text.ts';
import type { EntryView } from '../../contract/entry.ts';
import { isolated } from '../../contract/plain-line.ts';
import type { Language } from '../../contract/vocabulary.ts';
import { sharedWords } from '../../contract/words/languages.ts';
import type { MenuLine } from '../ports.ts';

/** What the tray's menu is about. */
export interface TrayContent {
  /** What there is for its commands. */
  has: ReadonlySet<Need>;
  pinned: readonly EntryView[];
}

/** What its lines do. */
export interface TrayActions {
  copy(entry: EntryView): void;
  run(id: OutsideCommandId): void;
}

/** Longest name, in characters, and the most names: a menu that is higher than the screen helps nobody. */
const longestName = 60;
const mostPinned = 30;

/** The tray's menu: the pinned codes by name (their digits have no business there), then its commands. */
export function trayMenu({ has, pinned }: TrayContent, language: Language, act: TrayActions): MenuLine[][] {
  const words = sharedWords[language];
  const codes = pinned
    .toSorted(byName)
    .slice(0, mostPinned)
    .map((entry): MenuLine => ({ label: nameOf(entry, words.tray.unnamed), press: () => act.copy(entry) }));
  const hint: MenuLine = { label: has.has('open') ? words.tray.noPins : words.tray.locked, press: null };
  return [
    codes.length > 0 ? codes : [hint],
    ...trayCommands.map((group) =>
      group
        .filter((id) => isPossible(id, has))
        .map((id): MenuLine => ({ label: words.commands[id], press: () => act.run(id) })),
    ),
  ];
}

function nameOf({ issuer, account }: EntryView, unnamed: string): string {
  const name = issuer !== '' && account !== '' ? `${issuer} (${account})` : issuer || account || unnamed;
  return isolated(cutText(name, longestName));
}

function byName(one: EntryView, other: EntryView): number {
  return one.issuer.localeCompare(other.issuer) || one.account.localeCompare(other.account);
}
