/** A browser host and its link socket in a process of its own (`fork`), with the world in memory. */
import process from 'node:process';
import { listenForLinks } from '../../../src/adapters/link-socket/listen.ts';
import { startWindow } from './window.ts';

const folder = process.env['FOLDER'] ?? '';
const { server } = await startWindow(folder);
await listenForLinks(folder, {
  take: () => undefined,
  shortcut: () => ({
    way: 'none',
    chosen: null,
    as: null,
    trouble: null,
    hasFired: false,
    isRenewed: false,
    command: 'latchkey toggle',
  }),
});
process.send?.({ startUrl: server.startUrl() });
