import type { RunningService } from './rig.ts';
import type { Latchkey } from './rig.ts';

export const password = 'seven paper boats drift north';
let people = 0;

/** An address that nobody has used. */
export function newAddress(): string {
  people += 1;
  return `person${people}.${Date.now().toString(36)}@example.org`;
}

/** The link of the newest activation mail, as the landing page hands it over. */
export async function activationLink(
  service: RunningService,
  address: string,
  notBefore = 0,
): Promise<string> {
  const [, token = ''] = await service.world.inbox.waitForMail(
    address,
    /activate\?token=([\w-]+)/,
    notBefore,
  );
  return appLink(service, 'activate', token);
}

export function appLink(service: RunningService, kind: 'activate' | 'reset', token: string): string {
  const query = new URLSearchParams({ server: service.world.publicUrl, token });
  return `latchkey://${kind}?${query.toString()}`;
}

export async function codeOfMail(
  service: RunningService,
  address: string,
  notBefore: number,
): Promise<string> {
  const [code] = await service.world.inbox.waitForMail(address, /\b\d{6}\b/, notBefore);
  return code;
}

export const mailsSoFar = (service: RunningService): number => service.world.inbox.mails.length;

/** Signs up and activates: at the set-up of the first method. */
export async function activate(
  service: RunningService,
  latchkey: Latchkey,
  email = newAddress(),
): Promise<string> {
  await latchkey.account.signUp.start({ name: 'Noor Bakker', email, password, language: 'en' });
  await latchkey.account.link.open({ text: await activationLink(service, email) });
  await latchkey.account.link.activate({});
  return email;
}

/** The same, and with an authenticator of this vault: signed in with a fresh check. */
export async function enrol(
  service: RunningService,
  latchkey: Latchkey,
): Promise<{ email: string; totpId: string }> {
  const email = await activate(service, latchkey);
  await latchkey.account.methods.begin({ kind: 'totp', destination: 'Latchkey' });
  await latchkey.account.methods.useThisVault({});
  const { methods } = await latchkey.at('signedIn');
  await latchkey.account.recoveryCodes.confirmSaved();
  return { email, totpId: methods[0]?.id ?? '' };
}

/** Adds e-mail at another address, and gives the method's id. */
export async function addEmail(
  service: RunningService,
  latchkey: Latchkey,
  address: string,
): Promise<string> {
  const before = mailsSoFar(service);
  await latchkey.account.methods.begin({ kind: 'email', destination: address });
  await latchkey.account.methods.confirm({ code: await codeOfMail(service, address, before) });
  const { methods } = await latchkey.at('signedIn');
  return methods.find(({ destination }) => destination === address)?.id ?? '';
}

/** The code of an outcome, `none` where it went well. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'none';
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code);
    throw error;
  }
}

/** A step of the clock on, so that there is a code that was not used. */
export function nextStep(service: RunningService): void {
  service.clock.move(32_000);
}
