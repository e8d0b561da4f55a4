/** Asks the desktop for a picture. Its patience ends with its standard input; then nothing keeps it alive. */
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { createDesktopScreens } from '../../../src/adapters/screens/desktop-screens.ts';
import { createManualClock } from '../../rig/manual-clock.ts';
import { createListLog } from '../../rig/memory-ports.ts';

const clock = createManualClock(0);
const taking = createDesktopScreens({ clock, log: createListLog() }).take();
await text(process.stdin);
clock.move(120_000);
const taken = await taking;
console.log(taken.outcome === 'failed' ? taken.cause : taken.outcome);
