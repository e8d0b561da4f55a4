/**
 * What the application needs from the outside world. Adapters (shared by all hosts) and hosts implement these
 * ports; tests fake only what a test machine can't have. Everything else in `src/app` is free of I/O. Those of the
 * desktop are in `desktop-ports.ts`, and are imported from here too.
 */
import type { ContractRouterClient } from '@orpc/contract';
import type { accountServiceContract, AccountRefusal } from '../contract/account-service.ts';
import type { ServerTrouble } from '../contract/account-state.ts';
import type { BackupTrouble } from '../contract/backup.ts';
import type { Preferences as PreferenceValues } from '../contract/preferences.ts';
import type { QuickFindState } from '../contract/quick-find.ts';
import type { LockTrigger, ScreenCause } from '../contract/vocabulary.ts';
import type { Picture } from '../core/qr/picture.ts';
import type { FoundCode, Passes, ReadEvent } from '../core/qr/read.ts';
import type { NamedReading, TransferEntry, Written } from '../core/transfer/format.ts';
import type { TransferErrorCode } from '../core/transfer/transfer-error.ts';
import type {
  Desktop,
  DesktopSearch,
  GlobalShortcut,
  LinkHandler,
  Updater,
  Windows,
} from './desktop-ports.ts';

export type * from './desktop-ports.ts';
export type { Picture };

/** A keychain's five possible answers; callers handle each one. */
export type KeychainRead =
  | { outcome: 'found'; secret: string }
  | { outcome: 'absent' }
  | { outcome: 'locked' }
  | { outcome: 'denied' }
  | { outcome: 'unavailable'; reason: string };

export type KeychainWrite = { outcome: 'kept' } | Exclude<KeychainRead, { outcome: 'found' | 'absent' }>;

/** What a keychain would answer now. `unknown`: the system can't tell without perhaps asking the person. */
export type KeychainLook =
  { outcome: 'ready' } | { outcome: 'unknown' } | Exclude<KeychainWrite, { outcome: 'kept' }>;

/** Keeps one secret per item, as single-line text. `item` is the item's name (the vault's id). */
export interface Keychain {
  /** The name of the backend in use, as shown on the settings page: "Secret Service", "macOS Keychain"… */
  readonly backend: string;
  read(item: string): Promise<KeychainRead>;
  write(item: string, secret: string): Promise<KeychainWrite>;
  /** `absent` when there was nothing to remove. */
  remove(item: string): Promise<KeychainWrite | { outcome: 'absent' }>;
  /** Checks that the keychain can keep a secret now: writes, reads back and removes a probe item. */
  probe(): Promise<KeychainWrite>;
  /** Whether it would answer at once. Unlike the others, this never asks the person for anything. */
  look(): Promise<KeychainLook>;
}

/** What replaces a vault file. */
export interface VaultReplacement {
  bytes: Uint8Array;
  /** The present bytes cannot be opened: the store keeps them as a broken copy, not as a generation. */
  presentIsBroken: boolean;
  /** Discards the present bytes instead of keeping them as a generation: nobody would go back to them. */
  withoutGeneration?: boolean;
  /** When the present state was written, in ms since 1970. Defaults to the time its file was written. */
  presentWrittenAt?: number;
}

/** The sealed vault file, its older generations and its lock file. Handles bytes only; core interprets them. */
export interface VaultStore {
  /** Where the vault is, for messages. */
  readonly path: string;
  /**
   * The newest bytes; null if there is no vault.
   * @throws the file system's errors; EAWAY if the file or its folder leads to something that is missing now
   *   (a dangling link, a drive that is not mounted). All other methods then throw EAWAY too
   */
  read(): Promise<Uint8Array | null>;
  /** Whether the file can be replaced or made; false if the file, its folder or its drive is read-only. */
  isWritable(): Promise<boolean>;
  /** Older generations, newest first. */
  generations(): Promise<{ generation: number; writtenAt: number; read(): Promise<Uint8Array> }[]>;
  /**
   * The only way to write. Takes the lock file (shared by all processes), passes the present bytes to `change`,
   * and replaces the file atomically: temporary file, fsync, read back and `verify`, rename, fsync of the
   * folder. The previous bytes become a generation, and older generations are thinned out (`statesToKeep`). If
   * anything throws, the file is unchanged.
   * @throws what `change` and `verify` throw; the file system's errors, with their `code`
   */
  update(
    change: (present: Uint8Array | null) => Promise<VaultReplacement> | VaultReplacement,
    verify: (written: Uint8Array) => Promise<void> | void,
  ): Promise<void>;
  /**
   * Replaces each generation with what `change` returns for its bytes, atomically and under the lock file. A
   * generation stays as it is if `change` returns null or if it cannot be read.
   * @throws what `change` throws; the file system's errors, which may leave only some generations replaced
   */
  rewriteGenerations(change: (bytes: Uint8Array) => Uint8Array | null): Promise<void>;
  /** Renames the vault and its generations; deletes nothing. Returns the new path, or null if no vault. */
  setAside(): Promise<string | null>;
  /** Whether a vault that used to be here is gone and a new one could be made in its place. */
  isMissed(): Promise<boolean>;
  /** Forgets that a vault was here, so that a new one can be made. @throws the file system's errors */
  forget(): Promise<void>;
  /** Calls `changed` when another process has written. Returns a function that stops watching. */
  watch(changed: () => void): () => void;
}

/** Argon2id off the main thread. Returns 32 bytes. */
export interface KeyDerivation {
  derive(
    passphrase: string,
    parameters: { salt: Uint8Array; memoryKiB: number; iterations: number; parallelism: number },
  ): Promise<Uint8Array>;
}

/**
 * Time, as a port so that tests can control it. There are two clocks: the time of day, which anybody can set,
 * and elapsed time, which nobody can. Use the first for moments, the second for waits.
 */
export interface Clock {
  /** The time of day: milliseconds since 1970. It may jump in either direction by any amount. */
  now(): number;
  /** Milliseconds since an arbitrary moment; never decreases. On some systems it stops during sleep. */
  elapsed(): number;
  /** Runs `task` when `now` reaches `at`; at most 1 s late after a jump or sleep. Returns a cancel function. */
  at(at: number, task: () => void): () => void;
  /** Runs `task` when `elapsed` has grown by `ms`. Returns a cancel function. */
  after(ms: number, task: () => void): () => void;
  /**
   * Runs `task` within a second of each jump of `now` (clock set, sleep), with its size in ms (below 0: back). Returns a
   * function that stops it.
   */
  onJump(task: (byMs: number) => void): () => void;
}

export type ScreensCapture =
  { outcome: 'taken'; pictures: Picture[] } | { outcome: 'failed'; cause: ScreenCause };

/** The displays. */
export interface Screens {
  /** Who can take pictures of them here now. Asks the desktop, but not the person. */
  capture(): Promise<'application' | 'window'>;
  /** Captures every display at native resolution. A host that has windows of its own hides them meanwhile. */
  take(): Promise<ScreensCapture>;
}

/**
 * Finds QR codes off the main thread, in several pictures at once. The picture's buffer may be transferred, which
 * leaves it empty. An aborted reading ends at once.
 */
export interface Decoder {
  read(picture: Picture, signal?: AbortSignal, passes?: Passes): AsyncGenerator<ReadEvent, FoundCode[]>;
}

/** Picture files: PNG, JPEG, WebP, GIF and BMP. */
export interface PictureFiles {
  /** Whether it is one, by its first 64 bytes; a name proves nothing. */
  recognise(start: Uint8Array): boolean;
  /**
   * Its pixels. The sizes that it claims are checked before anything is decoded.
   * @throws PictureError TOO_LARGE (over 64 mebipixels); anything else for a damaged file
   */
  decode(bytes: Uint8Array): Promise<Picture>;
  /**
   * A still PNG, JPEG or WebP picture as a square WebP with sides of `side` pixels, whole and centred, with nothing
   * else of the file in it (place, camera, colour profile).
   */
  shrink(bytes: Uint8Array, side: number): Promise<ShrunkPicture>;
}

/** `size`: more pixels than are decoded. */
export type ShrunkPicture =
  { outcome: 'done'; bytes: Uint8Array } | { outcome: 'refused'; reason: 'kind' | 'size' | 'damaged' };

export type TransferResult<T> =
  | { outcome: 'done'; value: T }
  /** What `core/transfer` says of the file. */
  | { outcome: 'refused'; code: TransferErrorCode }
  /** The thread ended by itself: for want of memory, say. */
  | { outcome: 'failed' }
  /** The signal was aborted. */
  | { outcome: 'stopped' };

/**
 * Reads and writes the files of other applications. Each job has a thread of its own, which an abort ends at once,
 * also within a key derivation. The thread works on copies.
 */
export interface Transfers {
  /** Reads a file of any known format. `formatName`: the application's own name. */
  read(
    bytes: Uint8Array,
    passphrase: string | undefined,
    signal?: AbortSignal,
  ): Promise<TransferResult<NamedReading>>;
  /** @param format the id of a format that is written */
  write(
    format: string,
    entries: readonly TransferEntry[],
    passphrase: string | undefined,
    signal?: AbortSignal,
  ): Promise<TransferResult<Written>>;
}

/** `window`: only the window can reach the clipboard, so it is given the text. */
export type Clipboard =
  | { kind: 'window' }
  | {
      kind: 'application';
      /**
       * Puts a text there, marked as sensitive where the system has a way. False if reading it back gives anything
       * else: some desktops report success and write nothing.
       */
      write(text: string): Promise<boolean>;
      /** Clears the clipboard only if it still holds `text`. */
      clearIf(text: string): Promise<void>;
    };

/** The person's settings: one file with the same schema in every host. */
export interface PreferenceStore {
  get(): PreferenceValues;
  set(values: PreferenceValues): void;
}

/** A sealed file beside the vault. Handles bytes only. */
export interface SealedFile {
  /** Null if there is no file. @throws the file system's errors, with their `code` */
  read(): Promise<Uint8Array | null>;
  /** Replaces the file atomically; only the owner can read it. @throws the file system's errors */
  write(bytes: Uint8Array): Promise<void>;
  /** @throws the file system's errors; does not throw if there is no file */
  remove(): Promise<void>;
  /**
   * Runs `task` while no other process of this person does. Each process reads what the last one wrote, and no
   * two renew tokens, or send, at once. If the lock can't be taken, the task runs anyway.
   */
  exclusively<T>(task: () => Promise<T>): Promise<T>;
}

/** Identifies a caller to the account service: the device's key (RFC 9449), plus its session token if any. */
export interface ApiCaller {
  /** Private ES256 key, as a JWK. */
  key: { kty: 'EC'; crv: 'P-256'; x: string; y: string; d: string };
  token: string | null;
}

export interface ApiServer {
  /** Where requests go. */
  origin: string;
  /** The server's name for itself; device proofs are made for this URL. */
  publicUrl: string;
}

export type ApiAnswer<T> =
  | { outcome: 'answered'; value: T }
  /** An error declared in the contract. */
  | { outcome: 'refused'; refusal: AccountRefusal }
  /** No usable answer. A call that changes something may have taken effect anyway. */
  | { outcome: 'unusable'; trouble: Exclude<ServerTrouble, 'appTooOld'> };

export type ApiClient = ContractRouterClient<typeof accountServiceContract>;

/** The account service over HTTP. Network and server failures never throw here. */
export interface AccountApi {
  /** This computer's name, for the account's list of devices. */
  readonly computerName: string;
  /** The answer of `/.well-known/latchkey` at an origin: JSON that has not been validated yet. */
  look(origin: string): Promise<ApiAnswer<unknown>>;
  /** Makes one call of the contract. If the connection breaks, reads are retried once; other calls are not. */
  ask<T>(
    server: ApiServer,
    caller: ApiCaller | null,
    call: (client: ApiClient) => Promise<T>,
  ): Promise<ApiAnswer<T>>;
  /** The server's clock minus this computer's, in ms, measured from its answers; 0 if they agree. */
  drift(origin: string): number;
  /** Aborts pending calls. These and all later calls end as if the server were unreachable. */
  hangUp(): void;
}

/** Reports unexpected errors: once, at the edge, without secrets. */
export interface Log {
  error(event: string, details: Record<string, unknown>): void;
}

export interface FolderFound {
  name: string;
  /** Its full path. */
  path: string;
}

export interface BackupFailed {
  outcome: 'failed';
  trouble: BackupTrouble;
  /** The system's error code, if it gave one. */
  detail: string | null;
}
export type BackupResult<T> = { outcome: 'done'; value: T } | BackupFailed;

/** Files in a folder that the person chose for backups. No method throws, and only `make` creates folders. */
export interface BackupFolder {
  /**
   * The full path for a typed or pasted text. Expands `~`, turns a `file://` URL into its path, and ignores
   * surrounding spaces and quotes. Null for a relative path or another user's `~name`.
   */
  place(typed: string): string | null;
  /** Creates a folder inside an existing one. */
  make(folder: string): Promise<BackupResult<void>>;
  /** At most `maximum` subfolders, by name. Includes links to folders; leaves out hidden folders. */
  folders(folder: string, maximum: number): Promise<BackupResult<{ folders: FolderFound[]; more: boolean }>>;
  /** The parent folder; null for a root. */
  parent(folder: string): string | null;
  list(folder: string): Promise<BackupResult<{ name: string; size: number }[]>>;
  read(folder: string, name: string): Promise<BackupResult<Uint8Array>>;
  /**
   * Writes atomically: temporary file, fsync, read back and `verify`, rename, fsync of the folder. On failure,
   * no new file is left and an existing one is unchanged.
   */
  write(
    folder: string,
    name: string,
    bytes: Uint8Array,
    verify: (written: Uint8Array) => boolean,
  ): Promise<BackupResult<void>>;
  remove(folder: string, name: string): Promise<BackupResult<void>>;
}

/** The computer's sleep, its screen lock, and whether somebody is using it. */
export interface Power {
  /** What this port can detect; see `host.info.locks` in the contract. */
  readonly tells: { idle: 'system' | 'window'; triggers: readonly LockTrigger[] };
  /** Milliseconds since the person last used the computer; null: only the window knows. */
  idleMs(): number | null;
  /** Returns a function that stops watching. A sleep may be reported only when it is over. */
  watch(happened: (event: LockTrigger) => void): () => void;
}

export interface Ports {
  linkHandler: LinkHandler;
  power: Power;
  backupFolder: BackupFolder;
  keychain: Keychain;
  vaultStore: VaultStore;
  keyDerivation: KeyDerivation;
  clock: Clock;
  screens: Screens;
  decoder: Decoder;
  pictureFiles: PictureFiles;
  transfers: Transfers;
  clipboard: Clipboard;
  globalShortcut: GlobalShortcut;
  /**
   * For a host that registers no shortcut: where that of the Latchkey with the window stands; null if none is running.
   * Left out where the application has its own.
   */
  runningShortcut?: () => Promise<QuickFindState | null>;
  windows: Windows;
  desktopSearch: DesktopSearch;
  desktop: Desktop;
  updater: Updater;
  preferences: PreferenceStore;
  accountApi: AccountApi;
  accountFile: SealedFile;
  /** What sync keeps. */
  syncFile: SealedFile;
  log: Log;
}
