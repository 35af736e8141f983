import type { QuoteLanguage } from "./language.ts";

const words = (text: string): readonly string[] => text.split(" ");

export const uk: QuoteLanguage = {
  verbs: words(
    "сказав сказала сказали каже кажуть заявив заявила заявили заявляє повідомив повідомила повідомили повідомляє наголосив наголосила наголосили наголошує додав додала додали додає зазначив зазначила зазначили зазначає підкреслив підкреслила підкреслили пояснив пояснила пояснили пояснює розповів розповіла розповіли розповідає написав написала написали пише відповів відповіла відповіли відзначив відзначила вважає запевнив запевнила попередив попередила нагадав нагадала уточнив уточнила визнав визнала стверджує закликав закликала запитав запитала резюмував резюмувала пообіцяв пообіцяла цитує акцентував прокоментував прокоментувала поділився поділилася зізнався зізналася переконаний переконана",
  ),
  sourceCues: ["за словами", "на думку", "за даними", "як повідомив", "як повідомила", "як заявив", "як заявила"],
  pronouns: { he: words("він його йому"), she: words("вона її їй"), they: words("вони їх") },
  titles: words(
    "президент президентка прем'єр міністр міністерка голова депутат депутатка речник речниця директор директорка посол генерал полковник мер пан пані професор доктор експерт експертка тренер капітан",
  ),
  determiners: words("цей ця один одна"),
  maleTitles: words("пан речник міністр депутат"),
  femaleTitles: words("пані речниця міністерка депутатка"),
};

export const ru: QuoteLanguage = {
  verbs: words(
    "сказал сказала сказали говорит говорят заявил заявила заявили заявляет сообщил сообщила сообщили сообщает подчеркнул подчеркнула подчеркнули добавил добавила добавили добавляет отметил отметила отметили отмечает пояснил пояснила пояснили объяснил объяснила рассказал рассказала рассказали рассказывает написал написала написали пишет ответил ответила ответили считает заверил заверила предупредил предупредила напомнил напомнила уточнил уточнила признал признала признался призналась утверждает призвал призвала спросил спросила пообещал пообещала цитирует прокомментировал прокомментировала поделился поделилась резюмировал",
  ),
  sourceCues: ["по словам", "по мнению", "по данным", "как сообщил", "как сообщила", "как заявил", "как заявила"],
  pronouns: { he: words("он его ему"), she: words("она её ее ей"), they: words("они их") },
  titles: words(
    "президент премьер министр глава депутат представитель директор посол генерал полковник мэр господин госпожа профессор доктор эксперт тренер капитан сенатор",
  ),
  determiners: words("этот эта один одна"),
  maleTitles: words("господин"),
  femaleTitles: words("госпожа"),
};

export const de: QuoteLanguage = {
  verbs: words(
    "sagte sagt sagten sagen erklärte erklärt erklärten betonte betont betonten meinte meint fügte fügt schrieb schreibt berichtete berichtet teilte teilt äußerte äußert kritisierte kritisiert forderte fordert warnte warnt bezeichnete bezeichnet nannte nennt kommentierte kommentiert antwortete antwortet fragte fragt behauptete behauptet kündigte kündigt bestätigte bestätigt ergänzte ergänzt versicherte versichert erzählte erzählt räumte zitierte zitiert so hieß heißt lobte sprach spricht verteidigte begründete unterstrich stellte rief resümierte",
  ),
  sourceCues: ["laut", "nach angaben von", "nach worten von", "zufolge", "nach ansicht von"],
  pronouns: { he: words("er ihm ihn"), she: words("sie ihr"), they: words("sie") },
  titles: words(
    "herr frau dr prof präsident präsidentin kanzler kanzlerin minister ministerin bundeskanzler bundeskanzlerin außenminister innenminister sprecher sprecherin chef chefin bürgermeister bürgermeisterin direktor direktorin richter richterin trainer",
  ),
  determiners: words("der die das ein eine"),
  maleTitles: words("herr sprecher minister kanzler präsident"),
  femaleTitles: words("frau sprecherin ministerin kanzlerin präsidentin"),
};

export const fr: QuoteLanguage = {
  verbs: words(
    "dit disent disait déclaré déclare déclarait affirmé affirme affirment expliqué explique expliquent ajouté ajoute ajoutent souligné souligne soulignent estimé estime estiment assuré assure indiqué indique écrit raconté raconte répondu répond précisé précise lancé lance confié confie rappelé rappelle annoncé annonce dénoncé dénonce insisté insiste résumé résume conclu conclut regretté regrette commenté commente reconnu reconnaît demandé demande poursuit poursuivi martelé averti prévenu martèle",
  ),
  sourceCues: ["selon", "d'après", "pour"],
  pronouns: { he: words("il lui"), she: words("elle"), they: words("ils elles") },
  titles: words(
    "m mme monsieur madame président présidente ministre maire directeur directrice député députée sénateur sénatrice porte-parole professeur docteur juge général",
  ),
  determiners: words("le la les l un une ce cette"),
  maleTitles: words("m monsieur directeur député président"),
  femaleTitles: words("mme madame directrice députée présidente"),
};

export const es: QuoteLanguage = {
  verbs: words(
    "dijo dice dijeron dicen afirmó afirma afirmaron aseguró asegura aseguraron explicó explica explicaron añadió añade añadieron señaló señala señalaron declaró declara indicó indica manifestó manifiesta subrayó subraya destacó destaca comentó comenta contó cuenta escribió escribe respondió responde preguntó advirtió advierte recordó recuerda insistió insiste reconoció reconoce anunció anuncia sostuvo sostiene expresó expresa lamentó lamenta concluyó concluye agregó agrega apuntó apunta precisó relató criticó denunció",
  ),
  sourceCues: ["según", "de acuerdo con", "en palabras de"],
  pronouns: { he: words("él"), she: words("ella"), they: words("ellos ellas") },
  titles: words(
    "sr sra señor señora presidente presidenta ministro ministra alcalde alcaldesa director directora diputado diputada portavoz profesor profesora doctor doctora juez jueza general",
  ),
  determiners: words("el la los las un una este esta"),
  maleTitles: words("sr señor presidente ministro alcalde director diputado"),
  femaleTitles: words("sra señora presidenta ministra alcaldesa directora diputada"),
};

export const pl: QuoteLanguage = {
  verbs: words(
    "powiedział powiedziała powiedzieli mówi mówią mówił mówiła oświadczył oświadczyła dodał dodała dodają dodaje podkreślił podkreśliła podkreśla zaznaczył zaznaczyła zaznacza stwierdził stwierdziła twierdzi wyjaśnił wyjaśniła wyjaśnia poinformował poinformowała informuje napisał napisała pisze odpowiedział odpowiedziała ocenił oceniła ocenia zapewnił zapewniła ostrzegł ostrzegła przypomniał przypomniała przyznał przyznała zapytał zapytała tłumaczył tłumaczyła tłumaczy opowiada skomentował skomentowała apelował",
  ),
  sourceCues: ["według", "zdaniem", "jak podał", "jak podała"],
  pronouns: { he: words("on"), she: words("ona"), they: words("oni one") },
  titles: words(
    "pan pani prezydent premier minister burmistrz dyrektor dyrektorka poseł posłanka senator rzecznik rzeczniczka profesor doktor sędzia generał prezes prezeska",
  ),
  determiners: words("ten ta jeden jedna"),
  maleTitles: words("pan poseł rzecznik dyrektor"),
  femaleTitles: words("pani posłanka rzeczniczka dyrektorka"),
};

export const nb: QuoteLanguage = {
  verbs: words(
    "sier sa sagt forteller fortalte mener mente skriver skrev legger la understreker understreket påpeker påpekte forklarer forklarte uttaler uttalte svarer svarte hevder hevdet opplyser opplyste melder meldte advarer advarte innrømmer innrømmet kommenterer kommenterte spør spurte lover lovet konstaterer konstaterte utdyper fastslår",
  ),
  sourceCues: ["ifølge", "i følge"],
  pronouns: { he: words("han"), she: words("hun"), they: words("de") },
  titles: words(
    "statsminister minister ordfører direktør leder talsmann talsperson talskvinne professor doktor dommer general president statsråd representant sjef",
  ),
  determiners: words("den det en ei et"),
  maleTitles: words("talsmann"),
  femaleTitles: words("talskvinne"),
};
