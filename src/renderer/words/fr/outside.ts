/** When this window is not the one that is let in. */
export const outside = {
  closedTitle: 'Cette fenêtre n’a pas accès à Latchkey',
  closedText: 'Chaque adresse de démarrage donne accès à une fenêtre, une seule fois.',
  elsewhereTitle: 'Latchkey est ouvert dans une autre fenêtre',
  elsewhereText:
    'Une seule fenêtre a accès à la fois, pour qu’aucune autre page ne puisse regarder. Continuez dans celle-là.',
  again:
    'Pour utiliser Latchkey ici, appuyez sur Entrée dans le terminal où il tourne et ouvrez la nouvelle adresse qui s’y affiche.',
  notYou:
    'Vous n’avez pas ouvert d’autre fenêtre ? Arrêtez alors Latchkey dans son terminal, et redémarrez-le.',
} as const;
