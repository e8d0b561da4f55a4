import { accountErrors, accountLimits } from '../../contract/account-service.ts';
import type { Config } from '../config.ts';
import { passwordPerAddress } from '../limits/attempts.ts';
import { wrongCodes } from '../mfa/check-code.ts';
import { auditPage } from '../audit/list.ts';
import { proofRules } from './device-proof.ts';

/** The maximum bytes of a body, of one that writes items of sync (in base64), and of all headers together. */
export const requestLimits = { body: 16_384, syncBody: 3 * 1_024 * 1_024, headers: 8_192 } as const;

/** What a client must know beyond the individual calls, for the document's description (CommonMark). */
export function apiGuide(config: Config): string {
  const { pastSeconds, futureSeconds, jti, algorithms, longest } = proofRules;
  const { message } = accountErrors.RATE_LIMITED;
  return `
## Proofs

Where a call names a security scheme, send a DPoP proof (RFC 9449) in the \`DPoP\` header, made with the device's key.

- A JWT with \`typ\` \`dpop+jwt\`, \`alg\` ${algorithms.join(' or ')} and the public key as \`jwk\` (P-256 or Ed25519), of at most ${longest} characters.
- \`htm\` is the method; \`htu\` is \`${config.PUBLIC_URL}\` and the path as it is sent, without query.
- \`iat\` is at most ${pastSeconds} seconds old and at most ${futureSeconds} seconds ahead of the service's clock.
- \`jti\` has ${jti.least} to ${jti.most} characters and is new with each request: a proof is taken once, over all instances. A request that is sent again needs a new one.
- With a session's token, \`ath\` is the base64url of its SHA-256, and the token is sent as \`Authorization: DPoP <token>\`. A proof with an \`ath\` is refused where its token does not come along.
- \`exp\` and \`nbf\`, where they are there, hold to the second; \`aud\` has to name \`${config.PUBLIC_URL}\`; there is no \`nonce\`, as the service hands out none.
- Where the proof is optional, none may be sent; one that is sent has to be good.

A wrong clock: each answer has a \`Date\` of the clock that judges proofs. On \`DEVICE_PROOF_INVALID\`, or \`UNAUTHENTICATED\` with \`reason\` \`proof\`, set \`iat\` by it and try once more.

## Errors

An error is \`{ defined, code, status, message, data }\`. Go by \`code\`; \`message\` is for people who read logs (\`${message}\`). \`data\` is there where the code's schema names it. Where a code is not of this call's list, \`defined\` is false: \`BAD_REQUEST\` (input that does not fit, malformed JSON, bytes that are no UTF-8, a key that comes twice), \`NOT_FOUND\` (no such path or method), \`INTERNAL_SERVER_ERROR\`, \`SERVICE_UNAVAILABLE\`.

- \`UNAUTHENTICATED\` has a \`reason\`: \`session\` means that the session is over or unknown (sign in again); \`proof\` means that the proof is missing, used, too old, or of another key or token (make a new one, once).
- Statuses before any call is looked at: 411 (a body without \`Content-Length\`), 413 (over ${requestLimits.body} bytes; under \`/v1/sync\` over ${requestLimits.syncBody}, and over the first only with a session), 415 (another type than \`application/json\`, another charset than UTF-8, any \`Content-Encoding\`), 431 (over ${requestLimits.headers} bytes of headers; no body, and the connection ends).
- 429 and 503 have a \`Retry-After\` header with whole seconds, the same as \`data.retryAfterSeconds\`.
- Nothing is changed when an error comes, except counts of wrong attempts. The exception is 503 \`SERVICE_UNAVAILABLE\`: the database went away, and the call may be done or not. Send it again with a new proof, as after a connection that broke. Whatever works once does not work twice: if the first try was done, the second one hears that the link, code or attempt is used. Its grant is lost then; sign in.

## Tokens and links

- A new token comes in \`grant\`, in every answer that hands one out. It takes the place of the token the call was made with.
- A session ends ${accountLimits.sessionIdleSeconds / 60} minutes after its last use and ${accountLimits.sessionAbsoluteSeconds / 3_600} hours after it began. Trust in a computer ends ${accountLimits.trustDays} days after the check of a second factor that it was granted at. Calls that answer \`STEP_UP_REQUIRED\` want a check within the last ${accountLimits.stepUpSeconds / 60} minutes.
- A sync pass is a token that a trusted computer takes for itself (\`POST /v1/sync/pass\`). It is good for the calls that name it, for syncing while nobody is signed in, and every other call answers it \`UNAUTHENTICATED\`. It ends with the trust, and as that call says.
- Links in mails are \`${config.PUBLIC_URL}/activate?token=…\` (${accountLimits.activationHours} hours) and \`${config.PUBLIC_URL}/reset?token=…\` (${accountLimits.resetMinutes} minutes). Their pages open an application by \`latchkey://activate?server=…&token=…\` and \`latchkey://reset?server=…&token=…\`, where \`server\` is the service's URL. Each works once; a newer one ends it. Opening one changes nothing.

## Passwords and codes

- A new password has ${accountLimits.passwordMin} to ${accountLimits.passwordMax} characters (code points). \`PASSWORD_REFUSED\` names all its flaws.
- Wrong passwords: ${passwordPerAddress.free + 1} in a row are looked at, then one after 30 seconds, doubling up to an hour. On a computer that the account does not know, \`confirmByMail\` tells of a code in a mail, good for ${accountLimits.confirmationMinutes} minutes, that gets past the wait.
- A code by mail or SMS has ${accountLimits.code} digits, is good for ${accountLimits.codeLifetimeSeconds / 60} minutes, for ${accountLimits.codeTries} tries, once, and for the purpose and device it was asked for; a newer one ends it. An authenticator's code (SHA-1, ${accountLimits.code} digits, 30 seconds) is good in its own time step and the next, once.
- Wrong codes add up over methods, devices and sign-ins: waits from the ${wrongCodes.free + 1}th in a row, and at the ${wrongCodes.disableAt}th \`METHOD_DISABLED\`. A sign-in attempt (\`flow\`) is good for ${accountLimits.codeLifetimeSeconds / 60} minutes and ${accountLimits.codeTries} wrong codes.
- There are ${accountLimits.recoveryCodes} recovery codes, 16 characters of Crockford's base32 each; case, spaces and hyphens do not matter.
- Mails and SMS have caps. One that a requester meets by its own doing is \`RATE_LIMITED\`. One that others used up shows in no answer: nothing is sent then.

## Paging

Lists come whole, but for \`GET /v1/account/audit\`: ${auditPage} events, newest first, and in \`next\` what to send as \`before\` for the next ones; null at the end.
`.trim();
}
