/**
 * The process that is killed while it syncs. Its disk is a folder, and its service is the process that started it: each
 * call goes there as a message. Waits for one order, and says when it begins with it and when it has done it.
 */
import { once } from 'node:events';
import process from 'node:process';
import { z } from 'zod';
import { Failure } from '../../src/app/failure.ts';
import { withFormer } from '../../src/core/entry/former.ts';
import { createSyncService, type SyncComputer } from '../rig/sync.ts';
import { openSyncComputer, syncOrderSchema, type SyncOrder } from './sync-computer.ts';

const answerSchema = z.union([
  z.object({ id: z.int(), value: z.unknown() }),
  z.object({ id: z.int(), code: z.string(), data: z.unknown() }),
]);

const waiting = new Map<number, (answer: z.infer<typeof answerSchema>) => void>();
const say = (message: unknown) => process.send?.(message);

say({ say: 'ready' });
const [first] = await once(process, 'message');
const order = syncOrderSchema.parse(first);
process.on('message', (message) => {
  const answer = answerSchema.parse(message);
  waiting.get(answer.id)?.(answer);
});
const opened = await openSyncComputer(order.folder, remote());
say({ say: 'begin' });
await obey(opened, order);
say({ say: 'done' });

/** The other process's service. */
function remote() {
  let ids = 0;
  return new Proxy(createSyncService().remote, {
    get:
      (_, call) =>
      async (...given: unknown[]): Promise<unknown> => {
        const id = (ids += 1);
        const answered = new Promise<z.infer<typeof answerSchema>>((resolve) => waiting.set(id, resolve));
        say({ id, call, given });
        const answer = await answered;
        if ('code' in answer) throw failureOf(answer.code, answer.data);
        return answer.value;
      },
  });
}

/** The failures that sync tells apart. */
function failureOf(code: string, data: unknown): Error {
  if (code === 'SYNC_STALE') return new Failure(code, { head: null, sequence: 0, hash: '' });
  if (code === 'SYNC_OFF') return new Failure(code);
  return new Error(`${code} ${JSON.stringify(data)}`);
}

async function obey(computer: SyncComputer, { act }: SyncOrder): Promise<void> {
  const { sync, vault } = computer;
  switch (act.do) {
    case 'turnOn':
      return sync.turnOn(act.code);
    case 'joinByKit':
      return sync.joinByKit(act.code);
    case 'join':
      return sync.join();
    case 'cancel':
      return sync.cancel();
    case 'look':
      return sync.look();
    case 'add':
      await computer.add(act.name);
      return sync.look();
    case 'replace':
      await vault.change((document) => ({
        ...document,
        entries: document.entries.map((entry) => {
          if (entry.issuer !== act.name) return entry;
          const parameters = { ...entry.parameters, secret: Buffer.from(act.secret) };
          return { ...entry, parameters, former: withFormer(entry.former, entry.parameters, 1) };
        }),
      }));
      return sync.look();
    case 'letIn':
      await sync.add(act.words);
      return;
    case 'remove':
      await sync.remove({ id: act.member });
      return;
    case 'rotateKey':
      return vault.rotateKey();
    case 'turnOff':
      return sync.turnOff();
    case 'turnOffEverywhere':
      return sync.turnOffEverywhere();
  }
}
