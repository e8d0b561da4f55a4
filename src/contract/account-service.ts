/**
 * The single contract between the application and the account service: the service implements it, it types the
 * application's client, and `/openapi.json` is generated from it.
 *
 * Rules that apply throughout:
 * - every call that is not open carries `Authorization: DPoP <token>` and a `DPoP` proof (RFC 9449) of the
 *   device's key, made for the service's public URL; the calls of `signIn` and `activation.confirm` carry only
 *   the proof, and what they issue is bound to that key;
 * - an answer never reveals whether an address is known;
 * - errors that a caller is expected to handle are declared with a code (`account-service/errors.ts`); input
 *   that does not fit the schema is `BAD_REQUEST`;
 * - an error changes nothing, except counters of wrong attempts.
 */
import {
  activationContract,
  passwordResetContract,
  serviceContract,
  signUpContract,
} from './account-service/before-sign-in.ts';
import {
  accountContractPart,
  auditContract,
  devicesContract,
  emailContract,
  passwordContract,
  sessionsContract,
  supportContract,
} from './account-service/management.ts';
import { mfaContract, recoveryCodesContract, stepUpContract } from './account-service/mfa.ts';
import { signInContract } from './account-service/sign-in.ts';
import { syncContract } from './account-service/sync.ts';

export const accountServiceContract = {
  service: serviceContract,
  signUp: signUpContract,
  activation: activationContract,
  signIn: signInContract,
  passwordReset: passwordResetContract,
  sessions: sessionsContract,
  stepUp: stepUpContract,
  mfa: mfaContract,
  recoveryCodes: recoveryCodesContract,
  password: passwordContract,
  email: emailContract,
  devices: devicesContract,
  account: accountContractPart,
  audit: auditContract,
  support: supportContract,
  sync: syncContract,
};

export * from './account-service/errors.ts';
export * from './account-service/shapes.ts';
