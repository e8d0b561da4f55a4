import type { MethodKind } from '../../contract/vocabulary.ts';
import { email } from './email/email.ts';
import type { Method } from './method.ts';
import { sms } from './sms/sms.ts';
import { totp } from './totp/totp.ts';

/** Every kind of second factor. */
export const methodOf: Record<MethodKind, Method> = { email, sms, totp };
