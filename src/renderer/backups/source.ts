import type { Client } from '../connection/connection.ts';

type Preview = Parameters<Client['backup']['preview']>[0];

/** Which backup: one in the folder, or a file that the person chose. */
export type Source = Preview['source'];

/** What opens it. */
export type Secret = Preview['secret'];
