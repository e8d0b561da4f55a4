/** Synchronisatie: dezelfde codes op elk van iemands computers. */
export const sync = {
  text: 'Je computers houden dezelfde codes bij, versleuteld voordat ze deze verlaten. De server die ze doorgeeft, ziet de namen van je computers, hoeveel codes er zijn, ongeveer hoe groot en wanneer ze veranderen: geen code, en geen naam van een site.',

  off: 'De synchronisatie staat uit op deze computer',
  signInText: 'Ze loopt via je account. Meld je eerst aan.',
  signIn: 'Meld je aan',
  firstTitle: 'Begin met deze computer',
  firstText:
    'Zet de synchronisatie hier aan, met het herstelblad van deze kluis bij de hand. Voeg daarna je andere computers toe.',
  noKit:
    'Er is een herstelblad voor nodig: een blad papier dat je codes terugbrengt, ook als je al je computers kwijt bent.',
  turnOn: 'Zet de synchronisatie aan…',
  joinTitle: 'Doe mee met een andere computer',
  joinText:
    'Op een van je computers staat de synchronisatie al aan. De codes die hier zijn, blijven en gaan ook naar de andere.',
  joinByWords: 'Doe mee met zes woorden',
  joinByKit: 'Doe mee met het herstelblad…',
  lostTitle: 'Doet geen van je computers meer mee?',
  lostText:
    'Zonder een computer die meedoet en zonder het herstelblad kan niemand deze binnenlaten. Zet de synchronisatie overal uit en begin opnieuw. De codes op je computers blijven.',

  turnOnTitle: 'Zet de synchronisatie aan',
  turnOnText:
    'Voer de code van het herstelblad van deze kluis in. Dan brengt het blad je codes terug, ook als je al je computers kwijt bent.',
  turnOnDo: 'Zet aan',
  turnOnDone: 'De synchronisatie staat aan. Voeg nu je andere computers toe.',
  joinByKitTitle: 'Doe mee met het herstelblad',
  joinByKitText: 'Voer de code in van het blad dat meedoet. Meestal is dat het blad van je eerste computer.',
  joinByKitDo: 'Doe mee',
  joinByKitDone: 'Deze computer doet mee.',
  addKitTitle: 'Voeg het herstelblad toe',
  addKitText:
    'Voer de code van het blad van deze kluis in. Het komt in de plaats van een blad dat al meedoet.',
  addKitDo: 'Voeg het toe',
  addKitDone: 'Het herstelblad doet mee.',

  waitingTitle: 'Laat deze computer binnen',
  waitingText:
    'Open op een computer die al meedoet $t(settings.title) → $t(settings.sync) → $t(sync.add). Typ daar deze woorden, of scan de QR-code.',
  words: 'De zes woorden',
  qr: 'De zes woorden als QR-code',
  secret:
    'Laat ze aan niemand anders zien: ze laten deze computer binnen en bewijzen hem dat het jouw account is.',
  waiting: 'Wachten op de andere computer…',
  enteringTitle: 'Deze computer komt erbij',
  enteringText: 'Dat gaat vanzelf verder zodra de server antwoordt.',
  giveUp: 'Geef het op',

  add: 'Voeg een computer toe',
  addText:
    'Open op de nieuwe computer $t(settings.title) → $t(settings.sync) en kies ‘$t(sync.joinByWords)’. Voer de woorden hier in.',
  addHint:
    'Hoofdletters en wat er tussen de woorden staat, maken niet uit. Vier letters van een woord zijn genoeg.',
  addDo: 'Laat hem binnen',
  addDone: '{{name}} doet mee.',
  scanText:
    'Of met de QR-code: op dit scherm, voor de camera of in een afbeelding, die je hier ook kunt plakken of neerzetten.',
  scanning: 'De QR-code van de computer wordt gezocht…',
  scanStopped: 'De scan is gestopt. Niemand is binnengelaten.',

  agreed: 'Je computers hebben dezelfde codes',
  agreedText: 'Voor het laatst gelijk: {{when}}.',
  agreedLast: 'Voor het laatst gelijk: {{when}}',
  notYet: 'Nog niets van de server gehoord',
  notYetText: 'Niet sinds Latchkey is gestart.',
  pending_one: '{{count, number}} wijziging moet nog worden verstuurd',
  pending_other: '{{count, number}} wijzigingen moeten nog worden verstuurd',
  pendingText: 'Ze zijn veilig op deze computer en gaan weg zodra dat lukt.',
  alone: 'Het gaat vanzelf door tot {{when}}. Meld je daarna weer aan.',
  aloneNot:
    'Het gaat door zolang je bent aangemeld. Vink bij de volgende aanmelding ‘Vertrouw deze computer’ aan, dan gaat het {{period}} lang vanzelf door.',
  look: 'Kijk nu',
  tooLarge: 'Te groot om te versturen',
  tooLargeText:
    'Deze blijven alleen op deze computer. Maak de notitie korter of kies een kleinere afbeelding.',
  unreadable_one: '{{count, number}} code van je andere computers is hier niet te lezen',
  unreadable_other: '{{count, number}} codes van je andere computers zijn hier niet te lezen',
  unreadableText:
    'Er gaat niets van verloren en er verandert niets aan. Een nieuwere Latchkey kan het misschien lezen.',
  kept: 'Elders verwijderd, toch gebleven',
  keptText: 'Deze zijn op een andere computer verwijderd en op deze gewijzigd. Ze blijven op alle computers.',

  question: 'Deze codes hier ook verwijderen?',
  questionText_one:
    'Een andere computer heeft {{count, number}} code verwijderd die hier is. Tot je antwoordt, wordt er niets verstuurd of overgenomen.',
  questionText_other:
    'Een andere computer heeft {{count, number}} codes verwijderd die hier zijn. Tot je antwoordt, wordt er niets verstuurd of overgenomen.',
  questionKeep: 'Houd ze',
  questionDelete: 'Verwijder ze',
  questionKept: 'Ze blijven, en komen terug op je andere computers.',
  questionDeleted: 'Ze zijn hier ook verwijderd.',

  conflict: 'Twee sleutels voor {{name}}: welke werkt?',
  conflictText:
    'Twee van je computers hebben er verschillende sleutels voor. Probeer beide codes op de site. Die niet werkt, gaat naar de verwijderde codes.',
  conflict_first: 'Eerste sleutel',
  conflict_second: 'Tweede sleutel',
  works: 'Deze werkt',
  worksBoth: 'Beide werken',
  settled: 'De andere staat bij de verwijderde codes.',
  settledBoth: 'Beide blijven.',

  members: 'Je computers',
  membersText: 'Elk hiervan kan je codes openen. Ken je er een niet, verwijder die dan.',
  here: 'deze computer',
  kit: 'Herstelblad',
  memberFounded: 'Zette de synchronisatie aan, {{when}}',
  memberAdded: 'Binnengelaten door {{name}}, {{when}}',
  memberAddedByKit: 'Binnengelaten door het herstelblad, {{when}}',
  memberAddedByGone: 'Binnengelaten door een computer die is verwijderd, {{when}}',
  memberSeen: 'Laatst gesynchroniseerd {{when}}',
  noKitIn: 'Er doet geen herstelblad mee',
  noKitInText: 'Daarmee komen je codes terug, ook als je al je computers kwijt bent.',
  addKit: 'Voeg het herstelblad toe…',
  replaceKit: 'Vervang…',
  remove: 'Verwijder',
  removeName: 'Verwijder {{name}}',
  removeTitle: '{{name}} verwijderen?',
  removeText: 'Hij krijgt vanaf nu niets nieuws en wordt afgemeld bij je account.',
  removeKnew:
    'Wat hij wist, weet hij nog. Hierna krijg je een lijst van codes om bij hun sites te vernieuwen en af te vinken.',
  removeYes: 'Verwijder',
  removed: '{{name}} doet niet meer mee.',
  removeKitTitle: 'Het herstelblad verwijderen?',
  removeKitText:
    'Het blad brengt dan geen codes meer terug via de synchronisatie. De kluis waarvoor het is gemaakt, opent het nog wel.',
  removedKit: 'Het herstelblad doet niet meer mee.',

  renew: 'Vernieuw wat {{name}} kende',
  renewText: 'Stel elke code opnieuw in bij de site, bewaar de nieuwe sleutel hier en vink hem dan af.',
  renewAll: 'Alle zijn vernieuwd',
  renewDone: 'Alle codes die {{name}} kende, zijn afgevinkt.',

  turnOffTitle: 'Zet de synchronisatie uit',
  turnOffText: 'Je codes blijven in beide gevallen.',
  turnOffHere: 'Op deze computer…',
  turnOffEverywhere: 'Overal…',
  hereTitle: 'De synchronisatie uitzetten op deze computer?',
  hereText:
    'Hij vergeet zijn sleutels voor de synchronisatie. Je codes blijven, hier en op de andere. Verwijder hem daarna op een andere computer: tot dan telt hij als een die meedoet.',
  hereYes: 'Zet hier uit',
  hereDone: 'De synchronisatie staat uit op deze computer. Je codes blijven.',
  everywhereTitle: 'De synchronisatie overal uitzetten?',
  everywhereText:
    'De server wist alles van de synchronisatie. Je codes blijven op elke computer, maar een wijziging op de ene bereikt de andere niet meer.',
  everywhereYes: 'Zet overal uit',
  everywhereDone: 'De synchronisatie staat overal uit. Je codes blijven.',
  againTitle: 'Opnieuw meedoen?',
  againText:
    'Deze computer vergeet eerst zijn sleutels voor de synchronisatie. Zijn codes blijven. Daarna laat een andere computer of het herstelblad hem weer binnen.',
  againYes: 'Vergeet de sleutels',
  againDone: 'Doe nu mee met zes woorden of met het herstelblad.',

  troubles: {
    offline: {
      title: 'De server is niet te bereiken',
      text: 'Latchkey probeert het vanzelf opnieuw. Je codes werken als voorheen.',
    },
    signedOut: {
      title: 'De synchronisatie wacht tot je je aanmeldt',
      text: 'Tot dan wordt er niets verstuurd of opgehaald. Je codes werken als voorheen. Vink daarbij ‘Vertrouw deze computer’ aan: dan gaat de synchronisatie vanzelf door.',
    },
    trustEnded: {
      title: 'De synchronisatie wacht: het vertrouwen in deze computer is afgelopen',
      text: 'Tot je je weer aanmeldt, wordt er niets verstuurd of opgehaald. Je codes werken als voorheen. Vink daarbij ‘Vertrouw deze computer’ aan: dan gaat de synchronisatie weer vanzelf door.',
    },
    busy: {
      title: 'De server vraagt om te wachten',
      text: 'Latchkey probeert het zo vanzelf opnieuw. Er is niets verloren.',
    },
    readOnly: {
      title: 'Deze kluis kan nu niet worden gewijzigd',
      text: 'Dus er komt niets van je andere computers binnen, en er is niets verloren.',
    },
    notWritten: {
      title: 'Op deze computer kon niets worden geschreven',
      text: 'Er is niets verloren. Kijk of de schijf niet vol is en of de map van Latchkey beschrijfbaar is.',
    },
    full: {
      title: 'Er is geen ruimte meer voor de synchronisatie',
      text: 'Wat nieuw is, blijft voorlopig op deze computer. Verwijder voorgoed wat je niet meer nodig hebt.',
    },
    refused: {
      title: 'De server nam niet aan wat deze Latchkey schreef',
      text: 'Er is niets verloren. Een nieuwere Latchkey schrijft het misschien anders.',
    },
    unconfirmed: {
      title: 'De server wilde weten dat jij het bent',
      text: 'Wat je vroeg, is niet gedaan. Bevestig dat jij het bent en vraag het dan opnieuw.',
    },
    ended: {
      title: 'De synchronisatie is overal uitgezet',
      text: 'Je codes blijven op deze computer, maar volgen de andere niet meer.',
    },
    notMember: {
      title: 'De server zegt dat deze computer niet meedoet',
      text: 'Hij bewijst dat niet, dus er is hier niets veranderd. Kijk op je andere computers en probeer het dan opnieuw.',
    },
    removed: {
      title: 'Een andere computer heeft deze verwijderd',
      text: 'Hij krijgt niets nieuws. Je codes blijven hier zoals ze waren. Was jij het niet, kijk dan op je andere computers.',
    },
    stopped: {
      title: 'De synchronisatie is gestopt: wat de server laat zien, klopt niet',
      text: 'Er is niets van gebruikt, en je codes hier zijn zoals ze waren. Vergelijk ze met die op je andere computers en probeer het dan opnieuw. ({{fault}})',
    },
    notWelcomed: {
      title: 'Niets bewijst dat dit de synchronisatie van jouw account is',
      text: 'De server toont computers die de woorden van deze niet hebben gezien. Er is niets verstuurd of overgenomen. Doe opnieuw mee, met nieuwe woorden.',
    },
    unreadable: {
      title: 'Wat de synchronisatie op deze computer bewaart, is niet te lezen',
      text: 'Er wordt niets verstuurd of opgehaald, en je codes zijn zoals ze waren. Doe opnieuw mee om verder te gaan.',
    },
    newer: {
      title: 'Een nieuwere Latchkey schreef wat de synchronisatie hier bewaart',
      text: 'Deze laat het zoals het is. Installeer de nieuwere om verder te gaan.',
    },
  },
  nexts: {
    signIn: 'Meld je aan',
    stepUp: 'Bevestig dat jij het bent',
    makeWritable: 'Kijk opnieuw',
    makeRoom: 'Bekijk de verwijderde codes',
    update: 'Zoek een nieuwere Latchkey',
    tryAgain: 'Probeer opnieuw',
    joinAgain: 'Doe opnieuw mee…',
  },

  see: 'Bekijk de synchronisatie',
  warnQuestion: 'Een andere computer heeft veel codes verwijderd',
  warnQuestionText: 'Zeg of ze hier ook weg mogen. Tot dan wacht de synchronisatie.',
  warnConflicts: 'Twee sleutels voor één code',
  warnConflictsText_one:
    'Je computers hebben verschillende sleutels voor {{count, number}} code. Zeg welke werkt.',
  warnConflictsText_other:
    'Je computers hebben verschillende sleutels voor {{count, number}} codes. Zeg welke werken.',
} as const;
