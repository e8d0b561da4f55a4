/** Nothing that a person keeps is anywhere at the service or on the way there, in whatever spelling. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { decodeBase32, encodeBase32 } from '../../../src/core/otp/base32.ts';
import {
  createComputer,
  patience,
  startService,
  type Computer,
  type Latchkey,
  type RunningService,
} from '../account/rig.ts';
import { addEntry, check, letIn, signIn, signUp, turnOn, viewOf } from './person.ts';

let service: RunningService;
const computers: Computer[] = [];
beforeAll(async () => {
  service = await startService();
}, patience);
afterAll(() => service.stop());
afterEach(async () => {
  for (const computer of computers.splice(0)) await computer.stop();
});

async function aComputer(): Promise<Latchkey> {
  const computer = await createComputer(service);
  computers.push(computer);
  return computer.start();
}

test(
  'no name, note, secret, kit or word of a screen is in the database, a log, a file or a frame',
  { timeout: 600_000 },
  async () => {
    const label = 'CanaryLabelOfAnEntry';
    const [note, renamed] = ['canary note of an entry', 'CanaryOtherLabel'];
    const secret = 'CANARYCANARYCANARYCANARYCANARYCA';
    const desk = await aComputer();
    const known = await signUp(service, desk);
    const id = await addEntry(desk, label, secret);
    const kit = await turnOn(desk);
    const lap = await aComputer();
    await signIn(service, lap, known);
    const words = await letIn(desk, lap);
    // Both change it without a network, and how its codes are made: that is never merged.
    for (const { wire } of computers) wire.cut();
    const settings = { id, kind: 'totp', algorithm: 'SHA1', period: 30, counter: 0 } as const;
    await desk.client.entries.edit({ id, note });
    await desk.client.entries.setSettings({ ...settings, digits: 7 });
    await lap.client.entries.edit({ id, issuer: renamed });
    await lap.client.entries.setSettings({ ...settings, digits: 8 });
    for (const { wire } of computers) wire.mend();
    for (const latchkey of [desk, lap, desk]) await latchkey.client.sync.look();
    expect(await viewOf(desk)).toMatchObject({ stage: 'on', pending: [], conflicts: [{ first: id }] });
    const third = await aComputer();
    await signIn(service, third, known);
    await third.client.sync.joinByKit({ code: { from: 'text', text: kit } });
    const view = await viewOf(desk);
    const gone = view.stage === 'on' ? view.members.at(-1)?.id : undefined;
    await check(service, desk, known);
    await desk.client.sync.remove({ id: gone ?? '' });
    await desk.client.sync.look();

    const places = await placesOf([desk, lap, third]);
    const shown = words.toUpperCase().replaceAll(' ', '-');
    const kept = { label, note, renamed, secret, kit: kit.slice(-32), words, shown };
    const canaries: [what: string, bytes: Buffer][] = Object.entries(kept).map(([what, text]) => [
      what,
      Buffer.from(text),
    ]);
    canaries.push(['the bytes of the secret', Buffer.from(decodeBase32(secret))]);
    expect(foundIn(places, canaries)).toEqual([]);

    // The search sees what is there: in frames, in the database and in the logs.
    const there: [string, Buffer][] = [['the mailbox', Buffer.from(known.mailbox)]];
    const seen = foundIn(places, there).map((found) => found.replace(/^.* in /u, ''));
    expect(seen).toContain('table mfa_method');
    expect(seen).toContain('a frame');
    expect(places.find(({ where }) => where === 'the logs')?.bytes.includes('sync.push')).toBe(true);
    const frames = places.filter(({ where }) => where === 'a frame');
    for (const path of ['requests', 'log', 'push', 'pull', 'members', 'events'])
      expect(frames.some(({ bytes }) => bytes.includes(`/v1/sync/${path}`))).toBe(true);
    // Packed, nothing could be found in them.
    expect(frames.filter(({ bytes }) => /^content-encoding:/imu.test(bytes.toString('latin1')))).toEqual([]);
  },
);

test('a canary is found in each spelling, wherever it begins', () => {
  const canary = Buffer.from('CanaryLabelOfAnEntry');
  for (let before = 0; before < 5; before += 1) {
    const bytes = Buffer.concat([Buffer.alloc(before, 0x61), canary, Buffer.from('behind')]);
    const spelt = [
      bytes,
      Buffer.from(bytes.toString('base64')),
      Buffer.from(bytes.toString('base64url')),
      Buffer.from(bytes.toString('hex')),
      Buffer.from(encodeBase32(bytes)),
      Buffer.from(bytes.toString('latin1'), 'utf16le'),
    ];
    for (const [at, place] of spelt.entries())
      expect([at, foundIn([{ where: 'there', bytes: place }], [['it', canary]])]).toEqual([
        at,
        ['it in there'],
      ]);
  }
  expect(foundIn([{ where: 'there', bytes: Buffer.from('nothing') }], [['it', canary]])).toEqual([]);
});

interface Place {
  where: string;
  bytes: Buffer;
}

/** Everything that the service has and says, and what lies on the computers. */
async function placesOf(latchkeys: readonly Latchkey[]): Promise<Place[]> {
  const { db, logs } = service.world;
  const { rows: tables } = await db.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const places: Place[] = [{ where: 'the logs', bytes: Buffer.from(logs()) }];
  for (const { name } of tables) {
    // Bytes are shown in hexadecimal digits.
    const { rows } = await db.query<{ row: string }>(`select t::text as row from "${name}" t`);
    const dump = rows.map(({ row }) => row).join('\n');
    places.push({ where: `table ${name}`, bytes: Buffer.from(dump) });
    for (const [, hex = ''] of dump.matchAll(/\\x([0-9a-f]+)/gu))
      places.push({ where: `table ${name}`, bytes: Buffer.from(hex, 'hex') });
  }
  for (const computer of computers) {
    for (const bytes of computer.wire.passed()) {
      places.push({ where: 'a frame', bytes });
      // And what is in its parts in base64.
      for (const [part] of bytes.toString('latin1').matchAll(/[A-Za-z0-9+/]{24,}={0,2}/gu))
        places.push({ where: 'a frame', bytes: Buffer.from(part, 'base64') });
    }
    places.push({ where: 'the application’s log', bytes: Buffer.from(computer.log.lines.join('\n')) });
    for (const [where, bytes] of await computer.files()) places.push({ where, bytes });
  }
  return places.concat(
    await Promise.all(
      latchkeys.map(async (latchkey) => ({
        where: 'the view of sync',
        bytes: Buffer.from(JSON.stringify(await viewOf(latchkey))),
      })),
    ),
  );
}

/** Which canaries are in which places, whatever the spelling. */
function foundIn(
  places: readonly Place[],
  canaries: readonly (readonly [what: string, bytes: Buffer])[],
): string[] {
  const found = new Set<string>();
  for (const [what, canary] of canaries) {
    const spelt = spellingsOf(canary);
    for (const { where, bytes } of places)
      if (spelt.some((one) => bytes.includes(one))) found.add(`${what} in ${where}`);
  }
  return [...found];
}

/** The ways in which bytes may be written down. What stands before them shifts base64 and base32. */
function spellingsOf(bytes: Buffer): Buffer[] {
  const text = bytes.toString('latin1');
  const shifted = (encode: (all: Buffer) => string, group: number, perGroup: number) =>
    Array.from({ length: group }, (_, before) => {
      const all = encode(Buffer.concat([Buffer.alloc(before), bytes]));
      // Without the characters that hold bits of something else too.
      const from = Math.ceil((before * perGroup) / group);
      return all.slice(from, Math.floor(((before + bytes.length) * perGroup) / group));
    });
  return [
    text,
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...shifted((all) => all.toString('base64'), 3, 4),
    ...shifted((all) => all.toString('base64url'), 3, 4),
    ...shifted((all) => encodeBase32(all), 5, 8),
  ].flatMap((one) => [Buffer.from(one, 'latin1'), Buffer.from(one, 'utf16le')]);
}
