// Opens an Aegis export as strictly as the application does (its docs/vault.md and VaultEntry.fromJson), with libraries
// that Latchkey does not use for it: nothing of the project is imported.
// Usage: node independent-aegis.mjs FILE [PASSWORD]. Prints an entry a line.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { gcm } from '@noble/ciphers/aes.js';
import { scrypt } from '@noble/hashes/scrypt.js';

const [path, password] = process.argv.slice(2);
const file = JSON.parse(readFileSync(path, 'utf8'));
assert.equal(file.version, 1);

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const isInt = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;
const hex = (text, bytes) => {
  assert.match(text, /^(?:[\da-f]{2})*$/);
  assert.equal(text.length, bytes * 2);
  return Uint8Array.from(Buffer.from(text, 'hex'));
};
const open = (key, { nonce, tag }, ciphertext) =>
  gcm(key, hex(nonce, 12)).decrypt(Uint8Array.from(Buffer.concat([ciphertext, hex(tag, 16)])));
const masterKeyIn = ({ type, uuid: id, key, key_params, n, r, p, salt, repaired }) => {
  assert.equal(type, 1);
  assert.match(id, uuid);
  assert.deepEqual([n, r, p, repaired], [32768, 8, 1, true]);
  return open(scrypt(password, hex(salt, 32), { N: n, r, p, dkLen: 32 }), key_params, hex(key, 32));
};
const databaseIn = ({ header, db }) => {
  if (password === undefined) {
    assert.deepEqual(header, { slots: null, params: null });
    return db;
  }
  assert.equal(header.slots.length, 1);
  const content = open(masterKeyIn(header.slots[0]), header.params, Buffer.from(db, 'base64'));
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
};

const settings = {
  totp: ({ algo, digits, period }) => {
    assert.match(algo, /^SHA(?:1|256|512)$/);
    assert.ok(isInt(digits, 1, 10) && isInt(period, 1, 2_147_483));
    return [algo, digits, period];
  },
  hotp: ({ algo, digits, counter }) => {
    assert.match(algo, /^SHA(?:1|256|512)$/);
    assert.ok(isInt(digits, 1, 10) && isInt(counter, 0, Number.MAX_SAFE_INTEGER));
    return [algo, digits, counter];
  },
  steam: ({ algo, digits, period }) => {
    assert.deepEqual([algo, digits, period], ['SHA1', 5, 30]);
    return [];
  },
  motp: ({ algo, digits, period, pin }) => {
    assert.deepEqual([algo, digits, period, typeof pin], ['MD5', 6, 10, 'string']);
    return [pin];
  },
  yandex: ({ secret, pin }) => {
    assert.deepEqual([secret.length, typeof pin], [26, 'string']);
    return [pin];
  },
};

const database = databaseIn(file);
assert.equal(database.version, 3);
const groups = new Map(database.groups.map(({ uuid: id, name }) => [id, name]));
for (const id of groups.keys()) assert.match(id, uuid);
const ids = new Set();
for (const entry of database.entries) {
  assert.match(entry.uuid, uuid);
  ids.add(entry.uuid);
  for (const name of ['name', 'issuer', 'note']) assert.equal(typeof entry[name], 'string');
  assert.equal(typeof entry.favorite, 'boolean');
  assert.equal(entry.icon, null);
  assert.match(entry.info.secret, /^[A-Z2-7]+$/);
  const tags = entry.groups.map((id) => groups.get(id) ?? assert.fail('an unknown group'));
  const { type, issuer, name, note, favorite, info } = entry;
  console.log(
    JSON.stringify([type, issuer, name, info.secret, ...settings[type](info), { tags, note, favorite }]),
  );
}
assert.equal(ids.size, database.entries.length);
