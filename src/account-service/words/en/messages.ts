import type { MethodKind } from '../../../contract/account-service.ts';
import { isolated } from '../../../contract/plain-line.ts';
import { letter, type Frame, type Words } from '../../outbox/messages/letter.ts';
import type { Message, Rendered, Sender } from '../../outbox/messages/message.ts';

/** The mails and SMS in English. */
export function messages(message: Message, sender: Sender): Rendered {
  return letter(message, words(message, sender), frameOf(message, sender), sender);
}

const kinds: Record<MethodKind, string> = {
  email: 'codes by e-mail',
  sms: 'codes by SMS',
  totp: 'an authenticator app',
};
const purposes = {
  'sign-in': 'sign in',
  'step-up': 'confirm a change to your account',
  'confirm-method': 'add this address or number as a second factor',
  'confirm-address': 'make this the address of your account',
};

function frameOf(message: Message, { support }: Sender): Frame {
  return {
    language: 'en',
    greeting: 'Hello,',
    help: `Was this not you? Change your password and write to ${support} at once.`,
    button: message.about === 'passwordReset' ? 'Choose a new password' : 'Activate the account',
    copy: 'Or copy this address into your browser, or into Latchkey:',
  };
}

function words(message: Message, { service, support }: Sender): Words {
  switch (message.about) {
    case 'activation':
      return {
        subject: `Activate your ${service} account`,
        body: [
          `Someone, hopefully you, asked for a ${service} account with this address. Open this link to activate it:`,
          message.link,
          'The link is valid for 2 days and works once. After that, ask for a new one in the app or write to ' +
            `${support}. If this was not you, do nothing: there is no account until the link is confirmed.`,
        ],
      };
    case 'addressKnown':
      return {
        subject: `You already have a ${service} account`,
        body: [
          'Someone, hopefully you, asked for a new account with this address. It has one already: just sign in.',
          `Forgot your password? Choose a new one in the app, or at ${message.portal}`,
        ],
      };
    case 'code':
      return {
        subject: `Your ${service} code`,
        body: [
          `${message.code} is your code to ${purposes[message.purpose]}. It is valid for 10 minutes.`,
          'Never give it to anyone: nobody at the service will ever ask for it.',
        ],
      };
    case 'passwordReset':
      return {
        subject: `Choose a new password for ${service}`,
        body: [
          'Someone, hopefully you, asked to choose a new password. Open this link to do so:',
          message.link,
          'The link is valid for 1 hour and works once. If this was not you, do nothing: your password stays.',
        ],
      };
    case 'confirmSignIn':
      return {
        subject: `Confirm that you sign in to ${service}`,
        body: [
          'Someone tried wrong passwords for your account, so a new computer needs more than the password for now. ' +
            'If you are signing in, enter this code as well:',
          message.code,
          'The code is valid for 1 hour. If this was not you, do nothing: nobody gets in without your password and ' +
            'your second factor, and computers that you have used before work as ever.',
        ],
      };
    case 'addressTaken':
      return {
        subject: `Your address and another ${service} account`,
        body: ['Someone tried to give this address to another account. It stays yours; nothing was changed.'],
      };
    case 'newDevice':
      return {
        subject: `New computer signed in to ${service}`,
        body: [
          `“${isolated(message.device)}” signed in to your account for the first time, from network ${message.network}.`,
        ],
        isSecurity: true,
      };
    case 'methodAdded':
      return {
        subject: `A second factor was added to your ${service} account`,
        body: [
          `Your account now also takes ${kinds[message.kind]} (${isolated(message.hint)}). Trusted computers were signed out.`,
        ],
        isSecurity: true,
      };
    case 'methodRemoved':
      return {
        subject: `A second factor was removed from your ${service} account`,
        body: [
          `Your account no longer takes ${kinds[message.kind]} (${isolated(message.hint)}). Trusted computers were signed out.`,
        ],
        isSecurity: true,
      };
    case 'passwordChanged':
      return {
        subject: `Your ${service} password was changed`,
        body: ['The password of your account was changed. All other computers were signed out.'],
        isSecurity: true,
      };
    case 'recoveryCodeUsed':
      return {
        subject: `A recovery code was used for ${service}`,
        body: [`One of your recovery codes was used. You have ${message.left} left.`],
        isSecurity: true,
      };
    case 'recoveryCodesMade':
      return {
        subject: `New recovery codes for ${service}`,
        body: ['New recovery codes were made for your account. The older ones no longer work.'],
        isSecurity: true,
      };
    case 'addressChanged':
      return {
        subject: `The address of your ${service} account was changed`,
        body: [
          `Your account now has the address ${isolated(message.to)}. This address no longer belongs to it.`,
        ],
        isSecurity: true,
      };
    case 'supportRequested':
      return {
        subject: `Help was asked for with your ${service} account`,
        body: [
          `Someone, hopefully you, asked support to reset the second factor of your account (${message.reference}).`,
          'Someone at support looks at it before anything is changed.',
        ],
        isSecurity: true,
      };
    case 'supportReceipt':
      return {
        subject: `Your request ${message.reference} to ${service} support`,
        body: [`Support got your request ${message.reference} and will answer to this address.`],
      };
    case 'mfaReset':
      return {
        subject: `Support reset the second factor of your ${service} account`,
        body: [
          `Support removed every second factor of your account (request ${message.reference}). All computers were ` +
            'signed out. At your next sign-in you set up a new one.',
        ],
        isSecurity: true,
      };
    case 'accountDeleted':
      return {
        subject: `Your ${service} account was deleted`,
        body: ['Your account and everything kept about it was deleted.'],
      };
  }
}
