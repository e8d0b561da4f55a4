import { z } from 'zod';
import { createDevice } from '../../account/support/device.ts';
import { ada, codeFromMail, linkFromMail } from '../../e2e/rig/account-person.ts';
import type { AccountService } from '../../e2e/rig/account-service.ts';

const grantedSchema = z.object({ grant: z.object({ token: z.string() }) });
const addedSchema = z.object({ methodId: z.string() });

/** Makes Ada's account at another computer: a password, and codes by e-mail as the second factor. */
export async function makeAccount(service: AccountService): Promise<void> {
  const name = 'Other computer';
  const port = Number(new URL(service.address).port);
  const device = await createDevice(service.address, () => Date.now(), name);
  const post = async (path: string, body: unknown, token: string | null = null) => {
    const answer = await device.call('POST', path, { port, body, token });
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.text}`);
    return answer.body;
  };
  const { email, password } = ada;
  await post('/v1/sign-up', { name: ada.name, email, password, language: 'en' });
  const link = new URL(await linkFromMail(service));
  const activation = { token: link.searchParams.get('token'), device: { name, platform: 'linux' } };
  const { grant } = grantedSchema.parse(await post('/v1/activation/confirm', activation));
  const before = service.inbox.mails.length;
  const method = { kind: 'email', destination: ada.other };
  const { methodId } = addedSchema.parse(await post('/v1/mfa/methods', method, grant.token));
  const code = await codeFromMail(service, ada.other, before);
  await post(`/v1/mfa/methods/${methodId}/confirm`, { code }, grant.token);
}
