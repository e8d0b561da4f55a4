import { z } from 'zod';
import { record } from '../../audit/record.ts';
import { transact } from '../../database/transaction.ts';
import { challengeOf } from '../../mfa/methods.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import type { Message } from '../../outbox/messages/message.ts';
import { lockAccount } from '../../sessions/live-session.ts';
import { raiseSecurityEpoch } from '../../sessions/security-epoch.ts';
import { command } from '../command.ts';

/**
 * Removes every second factor of the account behind an open request. Trust and sessions end. The password stays
 * and is neither set nor seen. Notices go to every address of the account, and to the requester's, in the same
 * transaction: there is no reset without them. At the next sign-in the person sets up MFA again.
 */
export const mfaReset = command({
  name: 'mfa reset',
  arguments: {
    request: z.string({ error: 'name the request: --request LK-…' }).min(1).describe('reference'),
    // Not the login's name: whoever removes someone's second factors must give their own.
    operator: z.string({ error: 'say who you are: --operator NAME' }).trim().min(1).max(100).describe('name'),
    proof: z
      .string({ error: 'say how the person was identified: --proof "…"' })
      .trim()
      .min(5, 'say how the person was identified: --proof "…"')
      .max(500)
      .describe('what was checked, and how'),
  },
  says: 'removes every second factor; all addresses are told',
  run: (service, { request: reference, operator, proof }) =>
    transact(service.db, async (tx) => {
      const now = service.clock.now();
      const request = await tx
        .updateTable('support_request')
        .set({ closed_at: now, closed_by: operator, outcome: 'mfa-reset' })
        .where('reference', '=', reference)
        .where('closed_at', 'is', null)
        .returningAll()
        .executeTakeFirst();
      if (!request?.account_id) throw new Error(`There is no open request ${reference} of an account`);
      const account = await lockAccount(tx, request.account_id);
      if (!account) throw new Error('The account is gone');
      const methods = await tx
        .deleteFrom('mfa_method')
        .where('account_id', '=', account.id)
        .returning(['kind', 'destination', 'confirmed_at'])
        .execute();
      await tx.deleteFrom('recovery_code').where('account_id', '=', account.id).execute();
      await tx
        .updateTable('account')
        .set({
          mfa_set_up_at: null,
          mfa_fails: 0,
          mfa_blocked_until: null,
          recovery_fails: 0,
          recovery_blocked_until: null,
        })
        .where('id', '=', account.id)
        .execute();
      await raiseSecurityEpoch(tx, account, null);
      await record(tx, now, {
        accountId: account.id,
        event: 'mfa-reset',
        actor: 'operator',
        details: { operator, proof, request: reference },
      });
      const message: Message = { about: 'mfaReset', reference };
      const confirmed = methods.filter(({ confirmed_at }) => confirmed_at !== null);
      const told = { mail: new Set([account.address, request.contact]), sms: new Set<string>() };
      for (const challenge of confirmed.map(challengeOf)) {
        if (challenge.by === 'sentCode') told[challenge.channel].add(challenge.to);
      }
      const { language } = account;
      for (const to of told.mail) await enqueue(tx, service, { channel: 'mail', to, language, message });
      for (const to of told.sms) await enqueue(tx, service, { channel: 'sms', to, language, message });
      return { reset: reference, told: told.mail.size + told.sms.size };
    }),
});
