// Reads a Latchkey vault by docs/vault-format.md alone: nothing of the project is imported.
// Usage: node independent-reader.mjs FILE key BASE64 | node independent-reader.mjs FILE passphrase TEXT
import { createDecipheriv, createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hashRaw } from '@node-rs/argon2';

const [path, way, given] = process.argv.slice(2);
const file = readFileSync(path);
if (file.toString('ascii', 0, 8) !== 'LATCHKEY' || file.readUInt16BE(8) !== 1) throw new Error('not a vault');
const headerEnd = 20 + file.readUInt32BE(12);
const preamble = file.subarray(0, headerEnd + 32);
const checksum = createHash('sha256').update(file.subarray(0, headerEnd)).digest();
if (!checksum.equals(preamble.subarray(headerEnd))) throw new Error('the header was changed');
const header = JSON.parse(file.toString('utf8', 20, headerEnd));

const open = (key, nonce, sealed, associated) => {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
    .setAAD(associated)
    .setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
};
const keyOf = async (passphrase) => {
  const slot = header.slots.find(({ kind }) => kind === 'passphrase');
  const wrapped = Buffer.from(slot.wrapped, 'base64');
  const wrapping = await hashRaw(passphrase.replaceAll(/\p{Zs}/gu, ' ').normalize('NFKC'), {
    memoryCost: slot.memoryKiB,
    timeCost: slot.iterations,
    parallelism: slot.parallelism,
    salt: Buffer.from(slot.salt, 'base64'),
    outputLen: 32,
  });
  const context = Buffer.from(`latchkey/1 passphrase slot ${header.vaultId}`);
  return open(wrapping, wrapped.subarray(0, 12), wrapped.subarray(12), context);
};

const key = way === 'key' ? Buffer.from(given, 'base64') : await keyOf(given);
const nonceEnd = preamble.length + 12;
const content = open(key, file.subarray(preamble.length, nonceEnd), file.subarray(nonceEnd), preamble);
for (let at = 0; at < content.length;) {
  const jsonEnd = at + 9 + content.readUInt32BE(at + 1);
  const end = jsonEnd + content.readUInt32BE(at + 5);
  const record = JSON.parse(content.toString('utf8', at + 9, jsonEnd));
  const bytesAt = ([offset, length]) => content.subarray(jsonEnd + offset, jsonEnd + offset + length);
  const more = {
    ...(record.formerSecrets && {
      formerSecrets: record.formerSecrets.map(({ parameters, replacedAt }) => {
        return { ...parameters, replacedAt, secret: bytesAt(parameters.secret).toString('hex') };
      }),
    }),
    ...(record.siteCodes && {
      siteCodes: record.siteCodes.map(({ code, usedAt }) => ({
        code: bytesAt(code).toString('utf8'),
        usedAt,
      })),
    }),
  };
  const secret = bytesAt(record.parameters?.secret ?? [0, 0]).toString('hex');
  console.log(JSON.stringify({ kind: content[at], ...record, ...more, secret }));
  at = end;
}
