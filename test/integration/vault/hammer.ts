/**
 * One of several processes that change the same vault at once, as fast as they can; see processes.test.ts.
 * Arguments: the folder, a letter for its entries, how many changes.
 */
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { openTestVault } from '../../crash/vault.ts';
import { anEntry } from '../../unit/vault/samples.ts';

const [folder = '', letter = '', times = '0'] = process.argv.slice(2);
const { vault } = await openTestVault(folder);
for (let count = 0; count < Number(times); count += 1) {
  await vault.change((document) => {
    const [counter, ...others] = document.entries;
    if (!counter) throw new Error('the counter is gone');
    const added = anEntry({ id: randomUUID(), issuer: `${letter}${count}` });
    return { ...document, entries: [{ ...counter, uses: counter.uses + 1 }, ...others, added] };
  });
}
await vault.close();
