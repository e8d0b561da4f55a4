import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPreferenceFile } from '../../../src/adapters/preferences/preference-file.ts';
import { chooseAccountServer } from '../../../src/bootstrap/account-server.ts';

const root = join(import.meta.dirname, '../../..');
const before = { ...process.env };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-choice-'));
  process.env['LATCHKEY_DATA_DIR'] = folder;
});

afterEach(async () => {
  process.env = { ...before };
  await rm(folder, { recursive: true });
});

describe('the account server that npm start opens Latchkey with', () => {
  it('is the one of LATCHKEY_SERVER, also where the settings name another', async () => {
    const store = createPreferenceFile(folder);
    store.set({ ...store.get(), server: 'https://settings.example.org' });
    process.env['LATCHKEY_SERVER'] = 'https://account.example.org';
    const { server } = await chooseAccountServer(root);
    expect(server).toEqual({ address: 'https://account.example.org', trialInbox: null });
  });

  it('is left to the settings where they name one: no trial comes up beside it', async () => {
    const store = createPreferenceFile(folder);
    store.set({ ...store.get(), server: 'https://settings.example.org' });
    delete process.env['LATCHKEY_SERVER'];
    expect((await chooseAccountServer(root)).server).toBeUndefined();
  });

  it('is none where LATCHKEY_SERVER says so', async () => {
    process.env['LATCHKEY_SERVER'] = 'none';
    expect((await chooseAccountServer(root)).server).toBeUndefined();
  });
});
