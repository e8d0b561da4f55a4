/**
 * What a person can tell Latchkey to do: one table for the tray, the application's menu, the keyboard and the command
 * palette. Their names are in `words/`. Without zod, so that the window can load it alone.
 */

/**
 * What a command needs: an open vault or a closed one, a vault that takes changes, one that something else than the
 * keychain reopens, and one with entries.
 */
export type Need = 'open' | 'closed' | 'writable' | 'lockable' | 'entries';

interface Command {
  readonly needs: readonly Need[];
  /**
   * Its keys in the window, each as `contract/accelerator.ts` writes them; `Mod` is ⌘ on a Mac and Ctrl elsewhere. The
   * first one is shown.
   */
  readonly keys?: readonly string[];
  /** On a Mac in their place. */
  readonly macKeys?: readonly string[];
}

/** Commands that lead to a place in the window: `renderer/navigation/place.ts`. */
const going = {
  add: { needs: ['open', 'writable'], keys: ['Mod+N'], goes: { at: 'add' } },
  scan: { needs: ['open', 'writable'], goes: { at: 'add', way: 'screen' } },
  typeKey: { needs: ['open', 'writable'], goes: { at: 'add', way: 'typed' } },
  import: { needs: ['open', 'writable'], goes: { at: 'import' } },
  export: { needs: ['open', 'entries'], goes: { at: 'export' } },
  deleted: { needs: ['open'], goes: { at: 'deleted' } },
  settings: { needs: ['open'], keys: ['Mod+,'], goes: { at: 'settings' } },
  account: { needs: ['open'], goes: { at: 'account', page: 'overview' } },
  clock: { needs: ['open'], goes: { at: 'settings', section: 'clock' } },
} as const satisfies Record<string, Command & { goes: object }>;

/** Commands that do something in the window, wherever the person is in it. */
const calling = {
  palette: { needs: ['open'], keys: ['Mod+K'] },
  find: { needs: ['open', 'entries'], keys: ['Mod+F'] },
  shortcuts: { needs: ['open'], keys: ['F1', 'Mod+/'] },
  lock: { needs: ['open', 'lockable'], keys: ['Mod+L'] },
  back: { needs: ['open'], keys: ['Alt+ArrowLeft'], macKeys: ['Mod+['] },
} as const satisfies Record<string, Command>;

/** Commands that only make sense outside of the window. */
const outside = {
  show: { needs: ['open'] },
  unlock: { needs: ['closed'] },
  quickFind: { needs: ['open'] },
  quit: { needs: [] },
} as const satisfies Record<string, Command>;

export const commands = { ...going, ...calling, ...outside };
export type CommandId = keyof typeof commands;
export type GoingId = keyof typeof going;
/** What the window carries out. */
export type WindowCommandId = GoingId | keyof typeof calling;

/** The tray's commands, in groups. */
export const trayCommands = [
  ['show', 'unlock', 'quickFind', 'add', 'settings', 'lock'],
  ['quit'],
] as const satisfies readonly (readonly CommandId[])[];

/** The commands of the application's menu, in groups. */
export const menuCommands = [
  ['add', 'scan', 'import', 'export'],
  ['settings', 'lock'],
] as const satisfies readonly (readonly CommandId[])[];

/** What the host can be told by its tray and its menu. */
export type OutsideCommandId = (typeof trayCommands)[number][number] | (typeof menuCommands)[number][number];

/** The commands of the window, in the order in which it lists them. */
export const windowCommands: readonly WindowCommandId[] = [...idsOf(going), ...idsOf(calling)];

export const commandIds: readonly CommandId[] = idsOf(commands);

/** Does a command lead to a place in the window? */
export function isGoing(id: unknown): id is GoingId {
  return typeof id === 'string' && Object.hasOwn(going, id);
}

/** Can a command be given, with what there is now? */
export function isPossible(id: CommandId, has: ReadonlySet<Need>): boolean {
  return commands[id].needs.every((need) => has.has(need));
}

/** A command's keys in the window; empty: it has none. */
export function keysOf(id: CommandId, isMac: boolean): readonly string[] {
  const command: Command = commands[id];
  return (isMac ? command.macKeys : undefined) ?? command.keys ?? [];
}

function idsOf<Id extends string>(table: Record<Id, Command>): Id[];
function idsOf(table: Record<string, Command>): string[] {
  return Object.keys(table);
}
