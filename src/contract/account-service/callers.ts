import { oc } from '@orpc/contract';

/**
 * Who may make a call. Each call of the contract starts with one of these; the service's guards and the OpenAPI
 * document follow it.
 */

/** Anyone; a device proof is not considered. */
export const byAnyone = oc.$meta({ caller: 'anyone' as const });
/** Anyone; a device proof is optional, but must be valid if present. */
export const byAnyDevice = oc.$meta({ caller: 'anyDevice' as const });
/** A device that proves its key; what the call issues is bound to that key. */
export const byDevice = oc.$meta({ caller: 'device' as const });
/** A signed-in person: a session's token, with a proof of the device's key. */
export const bySession = oc.$meta({ caller: 'session' as const });

/**
 * A session, or the sync pass of a computer that the person trusts: what a computer may do while nobody is signed in. Every
 * other call refuses a pass.
 */
export const bySessionOrPass = oc.$meta({ caller: 'sessionOrPass' as const });

export type CallerKind = 'anyone' | 'anyDevice' | 'device' | 'session' | 'sessionOrPass';
