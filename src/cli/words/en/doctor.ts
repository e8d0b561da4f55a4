import { isolated } from '../../../contract/plain-line.ts';
import type { Check, CheckLevel } from '../../../contract/doctor.ts';
import type { ShortcutTrouble } from '../../../contract/quick-find.ts';

/** What the doctor says of each check: what is, and what to do about it. */
export const doctor = {
  about: 'look at what Latchkey depends on, and say what to do; it asks you for nothing',
  more: 'It ends with 1 if something is in trouble. What needs attention works meanwhile.',
  troubles: (count: number) => (count === 1 ? 'One thing is in trouble.' : `${count} things are in trouble.`),
  levels: { good: 'good', attention: 'attention', trouble: 'trouble' } satisfies Record<CheckLevel, string>,
  checks: {
    keychain: 'keychain',
    vault: 'vault',
    clock: 'clock',
    backups: 'backups',
    server: 'account server',
    screen: 'screen capture',
    shortcut: 'shortcut',
  } satisfies Record<Check['check'], string>,
  keychainReady: (backend: string) => `${backend} is unlocked.`,
  keychainUnknown: (backend: string) =>
    `${backend}. Only “latchkey unlock” shows whether it gives the key, as it may ask you.`,
  keychainNotNeeded: 'The vault does not need it.',
  vaultOpen: (path: string) => `${isolated(path)}, opened by the keychain.`,
  vaultLocked: (path: string) =>
    `${isolated(path)}. Its passphrase opens it; nothing was asked, so its content was not looked at.`,
  vaultNewer: 'A newer Latchkey wrote it: it can only be read. Update Latchkey.',
  vaultPlace: 'The file, its folder or its drive can only be read.',
  quarantined: (count: number) =>
    `Entries that can’t be read: ${count}. The window repairs or removes them (Settings, Unreadable entries).`,
  olderStates: (kept: number, unreadable: number) =>
    unreadable === 0
      ? `Older states: ${kept}.`
      : `Older states: ${kept}, of which ${unreadable} no longer open.`,
  clockNotCompared: 'Not compared: no account server answers.',
  clockAgrees: 'It agrees with the account server’s.',
  clockOff: (seconds: number, isBehind: boolean) =>
    `It is ${seconds} s ${isBehind ? 'behind' : 'ahead of'} the account server’s. Set this computer’s time automatically, or sites refuse the codes.`,
  backupsUnknown: 'The vault knows about them, and it is not open.',
  backupsNone: 'There are none. The window sets them up (Settings, Backups).',
  backupsTrouble: (folder: string, trouble: string) => `${isolated(folder)}: ${trouble}`,
  backupsEmpty: (folder: string) => `${isolated(folder)} holds none that opens. “latchkey backup” makes one.`,
  backupsNewest: (folder: string, time: string) => `The newest in ${isolated(folder)} was made on ${time}.`,
  backupsOld: 'The vault has changed since. “latchkey backup” makes one.',
  screenReadable: 'A QR code on the screen can be read from here.',
  screenInWindow:
    'Only the window can read it: the desktop has no Screenshot portal, and there is no X screen.',
  shortcutNotRunning: 'No Latchkey with a window is running; the shortcut works while one is.',
  shortcutBind: (command: string) =>
    `Bind this command to keys in your desktop’s settings: ${isolated(command)}`,
  shortcutNone: (bind: string) => `None is chosen (Settings, Quick find). Or: ${bind}`,
  shortcutArrives: (keys: string, isByDesktop: boolean) => `${inForce(keys, isByDesktop)}. The keys arrive.`,
  shortcutNotSeen: (keys: string, isByDesktop: boolean, bind: string) =>
    `${inForce(keys, isByDesktop)}, but not seen to arrive yet. Press the keys. If nothing comes: ${bind}`,
  shortcutWaiting: 'The chosen keys are not registered yet; the desktop may be asking you.',
  shortcutOther: (chosen: string | null) =>
    `The settings name ${chosen === null ? 'no keys' : isolated(chosen)}, and the Latchkey that is running does not know. Start it again.`,
  shortcutTroubles: {
    taken: 'Another program has the chosen keys. Choose others (Settings, Quick find).',
    denied: 'The desktop did not allow the chosen keys.',
    unsupported: 'This desktop registers no keys for a program.',
    ended: 'The desktop keeps taking the chosen keys away.',
    failed: 'The chosen keys could not be registered.',
  } satisfies Record<ShortcutTrouble, string>,
  serverNone: 'None is set. Codes need none.',
  serverReady: (address: string) => `${isolated(address)} answers.`,
  serverTrouble: (address: string, trouble: string) => `${isolated(address)}: ${trouble}`,
} as const;

function inForce(keys: string, isByDesktop: boolean): string {
  return `${isolated(keys)}, registered by ${isByDesktop ? 'the desktop' : 'Latchkey'}`;
}
