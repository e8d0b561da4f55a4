import { createHmac } from 'node:crypto';
import { decodeContent, encodeContent } from './content.ts';
import type { VaultDocument } from './document.ts';
import { allSecrets } from './document-secrets.ts';
import type { Entry } from '../entry/entry.ts';
import { encodeEntry } from '../entry/record.ts';
import { NO_REVISION } from '../entry/revision.ts';
import { encodeSite } from '../moving/site.ts';
import { parseLayout } from './layout.ts';
import { NO_SAFEKEEPING, type BackupPlan } from './safekeeping.ts';
import { sealVault, unsealVault } from './seal.ts';
import { keyCheck } from './slots.ts';

const MARK_BYTES = 16;

/**
 * Seals a backup: a vault file with its own key and slots. It leaves out the vault's safekeeping: the recovery
 * kit, the former key and this plan.
 * @param at when it is made, in ms since 1970
 */
export function sealBackup(
  document: VaultDocument,
  plan: BackupPlan,
  state: { vaultId: string; generation: number; at: number },
): Buffer {
  const header = {
    vaultId: state.vaultId,
    generation: state.generation,
    writtenAt: state.at,
    keyCheck: keyCheck(plan.key, state.vaultId),
    strayItems: [],
    slots: plan.slots,
    unknownMembers: { mark: markOf(document, plan.key) },
  };
  return sealVault(header, { ...document, safekeeping: NO_SAFEKEEPING }, plan.key);
}

/** Whether the bytes read back are the bytes written, and open to the content that was to be kept. */
export function isSoundBackup(
  readBack: Uint8Array,
  written: Uint8Array,
  document: VaultDocument,
  key: Uint8Array,
): boolean {
  if (Buffer.compare(readBack, written) !== 0) return false;
  const opened = unsealVault(readBack, key).document;
  // Decoded like the other, so that only the content itself can differ.
  const content = encodeContent({ ...document, safekeeping: NO_SAFEKEEPING });
  const intended = decodeContent(content);
  const [is, should] = [opened, intended].map(encodeContent);
  const isSame = is !== undefined && should !== undefined && Buffer.compare(is, should) === 0;
  for (const bytes of [...allSecrets(opened), ...allSecrets(intended), content, is, should]) bytes?.fill(0);
  return isSame;
}

/**
 * Tells whether content differs from the last backup: names, secrets, settings, counters and the moving list
 * count, but not how often a code was used. Keyed, so that it reveals nothing about the content.
 */
export function markOf(document: VaultDocument, key: Uint8Array): string {
  const mark = createHmac('sha256', key).update('latchkey/1 backup mark');
  const add = (entry: Entry, kind: 'entry' | 'trashed') => {
    const { json, secrets } = encodeEntry({ ...entry, ...NO_REVISION, uses: 0, lastUsedAt: null }, kind);
    mark.update(`${kind} ${json.length} `).update(json);
    for (const secret of secrets) mark.update(secret);
  };
  for (const entry of document.entries) add(entry, 'entry');
  for (const entry of document.trash) add(entry, 'trashed');
  for (const site of document.moving) {
    const json = encodeSite({ ...site, ...NO_REVISION });
    mark.update(`site ${json.length} `).update(json);
  }
  for (const { json, secrets } of document.quarantine) {
    mark.update(`quarantine ${json.length} `).update(json).update(secrets);
  }
  return mark.digest().subarray(0, MARK_BYTES).toString('base64');
}

/** The mark in a backup; null if it has none. */
export function markIn(bytes: Uint8Array): string | null {
  const { mark } = parseLayout(bytes).header.unknownMembers;
  return typeof mark === 'string' ? mark : null;
}
