/**
 * Signs the manifests of a release (`latest*.yml`) after `npm run package`, since Latchkey installs nothing else:
 * `node resources/sign-update.ts KEY.pem dist/latest-linux.yml …`. Prints the public key that belongs into
 * `electron-builder.yml` (`extraMetadata.updateKey`). A key comes from `openssl genpkey -algorithm ed25519 -out KEY.pem`.
 */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { parse, stringify } from 'yaml';
import { readRelease, signedText } from '../src/core/update/release.ts';

const [keyFile, ...manifests] = process.argv.slice(2);
if (keyFile === undefined || manifests.length === 0) {
  console.error('usage: node resources/sign-update.ts KEY.pem MANIFEST.yml…');
  process.exit(2);
}
const key = createPrivateKey(await readFile(keyFile, 'utf8'));
for (const path of manifests) {
  const manifest: unknown = parse(await readFile(path, 'utf8'));
  const text = signedText(readRelease(manifest));
  const signature = sign(null, Buffer.from(text), key).toString('base64');
  await writeFile(path, stringify(Object.assign({}, manifest, { signature })));
  console.log(`signed ${path}`);
}
const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
console.log(`updateKey: ${publicKey}`);
