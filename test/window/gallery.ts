import { createServer, type ViteDevServer } from 'vite';
import { windowVite } from '../../src/renderer/vite.ts';

/** Serves the window's files as they are written, with the gallery, on a free port of this machine, at `url`. */
export async function serveGallery(): Promise<{ server: ViteDevServer; url: string }> {
  const server = await createServer({
    ...windowVite,
    configFile: false,
    logLevel: 'warn',
    server: { host: '127.0.0.1' },
  });
  await server.listen();
  return { server, url: `${server.resolvedUrls?.local[0] ?? ''}gallery/` };
}

if (import.meta.main) console.log(`The gallery is at ${(await serveGallery()).url}`);
