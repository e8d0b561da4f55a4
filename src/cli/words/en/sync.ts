import { isolated } from '../../../contract/plain-line.ts';
import type { SyncTrouble, SyncView } from '../../../contract/sync.ts';
import { nameOf, type Named } from '../../name-of.ts';
import type { SyncErrorCode, TellingSyncError } from '../../sync-errors.ts';

type Stage = SyncView['stage'];

const stages: Record<Stage, string> = {
  off: 'off',
  on: 'on',
  entering: 'this computer is on its way in',
  waiting: 'waits to be let in',
  unreadable: 'on, but what it keeps does not open',
};

/** Why there is nothing to do for a computer that is not in. */
const notOn: Record<Exclude<Stage, 'on'>, string> = {
  off: 'Sync is off here. “latchkey sync on” turns it on, “latchkey sync join” joins your other computers.',
  entering: 'This computer is still on its way in. “latchkey sync now” tries again.',
  waiting: 'This computer waits to be let in: “latchkey sync join” shows its words again.',
  unreadable:
    'What sync keeps here does not open. “latchkey sync off”, then “latchkey sync join”; your codes stay.',
};

/** Why a computer can't come in. */
const already: Record<Exclude<Stage, 'off'>, string> = {
  on: 'Sync is on here already.',
  entering: 'This computer is on its way in already. “latchkey sync now” tries again.',
  waiting:
    'This computer waits to be let in with words. “latchkey sync join” shows them, “latchkey sync off” takes them back.',
  unreadable: 'What sync keeps here does not open. “latchkey sync off” gives it up; your codes stay.',
};

const troubles: Record<SyncTrouble['code'], string> = {
  offline: 'The account server can’t be reached.',
  signedOut: 'Nobody is signed in to the account.',
  trustEnded: 'Nobody is signed in, and the trust in this computer has ended.',
  busy: 'The server asks to wait.',
  readOnly: 'The vault can’t be written here.',
  notWritten: 'What sync needs could not be written here.',
  full: 'The account has no more room for sync.',
  refused: 'The server does not take what this Latchkey writes.',
  ended: 'Sync was turned off everywhere.',
  notMember: 'The server says that this computer is not in, and shows no proof.',
  removed: 'Another computer took this one out.',
  stopped: 'What the server shows does not hold. Nothing of it was used.',
  notWelcomed: 'Nothing proves that what the server shows is yours. Nothing of it was used.',
  unreadable: 'What sync keeps beside the vault does not open.',
  newer: 'A newer Latchkey wrote what sync keeps beside the vault.',
};

const nexts: Record<SyncTrouble['next'], string> = {
  wait: 'Nothing is lost; the next look tries again.',
  signIn: 'Sign in: latchkey account sign-in.',
  stepUp: 'Do again what you asked for; it then asks for a second factor.',
  makeWritable: 'Give Latchkey a folder that it can write to, with room on the disk.',
  makeRoom: 'Delete for good what you no longer need.',
  update: 'Update Latchkey.',
  tryAgain: 'Compare your codes with your other computers, then: latchkey sync now --again.',
  joinAgain: 'First latchkey sync off, then latchkey sync join. Your codes stay.',
};

/** What to do about an error. */
const advice: Record<Exclude<SyncErrorCode, TellingSyncError>, string> = {
  SYNC_STEP: '“latchkey sync status” shows how it stands.',
  SYNC_OFF: '“latchkey sync on” turns it on. Your codes here stay.',
  SYNC_NOT_MEMBER: 'Your codes here stay. First latchkey sync off, then latchkey sync join.',
  SYNC_STALE: 'Nothing is lost. Try again.',
  SYNC_REFUSED: 'Nothing was changed. Update Latchkey.',
  SYNC_FULL: 'Delete for good what you no longer need.',
  SYNC_ASKS: '“latchkey sync status” shows the question; latchkey sync answer answers it.',
  SYNC_LATER: 'Your other computers were quicker. Nothing is lost; try again.',
  SYNC_ELSEWHERE: '“latchkey sync join” lets this computer in.',
  SYNC_KIT_UNKNOWN: 'It is of another account, or a newer one took its place.',
  JOIN_NOT_SEEN: 'Show the whole QR code on this screen, or type the six words.',
  JOIN_NOT_ASKED: 'Check the words, and that the other computer still waits, signed in to this account.',
  MEMBER_NOT_FOUND: 'It may have been taken out meanwhile: “latchkey sync members”.',
  MEMBER_SELF: 'First latchkey sync off here; then another computer takes this one out.',
};

/** What `latchkey sync` says. */
export const sync = {
  about: 'the same codes on each of your computers, which the account server passes on without reading them',
  status: 'show how it stands, after a look at the server',
  now: 'send and fetch now; an open window does it by itself',
  again: 'go on after what the server showed did not hold; compare your computers first',
  members:
    'list the computers that are in and the recovery kit: name, system, since when, by whom, last synced, and id',
  answer: 'say whether entries that another computer deleted go here too, when status asks',
  answers: 'delete them here too, or keep them everywhere',
  on: 'turn it on for your account, with this computer and the recovery kit',
  onMore:
    'It asks for the code of the vault’s recovery kit, which brings everything back without any computer.',
  join: 'let this computer in: it shows six words and their QR code, and waits',
  byKit: 'with the code of a recovery kit that is in, instead of another computer',
  joinMore:
    'On a computer that is in, type the words into “latchkey sync add” or into the window. Ctrl-C takes them back.',
  add: 'let another computer in: it asks for the six words that the other one shows',
  screen: 'read their QR code off this screen instead',
  addKit: 'let this vault’s recovery kit in instead, in place of the one that is in',
  addMore: 'Without a terminal, it reads the words from the standard input.',
  remove: 'take a computer or a kit out; it prints the codes to renew, as that computer knew them',
  name: 'its name, or the start of its id',
  removeMore: 'It reads nothing that is written afterwards. Its session and its trust end, too.',
  renewals: 'list the codes to renew that removed computers knew: computer, issuer, account and id',
  done: 'tick them off, as their sites have new ones',
  off: 'turn it off on this computer; the codes stay',
  everywhere: 'on all computers, and delete everything of it at the server; the codes stay',

  stages,
  notOn,
  already,
  troubles,
  nexts,
  advice,
  telling: {
    notKept: (reason: string) =>
      `Nothing was sent. See that Latchkey’s folder can be written to and has room. (${reason})`,
    stopped: (fault: string) => `Nothing of it was used. “latchkey sync status” says what to do. (${fault})`,
    wordUnknown: (place: number, meant: readonly string[]) =>
      `It is word ${place}.${meant.length === 0 ? '' : ` Perhaps: ${meant.join(', ')}.`}`,
    wordsCount: (count: number) => `There were ${count}.`,
  },

  kit: 'recovery kit',
  kitIn: 'is in',
  kitOut: 'is not in; latchkey sync add --kit',
  aloneUntil: (when: string) => `until ${when}, then sign in again`,
  aloneNot: 'only while you are signed in; trust this computer at the next sign-in',
  founder: 'turned it on',
  asLastSeen: 'The server could not be asked. As last seen:',
  question: (count: number) =>
    count === 1
      ? 'Other computers deleted an entry that is here. Delete it here too, or keep it everywhere? latchkey sync answer delete, or keep.'
      : `Other computers deleted ${count} entries that are here. Delete them here too, or keep them everywhere? latchkey sync answer delete, or keep.`,
  noQuestion: 'Nothing is asked.',
  conflict: (entry: Named, first: string, second: string) =>
    `Two computers gave one entry different keys: ${nameOf(entry)}. See whose code works (${first}, ${second}), and delete the other with latchkey rm.`,

  askKit: 'Code of the recovery kit',
  askWords: 'The six words',
  askRemove: (name: string) => `Take ${isolated(name)} out?`,
  askEverywhere: 'Turn sync off on all your computers, and delete everything of it at the server?',
  turnedOn: 'Sync is on. On your other computers: latchkey sync join, or Settings in the window.',
  typeThem:
    'On a computer that is in: latchkey sync add, and these words. Or let its window scan the QR code.',
  waits: 'Waiting to be let in. Ctrl-C takes it back.',
  tookBack: 'Taken back. This computer waits no more, and its words are of no use.',
  isIn: 'This computer is in.',
  added: (name: string, platform: string) => `Let in: ${isolated(name)} (${isolated(platform)}).`,
  addedKit: 'The recovery kit is in.',
  removed: (name: string) => `Taken out: ${isolated(name)}.`,
  renew:
    'It still knows these codes. Set each up anew at its site; latchkey sync renewals --done ticks it off.',
  offHere:
    'Sync is off here. Your codes stay. Another computer takes this one out of the list: latchkey sync remove.',
  offEverywhere: 'Sync is off everywhere. Your codes stay on each computer.',
} as const;
