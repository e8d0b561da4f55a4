// The FIDO Credential Exchange Format by its text (proposed standard of 14 August 2025); nothing here reads it.
import { jsonFile, zipFile } from './bitwarden.ts';
import type { Sample } from './sample.ts';

/** A header with one account. */
export function cxfHeader(items: readonly unknown[], account: object = {}) {
  return {
    version: { major: 1, minor: 0 },
    exporterRpId: 'exporter.example.com',
    exporterDisplayName: 'Exporter',
    timestamp: 1_755_129_600,
    accounts: [{ id: 'YWNj', username: 'ann', email: 'ann@example.com', collections: [], items, ...account }],
  };
}

/** A `totp` credential; `changes` overwrite its members. */
export function totp(changes: object = {}): object {
  const settings = { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', period: 30, digits: 6, algorithm: 'sha1' };
  return { type: 'totp', ...settings, username: 'ann', issuer: 'ACME', ...changes };
}

/** A `note` credential. */
export function note(text: string): object {
  return { type: 'note', content: { id: 'bm90ZQ', fieldType: 'string', value: text } };
}

/** A credential that holds no code. */
export function credential(type: string): object {
  return { type, key: 'a2V5', keyType: 'ssh-ed25519', privateKey: 'a2V5' };
}

/** A file of each variant. */
export async function cxfSamples(): Promise<Sample[]> {
  const item = { id: 'aXRlbQ', creationAt: 1, modifiedAt: 1, title: 'Deno', credentials: [totp()] };
  const header = cxfHeader([item]);
  const shared = { format: 'cxf', entries: 1 };
  return [
    { ...shared, variant: 'JSON', bytes: jsonFile(header) },
    { ...shared, variant: 'zip', bytes: await zipFile({ 'export/index.json': JSON.stringify(header) }) },
  ];
}
