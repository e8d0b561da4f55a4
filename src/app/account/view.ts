import { accountLimits } from '../../contract/account.ts';
import type {
  AccountView,
  GuideMethod,
  GuideState,
  OpenedLink,
  PendingMethod,
} from '../../contract/guide-state.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { findEnrolled } from './enrolled.ts';
import { stageOf } from './guide.ts';
import type { Server } from './server.ts';
import type { PendingTrace, Traces } from './traces.ts';
import { fallbackLanguage } from '../../contract/vocabulary.ts';

/** What the window may see is made of. */
export interface ViewSources {
  server: Server;
  /** Null while the vault is closed, as `document`. */
  traces: Traces | null;
  document: VaultDocument | null;
  link: OpenedLink | null;
  isStale: boolean;
  now: number;
}

/** The window's view: no key, no token, no secret. */
export function viewOf(sources: ViewSources): AccountView {
  const { server, traces, link } = sources;
  return {
    server: server.state(),
    guide: traces === null ? { stage: 'vaultClosed' } : guideOf(traces, sources),
    link,
    support: traces?.support ?? null,
  };
}

function guideOf(traces: Traces, sources: ViewSources): GuideState {
  const { now } = sources;
  const entryIdOf = (methodId: string) =>
    findEnrolled(sources.document, sources.server, methodId)?.id ?? null;
  const trustedUntil = traces.trustedUntil !== null && traces.trustedUntil > now ? traces.trustedUntil : null;
  const { attempt, signUp, session } = traces;
  switch (stageOf(traces, now)) {
    case 'signedIn':
      return signedIn(session ?? missing(), traces, sources, { entryIdOf, trustedUntil });
    case 'secondFactor': {
      const { address, expiresAt, methods, canRecover, sent } = attempt ?? missing();
      return {
        stage: 'secondFactor',
        address,
        expiresAt,
        methods: methods.map((method) => ({ ...method, entryId: entryIdOf(method.id) })),
        canRecover,
        sent,
      };
    }
    case 'mailOnItsWay': {
      const { name, address, sentAt, resendAt, expiresAt } = signUp ?? missing();
      return { stage: 'mailOnItsWay', name, address, sentAt, resendAt, expiresAt };
    }
    case 'signedOut':
      return { stage: 'signedOut', address: traces.address, trustedUntil, ended: traces.ended };
  }
}

function signedIn(
  { state, account, methods }: NonNullable<Traces['session']>,
  traces: Traces,
  { server, isStale }: ViewSources,
  { entryIdOf, trustedUntil }: { entryIdOf: (id: string) => string | null; trustedUntil: number | null },
): GuideState {
  const confirmed = methods.filter((method) => method.confirmed);
  return {
    stage: 'signedIn',
    kind: state.kind,
    name: account?.name ?? '',
    address: account?.address ?? traces.address ?? '',
    language: account?.language ?? fallbackLanguage,
    methods: confirmed.map((method): GuideMethod => ({
      ...method,
      addedAt: server.toLocal(method.addedAt),
      lastUsedAt: method.lastUsedAt === null ? null : server.toLocal(method.lastUsedAt),
      entryId: entryIdOf(method.id),
    })),
    pending: traces.pending && pendingOf(traces.pending),
    secondMethodAdvised: account?.secondMethodAdvised ?? true,
    recoveryCodesLeft: account?.recoveryCodesLeft ?? 0,
    openSupportRequests: (account?.openSupportRequests ?? []).map(({ at, ...request }) => ({
      ...request,
      sentAt: server.toLocal(at),
    })),
    recoveryCodesToKeep: traces.recoveryCodes !== null,
    freshUntil:
      state.mfaAt === null ? null : server.toLocal(state.mfaAt) + accountLimits.stepUpSeconds * 1_000,
    trustedUntil,
    pendingAddress: traces.pendingAddress,
    isStale: isStale || server.state().status !== 'ready',
  };
}

function pendingOf(pending: PendingTrace): PendingMethod {
  if (pending.kind !== 'totp') return pending;
  const { uri: _uri, secret: _secret, ...rest } = pending;
  return rest;
}

/** The stage says that it is there. */
function missing(): never {
  throw new Error('the stage is not that of the traces');
}
