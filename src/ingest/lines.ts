/** Furniture that stands as a line of its own in the text of an article, in the languages Quoth reads. */
const furniture: readonly RegExp[] = [
  /^(?:read (?:more|next|also|the full)|related(?: (?:articles?|stories|content|topics|news))?|see also|more on this|also read|don't miss|watch(?: now| live)?|listen(?: now)?|follow us|share (?:this|on|via)|advertisement|sponsored|story continues below|continue reading|skip (?:to|past)|sign up|subscribe|most (?:read|popular)|recommended|editor'?s picks?|you may also like|trending|top stories|comments?|leave a (?:comment|reply)|print|email|copy link|tags?|topics|categories|filed under|posted (?:in|on|by)|this (?:entry|post) was posted|bookmark the permalink|you might also|see more|learn more|do you want to (?:be informed|receive)|view (?:all|more|gallery|comments)|load more|loading|back to top|all rights reserved|copyright|©|this article (?:was|first|originally)|newsletter|get the latest)\b/i,
  /^(?:lesen sie (?:auch|mehr|hier)|mehr (?:zum thema|dazu|lesen|infos?)|weitere(?:s|) (?:artikel|themen|informationen|nachrichten|infos)|das könnte sie|auch interessant|anzeige|werbung|zum thema|zur startseite|auch lesen|siehe auch|empfohlene|weiterführende|noch mehr|mehr erfahren|erstellt (?:am|von)|veröffentlicht (?:am|in|unter|von)|quellen (?:ausblenden|anzeigen|einblenden)|den artikel|diesen (?:artikel|beitrag)|top \d+\b|abbildung \d+:|\(?noch keine (?:kommentare|bewertungen)|teilen|drucken|kommentare?|kommentar schreiben|folgen sie|abonnieren|newsletter|schlagw(?:o|ö)rt|themen|stichw|quelle:|foto:|bild:|bildquelle|alle rechte|nach oben|artikel (?:teilen|drucken|merken)|video:|empfehl)/i,
  /^(?:читайте (?:также|також)|смотрите также|дивіться також|по теме|за темою|фото[:\s]|відео[:\s]|видео[:\s]|джерело:|источник:|реклама|підписуйтес|подписывайтес|поділитися|поделиться|коментар|комментар|теги?:|теми:|більше новин|больше новостей)/i,
  /^(?:lire aussi|à lire|sur le même (?:sujet|thème)|voir aussi|publicité|partager|commentaires?|abonnez|inscrivez|photo[:\s]|crédit|tous droits|source\s?:)/i,
  /^(?:lea también|leer más|le puede interesar|te puede interesar|relacionad|publicidad|compartir|comentarios?|suscr[íi]|síguenos|foto:|fuente:|etiquetas|temas relacionados)/i,
  /^(?:czytaj (?:też|także|więcej)|zobacz (?:też|także)|reklama|udostępnij|komentarze|podobne|źródło:|fot\.|tagi)/i,
  /^(?:les også|les mer|annonse|del (?:artikkelen|saken)|kommentarer|foto:|følg oss|mer om|läs (?:mer|även|också)|læs også|lees ook|lees meer|leggi anche|deel )/i,
  /^(?:veja (?:também|mais)|leia (?:também|mais)|continua após|publicidade|compartilhe|saiba mais|leggi anche|guarda anche|condividi|vedi anche|bekijk ook|deel dit)/i,
  /^>>.+<<$/,
  /cookies?\b.*(?:nutz|verwend|zustimm|stimm|accept|agree|use of|utilis|uso |akzept)|(?:nutzung|verwendung|stimmst|stimmen|accept|agree|using).*cookies?\b/i,
  /^\(?(?:image|photo|picture|credit|photograph|getty images|reuters\/|ap photo|afp\/)\b[^.]{0,120}\)?$/i,
  /^\(?(?:©|\(c\)) ?.{0,118}$/i,
  /^(?:facebook|twitter|whatsapp|telegram|pinterest|linkedin|reddit|e-?mail|instagram|xing|tumblr|x|flipboard|pocket|print|drucken)(?:[\s,|/]+\w+){0,6}$/i,
];

/** Furniture only as a short line: in a long one the same words may be the news. */
const shortLine = 120;

/** Lines of an article without repeated title, furniture and what stands before its first sentence. */
export function cleanLines(lines: readonly string[], title: string | undefined): readonly string[] {
  const kept = lines.filter((line) => !isFurniture(line));
  const first = kept.findIndex((line) => isSentence(line) && !isTitle(line, title));
  const body = first > 0 ? kept.slice(first) : kept;
  return body.filter((line) => !isTitle(line, title));
}

function isFurniture(line: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(line)) return true;
  return line.length <= shortLine && furniture.some((pattern) => pattern.test(line));
}

function isTitle(line: string, title: string | undefined): boolean {
  if (!title || line.length > title.length * 1.5 + 20) return false;
  const [a, b] = [plain(line), plain(title)];
  return a !== "" && (a === b || (a.length > 20 && b.startsWith(a)));
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Has words enough and an end: what a headline, a date or a menu entry has not. */
function isSentence(line: string): boolean {
  return line.length >= 50 && /[.!?…。:;,]|\d/.test(line);
}
