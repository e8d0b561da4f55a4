import { implement } from '@orpc/server';
import { accountContract } from '../../contract/account.ts';
import type { Account } from './calls.ts';

const contract = implement(accountContract);

/** The account's part of the window's router; nothing is decided here. */
export function accountRouter(account: Account) {
  return contract.router({
    watch: contract.watch.handler(({ signal }) => account.watch(signal)),
    refresh: contract.refresh.handler(({ input }) => account.refresh(input)),
    setServer: contract.setServer.handler(({ input }) => account.setServer(input)),
    signUp: {
      start: contract.signUp.start.handler(({ input }) => account.signUp.start(input)),
      resend: contract.signUp.resend.handler(({ input }) => account.signUp.resend(input)),
      giveUp: contract.signUp.giveUp.handler(({ input }) => account.signUp.giveUp(input)),
    },
    link: {
      open: contract.link.open.handler(({ input }) => account.link.open(input)),
      activate: contract.link.activate.handler(({ input }) => account.link.activate(input)),
      askNewer: contract.link.askNewer.handler(({ input }) => account.link.askNewer(input)),
      reset: contract.link.reset.handler(({ input }) => account.link.reset(input)),
      dismiss: contract.link.dismiss.handler(({ input }) => account.link.dismiss(input)),
    },
    signIn: {
      start: contract.signIn.start.handler(({ input }) => account.signIn.start(input)),
      send: contract.signIn.send.handler(({ input }) => account.signIn.send(input)),
      verify: contract.signIn.verify.handler(({ input }) => account.signIn.verify(input)),
      recover: contract.signIn.recover.handler(({ input }) => account.signIn.recover(input)),
      giveUp: contract.signIn.giveUp.handler(({ input }) => account.signIn.giveUp(input)),
      forgotPassword: contract.signIn.forgotPassword.handler(({ input }) =>
        account.signIn.forgotPassword(input),
      ),
    },
    signOut: contract.signOut.handler(({ input }) => account.signOut(input)),
    stepUp: {
      send: contract.stepUp.send.handler(({ input }) => account.stepUp.send(input)),
      verify: contract.stepUp.verify.handler(({ input }) => account.stepUp.verify(input)),
      recover: contract.stepUp.recover.handler(({ input }) => account.stepUp.recover(input)),
    },
    methods: {
      begin: contract.methods.begin.handler(({ input }) => account.methods.begin(input)),
      resend: contract.methods.resend.handler(({ input }) => account.methods.resend(input)),
      qr: contract.methods.qr.handler(({ input }) => account.methods.qr(input)),
      confirm: contract.methods.confirm.handler(({ input }) => account.methods.confirm(input)),
      useThisVault: contract.methods.useThisVault.handler(({ input }) => account.methods.useThisVault(input)),
      giveUp: contract.methods.giveUp.handler(({ input }) => account.methods.giveUp(input)),
      remove: contract.methods.remove.handler(({ input }) => account.methods.remove(input)),
    },
    recoveryCodes: {
      generate: contract.recoveryCodes.generate.handler(({ input }) => account.recoveryCodes.generate(input)),
      show: contract.recoveryCodes.show.handler(({ input }) => account.recoveryCodes.show(input)),
      confirmSaved: contract.recoveryCodes.confirmSaved.handler(({ input }) =>
        account.recoveryCodes.confirmSaved(input),
      ),
    },
    devices: {
      list: contract.devices.list.handler(({ input }) => account.devices.list(input)),
      revoke: contract.devices.revoke.handler(({ input }) => account.devices.revoke(input)),
      revokeAll: contract.devices.revokeAll.handler(({ input }) => account.devices.revokeAll(input)),
    },
    sessions: {
      list: contract.sessions.list.handler(({ input }) => account.sessions.list(input)),
      end: contract.sessions.end.handler(({ input }) => account.sessions.end(input)),
      endOthers: contract.sessions.endOthers.handler(({ input }) => account.sessions.endOthers(input)),
    },
    changePassword: contract.changePassword.handler(({ input }) => account.changePassword(input)),
    changeAddress: {
      start: contract.changeAddress.start.handler(({ input }) => account.changeAddress.start(input)),
      confirm: contract.changeAddress.confirm.handler(({ input }) => account.changeAddress.confirm(input)),
      giveUp: contract.changeAddress.giveUp.handler(({ input }) => account.changeAddress.giveUp(input)),
    },
    update: contract.update.handler(({ input }) => account.update(input)),
    activity: contract.activity.handler(({ input }) => account.activity(input)),
    export: contract.export.handler(({ input }) => account.export(input)),
    remove: contract.remove.handler(({ input }) => account.remove(input)),
    support: {
      ask: contract.support.ask.handler(({ input }) => account.support.ask(input)),
      withdraw: contract.support.withdraw.handler(({ input }) => account.support.withdraw(input)),
      dismiss: contract.support.dismiss.handler(({ input }) => account.support.dismiss(input)),
    },
  });
}
