import { oc } from '@orpc/contract';

/**
 * Who may make a call. Each call of the contract begins with one of these; the service's guards and the OpenAPI
 * document go by it.
 */

/** Anyone; a proof of a device key plays no part. */
export const byAnyone = oc.$meta({ caller: 'anyone' as const });
/** Anyone; a proof of a device key is welcome, and has to be good where it comes along. */
export const byAnyDevice = oc.$meta({ caller: 'anyDevice' as const });
/** A device that proves its key: what the call hands out is bound to it. */
export const byDevice = oc.$meta({ caller: 'device' as const });
/** A signed-in person: a session's token, with a proof of its device's key. */
export const bySession = oc.$meta({ caller: 'session' as const });

export type CallerKind = 'anyone' | 'anyDevice' | 'device' | 'session';
