// Opens the other slots of a Latchkey vault by docs/vault-format.md alone: nothing of the project is imported.
// Prints the vault key in base64, for independent-reader.mjs.
// Usage: node independent-slots.mjs FILE recovery CODE | node independent-slots.mjs FILE both HALF-BASE64 PASSPHRASE
import { createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hashRaw } from '@node-rs/argon2';

const [path, way, ...secrets] = process.argv.slice(2);
const file = readFileSync(path);
const header = JSON.parse(file.toString('utf8', 20, 20 + file.readUInt32BE(12)));
const id = header.vaultId;
const hkdf = (secret, info) => Buffer.from(hkdfSync('sha256', secret, '', info, 32));
const unwrap = (slot, wrapping, context) => {
  const wrapped = Buffer.from(slot.wrapped, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', wrapping, wrapped.subarray(0, 12));
  decipher.setAAD(Buffer.from(context)).setAuthTag(wrapped.subarray(44));
  return Buffer.concat([decipher.update(wrapped.subarray(12, 44)), decipher.final()]);
};

async function both(half, passphrase) {
  const slot = header.slots.find(({ kind }) => kind === 'keychain+passphrase');
  const salt = Buffer.from(slot.salt, 'base64');
  const { memoryKiB: memoryCost, iterations: timeCost, parallelism } = slot;
  const derived = await hashRaw(passphrase.replaceAll(/\p{Zs}/gu, ' ').normalize('NFKC'), {
    memoryCost,
    timeCost,
    parallelism,
    salt,
    outputLen: 32,
  });
  const context = `latchkey/1 keychain and passphrase slot ${id}`;
  return unwrap(slot, hkdf(Buffer.concat([Buffer.from(half, 'base64'), derived]), context), context);
}

function recovery(code) {
  const slot = header.slots.find(({ kind }) => kind === 'recovery');
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const data = code.match(/[0-9A-Z]{5}/g).flatMap((group) => group.slice(0, 4).split(''));
  const bits = data.map((character) => alphabet.indexOf(character).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const der = (prefix, key) => ({ key: Buffer.concat([Buffer.from(prefix, 'hex'), key]), format: 'der' });
  const scalar = der('302e020100300506032b656e04220420', hkdf(bytes, `latchkey/1 recovery code ${id}`));
  const privateKey = createPrivateKey({ ...scalar, type: 'pkcs8' });
  const ephemeral = Buffer.from(slot.ephemeral, 'base64');
  const publicKey = createPublicKey({ ...der('302a300506032b656e032100', ephemeral), type: 'spki' });
  const own = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  const shared = diffieHellman({ privateKey, publicKey });
  const context = `latchkey/1 recovery slot ${id}`;
  return unwrap(slot, hkdf(Buffer.concat([shared, ephemeral, own]), context), context);
}

const key = way === 'both' ? await both(...secrets) : recovery(...secrets);
console.log(key.toString('base64'));
