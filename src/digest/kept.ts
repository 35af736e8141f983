/** Fewest words that a sentence keeps before a closing piece is cut off, and those that a headline keeps. */
export const shortestHead = 8;
export const shortestTitle = 6;

/** Verbs that end a sentence by telling where it comes from: "…, a new book reveals." */
const reporting =
  "heard|believes?|reported|reports|announced|confirmed|warned|insists|has learned|wrote|writes|decided|ruled|reveals?|revealed|suggests?|suggested|shows?|showed|finds?|found|adds|added|(?:it|has) emerged(?: today)?";

const denials =
  "not?(?! only)|never|none|nobody|nothing|neither|nor|without|pas(?!-)|jamais|nunca|ikke|aldri|nicht|kein\\p{L}*|nie|не|ні|нет";
const hedges = "alleged(?:ly)?|reportedly|may|might|could|would";
const tellers = [
  "said|says|told|according|claim(?:s|ed)",
  "selon|d’après|d'après|explique|rapporte|précise|détaille|(?:a|ont) (?:déclaré|annoncé|indiqué|affirmé|estimé|expliqué|assuré|ajouté|précisé)|a-t-(?:il|elle|on)",
  "según|dijo|dice|afirma|afirmó|aseguró|explicó|anunció|declaró|señaló|ifølge|sier|opplyser|skriver|forteller|laut|sagte|erklärte|teilten?|berichteten?|meldeten?",
  "за (?:словами|даними)|по (?:словам|данным)|повідоми\\p{L}+|заяви\\p{L}+|сказа\\p{L}+|каже|розпові\\p{L}+|сообщи\\p{L}+|говорит|рассказа\\p{L}+",
].join("|");

/** What stays whatever it costs: a denial, a hedge, who said it. */
const kept = `(?<!\\p{L})(?:${denials}|${hedges}|${tellers})(?!\\p{L})|n[’']t|\\s(?:${reporting})\\.?$`;

/** In an aside a number or a quotation stays too, while there is another way. */
export const keepInside = new RegExp(`\\p{N}|["“”„«»]|${kept}`, "iu");
/** A clause with a fact of its own goes whole, the number in it too, but only when nothing else helps. */
export const keepInClause = new RegExp(kept, "iu");
/** The same for a closing piece, where "would" belongs to what is left off. */
export const keepAtEnd = new RegExp(kept.replace("|would", ""), "iu");

/** A headline leaves off what is denied, hedged or told behind its own point, never who told that. */
export const keepBehindTitle = new RegExp(`(?<!\\p{L})(?:${tellers})(?!\\p{L})(?:\\s\\S+){0,4}$|\\s(?:${reporting})$`, "iu");

/** Forms that make a clause: a closing phrase has none. */
export const finite =
  "was|were|is|are|has|have|had|will|would|can|could|did|does|said|who|which|that|est|sont|a|ont|es|son|ha|han|er|var|har|ble";
