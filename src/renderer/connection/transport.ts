import type { ClientContext, ClientLink } from '@orpc/client';
import type { refusals } from '../../contract/window-door.ts';

/** Why a window is kept out. */
export type Refused = keyof typeof refusals;

export type Link = ClientLink<ClientContext>;

/** Told by a transport: a link that works now, or that there is none, and whether this window is kept out. */
export type LinkChanged = (link: Link | null, refused?: Refused) => void;
