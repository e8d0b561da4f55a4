import { createRouterClient } from '@orpc/server';
import QRCode from 'qrcode';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportSource } from '../../../../src/contract/imports.ts';
import { encodeBase32 } from '../../../../src/core/otp/base32.ts';
import { nextOf, startApplication } from '../../../rig/application.ts';
import { applyImport, readImport, reportOf } from '../../../rig/importing.ts';
import { pixelsOf, pixelsOfSymbols } from '../../../rig/qr-pictures.ts';
import { splitSymbols } from '../../../rig/split-symbols.ts';

let app: Awaited<ReturnType<typeof startApplication>>;

beforeEach(async () => {
  app = await startApplication();
});
afterEach(() => app.stop());

const secretOf = (at: number) => encodeBase32(Buffer.from(`secret number ${at}`));
const uri = (name: string, at: number, more = '') =>
  `otpauth://totp/${name}:me?secret=${secretOf(at)}${more}`;
const file = (...lines: string[]): ImportSource => ({
  from: 'file',
  name: 'codes.txt',
  bytes: new Blob([lines.join('\n')]),
});
const read = (...lines: string[]) => readImport(app.client, [file(...lines)]);
const keep = async (...lines: string[]) => applyImport(app.client, (await read(...lines)).importId);
const outcomes = async (...lines: string[]) => {
  const { importId } = await read(...lines);
  return (await reportOf(app.client, importId)).all.map(({ outcome }) => outcome);
};
const watched = async () => nextOf(await app.client.entries.watch());
const names = async () => (await watched()).entries.map(({ issuer }) => issuer);

describe('a dry run', () => {
  it('says of every row what would become of it, changes nothing and shows no secret', async () => {
    await keep(uri('Here', 1), uri('Settings', 2), uri('Name', 3));
    const { importId, sources } = await read(
      uri('New', 4),
      uri('HERE', 1),
      uri('Settings', 2, '&digits=8'),
      uri('name', 5),
      uri('New', 4),
      uri('Foreign', 6, '&algorithm=SHA384'),
      'otpauth://totp/Nothing:me?issuer=Nothing',
    );
    expect(sources).toMatchObject([{ name: 'codes.txt', format: 'otpauth', trouble: null, rows: 7 }]);
    const report = await reportOf(app.client, importId);
    expect(report.all.map(({ row, outcome }) => [row, outcome])).toEqual([
      [0, 'new'],
      [1, 'here'],
      [2, 'sameSecret'],
      [3, 'sameName'],
      [4, 'twice'],
      [5, 'quarantine'],
      [6, 'unreadable'],
    ]);
    expect(report.counts).toEqual({
      new: 1,
      here: 1,
      twice: 1,
      sameSecret: 1,
      sameName: 1,
      quarantine: 1,
      unreadable: 1,
    });
    expect(report.all[2]).toMatchObject({
      settings: { digits: 8 },
      duplicate: { kind: 'sameSecret', issuer: 'Settings', settings: { digits: 6 } },
    });
    expect(report.all[4]).toMatchObject({ twin: 0 });
    expect(report.all[5]).toMatchObject({
      settings: null,
      foreign: { kind: 'totp', algorithm: 'SHA384' },
      problems: [{ code: 'ALGORITHM_UNSUPPORTED' }],
    });
    expect(report.all[6]).toMatchObject({ problems: [{ code: 'NO_SECRET' }] });
    for (const at of [1, 2, 3, 4, 5, 6]) expect(JSON.stringify(report)).not.toContain(secretOf(at));
    expect(await names()).toEqual(['Here', 'Settings', 'Name']);
  });

  it('asks nothing about rows that stood side by side, nor about an entry that is one of them', async () => {
    await keep(uri('Twin', 1));
    expect(await outcomes(uri('Twin', 2), uri('Other', 1), uri('Twin', 1), uri('Twin', 3))).toEqual([
      'new',
      'new',
      'here',
      'new',
    ]);
  });

  it('says what arrives changed, and gives what has no name the name of its format', async () => {
    const long = 'x'.repeat(300);
    const { importId } = await read(
      `otpauth://totp/${long}?secret=${secretOf(1)}`,
      `otpauth://totp/?secret=${secretOf(2)}`,
      uri('Plain', 3),
    );
    const report = await reportOf(app.client, importId);
    expect(report).toMatchObject({
      changed: 2,
      all: [
        { isChanged: true, problems: [{ code: 'ACCOUNT_TOO_LONG' }] },
        { isChanged: true, issuer: 'otpauth', problems: [{ code: 'NAME_MISSING' }] },
        { isChanged: false, problems: [] },
      ],
    });
    await applyImport(app.client, importId);
    expect((await watched()).entries.map(({ account }) => account.length)).toEqual([256, 0, 2]);
  });

  it('shows the key and the code of one row on demand', async () => {
    const { importId } = await read(
      uri('One', 1),
      uri('Foreign', 2, '&algorithm=SHA384'),
      'otpauth://totp/a',
    );
    expect(await app.client.imports.secret({ importId, row: 0 })).toEqual({ secret: secretOf(1) });
    const { code } = await app.client.imports.code({ importId, row: 0 });
    await applyImport(app.client, importId);
    const { codes } = await nextOf(await app.client.codes.watch());
    expect(codes.map((one) => one.code)).toEqual([code]);

    const again = (await read(uri('Foreign', 2, '&algorithm=SHA384'), 'otpauth://totp/a')).importId;
    expect(await app.client.imports.secret({ importId: again, row: 0 })).toEqual({ secret: secretOf(2) });
    await expect(app.client.imports.code({ importId: again, row: 0 })).rejects.toMatchObject({
      code: 'ROW_MAKES_NO_CODE',
    });
    await expect(app.client.imports.secret({ importId: again, row: 1 })).rejects.toMatchObject({
      code: 'ROW_HAS_NO_SECRET',
    });
  });
});

describe('several sources', () => {
  it('are one import, and one that cannot be read spoils nothing', async () => {
    const junk: ImportSource = {
      from: 'file',
      name: 'junk.bin',
      bytes: new Blob([new Uint8Array([0, 1, 2])]),
    };
    const text: ImportSource = { from: 'text', text: uri('Pasted', 2) };
    const first = await readImport(app.client, [file(uri('File', 1)), junk, text]);
    expect(first.sources).toMatchObject([
      { from: 'file', trouble: null, rows: 1 },
      { from: 'file', name: 'junk.bin', trouble: 'UNKNOWN_FORMAT', rows: 0 },
      { from: 'text', name: null, trouble: null, rows: 1 },
    ]);
    const more = await readImport(app.client, [file(uri('File', 1), uri('Later', 3))], first.importId);
    expect(more).toMatchObject({ importId: first.importId, rows: 4, sources: { length: 4 } });
    const { all } = await reportOf(app.client, first.importId);
    expect(all.map(({ outcome, source }) => [source, outcome])).toEqual([
      [0, 'new'],
      [2, 'new'],
      [3, 'twice'],
      [3, 'new'],
    ]);
  });

  it('of a QR code is whole: nothing is said of its end', async () => {
    const { importId } = await readImport(app.client, [{ from: 'picture', ...pixelsOf([uri('Bank', 1)]) }]);
    expect((await reportOf(app.client, importId)).all).toMatchObject([{ outcome: 'new', problems: [] }]);
  });

  it('of QR codes are read together, over several pictures: 2 of 3 read', async () => {
    const set = migrationSet(3);
    const picture = (...texts: string[]): ImportSource => ({ from: 'picture', ...pixelsOf(texts) });
    const first = await readImport(app.client, [picture(set[2] ?? '', set[0] ?? '')]);
    expect(first.sources).toMatchObject([
      { from: 'codes', format: 'google', rows: 2, notes: [{ code: 'BATCH_INCOMPLETE', subject: '2/3' }] },
    ]);
    const whole = await readImport(app.client, [picture(set[1] ?? '')], first.importId);
    expect(whole.sources).toMatchObject([{ from: 'codes', rows: 3, notes: [] }]);
    await applyImport(app.client, whole.importId);
    expect(await names()).toEqual(['Part 0', 'Part 1', 'Part 2']);
  });

  it('of an address that is spread over several QR codes say how many were read, over several pictures', async () => {
    const address = uri('A-site-with-a-long-name-that-needs-two-codes', 1);
    const [first, second] = splitSymbols(address, [40]).map((symbol) => ({
      from: 'picture' as const,
      ...pixelsOfSymbols([symbol]),
    }));
    if (first === undefined || second === undefined) throw new Error('there are two');
    const half = await readImport(app.client, [first]);
    expect(half.sources).toMatchObject([
      { from: 'codes', rows: 0, trouble: null, notes: [{ code: 'BATCH_INCOMPLETE', subject: '1/2' }] },
    ]);
    const whole = await readImport(app.client, [second, first], half.importId);
    expect(whole.sources).toMatchObject([{ from: 'codes', format: 'otpauth', rows: 1, notes: [] }]);
    expect((await reportOf(app.client, whole.importId)).all).toMatchObject([
      { outcome: 'new', problems: [] },
    ]);
  });

  it('of a QR code that is for something else is named, and does not hide the others', async () => {
    const picture: ImportSource = {
      from: 'picture',
      ...pixelsOf(['https://example.org/menu', uri('Bank', 1)]),
    };
    const { sources } = await readImport(app.client, [picture, picture]);
    expect(sources).toMatchObject([
      { from: 'codes', format: 'otpauth', rows: 1, trouble: null, notes: [{ code: 'CODE_SKIPPED' }] },
    ]);
    expect(sources[0]?.notes).toHaveLength(1);
  });

  it('that are files of pictures are known by their content, and read together with the others', async () => {
    const set = migrationSet(2);
    const bytes = await QRCode.toBuffer(set[0] ?? '');
    const named = (name: string, content: Uint8Array): ImportSource => {
      return { from: 'file', name, bytes: new Blob([new Uint8Array(content)]) };
    };
    const { importId, sources } = await readImport(app.client, [
      named('list.txt', bytes),
      named('cut-off.png', bytes.subarray(0, bytes.length / 2)),
      { from: 'picture', ...pixelsOf([set[1] ?? '']) },
    ]);
    expect(sources).toMatchObject([
      { from: 'file', name: 'cut-off.png', trouble: 'DAMAGED', rows: 0 },
      { from: 'codes', format: 'google', trouble: null, rows: 2, notes: [] },
    ]);
    await applyImport(app.client, importId);
    expect(await names()).toEqual(['Part 0', 'Part 1']);
  });

  it('without a QR code say so, and those with one later take its place', async () => {
    const nothing = await readImport(app.client, [{ from: 'picture', ...pixelsOf([]) }]);
    expect(nothing.sources).toMatchObject([{ from: 'codes', trouble: 'NOTHING_FOUND', rows: 0 }]);
    const { importId } = nothing;
    const found = await readImport(
      app.client,
      [{ from: 'picture', ...pixelsOf([uri('Bank', 1)]) }],
      importId,
    );
    expect(found.sources).toMatchObject([{ from: 'codes', trouble: null, rows: 1 }]);
  });

  it('beyond what an import can hold are refused, and the import stays', async () => {
    const { importId } = await read(uri('One', 1));
    const many = Array.from({ length: 100 }, () => file(uri('Two', 2)));
    await expect(readImport(app.client, many, importId)).rejects.toMatchObject({
      code: 'IMPORT_FULL',
      data: { of: 'sources', limit: 100 },
    });
    expect((await reportOf(app.client, importId)).all).toHaveLength(1);
  });
});

describe('an import that is kept', () => {
  it('brings everything in one write, in its order, with what the entries carry; and is taken back in one', async () => {
    const states = await app.client.entries.watch();
    await states.next();
    const { importId } = await read(
      uri('One', 1, '&digits=8&period=20&algorithm=SHA512'),
      `otpauth://hotp/Two:me?secret=${secretOf(2)}&counter=41`,
      `otpauth://steam/Steam:me?secret=${secretOf(3)}`,
      uri('Foreign', 4, '&algorithm=SHA384'),
    );
    const result = await applyImport(app.client, importId);
    expect(result).toMatchObject({ added: 3, quarantined: 1, here: 0, leftOut: 0, unreadable: 0 });
    expect((await states.next()).value).toMatchObject({
      entries: [
        { issuer: 'One', digits: 8, period: 20, algorithm: 'SHA512' },
        { issuer: 'Two', kind: 'hotp', counter: 41 },
        { issuer: 'Steam', kind: 'steam' },
      ],
    });
    const { quarantined } = await nextOf(await app.client.quarantine.watch());
    expect(quarantined).toMatchObject([
      {
        issuer: 'Foreign',
        account: 'me',
        digits: 6,
        wrong: 'algorithm',
        origin: { format: 'otpauth', kind: 'totp', problem: 'ALGORITHM_UNSUPPORTED' },
        secretBytes: 15,
      },
    ]);
    // Whoever opens the vault finds the same.
    const { vaultStore, keychain } = app.ports;
    const other = await startApplication({ create: false, world: { vaultStore, keychain } });
    expect(await nextOf(await other.client.quarantine.watch())).toEqual({ quarantined });
    await other.stop();
    await app.client.undo.take({ undoId: result.undoId ?? '' });
    expect((await states.next()).value).toMatchObject({ entries: [], trash: [] });
    expect(await nextOf(await app.client.quarantine.watch())).toEqual({ quarantined: [] });
    await states.return?.();
  });

  it('adds nothing the second time, and writes nothing', async () => {
    const lines = [
      uri('One', 1),
      uri('Same', 2),
      uri('Same', 3),
      uri('Other', 1),
      uri('Foreign', 4, '&algorithm=SHA384'),
      `otpauth://totp/?secret=${secretOf(5)}`,
    ];
    expect(await keep(...lines)).toMatchObject({ added: 5, quarantined: 1 });
    const before = app.ports.vaultStore.bytes();
    expect(await keep(...lines)).toMatchObject({ added: 0, quarantined: 0, here: 6, undoId: null });
    expect(app.ports.vaultStore.bytes()).toBe(before);
  });

  it('carries tags, note, pin and trash along, and knows them again the second time', async () => {
    const display = (more: object) => `&codeDisplay=${encodeURIComponent(JSON.stringify(more))}`;
    const lines = [
      uri('Pinned', 1, display({ pinned: true, trashed: false, tags: ['work', 'web'], note: 'in the safe' })),
      uri('Trashed', 2, display({ pinned: false, trashed: true, tags: [], note: '' })),
    ];
    const { importId } = await read(...lines);
    expect((await reportOf(app.client, importId)).all).toMatchObject([
      { outcome: 'new', tags: ['work', 'web'], hasNote: true, pinned: true, trashed: false },
      { outcome: 'new', tags: [], hasNote: false, pinned: false, trashed: true },
    ]);
    expect(await applyImport(app.client, importId)).toMatchObject({ added: 1, trashed: 1 });
    expect(await watched()).toMatchObject({
      entries: [{ issuer: 'Pinned', pinned: true }],
      trash: [{ issuer: 'Trashed' }],
    });
    expect(await keep(...lines)).toMatchObject({ added: 0, trashed: 0, here: 2, undoId: null });
    const { files } = await app.client.exports.make({ format: 'aegis', ids: null });
    expect(await files[0]?.bytes.text()).toMatch(/in the safe/);
  });

  it('is answered for all of one outcome, and for single rows', async () => {
    const lines = [1, 2, 3, 4].map((at) => uri(`Site${at}`, at));
    await keep(...lines);
    const { importId } = await read(
      uri('Site1', 1, '&digits=8'),
      uri('Site2', 2, '&digits=8'),
      uri('Site3', 30),
      uri('Site4', 40),
      uri('Unwanted', 5),
    );
    const result = await applyImport(app.client, importId, {
      answers: { onSameSecret: 'correct', onSameName: 'replace' },
      rows: [
        { row: 1, onSameSecret: 'skip' },
        { row: 3, onSameName: 'keepBoth' },
        { row: 4, isLeftOut: true },
      ],
    });
    expect(result).toMatchObject({ corrected: 1, replaced: 1, added: 1, leftOut: 2, removed: 0 });
    const { entries, trash } = await watched();
    expect(entries.map(({ issuer, digits }) => [issuer, digits])).toEqual([
      ['Site1', 8],
      ['Site2', 6],
      ['Site3', 6],
      ['Site4', 6],
      ['Site4', 6],
    ]);
    expect(trash.map(({ issuer }) => issuer)).toEqual(['Site3']);
    await app.client.undo.take({ undoId: result.undoId ?? '' });
    expect(await watched()).toMatchObject({ entries: { length: 4 }, trash: [] });
  });

  it('corrects or replaces an entry once: what comes after with the same name stands beside it', async () => {
    await keep(uri('Site', 1));
    const { importId } = await read(uri('Site', 2), uri('Site', 3));
    const answers = { onSameSecret: 'correct', onSameName: 'replace' } as const;
    expect(await applyImport(app.client, importId, { answers })).toMatchObject({ replaced: 1, added: 1 });
    expect(await watched()).toMatchObject({ entries: { length: 2 }, trash: { length: 1 } });
  });

  it('in place of everything sends what the import has not to the trash, and all of it comes back', async () => {
    await keep(uri('Stays', 1), uri('Goes', 2), uri('Changes', 3));
    const before = (await watched()).entries.map(({ id }) => id);
    const { importId } = await read(uri('New', 4), uri('Changes', 3, '&digits=8'), uri('Stays', 1));
    expect((await reportOf(app.client, importId)).present).toBe(3);
    const result = await applyImport(app.client, importId, { mode: 'replace' });
    expect(result).toMatchObject({ added: 2, here: 1, removed: 2 });
    const { entries, trash } = await watched();
    expect(entries.map(({ issuer }) => issuer)).toEqual(['New', 'Changes', 'Stays']);
    expect(entries[2]?.id).toBe(before[0]);
    expect(trash.map(({ issuer }) => issuer)).toEqual(['Goes', 'Changes']);
    await app.client.undo.take({ undoId: result.undoId ?? '' });
    expect((await watched()).entries.map(({ id }) => id)).toEqual(before);
    expect((await watched()).trash).toEqual([]);
  });

  it('that cannot be written stays, and can be kept later', async () => {
    const { importId } = await read(uri('One', 1));
    app.ports.vaultStore.troubles.write = 'ENOSPC';
    await expect(applyImport(app.client, importId)).rejects.toMatchObject({ code: 'VAULT_WRITE_FAILED' });
    app.ports.vaultStore.troubles.write = null;
    expect(await applyImport(app.client, importId)).toMatchObject({ added: 1 });
    const { codes } = await nextOf(await app.client.codes.watch());
    expect(codes).toHaveLength(1);
  });

  it('is compared with the vault of that moment, whatever the report said', async () => {
    const { importId } = await read(uri('One', 1));
    await keep(uri('One', 1));
    expect(await applyImport(app.client, importId)).toMatchObject({ added: 0, here: 1 });
  });
});

describe('an import is forgotten', () => {
  const gone = { code: 'IMPORT_GONE' };

  it('when the person says so, when it was kept, and 15 minutes after the last call about it', async () => {
    const first = await read(uri('One', 1));
    await app.client.imports.discard({ importId: first.importId });
    await expect(reportOf(app.client, first.importId)).rejects.toMatchObject(gone);

    const second = await read(uri('Two', 2));
    await applyImport(app.client, second.importId);
    await expect(applyImport(app.client, second.importId)).rejects.toMatchObject(gone);

    const third = await read(uri('Three', 3));
    app.clock.move(10 * 60_000);
    expect((await reportOf(app.client, third.importId)).all).toHaveLength(1);
    app.clock.move(15 * 60_000 - 1);
    expect((await reportOf(app.client, third.importId)).all).toHaveLength(1);
    app.clock.move(15 * 60_000);
    await expect(reportOf(app.client, third.importId)).rejects.toMatchObject(gone);
  });

  it('when the vault locks, also while it is being reported', async () => {
    await app.client.vault.setUnlockMethods({ mode: 'session', passphrase: 'correct horse battery staple' });
    const { importId } = await read(...Array.from({ length: 1_000 }, (_, at) => uri(`Site${at}`, at)));
    // Without the wire, which would have taken all events by now.
    const events = await createRouterClient(app.application.router).imports.report({ importId });
    await events.next();
    await app.client.vault.lock();
    const rest = async () => {
      for await (const event of events) if (event.type === 'rows') continue;
    };
    await expect(rest()).rejects.toMatchObject(gone);
    await expect(readImport(app.client, [file(uri('One', 1))])).rejects.toMatchObject({
      code: 'VAULT_NOT_OPEN',
    });
    await app.client.vault.unlock({ passphrase: 'correct horse battery staple' });
    await expect(reportOf(app.client, importId)).rejects.toMatchObject(gone);
  });
});

/** An export of Google Authenticator in as many parts, each with one entry; written by hand, field by field. */
function migrationSet(size: number): string[] {
  const bytes = (field: number, value: Uint8Array) => Buffer.from([(field << 3) | 2, value.length, ...value]);
  const number = (field: number, value: number) => Buffer.from([field << 3, value]);
  return Array.from({ length: size }, (_, at) => {
    const otp = Buffer.concat([
      bytes(1, Buffer.from(`secret number ${at}`)),
      bytes(2, Buffer.from('me')),
      bytes(3, Buffer.from(`Part ${at}`)),
      number(4, 1),
      number(5, 1),
      number(6, 2),
    ]);
    const payload = [bytes(1, otp), number(2, 1), number(3, size), number(4, at), number(5, 77)];
    return `otpauth-migration://offline?data=${encodeURIComponent(Buffer.concat(payload).toString('base64'))}`;
  });
}
