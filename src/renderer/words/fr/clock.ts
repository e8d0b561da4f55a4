/** The clock that codes go by. */
export const clock = {
  text: 'La plupart des codes suivent l’horloge de cet ordinateur. Si elle n’est pas à l’heure, les sites les refusent.',
  doubtTitle: 'L’horloge de cet ordinateur n’est peut-être pas à l’heure',
  doubtDo: 'Vérifier l’horloge',
  behind:
    'Elle retarde de {{span}} sur l’horloge du serveur de comptes : les sites refuseront peut-être vos codes.',
  ahead:
    'Elle avance de {{span}} sur l’horloge du serveur de comptes : les sites refuseront peut-être vos codes.',
  correctionWrong:
    'La correction de vos codes n’est plus bonne : d’après l’horloge du serveur de comptes, l’écart est de {{span}}. L’horloge de l’ordinateur a sans doute été remise à l’heure depuis.',
  setForward:
    'Elle vient d’être avancée de {{span}}. Si c’est juste, tout va bien. Sinon, les sites refuseront vos codes.',
  setBack:
    'Elle vient d’être reculée de {{span}}. Si c’est juste, tout va bien. Sinon, les sites refuseront vos codes.',
  setIt: {
    linux:
      'Le mieux est de régler l’horloge : activez la date et l’heure automatiques dans les paramètres du système, ou exécutez « timedatectl set-ntp true ».',
    darwin:
      'Le mieux est de régler l’horloge : Réglages Système → Général → Date et heure → Régler la date et l’heure automatiquement.',
    win32:
      'Le mieux est de régler l’horloge : Paramètres → Heure et langue → Date et heure → Définir l’heure automatiquement.',
    other:
      'Le mieux est de régler l’horloge : activez la date et l’heure automatiques dans les paramètres du système.',
  },
  correctBy: 'Corriger plutôt les codes',
  trust: 'L’horloge est à l’heure',
  correctedLater: 'Les codes suivent l’heure de cet ordinateur, plus {{span}}.',
  correctedEarlier: 'Les codes suivent l’heure de cet ordinateur, moins {{span}}.',
  correctedText:
    'Vous avez choisi cette correction parce que l’horloge n’était pas à l’heure. Annulez-la dès que l’horloge est réglée. La commande « latchkey » en tient compte aussi.',
  takeBack: 'Annuler la correction',
  change: 'Modifier',
  compare: 'Comparer avec le serveur de comptes',
  compareText: 'Il donne l’heure. Rien d’autre n’est envoyé.',
  compareNow: 'Comparer',
  notCompared: 'Pas encore de comparaison.',
  agrees: 'Les deux horloges concordaient le {{when}}.',
  byHand: 'Comparer avec votre téléphone',
  byHandText:
    'Un téléphone se règle tout seul. Saisissez la minute qu’il affichera ensuite, et appuyez sur le bouton au moment où elle apparaît.',
  nextMinute: 'Prochaine minute',
  notATime: 'Saisissez une heure, par exemple 14:05.',
  pressNow: 'Elle vient d’apparaître',
  byHandAgrees: 'Les deux horloges concordent. L’horloge n’est pas en cause.',
  byHandBehind: 'L’horloge de cet ordinateur retarde de {{span}}.',
  byHandAhead: 'L’horloge de cet ordinateur avance de {{span}}.',
  otherReasons: 'Si l’horloge est à l’heure',
  reasonUsed: 'Un code ne sert qu’une fois. Attendez le suivant et réessayez.',
  reasonOther: 'Est-ce la bonne entrée ? Le nom du compte figure sous celui du site.',
  reasonReplaced:
    'La double authentification a-t-elle été reconfigurée sur le site ? Il a alors donné une nouvelle clé, et l’entrée d’ici a encore l’ancienne.',
} as const;
