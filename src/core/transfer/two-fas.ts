import { parseOtpauth } from '../otpauth/parse.ts';
import { openGcm, type SealedGcm } from './aes.ts';
import { derivePbkdf2 } from './derive.ts';
import { readBase64 } from './encodings.ts';
import type { TransferFormat } from './format.ts';
import { boundedList, inOrder, jsonItem, namesById, readItems, type JsonItem } from './json-item.ts';
import { createReading } from './reading.ts';
import { decodeText, parseJson } from './source-file.ts';
import { TransferError } from './transfer-error.ts';

/** The newest schema that is understood. */
const newestSchema = 4;

/**
 * 2FAS: JSON with `services`, or with `servicesEncrypted` and a `reference` under the same password that tells a
 * wrong one. `groups` stay readable in both.
 */
export const twoFas: TransferFormat = {
  id: '2fas',
  name: '2FAS',

  recognise({ json }) {
    const file = jsonItem(json);
    return (
      file !== null && file.has('schemaVersion') && (file.has('services') || file.has('servicesEncrypted'))
    );
  },

  async read({ json }, passphrase) {
    const file = jsonItem(json);
    if (file === null) throw new TransferError('DAMAGED');
    if ((file.number('schemaVersion') ?? 0) > newestSchema) throw new TransferError('NEWER_VERSION');
    const sealed = file.text('servicesEncrypted');
    const services = sealed === '' ? file.value('services') : await decrypt(file, sealed, passphrase);
    return readServices(services, file);
  },
};

async function decrypt(file: JsonItem, text: string, passphrase: string | undefined): Promise<unknown> {
  const sealed = splitSealed(text);
  if (sealed === null) throw new TransferError('DAMAGED');
  if (passphrase === undefined) throw new TransferError('PASSPHRASE_MISSING');
  const content = openGcm(await keyOf(passphrase, sealed.salt), sealed);
  if (content === null) {
    const reference = splitSealed(file.text('reference'));
    const isRight =
      reference !== null && openGcm(await keyOf(passphrase, reference.salt), reference) !== null;
    throw new TransferError(isRight ? 'DAMAGED' : 'PASSPHRASE_WRONG');
  }
  const services = parseJson(decodeText(content));
  if (services === undefined) throw new TransferError('DAMAGED');
  return services;
}

/** `ciphertext ‖ tag`, salt (256 bytes as a rule) and nonce, each in base64, with colons between. */
function splitSealed(text: string): (SealedGcm & { readonly salt: Uint8Array }) | null {
  const [sealed, salt, nonce] = text.split(':').map(readBase64);
  if (!sealed || !salt || nonce?.length !== 12 || sealed.length < 16) return null;
  return { ciphertext: sealed.subarray(0, -16), tag: sealed.subarray(-16), salt, nonce };
}

function keyOf(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  return derivePbkdf2(passphrase, salt, { rounds: 10_000, hash: 'sha256', bytes: 32 });
}

function readServices(services: unknown, file: JsonItem) {
  const reading = createReading(twoFas.id);
  const positionOf = (service: unknown) => jsonItem(service)?.item('order').number('position') ?? null;
  const ordered = inOrder(boundedList(services), positionOf);
  const groupNames = namesById(file.list('groups'), 'id', 'name');
  readItems(ordered, reading, (service) => {
    const otp = service.item('otp');
    const { kind, account } = readLink(otp.text('link'));
    const shown = service.text('name').trim();
    const issuer = otp.text('issuer').trim();
    const group = groupNames.get(service.text('groupId'));
    const draft = {
      kind: otp.text('tokenType') || kind,
      secret: service.secret('secret'),
      algorithm: otp.setting('algorithm'),
      digits: otp.setting('digits'),
      period: otp.setting('period'),
      counter: otp.setting('counter'),
      // Its user sees the name, which they may have changed; the site's own spelling is kept beside it.
      issuer: shown || issuer,
      account: otp.text('account').trim() || account || accountIn(otp.text('label'), [issuer, shown]),
      unknownParameters:
        shown !== '' && issuer !== '' && shown !== issuer ? [['issuer', issuer] as const] : [],
      tags: group === undefined ? [] : [group],
      icon: iconOf(service),
    };
    reading.add(draft, service.notes);
  });
  return reading.finish();
}

/** What the scanned address says, which early schemas have no other members for. */
function readLink(link: string): { kind: string; account: string } {
  const result = link === '' ? null : parseOtpauth(link);
  if (!result?.ok) return { kind: 'totp', account: '' };
  return { kind: result.value.parameters.kind, account: result.value.account };
}

/** The name of its icon in early schemas; later ones have numbers. */
function iconOf(service: JsonItem): string | null {
  const name = service.text('type') || service.item('icon').item('brand').text('id');
  return ['', 'ManuallyAdded', 'Unknown'].includes(name) ? null : name;
}

/** The account of a label, without the issuer before it. */
function accountIn(label: string, issuers: readonly string[]): string {
  const prefix = issuers.find((issuer) => issuer !== '' && label.startsWith(`${issuer}:`));
  return (prefix === undefined ? label : label.slice(prefix.length + 1)).trim();
}
