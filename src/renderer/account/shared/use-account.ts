import type { AccountView, Branding, AccountState } from '../../../contract/account-state.ts';
import { useApplication, useLive } from '../../connection/application.ts';

export type SignedIn = Extract<AccountState, { stage: 'signedIn' }>;

/** What the window knows of the account; null before the first word of it. */
export function useAccount(): AccountView | null {
  return useLive(useApplication().account);
}

/** What the server says of itself; null before it did. */
export function useBranding(): Branding | null {
  return useAccount()?.server.branding ?? null;
}

/** Name to speak of the server by: its own, else its host. */
export function useServerName(): string {
  const server = useAccount()?.server;
  return server?.branding?.name ?? hostOf(server?.address ?? null);
}

/** The host of an origin, for people. */
export function hostOf(address: string | null): string {
  return address === null ? '' : (URL.parse(address)?.host ?? address);
}
