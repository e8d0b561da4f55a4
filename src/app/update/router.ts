import { updateContract } from '../../contract/update.ts';
import { serve } from '../serve.ts';
import type { Update } from './update.ts';

/** The part of the window's router for newer versions of Latchkey. */
export function updateRouter(update: Update) {
  return serve(updateContract, {
    watch: (_, signal) => update.watch(signal),
    check: () => update.check(),
    accept: () => update.accept(),
    refuse: () => update.refuse(),
    install: () => update.install(),
  });
}
