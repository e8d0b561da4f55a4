import { isolated } from '../../../contract/plain-line.ts';
import type { MethodKind } from '../../../contract/vocabulary.ts';

const methods: Record<MethodKind, string> = {
  email: 'e-mail',
  sms: 'SMS',
  totp: 'authenticator app',
};

/** What `latchkey account` says. */
export const account = {
  about: 'the account at a server, which codes do not need',
  status: 'show who is signed in, and where',
  signIn: 'sign in: it asks for the password and a second factor, without showing the password',
  email: 'the account’s e-mail address',
  signInMore: 'The session lasts until “latchkey account sign-out”, or until an open window closes.',
  signOut: 'sign out, and remove everything of the account from this computer; the vault stays',
  devices: 'list the computers that need no second factor: name, system, until when, and id',
  remove: 'end the trust of one, by the start of its id',
  removeAll: 'end the trust of all',
  askEmail: 'E-mail address',
  askPassword: 'Password of the account',
  askMethod: 'Second factor',
  askCode: 'Code',
  askRecoveryCode: 'Recovery code',
  askTrust: (days: number | null) =>
    `Trust this computer${days === null ? '' : ` for ${days} days`}? It then needs no second factor.`,
  recoveryCode: 'A recovery code',
  ownCode: 'This vault makes the code. If the current one was used, it waits for the next.',
  sent: (hint: string) => `A code is on its way to ${hint}.`,
  confirmByMail: 'There were many wrong passwords. A code is on its way to the account’s address.',
  credentialsAgain: 'The address or the password is wrong, or the account is not activated yet.',
  codeAgain: 'That is not the code.',
  nowSignedIn: (address: string) => `Signed in: ${address}.`,
  mustEnrolNow: 'Signed in, but the account has no second factor yet. The window sets it up.',
  signedOut: 'Signed out. Nothing of the account is left on this computer.',
  signedOutHere: 'Nothing of the account is left on this computer, but the server could not be told.',
  noServer: 'none is set',
  nobody: 'nobody is signed in',
  mailOnItsWay: 'signed up; the mail with the link is on its way',
  secondFactor: 'the second factor is missing; sign in again',
  isSignedIn: 'signed in',
  mustEnrol: 'signed in, without a second factor yet',
  noDevices: 'No computer is trusted.',
  current: 'this one',
  syncs: 'syncs by itself',
  removed: (count: number) =>
    count === 1 ? 'One computer is no longer trusted.' : `${count} computers are no longer trusted.`,
  method: (kind: MethodKind, destination: string) => `${methods[kind]} (${isolated(destination)})`,
  choice: ({ kind, hint, entryId }: { kind: MethodKind; hint: string; entryId: string | null }) =>
    `${methods[kind]} (${isolated(hint)})${entryId === null ? '' : ', in this vault'}`,
} as const;
