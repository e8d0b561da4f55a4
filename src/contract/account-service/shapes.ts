/** The data types of the account API, with their limits. Times are ISO 8601 in UTC. */
import { z } from 'zod';
import { text, shownLine } from '../text.ts';
import {
  actors,
  languages,
  methodKinds,
  platforms,
  sessionKinds,
  type Language,
  type MethodKind,
} from '../vocabulary.ts';
import { readAddress } from './address.ts';
import { accountLimits } from './limits.ts';
import { plainCode, plainRecoveryCode, wholeRecoveryCode } from './spelling.ts';

export { accountLimits, type Language, type MethodKind };

export const languageSchema = z.enum(languages);

/** One line of text for people: trimmed, no control or direction-changing characters (no header injection). */
export function oneLine(max: number) {
  return text(max)
    .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u206A-\u206F\uFFF9-\uFFFB]*$/u, 'one line of text')
    .trim()
    .min(1);
}

/** An e-mail address, however typed, in normalized form (`readAddress`). */
export const addressSchema = text(
  accountLimits.address,
  z.string().overwrite((typed) => readAddress(typed) ?? typed),
)
  .refine((address) => readAddress(address) === address, { error: 'an e-mail address' })
  .meta({ format: 'idn-email' });
/** Why someone asks for help, in several lines of text. */
export const reasonSchema = text(accountLimits.reason)
  .regex(/^(?:[^\p{Cc}\uD800-\uDFFF]|[\t\n\r])*$/u, 'text')
  .trim()
  .min(1);
/**
 * A password as typed: the service normalizes it, but needs the typed form for older hashes. The service, not
 * the schema, judges a new one (`PASSWORD_REFUSED`).
 */
export const passwordSchema = text(accountLimits.passwordTyped).min(1);
/** A token from a mail or an answer: opaque, base64url. */
export const tokenSchema = text(accountLimits.token).regex(/^[A-Za-z0-9_.-]+$/);
/** The reference of a request for help, as its mail says it: `LK-` and eight letters or digits. */
export const referenceSchema = text(accountLimits.token).regex(/^[A-Z0-9-]+$/);
/** Six digits of any script; ignores separators and invisible characters. */
export const codeSchema = text(accountLimits.codeTyped)
  .overwrite(plainCode)
  .regex(new RegExp(`^\\d{${accountLimits.code}}$`), 'six digits');
/** A recovery code: 16 characters of Crockford's base32; ignores case, grouping and look-alikes. */
export const recoveryCodeSchema = text(accountLimits.recoveryCodeTyped)
  .overwrite(plainRecoveryCode)
  .regex(wholeRecoveryCode, 'sixteen letters and digits');

const time = z.iso.datetime();
const id = z.uuid();

export const platformSchema = z.enum(platforms);
export const deviceDescriptionSchema = z.strictObject({
  name: oneLine(accountLimits.deviceName),
  platform: platformSchema,
});

export const methodKindSchema = z.enum(methodKinds);

/** A confirmed method as the sign-in screen may show it before the second factor: the destination is masked. */
export const methodChoiceSchema = z.object({
  id,
  kind: methodKindSchema,
  /** `a•••@example.org`, `+31•••••78`; for an authenticator app, the label that its owner gave. */
  hint: shownLine,
});
export type MethodChoice = z.infer<typeof methodChoiceSchema>;

export const methodSchema = z.object({
  id,
  kind: methodKindSchema,
  /** The whole address or number; for an authenticator app, the label. */
  destination: shownLine,
  confirmed: z.boolean(),
  /** Set after too many wrong codes. */
  disabled: z.boolean(),
  addedAt: time,
  lastUsedAt: time.nullable(),
});
export type Method = z.infer<typeof methodSchema>;

/**
 * What a session may do: `enrolment` can only set up the first method; `full` is signed in. `mfaAt` is when a
 * second factor was last checked in the session, null for a sign-in on a trusted computer.
 */
export const sessionStateSchema = z.object({
  kind: z.enum(sessionKinds),
  signedInAt: time,
  mfaAt: time.nullable(),
  expiresAt: time,
  /** Null if this computer is not trusted. */
  trustedUntil: time.nullable(),
});

export const accountSchema = z.object({
  id,
  name: shownLine,
  address: z.string(),
  language: languageSchema,
  createdAt: time,
  confirmedMethods: z.int(),
  /** Fewer than two confirmed methods: say why a second one is wise (a lost or new phone). */
  secondMethodAdvised: z.boolean(),
  recoveryCodesLeft: z.int(),
  /** Unanswered requests for help that were not withdrawn, newest first; `contact` is masked. */
  openSupportRequests: z
    .array(z.object({ reference: z.string(), at: time, contact: shownLine }))
    // An older service does not report any.
    .default([]),
});

/** A session's token, valid only with proofs made with the key of the device that received it. */
export const grantSchema = z.object({ token: z.string(), session: sessionStateSchema });
export type Grant = z.infer<typeof grantSchema>;
/** Every answer that issues a new token has it in `grant`. The session's older token becomes invalid. */
export const grantedSchema = z.object({ grant: grantSchema });

/**
 * What lets a computer sync while nobody is signed in there. It is good with proofs of the device's key alone, for the calls
 * that name it, and ends with the trust in the computer.
 */
export const syncPassSchema = z.object({ token: z.string(), until: time });

export const sessionListItemSchema = z.object({
  id,
  current: z.boolean(),
  kind: z.enum(sessionKinds),
  deviceName: shownLine,
  platform: platformSchema,
  network: z.string(),
  signedInAt: time,
  lastSeenAt: time,
  expiresAt: time,
});

export const deviceSchema = z.object({
  id,
  current: z.boolean(),
  name: shownLine,
  platform: platformSchema,
  trustedSince: time,
  trustedUntil: time,
  /** Also while it syncs with nobody signed in. */
  lastSeenAt: time,
  /** Whether it has a sync pass. An older service does not say. */
  syncs: z.boolean().default(false),
});

export const auditEventSchema = z.object({
  id: z.string(),
  at: time,
  /** What happened, as a stable name: `sign-in`, `method-added`, `password-changed`… */
  event: z.string(),
  /** Who did it: the person, an operator, the service. */
  actor: z.enum(actors),
  network: z.string().nullable(),
  deviceName: shownLine.nullable(),
  details: z.record(z.string(), z.string()),
});
export type AuditEvent = z.infer<typeof auditEventSchema>;

/** The version of this contract; an application requires a server with at least its own version. */
export const apiVersion = 2;

export const serviceInfoSchema = z.object({
  name: shownLine,
  /** The origin for which DPoP proofs and links are made. */
  url: z.string(),
  portal: z.string().nullable(),
  support: z.object({ address: z.string(), url: z.string().nullable() }),
  methods: z.array(methodKindSchema),
  languages: z.array(languageSchema),
  minimumAppVersion: z.string(),
  /** Increases with each change of this contract that clients must know about. */
  apiVersion: z.int().min(0),
  password: z.object({ minLength: z.int(), maxLength: z.int() }),
  trustDays: z.int(),
});
