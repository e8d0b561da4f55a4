import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';

const releaseSchema = z.object({
  version: z.string().regex(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/),
  files: z
    .array(
      z.object({
        url: z.string().regex(/^[!-~]+$/),
        /** SHA-512, base64. */
        sha512: z.string().regex(/^[\w+/]{86}==$/),
      }),
    )
    .min(1),
  /** Ed25519 over `signedText`, base64. */
  signature: z.string().optional(),
  /** Another file that an installer would fetch by itself, which no signature covers. */
  packages: z.undefined().optional(),
});
export type Release = z.infer<typeof releaseSchema>;

/**
 * Reads the manifest of a release (`latest*.yml` of electron-builder, as parsed). Whoever has the signing key vouches
 * for its version and the hash of each of its files; the server that has them is not trusted.
 *
 * @param publicKey Ed25519, SPKI in base64
 * @returns null if it is no manifest, or is not signed by this key
 */
export function readSignedRelease(manifest: unknown, publicKey: string): Release | null {
  const release = releaseSchema.safeParse(manifest).data;
  if (release?.signature === undefined) return null;
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  const signature = Buffer.from(release.signature, 'base64');
  return verify(null, Buffer.from(signedText(release)), key, signature) ? release : null;
}

/** What is signed of a manifest: the version, and each file's name and hash in the order of the names. */
export function signedText({ version, files }: Pick<Release, 'version' | 'files'>): string {
  const lines = files.map(({ url, sha512 }) => `${url} ${sha512}`).toSorted();
  return ['Latchkey release', version, ...lines, ''].join('\n');
}

/** Reads a manifest that is to be signed. @throws ZodError if it is none */
export function readRelease(manifest: unknown): Release {
  return releaseSchema.parse(manifest);
}
