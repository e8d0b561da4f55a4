import { implement } from '@orpc/server';
import {
  accountServiceContract,
  accountLimits,
  apiVersion,
  type Grant,
} from '../../contract/account-service.ts';
import { accountView, deleteAccount, exportAccount, updateAccount } from '../account/account.ts';
import { confirmActivation } from '../activation/confirm.ts';
import { inspectActivation } from '../activation/inspect.ts';
import { resendActivation } from '../activation/resend.ts';
import { listAudit } from '../audit/list.ts';
import { changeAddress, confirmAddress } from '../email-change/email-change.ts';
import { addMethod, sendFirstCodeAgain } from '../mfa/add.ts';
import { confirmMethod } from '../mfa/confirm.ts';
import { listMethods } from '../mfa/methods.ts';
import { removeMethod } from '../mfa/remove.ts';
import { changePassword } from '../passwords/change.ts';
import { inspectReset } from '../passwords/inspect-reset.ts';
import { requestPasswordReset, resetPassword } from '../passwords/reset.ts';
import { generateRecoveryCodes } from '../recovery-codes/generate.ts';
import type { Service } from '../service.ts';
import { sessionState } from '../sessions/grant.ts';
import { endOtherSessions, endSession, listSessions, signOut } from '../sessions/sessions.ts';
import { sendSignInCode } from '../sign-in/send.ts';
import { startSignIn } from '../sign-in/start.ts';
import { recoverSignIn, verifySignIn } from '../sign-in/verify.ts';
import { startSignUp } from '../sign-up/start.ts';
import { recoverStepUp, sendStepUpCode, verifyStepUp } from '../step-up/step-up.ts';
import { watchSync } from '../sync/events.ts';
import { turnSyncOff } from '../sync/off.ts';
import { propose } from '../sync/propose.ts';
import { pull, syncState } from '../sync/pull.ts';
import { push } from '../sync/push.ts';
import { endPass, takePass } from '../sync/pass.ts';
import { askToJoin, listMembers, withdrawFromJoining } from '../sync/requests.ts';
import { refusal } from '../refusal.ts';
import { requestSupport } from '../support/request.ts';
import { withdrawRequest } from '../support/withdraw.ts';
import { listDevices, revokeAllDevices, revokeDevice } from '../trust/devices.ts';
import type { SyncCaller } from '../trust/sync-pass.ts';
import {
  authenticate,
  openCaller,
  deviceCaller,
  callerWithUnspentProof,
  type RequestFacts,
} from './authenticate.ts';
import type { CallerKind } from '../../contract/account-service/callers.ts';
import { languages } from '../../contract/vocabulary.ts';

/** What every procedure gets besides its input. */
export interface RequestContext {
  service: Service;
  request: RequestFacts;
  /** What the answer's headers need to know. */
  answer: { retryAfterSeconds?: number | undefined };
  /** Who asks, where that was found before the body was read; the proof is used. */
  known: SyncCaller | null;
}

const api = implement(accountServiceContract).$context<RequestContext>();

type Contract = typeof accountServiceContract;
type CallsOf<Calls, Kind> = {
  [Name in keyof Calls]: Calls[Name] extends { '~orpc': { meta: { caller: Kind } } } ? Name : never;
}[keyof Calls];
/** Of a guard's calls, only those that the contract assigns to its kind of caller. */
type Of<Guarded, Kind extends CallerKind> = {
  [Group in keyof Contract & keyof Guarded]: Pick<
    Guarded[Group],
    CallsOf<Contract[Group], Kind> & keyof Guarded[Group]
  >;
};

const sessionGuard = api.use(async ({ context, next }) => {
  const session = await authenticated(context);
  // A sync pass is good for the calls that name it and no other.
  if (session.kind === 'pass') throw refusal('UNAUTHENTICATED', { reason: 'session' });
  return next({ context: { session } });
});
const signedIn: Of<typeof sessionGuard, 'session'> = sessionGuard;

const syncGuard = api.use(async ({ context, next }) =>
  next({ context: { caller: await authenticated(context) } }),
);
const syncing: Of<typeof syncGuard, 'sessionOrPass'> = syncGuard;

const deviceGuard = api.use(async ({ context, next }) => {
  const caller = await deviceCaller(context.service, context.request);
  return next({ context: { caller } });
});
const fromDevice: Of<typeof deviceGuard, 'device'> = deviceGuard;

const laterGuard = api.use(async ({ context, next }) => {
  const caller = await callerWithUnspentProof(context.service, context.request);
  return next({ context: { caller } });
});
/** Like `fromDevice`, for busy procedures: the handler remembers the proof in its own statement. */
const fromDeviceUnspent: Of<typeof laterGuard, 'device'> = laterGuard;

const openGuard = api.use(async ({ context, next }) => {
  const caller = await openCaller(context.service, context.request);
  return next({ context: { caller } });
});
const open: Of<typeof openGuard, 'anyDevice'> = openGuard;

const noGuard = api.use(({ context, next }) =>
  next({ context: { caller: { network: context.request.network, deviceKey: null } } }),
);
const anyone: Of<typeof noGuard, 'anyone'> = noGuard;

/** Maps each procedure of the contract to its capability. Nothing is decided here. */
export const router = api.router({
  service: {
    info: anyone.service.info.handler(({ context: { service } }) => serviceInfo(service)),
  },
  signUp: {
    start: open.signUp.start.handler(({ input, context: { service, caller } }) =>
      startSignUp(service, input, caller),
    ),
  },
  activation: {
    inspect: open.activation.inspect.handler(({ input, context: { service, caller } }) =>
      inspectActivation(service, input.token, caller),
    ),
    confirm: fromDevice.activation.confirm.handler(async ({ input, context: { service, caller } }) => {
      const grant = await confirmActivation(service, {
        token: input.token,
        password: input.password,
        network: caller.network,
        device: { key: caller.deviceKey, ...input.device },
      });
      if (!grant) throw new Error('an activation with a device key opens a session');
      return { grant };
    }),
    resend: open.activation.resend.handler(({ input, context: { service, caller } }) =>
      resendActivation(service, input, caller),
    ),
  },
  signIn: {
    start: fromDeviceUnspent.signIn.start.handler(({ input, context: { service, caller } }) =>
      startSignIn(service, input, caller),
    ),
    send: fromDevice.signIn.send.handler(({ input, context: { service, caller } }) =>
      sendSignInCode(service, input, caller),
    ),
    verify: fromDeviceUnspent.signIn.verify.handler(({ input, context: { service, caller } }) =>
      granted(verifySignIn(service, input, caller)),
    ),
    recover: fromDevice.signIn.recover.handler(({ input, context: { service, caller } }) =>
      granted(recoverSignIn(service, input, caller)),
    ),
  },
  passwordReset: {
    inspect: anyone.passwordReset.inspect.handler(({ input, context: { service, caller } }) =>
      inspectReset(service, input.token, caller.network),
    ),
    request: anyone.passwordReset.request.handler(({ input, context: { service, caller } }) =>
      requestPasswordReset(service, input.email, caller.network),
    ),
    confirm: anyone.passwordReset.confirm.handler(({ input, context: { service, caller } }) =>
      resetPassword(service, input, caller.network),
    ),
  },
  sessions: {
    current: signedIn.sessions.current.handler(async ({ context: { service, session } }) => ({
      session: sessionState(session),
      account: await accountView(service, session.accountId),
    })),
    check: signedIn.sessions.check.handler(({ context: { session } }) => sessionState(session)),
    signOut: signedIn.sessions.signOut.handler(({ context: { service, session } }) =>
      signOut(service, session),
    ),
    list: signedIn.sessions.list.handler(({ context: { service, session } }) =>
      listSessions(service, session),
    ),
    end: signedIn.sessions.end.handler(({ input, context: { service, session } }) =>
      endSession(service, input.sessionId, session),
    ),
    endOthers: signedIn.sessions.endOthers.handler(({ context: { service, session } }) =>
      endOtherSessions(service, session),
    ),
  },
  stepUp: {
    send: signedIn.stepUp.send.handler(({ input, context: { service, session } }) =>
      sendStepUpCode(service, input.methodId, session),
    ),
    verify: signedIn.stepUp.verify.handler(({ input, context: { service, session } }) =>
      granted(verifyStepUp(service, input, session)),
    ),
    recover: signedIn.stepUp.recover.handler(({ input, context: { service, session } }) =>
      granted(recoverStepUp(service, input.code, session)),
    ),
  },
  mfa: {
    list: signedIn.mfa.list.handler(({ context: { service, session } }) =>
      listMethods(service, session.accountId),
    ),
    add: signedIn.mfa.add.handler(({ input, context: { service, session } }) =>
      addMethod(service, input, session),
    ),
    send: signedIn.mfa.send.handler(({ input, context: { service, session } }) =>
      sendFirstCodeAgain(service, input.methodId, session),
    ),
    confirm: signedIn.mfa.confirm.handler(({ input, context: { service, session } }) =>
      confirmMethod(service, input, session),
    ),
    remove: signedIn.mfa.remove.handler(({ input, context: { service, session } }) =>
      removeMethod(service, input.methodId, session),
    ),
  },
  recoveryCodes: {
    generate: signedIn.recoveryCodes.generate.handler(({ context: { service, session } }) =>
      generateRecoveryCodes(service, session),
    ),
  },
  password: {
    change: signedIn.password.change.handler(({ input, context: { service, session } }) =>
      granted(changePassword(service, input, session)),
    ),
  },
  email: {
    change: signedIn.email.change.handler(({ input, context: { service, session } }) =>
      changeAddress(service, input.email, session),
    ),
    confirm: signedIn.email.confirm.handler(({ input, context: { service, session } }) =>
      confirmAddress(service, input.code, session),
    ),
  },
  devices: {
    list: signedIn.devices.list.handler(({ context: { service, session } }) => listDevices(service, session)),
    revoke: signedIn.devices.revoke.handler(({ input, context: { service, session } }) =>
      revokeDevice(service, input.deviceId, session),
    ),
    revokeAll: signedIn.devices.revokeAll.handler(({ context: { service, session } }) =>
      revokeAllDevices(service, session),
    ),
  },
  account: {
    update: signedIn.account.update.handler(({ input, context: { service, session } }) =>
      updateAccount(service, input, session),
    ),
    export: signedIn.account.export.handler(({ context: { service, session } }) =>
      exportAccount(service, session),
    ),
    delete: signedIn.account.delete.handler(({ input, context: { service, session } }) =>
      deleteAccount(service, input.password, session),
    ),
  },
  audit: {
    list: signedIn.audit.list.handler(({ input, context: { service, session } }) =>
      listAudit(service, session, input.before),
    ),
  },
  support: {
    request: open.support.request.handler(({ input, context: { service, caller } }) =>
      requestSupport(service, input, caller),
    ),
    withdraw: signedIn.support.withdraw.handler(({ input, context: { service, session } }) =>
      withdrawRequest(service, input.reference, session),
    ),
  },
  sync: {
    state: signedIn.sync.state.handler(({ context: { service, session } }) => syncState(service, session)),
    pull: syncing.sync.pull.handler(({ input, context: { service, caller } }) =>
      pull(service, input, caller),
    ),
    push: syncing.sync.push.handler(({ input, context: { service, caller } }) =>
      push(service, input, caller),
    ),
    propose: signedIn.sync.propose.handler(({ input, context: { service, session } }) =>
      propose(service, input, session),
    ),
    ask: signedIn.sync.ask.handler(({ input, context: { service, session } }) =>
      askToJoin(service, input, session),
    ),
    withdraw: signedIn.sync.withdraw.handler(({ context: { service, session } }) =>
      withdrawFromJoining(service, session),
    ),
    members: syncing.sync.members.handler(({ context: { service, caller } }) => listMembers(service, caller)),
    events: syncing.sync.events.handler(({ context: { service, caller }, signal }) =>
      watchSync(service, caller, signal),
    ),
    takePass: signedIn.sync.takePass.handler(({ context: { service, session } }) =>
      takePass(service, session),
    ),
    endPass: syncing.sync.endPass.handler(({ context: { service, caller } }) => endPass(service, caller)),
    off: signedIn.sync.off.handler(({ context: { service, session } }) => turnSyncOff(service, session)),
  },
});

function authenticated({ service, request, known }: RequestContext): SyncCaller | Promise<SyncCaller> {
  return known ?? authenticate(service, request);
}

async function granted(grant: Promise<Grant>): Promise<{ grant: Grant }> {
  return { grant: await grant };
}

function serviceInfo({ config }: Service) {
  return {
    name: config.SERVICE_NAME,
    url: config.PUBLIC_URL,
    portal: config.PORTAL_URL ?? null,
    support: { address: config.SUPPORT_ADDRESS, url: config.SUPPORT_URL ?? null },
    methods: config.METHODS,
    languages: [...languages],
    minimumAppVersion: config.MINIMUM_APP_VERSION,
    password: { minLength: accountLimits.passwordMin, maxLength: accountLimits.passwordMax },
    trustDays: accountLimits.trustDays,
    apiVersion,
  };
}
