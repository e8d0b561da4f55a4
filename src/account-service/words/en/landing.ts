import { accountLimits } from '../../../contract/account-service.ts';
import type { LandingWords } from '../../http/landing-words.ts';

/** The landing pages in English. */
export const landing: LandingWords = {
  language: 'en',
  activateTitle: (service) => `Activate your ${service} account`,
  activateIntro: 'Confirm in the app on the computer you signed up with:',
  openApp: 'Open in Latchkey',
  here: 'Or activate in this browser, with the password you chose when you signed up:',
  signUpPassword: 'Password',
  activateHere: 'Activate in this browser',
  activatedTitle: 'Your account is active',
  activated: 'Open Latchkey and sign in. Next, you set up a second factor, such as a code from your phone.',
  expiredTitle: 'This link has expired',
  expired: (support) => `Links are valid for 2 days. Ask for a new one here, or write to ${support}.`,
  resend: 'Send me a new link',
  resentTitle: 'A new link is on its way',
  resent: 'Look in your mailbox. Only the newest link works.',
  usedTitle: 'This link has already been used',
  usedActivation: 'Your account is active. Open Latchkey and sign in.',
  usedReset: 'The password was changed with it. Sign in with the new one in Latchkey.',
  replacedTitle: 'There is a newer link',
  replaced: 'A newer mail took the place of this one. Open the newest mail and press its button.',
  damagedTitle: 'A piece of this link is missing',
  damaged:
    'Nothing has happened. Press the button in the mail, or copy the link whole, to its very last character.',
  invalidTitle: 'This link is not known here',
  invalid: (support) =>
    `This service does not know it: it is very old, or a character of it was changed on the way. Open the newest mail and press its button, or write to ${support}.`,
  resetTitle: 'Choose a new password',
  newPassword: `New password (${accountLimits.passwordMin} to ${accountLimits.passwordMax} characters)`,
  resetButton: 'Set this password',
  resetDoneTitle: 'Your password was changed',
  resetDone: 'Sign in with it in Latchkey. Your second factor is still needed.',
  resetExpired: 'Links to choose a password are valid for 1 hour. Ask for a new one in the app.',
  wrongPassword: 'That is not the password of this sign-up.',
  emptyPassword: 'Fill in the password first. Nothing has happened yet.',
  flaws: {
    tooShort: `That password is too short: use at least ${accountLimits.passwordMin} characters.`,
    tooLong: `That password is too long: use at most ${accountLimits.passwordMax} characters.`,
    tooGuessable: 'That password is too easy to guess.',
    containsName: 'That password has your name in it.',
    containsAddress: 'That password has your address in it.',
    common: 'Many people use that password.',
  },
  later: 'That cannot be done now. Try again in a while.',
  awayTitle: 'The service can’t answer right now',
  away: (support) =>
    `Nothing is wrong with your link. Wait a minute, then open it again: it shows whether anything has been done. If this goes on, write to ${support}.`,
  awayAgain: 'Try again',
};
