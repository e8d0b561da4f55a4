/** Sync: the same codes on each of a person's computers. */
export const sync = {
  text: 'Your computers keep the same codes, encrypted before they leave this one. The server that passes them on sees the names of your computers, how many codes there are, their rough size and when they change: no code, and no name of a site.',

  off: 'Sync is off on this computer',
  signInText: 'It goes through your account. Sign in first.',
  signIn: 'Sign in',
  firstTitle: 'Begin with this computer',
  firstText: 'Turn sync on here, with the recovery kit of this vault at hand. Then add your other computers.',
  noKit:
    'It needs a recovery kit: a printed page that brings your codes back even if every computer is lost.',
  turnOn: 'Turn on sync…',
  joinTitle: 'Join another computer',
  joinText:
    'Sync is on at one of your computers already. The codes that are here stay, and go to the others too.',
  joinByWords: 'Join with six words',
  joinByKit: 'Join with the recovery kit…',
  lostTitle: 'None of your computers is in any more?',
  lostText:
    'Without a computer that is in, and without the recovery kit, nobody can let this one in. Turn sync off everywhere, then begin anew. The codes on your computers stay.',

  turnOnTitle: 'Turn on sync',
  turnOnText:
    'Enter the code from the recovery kit of this vault. The page then brings your codes back even if every computer is lost.',
  turnOnDo: 'Turn on',
  turnOnDone: 'Sync is on. Next, add your other computers.',
  joinByKitTitle: 'Join with the recovery kit',
  joinByKitText: 'Enter the code from the kit that is in. Mostly that is the kit of your first computer.',
  joinByKitDo: 'Join',
  joinByKitDone: 'This computer is in.',
  addKitTitle: 'Add the recovery kit',
  addKitText: 'Enter the code from the kit of this vault. It takes the place of a kit that is in already.',
  addKitDo: 'Add it',
  addKitDone: 'The recovery kit is in.',

  waitingTitle: 'Let this computer in',
  waitingText:
    'At one of your computers that is in, open $t(settings.title) → $t(settings.sync) → $t(sync.add). Type these words there, or scan the QR code.',
  words: 'The six words',
  qr: 'The six words as a QR code',
  secret: 'Show them to nobody else: they let this computer in, and prove to it that it is your account.',
  waiting: 'Waiting for the other computer…',
  enteringTitle: 'This computer is coming in',
  enteringText: 'That goes on by itself as soon as the server answers.',
  giveUp: 'Give up',

  add: 'Add a computer',
  addText:
    'On the new computer, open $t(settings.title) → $t(settings.sync) and choose “$t(sync.joinByWords)”. Enter its words here.',
  addHint: 'Capitals, and what stands between the words, do not matter. Four letters of a word are enough.',
  addDo: 'Let it in',
  addDone: '{{name}} is in.',
  scanText:
    'Or by its QR code: on this screen, in front of the camera, or in a picture, which you can also paste or drop here.',
  scanning: 'Looking for the QR code of the computer…',
  scanStopped: 'The scan was stopped. Nobody was let in.',

  agreed: 'Your computers have the same codes',
  agreedText: 'They last agreed {{when}}.',
  agreedLast: 'Last agreed {{when}}',
  notYet: 'Nothing was heard from the server yet',
  notYetText: 'Not since Latchkey was started.',
  pending_one: '{{count, number}} change is still to be sent',
  pending_other: '{{count, number}} changes are still to be sent',
  pendingText: 'They are safe on this computer, and go out as soon as that works.',
  alone: 'It goes on by itself until {{when}}, then sign in again.',
  aloneNot:
    'It goes on while you are signed in. Tick “Trust this computer” at the next sign-in, and it goes on by itself for {{period}}.',
  look: 'Look now',
  tooLarge: 'Too large to be sent',
  tooLargeText: 'These stay on this computer alone. Shorten the note, or choose a smaller picture.',
  unreadable_one: '{{count, number}} code of your other computers can’t be read here',
  unreadable_other: '{{count, number}} codes of your other computers can’t be read here',
  unreadableText: 'Nothing of that is lost or changed. A newer Latchkey may be able to read it.',
  kept: 'Deleted elsewhere, kept all the same',
  keptText: 'These were deleted on another computer and changed on this one. They stay on all of them.',

  question: 'Delete these codes here too?',
  questionText_one:
    'Another computer deleted {{count, number}} code that is here. Nothing is sent or taken over before you answer.',
  questionText_other:
    'Another computer deleted {{count, number}} codes that are here. Nothing is sent or taken over before you answer.',
  questionKeep: 'Keep them',
  questionDelete: 'Delete them',
  questionKept: 'They stay, and come back on your other computers.',
  questionDeleted: 'They are deleted here too.',

  conflict: 'Two keys for {{name}}: which works?',
  conflictText:
    'Two of your computers have different keys for it. Try both codes at the site. The one that does not work goes to the deleted codes.',
  conflict_first: 'First key',
  conflict_second: 'Second key',
  works: 'This one works',
  worksBoth: 'Both work',
  settled: 'The other one is in the deleted codes.',
  settledBoth: 'Both stay.',

  members: 'Your computers',
  membersText: 'Each of these can open your codes. If you do not know one, remove it.',
  here: 'this computer',
  kit: 'Recovery kit',
  memberFounded: 'Turned sync on, {{when}}',
  memberAdded: 'Let in by {{name}}, {{when}}',
  memberAddedByKit: 'Let in by the recovery kit, {{when}}',
  memberAddedByGone: 'Let in by a computer that was removed, {{when}}',
  memberSeen: 'Last synced {{when}}',
  noKitIn: 'No recovery kit is in',
  noKitInText: 'With one, your codes come back even if every computer is lost.',
  addKit: 'Add the recovery kit…',
  replaceKit: 'Replace…',
  remove: 'Remove',
  removeName: 'Remove {{name}}',
  removeTitle: 'Remove {{name}}?',
  removeText: 'It gets nothing new from now on, and it is signed out of your account.',
  removeKnew:
    'What it knew, it still knows. After this you get the list of codes to renew at their sites, to be ticked off.',
  removeYes: 'Remove it',
  removed: '{{name}} is not in any more.',
  removeKitTitle: 'Remove the recovery kit?',
  removeKitText:
    'The page then brings no codes back through sync. It still opens the vault that it was made for.',
  removedKit: 'The recovery kit is not in any more.',

  renew: 'Renew what {{name}} knew',
  renewText: 'Set each code up anew at its site, keep the new key here, then tick it off.',
  renewAll: 'All are renewed',
  renewDone: 'All codes that {{name}} knew are ticked off.',

  turnOffTitle: 'Turn sync off',
  turnOffText: 'Your codes stay in either case.',
  turnOffHere: 'On this computer…',
  turnOffEverywhere: 'Everywhere…',
  hereTitle: 'Turn sync off on this computer?',
  hereText:
    'It forgets its keys of sync. Your codes stay, here and on the others. Afterwards, remove it from another computer: until then it counts as one that is in.',
  hereYes: 'Turn off here',
  hereDone: 'Sync is off on this computer. Your codes stay.',
  everywhereTitle: 'Turn sync off everywhere?',
  everywhereText:
    'The server deletes everything of sync. Your codes stay on every computer, but a change on one no longer reaches the others.',
  everywhereYes: 'Turn off everywhere',
  everywhereDone: 'Sync is off everywhere. Your codes stay.',
  againTitle: 'Join anew?',
  againText:
    'This computer first forgets its keys of sync. Its codes stay. Then another computer or the recovery kit lets it in again.',
  againYes: 'Forget the keys',
  againDone: 'Now join with six words or with the recovery kit.',

  troubles: {
    offline: {
      title: 'The server can’t be reached',
      text: 'Latchkey tries again by itself. Your codes work as before.',
    },
    signedOut: {
      title: 'Sync waits until you sign in',
      text: 'Nothing is sent or fetched before that. Your codes work as before. Tick “Trust this computer” when you do: then sync goes on by itself.',
    },
    trustEnded: {
      title: 'Sync waits: the trust in this computer has ended',
      text: 'Nothing is sent or fetched until you sign in again. Your codes work as before. Tick “Trust this computer” when you do: then sync goes on by itself again.',
    },
    busy: {
      title: 'The server asks to wait',
      text: 'Latchkey tries again by itself in a moment. Nothing was lost.',
    },
    readOnly: {
      title: 'This vault can’t be changed now',
      text: 'So nothing of your other computers comes in, and nothing was lost.',
    },
    notWritten: {
      title: 'Nothing could be written on this computer',
      text: 'Nothing was lost. Check that the disk is not full and that Latchkey’s folder can be written to.',
    },
    full: {
      title: 'There is no more room for sync',
      text: 'What is new stays on this computer for now. Delete for good what you no longer need.',
    },
    refused: {
      title: 'The server did not take what this Latchkey wrote',
      text: 'Nothing was lost. A newer Latchkey may write it otherwise.',
    },
    unconfirmed: {
      title: 'The server wanted to know that it is you',
      text: 'What you asked for was not done. Confirm that it is you, then ask for it again.',
    },
    ended: {
      title: 'Sync was turned off everywhere',
      text: 'Your codes stay on this computer, but no longer follow the others.',
    },
    notMember: {
      title: 'The server says that this computer is not in',
      text: 'It shows no proof of that, so nothing was changed here. Look at your other computers, then try again.',
    },
    removed: {
      title: 'Another computer removed this one',
      text: 'It gets nothing new. Your codes stay here as they were. If it was not you, look at your other computers.',
    },
    stopped: {
      title: 'Sync has stopped: what the server shows does not hold',
      text: 'Nothing of it was used, and your codes here are as they were. Compare them with your other computers, then try again. ({{fault}})',
    },
    notWelcomed: {
      title: 'Nothing proves that this is your account’s sync',
      text: 'The server shows members who did not see the words of this computer. Nothing was sent or taken over. Join anew, with new words.',
    },
    unreadable: {
      title: 'What sync keeps on this computer can’t be read',
      text: 'Nothing is sent or fetched, and your codes are as they were. Join anew to go on.',
    },
    newer: {
      title: 'A newer Latchkey wrote what sync keeps here',
      text: 'This one leaves it as it is. Install the newer one to go on.',
    },
  },
  nexts: {
    signIn: 'Sign in',
    stepUp: 'Confirm that it is you',
    makeWritable: 'Look again',
    makeRoom: 'See the deleted codes',
    update: 'Look for a newer Latchkey',
    tryAgain: 'Try again',
    joinAgain: 'Join anew…',
  },

  see: 'See sync',
  warnQuestion: 'Another computer deleted many codes',
  warnQuestionText: 'Say whether they go here too. Until then, sync waits.',
  warnConflicts: 'Two keys for one code',
  warnConflictsText_one: 'Your computers have different keys for {{count, number}} code. Say which works.',
  warnConflictsText_other: 'Your computers have different keys for {{count, number}} codes. Say which work.',
} as const;
