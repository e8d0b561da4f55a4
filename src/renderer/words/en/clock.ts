/** The clock that codes go by. */
export const clock = {
  text: 'Most codes go by this computer’s clock. If it is wrong, sites refuse them.',
  doubtTitle: 'This computer’s clock may be wrong',
  doubtDo: 'Check the clock',
  behind: 'It is {{span}} behind the account server’s clock, so sites may refuse your codes.',
  ahead: 'It is {{span}} ahead of the account server’s clock, so sites may refuse your codes.',
  correctionWrong:
    'The correction of your codes no longer fits: by the account server’s clock they are {{span}} off. This computer’s clock has probably been set right since.',
  setForward:
    'It was just set forward by {{span}}. If that is right, all is well. If not, sites will refuse your codes.',
  setBack:
    'It was just set back by {{span}}. If that is right, all is well. If not, sites will refuse your codes.',
  setIt: {
    linux:
      'Set the clock right: turn on automatic date and time in the system settings, or run “timedatectl set-ntp true”.',
    darwin: 'Set the clock right: System Settings → General → Date & Time → Set time and date automatically.',
    win32: 'Set the clock right: Settings → Time & language → Date & time → Set time automatically.',
    other: 'Set the clock right: turn on automatic date and time in the system settings.',
  },
  correctBy: 'Correct the codes instead',
  trust: 'The clock is right',
  correctedLater: 'Codes are made for {{span}} later than this computer’s clock.',
  correctedEarlier: 'Codes are made for {{span}} earlier than this computer’s clock.',
  correctedText:
    'You chose this correction because the clock was wrong. Remove it as soon as the clock is right. The command “latchkey” uses it too.',
  takeBack: 'Remove the correction',
  change: 'Change',
  compare: 'Compare with the account server',
  compareText: 'It tells what time it is. Nothing else is sent.',
  compareNow: 'Compare now',
  notCompared: 'Not compared yet.',
  agrees: 'They agreed on {{when}}.',
  byHand: 'Compare with your phone',
  byHandText:
    'A phone sets its clock itself. Type the minute that it shows next, and press the button at the moment it does.',
  nextMinute: 'The phone’s next minute',
  notATime: 'Type a time, such as 14:05.',
  pressNow: 'It shows it now',
  byHandAgrees: 'The clocks agree. It is not the clock.',
  byHandBehind: 'This computer’s clock is {{span}} behind.',
  byHandAhead: 'This computer’s clock is {{span}} ahead.',
  otherReasons: 'If the clock is right',
  reasonUsed: 'Each code works once. Wait for the next one and try that.',
  reasonOther: 'Is it the right entry? The account’s name stands below the site’s.',
  reasonReplaced:
    'Was two-step verification set up anew at the site? Then it gave a new key, and the entry here is the old one.',
} as const;
