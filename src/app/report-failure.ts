import { messageOf } from '../core/message-of.ts';
import type { Log } from './ports.ts';

/** Reports what fails in work that nobody waits for, by the event's name; nothing once `signal` has ended that work. */
export function failureReport(log: Log, signal: AbortSignal): (event: string) => (error: unknown) => void {
  return (event) => (error) => {
    if (!signal.aborted) log.error(event, { error: messageOf(error) });
  };
}
