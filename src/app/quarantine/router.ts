import { implement } from '@orpc/server';
import { quarantineContract } from '../../contract/quarantine.ts';
import type { Quarantine } from './quarantine.ts';

const contract = implement(quarantineContract);

/** The quarantine's part of the window's router; nothing is decided here. */
export function quarantineRouter(quarantine: Quarantine) {
  return contract.router({
    watch: contract.watch.handler(({ signal }) => quarantine.watch(signal)),
    fix: contract.fix.handler(({ input }) => quarantine.fix(input)),
    export: contract.export.handler(({ input }) => quarantine.export(input.id)),
    drop: contract.drop.handler(({ input }) => quarantine.drop(input.id)),
  });
}
