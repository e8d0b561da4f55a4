import type { ExportFormat, ExportPreview, Revealed } from '../../contract/exports.ts';
import type { Proof } from '../../contract/proof.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { encodeBase32 } from '../../core/otp/base32.ts';
import { writeOtpauth } from '../../core/otpauth/write.ts';
import { carriedByEntry } from '../../core/transfer/carried.ts';
import type { TransferEntry, Written, WritePlan } from '../../core/transfer/format.ts';
import { problemKinds } from '../../core/transfer/problem.ts';
import { viewOfParameters } from '../entries/view.ts';
import { Failure } from '../failure.ts';
import type { Ports } from '../ports.ts';
import { checkNewPassphrase } from '../unlock/new-passphrase.ts';
import type { Vault } from '../vault/vault.ts';
import { openDocument } from '../vault/open-document.ts';

/** What is exported: all entries if `ids` is null. */
interface Chosen {
  format: string;
  ids: readonly string[] | null;
}

/** The calls of `exportsContract`; each throws the failures that the contract declares. */
export interface Exports {
  formats(): Promise<{ formats: ExportFormat[] }>;
  preview(chosen: Chosen): Promise<ExportPreview>;
  make(
    given: Chosen & Proof & { passphrase?: string | undefined },
    signal?: AbortSignal,
  ): Promise<{ files: { name: string; bytes: Blob; isOfSet: boolean }[] }>;
  reveal(given: Pick<Chosen, 'ids'> & Proof): Promise<{ entries: Revealed[] }>;
}

/** How many names a preview gives for each problem. */
const namedEntries = 5;

/** Takes entries along: says first what a format carries, and hands out secrets to a proven person only. */
export function createExports({ vault, transfers }: { vault: Vault } & Pick<Ports, 'transfers'>): Exports {
  function chosenEntries(ids: Chosen['ids']): readonly Entry[] {
    const document = openDocument(vault);
    const wanted = ids && new Set(ids);
    const entries = document.entries.filter(({ id }) => wanted === null || wanted.has(id));
    if (entries.length === 0) throw new Failure('EXPORT_EMPTY');
    return entries;
  }

  async function write(
    format: string,
    entries: readonly Entry[],
    passphrase: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Written> {
    const result = await transfers.write(format, entries.map(transferOf), passphrase, signal);
    if (result.outcome === 'done') return result.value;
    throw new Failure('EXPORT_FAILED', {
      reason: result.outcome === 'refused' ? result.code : 'READER_FAILED',
    });
  }

  async function plan(format: string, entries: readonly Entry[]): Promise<WritePlan> {
    const { writableFormats } = await import('../../core/transfer/formats.ts');
    const writable = writableFormats.find(({ id }) => id === format);
    if (writable === undefined) throw new Failure('EXPORT_FAILED', { reason: 'FORMAT_NOT_WRITTEN' });
    return writable.plan(entries.map(transferOf));
  }

  return {
    async formats() {
      const { writableFormats } = await import('../../core/transfer/formats.ts');
      return {
        formats: writableFormats.map(({ id, isEncrypted, extension }) => ({ id, isEncrypted, extension })),
      };
    },

    async preview({ format, ids }) {
      const entries = chosenEntries(ids);
      const { files, problems } = await plan(format, entries);
      const codes = [...new Set(problems.map(({ code }) => code))];
      const concerned = (code: string) =>
        new Set(problems.flatMap((problem) => (problem.code === code ? [problem.entry] : [])));
      const lost = new Set(
        problems.flatMap(({ code, entry }) => (problemKinds[code].severity === 'not-written' ? [entry] : [])),
      );
      return {
        entries: entries.length,
        written: entries.length - lost.size,
        files,
        problems: codes.map((code) => ({
          code,
          entries: concerned(code).size,
          names: [...concerned(code)].slice(0, namedEntries).flatMap((at) => {
            const entry = at === null ? undefined : entries[at];
            return entry ? [{ issuer: entry.issuer, account: entry.account }] : [];
          }),
        })),
      };
    },

    async make({ format, ids, passphrase, ...proof }, signal) {
      chosenEntries(ids);
      await vault.prove(proof);
      if (passphrase !== undefined) await checkNewPassphrase(passphrase);
      const { files } = await write(format, chosenEntries(ids), passphrase, signal);
      // A lock in the meantime: nothing leaves a vault that is closed.
      if (vault.document() === null) {
        for (const { bytes } of files) bytes.fill(0);
        throw new Failure('VAULT_NOT_OPEN');
      }
      return {
        files: files.map(({ name, bytes, isOfSet = false }) => {
          const blob = new Blob([bytes.slice()]);
          bytes.fill(0);
          return { name, bytes: blob, isOfSet };
        }),
      };
    },

    async reveal({ ids, ...proof }) {
      chosenEntries(ids);
      await vault.prove(proof);
      return {
        entries: chosenEntries(ids).map((entry) => ({
          id: entry.id,
          issuer: entry.issuer,
          account: entry.account,
          ...viewOfParameters(entry.parameters),
          secret: encodeBase32(entry.parameters.secret),
          uri: writeOtpauth(entry),
        })),
      };
    },
  };
}

function transferOf(entry: Entry): TransferEntry {
  return { ...carriedByEntry(entry), isForeign: false, parameters: entry.parameters };
}
