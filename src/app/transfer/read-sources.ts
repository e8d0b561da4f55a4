import { importLimits } from '../../contract/limits.ts';
import type { ImportSource } from '../../contract/imports.ts';
import type { FoundCode } from '../../core/qr/found.ts';
import { PictureError, type Picture } from '../../core/qr/picture.ts';
import { readPictureCodes } from '../../core/transfer/code-texts.ts';
import type { NamedReading } from '../../core/transfer/format.ts';
import { TransferError, type TransferErrorCode } from '../../core/transfer/transfer-error.ts';
import type { Ports } from '../ports.ts';
import { pictureOf, takeScreens } from '../scan/pictures.ts';
import { findCodes } from '../scan/read-codes.ts';
import type { Read, Source } from './held.ts';
import { rowsOf } from './rows.ts';

type SourcePorts = Pick<Ports, 'transfers' | 'screens' | 'decoder' | 'pictureFiles' | 'log'>;
type File = Extract<ImportSource, { from: 'file' }>;
type FileOrText = Extract<ImportSource, { from: 'file' | 'text' }>;
/** What is read for its QR codes; a file that is a picture, too. */
type Seen = Extract<ImportSource, { from: 'file' | 'picture' | 'screen' }>;

/** Tells pictures from files by their content: a name proves nothing. */
export async function sortSources(
  sources: readonly Exclude<ImportSource, { from: 'link' }>[],
  ports: SourcePorts,
): Promise<{ files: FileOrText[]; pictures: Seen[] }> {
  const files: FileOrText[] = [];
  const pictures: Seen[] = [];
  for (const source of sources) {
    if (source.from === 'picture' || source.from === 'screen') pictures.push(source);
    else if (source.from === 'file' && (await isPicture(source, ports))) pictures.push(source);
    else files.push(source);
  }
  return { files, pictures };
}

async function isPicture({ bytes }: File, { pictureFiles }: SourcePorts): Promise<boolean> {
  if (bytes.size > importLimits.fileBytes) return false;
  return pictureFiles.recognise(new Uint8Array(await bytes.slice(0, 64).arrayBuffer()));
}

/** Reads a file or a text. It keeps its bytes if they wait for a passphrase. */
export async function readFile(given: FileOrText, ports: SourcePorts, signal: AbortSignal): Promise<Read> {
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
 * The QR codes in pictures and on the screen, by picture; and the files of pictures that can't be read.
 * @throws the failures SCREEN_UNAVAILABLE, PICTURE_INVALID, PICTURE_TOO_LARGE
 */
export async function seeCodes(
  given: readonly Seen[],
  ports: SourcePorts,
  signal: AbortSignal,
): Promise<{ seen: FoundCode[][]; unread: Read[] }> {
  const seen: FoundCode[][] = [];
  const unread: Read[] = [];
  for (const one of given) {
    const pictures = one.from === 'file' ? await decoded(one, ports) : await picturesOf(one, ports);
    if (!Array.isArray(pictures)) {
      unread.push(pictures);
      continue;
    }
    const codes = pictures.map((): FoundCode[] => []);
    for await (const event of findCodes(pictures, ports, signal)) {
      if (event.type === 'found') codes[event.at]?.push(...event.codes);
    }
    seen.push(...codes);
  }
  return { seen, unread };
}

async function picturesOf(given: Exclude<Seen, File>, { screens }: SourcePorts): Promise<Picture[]> {
  return given.from === 'screen' ? takeScreens(screens) : [await pictureOf(given)];
}

async function decoded({ name, bytes }: File, { pictureFiles }: SourcePorts): Promise<Picture[] | Read> {
  try {
    return [await pictureFiles.decode(new Uint8Array(await bytes.arrayBuffer()))];
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    const trouble = error.code === 'TOO_LARGE' ? error.code : 'DAMAGED';
    return { source: { ...emptySource('file', name), trouble }, rows: [] };
  }
}

/**
 * Reads the QR codes of an import, those that it has and new ones: a set of them is only whole together. `at` is
 * the place of the former source; null if there is none.
 * @param sources the import's
 */
export function readCodesToo(
  seen: readonly (readonly FoundCode[])[],
  sources: readonly Source[],
): Read & { at: number | null } {
  const at = sources.findIndex(({ from }) => from === 'codes');
  const former = sources[at]?.pictures ?? [];
  const known = new Set(former.flat().map(({ text }) => text));
  // A part has the text of its own piece, so one that was read anew may differ.
  const added = seen.map((codes) => codes.filter(({ text, part }) => part !== undefined || !known.has(text)));
  const source = { ...emptySource('codes', null), pictures: [...former, ...added] };
  return { ...readingOf(source), at: at === -1 ? null : at };
}

function readingOf(source: Source): Read {
  try {
    return readOf(source, readPictureCodes(source.pictures));
  } catch (error) {
    if (!(error instanceof TransferError)) throw error;
    return { source: { ...source, trouble: error.code }, rows: [] };
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
  if (result.outcome === 'done') return readOf(source, result.value);
  const trouble = result.outcome === 'refused' ? result.code : 'READER_FAILED';
  return { source: { ...source, trouble, bytes: isWaiting ? bytes : null }, rows: [] };
}

/** What a passphrase may still open. */
const opensLater: ReadonlySet<TransferErrorCode> = new Set([
  'PASSPHRASE_MISSING',
  'PASSPHRASE_WRONG',
  'UNKNOWN_OR_ENCRYPTED',
]);

function readOf(source: Source, reading: NamedReading): Read {
  const { format, formatName } = reading;
  const { rows, notes } = rowsOf(reading);
  return { source: { ...source, format, formatName, trouble: null, notes }, rows };
}

function emptySource(from: Source['from'], name: string | null): Source {
  return { from, name, format: null, formatName: null, trouble: null, notes: [], bytes: null, pictures: [] };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
