/**
 * The process that is killed: adds entries to a vault one after the other, without end, and says so each time.
 * `start N` before a write begins, `done N` when it has resolved. Argument: the folder; the first N comes as a line.
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import process from 'node:process';
import { openTestVault } from './vault.ts';

const [folder = ''] = process.argv.slice(2);
const [line] = await once(process.stdin, 'data');
const first = Number(String(line));
const { vault } = await openTestVault(folder);

for (let number = first; ; number += 1) {
  const id = idOf(number);
  // Synchronous: what was said before the kill has reached the parent.
  writeSync(1, `start ${number}\n`);
  await vault.change((document) => ({
    ...document,
    entries: [
      ...document.entries,
      {
        id,
        issuer: `Site ${number}`,
        account: 'ada@example.org',
        parameters: {
          kind: 'totp',
          secret: Buffer.from(`secret of entry ${number}`),
          algorithm: 'SHA1',
          digits: 6,
          period: 30,
        },
        unknownParameters: [],
        pinned: false,
        addedAt: number,
        lastUsedAt: null,
        uses: 0,
        former: null,
      },
    ],
  }));
  writeSync(1, `done ${number}\n`);
}

function idOf(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}
