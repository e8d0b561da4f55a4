import { accountContract } from '../../contract/account.ts';
import { serve } from '../serve.ts';
import type { Account } from './calls.ts';

/** The account's part of the window's router. */
export function accountRouter(account: Account) {
  return serve(accountContract, account);
}
