/** What a call of sync can end in: what happened; what was not changed and what to do. */
export const syncErrors = {
  SYNC_STEP: {
    title: 'Sync has moved on',
    text: 'It is not as the screen showed it any more, so nothing was done. What is on the screen now is how it stands.',
  },
  SYNC_NOT_KEPT: {
    title: 'What sync needs could not be kept here',
    text: 'Nothing was sent and no code was changed. Check that the disk is not full and that Latchkey’s folder can be written to, then try again. ({{reason}})',
  },
  SYNC_STOPPED: {
    title: 'Sync has stopped',
    text: 'What the server shows does not hold, so nothing of it was used. Your codes here stay as they are. Compare them with your other computers, then try again. ({{fault}})',
  },
  SYNC_ASKS: {
    title: 'A question comes first',
    text: 'Another computer deleted many codes. Say first whether they go here too; nothing else was done.',
  },
  SYNC_LATER: {
    title: 'Your other computers were quicker',
    text: 'They wrote something each time this one tried. Nothing was lost; try again in a moment.',
  },
  SYNC_ELSEWHERE: {
    title: 'Sync is on for your account already',
    text: 'Nothing was changed. Let this computer join with words or with the recovery kit.',
  },
  SYNC_KIT_UNKNOWN: {
    title: 'Sync does not know this recovery kit',
    text: 'It belongs to another account, or a newer one replaced it. Nothing was changed. Take the newest page, or the words.',
  },
  JOIN_WORD_UNKNOWN: {
    title: 'There is no such word',
    text: 'Look at word {{place}} again on the other computer. The nearest words: {{meant}}. Nothing was changed.',
  },
  JOIN_WORDS_COUNT: {
    title: 'There are six words',
    text: '{{words}} were entered. Nothing was changed; copy all six, in their order.',
  },
  JOIN_NOT_SEEN: {
    title: 'No computer’s QR code was found',
    text: 'Show the whole QR code of the computer that joins, sharp and not too small, and try again. Or type its six words. Nothing was changed.',
  },
  JOIN_NOT_ASKED: {
    title: 'No computer is waiting with these words',
    text: 'Nothing was changed. Check the words, and that the other computer still shows them and is signed in to the same account.',
  },
  MEMBER_NOT_FOUND: {
    title: 'It is not in any more',
    text: 'Another computer took it out in the meantime. Nothing else was changed.',
  },
  MEMBER_SELF: {
    title: 'A computer can’t remove itself',
    text: 'Nothing was changed. Turn sync off here, then remove this computer from another one.',
  },
};
