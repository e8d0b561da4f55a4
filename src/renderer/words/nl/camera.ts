/** Met een camera naar een QR-code kijken. */
export const camera = {
  use: 'Gebruik de camera',
  useText: 'Voor een code op papier of op een telefoon',
  title: 'Scannen met de camera',
  starting: 'De camera wordt gestart. Sta hem toe als daarom wordt gevraagd.',
  hold: 'Houd de QR-code voor de camera tot hij helemaal in beeld is. Er wordt geen beeld bewaard.',
  live: 'Wat de camera ziet',
  device: 'Camera',
  off: 'De camera staat uit.',
  more: 'Zoek verder',
  allowInBrowser:
    'De browser stond het niet toe. Sta de camera voor deze pagina toe met het pictogram bovenaan het venster en probeer het opnieuw.',
  troubles: {
    refused: {
      title: 'Latchkey mag de camera niet gebruiken',
      text: 'Deze computer stond het niet toe. Geef Latchkey in de privacyinstellingen van het systeem toegang tot de camera en probeer het opnieuw.',
    },
    none: {
      title: 'Er is geen camera gevonden',
      text: 'Sluit er een aan of zet hem aan en probeer het opnieuw. Een afbeelding van de code kan ook.',
    },
    taken: {
      title: 'De camera start niet',
      text: 'Misschien gebruikt een ander programma hem. Beëindig bijvoorbeeld een videogesprek en probeer het opnieuw.',
    },
    gone: {
      title: 'De camera is weg',
      text: 'Hij is losgekoppeld of uitgezet. Sluit hem aan en probeer het opnieuw.',
    },
    failed: {
      title: 'De camera geeft geen beeld',
      text: 'Probeer het opnieuw, of kies een afbeelding van de code.',
    },
  },
} as const;
