/** How lines begin that point to a picture or to other pages, or ask the reader to do something. */
const pointing: Readonly<Record<string, string>> = {
  en: "photo|image|video|picture|file photo|scroll down|read (?:more|also)|see also|click|watch|subscribe|sign up|follow us|share this|related|advertisement|copyright",
  de: "foto|bild|quelle|anzeige|werbung|lesen sie|mehr (?:zum thema|dazu)|siehe auch|klicken|abonnieren|jetzt (?:abonnieren|anmelden|registrieren)|melden sie sich|\\p{Lu}\\p{Ll}+n sie(?= sich| jetzt| hier| uns)",
  fr: "photo|lire aussi|à lire|lire la suite|voir aussi|cliquez|abonnez-vous|inscrivez-vous|suivez-nous|retrouvez|découvrez|partagez",
  es: "foto|lee también|lea también|ver también|ver esta publicación|haz clic|haga clic|suscríbete|suscríbase|síguenos|regístrate|comparte",
  nb: "foto|bilde|les (?:også|mer|hele)|se også|klikk|abonner|følg oss|registrer deg|meld deg på|del saken",
  pl: "zdjęcie|fot|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|kliknij|zapisz się|subskrybuj|obserwuj nas",
  uk: "фото|відео|джерело|читайте|читати (?:також|далі)|дивіться також|підпишіться|підпишись|підписуйт\\p{L}+|долучайт\\p{L}+|стежте за нами|тисніть|натисніть",
  ru: "фото|видео|источник|читайте|читать (?:также|далее)|смотрите также|подпишитесь|подпишись|подписывайт\\p{L}+|следите за нами|нажмите",
};

const points = new RegExp(`^(?:${Object.values(pointing).join("|")})(?!\\p{L})|^©`, "iu");

/** What a site says of itself, and what only a picture shows: "Ada Lind speaks at a debate in Kelva on December 29." */
const noNews = new RegExp(
  [
    "scroll down for video|all rights reserved|getty images|contributed to this report|click here|welcome to (?:our|the) |good (?:morning|afternoon|evening)",
    "\\s(?:is|are) (?:seen|pictured|shown) (?:here|above|below|left|right)(?!\\p{L})",
    "^[^,]{5,80}\\s(?:speaks|poses|waves|stands|walks|gestures|listens|arrives|reacts|smiles|looks on|shakes hands|attends)\\s(?:\\p{L}+\\s){0,12}?(?:in|on)\\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|june|july|aug|sept|oct|nov|dec|\\p{N}{4})",
  ].join("|"),
  "iu",
);

/** Nobody said anything. */
const silent =
  /declined to comment|did not (?:immediately )?(?:respond|reply) to|could not (?:immediately )?be reached for comment|wollten? sich (?:\S+ )?nicht (?:dazu )?äußern|n['’]a pas (?:souhaité|voulu) (?:commenter|faire de commentaire)|declinó (?:hacer )?comentar|ønsket ikke å kommentere|odmówi\p{L}+ komentarza|відмови\p{L}+ від коментар|отказа\p{L}+ от комментари/iu;

/** A row of a table, and a sentence that lost what stood between its marks. */
function isBroken(sentence: string): boolean {
  const words = sentence.split(/\s+/);
  const numbers = words.filter((word) => /^[(]?[\p{N}.,:%–-]+[).,;]?$/u.test(word)).length;
  return (numbers >= 4 && numbers >= 0.4 * words.length) || /“\s?”|«\s?»|‘\s?’/u.test(sentence);
}

/** Letters that a scanner took for digits and the other way round ("st0rm", "wiII"), and signs that stand for nothing. */
const garbled = /\p{Ll}[015]\p{Ll}|(?<!\p{L})I0\p{Ll}|(?<!Mc|Mac)\p{Ll}I(?=[I\p{Ll}])|[|~^]\s?[|~^]/u;

/** Characters: shorter lines are headings and calls. */
const shortestNews = 25;

/** Two words in small letters: credits and headings have none ("KELVA Direction: Ada Lind."). */
const fewestSmall = /\s\p{Ll}.*\s\p{Ll}/su;

/** No caption, promotion, heading or question to the reader. Capitals alone are a heading, unless the whole article `shouts`. */
export const isNews = (sentence: string, shouts: boolean): boolean =>
  sentence.length >= shortestNews && tellsNews(sentence) && (shouts || fewestSmall.test(sentence));

/** The same for a sentence that may be short and in capitals. */
export function tellsNews(sentence: string): boolean {
  const isOther = [points, noNews, garbled, silent, /\?["”»]?$/].some((pattern) => pattern.test(sentence));
  return !isOther && !isBroken(sentence);
}
