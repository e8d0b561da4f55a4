import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ports } from './parts.ts';

const membersSchema = z.object({
  members: z.array(
    z.object({ name: z.string(), role: z.string(), state: z.string(), timeline: z.int().optional() }),
  ),
});
type Members = z.infer<typeof membersSchema>['members'];

/** What Patroni says of the members, by the first node that answers; nothing while none does. */
export async function askMembers(nodes: { machine: { address: string } }[]): Promise<Members> {
  const answers = nodes.map(async ({ machine }) => {
    const answer = await fetch(`http://${machine.address}:${ports.patroni}/cluster`, {
      signal: AbortSignal.timeout(1_500),
    });
    return membersSchema.parse(await answer.json()).members;
  });
  return Promise.any(answers).catch(() => []);
}

/** Whether one node is the primary and all others follow it, one of them synchronously. */
export function isWhole(members: Members, count: number, isSynchronous: boolean): boolean {
  const leaders = members.filter(({ role }) => role === 'leader');
  const [leader] = leaders;
  return (
    leaders.length === 1 &&
    members.length === count &&
    members.every(
      ({ state, timeline }) => /^(?:running|streaming)$/.test(state) && timeline === leader?.timeline,
    ) &&
    (!isSynchronous || members.some(({ role }) => role === 'sync_standby'))
  );
}

/** Waits until something is so; an error counts as not yet. Gives up after five minutes. */
export async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + 300_000;
  for (let last: unknown = null; ; await pause(200)) {
    try {
      if (await isSo()) return;
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline)
      throw new Error(`In five minutes it did not come to this: ${what}`, { cause: last });
  }
}
