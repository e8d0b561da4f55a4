import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import { findEnrolled } from './enrolled.ts';
import type { Server } from './server.ts';

/**
 * Moves a method's entry in this vault to the trash: the server has dropped the method, so its codes are
 * useless. The person still finds it under Deleted. In a vault that cannot be written, it stays in the list.
 */
export type Retire = (methodId: string) => Promise<void>;

export function createRetire({
  vault,
  server,
  clock,
}: {
  vault: Pick<Vault, 'document' | 'change'>;
  server: Pick<Server, 'known'>;
  clock: Clock;
}): Retire {
  return async (methodId) => {
    if (findEnrolled(vault.document(), server, methodId) === undefined) return;
    const deletedAt = clock.now();
    try {
      await vault.change((document) => {
        const dead = findEnrolled(document, server, methodId);
        if (dead === undefined) return document;
        return {
          ...document,
          entries: document.entries.filter((entry) => entry !== dead),
          trash: [...document.trash, { ...dead, deletedAt }],
        };
      });
    } catch (error) {
      // The method is gone anyway, which is what the person asked for.
      if (!(error instanceof Failure)) throw error;
    }
  };
}
