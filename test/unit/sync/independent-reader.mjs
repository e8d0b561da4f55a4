// Opens what an account's service stores with a recovery kit, by docs/sync.md alone: nothing of the project is imported.
// Usage: node independent-reader.mjs FILE, a JSON file like the vectors of that page.
import {
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  verify,
} from 'node:crypto';
import { readFileSync } from 'node:fs';

const given = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const bytes = (hex) => Buffer.from(hex, 'hex');
const account = bytes(given.account.replaceAll('-', ''));
const number = (value, width) => {
  const written = Buffer.alloc(width);
  written.writeUIntBE(value, 0, width);
  return written;
};
const text = (value) => Buffer.concat([number(Buffer.byteLength(value), 2), Buffer.from(value)]);
const structure = (kind, ...parts) => {
  const context = Buffer.from(`latchkey-sync/1 ${kind}`);
  return Buffer.concat([number(context.length, 1), context, number(1, 2), account, ...parts]);
};
const sha256 = (of) => createHash('sha256').update(of).digest();
const hkdf = (key, info) => Buffer.from(hkdfSync('sha256', key, '', info, 32));
const open = (key, nonce, associated, sealed) => {
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
  decipher.setAAD(associated, { plaintextLength: sealed.length - 16 }).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
};
const same = (one, other, what) => {
  if (!one.equals(other)) throw new Error(what);
};
const privateKey = (prefix, secret) =>
  createPrivateKey({ key: Buffer.concat([bytes(prefix), secret]), format: 'der', type: 'pkcs8' });
const publicKey = (prefix, key) =>
  createPublicKey({ key: Buffer.concat([bytes(prefix), key]), format: 'der', type: 'spki' });
const rawPublic = (key) => createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
const isSigned = (message, signature, key) =>
  verify(null, message, publicKey('302a300506032b6570032100', key), signature);

// The kit's keys.
const code = bytes(given.kitCode);
const kitSigning = privateKey(
  '302e020100300506032b657004220420',
  hkdf(code, structure('kit', text('ed25519'))),
);
const kitSealing = privateKey(
  '302e020100300506032b656e04220420',
  hkdf(code, structure('kit', text('x25519'))),
);
const kit = sha256(structure('member', number(2, 1), rawPublic(kitSigning), rawPublic(kitSealing)));

// The log: who signs, which epochs there are, and whether the kit is in.
const start = structure('log').length;
const members = new Map();
const epochs = [];
let previous = Buffer.alloc(32);
for (const [index, entry] of given.log.map(bytes).entries()) {
  same(entry.subarray(0, start), structure('log'), 'not a log entry of this account');
  if (entry.readUInt32BE(start) !== index) throw new Error('an entry is missing');
  same(entry.subarray(start + 4, start + 36), previous, 'the chain is broken');
  const author = entry.toString('hex', start + 36, start + 68);
  const at = start + 36 + 32 + 8 + 8 + 32;
  const kind = entry[at];
  const comes = (place, memberKind) => {
    const fingerprint = sha256(
      structure('member', number(memberKind, 1), entry.subarray(place + 1, place + 65)),
    );
    members.set(fingerprint.toString('hex'), entry.subarray(place + 1, place + 33));
  };
  if (kind === 1) comes(at + 1, 1);
  if (kind === 2) comes(at + 5 + structure('join').length, 1);
  if (kind === 4) comes(at + 1, 2);
  if (!members.has(author)) throw new Error('the author is not in');
  if (!isSigned(entry.subarray(0, -64), entry.subarray(-64), members.get(author)))
    throw new Error('not signed');
  if (kind === 3) members.delete(entry.toString('hex', at + 1, at + 33));
  previous = sha256(entry);
  if (kind === 1 || kind === 3) epochs.push({ commitment: entry.subarray(-96, -64), head: previous });
}
if (!members.has(kit.toString('hex'))) throw new Error('the kit is not in the log');

// HPKE (RFC 9180), base mode.
const expand = (suite, prk, label, info, length) => {
  const labeled = Buffer.concat([
    number(length, 2),
    Buffer.from('HPKE-v1'),
    suite,
    Buffer.from(label),
    info,
    number(1, 1),
  ]);
  return createHmac('sha256', prk).update(labeled).digest().subarray(0, length);
};
const extract = (suite, salt, label, material) =>
  createHmac('sha256', salt)
    .update(Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), material]))
    .digest();
const none = Buffer.alloc(0);
const kem = Buffer.concat([Buffer.from('KEM'), number(0x20, 2)]);
const hpke = Buffer.concat([Buffer.from('HPKE'), number(0x20, 2), number(1, 2), number(3, 2)]);
const seal = bytes(given.kitSeal);
const at = structure('seal').length;
const epoch = seal.readUInt32BE(at);
same(seal.subarray(at + 4, at + 36), kit, 'sealed for another member');
const encapsulated = seal.subarray(at + 36, at + 68);
const dh = diffieHellman({
  privateKey: kitSealing,
  publicKey: publicKey('302a300506032b656e032100', encapsulated),
});
const context = Buffer.concat([encapsulated, rawPublic(kitSealing)]);
const shared = expand(kem, extract(kem, none, 'eae_prk', dh), 'shared_secret', context, 32);
const info = structure('seal info', number(epoch, 4), kit, epochs[epoch - 1].head);
const schedule = Buffer.concat([
  number(0, 1),
  extract(hpke, none, 'psk_id_hash', none),
  extract(hpke, none, 'info_hash', info),
]);
const secret = extract(hpke, shared, 'secret', none);
const sealKey = expand(hpke, secret, 'key', schedule, 32);
const keys = new Map([
  [epoch, open(sealKey, expand(hpke, secret, 'base_nonce', schedule, 12), none, seal.subarray(at + 68))],
]);

// The chain of epochs, backwards, and what the log commits to.
const link = bytes(given.chain);
const linkAt = structure('chain').length;
const linked = link.readUInt32BE(linkAt);
const chainKey = hkdf(keys.get(linked), structure('epoch', number(linked, 4), text('chain')));
keys.set(
  linked - 1,
  open(
    chainKey,
    link.subarray(linkAt + 4, linkAt + 16),
    link.subarray(0, linkAt + 16),
    link.subarray(linkAt + 16),
  ),
);
for (const [its, key] of keys) {
  same(
    hkdf(key, structure('epoch', number(its, 4), text('commitment'))),
    epochs[its - 1].commitment,
    'another key',
  );
}

for (const item of given.items.map(bytes)) {
  const itemAt = structure('item').length;
  same(item.subarray(0, itemAt), structure('item'), 'not an item of this account');
  const id = item.subarray(itemAt, itemAt + 16);
  const itemEpoch = item.readUInt32BE(itemAt + 56);
  const nonceAt = itemAt + 16 + 8 + 32 + 4 + 2 + 32;
  const writer = members.get(item.toString('hex', nonceAt - 32, nonceAt));
  if (!isSigned(item.subarray(0, -64), item.subarray(-64), writer)) throw new Error('an item is not signed');
  const key = hkdf(keys.get(itemEpoch), structure('epoch', number(itemEpoch, 4), text('item'), id));
  const padded = open(
    key,
    item.subarray(nonceAt, nonceAt + 12),
    item.subarray(0, nonceAt + 12),
    item.subarray(nonceAt + 16, -64),
  );
  const records = padded.subarray(4, 4 + padded.readUInt32BE(0));
  for (let place = 0; place < records.length;) {
    const jsonEnd = place + 9 + records.readUInt32BE(place + 1);
    const end = jsonEnd + records.readUInt32BE(place + 5);
    const json = JSON.parse(records.toString('utf8', place + 9, jsonEnd));
    console.log(
      JSON.stringify({ kind: records[place], ...json, secrets: records.toString('hex', jsonEnd, end) }),
    );
    place = end;
  }
}
