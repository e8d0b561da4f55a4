import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import QRCode from 'qrcode';

/** Shows a text's QR code all over an X screen. */
export async function showCode(text: string, display: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-shown-'));
  const file = join(folder, 'code.xbm');
  await writeFile(file, bitmapOf(text));
  await promisify(execFile)('xsetroot', ['-bitmap', file, '-fg', 'black', '-bg', 'white'], {
    env: { ...process.env, DISPLAY: display },
  });
  await rm(folder, { recursive: true });
}

/** A QR code as an X bitmap, 8 pixels a module, with its quiet zone. */
function bitmapOf(text: string): string {
  const { modules } = QRCode.create(text);
  const side = modules.size + 8;
  const bytes: string[] = [];
  for (let y = 0; y < side * 8; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const row = Math.floor(y / 8) - 4;
      const column = x - 4;
      const isInside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
      bytes.push(isInside && modules.get(row, column) ? '0xff' : '0x00');
    }
  }
  return `#define c_width ${side * 8}\n#define c_height ${side * 8}\nstatic char c_bits[] = {\n${bytes.join()}};\n`;
}
