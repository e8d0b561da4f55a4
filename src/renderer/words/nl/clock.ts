/** De klok waar codes van uitgaan. */
export const clock = {
  text: 'De meeste codes gaan uit van de klok van deze computer. Loopt die verkeerd, dan weigeren sites ze.',
  doubtTitle: 'De klok van deze computer loopt misschien verkeerd',
  doubtDo: 'Controleer de klok',
  behind:
    'Hij loopt {{span}} achter op de klok van de accountserver. Sites kunnen je codes daardoor weigeren.',
  ahead: 'Hij loopt {{span}} voor op de klok van de accountserver. Sites kunnen je codes daardoor weigeren.',
  correctionWrong:
    'De correctie van je codes klopt niet meer: volgens de accountserver zitten ze er {{span}} naast. Waarschijnlijk is de klok van de computer intussen goed gezet.',
  setForward:
    'Hij is zojuist {{span}} vooruitgezet. Klopt dat, dan is alles in orde. Klopt het niet, dan weigeren sites je codes.',
  setBack:
    'Hij is zojuist {{span}} teruggezet. Klopt dat, dan is alles in orde. Klopt het niet, dan weigeren sites je codes.',
  setIt: {
    linux:
      'Zet de klok gelijk: zet automatische datum en tijd aan in de systeeminstellingen, of voer “timedatectl set-ntp true” uit.',
    darwin:
      'Zet de klok gelijk: Systeeminstellingen → Algemeen → Datum en tijd → Stel tijd en datum automatisch in.',
    win32: 'Zet de klok gelijk: Instellingen → Tijd en taal → Datum en tijd → Tijd automatisch instellen.',
    other: 'Zet de klok gelijk: zet automatische datum en tijd aan in de systeeminstellingen.',
  },
  correctBy: 'Corrigeer in plaats daarvan de codes',
  trust: 'De klok klopt',
  correctedLater: 'Codes worden gemaakt voor {{span}} later dan de klok van deze computer.',
  correctedEarlier: 'Codes worden gemaakt voor {{span}} eerder dan de klok van deze computer.',
  correctedText:
    'Je koos deze correctie omdat de klok verkeerd liep. Draai die terug zodra de klok gelijk staat. De opdracht ‘latchkey’ gebruikt haar ook.',
  takeBack: 'Draai de correctie terug',
  change: 'Wijzig',
  compare: 'Vergelijk met de accountserver',
  compareText: 'Die vertelt hoe laat het is. Er wordt verder niets verstuurd.',
  compareNow: 'Vergelijk nu',
  notCompared: 'Nog niet vergeleken.',
  agrees: 'Ze liepen gelijk op {{when}}.',
  byHand: 'Vergelijk met je telefoon',
  byHandText:
    'Een telefoon zet zijn klok zelf gelijk. Typ de minuut die hij straks aangeeft, en druk op de knop zodra hij dat doet.',
  nextMinute: 'Volgende minuut op de telefoon',
  notATime: 'Typ een tijd, bijvoorbeeld 14:05.',
  pressNow: 'Hij geeft hem nu aan',
  byHandAgrees: 'De klokken lopen gelijk. Het ligt niet aan de klok.',
  byHandBehind: 'De klok van deze computer loopt {{span}} achter.',
  byHandAhead: 'De klok van deze computer loopt {{span}} voor.',
  otherReasons: 'Als de klok klopt',
  reasonUsed: 'Elke code werkt één keer. Wacht op de volgende en probeer die.',
  reasonOther: 'Is het de juiste vermelding? De accountnaam staat onder die van de site.',
  reasonReplaced:
    'Is de tweestapsverificatie bij de site opnieuw ingesteld? Dan gaf de site een nieuwe sleutel en is de vermelding hier de oude.',
} as const;
