import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readSignedRelease, signedText } from '../../../src/core/update/release.ts';
import { publicKey, signedRelease } from '../../rig/memory-updater.ts';

const release = signedRelease('1.2.3');
const [file = { url: '', sha512: '' }] = release.files;

describe('a release', () => {
  it('is read if its maker signed it, whatever else the manifest says', () => {
    const manifest = { ...release, path: 'x', releaseDate: '2026-12-01', stagingPercentage: 10 };
    expect(readSignedRelease(manifest, publicKey)).toMatchObject({ version: '1.2.3' });
  });

  it('is the same in another order of its files', () => {
    const other = { url: 'Latchkey-1.2.3.deb', sha512: file.sha512 };
    expect(signedText({ version: '1.2.3', files: [file, other] })).toBe(
      signedText({ version: '1.2.3', files: [other, file] }),
    );
  });

  it.each([
    ['another version', { ...release, version: '9.9.9' }],
    ['a file of another name', { ...release, files: [{ ...file, url: 'evil.AppImage' }] }],
    ['a file of another content', { ...release, files: [{ ...file, sha512: `${'B'.repeat(86)}==` }] }],
    ['one more file', { ...release, files: [file, { ...file, url: 'evil.deb' }] }],
    ['no signature', { ...release, signature: undefined }],
    ['a broken signature', { ...release, signature: 'AAAA' }],
    ['a package that an installer would fetch', { ...release, packages: { x64: { path: 'evil.7z' } } }],
    ['no files', { ...release, files: [] }],
    ['nothing', null],
    ['text', '<html>'],
  ])('is refused with %s', (_what, manifest) => {
    expect(readSignedRelease(manifest, publicKey)).toBeNull();
  });

  it('is refused if somebody else signed it', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const signature = sign(null, Buffer.from(signedText(release)), privateKey).toString('base64');
    expect(readSignedRelease({ ...release, signature }, publicKey)).toBeNull();
    const theirs = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
    expect(readSignedRelease({ ...release, signature }, theirs)).not.toBeNull();
  });
});
