/**
 * How a window of the browser host shows that it was let in. Browsers send cookies by themselves, and to every port of
 * a host: so there are none. The window makes up a secret of its own, hands it in once together with the token of its
 * start address (`#start=TOKEN`, which no browser sends anywhere), and proves it with each connection.
 */

/** What a window hands in. */
export interface Pass {
  /** The window's own secret, 256 bits in base64url: made up by it, known to no other page. */
  readonly secret: string;
  /** The token of its start address; none where it has no new one. */
  readonly token?: string | undefined;
}

export const door = {
  /** POST, JSON of `Pass`; answered with 204, or one of `refusals`. */
  enter: '/enter',
  /** The WebSocket. Its subprotocols are `protocol` and the secret. */
  wire: '/rpc',
  protocol: 'latchkey',
  /** The name before the token in a start address's fragment. */
  start: 'start',
  /** The WebSocket's close code for a window whose place another one took. */
  replaced: 4_001,
} as const;

/** Why a window is not let in, by the status that says it. */
export const refusals = {
  /** Neither its token nor its secret opens anything (any more). */
  closed: 403,
  /** Its secret is good, but a window that has it is connected: this one is a copy. */
  elsewhere: 409,
} as const;
