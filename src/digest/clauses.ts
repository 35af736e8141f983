/** What a language's sentences are taken apart by: words that open a piece which the rest can do without. */
export interface ClauseWords {
  /** Openers of adverbial clauses: "while", "after". */
  readonly clause: string;
  /** Openers of a relative clause after a comma. */
  readonly relative: string;
  /** "and" before a second predicate, with the words that show it to be one (a noun after "and" is a list, which stays whole). */
  readonly coordinate?: { readonly and: string; readonly predicate: string };
  /** Prepositions of place and time that may close a sentence. */
  readonly place?: string;
  /** Openers of other phrases that a sentence can do without at its end, and set apart by commas: "during his speech", "in a letter". */
  readonly adjunct?: string;
  /** Prepositions that open a phrase behind the last comma. */
  readonly setOff?: string;
  /** Forms of verbs beyond the commonest: a closing phrase has none. */
  readonly verb?: string;
  /** The commonest of the forms that can only be a predicate: right before one of them a phrase between commas is an aside. */
  readonly finite?: string;
  /** What opens a closing clause that tells where it comes from: ", said the mayor", ", according to police". */
  readonly attribution?: string;
  /** Articles that open an apposition after a comma. */
  readonly article?: string;
  /** Participles that open a piece after a comma: ", signed by the mayor on Tuesday,". */
  readonly participle?: string;
  /** What opens a piece of place, time or description that a headline can end before, its first words included. */
  readonly phrase?: string;
  /** Forms that are the predicate of a sentence and nothing else. */
  readonly predicate?: string;
  /** "as well as": openers of a piece that only adds to what stands before. */
  readonly more?: string;
  /** Words that open a piece leading up to the subject: it ends at its comma, and without the comma there is no sentence yet. */
  readonly opening?: string;
  /** Whether every clause stands after a comma: there a bare opener is no border. */
  readonly commaFirst?: true;
}

const bokmal: ClauseWords = {
  clause: "mens|etter(?! hvert)|før|da|når|fordi|siden|selv om|ettersom|slik at|for å",
  relative: "som|der|hvor",
  coordinate: { and: "og", predicate: "han|hun|det|de|er|var|har|hadde|vil|ville|skal|skulle|ble|kan|kunne" },
  place: "i|på|ved|under|om",
  article: "en|et|ei|den|det|de",
  verb: "\\p{L}+(?:te|et)|er",
  phrase: "(?:etter|før|under|som|der|hvor)\\s|(?:i|på)\\s(?:\\p{Lu}|\\p{N})",
  more: "samt|sammen med|i tillegg til",
  adjunct: "i forbindelse med|på grunn av|i løpet av|som følge av|ved hjelp av|etter (?:en|et|den|det)|under (?:en|et|den|det)",
  setOff: "i|på|ved|under|med|fra|til|blant annet|inkludert|uten",
  finite: "er|var|har|hadde|vil|ville|skal|skulle|ble|blir|kan|kunne|må|måtte|får|fikk|\\p{L}{3,}(?:te|et)",
  attribution:
    "(?:ifølge|sier|sa|opplyser|opplyste|skriver|skrev|forteller|fortalte|melder|meldte|mener|mente|uttaler|uttalte|forklarer|forklarte|påpeker|viser)\\s",
  opening: "etter|mens|da|når|ifølge|med|under|siden|selv om|hvis|dersom|før",
};

const nynorsk: ClauseWords = {
  ...bokmal,
  clause: "medan|etter(?! kvart)|før|då|når|fordi|sidan|sjølv om|ettersom|slik at|for å",
  relative: "som|der|kor",
  coordinate: { and: "og", predicate: "han|ho|det|dei|er|var|har|hadde|vil|ville|skal|skulle|blei|vart|kan|kunne" },
  article: "ein|eit|ei|den|det|dei",
  finite: "er|var|har|hadde|vil|ville|skal|skulle|vart|blei|blir|kan|kunne|må|måtte|får|fekk|\\p{L}{3,}(?:te|a)",
  attribution: "(?:ifølgje|seier|sa|opplyser|skriv|skreiv|fortel|fortalde|melder|meiner|forklarer|viser)\\s",
  opening: "etter|medan|då|når|ifølgje|med|under|sidan|sjølv om|dersom|før",
};

export const clauseWords: Readonly<Record<string, ClauseWords>> = {
  en: {
    clause:
      "while|whereas|although|though|because|since|after|before|when|as|until|despite|following|amid|during|prompting|in a bid to|so that",
    relative: "who|which|whose|where|when",
    coordinate: {
      and: "and",
      predicate:
        "he|she|it|they|we|there|then|also|later|was|were|is|are|has|have|had|will|would|can|could|did|does|must|is now|went|took|made|became|left|found|gave|got|told|set|put|cut|hit|held|lost|won|led|ran|kept|brought|bought|fell|saw|shot|drove|threw|met|paid|sent|(?<!ed\\sand\\s)\\p{Ll}{3,}ed(?=\\s(?:the|an?|his|her|its|their|that|how|to|in|on|at|for|with|from|by|as|into|over|up|out|off|\\p{Lu}))|\\p{Ll}{3,}s(?=\\s(?:the|an?|his|her|its|their|how)\\s)",
    },
    place: "in|on|at|during|near|outside|inside|across|throughout|around|between",
    adjunct: "ahead of|as part of|thanks to|due to|because of|in order to|in connection with|in front of",
    setOff: "in|at|on|from|near|for|under|by|including|such as|like|among|during|after",
    finite: "was|were|is|are|has|have|had|will|would|can|could|did|does|said|says|told",
    attribution:
      "(?:according to|said|says)\\s|(?!(?:and|but|or|which|who|that|where|while|as|when|after|before)\\s)(?:(?!(?:who|which|that)\\s)[^,\\s]+\\s){1,8}(?:said|says|reported|reports|announced|told\\s[^,]{1,40})(?:\\s[^,]{1,40})?\\.?$",
    article: "an?|the|one of",
    participle:
      "(?!(?:said|told|asked|added|called|named|need|indeed|speed)\\s)\\p{Ll}{2,}(?:ed|wn|uilt|ound|eld|ought)\\s(?:by|in|on|at|as|with|after|from|to|for|when|during|over|near|outside|earlier|last)|(?:just|only|barely|nearly|almost|days|weeks|months|hours|years)\\s(?:after|before|later|an?|the)",
    verb: "\\p{L}{3,}(?:ed|ing)|told|took|made|went|got|came|became|left|found|gave|saw|won|lost|held|kept|led|met|ran|sent|set|shows?|says?|do|does",
    phrase:
      "(?:after|before|amid|during|despite|following|near|who|whose|where)\\s|on\\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:in|at)\\s(?:the\\s)?\\p{Lu}|(?:in|on)\\s\\p{N}",
    predicate:
      "was|were|is|are|has|have|had|will|would|can|could|may|might|must|should|did|does|said|says|told|took|made|went|got|came|became|left|found|gave|saw|won|lost|held|kept|led|met|ran|sent|fell|rose|grew|beat|hit|cut|put|shot|struck|broke|began|spent|drew|threw|flew|paid|sold|bought|brought|caught|fought|thought|stood|chose|wants?|needs?|likes?|plans?|faces?|warns?|calls?|makes?|takes?|gets?|seeks?|believes?|knows?|claims?|admits?|(?!(?:need|speed|seed|feed)\\s)\\p{Ll}{2,}ed(?!\\s(?:of|by|with|in|as|at|on|for|from|\\p{Ll}+ing)(?!\\p{L}))",
    more: "as well as|along with|together with|in addition to|alongside|in what|in a move",
    opening:
      "after|when|while|as|although|though|despite|with|following|since|before|having|speaking|amid|asked|in|on|at|once|because|if|to|under|for|from|by|during|until|luckily|unfortunately|\\p{L}{3,}(?:ing|ed)(?=\\s(?:by|in|on|with|to|at|from|up|out|over|into|after|that|an?|the|his|her|its|their|\\p{Lu}\\p{L}+)\\s)",
  },
  fr: {
    clause:
      "alors que|après|avant|tandis que|pendant que|lorsque|quand|parce que|puisque|bien que|afin de|depuis|malgré|selon que|suite à|en raison de",
    relative: "qui|dont|où|lequel|laquelle",
    coordinate: { and: "et", predicate: "il|elle|ils|elles|est|sont|a|ont|était|étaient|avait|avaient|sera|seront" },
    article:
      "une?|le|la|les|du|des|son|sa|ses|(?:ancien(?:ne)?|ministre|président(?:e)?|directeur|directrice|chef|porte-parole|maire|député(?:e)?|âgée?)",
    participle:
      "(?:s['’])?\\p{Ll}{3,}(?:ée?s?|ant)|(?:tenue?s?|élue?s?|mise?s?|prise?s?|parue?s?|issue?s?|suivie?s?|réunie?s?|soumise?s?|connue?s?)",
    verb: "\\p{L}+(?:aient|ait|èrent|era|eront|é)|doit|peut|va|fait|se|s'\\p{L}+",
    phrase:
      "(?:après|avant|depuis|pendant|lors de|lors d'\\p{L}+|selon|qui|dont|où)\\s|(?:à|en|dans le|dans la)\\s\\p{Lu}|(?:en|le)\\s\\p{N}",
    more: "ainsi que|de même que",
    adjunct:
      "lors d(?:e|u|es|['’]\\p{L}+)|dans (?:une?|son|sa|ses|leurs?|cette|ce|ces|le cadre|la foulée|les colonnes|l['’]\\p{L}+)|dans (?:le|la|les)|pendant|durant|devant|au cours d\\p{L}+|à l['’](?:occasion|issue|image|aide) d\\p{L}*['’]?|en marge d\\p{L}+|en présence d\\p{L}+|au (?:sujet|micro|lendemain|large|moyen) d\\p{L}+|à (?:travers|bord|propos)|sur (?:le plateau|son compte|sa page|les réseaux|le site|la chaîne|l['’]antenne)|en (?:\\p{L}{3,}ant)|afin d\\p{L}*['’]?|sous (?:le|la|les)",
    setOff: "dans|à|en|au|aux|lors|avec|par|sur|sous|pour|chez|devant|dont|y compris|notamment|entre autres|sans",
    finite:
      "a|ont|est|sont|avait|avaient|était|étaient|sera|seront|aura|auront|va|vont|doit|doivent|peut|peuvent|fait|font|se|s['’]\\p{L}+|ne|n['’]\\p{L}+|estime|affirme|assure|annonce|dénonce|demande|souhaite|veut|veulent|prévoit|explique|reste|restent|devient|prend|met|tient|sort|gagne|\\p{L}{2,}(?:ait|aient|èrent|era|eront)",
    attribution:
      "(?:selon|d['’]après)\\s|(?:a|ont|avait|avaient)(?:\\s(?:également|notamment|aussi|ensuite|encore|par ailleurs))?\\s(?:déclaré|annoncé|indiqué|affirmé|estimé|expliqué|assuré|ajouté|précisé|rapporté|révélé|souligné|confié|raconté|déploré|rappelé|alerté|prévenu|lancé|écrit|confirmé|fait savoir|averti|insisté|reconnu|martelé|tweeté|appris|commenté|jugé|conclu|poursuivi|détaillé|dénoncé|regretté|salué|dit)(?!\\p{L})|(?:(?:rapporte|précise|détaille|révèle|souligne|estime|confie|affirme|assure|raconte|ajoute|déplore|résume|rappelle|alerte|indique|annonce|déclare|dénonce|regrette|note|relève|confirme|explique|juge|poursuit)(?:nt)?|écri(?:t|vent)|di(?:t|sent)|fait savoir|fait valoir)(?!\\p{L})|a-t-(?:on|il|elle)\\s|\\p{L}+(?:-t)?-(?:on|il|elle|ils|elles)(?!\\p{L})",
    opening:
      "après|à|ce|lors|pendant|sur|alors que|depuis|selon|avec|dans|en|lors d\\p{L}+|face|malgré|si|comme|samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi|hier|pour(?! \\p{Lu})|quand|lorsque|tandis que|interrogé\\p{L}*|par|au",
  },
  es: {
    clause: "mientras|después de|después|antes de|cuando|porque|aunque|tras|desde que|ya que|pese a|debido a|con el fin de",
    relative: "que|quien|quienes|donde|cuyo|cuya",
    coordinate: { and: "y", predicate: "él|ella|es|son|ha|han|era|eran|había|habían|fue|fueron|será|serán|está|están" },
    article: "una?|el|la|los|las|su|sus|(?:ministr[oa]|president[ea]|director[a]?|portavoz|alcalde(?:sa)?|líder|fundador[a]?|presidenta)",
    participle: "\\p{Ll}{3,}(?:[ai]d[oa]s?|ndo)",
    verb: "\\p{L}+(?:ó|aron|ieron|aba|aban|ía|ían|ará|arán|iera|aran|[ai]d[oa]s?|ando|iendo)|se",
    phrase: "(?:tras|desde|durante|después de|antes de|quien|quienes|donde)\\s|en\\s(?:\\p{Lu}|\\p{N})",
    more: "así como|además de|junto a|junto con",
    adjunct:
      "durante|en (?:una?|su|sus|el marco|el caso|presencia|este|esta|ese|esa)|en (?:el|la|los|las)|a (?:través|lo largo|raíz|causa|finales|principios|mediados) d\\p{L}+|con (?:motivo|el objetivo|la intención) d\\p{L}+|ante (?:el|la|los|las)|frente a|gracias a|debido a|por (?:culpa|parte) d\\p{L}+",
    setOff: "en|a|al|con|por|para|sin|entre|ante|bajo|sobre|desde|hasta|incluid[oa]s?|entre ell[oa]s|como",
    finite:
      "es|son|ha|han|fue|fueron|era|eran|había|habían|será|serán|está|están|tiene|tienen|va|van|puede|pueden|se|no|\\p{L}{2,}(?:ó|aron|ieron|aba|aban|ía|ían|ará|arán)",
    attribution:
      "(?:según|de acuerdo con)\\s|(?:ha|han|había|habían)\\s(?:dicho|explicado|asegurado|afirmado|señalado|declarado|indicado|anunciado|informado|añadido|contado|confirmado|publicado|destacado|apuntado|reconocido|advertido)(?!\\p{L})|(?:dijo|dice|dicen|afirma|afirman|afirmó|aseguró|asegura|explicó|explica|anunció|declaró|señaló|señala|señalan|indicó|indica|informó|informa|informan|añadió|añade|contó|cuenta|comentó|apuntó|apunta|confirmó|relata|relató|admite|reconoce|reconoció|sostiene|destacó|publica|publicó|recuerda|advierte)(?!\\p{L})",
    opening: "tras|después de|mientras|según|con|en|durante|desde|cuando|aunque|si|ante|pese|para|por|al",
  },
  nb: bokmal,
  no: bokmal,
  nn: nynorsk,
  de: {
    clause: "während|nachdem|bevor|weil|obwohl|als|da|wobei|wo|indem|sodass|nach|bei",
    relative: "(?:der|die|das|dessen|deren)(?![^,]*\\szu\\s\\p{Ll}+n(?!\\p{L}))",
    attribution: "(?:laut|sagte?|teilte|so|berichtete|berichtet|erklärte|erklärt|meldete|meldet|schrieb|schreibt|betonte|wie)\\s",
    commaFirst: true,
  },
  pl: {
    clause: "gdy|kiedy|ponieważ|choć|chociaż|gdyż|po tym jak|podczas gdy|zanim|aby",
    relative: "który|która|które|którzy|których|gdzie",
    attribution:
      "(?:według|zdaniem|powiedział|poinformował|podał|przekazał|oświadczył|dodał|napisał|zapowiedział|podkreślił|jak)\\p{Ll}*\\s",
    commaFirst: true,
  },
  uk: {
    clause: "поки|коли|хоча|оскільки|бо|тому що|після того як|перш ніж|адже|щоб|тоді як",
    relative: "який|яка|яке|які|якого|якої|яких|де",
    attribution:
      "(?:за словами|за даними|на думку|повідом|заяв|каж|сказа|розпов|зазнач|наголо|напис|дода|підкресл|поясн|пише|пишуть|уточн)\\p{Ll}*\\s",
    commaFirst: true,
  },
  ru: {
    clause: "пока|когда|хотя|поскольку|так как|потому что|после того как|прежде чем|ведь|чтобы|тогда как",
    relative: "который|которая|которое|которые|которого|которой|которых|где",
    attribution: "(?:по словам|по данным|по мнению|сообщ|заяв|говор|сказа|расска|отмет|подчеркн|напис|добав|поясн|пиш|уточн)\\p{Ll}*\\s",
    commaFirst: true,
  },
};
