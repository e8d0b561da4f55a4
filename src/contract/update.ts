/** New versions of Latchkey itself: found, offered, fetched and put in place, each as the person wants it. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { vaultErrors } from './vault-errors.ts';

/**
 * Why there are no updates here.
 *
 * - `host`: this is not an installed application
 * - `notConfigured`: this build was not told where new versions are, or who signs them
 * - `portable`: the person replaces its file
 * - `installedOtherwise`: whatever installed it (a Flatpak, a package source) updates it
 */
export const updateObstacles = ['host', 'notConfigured', 'portable', 'installedOtherwise'] as const;
export type UpdateObstacle = (typeof updateObstacles)[number];

/**
 * What went wrong.
 *
 * - `unreachable`: the place could not be asked
 * - `notSigned`: what was found there is not signed by whoever makes Latchkey
 * - `notDownloaded`: the new version did not arrive, or not as announced
 * - `noBackup`: the vault could not be backed up first
 * - `notInstalled`: the new version could not be put in place; the present one runs
 */
export const updateTroubles = [
  'unreachable',
  'notSigned',
  'notDownloaded',
  'noBackup',
  'notInstalled',
] as const;
export type UpdateTrouble = (typeof updateTroubles)[number];

const stateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('off'), because: z.enum(updateObstacles) }),
  /** No newer version is known that the person wants. `checkedAt`: ms since 1970; null: not asked yet. */
  z.object({ state: z.literal('none'), checkedAt: z.number().nullable() }),
  z.object({ state: z.literal('checking') }),
  z.object({ state: z.literal('offered'), version: z.string() }),
  z.object({ state: z.literal('downloading'), version: z.string(), percent: z.number() }),
  /** It is here and as announced; `install` puts it in place. */
  z.object({ state: z.literal('ready'), version: z.string() }),
  z.object({ state: z.literal('installing'), version: z.string() }),
  z.object({ state: z.literal('failed'), trouble: z.enum(updateTroubles) }),
]);
export type UpdateState = z.infer<typeof stateSchema>;

export const updateContract = {
  watch: oc.output(eventIterator(stateSchema)),
  /** Asks now. A version that the person refused is offered again. */
  check: oc,
  /** Downloads the offered version. */
  accept: oc,
  /** Does not want the offered version; a newer one will be offered. */
  refuse: oc,
  /** Backs up the vault, puts the downloaded version in place and starts it. Never while the vault is locked. */
  install: oc.errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN }),
};
