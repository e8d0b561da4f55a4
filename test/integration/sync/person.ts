import { encodeBase32 as base32Of } from '../../../src/core/otp/base32.ts';
import type { SyncView } from '../../../src/contract/sync.ts';
import type { Latchkey, RunningService } from '../account/rig.ts';
import {
  addEmail,
  codeOfMail,
  enrol,
  mailsSoFar,
  newAddress,
  nextStep,
  password,
} from '../account/person.ts';

/** What a person needs for signing in on another computer. */
export interface Known {
  email: string;
  /** Where codes are mailed to. */
  mailbox: string;
  totpId: string;
}

/** Signs up on a computer, with an authenticator in its vault and codes by mail. */
export async function signUp(service: RunningService, latchkey: Latchkey): Promise<Known> {
  const { email, totpId } = await enrol(service, latchkey);
  const mailbox = newAddress();
  await addEmail(service, latchkey, mailbox);
  return { email, mailbox, totpId };
}

/** Signs in on another computer, by mail. */
export async function signIn(
  service: RunningService,
  latchkey: Latchkey,
  { email, mailbox }: Known,
): Promise<void> {
  await latchkey.account.signIn.start({ email, password });
  const { methods } = await latchkey.at('secondFactor');
  const method = methods.find(({ kind, hint }) => kind === 'email' && hint !== '');
  const before = mailsSoFar(service);
  await latchkey.account.signIn.send({ methodId: method?.id ?? '' });
  const code = await codeOfMail(service, mailbox, before);
  await latchkey.account.signIn.verify({ methodId: method?.id ?? '', code, trust: true });
  await latchkey.at('signedIn');
}

/** Checks the authenticator of this vault again. */
export async function check(service: RunningService, latchkey: Latchkey, { totpId }: Known): Promise<void> {
  nextStep(service);
  await latchkey.account.stepUp.verify({ methodId: totpId });
}

/** Turns sync on. @returns the text of the kit's QR code */
export async function turnOn({ client }: Latchkey): Promise<string> {
  const { qrText } = await client.recovery.make({});
  await client.sync.turnOn({ code: { from: 'text', text: qrText } });
  return qrText;
}

/** The view of sync now. */
export async function viewOf({ client }: Latchkey): Promise<SyncView> {
  const views = await client.sync.watch();
  try {
    const { value, done } = await views.next();
    if (done === true) throw new Error('the views have ended');
    return value;
  } finally {
    await views.return(undefined);
  }
}

/** Lets another computer in by the words on its screen. @returns the words */
export async function letIn(inside: Latchkey, other: Latchkey): Promise<string> {
  await other.client.sync.join();
  const view = await viewOf(other);
  if (view.stage !== 'waiting') throw new Error(`it is ${view.stage}`);
  const text = view.words.join(' ');
  await inside.client.sync.add({ words: { from: 'text', text } });
  await other.client.sync.look();
  return text;
}

/** Adds an entry, as one that pastes its address does. */
export async function addEntry(
  { client }: Latchkey,
  issuer: string,
  secret = base32Of(Buffer.from(`of ${issuer}`.padEnd(20, '.'))),
): Promise<string> {
  const text = `otpauth://totp/${issuer}:me?secret=${secret}&issuer=${issuer}`;
  const { previews } = await client.scan.text({ text });
  const [preview] = previews;
  const kept = await client.previews.accept({
    previewId: preview?.previewId ?? '',
    issuer,
    account: 'me',
  });
  return kept.entryId;
}

/** The names in the list, but for the account's own entry. */
export async function namesOf({ client }: Latchkey): Promise<string[]> {
  const events = await client.entries.watch();
  try {
    const { value, done } = await events.next();
    if (done === true) throw new Error('the list has ended');
    return value.entries.flatMap(({ issuer, account }) => (account === 'me' ? [issuer] : [])).toSorted();
  } finally {
    await events.return(undefined);
  }
}
