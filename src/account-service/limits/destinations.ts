import { addressKey } from '../account/address.ts';
import type { Service } from '../service.ts';
import { takeFrom } from './quotas.ts';

/**
 * Takes a mail from what this address and the whole service may get. Called before anything is looked up, so that
 * running out tells nothing about who has an account. Security notices are not counted: nobody may suppress
 * them by using up the caps.
 *
 * @throws `RATE_LIMITED`
 */
export async function takeMail(service: Service, address: string): Promise<void> {
  const { config, clock, db } = service;
  const key = addressKey(address);
  await takeFrom(
    db,
    [
      {
        quota: { scope: 'mail:address:hour', most: config.LIMIT_MAIL_PER_ADDRESS_HOUR, seconds: 3_600 },
        key,
      },
      { quota: { scope: 'mail:address:day', most: config.LIMIT_MAIL_PER_ADDRESS_DAY, seconds: 86_400 }, key },
      { quota: { scope: 'mail:all', most: config.LIMIT_MAIL_HOUR, seconds: 3_600 }, key: '' },
    ],
    clock.now(),
  );
}

/**
 * Takes an SMS from what this number, its block of numbers (all but the last four digits: who pumps traffic for
 * money rents blocks) and the whole service may get.
 *
 * @param number E.164
 * @throws `RATE_LIMITED`
 */
export async function takeSms(service: Service, number: string): Promise<void> {
  const { config, clock, db } = service;
  await takeFrom(
    db,
    [
      {
        quota: { scope: 'sms:number:hour', most: config.LIMIT_SMS_PER_NUMBER_HOUR, seconds: 3_600 },
        key: number,
      },
      {
        quota: { scope: 'sms:number:day', most: config.LIMIT_SMS_PER_NUMBER_DAY, seconds: 86_400 },
        key: number,
      },
      {
        quota: { scope: 'sms:prefix:hour', most: config.LIMIT_SMS_PER_PREFIX_HOUR, seconds: 3_600 },
        key: number.slice(0, -4),
      },
      { quota: { scope: 'sms:all', most: config.LIMIT_SMS_HOUR, seconds: 3_600 }, key: '' },
    ],
    clock.now(),
  );
}

/** Takes a code from what one account may have sent in an hour, over all its methods. Throws `RATE_LIMITED`. */
export async function takeCode(service: Service, accountId: string): Promise<void> {
  const quota = { scope: 'code:account', most: service.config.LIMIT_CODES_PER_ACCOUNT_HOUR, seconds: 3_600 };
  await takeFrom(service.db, [{ quota, key: accountId }], service.clock.now());
}

/** Takes a request from what one network may make of a kind in an hour. Throws `RATE_LIMITED`. */
export async function takeRequest(service: Service, kind: string, network: string): Promise<void> {
  const quota = {
    scope: `request:${kind}`,
    most: service.config.LIMIT_REQUESTS_PER_NETWORK_HOUR,
    seconds: 3_600,
  };
  await takeFrom(service.db, [{ quota, key: network }], service.clock.now());
}
