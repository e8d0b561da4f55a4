import type { AnyContractProcedure } from '@orpc/contract';
import { describe, expect, test } from 'vitest';
import { accountServiceContract, accountErrors } from '../../../../src/contract/account-service.ts';
import { accountContract } from '../../../../src/contract/account.ts';
import { syncContract } from '../../../../src/contract/sync.ts';

const { signUp, activation, signIn, stepUp, mfa, recoveryCodes, devices, sessions, password, email, sync } =
  accountServiceContract;

/** Which calls of the service each call of the window can make: all of their refusals must be ones it declares. */
const calls: [name: string, account: AnyContractProcedure, service: AnyContractProcedure[]][] = [
  ['signUp.start', accountContract.signUp.start, [signUp.start]],
  ['signUp.resend', accountContract.signUp.resend, [activation.resend]],
  ['link.activate', accountContract.link.activate, [activation.confirm, activation.inspect]],
  ['link.askNewer', accountContract.link.askNewer, [activation.resend]],
  ['link.reset', accountContract.link.reset, [accountServiceContract.passwordReset.confirm]],
  ['signIn.start', accountContract.signIn.start, [signIn.start]],
  ['signIn.send', accountContract.signIn.send, [signIn.send]],
  ['signIn.verify', accountContract.signIn.verify, [signIn.verify]],
  ['signIn.recover', accountContract.signIn.recover, [signIn.recover]],
  [
    'signIn.forgotPassword',
    accountContract.signIn.forgotPassword,
    [accountServiceContract.passwordReset.request],
  ],
  ['stepUp.send', accountContract.stepUp.send, [stepUp.send]],
  ['stepUp.verify', accountContract.stepUp.verify, [stepUp.verify]],
  ['stepUp.recover', accountContract.stepUp.recover, [stepUp.recover]],
  ['methods.begin', accountContract.methods.begin, [mfa.add]],
  ['methods.resend', accountContract.methods.resend, [mfa.send]],
  ['methods.confirm', accountContract.methods.confirm, [mfa.confirm]],
  ['methods.useThisVault', accountContract.methods.useThisVault, [mfa.confirm]],
  ['methods.remove', accountContract.methods.remove, [mfa.remove]],
  ['recoveryCodes.generate', accountContract.recoveryCodes.generate, [recoveryCodes.generate]],
  ['devices.list', accountContract.devices.list, [devices.list]],
  ['devices.revoke', accountContract.devices.revoke, [devices.revoke]],
  ['devices.revokeAll', accountContract.devices.revokeAll, [devices.revokeAll]],
  ['sessions.list', accountContract.sessions.list, [sessions.list]],
  ['sessions.end', accountContract.sessions.end, [sessions.end]],
  ['sessions.endOthers', accountContract.sessions.endOthers, [sessions.endOthers]],
  ['changePassword', accountContract.changePassword, [password.change]],
  ['changeAddress.start', accountContract.changeAddress.start, [email.change]],
  ['changeAddress.confirm', accountContract.changeAddress.confirm, [email.confirm]],
  ['update', accountContract.update, [accountServiceContract.account.update]],
  ['activity', accountContract.activity, [accountServiceContract.audit.list]],
  ['export', accountContract.export, [accountServiceContract.account.export]],
  ['remove', accountContract.remove, [accountServiceContract.account.delete]],
  ['support.ask', accountContract.support.ask, [accountServiceContract.support.request]],
  ['support.withdraw', accountContract.support.withdraw, [accountServiceContract.support.withdraw]],
  ['sync.look', syncContract.look, [sync.pull, sync.push, sync.propose, sync.state, sync.ask]],
  ['sync.turnOn', syncContract.turnOn, [sync.state, sync.propose, sync.pull, sync.push]],
  ['sync.join', syncContract.join, [sync.state, sync.ask]],
  ['sync.joinByKit', syncContract.joinByKit, [sync.state, sync.propose, sync.pull, sync.push]],
  ['sync.add', syncContract.add, [sync.members, sync.propose, sync.pull, sync.push]],
  ['sync.addKit', syncContract.addKit, [sync.propose, sync.pull, sync.push]],
  ['sync.remove', syncContract.remove, [sync.propose, sync.pull, sync.push]],
  ['sync.answer', syncContract.answer, [sync.pull, sync.push]],
  ['sync.tryAgain', syncContract.tryAgain, [sync.pull, sync.push, sync.propose]],
  ['sync.turnOffEverywhere', syncContract.turnOffEverywhere, [sync.off]],
];

const codesOf = (procedure: AnyContractProcedure) => Object.keys(procedure['~orpc'].errorMap);

describe('every refusal of the service has a name at the window', () => {
  test.each(calls)('%s', (_, account, service) => {
    const declared = codesOf(account);
    expect(service.flatMap(codesOf).filter((code) => !declared.includes(code))).toEqual([]);
  });

  test('and none of the service’s is one that no call of the window can end in', () => {
    const declared = new Set(calls.flatMap(([, account]) => codesOf(account)));
    expect(Object.keys(accountErrors).filter((code) => !declared.has(code))).toEqual([]);
  });
});
