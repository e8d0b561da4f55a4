/** The one form that all spellings of a typed text have, for both ends of the account; without zod. */
import { accountLimits } from './limits.ts';

export { invisible, plainCode, plainNumber, plainPassword, plainRecoveryCode } from '../../core/spelling.ts';

/** A whole recovery code in its plain form. The code that a mail brings to a held-back sign-in has the same form. */
export const wholeRecoveryCode = new RegExp(`^[0-9A-Z]{${accountLimits.recoveryCode}}$`);
