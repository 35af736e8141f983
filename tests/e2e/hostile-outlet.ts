import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Controls of direction, mentions, markup, an entity, a link that is a script, four-byte and joined signs, half a pair, heaped marks. */
export const evil =
  "\u202eevil\u2066 @everyone\u200b @harbour_bot <@&123456789012345678> <b>bold</b> </details> &lt; [x](javascript:alert(1)) 𝕬😀👩‍👩‍👧 \ud83d z̷̸̡͂͆";

const sentence = (at: number): string =>
  `The ${evil} harbour of Selholm number ${at} opened on Monday, and forty ships came in during the first ${at + 2} hours of the day.`;

/** A digest "harbour" into this folder: news, published before `until`, whose every field is written by somebody who means harm. */
export function writeHostileOutlet(folder: string, until: Date): void {
  const items = Array.from({ length: 4 }, (_, at) => ({
    id: `${at}${evil}`,
    url: at === 3 ? "javascript:alert(1)" : `https://varn-courier.example/${at}?q=<b>&u=@everyone`,
    title: `${evil} Harbour number ${at} opens`,
    date_published: new Date(until.getTime() - 3_600_000 * (at + 1)).toISOString(),
    content_html: `<p>${sentence(at).replaceAll("<", "&lt;")}</p><p>“We ${evil.replaceAll("<", "&lt;")} go out at ${at + 3} and come back at night,” said Peder @everyone Quill, chair of the \u202epilots’ union.</p><p>${"x".repeat(9_000)}</p>`,
  }));
  mkdirSync(join(folder, "outlet"));
  const feed = { version: "https://jsonfeed.org/version/1.1", title: `Varn ${evil}`, language: "en", items };
  writeFileSync(join(folder, "outlet", "feed.json"), JSON.stringify(feed));
  const about = ["name: Harbour", "description: News of the harbour.", "lang: en", "sources: [{ folder: outlet }]"];
  const when = 'schedule: { times: ["08:00"], days: daily, zone: Europe/Kyiv }';
  writeFileSync(join(folder, "harbour.yaml"), [...about, when].join("\n"));
}
