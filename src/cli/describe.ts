import { ORPCError } from '@orpc/client';
import { isContractProcedure } from '@orpc/contract';
import { z } from 'zod';
import { accountContract } from '../contract/account.ts';
import { accountErrors } from '../contract/account-service/errors.ts';
import { appContract } from '../contract/app.ts';
import { backupContract } from '../contract/backup.ts';
import { duplicateErrors } from '../contract/duplicate.ts';
import { exportsContract } from '../contract/exports.ts';
import { importsContract } from '../contract/imports.ts';
import { scanContract, screenErrors } from '../contract/scan.ts';
import { settingsErrors } from '../contract/settings.ts';
import { syncContract } from '../contract/sync.ts';
import {
  keychainErrors,
  kitCodeErrors,
  newPassphraseErrors,
  passphraseErrors,
  vaultErrors,
} from '../contract/vault-errors.ts';
import { CommandError, commandErrors } from './command-error.ts';
import type { Exit } from './exits.ts';
import { loadFailureWords, type FailureWords } from './failure-words.ts';
import type { TellingSyncError } from './sync-errors.ts';
import { words } from './words/words.ts';

/** An error as the command reports it: a code for scripts, words for people, and how the command ends. */
export interface Report {
  readonly code: string;
  readonly text: string;
  readonly more: readonly string[];
  readonly exit: Exit;
}

/** What to say about an error. Never repeats what the person typed or what a file holds. */
export async function describe(error: unknown): Promise<Report> {
  if (error instanceof CommandError) {
    return { code: error.code, text: error.message, more: error.more, exit: commandErrors[error.code] };
  }
  if (error instanceof ORPCError) {
    const message = declaredMessages(appContract).get(error.code);
    if (message !== undefined) {
      const said = await loadFailureWords();
      const advice = adviceOn(said).get(error.code)?.(error.data);
      const text = [`${said.error(error.code, message)}.`, advice].filter(Boolean).join(' ');
      return { code: error.code, text, more: [], exit: exitOf(error.code) };
    }
  }
  return { code: 'FAILED', text: words.errors.unexpected, more: [], exit: 'failed' };
}

function exitOf(code: string): Exit {
  if (code === 'ENTRY_NOT_FOUND') return 'none';
  if (code === 'KEYCHAIN_FAILED') return 'closed';
  return code === 'VAULT_NOT_OPEN' || code in passphraseErrors ? 'locked' : 'failed';
}

const waitOf = (it: { retryAfterSeconds: number }) => words.advice.wait(it.retryAfterSeconds * 1_000);
const unreachableData = accountContract.refresh['~orpc'].errorMap.SERVER_UNREACHABLE.data;
const typedData = scanContract.typed['~orpc'].errorMap.TYPED_INVALID.data;
const exportData = exportsContract.make['~orpc'].errorMap.EXPORT_FAILED.data;
const sourceData = importsContract.unlock['~orpc'].errorMap.SOURCE_UNREADABLE.data;
const backupData = backupContract.run['~orpc'].errorMap.BACKUP_FAILED.data;
const unreadableData = backupContract.preview['~orpc'].errorMap.BACKUP_UNREADABLE.data;
const joinErrors = syncContract.add['~orpc'].errorMap;
/** What to do about those errors of sync that tell something. */
function syncAdvice() {
  const { notKept, stopped, wordUnknown, wordsCount } = words.sync.telling;
  return {
    SYNC_NOT_KEPT: from(joinErrors.SYNC_NOT_KEPT.data, (it) => notKept(it.reason)),
    SYNC_STOPPED: from(joinErrors.SYNC_STOPPED.data, (it) => stopped(it.fault)),
    JOIN_WORD_UNKNOWN: from(joinErrors.JOIN_WORD_UNKNOWN.data, (it) => wordUnknown(it.place, it.meant)),
    JOIN_WORDS_COUNT: from(joinErrors.JOIN_WORDS_COUNT.data, (it) => wordsCount(it.count)),
  } satisfies Record<TellingSyncError, unknown>;
}

/** What to do about an error, by its code and out of its data. */
function adviceOn(said: FailureWords) {
  return new Map([
    ...Object.entries(words.sync.advice).map(([code, text]) => [code, () => text] as const),
    ...Object.entries(syncAdvice()),
    ['KIT_TYPO', from(kitCodeErrors.KIT_TYPO.data, (it) => words.advice.group(it.group))],
    ['KEYCHAIN_FAILED', from(keychainErrors.KEYCHAIN_FAILED.data, (it) => words.advice.keychain(it.outcome))],
    ['PASSPHRASE_WAIT', from(passphraseErrors.PASSPHRASE_WAIT.data, (it) => words.advice.wait(it.waitMs))],
    [
      'PASSPHRASE_TOO_SHORT',
      from(newPassphraseErrors.PASSPHRASE_TOO_SHORT.data, (it) => words.advice.atLeast(it.minimum)),
    ],
    ['SERVER_UNREACHABLE', from(unreachableData, (it) => words.serverTroubles[it.trouble])],
    ['TOO_MANY_ATTEMPTS', from(accountErrors.TOO_MANY_ATTEMPTS.data, waitOf)],
    ['RATE_LIMITED', from(accountErrors.RATE_LIMITED.data, waitOf)],
    ['BUSY', from(accountErrors.BUSY.data, waitOf)],
    ['SCREEN_UNAVAILABLE', from(screenErrors.SCREEN_UNAVAILABLE.data, (it) => words.advice.screen(it.cause))],
    ['SAME_NAME', from(duplicateErrors.SAME_NAME.data, (it) => words.advice.sameName(it.duplicate))],
    ['SAME_SECRET', from(duplicateErrors.SAME_SECRET.data, (it) => words.advice.sameSecret(it.duplicate))],
    ['ALREADY_HERE', from(duplicateErrors.ALREADY_HERE.data, (it) => words.advice.alreadyHere(it.duplicate))],
    ['SETTINGS_INVALID', from(settingsErrors.SETTINGS_INVALID.data, (it) => words.advice.range(it))],
    ['TYPED_INVALID', from(typedData, (it) => said.refusal(it.refusal.code))],
    ['EXPORT_FAILED', from(exportData, (it) => said.reason(it.reason))],
    ['SOURCE_UNREADABLE', from(sourceData, (it) => said.reason(it.reason))],
    ['BACKUP_FAILED', from(backupData, (it) => words.backupTroubles[it.trouble])],
    ['BACKUP_UNREADABLE', from(unreadableData, (it) => words.backupReasons[it.reason])],
    ['VAULT_WRITE_FAILED', from(vaultErrors.VAULT_WRITE_FAILED.data, (it) => `(${it.reason})`)],
  ]);
}

function from<Data>(schema: z.ZodType<Data>, say: (data: Data) => string) {
  return (data: unknown): string | undefined => {
    const read = schema.safeParse(data);
    return read.success ? say(read.data) : undefined;
  };
}

const declaration = z.looseObject({ message: z.string() });

/** The message of every error that the contract declares, by its code. */
function declaredMessages(part: unknown, messages = new Map<string, string>()): Map<string, string> {
  if (isContractProcedure(part)) {
    for (const [code, item] of Object.entries(part['~orpc'].errorMap)) {
      messages.set(code, declaration.parse(item).message);
    }
  } else if (typeof part === 'object' && part !== null) {
    for (const inner of Object.values(part)) declaredMessages(inner, messages);
  }
  return messages;
}
