/**
 * What the packaged command `latchkey` runs: the built command beside it, and nothing else. It is embedded into
 * Node's own binary (`make-command.ts`). Node passes all arguments on, and reads no script and no NODE_OPTIONS.
 */
const { createRequire } = require('node:module');

/** The other program that the command starts: itself under a name that no command has (`src/cli/clipboard.ts`). */
const clearsClipboard = process.argv[2] === '--clear-clipboard';
if (clearsClipboard) process.argv.splice(2, 1);
const script = clearsClipboard ? 'clear-clipboard.cjs' : 'latchkey.cjs';

createRequire(process.execPath)(`./${script}`);
