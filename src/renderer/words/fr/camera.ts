/** Looking through a camera for a QR code. */
export const camera = {
  use: 'Utiliser la caméra',
  useText: 'Pour un code sur papier ou sur un téléphone',
  title: 'Scanner avec la caméra',
  starting: 'Démarrage de la caméra. Si une autorisation est demandée, acceptez-la.',
  hold: 'Tenez le code QR devant la caméra jusqu’à ce qu’il soit entièrement dans l’image. Aucune image n’est conservée.',
  live: 'Ce que voit la caméra',
  device: 'Caméra',
  off: 'La caméra est éteinte.',
  more: 'Continuer la recherche',
  allowInBrowser:
    'Le navigateur ne l’a pas autorisée. Autorisez la caméra pour cette page, avec l’icône en haut de la fenêtre, puis réessayez.',
  troubles: {
    refused: {
      title: 'Latchkey ne peut pas utiliser la caméra',
      text: 'Cet ordinateur ne l’a pas autorisée. Autorisez Latchkey à utiliser la caméra dans les paramètres de confidentialité du système, puis réessayez.',
    },
    none: {
      title: 'Aucune caméra trouvée',
      text: 'Branchez-en une ou allumez-la, puis réessayez. Une image du code convient aussi.',
    },
    taken: {
      title: 'La caméra ne démarre pas',
      text: 'Un autre programme l’utilise peut-être. Terminez par exemple un appel vidéo, puis réessayez.',
    },
    gone: {
      title: 'La caméra n’est plus là',
      text: 'Elle a été débranchée ou éteinte. Rebranchez-la, puis réessayez.',
    },
    failed: {
      title: 'La caméra ne donne pas d’image',
      text: 'Réessayez, ou choisissez une image du code.',
    },
  },
} as const;
