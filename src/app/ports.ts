/**
 * What the application needs of the world. Adapters (shared by all hosts) and hosts implement these; tests
 * implement them only for what a test machine can't have. Everything else in `src/app` is free of I/O.
 */
import type { ContractRouterClient } from '@orpc/contract';
import type { accountServiceContract, AccountErrorCode } from '../contract/account-service.ts';
import type { ServerTrouble } from '../contract/account-state.ts';
import type { BackupTrouble } from '../contract/backup.ts';
import type { Preferences as PreferenceValues } from '../contract/preferences.ts';
import type { Picture } from '../core/qr/picture.ts';
import type { FoundCode, ReadEvent } from '../core/qr/read.ts';

export type { Picture };

/** The five answers of a keychain; callers handle each (design: "Keychain honesty"). */
export type KeychainRead =
  | { outcome: 'found'; secret: string }
  | { outcome: 'absent' }
  | { outcome: 'locked' }
  | { outcome: 'denied' }
  | { outcome: 'unavailable'; reason: string };

export type KeychainWrite = { outcome: 'kept' } | Exclude<KeychainRead, { outcome: 'found' | 'absent' }>;

/** One secret an item, single-line text. `item` names it (the vault's id). */
export interface Keychain {
  /** The backend in use, as the settings page names it: "Secret Service", "macOS Keychain"… */
  readonly backend: string;
  read(item: string): Promise<KeychainRead>;
  write(item: string, secret: string): Promise<KeychainWrite>;
  /** `absent` when there was nothing to remove. */
  remove(item: string): Promise<KeychainWrite | { outcome: 'absent' }>;
  /** Can it keep a secret now? Writes, reads back and removes a probe item. */
  probe(): Promise<KeychainWrite>;
}

/** What replaces a vault file. */
export interface VaultReplacement {
  bytes: Uint8Array;
  /** The present bytes cannot be opened: they are kept as a broken copy and not as a generation. */
  presentIsBroken: boolean;
  /** The present bytes are let go of, and not kept as a generation: they are none a person would go back to. */
  withoutGeneration?: boolean;
  /** When the present state was written, in ms since 1970; left out: when its file was. */
  presentWrittenAt?: number;
}

/** The sealed vault file, its older generations and its lock file. Bytes only: what is in them is core's. */
export interface VaultStore {
  /** Where the vault is, for messages. */
  readonly path: string;
  /**
   * The newest bytes; null where there is no vault.
   * @throws the file system's errors; with the code EAWAY where the file, or its folder, leads to something that is
   *   not there now (a link to nowhere, a drive that is not mounted), as all the others do then
   */
  read(): Promise<Uint8Array | null>;
  /** Whether the file may be replaced; false where it, its folder or its drive takes no writing. */
  isWritable(): Promise<boolean>;
  /** Older generations, newest first. */
  generations(): Promise<{ generation: number; writtenAt: number; read(): Promise<Uint8Array> }[]>;
  /**
   * The only way to write. Takes the lock file (shared by all processes), hands the present bytes to `change`,
   * and replaces the file atomically: temporary file, fsync, read back and `verify`, rename, fsync of the
   * folder. The former bytes become a generation, and generations thin out (`statesToKeep`). Where anything throws,
   * the file stays as it was.
   * @throws what `change` and `verify` throw; the file system's errors, with their `code`
   */
  update(
    change: (present: Uint8Array | null) => Promise<VaultReplacement> | VaultReplacement,
    verify: (written: Uint8Array) => Promise<void> | void,
  ): Promise<void>;
  /**
   * Replaces generations, each atomically and under the lock file, by what `change` makes of its bytes; null: it
   * stays. One that cannot be read stays.
   * @throws what `change` throws; the file system's errors, after which some are replaced and some not
   */
  rewriteGenerations(change: (bytes: Uint8Array) => Uint8Array | null): Promise<void>;
  /** Renames the vault and its generations out of the way; nothing is deleted. The new path; null: no vault. */
  setAside(): Promise<string | null>;
  /** Whether a vault was here before, is not now, and a new one could be made in its place. */
  isMissed(): Promise<boolean>;
  /** Forgets that a vault was here, so that a new one can be made. @throws the file system's errors */
  forget(): Promise<void>;
  /** Calls back when another process has written. Returns the way to stop. */
  watch(changed: () => void): () => void;
}

/** Argon2id away from the main thread. Returns 32 bytes. */
export interface KeyDerivation {
  derive(
    passphrase: string,
    parameters: { salt: Uint8Array; memoryKiB: number; iterations: number; parallelism: number },
  ): Promise<Uint8Array>;
}

/**
 * Time, so that tests can move it. There are two: the time of day, which anybody can set, and the time that has
 * passed, which nobody can. A moment goes by the first, a wait by the second.
 */
export interface Clock {
  /** The time of day: milliseconds since 1970. It may jump, both ways and by any amount. */
  now(): number;
  /** Milliseconds that have passed since some moment: it only rises. On some systems it stands still in sleep. */
  elapsed(): number;
  /** Runs `task` when `now` reaches `at`, a second late at most after a jump or a sleep; returns the way to stop. */
  at(at: number, task: () => void): () => void;
  /** Runs `task` when `elapsed` has grown by `ms`; returns the way to stop. */
  after(ms: number, task: () => void): () => void;
  /** Runs `task` within a second of each jump of `now` (a clock that was set, a sleep); returns the way to stop. */
  onJump(task: () => void): () => void;
}

export type ScreensCapture =
  | { outcome: 'taken'; pictures: Picture[] }
  | { outcome: 'failed'; cause: 'permission' | 'cancelled' | 'unsupported' | 'failed' };

/** The displays. Only the Electron host takes pictures; in the browser host the window does. */
export interface Screens {
  readonly capture: 'application' | 'window';
  /** Every display at native pixels, Latchkey's own windows hidden. */
  take(): Promise<ScreensCapture>;
}

/** Finds QR codes away from the main thread. The picture's buffer may be moved: it is empty afterwards. */
export interface Decoder {
  read(picture: Picture, signal?: AbortSignal): AsyncGenerator<ReadEvent, FoundCode[]>;
}

/** `window`: only the window can reach the clipboard, so the text is handed to it. */
export type Clipboard =
  | { kind: 'window' }
  | {
      kind: 'application';
      /** Marked as sensitive where the OS has a way. */
      write(text: string): Promise<void>;
      /** Clears it only if it still holds `text`. */
      clearIf(text: string): Promise<void>;
    };

/** The person's settings: one file, the same schema in every host. */
export interface PreferenceStore {
  get(): PreferenceValues;
  set(values: PreferenceValues): void;
}

/** One small sealed file beside the vault, for what the account leaves on this computer. Bytes only. */
export interface AccountFile {
  /** Null where there is none. @throws the file system's errors, with their `code` */
  read(): Promise<Uint8Array | null>;
  /** Replaces it atomically, readable for the owner alone. @throws the file system's errors */
  write(bytes: Uint8Array): Promise<void>;
  /** @throws the file system's errors; none where there is no file */
  remove(): Promise<void>;
  /**
   * Runs `task` while no other process of this person does: each reads what the last one wrote, and tokens are not
   * renewed behind each other's back. Where the lock can't be had, the task is run all the same.
   */
  exclusively<T>(task: () => Promise<T>): Promise<T>;
}

/** Who asks the account service: a device by its key (RFC 9449), and its session's token once there is one. */
export interface ApiCaller {
  /** Private ES256 key, as a JWK. */
  key: { kty: 'EC'; crv: 'P-256'; x: string; y: string; d: string };
  token: string | null;
}

export interface ApiServer {
  /** Where requests go. */
  origin: string;
  /** What it calls itself: proofs are made for that. */
  publicUrl: string;
}

export type ApiAnswer<T> =
  | { outcome: 'answered'; value: T }
  /** An error of the contract; `data` is what the contract declares for it. */
  | { outcome: 'refused'; code: AccountErrorCode; data: unknown }
  /** No answer that can be used. What was asked may have been done all the same, where it was no reading. */
  | { outcome: 'unusable'; trouble: Exclude<ServerTrouble, 'appTooOld'> };

export type ApiClient = ContractRouterClient<typeof accountServiceContract>;

/** The account service over HTTP. Nothing here throws for what a network or a server may do. */
export interface AccountApi {
  /** What this computer is called, for the account's list of devices. */
  readonly computerName: string;
  /** What `/.well-known/latchkey` at an origin answers: JSON that nobody has looked at yet. */
  look(origin: string): Promise<ApiAnswer<unknown>>;
  /** One call of the contract. Reading is tried a second time where the connection broke, nothing else is. */
  ask<T>(
    server: ApiServer,
    caller: ApiCaller | null,
    call: (client: ApiClient) => Promise<T>,
  ): Promise<ApiAnswer<T>>;
  /** The clock of the server at an origin less this computer's, in ms, by its answers; 0 where they agree. */
  drift(origin: string): number;
  /** Breaks off what is on its way: it, and whatever is asked after this, ends as a server that is away. */
  hangUp(): void;
}

/** What went wrong that should not have: once, at the edge, without secrets. */
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
  /** The system's code, where it gave one. */
  detail: string | null;
}
export type BackupResult<T> = { outcome: 'done'; value: T } | BackupFailed;

/** Files in a folder that the person chose for backups. Nothing throws, and only `make` makes a folder. */
export interface BackupFolder {
  /**
   * The full path that a typed or pasted text names: `~` is the person's own folder, a `file://` address is its path,
   * and spaces and quotes around it do not count. Null where it names none: a relative path, somebody else's `~name`.
   */
  place(typed: string): string | null;
  /** Makes a folder in one that is there. */
  make(folder: string): Promise<BackupResult<void>>;
  /** Its sub-folders by name, links to folders among them; hidden ones are left out. At most `maximum` of them. */
  folders(folder: string, maximum: number): Promise<BackupResult<{ folders: FolderFound[]; more: boolean }>>;
  /** The folder that it lies in; null for a root. */
  parent(folder: string): string | null;
  list(folder: string): Promise<BackupResult<{ name: string; size: number }[]>>;
  read(folder: string, name: string): Promise<BackupResult<Uint8Array>>;
  /**
   * Atomically: temporary file, fsync, read back and `verify`, rename, fsync of the folder. Where anything fails,
   * there is no such file, and what was there is untouched.
   */
  write(
    folder: string,
    name: string,
    bytes: Uint8Array,
    verify: (written: Uint8Array) => boolean,
  ): Promise<BackupResult<void>>;
  remove(folder: string, name: string): Promise<BackupResult<void>>;
}

/** The computer's sleep, its locked screen, and whether somebody is there. */
export interface Power {
  /** What it can tell, as `host.info.locks` in the contract. */
  readonly tells: { idle: 'system' | 'window'; suspend: boolean; screenLock: boolean };
  /** Milliseconds since the person last used the computer; null: only the window knows. */
  idleMs(): number | null;
  /** Returns the way to stop. A sleep may be told when it is over. */
  watch(happened: (event: 'suspend' | 'screenLock') => void): () => void;
}

export interface Ports {
  power: Power;
  backupFolder: BackupFolder;
  keychain: Keychain;
  vaultStore: VaultStore;
  keyDerivation: KeyDerivation;
  clock: Clock;
  screens: Screens;
  decoder: Decoder;
  clipboard: Clipboard;
  preferences: PreferenceStore;
  accountApi: AccountApi;
  accountFile: AccountFile;
  log: Log;
}
