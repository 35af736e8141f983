import type { Tense, WeekdayWords } from "./weekdays.ts";

/** Languages whose verbs show by their form whether a clause tells the past. */
export const clauseWeekdays: Readonly<Record<string, WeekdayWords>> = {
  de: {
    find: /(?<!\p{L})(?<before>[Aa]m\s)(?<day>Sonntag|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag)(?<time>morgen|vormittag|mittag|nachmittag|abend)?(?=[.;:!?)]|,(?!\s(?:den?m?\s)?\d)|\s(?!(?:und|oder|bis|den)(?!\p{L})|\d))/gu,
    days: ["Son", "Mon", "Die", "Mit", "Don", "Fre", "Sam"],
    months: ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
    dateOf: (day, month) => `${day}. ${month}`,
    write: (date, before, time) =>
      time ? `${before.trim()} ${time[0]!.toUpperCase()}${time.slice(1)} des ${date}` : `${before.trim()} ${date}`,
    readTense: (before, after) =>
      readClause(before, after, {
        past: /(?<!\p{L})(?:wurden?|waren?|sagten?|teilten?|erklärten?|berichteten?|meldeten?|stimmten?|beschloss(?:en)?|eröffneten?|kam(?:en)?|starb(?:en)?|trafen?|gab(?:en)?|begann(?:en)?|(?:hat|haben|hatten?|ist|sind)(?=\s.*(?:ge\p{Ll}{2,}(?:t|en)|(?:be|ver|er|ent|zer)\p{Ll}{3,}(?:t|en)|iert)\s*$))(?!\p{L})/u,
        open: /(?<!\p{L})(?:wird|werden|würden?|soll|sollen|sollten?|will|wollen|wollten?|kann|können|könnten?|muss|müssen|darf|dürfen|plan\p{L}*|geplant\p{L}*|zu(?!\s\p{N})|für|vor|kündigt\p{L}*|angekündigt\p{L}*|vorgesehen|fällig|anberaumt|einberufen)(?!\p{L})/iu,
      }),
  },
  uk: {
    find: /(?<!\p{L})(?<before>[УуВв]\s)(?<day>неділю|понеділок|вівторок|середу|четвер|п[’'ʼ]ятницю|суботу)(?=[.;:!?)]|,(?!\s\d)|\s(?!(?:та|і|й|або|чи|по)(?!\p{L})|\d))/gu,
    days: ["нед", "пон", "вів", "сер", "чет", "п", "суб"],
    months: ["січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"],
    dateOf: (day, month) => `${day} ${month}`,
    write: (date) => date,
    readTense: (before, after) =>
      readClause(before, after, {
        past: /(?<!\p{L})\p{Ll}{2,}(?:[аеиіїоуюя]в|ла|ло|ли)(?:с[яь])?(?!\p{L})/u,
        // Present and future alike end so; an infinitive may lie ahead.
        open: /(?<!\p{L})(?:\p{Ll}+(?:є|ють|уть|ить|їть|ать|ять)(?:ся)?|\p{Ll}+ти(?:с[яь])?|б|би|має|мають|план\p{L}+|заплан\p{L}+|признач\p{L}+|перен(?:ес|іс)\p{L}*|відкла\p{L}*|склика\p{L}*|для|до|перед)(?!\p{L})/iu,
      }),
  },
  ru: {
    find: /(?<!\p{L})(?<before>(?:[Вв]|[Вв]о)\s)(?<day>воскресенье|понедельник|вторник|среду|четверг|пятницу|субботу)(?=[.;:!?)]|,(?!\s\d)|\s(?!(?:и|или|по)(?!\p{L})|\d))/gu,
    days: ["вос", "пон", "вто", "сре", "чет", "пят", "суб"],
    months: ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
    dateOf: (day, month) => `${day} ${month}`,
    write: (date) => date,
    readTense: (before, after) =>
      readClause(before, after, {
        past: /(?<!\p{L})\p{Ll}{2,}[аеиоуыюяё](?:л|ла|ло|ли)(?:с[яь])?(?!\p{L})/u,
        open: /(?<!\p{L})(?:\p{Ll}+[еиуюая]т(?:ся)?|\p{Ll}+ть(?:с[яь])?|бы|план\p{L}+|заплан\p{L}+|назнач\p{L}+|перен[её]с\p{L}*|отлож\p{L}*|созва\p{L}*|для|до|перед)(?!\p{L})/iu,
      }),
  },
  fr: {
    find: /(?<!\p{L}|[-–—/&]\s?|(?<!\p{L})(?:les?|chaque|un|du|au|de|depuis|dès|avant|après|pour|vers|et|ou|à|nuit de|celui de)\s)(?<before>[Cc]e\s)?(?<day>[Ll]undi|[Mm]ardi|[Mm]ercredi|[Jj]eudi|[Vv]endredi|[Ss]amedi|[Dd]imanche)(?:\s(?<time>matin|midi|soir|après-midi))?(?=[.;:!?)]|,(?!\s\d)|\s(?!(?:et|ou|à|au|dernier|prochain|saint)(?!\p{L})|\d|\p{Lu}))/gu,
    days: ["dim", "lun", "mar", "mer", "jeu", "ven", "sam"],
    months: ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    dateOf: (day, month) => `${day === 1 ? "1er" : day} ${month}`,
    write: (date, before, time) =>
      `${/^C/.test(before) ? "Le" : "le"} ${date}${time ? ` ${time === "après-midi" ? "dans l'" : "au "}${time}`.replace("au midi", "à midi") : ""}`,
    readTense: (before, after) =>
      readClause(before, after, {
        past: /(?<!\p{L})(?:(?:a|ont|avait|avaient|est|sont|était|étaient|s['’]est|s['’]était)\s(?:\p{L}+\s){0,2}?\p{Ll}{2,}(?:ée?s?|ie?s?|ue?s?|[aeoi]ite?s?|erte?s?|[mp]rise?s?)|fut|furent)(?!\p{L})/u,
        open: /(?<!\p{L})(?:doit|doivent|va|vont|peut|peuvent|prévue?s?|attendue?s?|reportée?s?|programmée?s?|fixée?s?|convoquée?s?|pour|avant|d['’]ici|prochaine?s?|\p{Ll}+(?:era|eront|ira|iront|ra|ront|rait|raient))(?!\p{L})/iu,
      }),
  },
  es: {
    find: /(?<!\p{L}|(?<!\p{L})(?:de|desde|hasta|para|cada|antes|después|y|o|a)\s)(?<before>(?:[Ee]l|[Ee]ste)\s(?:pasado\s)?)(?<day>lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?:\spor\sla\s(?<time>mañana|tarde|noche))?(?=[.;:!?)]|,(?!\s\d)|\s(?!(?:y|o|a|al|hasta|santo|próximo)(?!\p{L})|\d|\p{Lu}))/gu,
    days: ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"],
    months: ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    dateOf: (day, month) => `${day} de ${month}`,
    write: (date, before, time) => `${/^E/.test(before) ? "El" : "el"} ${date}${time ? ` por la ${time}` : ""}`,
    readTense: (before, after) =>
      readClause(before, after, {
        past: /(?<!\p{L})(?:(?:ha|han|había|habían)\s(?:\p{L}+\s)?\p{Ll}+(?:ado|ido|cho|sto|erto)|\p{Ll}{2,}(?:ó|aron|ieron)|fue|fueron|dijo|dijeron|hizo|hicieron|tuvo|hubo|vino)(?!\p{L})/u,
        open: /(?<!\p{L})(?:va|van|debe\p{L}*|puede\p{L}*|previst\p{L}+|convocad\p{L}+|programad\p{L}+|aplazad\p{L}+|próxim\p{L}+|fij\p{L}+|para|antes|\p{Ll}+(?:rá|rán|ría|rían))(?!\p{L})/iu,
      }),
  },
  pl: {
    find: /(?<!\p{L})(?<before>(?:[Ww]|[Ww]e)\s)(?<day>niedzielę|poniedziałek|wtorek|środę|czwartek|piątek|sobotę)(?=[.;:!?)]|,(?!\s\d)|\s(?!(?:i|oraz|lub|albo|po)(?!\p{L})|\d))/gu,
    days: ["nie", "pon", "wto", "śro", "czw", "pią", "sob"],
    months: [
      "stycznia",
      "lutego",
      "marca",
      "kwietnia",
      "maja",
      "czerwca",
      "lipca",
      "sierpnia",
      "września",
      "października",
      "listopada",
      "grudnia",
    ],
    dateOf: (day, month) => `${day} ${month}`,
    write: (date) => date,
    readTense: (before, after) =>
      readClause(before, after, {
        past: /(?<!\p{L})(?!(?:skała|chwała|siła|żyła|cała|mała|biała|stała)(?!\p{L}))\p{Ll}{2,}(?:[aiyęe]ł[ao]?|[aiyęeo]li|[aiyęe]ły|zł[ao]?|ało|iło|yło)(?:\ssię)?(?!\p{L})/u,
        open: /(?<!\p{L})(?:będzie|będą|ma|mają|może|mogą|powinn\p{L}+|planow\p{L}+|zaplanow\p{L}+|wyznacz\p{L}+|by|przełoż\p{L}+|odroczy\p{L}+|zwoła\p{L}+|do|przed|zostan\p{L}+|\p{Ll}+ć)(?!\p{L})/iu,
      }),
  },
  nb: {
    find: /(?<!\p{L}|[-–—/&]\s?|(?<!\p{L})(?:til|fra|hver|før|innen|en|neste|og|eller|siden|forrige|sist)\s)(?<before>[Pp]å\s)?(?<day>[Ss]øndag|[Mm]andag|[Tt]irsdag|[Oo]nsdag|[Tt]orsdag|[Ff]redag|[Ll]ørdag)(?:\s(?<time>morgen|formiddag|ettermiddag|kveld))?(?=[.;:!?)]|,(?!\s\d)|\s(?!(?:og|eller|til|den|neste|om)(?!\p{L})|\d|\p{Lu}))/gu,
    days: ["søn", "man", "tir", "ons", "tor", "fre", "lør"],
    months: ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"],
    dateOf: (day, month) => `${day}. ${month}`,
    write: (date, _before, time) => (time ? `${time}en ${date}` : date),
    readTense: (before, after) =>
      readClause(before, after, {
        past: /(?<!\p{L})(?:sa|opplyste|fortalte|skrev|meldte|bekreftet|kunngjorde|vedtok|stemte|ble|var|kom|gikk|fikk|tok|ga|dro|møtte|døde|vant|tapte|åpnet|stengte|begynte|startet|sluttet|(?:har|hadde)\s(?:\p{Ll}+\s)?\p{Ll}{2,}(?:t|tt|dd))(?!\p{L})/iu,
        open: /(?<!\p{L})(?:skal|skulle|vil|ville|kan|kunne|må|måtte|bør|burde|blir|kommer|planlagt|ventes|varslet|utsatt|innen|før|neste)(?!\p{L})/iu,
      }),
  },
};

/** The clause around the day tells a past act and holds nothing that may lie ahead. A comma, a dash or a quotation ends the clause. */
function readClause(before: string, after: string, { past, open }: { readonly past: RegExp; readonly open: RegExp }): Tense {
  const opened = before.trim() === "" ? after.replace(/^,\s/, "") : after; // "Lundi, le conseil a …"
  const clause = `${before.split(/[,;:·–—]/).at(-1) ?? ""} ${opened.split(/[,;:.!?·–—]/)[0] ?? ""}`;
  const lead = before.split(/[,;:·–—]/).at(-1) ?? "";
  // "afirmó este martes que respetará": the day is that of the verb it follows.
  const follows = new RegExp(`(?:${past.source})\\s*$`, past.flags).test(lead);
  return past.test(clause) && !open.test(follows ? lead : clause) ? "past" : "unsure";
}
