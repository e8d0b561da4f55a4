import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What zbarimg (Debian: zbar-tools) reads in a picture file, QR codes only. */
export async function zbarRead(path: string): Promise<string[]> {
  try {
    const args = ['--raw', '-q', '-Sdisable', '-Sqrcode.enable', path];
    const { stdout } = await promisify(execFile)('zbarimg', args);
    return stdout.split('\n').filter((line) => line !== '');
  } catch (error) {
    // Its "nothing found".
    if (error instanceof Error && 'code' in error && error.code === 4) return [];
    throw error;
  }
}
