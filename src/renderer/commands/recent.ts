import { windowCommands, type WindowCommandId } from '../../contract/commands.ts';
import { keep, recall } from '../preferences/kept.ts';

const kept = 'latchkey.commands';
const most = 4;

/** The commands that the palette carried out last, the newest first. Never an entry: names stay in the vault. */
export function recentCommands(): WindowCommandId[] {
  const names = (recall(kept) ?? '').split(' ');
  return names.flatMap((name) => windowCommands.filter((id) => id === name)).slice(0, most);
}

/** Keeps that a command was carried out. */
export function keepRecent(id: WindowCommandId): void {
  keep(kept, [id, ...recentCommands().filter((other) => other !== id)].slice(0, most).join(' '));
}
