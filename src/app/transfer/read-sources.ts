import { importLimits } from '../../contract/limits.ts';
import type { ImportSource } from '../../contract/imports.ts';
import type { Picture } from '../../core/qr/picture.ts';
import type { TransferErrorCode } from '../../core/transfer/transfer-error.ts';
import type { Ports } from '../ports.ts';
import { createParts } from '../scan/parts.ts';
import { pictureOf, takeScreens } from '../scan/pictures.ts';
import { readCodes } from '../scan/read-codes.ts';
import type { Read, Source } from './held.ts';
import { rowsOf } from './rows.ts';

type SourcePorts = Pick<Ports, 'transfers' | 'screens' | 'decoder' | 'clock' | 'log'>;

/** Reads a file or a text. It keeps its bytes if they wait for a passphrase. */
export async function readFile(
  given: Extract<ImportSource, { from: 'file' | 'text' }>,
  ports: SourcePorts,
  signal: AbortSignal,
): Promise<Read> {
  if (given.from === 'text') {
    return readBytes(emptySource('text', null), encode(given.text), undefined, ports, signal);
  }
  const source = emptySource('file', given.name);
  if (given.bytes.size > importLimits.fileBytes) {
    return { source: { ...source, trouble: 'TOO_LARGE' }, rows: [] };
  }
  return readBytes(source, new Uint8Array(await given.bytes.arrayBuffer()), undefined, ports, signal);
}

/** Reads what waits for a passphrase. The given source stays as it is. */
export function readAgain(
  source: Source,
  passphrase: string,
  ports: SourcePorts,
  signal: AbortSignal,
): Promise<Read> {
  const copy = source.bytes?.slice() ?? new Uint8Array();
  return readBytes({ ...source, bytes: null }, copy, passphrase, ports, signal);
}

/**
 * The texts of the QR codes in pictures and on the screen.
 * @throws the failures SCREEN_UNAVAILABLE, PICTURE_INVALID, PICTURE_TOO_LARGE
 */
export async function seeCodes(
  given: readonly Extract<ImportSource, { from: 'picture' | 'screen' }>[],
  { screens, decoder, clock, log }: SourcePorts,
  signal: AbortSignal,
): Promise<string[]> {
  const seen: string[] = [];
  const parts = createParts(clock);
  try {
    for (const one of given) {
      const pictures: Picture[] = one.from === 'screen' ? await takeScreens(screens) : [await pictureOf(one)];
      for await (const event of readCodes(pictures, { decoder, log, parts }, signal)) {
        if (event.type === 'joined') seen.push(event.text);
        if (event.type === 'texts') seen.push(...event.texts);
      }
    }
  } finally {
    parts.forget();
  }
  return seen;
}

/**
 * Reads the QR codes of an import, those that it has and new ones: a set of them is only whole together. `at` is
 * the place of the former source; null if there is none.
 * @param sources the import's, at the time of the call
 */
export async function readCodesToo(
  seen: readonly string[],
  sources: () => readonly Source[],
  ports: SourcePorts,
  signal: AbortSignal,
): Promise<Read & { at: number | null }> {
  for (;;) {
    const at = sources().findIndex(({ from }) => from === 'codes');
    const former = sources()[at];
    const texts = [...new Set([...(former?.texts ?? []), ...seen])];
    const source = { ...emptySource('codes', null), texts };
    const read: Read =
      texts.length === 0
        ? { source: { ...source, trouble: 'NOTHING_FOUND' }, rows: [] }
        : await readBytes(source, encode(lines(texts)), undefined, ports, signal);
    // Another reading may have put codes there meanwhile.
    const isLatest = signal.aborted || sources().find(({ from }) => from === 'codes') === former;
    if (isLatest) return { ...read, at: at === -1 ? null : at };
  }
}

async function readBytes(
  source: Source,
  bytes: Uint8Array,
  passphrase: string | undefined,
  { transfers }: SourcePorts,
  signal: AbortSignal,
): Promise<Read> {
  const result = await transfers.read(bytes, passphrase, signal);
  const isWaiting = result.outcome === 'refused' && opensLater.has(result.code);
  if (!isWaiting) bytes.fill(0);
  if (result.outcome === 'done') {
    const { rows, notes } = rowsOf(result.value);
    const { format, formatName } = result.value;
    return { source: { ...source, format, formatName, trouble: null, notes }, rows };
  }
  const trouble = result.outcome === 'refused' ? result.code : 'READER_FAILED';
  return { source: { ...source, trouble, bytes: isWaiting ? bytes : null }, rows: [] };
}

/** What a passphrase may still open. */
const opensLater: ReadonlySet<TransferErrorCode> = new Set([
  'PASSPHRASE_MISSING',
  'PASSPHRASE_WRONG',
  'UNKNOWN_OR_ENCRYPTED',
]);

function emptySource(from: Source['from'], name: string | null): Source {
  return { from, name, format: null, formatName: null, trouble: null, notes: [], bytes: null, texts: [] };
}

/** Each text in a line with its end: a QR code that can be read is whole. */
function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
