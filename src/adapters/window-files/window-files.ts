/** The window's built files, as both hosts serve them. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** One of the window's files, ready to send. */
interface WindowFile {
  body: Uint8Array<ArrayBuffer>;
  contentType: string;
}

export interface WindowFiles {
  /**
   * The file at a URL's path (`/assets/index.js`; `/` is `/index.html`); null if there is none. The path is
   * looked up in the list of files and never joined to a folder, so it cannot escape: `..`, encoded slashes,
   * backslashes and null bytes are names that no file has.
   */
  find(pathname: string): Promise<WindowFile | null>;
}

/**
 * The files under `root`, listed once, on first use. Does not serve file types that the window does not use,
 * nor the targets of symbolic links.
 * @throws if `root` cannot be read: the window has not been built.
 */
export function createWindowFiles(root: string): WindowFiles {
  let listed: Promise<Map<string, string>> | null = null;
  return {
    async find(pathname) {
      listed ??= list(root);
      const path = (await listed).get(pathname === '/' ? '/index.html' : pathname);
      const contentType = path === undefined ? undefined : contentTypes.get(extname(path));
      if (path === undefined || contentType === undefined) return null;
      return { body: new Uint8Array(await readFile(path)), contentType };
    },
  };
}

const contentTypes = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
]);

/** URL path → path on disk, for every regular file. Folder by folder: an ASAR archive lists no other way. */
async function list(root: string, prefix = '/'): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const item of await readdir(root, { withFileTypes: true })) {
    const path = join(root, item.name);
    if (item.isFile()) found.set(prefix + item.name, path);
    if (item.isDirectory()) {
      for (const [url, file] of await list(path, `${prefix}${item.name}/`)) found.set(url, file);
    }
  }
  return found;
}
