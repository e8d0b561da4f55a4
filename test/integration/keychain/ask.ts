/**
 * Asks the keychain one question and prints the answer as JSON; see os-keychain.test.ts. Of items of the tests' own,
 * unless KEYCHAIN_SERVICE names others.
 */
import { findCredentialsAsync } from '@napi-rs/keyring';
import process from 'node:process';
import { createOsKeychain } from '../../../src/adapters/keychain/os-keychain.ts';

const service = process.env['KEYCHAIN_SERVICE'] ?? 'LatchkeyTest';
const keychain = createOsKeychain(service);
const [question, item = '', secret = ''] = process.argv.slice(2);
console.log(JSON.stringify(await answer()));
process.exit(0);

async function answer(): Promise<unknown> {
  switch (question) {
    case 'read':
      return keychain.read(item);
    case 'write':
      return keychain.write(item, secret);
    case 'remove':
      return keychain.remove(item);
    case 'probe':
      return keychain.probe();
    case 'look':
      return keychain.look();
    case 'names': {
      const found = await findCredentialsAsync(service);
      return { outcome: 'kept', names: found.map((credential) => credential.account) };
    }
    default:
      throw new Error(`no such question: ${question}`);
  }
}
