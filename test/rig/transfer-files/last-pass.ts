import { json, secret, type Sample } from './sample.ts';

/** An account as the application writes it, with other members where a test gives them. */
export function lastPassAccount(over: object = {}) {
  return {
    accountID: 'fbc2f11a-50c6-4b1e-a4d4-6f1e2b0ea4a3',
    issuerName: 'Deno',
    originalIssuerName: 'Deno',
    userName: 'Mason',
    originalUserName: 'Mason',
    pushNotification: false,
    secret: secret.base32,
    timeStep: 30,
    digits: 6,
    creationTimestamp: 1_700_000_000_000,
    isFavorite: false,
    algorithm: 'SHA1',
    folderData: { folderId: 0, position: 0 },
    ...over,
  };
}

/** An export. */
export function lastPassFile(accounts: readonly unknown[], folders: readonly unknown[] = []): unknown {
  return {
    deviceId: '',
    deviceSecret: '',
    localDeviceId: 'a1',
    deviceName: 'Phone',
    version: 3,
    accounts,
    folders,
  };
}

/** A file of each variant. */
export function lastPassSamples(): Sample[] {
  const accounts = [
    lastPassAccount({ folderData: { folderId: 2, position: 0 } }),
    lastPassAccount({ userName: 'James', algorithm: 'SHA512', digits: 8, timeStep: 60 }),
  ];
  const file = lastPassFile(accounts, [{ id: 2, name: 'Work', isOpened: true }]);
  return [{ format: 'lastpass', variant: 'plain', bytes: json(file), entries: accounts.length }];
}
