import { isolated } from '../../../contract/plain-line.ts';
import { nameOf } from '../../name-of.ts';
import type { Words } from '../en/words.ts';

/** Was `latchkey sync` sagt. */
export const sync: Words['sync'] = {
  about:
    'dieselben Codes auf allen deinen Computern; der Kontoserver gibt sie weiter und kann sie nicht lesen',
  status: 'zeigen, wie es steht, nach einem Blick auf den Server',
  now: 'jetzt senden und holen; ein offenes Fenster tut das von selbst',
  again: 'weitermachen, nachdem nicht stimmte, was der Server zeigte; vergleiche zuerst deine Computer',
  members:
    'zeigen, welche Computer und welches Notfallblatt dabei sind: Name, System, seit wann, durch wen, zuletzt synchronisiert, ID',
  answer:
    'sagen, ob Einträge, die ein anderer Computer gelöscht hat, auch hier gelöscht werden, wenn status fragt',
  answers: 'sie auch hier löschen (delete) oder überall behalten (keep)',
  on: 'für dein Konto einschalten, mit diesem Computer und dem Notfallblatt',
  onMore: 'Es fragt nach dem Code des Notfallblatts; dieses Blatt holt alles auch ohne Computer zurück.',
  join: 'diesen Computer aufnehmen lassen: er zeigt sechs Wörter und ihren QR-Code und wartet',
  byKit: 'mit dem Code eines Notfallblatts, das dabei ist, statt mit einem anderen Computer',
  joinMore:
    'Gib die Wörter an einem Computer, der dabei ist, in „latchkey sync add“ oder im Fenster ein. Ctrl-C nimmt sie zurück.',
  add: 'einen anderen Computer aufnehmen: es fragt nach den sechs Wörtern, die er zeigt',
  screen: 'ihren QR-Code von diesem Bildschirm lesen',
  addKit: 'das Notfallblatt dieses Tresors aufnehmen, anstelle dessen, das dabei ist',
  addMore: 'Ohne Terminal liest es die Wörter von der Standardeingabe.',
  remove: 'einen Computer oder ein Notfallblatt entfernen; es gibt die Codes aus, die zu erneuern sind',
  name: 'der Name oder der Anfang der ID',
  removeMore: 'Was danach geschrieben wird, liest er nicht. Auch seine Sitzung und sein Vertrauen enden.',
  renewals: 'zu erneuernde Codes zeigen, die entfernte Computer kannten: Computer, Aussteller, Konto und ID',
  done: 'sie abhaken, weil ihre Dienste neue haben',
  off: 'auf diesem Computer ausschalten; die Codes bleiben',
  everywhere: 'auf allen Computern, und alles davon auf dem Server löschen; die Codes bleiben',

  stages: {
    off: 'aus',
    on: 'ein',
    entering: 'dieser Computer wird gerade aufgenommen',
    waiting: 'wartet darauf, aufgenommen zu werden',
    unreadable: 'ein, aber was sie speichert, lässt sich nicht öffnen',
  },
  notOn: {
    off: 'Die Synchronisierung ist hier aus. „latchkey sync on“ schaltet sie ein, „latchkey sync join“ schließt sich deinen anderen Computern an.',
    entering: 'Dieser Computer wird noch aufgenommen. „latchkey sync now“ versucht es erneut.',
    waiting:
      'Dieser Computer wartet darauf, aufgenommen zu werden: „latchkey sync join“ zeigt seine Wörter noch einmal.',
    unreadable:
      'Was die Synchronisierung hier speichert, lässt sich nicht öffnen. Erst „latchkey sync off“, dann „latchkey sync join“; deine Codes bleiben.',
  },
  already: {
    on: 'Die Synchronisierung ist hier schon eingeschaltet.',
    entering: 'Dieser Computer wird schon aufgenommen. „latchkey sync now“ versucht es erneut.',
    waiting:
      'Dieser Computer wartet mit Wörtern darauf, aufgenommen zu werden. „latchkey sync join“ zeigt sie, „latchkey sync off“ nimmt sie zurück.',
    unreadable:
      'Was die Synchronisierung hier speichert, lässt sich nicht öffnen. „latchkey sync off“ gibt es auf; deine Codes bleiben.',
  },
  troubles: {
    offline: 'Der Kontoserver ist nicht zu erreichen.',
    signedOut: 'Beim Konto ist niemand angemeldet.',
    trustEnded: 'Niemand ist angemeldet, und das Vertrauen in diesen Computer ist abgelaufen.',
    busy: 'Der Server bittet zu warten.',
    readOnly: 'In den Tresor kann hier nicht geschrieben werden.',
    notWritten: 'Was die Synchronisierung braucht, ließ sich hier nicht schreiben.',
    full: 'Das Konto hat keinen Platz mehr für die Synchronisierung.',
    refused: 'Der Server nimmt nicht an, was dieses Latchkey schreibt.',
    ended: 'Die Synchronisierung wurde überall ausgeschaltet.',
    notMember: 'Der Server sagt, dieser Computer sei nicht dabei, und zeigt keinen Beweis.',
    removed: 'Ein anderer Computer hat diesen entfernt.',
    stopped: 'Was der Server zeigt, stimmt nicht. Nichts davon wurde verwendet.',
    notWelcomed: 'Nichts beweist, dass dir gehört, was der Server zeigt. Nichts davon wurde verwendet.',
    unreadable: 'Was die Synchronisierung neben dem Tresor speichert, lässt sich nicht öffnen.',
    newer: 'Ein neueres Latchkey hat geschrieben, was die Synchronisierung neben dem Tresor speichert.',
  },
  nexts: {
    wait: 'Nichts ging verloren; beim nächsten Mal wird es erneut versucht.',
    signIn: 'Melde dich an: latchkey account sign-in.',
    stepUp: 'Tu noch einmal, was du wolltest; dann wird nach einem zweiten Faktor gefragt.',
    makeWritable: 'Gib Latchkey einen Ordner, in den es schreiben kann, mit Platz auf dem Laufwerk.',
    makeRoom: 'Lösche endgültig, was du nicht mehr brauchst.',
    update: 'Aktualisiere Latchkey.',
    tryAgain: 'Vergleiche deine Codes mit deinen anderen Computern, dann: latchkey sync now --again.',
    joinAgain: 'Erst latchkey sync off, dann latchkey sync join. Deine Codes bleiben.',
  },
  advice: {
    SYNC_STEP: '„latchkey sync status“ zeigt, wie es steht.',
    SYNC_OFF: '„latchkey sync on“ schaltet sie ein. Deine Codes hier bleiben.',
    SYNC_NOT_MEMBER: 'Deine Codes hier bleiben. Erst latchkey sync off, dann latchkey sync join.',
    SYNC_STALE: 'Nichts ging verloren. Versuche es noch einmal.',
    SYNC_REFUSED: 'Nichts wurde geändert. Aktualisiere Latchkey.',
    SYNC_FULL: 'Lösche endgültig, was du nicht mehr brauchst.',
    SYNC_ASKS: '„latchkey sync status“ zeigt die Frage; latchkey sync answer beantwortet sie.',
    SYNC_LATER: 'Nichts ging verloren; versuche es gleich noch einmal.',
    SYNC_ELSEWHERE: '„latchkey sync join“ nimmt diesen Computer auf.',
    SYNC_KIT_UNKNOWN: 'Es gehört zu einem anderen Konto, oder ein neueres hat es ersetzt.',
    JOIN_NOT_SEEN: 'Zeige den ganzen QR-Code auf diesem Bildschirm, oder tippe die sechs Wörter ein.',
    JOIN_NOT_ASKED:
      'Prüfe die Wörter und ob der andere Computer noch wartet und bei diesem Konto angemeldet ist.',
    MEMBER_NOT_FOUND: 'Vielleicht wurde er inzwischen entfernt: „latchkey sync members“.',
    MEMBER_SELF: 'Erst hier latchkey sync off; danach entfernt ein anderer Computer diesen.',
  },
  telling: {
    notKept: (reason) =>
      `Nichts wurde gesendet. Sieh nach, ob Latchkeys Ordner beschreibbar ist und Platz hat. (${reason})`,
    stopped: (fault) =>
      `Nichts davon wurde verwendet. „latchkey sync status“ sagt, was zu tun ist. (${fault})`,
    wordUnknown: (place, meant) =>
      `Es ist Wort ${place}.${meant.length === 0 ? '' : ` Vielleicht: ${meant.join(', ')}.`}`,
    wordsCount: (count) => `Eingegeben: ${count}.`,
  },

  kit: 'Notfallblatt',
  kitIn: 'ist dabei',
  kitOut: 'ist nicht dabei; latchkey sync add --kit',
  aloneUntil: (when) => `bis ${when}, danach wieder anmelden`,
  aloneNot: 'nur solange du angemeldet bist; vertraue diesem Computer bei der nächsten Anmeldung',
  founder: 'hat sie eingeschaltet',
  asLastSeen: 'Der Server ließ sich nicht fragen. Wie zuletzt gesehen:',
  question: (count) =>
    count === 1
      ? 'Andere Computer haben einen Eintrag gelöscht, der hier noch steht. Auch hier löschen oder überall behalten? latchkey sync answer delete oder keep.'
      : `Andere Computer haben ${count} Einträge gelöscht, die hier noch stehen. Auch hier löschen oder überall behalten? latchkey sync answer delete oder keep.`,
  noQuestion: 'Es gibt keine Frage.',
  conflict: (entry, first, second) =>
    `Zwei Computer gaben einem Eintrag verschiedene Schlüssel: ${nameOf(entry)}. Sieh nach, wessen Code gilt (${first}, ${second}), und lösche den anderen mit latchkey rm.`,

  askKit: 'Code des Notfallblatts',
  askWords: 'Die sechs Wörter',
  askRemove: (name) => `${isolated(name)} entfernen?`,
  askEverywhere:
    'Die Synchronisierung auf allen deinen Computern ausschalten und alles davon auf dem Server löschen?',
  turnedOn:
    'Die Synchronisierung ist eingeschaltet. An deinen anderen Computern: latchkey sync join, oder Einstellungen im Fenster.',
  typeThem:
    'An einem Computer, der dabei ist: latchkey sync add, und diese Wörter. Oder lass dort das Fenster den QR-Code scannen.',
  waits: 'Wartet darauf, aufgenommen zu werden. Ctrl-C nimmt es zurück.',
  tookBack: 'Zurückgenommen. Dieser Computer wartet nicht mehr, und die Wörter nützen nichts mehr.',
  isIn: 'Dieser Computer ist dabei.',
  added: (name, platform) => `Aufgenommen: ${isolated(name)} (${isolated(platform)}).`,
  addedKit: 'Das Notfallblatt ist dabei.',
  removed: (name) => `Entfernt: ${isolated(name)}.`,
  renew:
    'Er kennt diese Codes noch. Richte jeden beim Dienst neu ein; latchkey sync renewals --done hakt ihn ab.',
  offHere:
    'Die Synchronisierung ist hier aus. Deine Codes bleiben. Ein anderer Computer nimmt diesen aus der Liste: latchkey sync remove.',
  offEverywhere: 'Die Synchronisierung ist überall aus. Deine Codes bleiben auf jedem Computer.',
};
