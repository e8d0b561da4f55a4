import { isolated } from '../../../contract/plain-line.ts';
import { nameOf } from '../../name-of.ts';
import type { Words } from '../en/words.ts';

/** Wat `latchkey sync` zegt. */
export const sync: Words['sync'] = {
  about: 'dezelfde codes op al je computers; de accountserver geeft ze door zonder ze te kunnen lezen',
  status: 'tonen hoe het ervoor staat, na een blik op de server',
  now: 'nu versturen en ophalen; een open venster doet dat vanzelf',
  again: 'verdergaan nadat niet klopte wat de server liet zien; vergelijk eerst je computers',
  members:
    'tonen welke computers en welk herstelblad meedoen: naam, systeem, sinds wanneer, door wie, laatst gesynchroniseerd, en id',
  answer:
    'zeggen of vermeldingen die een andere computer verwijderde hier ook weg mogen, als status dat vraagt',
  answers: 'ze hier ook verwijderen (delete), of ze overal bewaren (keep)',
  on: 'het aanzetten voor je account, met deze computer en het herstelblad',
  onMore: 'Het vraagt om de code van het herstelblad van de kluis; die brengt alles terug zonder computer.',
  join: 'deze computer laten meedoen: hij toont zes woorden en hun QR-code, en wacht',
  byKit: 'met de code van een herstelblad dat meedoet, in plaats van een andere computer',
  joinMore:
    'Typ de woorden op een computer die meedoet in “latchkey sync add” of in het venster. Ctrl-C trekt ze in.',
  add: 'een andere computer toelaten: het vraagt om de zes woorden die die computer toont',
  screen: 'hun QR-code van dit scherm lezen',
  addKit: 'het herstelblad van deze kluis toelaten, in plaats van het blad dat meedoet',
  addMore: 'Zonder terminal leest het de woorden van de standaardinvoer.',
  remove: 'een computer of herstelblad eruit halen; het toont de te vernieuwen codes die hij kende',
  name: 'de naam, of het begin van de id',
  removeMore: 'Wat er daarna wordt geschreven, leest hij niet. Ook zijn sessie en zijn vertrouwen eindigen.',
  renewals: 'te vernieuwen codes tonen die verwijderde computers kenden: computer, uitgever, account en id',
  done: 'ze afvinken, omdat hun sites nieuwe hebben',
  off: 'het uitzetten op deze computer; de codes blijven',
  everywhere: 'op alle computers, en alles ervan op de server verwijderen; de codes blijven',

  stages: {
    off: 'uit',
    on: 'aan',
    entering: 'deze computer wordt toegelaten',
    waiting: 'wacht op toelating',
    unreadable: 'aan, maar wat het bewaart gaat niet open',
  },
  notOn: {
    off: 'Synchroniseren staat hier uit. “latchkey sync on” zet het aan, “latchkey sync join” doet mee met je andere computers.',
    entering: 'Deze computer wordt nog toegelaten. “latchkey sync now” probeert het opnieuw.',
    waiting: 'Deze computer wacht op toelating: “latchkey sync join” toont de woorden opnieuw.',
    unreadable:
      'Wat de synchronisatie hier bewaart, gaat niet open. Eerst “latchkey sync off”, dan “latchkey sync join”; je codes blijven.',
  },
  already: {
    on: 'Synchroniseren staat hier al aan.',
    entering: 'Deze computer wordt al toegelaten. “latchkey sync now” probeert het opnieuw.',
    waiting:
      'Deze computer wacht met woorden op toelating. “latchkey sync join” toont ze, “latchkey sync off” trekt ze in.',
    unreadable:
      'Wat de synchronisatie hier bewaart, gaat niet open. “latchkey sync off” geeft het op; je codes blijven.',
  },
  troubles: {
    offline: 'De accountserver is niet te bereiken.',
    signedOut: 'Niemand is bij het account aangemeld.',
    trustEnded: 'Niemand is aangemeld, en het vertrouwen in deze computer is afgelopen.',
    busy: 'De server vraagt om even te wachten.',
    readOnly: 'De kluis is hier niet te beschrijven.',
    notWritten: 'Wat de synchronisatie nodig heeft, was hier niet te schrijven.',
    full: 'Het account heeft geen ruimte meer om te synchroniseren.',
    refused: 'De server neemt niet aan wat deze Latchkey schrijft.',
    ended: 'De synchronisatie is overal uitgezet.',
    notMember: 'De server zegt dat deze computer niet meedoet, en toont geen bewijs.',
    removed: 'Een andere computer heeft deze eruit gehaald.',
    stopped: 'Wat de server laat zien, klopt niet. Er is niets van gebruikt.',
    notWelcomed: 'Niets bewijst dat wat de server laat zien van jou is. Er is niets van gebruikt.',
    unreadable: 'Wat de synchronisatie naast de kluis bewaart, gaat niet open.',
    newer: 'Een nieuwere Latchkey schreef wat de synchronisatie naast de kluis bewaart.',
  },
  nexts: {
    wait: 'Er is niets verloren; de volgende keer wordt het opnieuw geprobeerd.',
    signIn: 'Meld je aan: latchkey account sign-in.',
    stepUp: 'Doe opnieuw wat je wilde; dan wordt om een tweede factor gevraagd.',
    makeWritable: 'Geef Latchkey een map die het kan beschrijven, met ruimte op de schijf.',
    makeRoom: 'Verwijder definitief wat je niet meer nodig hebt.',
    update: 'Werk Latchkey bij.',
    tryAgain: 'Vergelijk je codes met die op je andere computers, en dan: latchkey sync now --again.',
    joinAgain: 'Eerst latchkey sync off, dan latchkey sync join. Je codes blijven.',
  },
  advice: {
    SYNC_STEP: '“latchkey sync status” toont hoe het ervoor staat.',
    SYNC_OFF: '“latchkey sync on” zet het aan. Je codes hier blijven.',
    SYNC_NOT_MEMBER: 'Je codes hier blijven. Eerst latchkey sync off, dan latchkey sync join.',
    SYNC_STALE: 'Er is niets verloren. Probeer het opnieuw.',
    SYNC_REFUSED: 'Er is niets veranderd. Werk Latchkey bij.',
    SYNC_FULL: 'Verwijder definitief wat je niet meer nodig hebt.',
    SYNC_ASKS: '“latchkey sync status” toont de vraag; latchkey sync answer beantwoordt die.',
    SYNC_LATER: 'Er is niets verloren; probeer het zo opnieuw.',
    SYNC_ELSEWHERE: '“latchkey sync join” laat deze computer meedoen.',
    SYNC_KIT_UNKNOWN: 'Het hoort bij een ander account, of een nieuwer heeft het vervangen.',
    JOIN_NOT_SEEN: 'Laat de hele QR-code op dit scherm zien, of typ de zes woorden.',
    JOIN_NOT_ASKED:
      'Controleer de woorden, en of de andere computer nog wacht en bij dit account is aangemeld.',
    MEMBER_NOT_FOUND: 'Misschien is hij er intussen uit gehaald: “latchkey sync members”.',
    MEMBER_SELF: 'Eerst hier latchkey sync off; daarna haalt een andere computer deze eruit.',
  },
  telling: {
    notKept: (reason) =>
      `Er is niets verstuurd. Kijk of de map van Latchkey te beschrijven is en of er ruimte is. (${reason})`,
    stopped: (fault) => `Er is niets van gebruikt. “latchkey sync status” zegt wat je kunt doen. (${fault})`,
    wordUnknown: (place, meant) =>
      `Het is woord ${place}.${meant.length === 0 ? '' : ` Misschien: ${meant.join(', ')}.`}`,
    wordsCount: (count) => `Het waren er ${count}.`,
  },

  kit: 'herstelblad',
  kitIn: 'doet mee',
  kitOut: 'doet niet mee; latchkey sync add --kit',
  aloneUntil: (when) => `tot ${when}, meld je daarna weer aan`,
  aloneNot: 'alleen zolang je bent aangemeld; vertrouw deze computer bij de volgende aanmelding',
  founder: 'zette het aan',
  asLastSeen: 'De server was niet te vragen. Zoals het laatst gezien:',
  question: (count) =>
    count === 1
      ? 'Andere computers hebben een vermelding verwijderd die hier nog staat. Hier ook verwijderen, of overal bewaren? latchkey sync answer delete, of keep.'
      : `Andere computers hebben ${count} vermeldingen verwijderd die hier nog staan. Hier ook verwijderen, of overal bewaren? latchkey sync answer delete, of keep.`,
  noQuestion: 'Er is geen vraag.',
  conflict: (entry, first, second) =>
    `Twee computers gaven één vermelding verschillende sleutels: ${nameOf(entry)}. Kijk wiens code werkt (${first}, ${second}), en verwijder de andere met latchkey rm.`,

  askKit: 'Code van het herstelblad',
  askWords: 'De zes woorden',
  askRemove: (name) => `${isolated(name)} eruit halen?`,
  askEverywhere: 'De synchronisatie op al je computers uitzetten, en alles ervan op de server verwijderen?',
  turnedOn:
    'Synchroniseren staat aan. Op je andere computers: latchkey sync join, of Instellingen in het venster.',
  typeThem:
    'Op een computer die meedoet: latchkey sync add, en deze woorden. Of laat het venster daar de QR-code scannen.',
  waits: 'Wacht op toelating. Ctrl-C trekt het in.',
  tookBack: 'Ingetrokken. Deze computer wacht niet meer, en de woorden zijn nergens goed voor.',
  isIn: 'Deze computer doet mee.',
  added: (name, platform) => `Toegelaten: ${isolated(name)} (${isolated(platform)}).`,
  addedKit: 'Het herstelblad doet mee.',
  removed: (name) => `Eruit gehaald: ${isolated(name)}.`,
  renew:
    'Die kent deze codes nog. Stel elk ervan bij de site opnieuw in; latchkey sync renewals --done vinkt af.',
  offHere:
    'Synchroniseren staat hier uit. Je codes blijven. Een andere computer haalt deze uit de lijst: latchkey sync remove.',
  offEverywhere: 'Synchroniseren staat overal uit. Je codes blijven op elke computer.',
};
