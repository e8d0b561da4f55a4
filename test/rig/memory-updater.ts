import { generateKeyPairSync, sign } from 'node:crypto';
import type { Updater } from '../../src/app/ports.ts';
import { signedText } from '../../src/core/update/release.ts';

const maker = generateKeyPairSync('ed25519');

/** The key of the made-up maker, as a release needs it. */
export const publicKey = maker.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

/** A release's manifest, signed by the made-up maker. */
export function signedRelease(version: string, sha512 = `${'A'.repeat(86)}==`) {
  const release = { version, files: [{ url: `Latchkey-${version}.AppImage`, sha512 }] };
  const signature = sign(null, Buffer.from(signedText(release)), maker.privateKey).toString('base64');
  return { ...release, signature };
}

/** A place with the release that a test puts there. What fails throws. */
export function createMemoryUpdater(facts: Partial<Pick<Updater, 'obstacle' | 'hasFailed'>> = {}) {
  const told = {
    release: null as unknown,
    fails: new Set<'find' | 'download' | 'install'>(),
    asked: 0,
    downloads: 0,
    installs: 0,
  };
  function failing(step: 'find' | 'download' | 'install'): void {
    if (told.fails.has(step)) throw new Error(`${step} failed`);
  }
  const updater: Updater = {
    obstacle: null,
    publicKey,
    hasFailed: false,
    ...facts,
    async find() {
      told.asked += 1;
      failing('find');
      return told.release;
    },
    async download(progress) {
      progress(40.4);
      failing('download');
      told.downloads += 1;
    },
    async install() {
      failing('install');
      told.installs += 1;
    },
  };
  return { updater, told };
}
