import { json, secret, type Sample } from './sample.ts';

/** An account as the application keeps it, with other members where a test gives them. */
export function duoAccount(over: object = {}, generator: object = {}) {
  return {
    accountType: 'OtpAccount',
    name: 'Mason',
    logoUri: 'android.resource://com.duosecurity.duomobile/drawable/ic_third_party',
    otpGenerator: { otpSecret: secret.base32, ...generator },
    ...over,
  };
}

/** A file of each variant. */
export function duoSamples(): Sample[] {
  const accounts = [duoAccount(), duoAccount({ name: 'James' }, { counter: 5 })];
  return [{ format: 'duo', variant: 'plain', bytes: json(accounts), entries: accounts.length }];
}
