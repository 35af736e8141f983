/**
 * What sentences say that address a model or a reader instead of telling news, by language. Words are stems; a pattern needs
 * an order together with its object, since "ignored" or "language model" alone stand in honest news.
 */
interface InjectionWords {
  /** Orders to drop what came before … */
  readonly drop: string;
  /** … and what is to be dropped. */
  readonly rules: string;
  /** Speaking to "you" as a machine with a new role. */
  readonly role: string;
  /** The reader's own summary, answer or prompt. */
  readonly output: string;
  /** A note for a model, or what a model "should" do. */
  readonly model: string;
  /** Calls to click, subscribe, follow or pay. */
  readonly promotion: string;
}

export const injectionWords: Readonly<Record<string, InjectionWords>> = {
  en: {
    drop: "ignore|disregard|forget|override|bypass|do not (?:follow|obey)|don't (?:follow|obey)",
    rules: "instructions?|rules|prompts?|guidelines|directions|everything (?:you|above)|all of the above|(?:given|told) (?:above|before)",
    role: "you are now (?:an?|the|my|in)|from now on,? you|your new (?:task|role|goal|instructions?)|pretend (?:to be|that you|you are)|act as (?:if you|an? (?:ai|assistant|expert|editor))|you (?:must|should|shall) (?:only|always) (?:answer|respond|reply|write|output|say)",
    output:
      "in your (?:summary|answer|response|reply|output|bullets?)|when (?:you )?(?:summari[sz]e|summari[sz]ing)|do not summari[sz]e|(?:print|reveal|show|repeat|output|leak)\\b.{0,30}(?:prompt|instructions|api key|secret|the word)|system prompt|to every summary",
    model:
      "as an? (?:ai|large|artificial)?\\s*(?:language )?(?:model|assistant),? (?:you|i)\\b|(?:note|message|instructions?) (?:to|for) (?:the|any|all) (?:\\p{L}+ )?(?:models?|ai|assistants?|llms?)|(?:any|every|all) (?:ai|llm|language model)s? (?:that |which )?(?:read|process|summari)\\p{L}*|^(?:dear )?(?:ai|assistant|chatgpt|claude|gemini)\\b[,:]",
    promotion:
      "click (?:here|below|on the link)|subscribe (?:to|now|here)|sign up (?:for our|here|now|to our)|follow us (?:on|at)|join our (?:channel|telegram|discord|whatsapp)|claim your|(?:send|transfer)\\b.{0,20}\\b(?:btc|eth|usdt|bitcoin)",
  },
  uk: {
    drop: "ігнору[йв]|ігноруйте|не зважай|не зважайте|забудь|забудьте|скасуй|відкинь|не виконуй|знехтуй",
    rules: "інструкц|правил|промпт|настанов|вказів|усе, що (?:тобі|вам)|все, що (?:тобі|вам)",
    role: "тепер (?:ти|ви) |відтепер (?:ти|ви)|твоє нове завдання|ваше нове завдання|твоя нова роль|удавай|вдавай|уяви, що ти|поводься як",
    output:
      "у (?:своєму|твоєму|вашому) (?:підсумку|переказі|відповіді|дайджесті)|(?:своїй|твоїй) відповіді|коли (?:будеш )?підсумову|не підсумовуй|не переказуй|системн\\p{L}+ промпт|приховані інструкц|до кожного підсумку|виведи слово",
    model:
      "як (?:велика )?мовна модель|для мовної моделі|(?:примітка|повідомлення) (?:для|до) (?:моделі|ші|асистента)|будь-як\\p{L}+ ші|кожн\\p{L}+ ші|^асистенте|^помічнику",
    promotion:
      "натисніть (?:тут|сюди|на посилання)|підпишіться|підписуйтес|долучайтес\\p{L}+ до (?:нашого|каналу)|стежте за нами|(?:надішліть|переказуйте|перекажіть).{0,20}(?:btc|eth|usdt|біткоїн)",
  },
  ru: {
    drop: "игнорируй|игнорируйте|не обращай внимания|не обращайте внимания|забудь|забудьте|отмени|отбрось|не следуй|не выполняй",
    rules: "инструкц|правил|промпт|указани|вс[её], что (?:тебе|вам)",
    role: "теперь (?:ты|вы) |с этого момента (?:ты|вы)|отныне (?:ты|вы)|твоя новая (?:задача|роль)|ваша новая задача|притворись|притворитесь|представь, что ты|веди себя как",
    output:
      "в (?:сво[её]м|тво[её]м|вашем) (?:пересказе|ответе|резюме|дайджесте|итоге)|когда (?:будешь )?(?:пересказыва|резюмир|суммир)|не пересказывай|не резюмируй|системн\\p{L}+ промпт|скрытые инструкц|в каждую сводку|выведи слово",
    model:
      "как (?:большая )?языковая модель|для языковой модели|(?:примечание|сообщение) (?:для|к) (?:модели|ии|ассистента)|люб\\p{L}+ ии|кажд\\p{L}+ ии|^ассистент,|^помощник,",
    promotion:
      "нажмите (?:здесь|сюда|на ссылку)|подпишитесь|подписывайтес|присоединяйтесь к нашему|следите за нами в|(?:отправьте|переведите).{0,20}(?:btc|eth|usdt|биткоин)",
  },
  de: {
    drop: "ignorier(?:e|en sie)|beachte|missachte|vergiss|vergessen sie|überschreibe|umgehe|befolge nicht",
    rules: "anweisung|regeln|prompt|richtlinie|vorgaben|alles, was dir",
    role: "du bist (?:jetzt|nun)|ab (?:jetzt|sofort) (?:musst|sollst|darfst|bist) du|deine neue (?:aufgabe|rolle)|tu so, als|verhalte dich wie|stell dir vor, du bist",
    output:
      "in deiner? (?:zusammenfassung|antwort|ausgabe)|wenn du .{0,40}zusammenfass|fasse .{0,40}nicht zusammen|system-?prompt|(?:verrate|zeige|gib).{0,40}(?:anweisungen|prompt)|in jede zusammenfassung|gib das wort",
    model:
      "als (?:ki|großes)?[- ]?(?:sprachmodell|ki|assistent)\\b.{0,20}(?:sollst|musst|solltest) du|(?:hinweis|nachricht) an (?:das|die|jedes) (?:sprachmodell|ki|modell|assistent)|jede ki,? die|^assistent,",
    promotion:
      "klicken sie (?:hier|auf)|klick hier|abonnieren sie|abonniere unseren|folgen sie uns|folge uns|(?:senden|überweisen) sie.{0,20}(?:btc|eth|usdt|bitcoin)",
  },
  fr: {
    drop: "ignore[rz]?|ne tiens pas compte|ne tenez pas compte|oublie[rz]?|outrepasse|contourne|n'obéis pas",
    rules: "instructions|règles|prompt|consignes|directives|tout ce (?:que|qu')",
    role: "tu es (?:maintenant|désormais)|vous êtes (?:maintenant|désormais) (?:un|une) (?:assistant|ia)|à partir de maintenant,? (?:tu|vous)|ta nouvelle (?:tâche|mission)|votre nouvelle tâche|fais semblant|faites semblant|comporte-toi comme|agis comme",
    output:
      "dans (?:ton|votre|ta) (?:résumé|réponse|synthèse)|(?:quand|lorsque) (?:tu|vous) résume|ne résume[sz]? pas|prompt système|instructions cachées|à chaque résumé|affiche le mot",
    model:
      "en tant (?:que|qu') ?(?:modèle de langage|ia|intelligence artificielle|assistant)|note (?:au|pour le) modèle|toute ia qui|^assistant,",
    promotion:
      "cliquez (?:ici|sur)|clique ici|abonnez-vous|inscrivez-vous à (?:notre|la) newsletter|suivez-nous|rejoignez (?:notre|nos) (?:chaîne|canal)|(?:envoyez|transférez).{0,20}(?:btc|eth|usdt|bitcoin)",
  },
  es: {
    drop: "ignora|ignore usted|no hagas caso|olvida|anula|omite|desobedece",
    rules: "instrucciones|reglas|prompt|directrices|indicaciones|todo lo que te",
    role: "ahora eres|a partir de ahora (?:debes|tienes|eres|responde)|de ahora en adelante (?:debes|eres)|tu nueva (?:tarea|misión|función)|finge (?:ser|que)|actúa como (?:si|un asistente)",
    output:
      "en tu (?:resumen|respuesta|salida)|cuando (?:resumas|resumes)|no resumas|prompt del sistema|instrucciones ocultas|a cada resumen|muestra la palabra",
    model:
      "como (?:un )?(?:modelo de lenguaje|asistente de ia|ia)\\b,? (?:debes|deberías|tienes)|nota para (?:el|la|cualquier) (?:modelo|ia|asistente)|cualquier ia que|toda ia que|^asistente,",
    promotion:
      "haz clic|haga clic|suscríbete|suscríbase|síguenos|síganos|únete a nuestro|(?:envía|transfiere|envíe).{0,20}(?:btc|eth|usdt|bitcoin)",
  },
  pl: {
    drop: "z?ignoruj(?:cie)?|nie zważaj|zapomnij(?:cie)?|odrzuć|pomiń|nie przestrzegaj|obejdź",
    rules: "instrukcj|zasad|prompt|wytyczn|polece[nń]|wszystkim, co ci|wszystko, co ci",
    role: "jesteś teraz|od teraz (?:musisz|masz|jesteś|odpowiadaj)|tw(?:oim|oje) now(?:ym|e) zadani|twoja nowa rola|udawaj|zachowuj się jak|wyobraź sobie, że jesteś",
    output:
      "w (?:swoim|twoim|swojej|twojej) (?:streszczeniu|podsumowaniu|odpowiedzi)|(?:kiedy|gdy) (?:streszczasz|podsumowujesz)|nie streszczaj|nie podsumowuj|prompt systemowy|ukryte instrukcje|do każdego streszczenia|wypisz słowo",
    model: "jako (?:duży )?model językowy|dla modelu językowego|każda (?:ai|si),? która|uwaga dla (?:modelu|ai|asystenta)|^asystencie",
    promotion:
      "kliknij (?:tutaj|tu|w link)|zapisz się (?:do|na) n|subskrybuj|obserwuj(?:cie)? nas|dołącz do naszego|(?:wyślij|przelej).{0,20}(?:btc|eth|usdt|bitcoin)",
  },
  nb: {
    drop: "ignorer|se bort fra|glem|overstyr|omgå|ikke følg",
    rules: "instruksjon|instrukser|regle|prompt|retningslinj|alt du",
    role: "du er nå (?:en|et)|fra nå av (?:må|skal) du|(?:din|den) nye (?:oppgave|rolle)|lat som|oppfør deg som|later som om",
    output:
      "i (?:sammendraget|svaret|oppsummeringen) ditt|(?:sammendraget|svaret) ditt|når du oppsummerer|ikke oppsummer|systemprompt|skjulte instruksjon|i hvert sammendrag|skriv ordet",
    model:
      "som (?:en )?(?:språkmodell|ki|assistent) (?:bør|må|skal) du|(?:merknad|melding) til (?:språkmodellen|modellen|ki)|enhver ki|alle ki-er som|^assistent,",
    promotion:
      "klikk (?:her|på lenken)|abonner (?:på|nå)|følg oss|meld deg på nyhetsbrev|bli med i (?:kanalen|gruppen) vår|(?:send|overfør).{0,20}(?:btc|eth|usdt|bitcoin)",
  },
};

/** Markup of chat templates: no article has it in earnest. */
export const templateMarks =
  /<\|[a-z_]+\|>|\[\/?INST\]|<<\/?SYS>>|^\s*#{2,}\s*(?:instruction|instruk|anweisung|instrucci|інструкц|инструкц|system|assistant)/i;

/** "System: …" at the head of a sentence, in the languages above. */
export const roleLabel = /^\s*(?:system|système|sistema|система|assistant|asistente|user|developer)\s?:\s/i;
