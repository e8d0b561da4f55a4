import { clockContract } from '../../contract/clock.ts';
import type { Clock } from '../ports.ts';
import { serve } from '../serve.ts';
import type { ClockCheck } from './clock-check.ts';

/** The clock's part of the window's router. */
export function clockRouter({ clock, clockCheck }: { clock: Clock; clockCheck: ClockCheck }) {
  return serve(clockContract, {
    watch: (_, signal) => clockCheck.watch(signal),
    now: () => ({ at: clock.now() }),
    compare: () => clockCheck.compare(),
    trust: () => clockCheck.trust(),
  });
}
