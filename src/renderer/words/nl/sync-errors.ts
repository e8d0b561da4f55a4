/** Synchronisatie: wat er gebeurde; wat niet is veranderd en wat je kunt doen. */
export const syncErrors = {
  SYNC_STEP: {
    title: 'De synchronisatie is al verder',
    text: 'Ze is niet meer zoals het scherm liet zien, dus er is niets gedaan. Wat je nu ziet, is hoe het ervoor staat.',
  },
  SYNC_NOT_KEPT: {
    title: 'Wat de synchronisatie nodig heeft, kon hier niet worden bewaard',
    text: 'Er is niets verstuurd en geen code veranderd. Kijk of de schijf niet vol is en of de map van Latchkey beschrijfbaar is, en probeer het opnieuw. ({{reason}})',
  },
  SYNC_STOPPED: {
    title: 'De synchronisatie is gestopt',
    text: 'Wat de server laat zien, klopt niet, dus er is niets van gebruikt. Je codes hier blijven zoals ze zijn. Vergelijk ze met die op je andere computers en probeer het dan opnieuw. ({{fault}})',
  },
  SYNC_ASKS: {
    title: 'Eerst een vraag',
    text: 'Een andere computer heeft veel codes verwijderd. Zeg eerst of ze hier ook weg mogen; verder is er niets gedaan.',
  },
  SYNC_LATER: {
    title: 'Je andere computers waren sneller',
    text: 'Ze schreven iets, telkens als deze het probeerde. Er is niets verloren; probeer het zo opnieuw.',
  },
  SYNC_ELSEWHERE: {
    title: 'De synchronisatie staat al aan voor je account',
    text: 'Er is niets veranderd. Laat deze computer meedoen met woorden of met het herstelblad.',
  },
  SYNC_KIT_UNKNOWN: {
    title: 'De synchronisatie kent dit herstelblad niet',
    text: 'Het hoort bij een ander account, of een nieuwer heeft het vervangen. Er is niets veranderd. Neem het nieuwste blad, of de woorden.',
  },
  JOIN_WORD_UNKNOWN: {
    title: 'Dit woord bestaat niet',
    text: 'Kijk op de andere computer nog eens naar woord {{place}}. Woorden die erop lijken: {{meant}}. Er is niets veranderd.',
  },
  JOIN_WORDS_COUNT: {
    title: 'Het zijn zes woorden',
    text: 'Er zijn er {{words}} ingevoerd. Er is niets veranderd; neem ze alle zes over, in hun volgorde.',
  },
  JOIN_NOT_SEEN: {
    title: 'Er is geen QR-code van een computer gevonden',
    text: 'Laat de hele QR-code zien van de computer die mee gaat doen, scherp en niet te klein, en probeer het opnieuw. Of typ de zes woorden. Er is niets veranderd.',
  },
  JOIN_NOT_ASKED: {
    title: 'Er wacht geen computer met deze woorden',
    text: 'Er is niets veranderd. Controleer de woorden, en of de andere computer ze nog laat zien en bij hetzelfde account is ingelogd.',
  },
  MEMBER_NOT_FOUND: {
    title: 'Die doet niet meer mee',
    text: 'Een andere computer heeft die er intussen uit gehaald. Verder is er niets veranderd.',
  },
  MEMBER_SELF: {
    title: 'Een computer kan zichzelf niet verwijderen',
    text: 'Er is niets veranderd. Zet de synchronisatie hier uit en verwijder deze computer dan vanaf een andere.',
  },
};
