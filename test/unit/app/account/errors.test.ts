import type { AnyContractProcedure } from '@orpc/contract';
import { describe, expect, test } from 'vitest';
import { accountContract, accountErrors } from '../../../../src/contract/account.ts';
import { guideContract } from '../../../../src/contract/guide.ts';

const { signUp, activation, signIn, stepUp, mfa, recoveryCodes, devices, sessions, password, email } =
  accountContract;

/** Which calls of the service each call of the window can make: all of their refusals must be ones it declares. */
const calls: [name: string, guide: AnyContractProcedure, service: AnyContractProcedure[]][] = [
  ['signUp.start', guideContract.signUp.start, [signUp.start]],
  ['signUp.resend', guideContract.signUp.resend, [activation.resend]],
  ['link.activate', guideContract.link.activate, [activation.confirm, activation.inspect]],
  ['link.askNewer', guideContract.link.askNewer, [activation.resend]],
  ['link.reset', guideContract.link.reset, [accountContract.passwordReset.confirm]],
  ['signIn.start', guideContract.signIn.start, [signIn.start]],
  ['signIn.send', guideContract.signIn.send, [signIn.send]],
  ['signIn.verify', guideContract.signIn.verify, [signIn.verify]],
  ['signIn.recover', guideContract.signIn.recover, [signIn.recover]],
  ['signIn.forgotPassword', guideContract.signIn.forgotPassword, [accountContract.passwordReset.request]],
  ['stepUp.send', guideContract.stepUp.send, [stepUp.send]],
  ['stepUp.verify', guideContract.stepUp.verify, [stepUp.verify]],
  ['stepUp.recover', guideContract.stepUp.recover, [stepUp.recover]],
  ['methods.begin', guideContract.methods.begin, [mfa.add]],
  ['methods.resend', guideContract.methods.resend, [mfa.send]],
  ['methods.confirm', guideContract.methods.confirm, [mfa.confirm]],
  ['methods.useThisVault', guideContract.methods.useThisVault, [mfa.confirm]],
  ['methods.remove', guideContract.methods.remove, [mfa.remove]],
  ['recoveryCodes.generate', guideContract.recoveryCodes.generate, [recoveryCodes.generate]],
  ['devices.list', guideContract.devices.list, [devices.list]],
  ['devices.revoke', guideContract.devices.revoke, [devices.revoke]],
  ['devices.revokeAll', guideContract.devices.revokeAll, [devices.revokeAll]],
  ['sessions.list', guideContract.sessions.list, [sessions.list]],
  ['sessions.end', guideContract.sessions.end, [sessions.end]],
  ['sessions.endOthers', guideContract.sessions.endOthers, [sessions.endOthers]],
  ['changePassword', guideContract.changePassword, [password.change]],
  ['changeAddress.start', guideContract.changeAddress.start, [email.change]],
  ['changeAddress.confirm', guideContract.changeAddress.confirm, [email.confirm]],
  ['update', guideContract.update, [accountContract.account.update]],
  ['activity', guideContract.activity, [accountContract.audit.list]],
  ['export', guideContract.export, [accountContract.account.export]],
  ['remove', guideContract.remove, [accountContract.account.delete]],
  ['support.ask', guideContract.support.ask, [accountContract.support.request]],
  ['support.withdraw', guideContract.support.withdraw, [accountContract.support.withdraw]],
];

const codesOf = (procedure: AnyContractProcedure) => Object.keys(procedure['~orpc'].errorMap);

describe('every refusal of the service has a name at the window', () => {
  test.each(calls)('%s', (_, guide, service) => {
    const declared = codesOf(guide);
    expect(service.flatMap(codesOf).filter((code) => !declared.includes(code))).toEqual([]);
  });

  test('and none of the service’s is one that no call of the window can end in', () => {
    const declared = new Set(calls.flatMap(([, guide]) => codesOf(guide)));
    expect(Object.keys(accountErrors).filter((code) => !declared.has(code))).toEqual([]);
  });
});
