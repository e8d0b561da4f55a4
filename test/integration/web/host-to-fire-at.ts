/** A browser host and its link socket in a process of its own (`fork`), with the world in memory. */
import process from 'node:process';
import { listenForLinks } from '../../../src/web/links.ts';
import { startWindow } from './window.ts';

const folder = process.env['FOLDER'] ?? '';
const { server } = await startWindow(folder);
await listenForLinks(folder, () => undefined);
process.send?.({ startUrl: server.startUrl() });
