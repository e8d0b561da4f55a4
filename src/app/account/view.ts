import { accountLimits } from '../../contract/account-service/shapes.ts';
import type {
  AccountView,
  AccountMethod,
  AccountState,
  OpenedLink,
  PendingMethod,
} from '../../contract/account-state.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { findEnrolled } from './enrolled.ts';
import { stageOf } from './local-account-store.ts';
import type { Server } from './server.ts';
import type { LocalPendingMethod, LocalAccount } from './local-account.ts';
import { fallbackLanguage } from '../../contract/vocabulary.ts';

/** The data that the window's view is built from. */
export interface ViewSources {
  server: Server;
  /** Null while the vault is closed, like `document`. */
  local: LocalAccount | null;
  document: VaultDocument | null;
  link: OpenedLink | null;
  isStale: boolean;
  now: number;
}

/** The window's view, without keys, tokens or secrets. */
export function viewOf(sources: ViewSources): AccountView {
  const { server, local, link } = sources;
  return {
    server: server.state(),
    account: local === null ? { stage: 'vaultClosed' } : guideOf(local, sources),
    link,
    support: local?.support ?? null,
  };
}

function guideOf(local: LocalAccount, sources: ViewSources): AccountState {
  const { now } = sources;
  const entryIdOf = (methodId: string) =>
    findEnrolled(sources.document, sources.server, methodId)?.id ?? null;
  const trustedUntil = local.trustedUntil !== null && local.trustedUntil > now ? local.trustedUntil : null;
  const { attempt, signUp, session } = local;
  switch (stageOf(local, now)) {
    case 'signedIn':
      return signedIn(session ?? missing(), local, sources, { entryIdOf, trustedUntil });
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
      return { stage: 'signedOut', address: local.address, trustedUntil, ended: local.ended };
  }
}

function signedIn(
  { state, account, methods }: NonNullable<LocalAccount['session']>,
  local: LocalAccount,
  { server, isStale }: ViewSources,
  { entryIdOf, trustedUntil }: { entryIdOf: (id: string) => string | null; trustedUntil: number | null },
): AccountState {
  const confirmed = methods.filter((method) => method.confirmed);
  return {
    stage: 'signedIn',
    kind: state.kind,
    name: account?.name ?? '',
    address: account?.address ?? local.address ?? '',
    language: account?.language ?? fallbackLanguage,
    methods: confirmed.map((method): AccountMethod => ({
      ...method,
      addedAt: server.toLocal(method.addedAt),
      lastUsedAt: method.lastUsedAt === null ? null : server.toLocal(method.lastUsedAt),
      entryId: entryIdOf(method.id),
    })),
    pending: local.pending && pendingOf(local.pending),
    secondMethodAdvised: account?.secondMethodAdvised ?? true,
    recoveryCodesLeft: account?.recoveryCodesLeft ?? 0,
    openSupportRequests: (account?.openSupportRequests ?? []).map(({ at, ...request }) => ({
      ...request,
      sentAt: server.toLocal(at),
    })),
    recoveryCodesToKeep: local.recoveryCodes !== null,
    freshUntil:
      state.mfaAt === null ? null : server.toLocal(state.mfaAt) + accountLimits.stepUpSeconds * 1_000,
    trustedUntil,
    pendingAddress: local.pendingAddress,
    isStale: isStale || server.state().status !== 'ready',
  };
}

function pendingOf(pending: LocalPendingMethod): PendingMethod {
  if (pending.kind !== 'totp') return pending;
  const { uri: _uri, secret: _secret, ...rest } = pending;
  return rest;
}

/** Throws if data is missing that the stage implies. */
function missing(): never {
  throw new Error('the stage is not that of the local');
}
