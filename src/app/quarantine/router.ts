import { quarantineContract } from '../../contract/quarantine.ts';
import { serve } from '../serve.ts';
import type { Quarantine } from './quarantine.ts';

/** The quarantine part of the window's router. */
export function quarantineRouter(quarantine: Quarantine) {
  return serve(quarantineContract, {
    watch: (_, signal) => quarantine.watch(signal),
    fix: (input) => quarantine.fix(input),
    export: (input) => quarantine.export(input.id),
    drop: (input) => quarantine.drop(input.id),
  });
}
