import { z } from 'zod';
import type { SiteCode } from '../core/entry/entry.ts';
import { encodeBase32 } from '../core/otp/base32.ts';
import type { Reading, TransferEntry } from '../core/transfer/format.ts';
import { problemKinds, type Problem } from '../core/transfer/problem.ts';
import { createReading } from '../core/transfer/reading.ts';

const entrySchema = z.object({
  type: z.string(),
  issuer: z.string().default(''),
  account: z.string().default(''),
  secret: z.string(),
  algorithm: z.string().nullable().default(null),
  digits: z.number().nullable().default(null),
  period: z.number().nullable().default(null),
  counter: z.number().nullable().default(null),
  tags: z.array(z.string()).default([]),
  note: z.string().default(''),
  // These are there only where they say something.
  pin: z.string().optional(),
  pinned: z.boolean().default(false),
  trashed: z.boolean().default(false),
  icon: z.string().nullable().default(null),
  /** The recovery codes of the site; `usedAt` in ms since 1970. */
  siteCodes: z.array(z.object({ code: z.string(), usedAt: z.int().nullable().default(null) })).optional(),
});
const entriesSchema = z.object({ entries: z.array(entrySchema) });

/** Entries as the command prints and takes them; Steam Guard's fixed settings are spelled out. */
export function printedEntries(entries: readonly TransferEntry[]): z.input<typeof entrySchema>[] {
  return entries.map(({ issuer, account, parameters, tags, note, pinned, trashed, icon, own }) => ({
    type: parameters.kind,
    issuer,
    account,
    secret: encodeBase32(parameters.secret),
    algorithm: 'algorithm' in parameters ? parameters.algorithm : 'SHA1',
    digits: 'digits' in parameters ? parameters.digits : 5,
    period: 'period' in parameters ? parameters.period : parameters.kind === 'steam' ? 30 : null,
    counter: 'counter' in parameters ? parameters.counter : null,
    tags: [...tags],
    note,
    ...('pin' in parameters && { pin: parameters.pin }),
    ...(pinned && { pinned }),
    ...(trashed && { trashed }),
    ...(icon !== null && { icon }),
    ...(own !== undefined && own.siteCodes.length > 0 && { siteCodes: own.siteCodes.map(printedCode) }),
  }));
}

/** Problems as the command prints them: the message, behind the names or the line that it is about. */
export function printedProblems(
  problems: readonly Problem[],
): { entry: number | null; code: string; text: string }[] {
  return problems.map(({ entry, code, subject }) => {
    const { message } = problemKinds[code];
    return { entry, code, text: subject === '' ? message : `${subject}: ${message}` };
  });
}

/** The entries of such an object; null if the text is none. An entry that makes no sense is among the problems. */
export function parseEntries(text: string): Pick<Reading, 'entries' | 'problems'> | null {
  const parsed = entriesSchema.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const reading = createReading('entries');
  for (const { type, ...entry } of parsed.data.entries) {
    const { pin, siteCodes, ...draft } = entry;
    const own = siteCodes && { former: [], siteCodes: siteCodes.map(readCode) };
    reading.add({ kind: type, ...draft, ...(pin !== undefined && { pin }), ...(own && { own }) });
  }
  return parsed.data.entries.length === 0 ? { entries: [], problems: [] } : reading.finish();
}

function printedCode({ code, usedAt }: SiteCode) {
  return { code: Buffer.from(code).toString('utf8'), usedAt };
}

function readCode({ code, usedAt }: ReturnType<typeof printedCode>): SiteCode {
  return { code: Buffer.from(code, 'utf8'), usedAt };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
