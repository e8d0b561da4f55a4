import type { broken as english } from '../en/broken.ts';

/** When the window itself breaks. Read without the rest of the words, which may be what broke. */
export const broken: Record<keyof typeof english, string> = {
  title: 'Cette fenêtre s’est arrêtée',
  text: 'Une erreur s’y est produite. Votre coffre est intact : la fenêtre n’y écrit pas, et rien n’y a été perdu.',
  todo: 'Rechargez la fenêtre. Si elle s’arrête encore, quittez Latchkey et redémarrez-le.',
  reload: 'Recharger',
  place: 'Votre coffre est ce fichier :',
  details: 'Détails techniques',
  detailsText:
    'Pour un signalement : l’endroit du programme où l’erreur s’est produite, sans rien de personnel.',
  copy: 'Copier les détails',
  copied: 'Copié',
};
