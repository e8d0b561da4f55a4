import type { ClientContext, ClientLink } from '@orpc/client';
import type { refusals } from '../../contract/window-door.ts';

/** Why a window is refused. */
export type Refused = keyof typeof refusals;

export interface Link extends ClientLink<ClientContext> {
  /** Whether the other end was still there the last time that the transport heard of it. */
  readonly isOpen: () => boolean;
}

/** How a transport reports a working link, or that there is none and whether this window is refused. */
export type LinkChanged = (link: Link | null, refused?: Refused) => void;
