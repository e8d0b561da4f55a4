import type { KnownServer } from '../../../../src/app/account/local-account.ts';
import { apiVersion } from '../../../../src/contract/account-service.ts';

/** A server that has said of itself what a server says. */
export function aServer(origin: string, changes: Partial<KnownServer['info']> = {}): KnownServer {
  return {
    origin,
    info: {
      name: 'Example accounts',
      url: origin,
      portal: null,
      support: { address: 'support@example.org', url: null },
      methods: ['email', 'sms', 'totp'],
      languages: ['en', 'nl'],
      minimumAppVersion: '0.1.0',
      apiVersion,
      password: { minLength: 15, maxLength: 128 },
      trustDays: 11,
      ...changes,
    },
  };
}
