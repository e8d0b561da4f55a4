/** Normalizes all spellings of a typed text to one form, for both sides of the account; without zod. */
import { accountLimits } from './limits.ts';

export { invisible, plainCode, plainNumber, plainPassword, plainRecoveryCode } from '../../core/spelling.ts';

/** A whole recovery code in plain form. The code mailed for a held-back sign-in has the same form. */
export const wholeRecoveryCode = new RegExp(`^[0-9A-Z]{${accountLimits.recoveryCode}}$`);
