import type { AccountView, Branding, AccountState } from '../../../contract/account-state.ts';
import { useApplication, useLive } from '../../connection/application.ts';

export type SignedIn = Extract<AccountState, { stage: 'signedIn' }>;

/** What the window knows about the account; null before the first event. */
export function useAccount(): AccountView | null {
  return useLive(useApplication().account);
}

/** What the server says about itself; null until it has. */
export function useBranding(): Branding | null {
  return useAccount()?.server.branding ?? null;
}

/** The server's display name: its own, otherwise its host. */
export function useServerName(): string {
  const server = useAccount()?.server;
  return server?.branding?.name ?? hostOf(server?.address ?? null);
}

/** The host of an origin, for display. */
export function hostOf(address: string | null): string {
  return address === null ? '' : (URL.parse(address)?.host ?? address);
}
