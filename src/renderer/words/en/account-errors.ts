/** What a call of the account can end in: what happened; what was not changed and what to do. */
export const accountErrors = {
  SERVER_UNREACHABLE: { title: 'The account server can’t be used now', text: '{{trouble}}' },
  LOCAL_ACCOUNT_WRITE_FAILED: {
    title: 'Your account’s keys could not be kept here',
    text: 'The server was not asked and nothing was changed. Check that the disk is not full and that Latchkey’s folder can be written to, then try again. ({{reason}})',
  },
  OTHER_STEP: {
    title: 'The guide has moved on',
    text: 'This step was done or left in the meantime, so nothing was sent. What is on the screen now is where you are.',
  },
  SERVER_ADDRESS_INVALID: {
    title: 'This is not the address of a server',
    text: 'It looks like https://account.example.org. The server was not changed; check the address for typing errors.',
  },
  SIGN_OUT_FIRST: {
    title: 'An account at the current server is still here',
    text: 'The server was not changed. Sign out first; your codes stay.',
  },
  SERVER_FIXED: {
    title: 'The server is set for you',
    text: 'Whoever set up Latchkey here chose it, so it can’t be changed in the window. Nothing was changed.',
  },
  LINK_DAMAGED: {
    title: 'A piece of this link is missing',
    text: 'Nothing was opened. Copy all of it from the e-mail, from “http” to the very last character.',
  },
  LINK_NOT_OURS: {
    title: 'This is not a link for Latchkey',
    text: 'Nothing was opened. Copy the whole link from the e-mail; it has “activate” or “reset” in it.',
  },
  RATE_LIMITED: {
    title: 'Too many requests in a short time',
    text: 'Nothing was sent this time. Try again {{wait}}.',
  },
  BUSY: { title: 'The server is busy', text: 'Nothing was counted or changed. Try again {{wait}}.' },
  DEVICE_PROOF_INVALID: {
    title: 'The server did not recognise this computer',
    text: 'Nothing was changed. Check that the clock of this computer is right, then try again.',
  },
  PASSWORD_REFUSED: {
    title: 'This password is too easy to guess',
    text: '{{flaws}} Nothing was changed; choose another one.',
  },
  LINK_INVALID: {
    title: 'This link no longer works',
    text: 'It was used, or a newer e-mail has replaced it. Nothing was changed; use the newest e-mail.',
  },
  LINK_EXPIRED: { title: 'This link is too old', text: 'Nothing was changed. Ask for a new one.' },
  PASSWORD_WRONG: {
    title: 'That is not the password',
    text: 'Nothing was changed. Check Caps Lock and the keyboard layout, and try again.',
  },
  TOO_MANY_ATTEMPTS: {
    title: 'Too many wrong tries',
    text: '{{again}} This protects the account; nothing else was changed.',
  },
  CREDENTIALS_INVALID: {
    title: 'This address and password do not match',
    text: 'Or the account is not activated yet. Check both, or choose a new password.',
  },
  FLOW_INVALID: {
    title: 'This sign-in took too long',
    text: 'It was ended to be safe. Nothing was changed; start again with the password.',
  },
  METHOD_NOT_FOUND: {
    title: 'This method is no longer there',
    text: 'It was removed or replaced in the meantime. Nothing else was changed.',
  },
  METHOD_DISABLED: {
    title: 'This method is switched off',
    text: 'There were too many wrong codes on it. Use another one, or a recovery code.',
  },
  CODE_WRONG: {
    title: 'That is not the code',
    text: '{{tries}} Use the newest code, and each one only once.',
  },
  CODE_EXPIRED: { title: 'This code has expired', text: 'Nothing was changed. Ask for a new one.' },
  UNAUTHENTICATED: {
    title: 'You are no longer signed in',
    text: 'Nothing was changed. Sign in and try again.',
  },
  ENROLMENT_REQUIRED: {
    title: 'First set up a sign-in method',
    text: 'Nothing was changed. The rest of the account opens after that.',
  },
  STEP_UP_REQUIRED: {
    title: 'A fresh code is needed for this',
    text: 'Nothing was changed. Confirm that it is you and try again.',
  },
  METHOD_EXISTS: {
    title: 'Your account already has this method',
    text: 'Nothing was changed. Choose another address or number.',
  },
  TOO_MANY_METHODS: {
    title: 'There is no room for another method',
    text: 'Nothing was changed. Remove one that you no longer use.',
  },
  METHOD_NOT_OFFERED: {
    title: 'This server does not offer this method',
    text: 'Nothing was changed. Choose another one.',
  },
  DESTINATION_INVALID: {
    title: 'No code can be sent there',
    text: 'Nothing was sent. Check the address or the number for typing errors.',
  },
  OTHER_CODE: {
    title: 'That was another QR code',
    text: 'Nothing was kept. Scan the one on this screen, with no other set-up code visible.',
  },
  LAST_METHOD: {
    title: 'This is your last method',
    text: 'It was not removed: without one nobody could tell that it is you. Replace it, or add another first.',
  },
  DEVICE_NOT_FOUND: {
    title: 'This computer is no longer trusted',
    text: 'Its trust had ended already. Nothing else was changed.',
  },
  SESSION_NOT_FOUND: {
    title: 'This session has ended',
    text: 'It had ended already. Nothing else was changed.',
  },
  SYNC_OFF: {
    title: 'Sync is off for this account',
    text: 'Nothing was sent, and no code was deleted here. Turn it on first.',
  },
  SYNC_NOT_MEMBER: {
    title: 'This computer is not in',
    text: 'Nothing was sent, and your codes here stay. Let it in from another computer, or with the recovery kit.',
  },
  SYNC_STALE: {
    title: 'Another computer was first',
    text: 'Nothing was lost. Latchkey takes over what it wrote and tries again.',
  },
  SYNC_REFUSED: {
    title: 'The server did not take this',
    text: 'It is not what this computer may write. Nothing was changed; your codes here stay.',
  },
  SYNC_FULL: {
    title: 'There is no more room for sync',
    text: 'Nothing was changed. Delete what you no longer need, then try again.',
  },
} as const;

/** Why the server can’t be used now. */
export const serverTroubles = {
  offline:
    'It does not answer. Check your connection, then try again. Nothing was lost, and your codes work without it.',
  notLatchkey: 'Something answers at this address, but it is not an account server of Latchkey.',
  appTooOld: 'It needs a newer Latchkey than this one. Update Latchkey; your codes work meanwhile.',
  serverTooOld:
    'It is older than this Latchkey can work with. Ask whoever runs it to update it; your codes work meanwhile.',
  notStarted:
    'It belongs to the trial on this computer, which is not running. Close Latchkey and start it again; your codes work without it.',
} as const;

/** Which part of the trial on this computer is not up. */
export const trialFailure = {
  database: 'The trial’s database did not start.',
  inbox: 'The trial’s inbox did not start.',
  service: 'The trial’s account service did not start, or has stopped.',
  reason: 'The reason it gave:',
  next: 'Close Latchkey and start it again. If it happens again, the terminal names the file that says why. Your codes work without it.',
} as const;

/** Why a new password was refused. */
export const passwordFlaws = {
  tooShort: 'It is too short.',
  tooLong: 'It is too long.',
  tooGuessable: 'It is too easy to guess.',
  containsName: 'Your name is in it.',
  containsAddress: 'Your e-mail address is in it.',
  common: 'Many people use it.',
} as const;
