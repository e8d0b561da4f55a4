import type { Service } from '../service.ts';
import { mailboxKey } from './mailbox.ts';
import { hasLeft, takeFrom, type Quota } from './quotas.ts';
import type { Channel } from '../vocabulary.ts';

const hour = 3_600;
const day = 86_400;

/** Who asks for a message: the account of a session, or else the network. Requests by others do not count. */
export type Requester = { accountId: string } | { network: string };

/**
 * Takes from the caps a mail that nobody has shown a right to: anyone may request one to any address. It never
 * takes from what the owner of the address needs (`takeOwnMail`, `takeCode`). Security notices have no cap.
 *
 * Requesters learn when they have used up their own allowance. Nobody learns what others caused for an address:
 * then the answer is false, and the caller must do the same work with a message to no one.
 *
 * @returns whether this mail may go
 * @throws `RATE_LIMITED`
 */
export async function takeStrangersMail(
  service: Service,
  requester: Requester,
  address: string,
): Promise<boolean> {
  const { config, clock, db } = service;
  const key = mailboxKey(address);
  const perHour = config.LIMIT_MAIL_PER_ADDRESS_HOUR;
  await takeFrom(
    db,
    [
      shareOf(service, requester),
      {
        quota: { scope: 'mail:requester', most: perHour, seconds: hour },
        key: `${nameOf(requester)} ${key}`,
      },
      { quota: { scope: 'mail:strangers', most: config.LIMIT_MAIL_HOUR, seconds: hour }, key: '' },
    ],
    clock.now(),
  );
  return hasLeft(
    db,
    [
      { quota: { scope: 'mail:address:hour', most: perHour, seconds: hour }, key },
      { quota: { scope: 'mail:address:day', most: config.LIMIT_MAIL_PER_ADDRESS_DAY, seconds: day }, key },
    ],
    clock.now(),
  );
}

/**
 * Like `takeStrangersMail`, for an SMS to an unconfirmed number. Its block (all but the last four digits) has a
 * cap too: those who pump traffic for money rent blocks.
 *
 * @param number E.164
 * @returns whether this SMS may go
 * @throws `RATE_LIMITED`
 */
export async function takeStrangersSms(
  service: Service,
  requester: Requester,
  number: string,
): Promise<boolean> {
  const { config, clock, db } = service;
  const perHour = config.LIMIT_SMS_PER_NUMBER_HOUR;
  await takeFrom(
    db,
    [
      shareOf(service, requester),
      {
        quota: { scope: 'sms:requester', most: perHour, seconds: hour },
        key: `${nameOf(requester)} ${number}`,
      },
      { quota: { scope: 'sms:strangers', most: config.LIMIT_SMS_HOUR, seconds: hour }, key: '' },
    ],
    clock.now(),
  );
  return hasLeft(
    db,
    [
      { quota: { scope: 'sms:number:hour', most: perHour, seconds: hour }, key: number },
      {
        quota: { scope: 'sms:number:day', most: config.LIMIT_SMS_PER_NUMBER_DAY, seconds: day },
        key: number,
      },
      {
        quota: { scope: 'sms:prefix:hour', most: config.LIMIT_SMS_PER_PREFIX_HOUR, seconds: hour },
        key: number.slice(0, -4),
      },
    ],
    clock.now(),
  );
}

/**
 * Takes a code to a confirmed method from the caps, after the right password or in a session. Each device that
 * the account knows has its own allowance, so that someone with only the password can't use it up.
 *
 * @param deviceKey null for a device that the account does not know
 * @throws `RATE_LIMITED`
 */
export async function takeCode(
  service: Service,
  accountId: string,
  deviceKey: string | null,
  destination: { channel: Exclude<Channel, 'none'>; to: string },
): Promise<void> {
  const { config, clock, db } = service;
  const whose = deviceKey ?? '';
  const codes = { scope: 'code:confirmed', most: config.LIMIT_CODES_PER_ACCOUNT_HOUR, seconds: hour };
  const wanted: Wanted[] = [{ quota: codes, key: `${accountId} ${whose}` }];
  if (destination.channel === 'sms') {
    // By number, over all accounts that confirmed it: only someone who reads its messages can be one of them.
    const key = `${destination.to} ${whose}`;
    const [perHour, perDay] = [config.LIMIT_SMS_PER_NUMBER_HOUR, config.LIMIT_SMS_PER_NUMBER_DAY];
    wanted.push(
      { quota: { scope: 'sms:confirmed:hour', most: perHour, seconds: hour }, key },
      { quota: { scope: 'sms:confirmed:day', most: perDay, seconds: day }, key },
    );
  }
  await takeFrom(db, wanted, clock.now());
}

/**
 * Takes a mail that only the owner can have requested: with the password, or with a mailed link.
 *
 * @param whose what nobody else can name: the account behind the password, or the sign-up behind the link
 * @throws `RATE_LIMITED`
 */
export async function takeOwnMail(service: Service, whose: string): Promise<void> {
  const quota = { scope: 'mail:own', most: service.config.LIMIT_MAIL_PER_ADDRESS_HOUR, seconds: hour };
  await takeFrom(service.db, [{ quota, key: whose }], service.clock.now());
}

/**
 * Takes a request of a kind from its hourly allowance.
 *
 * @param whose the network; for the holder of a valid link, that link
 * @throws `RATE_LIMITED`
 */
export async function takeRequest(service: Service, kind: string, whose: string): Promise<void> {
  const most = service.config.LIMIT_REQUESTS_PER_NETWORK_HOUR;
  const quota = { scope: `request:${kind}`, most, seconds: hour };
  await takeFrom(service.db, [{ quota, key: whose }], service.clock.now());
}

interface Wanted {
  quota: Quota;
  key: string;
}

/** What one requester may cause in an hour, over all kinds of messages and all destinations. */
function shareOf({ config }: Service, requester: Requester): Wanted {
  return 'accountId' in requester
    ? {
        quota: { scope: 'message:account', most: config.LIMIT_CODES_PER_ACCOUNT_HOUR, seconds: hour },
        key: requester.accountId,
      }
    : {
        quota: { scope: 'message:network', most: config.LIMIT_REQUESTS_PER_NETWORK_HOUR, seconds: hour },
        key: requester.network,
      };
}

function nameOf(requester: Requester): string {
  return 'accountId' in requester ? requester.accountId : requester.network;
}
