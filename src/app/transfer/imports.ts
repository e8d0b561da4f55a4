import type { Apply, ApplyEvent, ImportEvent, ImportSource, ReportEvent } from '../../contract/imports.ts';
import { importLimits } from '../../contract/limits.ts';
import type { SettingsLook } from '../../contract/settings.ts';
import { encodeBase32 } from '../../core/otp/base32.ts';
import { lookOf } from '../entries/settings.ts';
import { Failure } from '../failure.ts';
import type { Undo } from '../history/undo.ts';
import type { Clock, Ports } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import {
  createHeldImports,
  putSources,
  tooManySources,
  viewOfHeld,
  zeroHeld,
  zeroReads,
  type Read,
} from './held.ts';
import { hasNews, keepRows } from './keep.ts';
import { readAgain, readCodesToo, readFile, seeCodes, sortSources } from './read-sources.ts';
import { reportOf } from './report.ts';
import type { Row } from './rows.ts';
import { openDocument } from '../vault/open-document.ts';

/** The calls of `importsContract`; each throws the failures that the contract declares. */
export interface Imports {
  read(
    given: { sources: readonly ImportSource[]; importId?: string | undefined },
    signal?: AbortSignal,
  ): AsyncGenerator<ImportEvent>;
  unlock(
    given: { importId: string; source: number; passphrase: string },
    signal?: AbortSignal,
  ): AsyncGenerator<ImportEvent>;
  report(importId: string): AsyncGenerator<ReportEvent>;
  secret(importId: string, row: number): { secret: string };
  code(importId: string, row: number): SettingsLook;
  apply(wishes: Apply): AsyncGenerator<ApplyEvent>;
  discard(importId: string): void;
  /** Forgets every import; for when the vault closes. */
  discardAll(): void;
}

/** Reads what comes from elsewhere, shows what would become of it, and keeps it when the person says so. */
export function createImports({
  vault,
  undo,
  takeLink,
  ...ports
}: { vault: Vault; undo: Undo; codeClock: Pick<Clock, 'now'>; takeLink: () => string } & Pick<
  Ports,
  'transfers' | 'screens' | 'decoder' | 'pictureFiles' | 'clock' | 'log'
>): Imports {
  const imports = createHeldImports(ports.clock);

  /** Aborts when the caller goes away, or the vault closes. */
  const eitherOf = (signal: AbortSignal | undefined) =>
    signal === undefined ? imports.closing() : AbortSignal.any([signal, imports.closing()]);

  function rowOf(importId: string, number: number): Exclude<Row, { kind: 'unreadable' }> {
    openDocument(vault);
    const row = imports.find(importId).rows.get(number);
    if (row === undefined || row.kind === 'unreadable') throw new Failure('ROW_HAS_NO_SECRET');
    return row;
  }

  return {
    async *read({ sources, importId }, caller) {
      openDocument(vault);
      const find = () => (importId === undefined ? null : imports.find(importId));
      if ((find()?.sources.length ?? 0) + sources.length > importLimits.sources) throw tooManySources();
      const signal = eitherOf(caller);
      const given = sources.map((one) =>
        one.from === 'link' ? { from: 'text' as const, text: takeLink() } : one,
      );
      const { files, pictures } = await sortSources(given, ports);
      const steps = files.length + Math.min(1, pictures.length);
      let reads: (Read & { at: number | null })[] = [];
      try {
        for (const [index, file] of files.entries()) {
          yield { type: 'progress', done: index / steps };
          reads.push({ ...(await readFile(file, ports, signal)), at: null });
        }
        if (pictures.length > 0) {
          yield { type: 'progress', done: files.length / steps };
          const { seen, unread } = await seeCodes(pictures, ports, signal);
          reads.push(...unread.map((one) => ({ ...one, at: null })));
          if (unread.length < pictures.length) reads.push(readCodesToo(seen, find()?.sources ?? []));
        }
        if (signal.aborted) return;
        const held = find() ?? imports.make();
        putSources(held, reads);
        reads = [];
        imports.keep(held);
        yield { type: 'read', import: viewOfHeld(held) };
      } finally {
        zeroReads(reads);
      }
    },

    async *unlock({ importId, source: at, passphrase }, caller) {
      openDocument(vault);
      const signal = eitherOf(caller);
      yield { type: 'progress', done: 0 };
      const source = imports.find(importId).sources[at];
      if (!source?.bytes) throw new Failure('SOURCE_NOT_LOCKED');
      const read = await readAgain(source, passphrase, ports, signal);
      let reads = [read];
      try {
        if (signal.aborted) return;
        const { trouble } = read.source;
        const held = imports.find(importId);
        if (trouble === 'PASSPHRASE_WRONG' || trouble === 'PASSPHRASE_MISSING') {
          throw new Failure('SOURCE_UNREADABLE', { reason: 'PASSPHRASE_WRONG' });
        }
        putSources(held, [{ ...read, at }]);
        reads = [];
        if (trouble !== null) throw new Failure('SOURCE_UNREADABLE', { reason: trouble });
        yield { type: 'read', import: viewOfHeld(held) };
      } finally {
        zeroReads(reads);
      }
    },

    async *report(importId) {
      const events = reportOf(imports.find(importId), openDocument(vault));
      for (const event of events) {
        // The vault may close in between: then nothing more is told.
        imports.find(importId);
        yield event;
      }
    },

    secret: (importId, row) => ({ secret: encodeBase32(rowOf(importId, row).parameters.secret) }),

    code(importId, number) {
      const row = rowOf(importId, number);
      if (row.kind === 'foreign') throw new Failure('ROW_MAKES_NO_CODE');
      return lookOf(row.parameters, ports.codeClock.now());
    },

    async *apply({ importId, ...wishes }) {
      yield { type: 'progress', done: 0 };
      const now = ports.clock.now();
      const compared = openDocument(vault);
      let kept = keepRows(compared, imports.find(importId).rows, wishes, now);
      yield { type: 'progress', done: 0.5 };
      openDocument(vault);
      const held = imports.take(importId);
      let undoId: string | null = null;
      try {
        if (hasNews(kept.counts)) {
          ({ undoId } = await undo.perform((document) => {
            // Another window may have changed the vault since: then the rows are compared again.
            if (document !== compared) kept = keepRows(document, held.rows, wishes, now);
            return kept.document;
          }));
        }
      } catch (error) {
        if (vault.document() === null) zeroHeld(held);
        else imports.keep(held);
        throw error;
      }
      zeroHeld(held);
      yield { type: 'applied', result: { ...kept.counts, undoId } };
    },

    discard: (importId) => imports.forget(importId),
    discardAll: () => imports.forgetAll(),
  };
}
