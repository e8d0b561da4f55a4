/** The moving list: sites whose codes are brought over one by one, from apps that let nobody export. */
export const moving = {
  title: 'Transférer site par site',
  text: 'Authy et Microsoft Authenticator ne permettent pas d’exporter. Notez les sites que vous y avez et transférez-les un par un. La liste est gardée dans votre coffre, chiffrée : vous pouvez vous arrêter et reprendre un autre jour.',
  start: 'Créer une liste',
  goOn: 'Reprendre la liste',
  list: 'Votre liste',
  none: 'Elle est encore vide.',
  progress_one: 'Transférés : {{moved, number}} sur {{count, number}}',
  progress_many: 'Transférés : {{moved, number}} sur {{count, number}}',
  progress_other: 'Transférés : {{moved, number}} sur {{count, number}}',
  add: 'Ajouter des sites',
  app: 'Où sont leurs codes actuellement ?',
  otherApp: 'Autre application',
  oldApp: 'l’ancienne application',
  names: 'Sites, un par ligne',
  namesHint: 'Saisissez ce que l’autre application affiche, ou collez une liste.',
  nameTooLong: 'Ce nom est trop long : {{name}}…',
  addDo: 'Ajouter à la liste',
  added_one: '{{count, number}} site ajouté.',
  added_many: '{{count, number}} de sites ajoutés.',
  added_other: '{{count, number}} sites ajoutés.',
  addedNone: 'Rien n’a été ajouté.',
  skipped_one:
    '{{count, number}} est déjà dans la liste. Pour un autre compte sur ce site, ajoutez un mot : « Google travail ».',
  skipped_many:
    '{{count, number}} sont déjà dans la liste. Pour un autre compte sur ces sites, ajoutez un mot : « Google travail ».',
  skipped_other:
    '{{count, number}} sont déjà dans la liste. Pour un autre compte sur ces sites, ajoutez un mot : « Google travail ».',
  isMoved: '{{name}} : transfert terminé',
  toMove: 'À transférer depuis {{app}}',
  toMoveHere: 'À transférer depuis {{app}}. Un code de ce nom est déjà présent.',
  moved: 'Transféré',
  movedAs: 'Transféré : {{name}}',
  step_signIn:
    'Connectez-vous sur {{name}} avec le code affiché dans {{app}}, et ouvrez-y les paramètres de sécurité.',
  step_change:
    'Choisissez de changer d’application d’authentification. Si ce n’est pas proposé, désactivez puis réactivez la double authentification.',
  step_microsoft:
    'Si le site est de Microsoft, demandez-y une autre application d’authentification : le code QR habituel ne fonctionne que dans Microsoft Authenticator.',
  step_scan: 'Quand le site affiche un code QR, appuyez sur le bouton ci-dessous et scannez-le.',
  step_check:
    'Donnez au site le code que Latchkey affiche, et conservez les éventuels nouveaux codes de récupération.',
  step_delete: 'Une fois que le site l’a accepté, et pas avant, supprimez l’ancien code dans {{app}}.',
  addCode: 'Ajouter le code',
  hereText:
    'Si c’est le même compte et que le site accepte le code présent ici, cochez la case. Il n’y a rien d’autre à faire.',
  movedText: 'Une fois que le site a accepté un code de Latchkey, supprimez l’ancien dans {{app}}.',
  showCode: 'Afficher le code',
  rename: 'Renommer',
  name: 'Nom du site',
  nameEmpty: 'Donnez-lui un nom.',
  remove: 'Retirer',
  removed: 'Retiré de la liste : {{name}}.',
  renamed: 'Nouveau nom : {{name}}.',
  doneTitle: 'Tous les sites sont transférés',
  doneText:
    'Gardez l’ancienne application jusqu’à une première connexion réussie sur chacun d’eux. Supprimez-y ensuite les codes, et videz cette liste.',
  clear: 'Vider la liste',
  cleared: 'La liste est vidée. Les codes restent.',
  addTitle: 'Ajouter le code : {{name}}',
  backToList: 'Retour à votre liste',
  remind: 'Votre transfert n’est pas terminé',
  remindText_one: 'Sites transférés depuis l’ancienne application : {{moved, number}} sur {{count, number}}.',
  remindText_many:
    'Sites transférés depuis l’ancienne application : {{moved, number}} sur {{count, number}}.',
  remindText_other:
    'Sites transférés depuis l’ancienne application : {{moved, number}} sur {{count, number}}.',
} as const;
